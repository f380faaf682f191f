#include "cli/source_info.h"

#include <nettle/base64.h>
#include <nettle/sha2.h>

#include <array>
#include <cstdint>

#include "cli/diagnostics.h"

namespace fubiao {

namespace {

using Digest = std::array<std::uint8_t, SHA256_DIGEST_SIZE>;

Digest digest_of(std::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  static_assert(sizeof(char) == sizeof(std::uint8_t));
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  Digest digest{};
  sha256_digest(&context, digest.size(), digest.data());
  return digest;
}

}  // namespace

std::string sha256(std::string_view bytes) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  hex.reserve(std::size_t{2} * SHA256_DIGEST_SIZE);
  for (const std::uint8_t byte : digest_of(bytes)) {
    hex += digits[byte >> 4];
    hex += digits[byte & 0xF];
  }
  return hex;
}

std::string base64(std::string_view bytes) {
  std::string text(BASE64_ENCODE_RAW_LENGTH(bytes.size()), '\0');
  base64_encode_raw(text.data(), bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  return text;
}

std::string sha256_base64(std::string_view bytes) {
  const Digest digest = digest_of(bytes);
  return base64({reinterpret_cast<const char*>(digest.data()), digest.size()});
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
