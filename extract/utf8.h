// UTF-8 and code points. Ill-formed bytes become U+FFFD (one per maximal ill-formed part, Unicode §3.9), so that
// nothing behind this header ever meets ill-formed text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fubiao {

inline constexpr char32_t replacement_character = 0xFFFD;

namespace detail {
char32_t next_beyond_ascii(std::string_view text, std::size_t& at);
}

/// The code point that begins at `at`, which is moved behind it. `at` must be less than text.size().
inline char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first >= 0x80) return detail::next_beyond_ascii(text, at);
  ++at;
  return first;
}

void append_utf8(std::string& out, char32_t code_point);

std::u32string to_u32(std::string_view text);
std::string to_utf8(std::u32string_view text);

}  // namespace fubiao
