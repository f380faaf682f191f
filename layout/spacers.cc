// Statistics set narrow blank columns between groups of columns, ruled like the others. They are white space with
// borders: no head is printed in them, and there is no room for one. A column no wider than the inner margins of a
// cell, without a letter in any row (the head too), is no column. Wider blank columns are: a form may be waiting for
// numbers. And both neighbours are filled, by a letter a row at least: the lines of a chart's scale stand close and
// have nothing between them, too.
//
// Invariant: no letter changes its cell. Tested by grid_test.cc.

#include "layout/spacers.h"

#include <algorithm>
#include <vector>

#include "layout/lines.h"

namespace fubiao {

void drop_spacers(const Page& page, Strips& strips, Grid& grid) {
  const int columns = grid.columns();
  const auto is_narrow = [&](int c) {
    return grid.xs[static_cast<std::size_t>(c + 1)] - grid.xs[static_cast<std::size_t>(c)] <= cell_margins;
  };
  bool any = false;
  for (int c = 0; c < columns; ++c) any |= is_narrow(c);
  if (!any || columns < 3) return;
  std::vector<int> letters(static_cast<std::size_t>(columns), 0);
  for (int i : strips.in(grid.box())) {
    const double x = page.glyphs[static_cast<std::size_t>(i)].box.centre().x;
    const auto behind = std::upper_bound(grid.xs.begin() + 1, grid.xs.end() - 1, x);
    ++letters[static_cast<std::size_t>(behind - grid.xs.begin() - 1)];
  }
  const auto is_filled = [&](int c) {
    return c < 0 || c >= columns || letters[static_cast<std::size_t>(c)] >= grid.rows();
  };
  const auto is_spacer = [&](int c) {
    return is_narrow(c) && letters[static_cast<std::size_t>(c)] == 0 && is_filled(c - 1) && is_filled(c + 1);
  };
  for (int c = 0; c < columns; ++c) {
    if (!is_spacer(c)) continue;
    // Its slots become part of those on the right; of the last column, of those on the left.
    const bool last = c + 1 == columns;
    const int neighbour = last ? c - 1 : c + 1;
    for (int r = 0; r <= grid.rows(); ++r) grid.upper_of(r, c) = grid.upper_of(r, neighbour);
    for (int r = 0; r < grid.rows(); ++r) grid.left_of(r, last ? c : c + 1) = Edge::open;
  }
}

}  // namespace fubiao
