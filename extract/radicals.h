// Characters that fonts use in place of others of the same shape.
#pragma once

#include <string>

namespace fubiao {

/// The unified ideograph that a Kangxi radical (U+2F00..) or CJK radical (U+2E80..) looks like, and the ordinary
/// punctuation of a vertical presentation form (U+FE10.., U+FE30..); anything else as it is.
///
/// Sources: EquivalentUnifiedIdeograph.txt of the Unicode Character Database; the compatibility mappings of
/// UnicodeData.txt for the presentation forms. PDF producers give ToUnicode maps that lead from a glyph back to the
/// first code point with that shape, which is the radical (Chromium with Noto: 二 comes as U+2F06).
char32_t seen_as(char32_t c);

/// Appends what one glyph that stands for `c` says to a reader: seen_as(c), or the letters of a ligature (U+FB00.. for
/// ff, fi …, U+2E3A for the Chinese dash of two).
void append_letters(std::u32string& text, char32_t c);

}  // namespace fubiao
