// Turned text and turned tables: what a reader sees who turns the page until the letters stand upright.
#pragma once

#include <vector>

#include "extract/document.h"
#include "layout/grid.h"

namespace fubiao {

/// A point or box of the page in the coordinates of a reader who has turned it so that letters of `turn` stand upright.
/// x grows along their lines, y from line to line; the origin is that of the page.
Point turned(Point point, Turn turn);
Box turned(const Box& box, Turn turn);

/// The turn that undoes another: turned(turned(box, turn), back_from(turn)) is the box.
Turn back_from(Turn turn);

/// A grid, and one of its spans, as that reader numbers them.
Grid turned(const Grid& grid, Turn turn);
Span turned(const Span& span, const Grid& grid, Turn turn);

/// The turn of a table, from the glyphs of each cell: that of nearly all its printed cells; Turn::none if there is no
/// such turn.
Turn turn_of(const Page& page, const std::vector<std::vector<int>>& cells_of_glyphs);

}  // namespace fubiao
