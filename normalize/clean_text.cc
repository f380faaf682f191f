// Decides what text looks like when it leaves the program, whatever bytes a file brought in.
#include "normalize/clean_text.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace fubiao {

std::string clean_text(std::string_view text) {
  const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii) return std::string(text);
  icu::UnicodeString decoded =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_SUCCESS(status) && !nfc->isNormalized(decoded, status)) decoded = nfc->normalize(decoded, status);
  std::string clean;
  decoded.toUTF8String(clean);
  return clean;
}

}  // namespace fubiao
