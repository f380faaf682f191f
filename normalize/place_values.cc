// Decides which value of a row belongs to which head.
//
// In a sound table each head has one cell below it and each cell one head above it, whatever the grid columns are. A
// blank or "/" cell merged over several heads says the same of each. Where cells and heads are equally many but shifted
// against each other (an extra grid line between them), they go together in order. Anything else is a row whose values
// may have moved: what stands alone under one head is still given, the whole row in doubt.
//
// Invariant: every cell with text is given to a head or is in `left`.
// It does not apply to columns whose head is not known: a head without a label takes part like any other.
#include "normalize/place_values.h"
#include "normalize/index.h"

#include <algorithm>

namespace fubiao {

bool overlap(const Cell& cell, const Head& head) {
  return cell.column <= head.last && cell.column + cell.column_span - 1 >= head.first;
}

Placed place_values(const DataRow& row, const std::vector<Head>& heads, const Table& table,
                    const std::vector<CellSight>& sight) {
  Placed placed;
  placed.cells.assign(heads.size(), -1);
  std::vector<std::vector<std::size_t>> above(row.values.size());  // heads of each cell
  std::vector<std::vector<std::size_t>> below(heads.size());       // cells with text of each head
  std::vector<int> any(heads.size(), -1);
  for (std::size_t v = 0; v < row.values.size(); ++v) {
    const Cell& cell = table.cells[index(row.values[v])];
    const CellSight& seen = sight[index(row.values[v])];
    for (std::size_t h = 0; h < heads.size(); ++h) {
      if (!overlap(cell, heads[h])) continue;
      above[v].push_back(h);
      if (!seen.blank) below[h].push_back(v);
      if (any[h] < 0) any[h] = row.values[v];
    }
  }
  // "/" or nothing over several heads at once.
  const auto says_nothing = [&](std::size_t v) {
    const CellSight& seen = sight[index(row.values[v])];
    return seen.blank || seen.nothing;
  };
  bool clean = true;
  for (std::size_t v = 0; v < row.values.size(); ++v) {
    if (above[v].size() > 1 && !says_nothing(v)) clean = false;
  }
  for (std::size_t h = 0; h < heads.size(); ++h) {
    if (below[h].size() > 1 || any[h] < 0) clean = false;
  }
  if (clean) {
    for (std::size_t h = 0; h < heads.size(); ++h)
      placed.cells[h] = below[h].empty() ? any[h] : row.values[below[h].front()];
  } else if (row.values.size() == heads.size()) {
    placed.cells = row.values;
    for (std::size_t h = 0; h < heads.size(); ++h) {
      if (!overlap(table.cells[index(row.values[h])], heads[h])) placed.doubtful = true;
    }
  } else {
    placed.doubtful = row.label.values;
    for (std::size_t h = 0; h < heads.size(); ++h) {
      if (below[h].size() == 1 && above[below[h].front()].size() == 1) {
        placed.cells[h] = row.values[below[h].front()];
      } else if (below[h].empty() && any[h] >= 0) {
        placed.cells[h] = any[h];
      }
    }
  }
  for (const int cell : row.values) {
    const bool given = std::find(placed.cells.begin(), placed.cells.end(), cell) != placed.cells.end();
    if (!given && !sight[index(cell)].blank) placed.left.push_back(cell);
  }
  if (row.odd) placed.doubtful = true;
  return placed;
}

}  // namespace fubiao
