// Grids that no line draws: told by the rectangles that a producer sets to each cell.
#pragma once

#include <vector>

#include "extract/document.h"
#include "layout/grid.h"

namespace fubiao {

/// The grids that clip rectangles or shaded rectangles tile, outside of `ruled` (the boxes of the grids that are
/// drawn), in reading order. Their edges are Edge::clip or Edge::shade.
std::vector<Grid> implied_grids(const Page& page, const std::vector<Box>& ruled);

}  // namespace fubiao
