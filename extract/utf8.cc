#include "extract/utf8.h"

namespace fubiao {
namespace {

unsigned byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

/// How many bytes the sequence has by its first byte, and the range of its second byte (Unicode table 3-7).
struct Lead {
  int length = 0;  ///< 0: no first byte of anything
  unsigned low = 0x80;
  unsigned high = 0xBF;
};

Lead lead(unsigned byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {2, 0x80, 0xBF};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {3, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {4, 0x80, 0xBF};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {};
}

}  // namespace

char32_t detail::next_beyond_ascii(std::string_view text, std::size_t& at) {
  const unsigned first = byte_at(text, at++);
  // Nearly all of the text is ideographs.
  if (first > 0xE0 && first < 0xED && text.size() - at >= 2) {
    const unsigned second = byte_at(text, at);
    const unsigned third = byte_at(text, at + 1);
    if ((second & 0xC0) == 0x80 && (third & 0xC0) == 0x80) {
      at += 2;
      return (first & 0xF) << 12 | (second & 0x3F) << 6 | (third & 0x3F);
    }
  }
  const Lead sequence = lead(first);
  if (sequence.length == 0) return replacement_character;
  unsigned value = first & (0xFFu >> (sequence.length + 1));
  for (int i = 1; i < sequence.length; ++i) {
    if (at >= text.size()) return replacement_character;
    const unsigned byte = byte_at(text, at);
    const unsigned low = i == 1 ? sequence.low : 0x80;
    const unsigned high = i == 1 ? sequence.high : 0xBF;
    if (byte < low || byte > high) return replacement_character;
    value = value << 6 | (byte & 0x3F);
    ++at;
  }
  return value;
}

void append_utf8(std::string& out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = replacement_character;
  char bytes[4];
  std::size_t size = 0;
  const auto put = [&](char32_t byte) { bytes[size++] = static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
  out.append(bytes, size);
}

std::u32string to_u32(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) out += next_code_point(text, at);
  return out;
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size() * 3);
  for (const char32_t c : text) append_utf8(out, c);
  return out;
}

}  // namespace fubiao
