// Writing the JSON of the output contract.
//
// Decides: the order of the keys, what is null and what is absent, and how a number looks. Why RapidJSON: a value is
// printed as the decimal it was read as, up to 36 digits, so it must never become a double on the way out; nlohmann
// has no raw number, RapidJSON's writer has one (RawValue), and it streams without building a tree. The tree of `data`
// is ours, since paths nest in the order of their first appearance.
//
// Invariants: UTF-8 in NFC whatever bytes come in; the same input gives the same bytes, in any locale; what is
// unknown is null in report.*, value, holds, expected and printed and absent elsewhere. Does not apply to: validation
// of the report. A path that is both a value and an object (which no form has) keeps its first meaning in `data`;
// `cells` lists both.
#include "normalize/json.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "normalize/json_writer.h"

namespace fubiao {
namespace {

using Writer = JsonWriter;

constexpr char report_schema[] = "fubiao/report/1";
constexpr char tables_schema[] = "fubiao/tables/1";

// ---- coordinates ----------------------------------------------------------------------------------------------

/// A tenth of a point (0.035 mm) is finer than any page is read; more digits would be noise of the matrices.
void write_coordinate(Writer& writer, double value) {
  char buffer[64];
  if (!std::isfinite(value) || std::abs(value) > 1e9) value = 0;
  value = std::round(value * 10) / 10 + 0.0;  // + 0.0: no "-0.0"
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, 1).ptr;
  writer.RawValue(buffer, static_cast<std::size_t>(end - buffer), rapidjson::kNumberType);
}

void write_coordinates(Writer& writer, const Box& box) {
  for (double value : {box.x0, box.y0, box.x1, box.y1}) write_coordinate(writer, value);
}
void write_box(Writer& writer, const Box& box) {
  writer.StartArray();
  write_coordinates(writer, box);
  writer.EndArray();
}
void box_member(Writer& writer, const char* key, const Box& box) {
  writer.Key(key);
  write_box(writer, box);
}

// ---- data -----------------------------------------------------------------------------------------------------

struct Node {
  std::string_view key;
  const Field* leaf = nullptr;
  std::vector<Node> children;
};

void insert(Node& root, const Field& field) {
  Node* node = &root;
  std::string_view rest = field.path;
  for (;;) {
    const std::size_t dot = rest.find('.');
    const std::string_view key = rest.substr(0, dot);
    const auto found =
        std::find_if(node->children.begin(), node->children.end(), [&](const Node& child) { return child.key == key; });
    const bool last = dot == std::string_view::npos;
    if (found != node->children.end()) {
      if (last || found->leaf != nullptr) return;  // twice, or a value that should be an object: the first stays
      node = &*found;
    } else {
      node->children.push_back({key, last ? &field : nullptr, {}});
      if (last) return;
      node = &node->children.back();
    }
    rest.remove_prefix(dot + 1);
  }
}

void write_node(Writer& writer, const Node& node) {
  if (node.leaf != nullptr) {
    write(writer, node.leaf->value);
    return;
  }
  writer.StartObject();
  for (const Node& child : node.children) {
    writer.Key(clean_text(child.key));
    write_node(writer, child);
  }
  writer.EndObject();
}

// ---- the parts ------------------------------------------------------------------------------------------------

void write_source(Writer& writer, const SourceInfo& source) {
  writer.Key("source");
  writer.StartObject();
  member(writer, "path", source.path);
  member_if(writer, "format", source.format);
  member_if(writer, "sha256", source.sha256);
  if (source.bytes) {
    writer.Key("bytes");
    writer.Uint64(*source.bytes);
  }
  member_if(writer, "pages", source.pages);
  member_if(writer, "producer", source.producer);
  writer.EndObject();
}

void write_cell(Writer& writer, const Field& field) {
  member(writer, "field", field.path);
  member(writer, "value", field.value);
  member(writer, "text", field.text);
  member_if(writer, "unit", field.unit);
  member(writer, "status", name(field.status));
  member_if(writer, "page", field.page);
  if (field.box && !field.box->empty()) box_member(writer, "bbox", *field.box);
  member(writer, "table", field.table);
  member(writer, "row", field.row);
  member(writer, "column", field.column);
}

void write_section(Writer& writer, const Section& section) {
  member(writer, "heading", section.heading);
  member(writer, "level", section.level);
  member(writer, "text", section.text);
}

void write_check(Writer& writer, const Check& check) {
  member(writer, "check", check.name);
  writer.Key("holds");
  if (check.holds) {
    writer.Bool(*check.holds);
  } else {
    writer.Null();
  }
  member(writer, "expected", check.expected);
  member(writer, "printed", check.printed);
  strings(writer, "fields", check.fields);
}

void write_finding(Writer& writer, const Finding& finding) {
  member(writer, "code", finding.code);
  member(writer, "severity", name(finding.severity));
  member(writer, "message", finding.message);
  strings(writer, "fields", finding.fields);
  write_place(writer, finding.place);
}

void write_table_cell(Writer& writer, const Cell& cell) {
  member(writer, "row", cell.row);
  member(writer, "col", cell.column);
  member(writer, "row_span", cell.row_span);
  member(writer, "col_span", cell.column_span);
  member(writer, "text", cell.text);
  if (cell.parts.empty()) return;
  member(writer, "page", cell.parts.front().page);
  box_member(writer, "bbox", cell.parts.front().box);
}

void write_table(Writer& writer, const Table& table) {
  writer.StartObject();
  if (!table.parts.empty()) {
    member(writer, "page", table.parts.front().page);
    array_on_line(writer, "pages", [&](Writer& inner) {
      for (const CellPart& part : table.parts) inner.Int(part.page);
    });
    array_on_line(writer, "bbox", [&](Writer& inner) { write_coordinates(inner, table.parts.front().box); });
    array_on_line(writer, "bboxes", [&](Writer& inner) {
      for (const CellPart& part : table.parts) write_box(inner, part.box);
    });
  }
  member_if(writer, "caption", table.caption);
  member(writer, "rows", table.rows);
  member(writer, "columns", table.columns);
  lines(writer, "cells", table.cells, write_table_cell);
  writer.EndObject();
}

void write_tables(Writer& writer, const Layout& layout) {
  writer.Key("tables");
  writer.StartArray();
  for (const Table& table : layout.tables) write_table(writer, table);
  writer.EndArray();
}

}  // namespace

std::string to_json(const SourceInfo& source, const Report& report, const Layout* tables, JsonStyle style) {
  return object(style, [&](Writer& writer) {
    member(writer, "schema", std::string_view(report_schema));
    write_source(writer, source);
    writer.Key("report");
    writer.StartObject();
    member(writer, "form", report.form);
    member(writer, "title", report.title);
    member(writer, "agency", report.agency);
    member(writer, "year", report.year);
    writer.EndObject();
    Node data;
    for (const Field& field : report.fields) insert(data, field);
    writer.Key("data");
    write_node(writer, data);
    lines(writer, "cells", report.fields, write_cell);
    lines(writer, "sections", report.sections, write_section);
    lines(writer, "checks", report.checks, write_check);
    lines(writer, "findings", report.findings, write_finding);
    if (tables != nullptr) write_tables(writer, *tables);
  });
}

std::string to_json(const SourceInfo& source, const Error& error, JsonStyle style, OutputKind kind) {
  return object(style, [&](Writer& writer) {
    member(writer, "schema", std::string_view(kind == OutputKind::report ? report_schema : tables_schema));
    write_source(writer, source);
    writer.Key("error");
    writer.StartObject();
    member(writer, "code", name(error.code()));
    member(writer, "message", std::string_view(error.what()));
    writer.EndObject();
  });
}

std::string to_json(const SourceInfo& source, const Layout& layout, JsonStyle style) {
  return object(style, [&](Writer& writer) {
    member(writer, "schema", std::string_view(tables_schema));
    write_source(writer, source);
    write_tables(writer, layout);
  });
}

std::string fields_json(const std::vector<const Form*>& forms) {
  std::string out;
  for (const Form* form : forms) {
    for (const FormField& field : fields_of(*form)) {
      rapidjson::StringBuffer buffer;
      rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
      const auto member = [&](const char* key, const std::string& text) {
        writer.Key(key);
        writer.String(clean_text(text));
      };
      const auto labels = [&](const char* key, const std::vector<std::string>& texts) {
        writer.Key(key);
        writer.StartArray();
        for (const std::string& text : texts) writer.String(clean_text(text));
        writer.EndArray();
      };
      writer.StartObject();
      member("path", field.path);
      member("form", form->name);
      member("table", field.table);
      labels("row", field.row);
      labels("column", field.column);
      member("unit", field.unit);
      writer.EndObject();
      out += (out.empty() ? "[\n" : ",\n") + std::string(buffer.GetString(), buffer.GetSize());
    }
  }
  return out.empty() ? "[]\n" : out + "\n]\n";
}

}  // namespace fubiao
