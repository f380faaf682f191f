// The glyphs of a page that take part in its text.
#pragma once

#include <vector>

#include "extract/document.h"
#include "layout/analyze.h"

namespace fubiao {

/// Indices into page.glyphs of those that a reader sees, in paint order, each drawn once. White space is kept: it is
/// evidence of where words end. Counts what is left out in `census`.
std::vector<int> visible_glyphs(const Page& page, Census& census);

/// White space or nothing at all: no ink.
bool is_white_glyph(const Glyph& glyph);

}  // namespace fubiao
