// Decides nothing about a report: it turns form files into the trees that binding works on, and says what is wrong
// with a file that a user wrote.
//
// Invariants: nodes are in preorder with parents before children; every node that carries values has a path of its
// own (two rows with one key are a problem); fields_of() gives the canonical list, in the order in which a reader meets
// the cells: table by table, row by row, column by column.
//
// It does not apply to labels that a form prints beside its tables (titles, captions of sections): see identity.h.
#include "normalize/form.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include <rapidjson/document.h>

namespace fubiao {
namespace {

using Json = rapidjson::Value;

/// By print. The forms share most of their labels, and to make one ready costs more than to read it.
using KnownLabels = std::unordered_map<std::string, LabelText>;

/// Reads members with problems instead of exceptions.
class Reader {
 public:
  Reader(std::vector<FormProblem>& problems, KnownLabels& known) : problems_(problems), known_(known) {}

  void problem(const std::string& where, std::string message) { problems_.push_back({where, std::move(message)}); }

  std::string text(const Json& object, const char* key, const std::string& where, bool needed = false) {
    const auto at = object.FindMember(key);
    if (at == object.MemberEnd()) {
      if (needed) problem(where, std::string("\"") + key + "\" is missing");
      return {};
    }
    if (at->value.IsString()) return string_of(at->value);
    problem(where + "/" + key, "must be a string");
    return {};
  }

  std::vector<std::string> texts(const Json& object, const char* key, const std::string& where) {
    const auto at = object.FindMember(key);
    return at == object.MemberEnd() ? std::vector<std::string>{} : texts(at->value, where + "/" + key);
  }

  std::vector<std::string> texts(const Json& value, const std::string& where) {
    std::vector<std::string> out;
    if (!value.IsArray()) {
      problem(where, "must be a list of strings");
      return out;
    }
    for (const Json& item : value.GetArray()) {
      if (item.IsString()) {
        out.push_back(string_of(item));
      } else {
        problem(where, "must be a list of strings");
      }
    }
    return out;
  }

  /// The list at `key`, or an empty one.
  const Json& list(const Json& object, const char* key, const std::string& where, bool needed) {
    static const Json none(rapidjson::kArrayType);
    const auto at = object.FindMember(key);
    if (at == object.MemberEnd()) {
      if (needed) problem(where, std::string("\"") + key + "\" is missing");
      return none;
    }
    if (at->value.IsArray()) return at->value;
    problem(where + "/" + key, "must be a list");
    return none;
  }

  void known_keys(const Json& object, std::initializer_list<std::string_view> keys, const std::string& where) {
    for (const auto& member : object.GetObject()) {
      const std::string_view key(member.name.GetString(), member.name.GetStringLength());
      if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
        problem(where + "/" + std::string(key), "is not known");
      }
    }
  }

  Label label(const std::string& official, const std::vector<std::string>& aliases = {}) {
    Label out;
    out.spellings.reserve(1 + aliases.size());
    if (!official.empty()) out.spellings.push_back(spelling(official));
    for (const std::string& alias : aliases) out.spellings.push_back(spelling(alias));
    return out;
  }

 private:
  static std::string string_of(const Json& value) { return {value.GetString(), value.GetStringLength()}; }

  const LabelText& spelling(const std::string& print) {
    const auto [at, added] = known_.try_emplace(print);
    if (added) at->second = label_text(print);
    return at->second;
  }

  std::vector<FormProblem>& problems_;
  KnownLabels& known_;
};

constexpr int deepest = 16;  // levels of headings; official forms have four

struct NodeContext {
  int parent = -1;
  int block = 0;
  int depth = 0;
  std::vector<std::string> units;
};

void read_nodes(Reader& reader, const Json& list, const std::string& where, const NodeContext& context,
                std::vector<FormNode>& out) {
  for (rapidjson::SizeType i = 0; i < list.Size(); ++i) {
    const std::string here = where + "/" + std::to_string(i);
    const Json& item = list[i];
    if (!item.IsObject()) {
      reader.problem(here, "must be an object");
      continue;
    }
    reader.known_keys(item, {"label", "aliases", "key", "alone", "unit", "units", "role", "children"}, here);
    FormNode node;
    node.label = reader.text(item, "label", here, true);
    node.names = reader.label(node.label, reader.texts(item, "aliases", here));
    node.carries = item.HasMember("key");
    node.key = reader.text(item, "key", here);
    node.alone = reader.text(item, "alone", here);
    node.units = reader.texts(item, "units", here);
    if (item.HasMember("unit")) node.units = {reader.text(item, "unit", here)};
    const std::string role = reader.text(item, "role", here);
    node.unit_column = role == "unit";
    if (!role.empty() && role != "unit" && role != "other") reader.problem(here + "/role", "must be unit or other");
    if (node.units.empty()) node.units = context.units;
    node.parent = context.parent;
    node.block = context.block;
    const Json& children = reader.list(item, "children", here, false);
    NodeContext below = context;
    below.parent = static_cast<int>(out.size());
    below.units = node.units;
    ++below.depth;
    if (!node.carries && children.Empty() && role.empty()) {
      reader.problem(here, "has neither a key nor children");
    }
    out.push_back(std::move(node));
    if (below.depth > deepest) {
      reader.problem(here, "is nested too deeply");
    } else {
      read_nodes(reader, children, here + "/children", below, out);
    }
  }
}

std::vector<Label> labels_of(Reader& reader, const std::vector<std::string>& texts) {
  std::vector<Label> out;
  out.reserve(texts.size());
  for (const std::string& text : texts) out.push_back(reader.label(text));
  return out;
}

FormTable read_table(Reader& reader, const Json& item, const std::string& where) {
  FormTable table;
  reader.known_keys(item, {"name", "headings", "unit", "corner", "blocks"}, where);
  table.name = reader.text(item, "name", where, true);
  table.headings = labels_of(reader, reader.texts(item, "headings", where));
  table.corner = labels_of(reader, reader.texts(item, "corner", where));
  const std::string unit = reader.text(item, "unit", where);
  const Json& blocks = reader.list(item, "blocks", where, true);
  for (rapidjson::SizeType i = 0; i < blocks.Size(); ++i) {
    const std::string here = where + "/blocks/" + std::to_string(i);
    if (!blocks[i].IsObject()) {
      reader.problem(here, "must be an object");
      continue;
    }
    reader.known_keys(blocks[i], {"heading", "columns", "rows"}, here);
    FormBlock block;
    block.heading = reader.text(blocks[i], "heading", here);
    NodeContext context;
    read_nodes(reader, reader.list(blocks[i], "columns", here, true), here + "/columns", context, block.columns);
    context.block = static_cast<int>(table.blocks.size());
    if (!unit.empty()) context.units = {unit};
    if (!block.heading.empty()) {
      FormNode heading;
      heading.label = block.heading;
      heading.names = reader.label(block.heading);
      heading.block = context.block;
      context.parent = static_cast<int>(table.rows.size());
      table.rows.push_back(std::move(heading));
    }
    read_nodes(reader, reader.list(blocks[i], "rows", here, true), here + "/rows", context, table.rows);
    table.blocks.push_back(std::move(block));
  }
  return table;
}

CheckRule read_check(Reader& reader, const Json& item, const std::string& where) {
  CheckRule rule;
  rule.table = reader.text(item, "table", where);
  if (item.HasMember("outcomes")) {
    rule.kind = CheckRule::Kind::outcomes;
    rule.total = reader.text(item, "outcomes", where);
    rule.parts = {reader.text(item, "under", where, true)};
  } else if (item.HasMember("balance")) {
    rule.kind = CheckRule::Kind::balance;
    rule.parts = reader.texts(item, "balance", where);
    rule.others = reader.texts(item, "equals", where);
  } else if (item.HasMember("follows")) {
    rule.kind = CheckRule::Kind::follows;
    rule.parts = reader.texts(item, "follows", where);
    if (rule.parts.size() != 2) reader.problem(where + "/follows", "must be two rows: of one year, and of the next");
  } else {
    rule.total = reader.text(item, "sum", where, true);
    rule.parts = reader.texts(item, "parts", where);
    if (rule.total == "across") {
      rule.kind = CheckRule::Kind::across;
      rule.total = reader.text(item, "total", where, true);
    }
  }
  if (rule.parts.empty()) reader.problem(where, "has no parts");
  return rule;
}

}  // namespace

std::string join_keys(std::string_view row, std::string_view column) {
  std::string path(row);
  if (!row.empty() && !column.empty()) path += '.';
  path += column;
  return path;
}

std::vector<std::string> label_path(const std::vector<FormNode>& nodes, int node) {
  std::vector<std::string> path;
  for (int at = node; at >= 0; at = nodes[static_cast<std::size_t>(at)].parent) {
    const std::string& label = nodes[static_cast<std::size_t>(at)].label;
    if (!label.empty()) path.push_back(label);
  }
  std::reverse(path.begin(), path.end());
  return path;
}

std::vector<FormField> fields_of(const Form& form) {
  std::vector<FormField> fields;
  for (const FormTable& table : form.tables) {
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      const FormNode& row = table.rows[r];
      if (!row.carries) continue;
      const std::vector<FormNode>& columns = table.blocks[static_cast<std::size_t>(row.block)].columns;
      for (std::size_t c = 0; c < columns.size(); ++c) {
        if (!columns[c].carries) continue;
        FormField field;
        field.path = join_keys(row.key, columns[c].key);
        field.table = table.name;
        field.row = label_path(table.rows, static_cast<int>(r));
        field.column = label_path(columns, static_cast<int>(c));
        const std::vector<std::string>& units = columns[c].units.empty() ? row.units : columns[c].units;
        if (units.size() == 1) field.unit = units.front();
        for (std::size_t u = 0; units.size() > 1 && u < units.size(); ++u) {
          field.unit += (u == 0 ? "as printed (" : " or ") + units[u] + (u + 1 == units.size() ? ")" : "");
        }
        fields.push_back(std::move(field));
      }
    }
  }
  return fields;
}

namespace {

/// What is wrong with the fields as a whole. Expanding them takes as long as parsing: not done for the bundled forms,
/// which form_test checks.
void check_fields(const Form& form, Reader& reader) {
  std::set<std::string> paths;
  for (const FormField& field : fields_of(form)) {
    if (!paths.insert(field.path).second) reader.problem("/tables", "two cells have the path " + field.path);
  }
  if (paths.empty()) reader.problem("/tables", "no field is defined");
}

ParsedForm parse(std::string_view json, KnownLabels& known, bool check) {
  ParsedForm parsed;
  Reader reader(parsed.problems, known);
  if (json.substr(0, 3) == "\xEF\xBB\xBF") json.remove_prefix(3);
  // Iterative: a file of brackets must not use up the stack.
  rapidjson::Document root;
  root.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(json.data(), json.size());
  // The parser takes a NUL for the end of the text.
  if (root.HasParseError() || !root.IsObject() || json.find('\0') != std::string_view::npos) {
    reader.problem("", "is no JSON object");
    return parsed;
  }
  reader.known_keys(root, {"name", "title", "told_by", "tables", "checks"}, "");
  Form& form = parsed.form;
  form.name = reader.text(root, "name", "", true);
  form.title = reader.text(root, "title", "");
  const Json& ranks = reader.list(root, "told_by", "", false);
  for (rapidjson::SizeType i = 0; i < ranks.Size(); ++i) {
    form.told_by.push_back(reader.texts(ranks[i], "/told_by/" + std::to_string(i)));
  }
  const Json& tables = reader.list(root, "tables", "", true);
  for (rapidjson::SizeType i = 0; i < tables.Size(); ++i) {
    const std::string here = "/tables/" + std::to_string(i);
    if (tables[i].IsObject()) {
      form.tables.push_back(read_table(reader, tables[i], here));
    } else {
      reader.problem(here, "must be an object");
    }
  }
  const Json& checks = reader.list(root, "checks", "", false);
  for (rapidjson::SizeType i = 0; i < checks.Size(); ++i) {
    const std::string here = "/checks/" + std::to_string(i);
    if (checks[i].IsObject()) {
      form.checks.push_back(read_check(reader, checks[i], here));
    } else {
      reader.problem(here, "must be an object");
    }
  }
  if (check) check_fields(form, reader);
  return parsed;
}

}  // namespace

ParsedForm parse_form(std::string_view json) {
  KnownLabels known;
  return parse(json, known, true);
}

std::vector<Form> parse_bundled_forms() {
  std::vector<Form> all;
  KnownLabels known;
  for (const std::string_view text : bundled_form_texts()) all.push_back(parse(text, known, false).form);
  return all;
}

}  // namespace fubiao
