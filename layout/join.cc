// How lines become text.
//
// Chinese is set solid: white space between its characters is layout (justified lines, padding, a line break), never
// meaning, and published reports are full of it ("总  计", "2023 年"). Latin words and groups of digits are parted by
// white space that does mean something. So what stands on both sides decides, character by character, and nothing else:
// no dictionary, no guess about words.
//
// Invariants: the result holds no white space but single spaces, none at its ends, and none beside a CJK character; a
// visible character is never dropped or moved (NFC aside); tidy(tidy(x)) == tidy(x); linear time.
//
// It does not apply to numbers: "1 234" stays as it is, because the reader of numbers has to see the gap. And Hangul is
// not CJK here, since Korean does part its words by spaces.
#include "layout/join.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <cstddef>

namespace fubiao {
namespace {

bool between(char32_t c, char32_t low, char32_t high) {
  return c >= low && c <= high;
}

UChar32 icu(char32_t c) {
  return static_cast<UChar32>(c);
}

/// Digits and letters of full width: set solid beside Chinese, but two groups of them are still two groups.
bool is_wide_alphanumeric(char32_t c) {
  return between(c, 0xFF10, 0xFF19) || between(c, 0xFF21, 0xFF3A) || between(c, 0xFF41, 0xFF5A);
}

bool is_solid(char32_t c) {
  return is_cjk(c) && !is_wide_alphanumeric(c);
}

bool is_hyphen(char32_t c) {
  return c == '-' || c == 0x2010;
}

/// Never changed by NFC, whatever stands beside it (checked against ICU in tests/join_test.cc).
bool is_stable(char32_t c) {
  return c < 0x300 || between(c, 0x2010, 0x2027) || between(c, 0x3000, 0x3040) || between(c, 0x4E00, 0x9FFF) ||
         between(c, 0xFF00, 0xFF9D);
}

std::string nfc(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return text;
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(text.size()));
  normalizer->normalizeUTF8(0, text, sink, nullptr, status);
  return U_SUCCESS(status) ? out : text;
}

/// A visible character, and what white space stood before it.
struct Piece {
  char32_t c = 0;
  bool space = false;        ///< some white space before it
  bool line_break = false;   ///< a line break among it
  bool soft_hyphen = false;  ///< a soft hyphen just before the break
};

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  pieces.reserve(text.size() / 2);
  Piece next;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_white(c)) {
      next.space = true;
      if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) next.line_break = true;
    } else if (c == 0xAD) {
      next.soft_hyphen = !next.space;
    } else if (!is_invisible(c)) {
      next.c = c;
      pieces.push_back(next);
      next = {};
    }
  }
  return pieces;
}

/// Solid or not for every piece, shared symbols taking after the nearest other character on the given side.
std::vector<bool> solidity(const std::vector<Piece>& pieces, bool from_left) {
  std::vector<bool> solid(pieces.size());
  bool last = false;
  for (std::size_t k = 0; k < pieces.size(); ++k) {
    const std::size_t i = from_left ? k : pieces.size() - 1 - k;
    if (!is_shared_symbol(pieces[i].c)) last = is_solid(pieces[i].c);
    solid[i] = last;
  }
  return solid;
}

bool is_plain(std::string_view text) {
  if (text.empty()) return true;
  char before = ' ';
  for (const char c : text) {
    if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) return false;
    before = c;
  }
  return before != ' ';
}

}  // namespace

bool is_cjk(char32_t c) {
  return between(c, 0x2E80, 0x303F) || between(c, 0x3040, 0x312F) || between(c, 0x3190, 0x9FFF) ||
         between(c, 0xF900, 0xFAFF) || between(c, 0xFE10, 0xFE1F) || between(c, 0xFE30, 0xFE4F) ||
         between(c, 0xFF00, 0xFF9F) || between(c, 0xFFE0, 0xFFE6) || between(c, 0x1AFF0, 0x1B16F) ||
         between(c, 0x20000, 0x3FFFD);
}

bool is_shared_symbol(char32_t c) {
  return c == 0xB7 || c == 0xD7 || c == 0xF7 || between(c, 0x2013, 0x2027) || c == 0x2030 || c == 0x2103 ||
         between(c, 0x2160, 0x217F) || between(c, 0x2190, 0x22FF) || between(c, 0x2460, 0x27BF);
}

bool is_white(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  if (between(c, 0x3001, 0x9FFF)) return false;
  return u_isUWhiteSpace(icu(c)) != 0;
}

bool is_invisible(char32_t c) {
  if (c < 0x80) return (c < ' ' && !is_white(c)) || c == 0x7F;
  if (between(c, 0x3000, 0x3163) || between(c, 0x3165, 0x9FFF)) return false;
  if (between(c, 0x80, 0x9F)) return !is_white(c);
  return u_hasBinaryProperty(icu(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_white(c) && !is_invisible(c)) return false;
  }
  return true;
}

bool keeps_space(char32_t before, char32_t after) {
  return !is_solid(before) && !is_solid(after);
}

std::string tidy(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  const std::vector<Piece> pieces = pieces_of(text);
  const std::vector<bool> solid_before = solidity(pieces, true);
  const std::vector<bool> solid_after = solidity(pieces, false);
  std::string out;
  out.reserve(text.size());
  bool stable = true;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    if (i > 0 && piece.space && !solid_before[i - 1] && !solid_after[i]) {
      const bool broken_word =
          piece.line_break && u_isalpha(icu(piece.c)) != 0 &&
          (piece.soft_hyphen || (is_hyphen(pieces[i - 1].c) && i > 1 && u_isalpha(icu(pieces[i - 2].c)) != 0));
      if (!broken_word) out += ' ';
    }
    append_utf8(out, piece.c);
    stable = stable && is_stable(piece.c);
  }
  return stable ? out : nfc(out);
}

std::string print_lines(const std::vector<std::string>& lines) {
  std::size_t begin = 0;
  std::size_t end = lines.size();
  while (begin < end && is_blank(lines[begin])) ++begin;
  while (end > begin && is_blank(lines[end - 1])) --end;
  std::string out;
  for (std::size_t i = begin; i < end; ++i) {
    if (i > begin) out += '\n';
    out += lines[i];
  }
  return out;
}

std::string join_lines(const std::vector<std::string>& lines) {
  if (lines.size() == 1) return tidy(lines.front());
  return tidy(print_lines(lines));
}

}  // namespace fubiao
