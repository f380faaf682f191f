// Decides nothing about a report: what the trees of a form say as lists of fields and paths.
//
// Invariants: nodes are in preorder with parents before children; fields_of() gives the canonical list, in the order in
// which a reader meets the cells: table by table, row by row, column by column.
//
// It does not apply to form files: see form_parse.cc and form_check.h.
#include "normalize/form.h"

#include <algorithm>

#include "normalize/index.h"

namespace fubiao {

std::string join_keys(std::string_view row, std::string_view column) {
  std::string path(row);
  if (!row.empty() && !column.empty()) path += '.';
  path += column;
  return path;
}

bool is_no_field(const std::vector<FormNode>& nodes, std::size_t node) {
  if (nodes[node].carries || nodes[node].unit_column || !nodes[node].alone.empty()) return false;
  return std::none_of(nodes.begin(), nodes.end(),
                      [node](const FormNode& other) { return other.parent == static_cast<int>(node); });
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

std::vector<std::string> paths_of(const Form& form) {
  std::vector<std::string> paths;
  for (const FormTable& table : form.tables) {
    for (const FormNode& row : table.rows) {
      for (const std::string* key : {&row.alone, &row.key}) {
        if (key == &row.key ? !row.carries : row.alone.empty()) continue;
        for (const FormNode& column : table.blocks[index(row.block)].columns) {
          if (column.carries) paths.push_back(join_keys(*key, column.key));
        }
      }
    }
  }
  return paths;
}

bool tells(const std::string& rule, const std::string& path) {
  return rule == "*" || path == rule ||
         (path.size() > rule.size() && path.compare(0, rule.size() + 1, rule + ".") == 0);
}

}  // namespace fubiao
