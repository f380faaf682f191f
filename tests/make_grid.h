// Small grids whose cells are known, drawn in several styles, whole or cut by page breaks.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "extract/document.h"

namespace fubiao {

struct Rectangle {
  int row, column, row_span, column_span;
  int row_end() const { return row + row_span; }
  int column_end() const { return column + column_span; }
};

using Pattern = std::vector<Rectangle>;

/// All partitions of rows × columns slots into rectangles: fill the first free slot with every rectangle that fits.
/// `choose` picks which of the rectangles that fit are tried.
void each_partition(int rows, int columns, const std::function<Pattern(Pattern)>& choose,
                    const std::function<void(const Pattern&)>& visit);

enum class Style {
  strokes,     ///< edge by edge, short of the corners, as LibreOffice draws
  thin_fills,  ///< as Word draws
  dashes,      ///< each dash a small fill
  double_lines,
  open_sides,  ///< strokes; the left and the right side are not drawn
  no_border,   ///< strokes; none of the four sides is drawn
};

/// How the break ends a page and begins the next one.
enum class Break {
  closed,  ///< by full rules on both pages, as Word does
  open,    ///< a cell that it cuts has no rule there on either page, as WPS does
};

/// On which page a cell that the break cuts has its text.
enum class Print { first, last };

/// The rows [first, last) of a pattern, on a page of their own.
struct Stretch {
  int first = 0;
  int last = 0;
};

/// Edges that are drawn: (level?, line, slot along it).
using Edges = std::set<std::tuple<bool, int, int>>;

/// The edges of a piece that its style draws.
Edges edges_of(const Pattern& cells, int rows, int columns, Stretch piece, Style style, Break end);

/// What is printed in a cell.
std::string label_of(std::size_t cell);

/// What tells the cells where no line is drawn.
enum class Rectangles {
  clips,  ///< one to each cell, a hair larger than it
  fills,  ///< shaded cells with white gaps
};
/// One page with a grid of rectangles.
Page draw_rectangles(const Pattern& cells, Rectangles rectangles);

/// One page with the piece of a grid.
Page draw_grid(const Pattern& cells, int rows, int columns, Stretch piece, Style style, Break end, Print print,
               int number);

}  // namespace fubiao
