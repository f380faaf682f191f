// Numbers written in Chinese characters: 三, 十二, 一百零五, 二〇二三.
#pragma once

#include <cstddef>
#include <string_view>

#include "normalize/decimal.h"

namespace fubiao {

/// 0..9 for 零〇一二…九, 两 and the formal 壹贰叁…; -1 for anything else.
int cjk_digit(char32_t c);

struct CjkNumeral {
  Decimal value;
  std::size_t length = 0;  ///< characters at the front of the text that are the numeral; 0: none, or not well formed
};

/// Reads the numeral at the front of `text`: digits one by one (二〇二三) or with 十百千万亿 between them. A 万 or 亿
/// that ends it belongs to the unit after it and is not taken (三万元 is 3, 万元).
CjkNumeral read_cjk_numeral(std::u32string_view text);

}  // namespace fubiao
