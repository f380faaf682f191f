// Letters of the symbol fonts that Word files use for bullets and check boxes, as Unicode.
#pragma once

#include <string_view>

namespace fubiao {

enum class SymbolFont { none, symbol, wingdings, wingdings2, wingdings3, webdings };

/// By the name of the typeface; `none` for all others.
SymbolFont symbol_font(std::string_view typeface);

/// What a code of that font looks like. Codes are 0x20..0xFF, or the same in the private use area (0xF020..0xF0FF),
/// where Word stores them. The code is given back unchanged where no sensible character is known.
char32_t symbol_character(SymbolFont font, char32_t code);

}  // namespace fubiao
