// Decides which characters are the same to a reader.
//
// The same official label is printed with full-width or half-width brackets, "、" or "，" or ".", in traditional
// characters, with radicals instead of ideographs (PDF producers map the glyph of 工 to U+2F2F), with spaces for
// justification and with invisible joiners. Folding takes all of that away, so that what remains different is a
// typo or another label.
//
// Invariant: fold(fold(x)) == fold(x). The tables are constants of the program (ICU's Traditional-Simplified
// transliterator takes longer to build than a whole report takes to read), and nothing is set up at start.
//
// It does not apply to values: a full stop that becomes a comma would make another number. See number.h.
#include "normalize/fold.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <optional>

#include "extract/radicals.h"
#include "extract/utf8.h"
#include "normalize/fold_tables.h"

namespace fubiao {
namespace {

char16_t simplified(char16_t c) {
  constexpr std::u16string_view pairs = fold_tables::simplified;
  std::size_t low = 0;
  std::size_t high = pairs.size() / 2;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (pairs[2 * middle] < c) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return 2 * low + 1 < pairs.size() && pairs[2 * low] == c ? pairs[2 * low + 1] : c;
}

/// One shape for the punctuation that printers mix. 0: dropped.
char16_t unified(char16_t c) {
  switch (c) {
    case u'〔':
    case u'【':
    case u'[':
    case u'{':
    case u'〖':
    case u'⁅':
    case u'❨':
    case u'﹝': return u'(';
    case u'〕':
    case u'】':
    case u']':
    case u'}':
    case u'〗':
    case u'⁆':
    case u'❩':
    case u'﹞': return u')';
    case u'“':
    case u'”':
    case u'„':
    case u'‟':
    case u'‘':
    case u'’':
    case u'‚':
    case u'‛':
    case u'\'':
    case u'`':
    case u'「':
    case u'」':
    case u'『':
    case u'』':
    case u'〝':
    case u'〞':
    case u'〟':
    case u'´':
    case u'′':
    case u'″': return u'"';
    case u'《':
    case u'〈':
    case u'«':
    case u'‹': return u'<';
    case u'》':
    case u'〉':
    case u'»':
    case u'›': return u'>';
    case u'‐':
    case u'‑':
    case u'‒':
    case u'–':
    case u'—':
    case u'―':
    case u'−':
    case u'─':
    case u'━':
    case u'﹣': return u'-';
    case u'、':
    case u'､': return u',';
    case u'。': return u'.';
    case u'•':
    case u'‧':
    case u'∙':
    case u'・':
    case u'⋅':
    case u'●':
    case u'▪': return u'·';
    default: return c;
  }
}

/// The number of ①..⑳ and its relatives, which NFKC would turn into bare digits that run into what follows.
int circled(char32_t c) {
  if (c >= 0x2460 && c <= 0x2473) return static_cast<int>(c) - 0x2460 + 1;  // ①..⑳
  if (c >= 0x24F5 && c <= 0x24FE) return static_cast<int>(c) - 0x24F5 + 1;  // ⓵..⓾
  if (c >= 0x2776 && c <= 0x277F) return static_cast<int>(c) - 0x2776 + 1;  // ❶..❿
  if (c >= 0x2780 && c <= 0x2789) return static_cast<int>(c) - 0x2780 + 1;  // ➀..➉
  if (c >= 0x278A && c <= 0x2793) return static_cast<int>(c) - 0x278A + 1;  // ➊..➓
  return 0;
}

/// What NFKC_Casefold makes of a character by itself, for the characters that labels consist of (each of them composes
/// with nothing before or behind it in these ranges); nullopt: ask the normalizer about the whole text.
std::optional<char32_t> folded_alone(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;  // full-width ASCII
  if (c < 0x80) return c >= U'A' && c <= U'Z' ? c + 32 : c;
  if (c >= 0x4E00 && c <= 0x9FA5) return c;
  if (c == 0xA0 || c == 0x3000) return U' ';
  if ((c >= 0x3001 && c <= 0x3003) || (c >= 0x3008 && c <= 0x3011) || (c >= 0x3014 && c <= 0x301B)) return c;
  if (c == 0x2014 || c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D || c == 0xB7) return c;
  return std::nullopt;
}

std::optional<std::u32string> quickly_normalized(std::u32string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (const char32_t c : text) {
    const std::optional<char32_t> alone = folded_alone(c);
    if (!alone) return std::nullopt;
    out.push_back(*alone);
  }
  return out;
}

std::u32string normalized(const std::u32string& text) {
  std::u32string plain;
  plain.reserve(text.size());
  for (const char32_t c : text) {
    const int number = circled(c);
    if (number == 0) {
      plain.push_back(seen_as(c));
      continue;
    }
    for (const char digit : std::to_string(number)) plain.push_back(static_cast<char32_t>(digit));
    plain.push_back(U'.');
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) return plain;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  form->normalizeUTF8(0, to_utf8(plain), sink, nullptr, status);
  return U_SUCCESS(status) ? to_u32(out) : plain;
}

}  // namespace

std::string fold(std::string_view text) {
  constexpr std::size_t longest = 1 << 20;  // no label is, and the lengths of ICU are int32_t
  const std::u32string points = to_u32(text.substr(0, longest));
  const std::optional<std::u32string> quick = quickly_normalized(points);
  std::string out;
  out.reserve(text.size());
  for (char32_t c : quick ? *quick : normalized(points)) {
    if (c < 0x80 ? c <= U' ' || c == 0x7F
                 : u_isUWhiteSpace(static_cast<UChar32>(c)) || u_iscntrl(static_cast<UChar32>(c))) {
      continue;
    }
    if (c <= 0xFFFF) {
      auto unit = static_cast<char16_t>(c);
      if (unit >= 0x2E80 && unit <= 0x2FDF) unit = static_cast<char16_t>(seen_as(unit));
      if (unit >= 0x4E00 && unit <= 0x9FFF) unit = simplified(unit);
      c = unified(unit);
    }
    append_utf8(out, c);
  }
  return out;
}

std::string letters_of(std::string_view folded) {
  std::string out;
  out.reserve(folded.size());
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = next_code_point(folded, at);
    if ((c >= 0x4E00 && c <= 0x9FFF) || u_isalnum(static_cast<UChar32>(c))) append_utf8(out, c);
  }
  return out;
}

// ---- enumeration marks ---------------------------------------------------------------------------------------

namespace {

int chinese_digit(char32_t c) {
  constexpr std::u32string_view digits = U"一二三四五六七八九";
  const std::size_t at = digits.find(c);
  return at == std::u32string_view::npos ? 0 : static_cast<int>(at) + 1;
}

/// A reader over the code points of the text.
struct Cursor {
  std::u32string_view text;
  std::size_t at = 0;

  char32_t peek(std::size_t ahead = 0) const { return at + ahead < text.size() ? text[at + ahead] : U'\0'; }
  bool take(std::u32string_view any) {
    if (at >= text.size() || any.find(text[at]) == std::u32string_view::npos) return false;
    ++at;
    return true;
  }
};

/// 一 … 九十九; 0 and nothing taken where there is none.
int take_chinese(Cursor& cursor) {
  const int first = chinese_digit(cursor.peek());
  int value = 0;
  if (first > 0) {
    ++cursor.at;
    value = first;
  }
  if (cursor.peek() == U'十') {
    ++cursor.at;
    value = (first > 0 ? first : 1) * 10;
    if (const int last = chinese_digit(cursor.peek()); last > 0) {
      ++cursor.at;
      value += last;
    }
  }
  return value;
}

/// 1 … 99.
int take_arabic(Cursor& cursor) {
  int value = 0;
  std::size_t length = 0;
  while (cursor.peek(length) >= U'0' && cursor.peek(length) <= U'9') {
    if (length == 2) return 0;
    value = value * 10 + static_cast<int>(cursor.peek(length) - U'0');
    ++length;
  }
  if (value > 0) cursor.at += length;
  return value;
}

std::optional<Mark> take_mark(Cursor& cursor) {
  constexpr std::u32string_view separators = U",.:;·";
  if (cursor.take(U"第")) {
    const int ordinal = take_chinese(cursor);
    if (ordinal == 0) return std::nullopt;
    const bool part = cursor.take(U"章编") || (cursor.peek() == U'部' && cursor.peek(1) == U'分' && (cursor.at += 2));
    const bool separated = cursor.take(separators);
    if (!part && !separated) return std::nullopt;
    return Mark{Level::chinese, ordinal};
  }
  const bool opened = cursor.take(U"(");
  if (const int ordinal = take_chinese(cursor); ordinal > 0) {
    const bool closed = cursor.take(U")");
    const bool separated = cursor.take(separators);
    // "(一般公开)" is a remark; "(三不予公开" has lost a bracket.
    if (opened && !closed && cursor.text.find(U')') != std::u32string_view::npos) return std::nullopt;
    if (opened || closed) return Mark{Level::chinese_bracketed, ordinal};
    if (separated) return Mark{Level::chinese, ordinal};
    return std::nullopt;
  }
  const int ordinal = take_arabic(cursor);
  if (ordinal == 0) return std::nullopt;
  if (cursor.take(U")")) {
    cursor.take(separators);
    return Mark{Level::arabic_bracketed, ordinal};
  }
  if (opened) return std::nullopt;  // "(2021年)" is prose
  if (cursor.take(separators)) {
    if (cursor.peek() >= U'0' && cursor.peek() <= U'9') return std::nullopt;  // 3.5
    return Mark{Level::arabic, ordinal};
  }
  // Without a separator only before a word, and not before one that counts ("1份", "12月", "3个").
  constexpr std::u32string_view counted = U"年月日件条项份次个人元万亿篇号家名期天小时多余%％-/";
  if (cursor.peek() < 0x4E00 || counted.find(cursor.peek()) != std::u32string_view::npos) return std::nullopt;
  return Mark{Level::arabic, ordinal};
}

/// A bullet or a picture, as word processors set before a line of a list.
bool is_ornament(char32_t c) {
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_OTHER_SYMBOL || type == U_PRIVATE_USE_CHAR || c == U'•' || c == U'·';
}

}  // namespace

Enumerated split_mark(std::string_view folded) {
  const std::u32string text = to_u32(folded);
  Cursor cursor{text};
  while (is_ornament(cursor.peek()) || (cursor.at > 0 && cursor.peek() == U' ')) ++cursor.at;  // "➢3.其他"
  if (const std::optional<Mark> mark = take_mark(cursor)) {
    // A lone "3." in a cell is a number; a lone "(三)" or "三," is a mark that lost its words.
    const bool lone = cursor.at == text.size();
    if (!lone || mark->level != Level::arabic) return {*mark, to_utf8(std::u32string_view(text).substr(cursor.at))};
  }
  return {{}, std::string(folded)};
}

}  // namespace fubiao
