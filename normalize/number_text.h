// The characters of a printed number.
#pragma once

#include <string>
#include <string_view>

namespace fubiao {

/// A blank that typography uses inside numbers only (U+2009 thin, U+202F narrow no-break, U+2006, U+2008): kept apart
/// from other white space, which may as well part two numbers.
inline constexpr char32_t thin_space = U'\u2009';

/// ' ', '\n' or thin_space: all the white space that `number_text` leaves.
bool is_gap(char32_t c);

/// The print of a cell with each character in one shape: width, dashes, quotes, brackets, traditional characters of
/// units. Digits of any width are ASCII; ¹ and ① are not. Trimmed; each run of white space is one gap, a line feed
/// where it holds one; what has no ink is dropped. Ill-formed bytes become U+FFFD.
std::u32string number_text(std::string_view print);

}  // namespace fubiao
