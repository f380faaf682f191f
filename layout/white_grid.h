// The grid of a table whose rows and columns are told by white space: rows, heads, merged labels.
#pragma once

#include <span>
#include <vector>

#include "layout/pieces.h"
#include "layout/segments.h"

namespace fubiao {

/// The lines of one table as a piece with its glyphs. `rules`: the horizontal rules among them, sorted by at.
Piece white_grid(std::span<const SegmentLine> lines, std::span<const Rule> rules);

}  // namespace fubiao
