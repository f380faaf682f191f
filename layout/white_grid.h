// The grid of a table whose rows and columns are told by white space: rows, heads, merged labels.
#pragma once

#include "layout/pieces.h"
#include "layout/unruled.h"

namespace fubiao {

/// A table as a piece with its glyphs. `before`: the piece on the page before that it goes on with, or null.
Piece white_grid(const WhiteTable& table, const Piece* before);

}  // namespace fubiao
