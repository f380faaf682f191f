// The characters of a text, one by one.
#pragma once

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fubiao {

/// Calls `use` with each code point of well-formed UTF-8 and with its bytes.
template <class Use>
void each_code_point(std::string_view text, const Use& use) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < length;) {
    const std::int32_t begin = i;
    UChar32 c = 0;
    U8_NEXT(bytes, i, length, c);
    use(c, text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(i - begin)));
  }
}

/// Columns of a terminal: ideographs take two (UAX #11), marks on other characters none.
inline int columns_of(UChar32 c) {
  const auto category = u_charType(c);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK) return 0;
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}
inline std::size_t columns_of(std::string_view text) {
  int columns = 0;
  each_code_point(text, [&](UChar32 c, std::string_view /*bytes*/) { columns += columns_of(c); });
  return static_cast<std::size_t>(columns);
}

}  // namespace fubiao
