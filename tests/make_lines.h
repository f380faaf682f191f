// Text for tests of tables without rules: runs of letters, each where it begins; as lines, or painted on a page.
#pragma once

#include <string>
#include <vector>

#include "layout/segments.h"
#include "layout/table.h"
#include "tests/make_page.h"

namespace fubiao {

struct TextRun {
  double x0 = 0;
  std::string text;  ///< ASCII in lines_of; any in put_runs
};

using Rows = std::vector<std::vector<TextRun>>;

/// Lines of 10 pt, 14 pt apart; a letter is 5 pt wide. An empty row leaves a line free.
inline std::vector<SegmentLine> lines_of(const Rows& rows) {
  std::vector<SegmentLine> lines;
  double baseline = 100;
  for (const std::vector<TextRun>& row : rows) {
    SegmentLine line;
    for (const TextRun& run : row) {
      TextSegment segment;
      segment.text = run.text;
      segment.figure = is_figure(run.text);
      segment.size = 10;
      segment.baseline = baseline;
      segment.box = {run.x0, baseline - 8.8, run.x0 + 5 * static_cast<double>(run.text.size()), baseline + 1.2};
      line.segments.push_back(segment);
    }
    baseline += 14;
    if (line.segments.empty()) continue;
    measure(line);
    lines.push_back(line);
  }
  return lines;
}

/// Paints the same, from a baseline on; gives back the baseline of the line after the last.
inline double put_runs(Page& page, const Rows& rows, double baseline = 100, double pitch = 14) {
  for (const std::vector<TextRun>& row : rows) {
    for (const TextRun& run : row) put_text(page, run.x0, baseline, run.text);
    baseline += pitch;
  }
  return baseline;
}

/// A table for people: a line for each row, its cells between bars in the order of their columns; spans behind the
/// text ("2 down", "3 across"); blank cells as "-".
inline std::string to_text(const Table& table) {
  std::string out;
  int row = -1;
  for (const Cell& cell : table.cells) {
    if (cell.row != row) out += (row < 0 ? "" : "\n") + std::string("|");
    row = cell.row;
    out += ' ' + (cell.text.empty() ? "-" : cell.text);
    if (cell.row_span > 1) out += " (" + std::to_string(cell.row_span) + " down)";
    if (cell.column_span > 1) out += " (" + std::to_string(cell.column_span) + " across)";
    out += " |";
  }
  return out;
}

}  // namespace fubiao
