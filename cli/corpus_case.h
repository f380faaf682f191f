// The files of a case: the report, and beside it its truth, its tables, what the case is about, and the result that was
// accepted last.
//
//     2023/a.pdf                  the report
//     2023/a.truth.json           title, agency, year, form and fields, for every a.* (spec: "Truth beside a file")
//     2023/a.tables.json          its tables as `fubiao tables` gives them
//     2023/a.case.json            what the case proves, its switches; else case.json, for every file of the folder
//     2023/a.pdf.accepted.json    what `fubiao corpus accept` keeps
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "cli/corpus_result.h"
#include "cli/inputs.h"
#include "layout/table.h"

namespace fubiao {

/// A cell as tables are compared: its place, its spans, its text in NFC without white space.
struct GridCell {
  int row = 0;
  int column = 0;
  int row_span = 1;
  int column_span = 1;
  std::string text;
  friend bool operator<(const GridCell& a, const GridCell& b) {
    return std::tie(a.row, a.column, a.row_span, a.column_span, a.text) <
           std::tie(b.row, b.column, b.row_span, b.column_span, b.text);
  }
  friend bool operator==(const GridCell&, const GridCell&) = default;
};
struct GridView {
  int rows = 0;
  int columns = 0;
  std::vector<GridCell> cells;  ///< sorted
  friend bool operator==(const GridView&, const GridView&) = default;
};
GridView grid_view(const Table& table);

/// NFC without white space: how texts compare (spec, "The tables").
std::string folded_text(std::string_view text);

struct Truth {
  TruthState state = TruthState::none;
  ReportHead head;
  FieldValues fields;
  std::vector<FailingCheck> failing_checks;
  std::optional<std::vector<GridView>> tables;
};

/// The truth beside a report. Throws BrokenJson: a truth that nobody can read must not pass for none.
Truth truth_beside(const std::filesystem::path& report);

/// What is said of it. Throws BrokenJson.
CaseAbout about_case(const std::filesystem::path& report);

/// Where the accepted result of an input is kept: beside the report, or below `folder` (--accepted).
std::filesystem::path accepted_file(const Input& input, const std::optional<std::string>& folder);

}  // namespace fubiao
