// Landscape tables on portrait pages.
//
// A wide table is often set sideways on an upright page: every letter in it is turned by 90°, and so are its rows and
// columns. The rules do not tell; only the letters do, and only all of them together, since upright tables have turned
// labels too (narrow heads, a merged label at the left). So a table is turned if nearly all of its printed cells are:
// counted by cells, since a few long turned heads hold more letters than all the numbers below them.
//
// Grids are found and letters put into cells as on any page. Then the numbering of rows and columns is turned, for
// splicing goes on in the reader's columns; boxes stay those of the page.
//
// Does not apply to letters of neither of the four turns (slanted watermarks: layout/ink.cc leaves them out).
// Tested by turn_test.cc.

#include "layout/turn.h"

#include <algorithm>
#include <array>

#include "layout/ink.h"

namespace fubiao {

namespace {

/// Of the printed cells. An upright table whose heads are all turned has at least as many cells upright.
constexpr double nearly_all = 0.8;
/// Fewer printed cells say nothing: a turned remark in a box beside an upright label.
constexpr int least_cells = 3;

}  // namespace

Point turned(Point point, Turn turn) {
  switch (turn) {
    case Turn::none: break;
    case Turn::quarter: return {point.y, -point.x};
    case Turn::half: return {-point.x, -point.y};
    case Turn::three_quarters: return {-point.y, point.x};
  }
  return point;
}

Box turned(const Box& box, Turn turn) {
  switch (turn) {
    case Turn::none: break;
    case Turn::quarter: return {box.y0, -box.x1, box.y1, -box.x0};
    case Turn::half: return {-box.x1, -box.y1, -box.x0, -box.y0};
    case Turn::three_quarters: return {-box.y1, box.x0, -box.y0, box.x1};
  }
  return box;
}

Turn back_from(Turn turn) {
  switch (turn) {
    case Turn::none:
    case Turn::half: break;
    case Turn::quarter: return Turn::three_quarters;
    case Turn::three_quarters: return Turn::quarter;
  }
  return turn;
}

Grid turned(const Grid& grid, Turn turn) {
  if (turn == Turn::none) return grid;
  auto mirrored = [](const std::vector<double>& lines) {
    std::vector<double> result;
    for (auto it = lines.rbegin(); it != lines.rend(); ++it) result.push_back(-*it);
    return result;
  };
  const int rows = grid.rows();
  const int columns = grid.columns();
  Grid result;
  result.xs = turn == Turn::quarter ? grid.ys : mirrored(turn == Turn::half ? grid.xs : grid.ys);
  result.ys = turn == Turn::three_quarters ? grid.xs : mirrored(turn == Turn::half ? grid.ys : grid.xs);
  result.upper.resize(result.ys.size() * (result.xs.size() - 1));
  result.left.resize((result.ys.size() - 1) * result.xs.size());
  for (int r = 0; r <= result.rows(); ++r) {
    for (int c = 0; c < result.columns(); ++c) {
      Edge& edge = result.upper_of(r, c);
      if (turn == Turn::quarter) edge = grid.left_of(c, columns - r);
      if (turn == Turn::half) edge = grid.upper_of(rows - r, columns - 1 - c);
      if (turn == Turn::three_quarters) edge = grid.left_of(rows - 1 - c, r);
    }
  }
  for (int r = 0; r < result.rows(); ++r) {
    for (int c = 0; c <= result.columns(); ++c) {
      Edge& edge = result.left_of(r, c);
      if (turn == Turn::quarter) edge = grid.upper_of(c, columns - 1 - r);
      if (turn == Turn::half) edge = grid.left_of(rows - 1 - r, columns - c);
      if (turn == Turn::three_quarters) edge = grid.upper_of(rows - c, r);
    }
  }
  return result;
}

Span turned(const Span& span, const Grid& grid, Turn turn) {
  const int below = grid.rows() - span.row - span.row_span;
  const int behind = grid.columns() - span.column - span.column_span;
  switch (turn) {
    case Turn::none: break;
    case Turn::quarter: return {behind, span.row, span.column_span, span.row_span, span.whole};
    case Turn::half: return {below, behind, span.row_span, span.column_span, span.whole};
    case Turn::three_quarters: return {span.column, below, span.column_span, span.row_span, span.whole};
  }
  return span;
}

Turn turn_of(const Page& page, const std::vector<std::vector<int>>& cells_of_glyphs) {
  std::array<int, 4> cells{};
  int printed = 0;
  for (const std::vector<int>& glyphs : cells_of_glyphs) {
    std::array<int, 4> turns{};
    for (int i : glyphs) {
      const Glyph& glyph = page.glyphs[static_cast<std::size_t>(i)];
      if (!is_white_glyph(glyph)) ++turns[static_cast<std::size_t>(glyph.turn)];
    }
    const auto most = std::max_element(turns.begin(), turns.end());
    if (*most == 0) continue;
    ++printed;
    ++cells[static_cast<std::size_t>(most - turns.begin())];
  }
  const auto most = std::max_element(cells.begin(), cells.end());
  return printed >= least_cells && *most >= nearly_all * printed ? static_cast<Turn>(most - cells.begin()) : Turn::none;
}

}  // namespace fubiao
