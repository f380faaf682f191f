// Columns that are drawn in the head alone.
//
// Many statistics rule the head in full, and below it the rows only: on paper each row is one wide cell with a dozen
// numbers in it. The column lines of the head tell where its columns are, and the text agrees: no letter of any row
// stands on one of them. A merged cell of one text looks different: letters stand on the lines, or the text takes up a
// few columns only.
//
// A row is parted if no letter stands on any column line that passes it, and its letters take at least three of its
// columns and half of them; at least two rows that follow each other, so that chance is no witness. Rows between and
// beside them that hold less are parted too, if they take two columns: totals with gaps.
//
// A row that is ruled in both directions is never parted by its text, and rows are never made.
// Tested by half_ruled_test.cc.

#include "layout/half_ruled.h"

#include <algorithm>

namespace fubiao {

namespace {

/// A row of fewer columns is parted by nothing but lines: two texts side by side are no columns yet.
constexpr int least_columns = 3;
/// A gap between the texts of two columns, in em: more than between the words of one (layout/lines.cc).
constexpr double least_gap = 0.2;

/// How full the columns of a wide cell are.
struct Filling {
  bool on_a_line = false;  ///< a text goes on over a column line: a letter stands on it, or there is no gap
  int taken = 0;           ///< columns with letters
};

Filling filling_of(const Page& page, Strips& strips, const Grid& grid, const Span& span) {
  const auto first = grid.xs.begin() + span.column;
  const auto last = first + span.column_span;
  const Box cell{*first, grid.ys[static_cast<std::size_t>(span.row)], *last,
                 grid.ys[static_cast<std::size_t>(span.row + span.row_span)]};
  std::vector<Box> ink(static_cast<std::size_t>(span.column_span), Box::nothing());
  double em = 0;
  for (int i : strips.in(cell)) {
    const Glyph& glyph = page.glyphs[static_cast<std::size_t>(i)];
    const auto behind = std::upper_bound(first + 1, last, glyph.box.centre().x);
    ink[static_cast<std::size_t>(behind - first - 1)].add(glyph.box);
    em = std::max(em, glyph.size);
  }
  Filling filling;
  const Box* before = nullptr;
  for (std::size_t i = 0; i < ink.size(); ++i) {
    if (ink[i].empty()) continue;
    ++filling.taken;
    filling.on_a_line |= (i > 0 && ink[i].x0 < first[static_cast<std::ptrdiff_t>(i)]) ||
                         (i + 1 < ink.size() && ink[i].x1 > first[static_cast<std::ptrdiff_t>(i) + 1]) ||
                         (before != nullptr && ink[i].x0 - before->x1 < least_gap * em);
    before = &ink[i];
  }
  return filling;
}

}  // namespace

void part_by_gaps(const Page& page, Strips& strips, Grid& grid) {
  if (grid.columns() < least_columns || grid.rows() < 3) return;
  std::vector<Span> wide;  // from top to bottom, those of the same columns one after the other
  for (const Span& span : cells_of(grid)) {
    if (span.whole && span.row_span == 1 && span.column_span >= least_columns) wide.push_back(span);
  }
  if (wide.size() < 2) return;
  std::stable_sort(wide.begin(), wide.end(), [](const Span& a, const Span& b) {
    return a.column != b.column ? a.column < b.column : a.column_span < b.column_span;
  });
  for (std::size_t begin = 0, end = 0; begin < wide.size(); begin = end) {
    end = begin + 1;
    while (end < wide.size() && wide[end].column == wide[begin].column &&
           wide[end].column_span == wide[begin].column_span && wide[end].row == wide[end - 1].row + 1) {
      ++end;
    }
    if (end - begin < 2) continue;
    std::vector<Filling> fillings;
    for (std::size_t i = begin; i < end; ++i) fillings.push_back(filling_of(page, strips, grid, wide[i]));
    const auto is_row_of_columns = [&](const Filling& filling) {
      return !filling.on_a_line && filling.taken >= least_columns && 2 * filling.taken >= wide[begin].column_span;
    };
    if (std::count_if(fillings.begin(), fillings.end(), is_row_of_columns) < 2) continue;
    for (std::size_t i = begin; i < end; ++i) {
      const Filling& filling = fillings[i - begin];
      if (filling.on_a_line || filling.taken < 2) continue;
      for (int c = wide[i].column + 1; c < wide[i].column + wide[i].column_span; ++c) {
        grid.left_of(wide[i].row, c) = Edge::gap;
      }
    }
  }
}

}  // namespace fubiao
