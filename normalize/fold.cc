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

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <optional>
#include <vector>

#include "normalize/fold_tables.h"

namespace fubiao {
namespace {

/// Binary search in a string of (from, to) pairs that is sorted by `from`.
char16_t look_up(std::u16string_view pairs, char16_t c) {
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

std::u32string without_circles(const std::u32string& text) {
  std::u32string out;
  out.reserve(text.size());
  for (const char32_t c : text) {
    const int number = circled(c);
    if (number == 0) {
      out.push_back(c);
      continue;
    }
    for (const char digit : std::to_string(number)) out.push_back(static_cast<char32_t>(digit));
    out.push_back(U'.');
  }
  return out;
}

icu::UnicodeString from_utf32(std::u32string_view text) {
  std::vector<UChar32> units(text.begin(), text.end());
  return icu::UnicodeString::fromUTF32(units.data(), static_cast<int32_t>(units.size()));
}

std::u32string to_utf32(const icu::UnicodeString& text) {
  std::u32string out;
  out.reserve(static_cast<std::size_t>(text.length()));
  for (int32_t i = 0; i < text.length();) {
    const UChar32 c = text.char32At(i);
    out.push_back(c >= 0xD800 && c <= 0xDFFF ? U'\xFFFD' : static_cast<char32_t>(c));
    i += U16_LENGTH(c);
  }
  return out;
}

std::u32string normalized(const std::u32string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) return text;
  const icu::UnicodeString out = form->normalize(from_utf32(text), status);
  return U_SUCCESS(status) ? to_utf32(out) : text;
}

}  // namespace

std::u32string code_points(std::string_view text) {
  constexpr std::size_t longest = 1 << 20;  // no label is, and the lengths of ICU are int32_t
  text = text.substr(0, longest);
  return to_utf32(icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}));
}

std::string utf8(std::u32string_view text) {
  std::string out;
  from_utf32(text).toUTF8String(out);
  return out;
}

std::string fold(std::string_view text) {
  std::u32string out;
  for (char32_t c : normalized(without_circles(code_points(text)))) {
    if (u_isUWhiteSpace(static_cast<UChar32>(c)) || u_iscntrl(static_cast<UChar32>(c))) continue;
    if (c <= 0xFFFF) {
      auto unit = static_cast<char16_t>(c);
      if (unit >= 0x2E80 && unit <= 0x2FDF) unit = look_up(fold_tables::radicals, unit);
      if (unit >= 0x4E00 && unit <= 0x9FFF) unit = look_up(fold_tables::simplified, unit);
      c = unified(unit);
    }
    out.push_back(c);
  }
  return utf8(out);
}

std::string letters_of(std::string_view folded) {
  std::u32string out;
  for (const char32_t c : code_points(folded)) {
    if (u_isalnum(static_cast<UChar32>(c))) out.push_back(c);
  }
  return utf8(out);
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

}  // namespace

Enumerated split_mark(std::string_view folded) {
  const std::u32string text = code_points(folded);
  Cursor cursor{text};
  if (const std::optional<Mark> mark = take_mark(cursor)) {
    // A lone "3." in a cell is a number; a lone "(三)" or "三," is a mark that lost its words.
    const bool lone = cursor.at == text.size();
    if (!lone || mark->level != Level::arabic) return {*mark, utf8(std::u32string_view(text).substr(cursor.at))};
  }
  return {{}, std::string(folded)};
}

}  // namespace fubiao
