// Which encoding makes text of the bytes.
//
// A byte order mark decides. Without one, bytes with NULs can only be UTF-16; bytes that are well-formed UTF-8 are
// UTF-8 (a Chinese text of any length in another encoding is never well-formed UTF-8 by chance). The rest is one of
// the old multi-byte encodings: GB18030, which holds GBK and GB2312, or Big5; both accept most of each other's bytes,
// but each keeps its frequent ideographs in a block of its own, so the ideographs are counted that would be frequent
// ones. Where neither has more (a short text), GB18030 is taken, because every organ whose reports are read here
// writes in simplified characters. (ICU's detector would do, but loading its library takes a twentieth of a whole run.)
//
// "Makes text" means: few sequences that the encoding does not have, and few control characters. A damaged byte must
// not make a whole report unreadable, so some are let pass and counted.
#include "extract/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include "extract/utf8.h"

namespace fubiao {
namespace {

// Measured on random bytes: GB18030 gives a control or replacement character for about one in seven; a report has
// none. One in a hundred keeps a report with a page of damaged bytes readable and random bytes out.
constexpr double tolerated_share = 0.01;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

bool begins(std::string_view bytes, std::string_view mark) {
  return bytes.substr(0, mark.size()) == mark;
}

struct Quality {
  std::size_t characters = 0;
  std::size_t controls = 0;
  std::size_t replaced = 0;
  std::size_t odd = 0;  ///< private use, noncharacters, surrogates: what a wrong guess at UTF-16 is full of
};

Quality judge(std::string_view text) {
  Quality quality;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    ++quality.characters;
    if (c == replacement_character) ++quality.replaced;
    // Tab, line feed, vertical tab, form feed, carriage return; and the ^Z that old DOS editors put at the end.
    if ((c < ' ' && (c < '\t' || c > '\r') && c != 0x1A) || (c >= 0x7F && c < 0xA0 && c != 0x85)) ++quality.controls;
    if ((c >= 0xE000 && c < 0xF900) || (c & 0xFFFE) == 0xFFFE || (c >= 0x0700 && c < 0x1100)) ++quality.odd;
  }
  return quality;
}

bool is_text(const Quality& quality) {
  const double limit = tolerated_share * static_cast<double>(quality.characters) + 1;
  return static_cast<double>(quality.controls + quality.replaced) <= limit;
}

std::optional<DecodedText> finished(std::string text, const char* encoding) {
  const Quality quality = judge(text);
  if (!is_text(quality)) return std::nullopt;
  return DecodedText{std::move(text), encoding, quality.replaced};
}

/// Well-formed UTF-8, with each ill-formed part replaced.
std::string repaired_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) append_utf8(out, next_code_point(bytes, at));
  return out;
}

std::string convert(std::string_view bytes, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(encoding, &status));
  std::string out;
  if (U_FAILURE(status)) return out;
  // ICU counts in int32: in pieces, and the converter keeps a character that a piece cuts in two.
  std::array<UChar, 8192> buffer{};
  const char* from = bytes.data();
  const char* const end = bytes.data() + bytes.size();
  std::u16string units;
  do {
    UChar* to = buffer.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &to, buffer.data() + buffer.size(), &from, end, nullptr, true, &status);
    units.append(buffer.data(), to);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  out.reserve(units.size() * 2);
  for (std::size_t i = 0; i < units.size(); ++i) {
    char32_t c = units[i];
    if (c >= 0xD800 && c < 0xDC00 && i + 1 < units.size() && units[i + 1] >= 0xDC00 && units[i + 1] < 0xE000) {
      c = 0x10000 + ((c - 0xD800) << 10) + (units[i + 1] - 0xDC00u);
      ++i;
    }
    append_utf8(out, c);
  }
  return out;
}

/// UTF-16 without a mark: the byte order that gives ordinary characters.
std::optional<DecodedText> decode_utf16(std::string_view bytes) {
  std::optional<DecodedText> best;
  std::size_t best_odd = 0;
  for (const char* encoding : {"UTF-16LE", "UTF-16BE"}) {
    std::string text = convert(bytes, encoding);
    const Quality quality = judge(text);
    const std::size_t odd = quality.odd + quality.controls + quality.replaced;
    if (!is_text(quality) || odd * 20 > quality.characters) continue;
    if (!best || odd < best_odd) {
      best = DecodedText{std::move(text), encoding, quality.replaced};
      best_odd = odd;
    }
  }
  return best;
}

bool within(unsigned value, unsigned low, unsigned high) {
  return value >= low && value <= high;
}

/// Whether more pairs of bytes are frequent ideographs in Big5 than in GB18030. The two cut a text into the same pairs.
bool looks_like_big5(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, 1 << 16);
  std::size_t big5 = 0;
  std::size_t gb18030 = 0;
  for (std::size_t at = 0; at + 1 < sample.size();) {
    const unsigned lead = static_cast<unsigned char>(sample[at]);
    const unsigned trail = static_cast<unsigned char>(sample[at + 1]);
    if (!within(lead, 0x81, 0xFE) || trail < 0x30 || trail == 0x7F || trail == 0xFF || within(trail, 0x3A, 0x3F)) {
      ++at;
      continue;
    }
    at += trail < 0x40 ? 4 : 2;  // GB18030 has sequences of four bytes: the second and the fourth are digits
    const bool low = within(trail, 0x40, 0x7E);
    const bool high = within(trail, 0xA1, 0xFE);
    // Level 1 of GB 2312 (rows 16 to 55); and GBK/3, where traditional characters stand and Big5 has nothing.
    gb18030 += (high && within(lead, 0xB0, 0xD7)) || (trail >= 0x40 && lead <= 0xA0);
    // Level 1 of Big5, but for a row that holds the box-drawing characters of GB 2312.
    big5 += (low || high) && within(lead, 0xA4, 0xC6) && !(high && lead == 0xA9);
  }
  return big5 > gb18030;
}

}  // namespace

std::optional<DecodedText> decode_text(std::string_view bytes, bool part) {
  if (begins(bytes, "\xEF\xBB\xBF")) return finished(repaired_utf8(bytes.substr(3)), "UTF-8");
  if (begins(bytes, "\xFF\xFE")) return finished(convert(bytes.substr(2), "UTF-16LE"), "UTF-16LE");
  if (begins(bytes, "\xFE\xFF")) return finished(convert(bytes.substr(2), "UTF-16BE"), "UTF-16BE");

  std::size_t ill_formed = 0;
  std::size_t wide = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(bytes, at);
    if (c != replacement_character) {
      wide += c >= 0x80;
    } else if (bytes.substr(begin, at - begin) == "\xEF\xBF\xBD") {
      ++wide;
    } else if (!part || bytes.size() - begin > 3) {
      ++ill_formed;
    }
  }
  const std::size_t nuls = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
  if (nuls > 0) {
    // Every line end of UTF-16 has a NUL; a stray NUL in another encoding is one byte in thousands.
    if (std::optional<DecodedText> utf16 = decode_utf16(bytes)) {
      if (nuls * 200 > bytes.size()) return utf16;
    }
  }
  // Damaged UTF-8 is told from the other encodings by its well-formed part: text in another encoding has hardly any.
  if (ill_formed == 0 || wide > 20 * ill_formed) return finished(repaired_utf8(bytes), "UTF-8");
  if (looks_like_big5(bytes)) {
    if (std::optional<DecodedText> big5 = finished(convert(bytes, "windows-950"), "Big5")) return big5;
  }
  return finished(convert(bytes, "gb18030"), "GB18030");
}

}  // namespace fubiao
