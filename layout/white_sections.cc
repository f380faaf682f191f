// What stands in the middle of several columns.
//
// A text alone in its row, in the middle of the table and not at its left edge, is the title of a section and takes all
// columns. Between two titles the columns may be merged: then every row has one cell right of the stub, in one and the
// same column (or in the columns of its head), with blanks on both sides. A section that a page break cuts takes the
// columns of the row above.
//
// Does not apply to tables of fewer than three columns beside the stub. Tested by white_grid_test.cc.

#include "layout/white_sections.h"

#include <algorithm>
#include <cmath>

namespace fubiao {

namespace {

/// The columns of the cell above in the last row of the page before.
ColumnRange last_range_before(const WhiteSketch& sketch, const ColumnRange& range) {
  if (sketch.before->grid.columns() != sketch.columns()) return range;
  for (const Span& span : sketch.before->spans) {
    const int last = span.column + span.column_span - 1;
    const bool title = span.column == 0;
    if (!title && span.row + span.row_span == sketch.before->grid.rows() && span.column <= range.first &&
        range.last <= last) {
      return {span.column, last};
    }
  }
  return range;
}

/// Where every row of a section has, right of the stub, one cell in the columns of its head, the columns of the
/// section are merged. A head that is no wider than one column is in their middle, with blanks on both sides.
void widen_section(WhiteSketch& sketch, const std::vector<std::vector<PlacedBlock*>>& rows, std::size_t begin,
                   std::size_t end) {
  const int stub = std::max(1, std::min(sketch.first_figures, sketch.columns()));
  const bool goes_on = begin == 0 && sketch.before != nullptr;
  if (end == begin || sketch.columns() - stub < 3) return;
  if (!goes_on && (end - begin < 2 || end - begin == rows.size())) return;
  std::vector<PlacedBlock*> cells;  // of the section, one a row
  for (std::size_t r = begin; r < end; ++r) {
    const std::size_t before = cells.size();
    for (PlacedBlock* placed : rows[r]) {
      if (placed->block.columns.last >= stub) cells.push_back(placed);
    }
    if (cells.size() != before + 1) return;
  }
  const PlacedBlock& head = *cells.front();
  ColumnRange range = head.block.columns;
  if (goes_on && head.block.figure) {  // the head stands on the page before, or its merged columns do
    range = last_range_before(sketch, range);
  } else if (head.block.figure || head.block.columns.first < stub) {
    return;
  } else if (range.count() == 1) {
    if (range.first == stub || range.first == sketch.columns() - 1) return;
    range = {stub, sketch.columns() - 1};
  }
  for (const PlacedBlock* cell : cells) {
    if (cell->block.columns.first < range.first || cell->block.columns.last > range.last) return;
  }
  for (PlacedBlock* cell : cells) cell->block.columns = range;
}

}  // namespace

void widen_middle_cells(WhiteSketch& sketch) {
  std::vector<std::vector<PlacedBlock*>> rows(sketch.rows.size());
  for (PlacedBlock& placed : sketch.body) rows[static_cast<std::size_t>(placed.row)].push_back(&placed);
  const InkColumn& left = sketch.layout.columns.front();
  const InkColumn& right = sketch.layout.columns.back();
  std::vector<bool> title(sketch.rows.size(), false);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (rows[r].size() != 1 || sketch.columns() < 2) continue;
    TextBlock& block = rows[r].front()->block;
    const bool middle =
        std::min(std::abs(block.box.centre().x - (left.x0 + right.x1) / 2),
                 std::abs(block.box.centre().x - (left.x0 + sketch.right_side()) / 2)) < 0.8 * block.size;
    if (block.figure || !middle || block.box.x0 < left.x0 + 2 * block.size) continue;
    block.columns = {0, sketch.columns() - 1};
    title[r] = true;
  }
  // Sections: rows up to the next title.
  for (std::size_t begin = 0; begin < rows.size();) {
    std::size_t end = begin;
    while (end < rows.size() && !title[end]) ++end;
    widen_section(sketch, rows, begin, end);
    begin = std::max(end, begin) + 1;
  }
}

}  // namespace fubiao
