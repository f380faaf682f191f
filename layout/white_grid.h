// The grid of a table whose rows and columns are told by white space: rows, heads, merged labels.
#pragma once

#include "layout/pieces.h"
#include "layout/unruled.h"

namespace fubiao {

/// A table as a piece with its glyphs. `continued`: it goes on with a table of the page before.
Piece white_grid(const WhiteTable& table, bool continued);

}  // namespace fubiao
