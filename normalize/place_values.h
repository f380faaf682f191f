// Which value of a printed row stands under which head.
#pragma once

#include <vector>

#include "normalize/segment.h"

namespace fubiao {

struct Placed {
  std::vector<int> cells;  ///< for each head the cell under it; -1: none
  std::vector<int> left;   ///< cells with text that stand under no head, or under several
  bool doubtful = false;   ///< cells and heads do not agree
};

/// They share a grid column.
bool overlap(const Cell& cell, const Head& head);

/// `table` is turned around as the segment is.
Placed place_values(const DataRow& row, const std::vector<Head>& heads, const Table& table,
                    const std::vector<CellSight>& sight);

}  // namespace fubiao
