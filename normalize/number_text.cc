// The characters of a printed number, each in one shape.
//
// Decides: which characters are the same in a number. Why not NFKC or `fold`: they turn the footnote marks ¹ and ① into
// digits of the number before them, 、 and ， into one, and drop the white space that parts two numbers.
//
// Invariant: nothing with ink is dropped. Does not apply to labels: see fold.h.
#include "normalize/number_text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "extract/utf8.h"

namespace fubiao {
namespace {

/// One printed character as this file knows it; 0: it leaves no ink and parts nothing. Not NFKC as a whole: that would
/// turn the footnote marks ¹ and ① into digits of the number before them.
char32_t folded(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;  // full-width ASCII
  if (c < 0x80) {
    if (c == U'\n' || c == U'\r' || c == U'\v' || c == U'\f') return U'\n';
    if (c == U'\t') return U' ';
    if (c < 0x20 || c == 0x7F) return 0;
    return c == U'`' ? U'\'' : c;
  }
  switch (c) {
    case 0x2028:
    case 0x2029: return U'\n';
    case 0x2006:
    case 0x2008:
    case 0x2009:
    case 0x202F: return thin_space;
    case 0x2010:  // hyphen
    case 0x2011:  // no-break hyphen
    case 0x2012:  // figure dash
    case 0x2013:  // en dash
    case 0x2212:  // minus sign
    case 0xFE63: return U'-';
    case 0x2015:  // horizontal bar
    case 0x2500:  // box drawings light horizontal, typed for a dash
    case 0xFE58: return 0x2014;
    case 0x2215:  // division slash
    case 0x2044: return U'/';
    case 0xFE50: return U',';
    case 0xFF61: return U'。';
    case 0x2018:
    case 0x2019: return U'\'';
    case 0x2027:
    case 0x30FB:
    case 0xFF65: return U'·';
    case 0x3014:  // 〔
    case 0x3010: return U'[';
    case 0x3015:
    case 0x3011: return U']';
    case U'○':
    case U'◯': return U'○';
    case U'無': return U'无';
    case U'減': return U'减';
    case U'負': return U'负';
    case U'萬': return U'万';
    case U'億': return U'亿';
    case U'個': return U'个';
    case U'條': return U'条';
    case U'項': return U'项';
    case U'頁': return U'页';
    case U'張': return U'张';
    case U'戶': return U'户';
    case U'類': return U'类';
    case U'種': return U'种';
    case U'處': return U'处';
    case U'場': return U'场';
    case U'圓':
    case U'圆': return U'元';
    case U'￥': return U'¥';
    default: break;
  }
  const auto code = static_cast<UChar32>(c);
  const bool compatible =
      (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x1D7CE && c <= 0x1D7FF);
  if (compatible) {  // Kangxi radicals, compatibility ideographs, mathematical digits
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
    if (U_SUCCESS(status)) {
      const icu::UnicodeString form = nfkc->normalize(icu::UnicodeString(code), status);
      if (U_SUCCESS(status) && form.countChar32() == 1) return static_cast<char32_t>(form.char32At(0));
    }
    return c;
  }
  if (u_isUWhiteSpace(code)) return U' ';
  if (u_charType(code) == U_FORMAT_CHAR || u_charType(code) == U_CONTROL_CHAR) return 0;
  return c;
}

}  // namespace

bool is_gap(char32_t c) {
  return c == U' ' || c == U'\n' || c == thin_space;
}

std::u32string number_text(std::string_view print) {
  std::u32string text;
  for (std::size_t at = 0; at < print.size();) {
    const char32_t c = folded(next_code_point(print, at));
    if (c == 0) continue;
    if (!is_gap(c)) {
      text.push_back(c);
    } else if (!text.empty()) {
      if (!is_gap(text.back())) {
        text.push_back(c);
      } else if (c == U'\n' || (c == U' ' && text.back() == thin_space)) {
        text.back() = c;
      }
    }
  }
  while (!text.empty() && is_gap(text.back())) text.pop_back();
  return text;
}

}  // namespace fubiao
