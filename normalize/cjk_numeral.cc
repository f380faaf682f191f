// Numbers written in Chinese characters.
//
// Decides: the value of a well-formed numeral, and where it ends. Why our own: ICU's spell-out rules accept far more
// than is printed (and guess), and cost the start-up a rule set. Invariants: what is not well formed (十十, 二十三百,
// 三 二百) has length 0. Does not apply to: fractions, 廿 卅, Suzhou numerals, ordinals (第三).
#include "normalize/cjk_numeral.h"

namespace fubiao {
namespace {

/// 10, 100, 1000 for 十百千 and the formal 拾佰仟; 0 otherwise.
int multiplier(char32_t c) {
  switch (c) {
    case U'十':
    case U'拾': return 10;
    case U'百':
    case U'佰': return 100;
    case U'千':
    case U'仟': return 1000;
    default: return 0;
  }
}

/// A number below 10,000 with its multipliers in falling order; `at` moves behind it. -1: not well formed, among it
/// 一百二, which says 120 and spells 102.
int below_ten_thousand(std::u32string_view text, std::size_t& at) {
  int value = 0;
  int digit = -1;
  int last = 10000;
  bool zero = false;  // 零 stands before the digit
  for (; at < text.size(); ++at) {
    if (const int d = cjk_digit(text[at]); d >= 0) {
      if (digit > 0) return -1;
      zero = digit == 0;
      digit = d;
    } else if (const int m = multiplier(text[at]); m > 0) {
      if (m >= last || digit == 0 || (digit < 0 && (m != 10 || value != 0))) return -1;
      value += (digit < 0 ? 1 : digit) * m;
      last = m;
      digit = -1;
    } else {
      break;
    }
  }
  if (digit == 0 || (digit > 0 && last > 10 && last < 10000 && !zero)) return -1;
  return digit > 0 ? value + digit : value;
}

}  // namespace

int cjk_digit(char32_t c) {
  switch (c) {
    case U'零':
    case U'〇':
    case U'○': return 0;
    case U'一':
    case U'壹': return 1;
    case U'二':
    case U'贰':
    case U'貳':
    case U'两':
    case U'兩': return 2;
    case U'三':
    case U'叁':
    case U'參': return 3;
    case U'四':
    case U'肆': return 4;
    case U'五':
    case U'伍': return 5;
    case U'六':
    case U'陆':
    case U'陸': return 6;
    case U'七':
    case U'柒': return 7;
    case U'八':
    case U'捌': return 8;
    case U'九':
    case U'玖': return 9;
    default: return -1;
  }
}

CjkNumeral read_cjk_numeral(std::u32string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && cjk_digit(text[digits]) >= 0) ++digits;
  const bool structured = digits < text.size() && multiplier(text[digits]) > 0;
  if (!structured && digits > 0) {  // one by one; at most 18 of them fit into 64 bits
    if (digits > 18) return {};
    Decimal value;
    for (std::size_t i = 0; i < digits; ++i) value.digits = value.digits * 10 + cjk_digit(text[i]);
    return {value, digits};
  }
  if (!structured) return {};

  Decimal value;
  std::size_t at = 0;
  const int part = below_ten_thousand(text, at);
  if (part < 0) return {};
  value.digits = part;
  const std::size_t length = at;
  // 一万二千: numerals on both sides of a 万 or 亿 are beyond what a cell of a report holds; not well formed here.
  if (at + 1 < text.size() && (text[at] == U'万' || text[at] == U'亿')) {
    const char32_t next = text[at + 1];
    if (cjk_digit(next) >= 0 || multiplier(next) > 0) return {};
  }
  return {value, length};
}

}  // namespace fubiao
