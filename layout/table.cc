// The matrix view of a table and the test of its invariants. Decides nothing: cells with spans are the truth, and a
// table that breaks its promise (overlaps, holes, cells that stick out) is shown as it is, so that a test can see it.
#include "layout/table.h"

namespace fubiao {

std::vector<int> slots(const Table& table) {
  std::vector<int> view(static_cast<std::size_t>(table.rows) * static_cast<std::size_t>(table.columns), -1);
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    const Cell& cell = table.cells[i];
    for (int r = cell.row; r < cell.row + cell.row_span && r < table.rows; ++r) {
      for (int c = cell.column; c < cell.column + cell.column_span && c < table.columns; ++c) {
        if (r < 0 || c < 0) continue;
        view[static_cast<std::size_t>(r) * static_cast<std::size_t>(table.columns) + static_cast<std::size_t>(c)] =
            static_cast<int>(i);
      }
    }
  }
  return view;
}

bool covers_exactly_once(const Table& table) {
  long area = 0;
  for (const Cell& cell : table.cells) {
    if (cell.row < 0 || cell.column < 0 || cell.row_span < 1 || cell.column_span < 1) return false;
    if (cell.row + cell.row_span > table.rows || cell.column + cell.column_span > table.columns) return false;
    area += static_cast<long>(cell.row_span) * cell.column_span;
  }
  if (area != static_cast<long>(table.rows) * table.columns) return false;
  for (int index : slots(table)) {
    if (index < 0) return false;
  }
  return true;
}

}  // namespace fubiao
