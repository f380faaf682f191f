#include "cli/source_info.h"

#include <nettle/sha2.h>

#include <array>
#include <cstdint>

#include "cli/diagnostics.h"

namespace fubiao {

std::string sha256(std::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  static_assert(sizeof(char) == sizeof(std::uint8_t));
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&context, digest.size(), digest.data());

  static constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * digest.size());
  for (const std::uint8_t byte : digest) {
    hex += digits[byte >> 4];
    hex += digits[byte & 0xF];
  }
  return hex;
}

SourceInfo describe(const Source& source) {
  SourceInfo info;
  info.path = valid_utf8(source.path);
  info.sha256 = sha256(source.bytes);
  info.bytes = source.bytes.size();
  return info;
}

void describe(const Document& document, SourceInfo& info) {
  info.format = name(document.format);
  if (document.format == Format::pdf) info.pages = static_cast<int>(document.pages.size());
  info.producer = document.properties.producer;
}

std::string shown_name(const SourceInfo& info) {
  return info.path == "-" ? "standard input" : printable(info.path);
}

}  // namespace fubiao
