// Decides what a form file says, and what is wrong with its shape.
//
// Bundled forms are known to be right (form_test) and are read without any checking: it takes longer than reading. A
// file of a user's is read to its end whatever is wrong with it, so that every mistake is told at once.
//
// Invariants: nodes are in preorder with parents before children; no bytes make it throw or use up the stack.
// It does not apply to what the parts of a form say about each other: see form_check.h.
#include <algorithm>
#include <set>
#include <unordered_map>

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include "extract/limits.h"
#include "extract/utf8.h"
#include "normalize/form.h"
#include "normalize/form_check.h"

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
      if (needed) problem(where, std::string("\"") + key + "\" is missing; add it");
      return {};
    }
    if (at->value.IsString()) return string_of(at->value);
    problem(where + "/" + key, std::string("\"") + key + "\" must be a text; put it in quotes");
    return {};
  }

  /// A text that says something where it stands at all.
  std::string full_text(const Json& object, const char* key, const std::string& where, bool needed = false) {
    std::string found = text(object, key, where, needed);
    const auto at = object.FindMember(key);
    if (at != object.MemberEnd() && at->value.IsString() && found.empty())
      problem(where + "/" + key, std::string("\"") + key + "\" is empty; " + (needed ? "write it" : "leave it out"));
    return found;
  }

  std::vector<std::string> texts(const Json& object, const char* key, const std::string& where, bool needed = false) {
    const auto at = object.FindMember(key);
    if (at != object.MemberEnd()) return texts(at->value, where + "/" + key);
    if (needed) problem(where, std::string("\"") + key + "\" is missing; add it");
    return {};
  }

  std::vector<std::string> texts(const Json& value, const std::string& where) {
    std::vector<std::string> out;
    if (!value.IsArray()) {
      problem(where, "must be a list of texts; write [\"…\", \"…\"]");
      return out;
    }
    for (rapidjson::SizeType i = 0; i < value.Size(); ++i) {
      const std::string here = where + "/" + std::to_string(i);
      if (!value[i].IsString()) {
        problem(here, "must be a text; put it in quotes");
      } else if (value[i].GetStringLength() == 0) {
        problem(here, "the text is empty; write it or leave it out");
      } else {
        out.push_back(string_of(value[i]));
      }
    }
    return out;
  }

  /// The list at `key`, or an empty one.
  const Json& list(const Json& object, const char* key, const std::string& where, bool needed) {
    static const Json none(rapidjson::kArrayType);
    const auto at = object.FindMember(key);
    if (at == object.MemberEnd()) {
      if (needed) problem(where, std::string("\"") + key + "\" is missing; add it");
      return none;
    }
    if (!at->value.IsArray()) {
      problem(where + "/" + key, std::string("\"") + key + "\" must be a list; write [ … ]");
      return none;
    }
    if (needed && at->value.Empty())
      problem(where + "/" + key, std::string("\"") + key + "\" is an empty list; it needs an entry at least");
    return at->value;
  }

  bool is_object(const Json& value, const std::string& where) {
    if (!value.IsObject()) problem(where, "must be an object; write { … }");
    return value.IsObject();
  }

  void known_keys(const Json& object, std::initializer_list<const char*> keys, const std::string& where) {
    std::set<std::string> seen;
    for (const auto& member : object.GetObject()) {
      const std::string key = string_of(member.name);
      if (!seen.insert(key).second) problem(where + "/" + key, "\"" + key + "\" stands twice; leave one out");
      if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
      const std::string near = suggestion(key, {keys.begin(), keys.end()});
      problem(where + "/" + key, "\"" + key + "\" is not known here" + (near.empty() ? "; leave it out" : near));
    }
  }

  Label label(const std::string& official, const std::vector<std::string>& aliases = {}) {
    Label out;
    out.spellings.reserve(1 + aliases.size());
    if (!official.empty()) out.spellings.push_back(spelling(official));
    for (const std::string& alias : aliases) out.spellings.push_back(spelling(alias));
    return out;
  }

  std::vector<Label> labels(const std::vector<std::string>& texts) {
    std::vector<Label> out;
    out.reserve(texts.size());
    for (const std::string& text : texts) out.push_back(label(text));
    return out;
  }

  /// False when there are more than any form has; said once.
  bool count_node(const std::string& where) {
    if (++nodes_ == Limits{}.form_nodes + 1)
      problem(where,
              "there are more than " + std::to_string(Limits{}.form_nodes) + " rows and columns; split the form");
    return nodes_ <= Limits{}.form_nodes;
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
  std::size_t nodes_ = 0;
};

struct NodeContext {
  int parent = -1;
  int block = 0;
  int depth = 0;
  std::vector<std::string> units;
};

std::vector<std::string> read_units(Reader& reader, const Json& item, const std::string& where) {
  if (!item.HasMember("units")) {
    const std::string unit = reader.full_text(item, "unit", where);
    return unit.empty() ? std::vector<std::string>{} : std::vector<std::string>{unit};
  }
  if (item.HasMember("unit"))
    reader.problem(where + "/unit",
                   "\"unit\" and \"units\" stand together; keep \"units\" where the print may have either");
  std::vector<std::string> units = reader.texts(item, "units", where);
  if (units.empty()) reader.problem(where + "/units", "\"units\" names no unit; write one or leave it out");
  return units;
}

void read_nodes(Reader& reader, const Json& list, const std::string& where, const NodeContext& context,
                std::vector<FormNode>& out, std::vector<std::string>& places) {
  for (rapidjson::SizeType i = 0; i < list.Size(); ++i) {
    const std::string here = where + "/" + std::to_string(i);
    const Json& item = list[i];
    if (!reader.count_node(here)) return;
    if (!reader.is_object(item, here)) continue;
    reader.known_keys(item, {"label", "aliases", "key", "alone", "unit", "units", "role", "children"}, here);
    FormNode node;
    node.label = reader.text(item, "label", here, true);
    node.names = reader.label(node.label, reader.texts(item, "aliases", here));
    node.carries = item.HasMember("key");
    node.key = reader.text(item, "key", here);
    node.alone = reader.full_text(item, "alone", here);
    node.units = read_units(reader, item, here);
    const std::string role = reader.text(item, "role", here);
    node.unit_column = role == "unit";
    if (item.HasMember("role") && role != "unit" && role != "other")
      reader.problem(here + "/role",
                     "the roles are \"unit\", a column that prints the unit of its row, and \"other\", a row or column "
                     "that is no field; leave it out");
    if (node.units.empty()) node.units = context.units;
    node.parent = context.parent;
    node.block = context.block;
    const Json& children = reader.list(item, "children", here, false);
    NodeContext below = context;
    below.parent = static_cast<int>(out.size());
    below.units = node.units;
    ++below.depth;
    if (!node.carries && children.Empty() && role.empty()) {
      reader.problem(here, "has neither a \"key\" nor \"children\"; give it a key if it carries values");
    }
    if (!node.alone.empty() && (children.Empty() || node.carries)) {
      reader.problem(here + "/alone", "\"alone\" is for a row without a \"key\" and with \"children\"; use \"key\"");
    }
    out.push_back(std::move(node));
    places.push_back(here);
    if (below.depth > Limits{}.form_depth) {
      reader.problem(here, "is nested too deeply; official forms have four levels");
    } else {
      read_nodes(reader, children, here + "/children", below, out, places);
    }
  }
}

FormTable read_table(Reader& reader, const Json& item, const std::string& where, FormPlaces& places) {
  FormTable table;
  FormPlaces::OfTable at;
  at.table = where;
  reader.known_keys(item, {"name", "headings", "unit", "units", "corner", "blocks"}, where);
  table.name = reader.full_text(item, "name", where, true);
  table.headings = reader.labels(reader.texts(item, "headings", where));
  table.corner = reader.labels(reader.texts(item, "corner", where));
  const std::vector<std::string> units = read_units(reader, item, where);
  const Json& blocks = reader.list(item, "blocks", where, true);
  for (rapidjson::SizeType i = 0; i < blocks.Size(); ++i) {
    const std::string here = where + "/blocks/" + std::to_string(i);
    if (!reader.is_object(blocks[i], here)) continue;
    reader.known_keys(blocks[i], {"heading", "aliases", "columns", "rows"}, here);
    FormBlock block;
    block.heading = reader.full_text(blocks[i], "heading", here);
    const std::vector<std::string> aliases = reader.texts(blocks[i], "aliases", here);
    NodeContext context;
    std::vector<std::string>& columns = at.columns.emplace_back();
    read_nodes(reader, reader.list(blocks[i], "columns", here, true), here + "/columns", context, block.columns,
               columns);
    context.block = static_cast<int>(table.blocks.size());
    context.units = units;
    if (!block.heading.empty()) {
      FormNode heading;
      heading.label = block.heading;
      heading.names = reader.label(block.heading, aliases);
      heading.block = context.block;
      context.parent = static_cast<int>(table.rows.size());
      table.rows.push_back(std::move(heading));
      at.rows.push_back(here);
    }
    read_nodes(reader, reader.list(blocks[i], "rows", here, true), here + "/rows", context, table.rows, at.rows);
    table.blocks.push_back(std::move(block));
  }
  places.tables.push_back(std::move(at));
  return table;
}

CheckRule read_check(Reader& reader, const Json& item, const std::string& where) {
  CheckRule rule;
  rule.table = reader.full_text(item, "table", where);
  bool needs_table = true;
  if (item.HasMember("outcomes")) {
    reader.known_keys(item, {"outcomes", "under", "table"}, where);
    rule.kind = CheckRule::Kind::outcomes;
    rule.total = reader.text(item, "outcomes", where);
    rule.parts = {reader.full_text(item, "under", where, true)};
  } else if (item.HasMember("balance")) {
    reader.known_keys(item, {"balance", "equals", "table"}, where);
    rule.kind = CheckRule::Kind::balance;
    rule.parts = reader.texts(item, "balance", where);
    rule.others = reader.texts(item, "equals", where, true);
  } else if (item.HasMember("follows")) {
    reader.known_keys(item, {"follows", "table"}, where);
    rule.kind = CheckRule::Kind::follows;
    rule.parts = reader.texts(item, "follows", where);
    if (rule.parts.size() != 2)
      reader.problem(where + "/follows", "must be two rows; name that of one year and that of the next");
    needs_table = false;
  } else if (item.HasMember("sum")) {
    rule.total = reader.full_text(item, "sum", where, true);
    rule.parts = reader.texts(item, "parts", where, true);
    if (rule.total == "across") {
      reader.known_keys(item, {"sum", "total", "parts", "table"}, where);
      rule.kind = CheckRule::Kind::across;
      rule.total = reader.full_text(item, "total", where, true);
    } else {
      reader.known_keys(item, {"sum", "parts"}, where);
      needs_table = false;
    }
  } else {
    reader.problem(where, "is no check; it needs \"sum\", \"outcomes\", \"balance\" or \"follows\"");
    return rule;
  }
  if (rule.parts.empty()) reader.problem(where, "has no parts; name what is added up");
  if (needs_table && rule.table.empty() && !item.HasMember("table"))
    reader.problem(where, "\"table\" is missing; name the table whose rows these are");
  return rule;
}

void read_family(Reader& reader, const Json& root, Form& form) {
  const auto at = root.FindMember("family");
  if (at == root.MemberEnd()) return;
  if (at->value.IsString()) {
    form.family_of = reader.full_text(root, "family", "");
    return;
  }
  if (!at->value.IsObject()) {
    reader.problem("/family", "must be an object, or the name of the form that has it");
    return;
  }
  reader.known_keys(at->value, {"titles", "agency", "years", "sections"}, "/family");
  form.family.titles = reader.texts(at->value, "titles", "/family");
  form.family.years = reader.texts(at->value, "years", "/family");
  form.family.sections = reader.texts(at->value, "sections", "/family");
  const auto agency = at->value.FindMember("agency");
  if (agency == at->value.MemberEnd() || !reader.is_object(agency->value, "/family/agency")) return;
  reader.known_keys(agency->value, {"ends", "made", "reports", "announced"}, "/family/agency");
  form.family.agency_ends = reader.texts(agency->value, "ends", "/family/agency");
  form.family.made = reader.texts(agency->value, "made", "/family/agency");
  form.family.reports = reader.texts(agency->value, "reports", "/family/agency");
  form.family.announced = reader.texts(agency->value, "announced", "/family/agency");
}

void check_name(Reader& reader, const std::string& name) {
  constexpr std::size_t longest = 64;
  const bool odd = name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos;
  if (odd || name.size() > longest || (!name.empty() && name.front() == '-'))
    reader.problem("/name", "\"" + name.substr(0, longest) +
                                "\" is no name of a form; use lower-case letters, digits and \"-\", at most 64");
}

ParsedForm parse(std::string_view json, KnownLabels& known, bool check) {
  ParsedForm parsed;
  Reader reader(parsed.problems, known);
  if (json.substr(0, 3) == "\xEF\xBB\xBF") json.remove_prefix(3);
  if (json.size() > Limits{}.form_bytes) {
    reader.problem("", "the file is larger than any form (" + std::to_string(Limits{}.form_bytes >> 20) +
                           " MiB); is it another kind of file?");
    return parsed;
  }
  // Iterative: a file of brackets must not use up the stack.
  rapidjson::Document root;
  root.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(json.data(), json.size());
  // The parser takes a NUL for the end of the text.
  const std::size_t nul = json.find('\0');
  if (root.HasParseError() || nul != std::string_view::npos) {
    const std::size_t at = nul != std::string_view::npos ? nul : root.GetErrorOffset();
    const TextPlace place = place_at(json, at);
    std::string why = nul != std::string_view::npos ? "A NUL byte." : rapidjson::GetParseError_En(root.GetParseError());
    if (!why.empty() && why.back() == '.') why.pop_back();
    parsed.problems.push_back({"",
                               "the text is no JSON at column " + std::to_string(place.column) + ": " + why +
                                   "; mend it there or just before",
                               place});
    return parsed;
  }
  if (!reader.is_object(root, "")) return parsed;
  reader.known_keys(root, {"name", "title", "family", "told_by", "tables", "checks"}, "");
  Form& form = parsed.form;
  FormPlaces places;
  form.name = reader.full_text(root, "name", "", true);
  form.title = reader.full_text(root, "title", "", check);
  read_family(reader, root, form);
  const Json& ranks = reader.list(root, "told_by", "", false);
  for (rapidjson::SizeType i = 0; i < ranks.Size(); ++i) {
    places.told_by.push_back("/told_by/" + std::to_string(i));
    form.told_by.push_back(reader.texts(ranks[i], places.told_by.back()));
  }
  const Json& tables = reader.list(root, "tables", "", true);
  for (rapidjson::SizeType i = 0; i < tables.Size(); ++i) {
    const std::string here = "/tables/" + std::to_string(i);
    if (reader.is_object(tables[i], here)) form.tables.push_back(read_table(reader, tables[i], here, places));
  }
  const Json& checks = reader.list(root, "checks", "", false);
  for (rapidjson::SizeType i = 0; i < checks.Size(); ++i) {
    places.checks.push_back("/checks/" + std::to_string(i));
    form.checks.emplace_back();
    if (reader.is_object(checks[i], places.checks.back()))
      form.checks.back() = read_check(reader, checks[i], places.checks.back());
  }
  if (!check) return parsed;
  check_name(reader, form.name);
  // What is wrong with the shape hides parts of the form; what those parts lack would be told twice.
  if (parsed.problems.empty()) check_form(form, places, parsed.problems);
  return parsed;
}

}  // namespace

std::string suggestion(std::string_view word, const std::vector<std::string>& known) {
  // A third of a word may be wrong; of a short one, one letter.
  const std::u32string points = to_u32(word);
  int least = std::max(1, (static_cast<int>(points.size()) + 1) / 3) + 1;
  const std::string* nearest = nullptr;
  for (const std::string& other : known) {
    const int distance = edit_distance(points, to_u32(other), least);
    if (distance < least) least = distance, nearest = &other;
  }
  return nearest == nullptr ? "" : "; did you mean \"" + *nearest + "\"?";
}

ParsedForm parse_form(std::string_view json) {
  KnownLabels known;
  ParsedForm parsed = parse(json, known, true);
  if (parsed.problems.empty() || parsed.problems.front().place.column > 1 || parsed.problems.front().place.line > 1)
    return parsed;
  const std::map<std::string, TextPlace> places = lines_of(json);
  for (FormProblem& problem : parsed.problems) {
    // A key that is missing is told of its object, a part nested beyond any form of what it stands in.
    std::string where = problem.where;
    auto at = places.find(where);
    while (at == places.end() && !where.empty()) at = places.find(where.erase(where.rfind('/')));
    if (at != places.end()) problem.place = at->second;
  }
  std::stable_sort(parsed.problems.begin(), parsed.problems.end(),
                   [](const FormProblem& a, const FormProblem& b) { return a.place.line < b.place.line; });
  return parsed;
}

std::vector<Form> parse_bundled_forms() {
  std::vector<Form> all;
  KnownLabels known;
  for (const std::string_view text : bundled_form_texts()) all.push_back(parse(text, known, false).form);
  return all;
}

}  // namespace fubiao
