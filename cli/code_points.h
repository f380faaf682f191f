// The characters of a text, one by one.
#pragma once

#include <unicode/umachine.h>
#include <unicode/utf8.h>

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

}  // namespace fubiao
