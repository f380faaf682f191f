// Telling numbers from words.
//
// The columns of a table without rules are found by where its numbers stand, so this must not take a label for a
// number: "3.其他" is a label (a list mark, then words), "12.5万元" a number with its unit, "减3" a number with a word
// for its sign, "2023年" a label. The rule: one run of digits with signs and separators, at most one word character
// before it and a short unit behind it, which neither follows a list mark nor is a part of a date.
//
// It does not read numbers: whether "1,2,3" is one is not asked here.
#include "layout/shape.h"

#include <cstddef>
#include <string>

#include "extract/utf8.h"
#include "layout/join.h"

namespace fubiao {
namespace {

bool is_digit(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

bool is_sign_or_separator(char32_t c) {
  constexpr std::u32string_view marks = U"+-.,%() −－＋．，％（）‰±";
  return marks.find(c) != std::u32string_view::npos;
}

bool is_mark_for_none(std::u32string_view text) {
  if (text == U"无" || text == U"零") return true;
  return text.size() <= 4 && text.find_first_not_of(U"/／-－−–—―─\\＼") == std::u32string_view::npos;
}

bool is_open_mark(char32_t c) {
  return c == '.' || c == ',' || c == ')' || c == 0xFF0E || c == 0xFF09 || c == 0xFF0C;
}

}  // namespace

bool is_bare_number(std::string_view tidy_text) {
  bool digit = false;
  for (std::size_t at = 0; at < tidy_text.size();) {
    const char32_t c = next_code_point(tidy_text, at);
    if (is_digit(c)) digit = true;
    if (!is_digit(c) && !is_sign_or_separator(c)) return false;
  }
  return digit;
}

Shape shape_of(std::string_view tidy_text) {
  if (tidy_text.empty() || is_blank(tidy_text)) return Shape::blank;
  if (tidy_text.size() > 96) return Shape::words;
  const std::u32string text = to_u32(tidy_text);
  if (is_mark_for_none(text)) return Shape::value;
  std::size_t begin = 0;
  if (!is_digit(text[0]) && !is_sign_or_separator(text[0])) begin = 1;  // 减3
  std::size_t end = begin;
  bool digit = false;
  while (end < text.size() && (is_digit(text[end]) || is_sign_or_separator(text[end]))) {
    digit = digit || is_digit(text[end]);
    ++end;
  }
  if (!digit) return Shape::words;
  if (begin == 1 && end < text.size()) return Shape::words;  // 第3项
  if (begin == 1 && !is_cjk(text[0])) return Shape::words;   // A4
  if (end == text.size()) {
    return is_open_mark(text.back()) && text.back() != ')' && text.back() != 0xFF09 ? Shape::words : Shape::value;
  }
  if (is_open_mark(text[end - 1])) return Shape::words;  // 3.其他, 1)…
  const std::u32string_view unit = std::u32string_view(text).substr(end);
  if (unit.size() > 3 || unit.find_first_of(U"年月日、.．:：第") != std::u32string_view::npos) return Shape::words;
  return Shape::value;
}

}  // namespace fubiao
