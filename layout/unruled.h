// Tables without rules, or with rules of one axis only: found by their text.
#pragma once

#include <vector>

#include "layout/pieces.h"
#include "layout/segments.h"

namespace fubiao {

/// The tables among the glyphs `outside` of ruled ones; what they hold is taken out of `outside`. `ruled`: boxes of the
/// ruled tables of the page, which no table here may cross.
std::vector<Piece> find_unruled(const Document& document, int page_index, const std::vector<Box>& ruled,
                                std::vector<int>& outside);

}  // namespace fubiao
