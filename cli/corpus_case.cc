#include "cli/corpus_case.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "cli/code_points.h"
#include "cli/diagnostics.h"
#include "cli/json_tree.h"
#include "normalize/clean_text.h"

namespace fubiao {
namespace {

namespace fs = std::filesystem;

/// "2023/a.pdf" and ".truth.json" give "2023/a.truth.json".
fs::path beside(fs::path report, std::string_view extension) {
  report.replace_extension();
  report += extension;
  return report;
}

int required_integer(const JsonNode& object, const char* key) {
  const std::optional<int> number = integer_of(object, key);
  if (!number) throw BrokenJson(std::string("a cell or table without \"") + key + '"');
  return *number;
}

GridView grid_view(const JsonNode& table) {
  GridView grid{required_integer(table, "rows"), required_integer(table, "columns"), {}};
  const JsonNode* cells = member_of(table, "cells");
  if (cells == nullptr || !cells->IsArray()) throw BrokenJson("a table without \"cells\"");
  for (const JsonNode& cell : cells->GetArray()) {
    grid.cells.push_back({required_integer(cell, "row"), required_integer(cell, "col"),
                          required_integer(cell, "row_span"), required_integer(cell, "col_span"),
                          folded_text(text_of(cell, "text").value_or(""))});
  }
  std::sort(grid.cells.begin(), grid.cells.end());
  return grid;
}

Truth truth_of(const JsonNode& tree) {
  const JsonNode* fields = member_of(tree, "fields");
  if (fields == nullptr || !fields->IsObject()) throw BrokenJson("has no \"fields\"");
  Truth truth;
  truth.state = flag_of(tree, "unchecked") ? TruthState::unchecked : TruthState::checked;
  truth.head = {text_of(tree, "form"), text_of(tree, "title"), text_of(tree, "agency"), integer_of(tree, "year")};
  for (const auto& field : fields->GetObject()) {
    const std::string path(field.name.GetString(), field.name.GetStringLength());
    try {
      if (!truth.fields.emplace(path, decimal_of(field.value)).second) throw BrokenJson("stands there twice");
    } catch (const BrokenJson& broken) {
      throw BrokenJson(path + ": " + broken.what());
    }
  }
  if (const JsonNode* checks = member_of(tree, "failing_checks"); checks != nullptr && checks->IsArray()) {
    for (const JsonNode& check : checks->GetArray()) {
      truth.failing_checks.push_back(
          {text_of(check, "check").value_or(""), decimal_of(check, "expected"), decimal_of(check, "printed"), {}});
    }
  }
  return truth;
}

std::vector<GridView> grids_of(const JsonNode& tree) {
  const JsonNode* tables = member_of(tree, "tables");
  if (tables == nullptr || !tables->IsArray()) throw BrokenJson("has no \"tables\"");
  std::vector<GridView> grids;
  for (const JsonNode& table : tables->GetArray()) grids.push_back(grid_view(table));
  return grids;
}

/// `read`, with the name of the file before whatever is wrong in it.
template <class Read>
auto from_file(const fs::path& file, const JsonTree& tree, const Read& read) {
  try {
    return read(tree);
  } catch (const BrokenJson& broken) {
    throw BrokenJson(valid_utf8(file.native()) + ": " + broken.what());
  }
}

/// "name", or "name=value" where the value is a short word.
std::optional<std::string> switch_name(const std::string& name, const JsonNode& value) {
  if (value.IsNull() || value.IsFalse()) return std::nullopt;
  if (!value.IsString()) return name;
  const std::string word(value.GetString(), value.GetStringLength());
  const bool number = word.find_first_not_of("0123456789.-") == std::string::npos;
  const bool named = !number && word.size() <= 24 && word.find('.') == std::string::npos;
  return named ? name + "=" + word : name;
}

}  // namespace

std::string folded_text(std::string_view text) {
  std::string folded;
  const std::string clean = clean_text(text);
  each_code_point(clean, [&](UChar32 c, std::string_view bytes) {
    if (!u_isUWhiteSpace(c)) folded += bytes;
  });
  return folded;
}

GridView grid_view(const Table& table) {
  GridView grid{table.rows, table.columns, {}};
  for (const Cell& c : table.cells)
    grid.cells.push_back({c.row, c.column, c.row_span, c.column_span, folded_text(c.text)});
  std::sort(grid.cells.begin(), grid.cells.end());
  return grid;
}

Truth truth_beside(const fs::path& report) {
  const fs::path file = beside(report, ".truth.json");
  const std::optional<JsonTree> tree = read_tree(file);
  if (!tree) return {};
  Truth truth = from_file(file, *tree, truth_of);
  const fs::path tables = beside(report, ".tables.json");
  if (const std::optional<JsonTree> grids = read_tree(tables)) truth.tables = from_file(tables, *grids, grids_of);
  return truth;
}

CaseAbout about_case(const fs::path& report) {
  std::optional<JsonTree> tree = read_tree(beside(report, ".case.json"));
  if (!tree) tree = read_tree(report.parent_path() / "case.json");
  CaseAbout about;
  if (!tree) return about;
  about.proves = text_of(*tree, "proves").value_or("");
  about.form = text_of(*tree, "form").value_or("");
  about.rendition = text_of(*tree, "rendition").value_or("");
  about.evidence_taken = member_of(*tree, "evidence_taken") != nullptr;
  if (const JsonNode* renditions = member_of(*tree, "renditions"))
    about.rendition = text_of(*renditions, report.filename().c_str()).value_or(about.rendition);
  if (const JsonNode* switches = member_of(*tree, "switches"); switches != nullptr && switches->IsObject()) {
    for (const auto& [name, value] : switches->GetObject()) {
      const std::optional<std::string> shown = switch_name({name.GetString(), name.GetStringLength()}, value);
      if (shown) about.switches.push_back(*shown);
    }
  }
  return about;
}

fs::path accepted_file(const Input& input, const std::optional<std::string>& folder) {
  fs::path file = folder ? fs::path(*folder) / input.output : fs::path(input.path);
  file += ".accepted.json";
  return file;
}

}  // namespace fubiao
