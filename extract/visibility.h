// Whether a reader of the page sees a glyph: what can only be told when the whole page has been painted.
#pragma once

#include "extract/document.h"

namespace fubiao {

/// Marks glyphs that have the colour of what lies beneath them, that something opaque covers later, or that lie off
/// the page. Leaves those alone that were found unseen while painting (render mode, clip, opacity).
///
/// Exception: where a page is one image and no glyph on it is seen, the glyphs are the OCR layer of a scan. They are
/// made seen again and `true` is returned: a reader sees the image of exactly these glyphs, but nobody vouches for
/// them.
bool judge_visibility(Page& page);

/// Whether the page is one image and no glyph of it is seen: nothing can be read from it.
bool is_picture(const Page& page);

}  // namespace fubiao
