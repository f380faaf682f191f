#include "extract/pdf_string.h"

#include <unicode/unistr.h>

namespace fubiao {

std::string pdf_text_string(std::string_view bytes) {
  std::string out;
  const bool big_endian = bytes.starts_with("\xFE\xFF");
  if (big_endian || bytes.starts_with("\xFF\xFE")) {
    icu::UnicodeString text;
    for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
      const auto high = static_cast<unsigned char>(bytes[big_endian ? i : i + 1]);
      const auto low = static_cast<unsigned char>(bytes[big_endian ? i + 1 : i]);
      text.append(static_cast<char16_t>(high << 8 | low));
    }
    text.toUTF8String(out);
    return out;
  }
  const auto length = static_cast<std::int32_t>(bytes.size());
  // fromUTF8 puts U+FFFD where the bytes are no UTF-8.
  if (icu::UnicodeString::fromUTF8(icu::StringPiece(bytes.data(), length)).indexOf(char16_t{0xFFFD}) < 0)
    return std::string(bytes);
  icu::UnicodeString(bytes.data(), length, "GB18030").toUTF8String(out);
  return out;
}

}  // namespace fubiao
