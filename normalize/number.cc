// The number printed in one cell, read as a careful person reads it.
//
// Decides: whether the print is a number, which one, in what unit, and whether another reading was possible. Why so
// strict: two numbers that share a cell (a lost rule, a stray digit in a merged cell) must never come out as one, nor
// one of them alone. So the whole print must be accounted for: marks, sign, digits, unit, footnote marks; one character
// too many makes the cell unreadable.
//
// Certain: digits of any width, 1,234 and 1'234 in groups of three, + - 增 减, a known unit, footnote marks that are
// no digits, a number broken at its point or at a group comma. Doubtful (value and warning): groups parted by a blank
// (1 234), a number broken between two digits ("55\n009"), 12。50, leading zeros, O for 0, CJK numerals of several
// characters or without a unit (零 is certain), arrows and triangles for a sign (▲3 rises in one table and is minus 3
// in the next), a unit that no form uses, over 15 significant digits. Unreadable: everything else, among it 12,34, 5/3,
// "21 0", "21\n0", (3), and what says that it is not exact: 约3, 5余, ≥3.
//
// Invariants: a value exists exactly when the status is read or repaired; a doubtful value says why. Never converts a
// unit: 万 and 亿 before a unit belong to the unit. Does not apply to dates, ranges and sentences: they are unreadable.
#include "normalize/number.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <vector>

#include "extract/utf8.h"
#include "normalize/cjk_numeral.h"
#include "normalize/number_text.h"

namespace fubiao {
namespace {

using Text = std::u32string;
using View = std::u32string_view;

bool one_of(char32_t c, View set) {
  return set.find(c) != View::npos;
}
bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

void trim(View& text) {
  while (!text.empty() && is_gap(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_gap(text.back())) text.remove_suffix(1);
}

// ---- results --------------------------------------------------------------------------------------------------

Number unreadable(std::string why) {
  Number number;
  number.status = Status::unreadable;
  number.doubt = std::move(why);
  return number;
}

void doubt(Number& number, std::string why) {
  if (!number.doubtful) number.doubt = std::move(why);  // the first reason is the one to read
  number.doubtful = true;
}

constexpr char two_numbers[] = "two numbers in one cell";
constexpr char no_number[] = "this is no number";

// ---- nothing and not applicable -------------------------------------------------------------------------------

/// "/", "-", "–", "—", "无" and their near variants: other dashes, a dash drawn with two or more characters ("——" is
/// the Chinese dash), full-width forms. 无此项 and the like are text: unreadable, value null all the same.
bool says_not_applicable(View text) {
  if (text == U"/" || text == U"无") return true;
  return std::all_of(text.begin(), text.end(), [](char32_t c) { return c == U'-' || c == U'—' || is_gap(c); });
}

// ---- marks around the number ----------------------------------------------------------------------------------

bool is_superscript(char32_t c) {
  return c == U'¹' || c == U'²' || c == U'³' || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}
bool is_circled(char32_t c) {
  return (c >= 0x2460 && c <= 0x2473) || (c >= 0x2776 && c <= 0x277F);
}
bool is_mark(char32_t c) {
  return is_superscript(c) || is_circled(c) || one_of(c, U"*※†‡#");
}

/// Digits of a note's own number: no table has a hundred notes, and more digits are another value.
constexpr std::size_t longest_note_number = 2;

/// Length of "[1]", "[¹]", "[注]", "注1", "(注)", "(见注2)" at the end of `text`; 0: none.
std::size_t trailing_note(View text) {
  std::size_t begin = text.size();
  char32_t closing = 0;
  if (one_of(text.back(), U"])")) {
    closing = text.back();
    begin = text.rfind(closing == U']' ? U'[' : U'(');
    if (begin == View::npos) return 0;
  } else {
    while (begin > 0 && is_digit(text[begin - 1])) --begin;
    const bool numbered = begin > 0 && text[begin - 1] == U'注' && text.size() - begin <= longest_note_number;
    return numbered ? text.size() - begin + 1 : 0;
  }
  View inside = text.substr(begin + 1, text.size() - begin - 2);
  const bool short_number = !inside.empty() && inside.size() <= longest_note_number;
  const bool raised = short_number && std::all_of(inside.begin(), inside.end(), is_superscript);
  const bool numbered = raised || (short_number && std::all_of(inside.begin(), inside.end(), is_digit));
  if (closing == U']') return numbered || inside == U"注" ? text.size() - begin : 0;
  // A number in round brackets after a number may be another value (a share, last year's): only 注 makes it a note.
  if (inside.substr(0, 1) == U"见") inside.remove_prefix(1);
  if (inside.substr(0, 1) != U"注") return 0;
  inside.remove_prefix(1);
  const bool number = inside.size() <= longest_note_number && std::all_of(inside.begin(), inside.end(), is_digit);
  return number ? text.size() - begin : 0;
}

/// Takes the footnote marks off. They are no digits of the number, whatever they look like.
void drop_notes(View& text, Number& number) {
  while (!text.empty()) {
    if (is_mark(text.back())) {
      text.remove_suffix(1);
    } else if (const std::size_t length = trailing_note(text); length > 0) {
      text.remove_suffix(length);
    } else {
      break;
    }
    trim(text);
  }
  while (!text.empty() && is_mark(text.front())) {
    if (text.front() != U'*' && text.front() != U'※') doubt(number, "a mark before the number may number a list");
    text.remove_prefix(1);
    trim(text);
  }
}

bool take_prefix(View& text, View prefix) {
  if (text.substr(0, prefix.size()) != prefix) return false;
  text.remove_prefix(prefix.size());
  return true;
}

/// Takes a sign, or a word for one, off the front. True: the number is negative.
bool take_sign(View& text, Number& number) {
  for (View word : {View(U"减少"), View(U"下降"), View(U"减"), View(U"负")}) {
    if (take_prefix(text, word)) return trim(text), true;
  }
  for (View word : {View(U"增加"), View(U"增长"), View(U"上升"), View(U"增"), View(U"+"), View(U"↑")}) {
    if (take_prefix(text, word)) return trim(text), false;
  }
  if (take_prefix(text, U"▲")) return doubt(number, "a triangle was read as a plus sign"), trim(text), false;
  const bool arrow = !text.empty() && one_of(text.front(), U"↓▼");
  const bool dash = text.substr(0, 1) == U"—";
  if (!arrow && !dash && text.substr(0, 1) != U"-") return false;
  text.remove_prefix(1);
  if (arrow) doubt(number, "an arrow was read as a minus sign");
  if (dash) doubt(number, "a dash was read as a minus sign");
  if (!text.empty() && is_gap(text.front())) doubt(number, "a dash stands apart from the number after it");
  trim(text);
  return true;
}

// ---- digits ---------------------------------------------------------------------------------------------------

/// The digits of a number and what parts them: groups[0] separators[0] groups[1] ...
struct Pieces {
  std::vector<Text> groups;
  std::vector<Text> separators;
};

bool is_separator(char32_t c) {
  return is_gap(c) || one_of(c, U".,'。·");
}

Pieces cut(View body) {
  Pieces pieces;
  pieces.groups.emplace_back();
  for (char32_t c : body) {
    if (is_separator(c)) {
      if (pieces.separators.size() < pieces.groups.size()) pieces.separators.emplace_back();
      pieces.separators.back().push_back(c);
    } else {
      if (pieces.separators.size() == pieces.groups.size()) pieces.groups.emplace_back();
      pieces.groups.back().push_back(c);
    }
  }
  if (pieces.separators.size() == pieces.groups.size()) pieces.groups.emplace_back();
  return pieces;
}

/// Whether digits on two lines may be one number that a narrow column broke. A line is broken where it is full, so the
/// first line is at least as long as the second; and what begins with 0 is no number of its own. Short pairs (21 over
/// 0, 12 over 34) are as likely two numbers, and a lone 0 is what strays into merged cells: those stay unreadable.
bool may_be_broken(View line, View rest, View rest_line) {
  if (line.empty() || rest.empty() || line.front() == U'0') return false;
  if (rest == rest_line && rest.size() >= 2 && rest.front() == U'0') return true;
  return line.size() >= 3 && rest_line.size() <= line.size() && rest_line != U"0";
}

/// The line of `body` around position `at` (not a line feed).
View line_at(View body, std::size_t at) {
  const std::size_t before = at == 0 ? View::npos : body.rfind(U'\n', at - 1);
  const std::size_t begin = before == View::npos ? 0 : before + 1;
  return body.substr(begin, body.find(U'\n', at) - begin);
}

/// Joins digits over one plain line break (three numbers below each other are no broken number). False: two numbers.
bool join_lines(Text& body, Number& number) {
  bool joined = false;
  for (std::size_t at = body.find(U'\n'); at != Text::npos; at = body.find(U'\n', at + 1)) {
    if (at == 0 || at + 1 >= body.size() || !is_digit(body[at - 1]) || !is_digit(body[at + 1])) continue;
    const View rest = line_at(body, at + 1);
    const View digits =
        rest.substr(0, static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), is_digit) - rest.begin()));
    if (joined || !may_be_broken(line_at(body, at - 1), digits, rest)) return false;
    joined = true;
    doubt(number, "the digits stand on two lines: one number that was broken, or two");
    number.status = Status::repaired;
    body.erase(at, 1);
    --at;
  }
  return true;
}

/// Letters and rings typed for digits. Only beside real digits, or a lone O: a lone l may be a rule.
void read_letters(Text& body, Number& number) {
  const bool digits = std::any_of(body.begin(), body.end(), is_digit);
  for (char32_t& c : body) {
    const bool zero = one_of(c, U"Oo○〇") && (digits || body.size() == 1);
    const bool one = one_of(c, U"lI") && digits;
    if (!zero && !one) continue;
    if (!(c == U'〇' && body.size() == 1)) {
      doubt(number, "a letter or sign was read as a digit");
      number.status = Status::repaired;
    }
    c = zero ? U'0' : U'1';
  }
}

/// What one separator says: a decimal point, groups of three, or that two numbers stand apart.
enum class Part { point, group, apart };

Part judge(View separator, Number& number, View before) {
  Text core;
  bool line_break = false;
  bool blank = false;
  for (char32_t c : separator) {
    line_break = line_break || c == U'\n';
    blank = blank || c == U' ';
    if (c != U'\n' && c != U' ') core.push_back(c);
  }
  if (core.size() > 1) return Part::apart;
  if (line_break) number.status = Status::repaired;
  if (core == U".") {
    // "3.\n28" may be the third item of a list; "7730.\n28" is none, and ".28" begins no number.
    const bool enumeration = separator.front() == U'.' && before.size() <= 2 && before != U"0";
    if (blank || (line_break && enumeration)) doubt(number, "a gap beside the point");
    return Part::point;
  }
  if (core == U"。" || core == U"·") {
    doubt(number, "a sign that is no decimal point was read as one");
    return Part::point;
  }
  if (core.empty()) {  // a plain line break between digits was dealt with before
    if (line_break) return Part::apart;
    doubt(number, "groups of three digits parted by a blank: one number, or two");
  } else if (blank) {
    doubt(number, "a gap beside the comma");
  }
  return Part::group;
}

char32_t sign_of(View separator) {
  for (char32_t c : separator) {
    if (c != U'\n' && c != U' ') return c;
  }
  return U' ';
}

std::string ascii(View digits) {
  std::string text;
  for (char32_t c : digits) text.push_back(static_cast<char>(c));
  return text;
}

/// Digits, points and separators only. Sets value or gives the reason why there is none.
void read_digits(Text body, bool negative, Number& number) {
  read_letters(body, number);
  if (!join_lines(body, number)) {
    number = unreadable(two_numbers);
    return;
  }
  const Pieces pieces = cut(body);
  std::string whole = ascii(pieces.groups.front());
  std::string fraction;
  bool after_point = false;
  char32_t group_sign = 0;
  for (std::size_t i = 0; i < pieces.separators.size(); ++i) {
    const View separator = pieces.separators[i];
    const View next = pieces.groups[i + 1];
    const Part part = after_point ? Part::apart : judge(separator, number, pieces.groups[i]);
    if (part == Part::point) {
      after_point = true;
      fraction = ascii(next);
    } else if (part == Part::group) {
      const bool first = group_sign == 0;
      const bool head = whole.size() <= 3 && !whole.empty() && whole.front() != '0';
      if ((first && !head) || (!first && group_sign != sign_of(separator)) || next.size() != 3) {
        number =
            unreadable(one_of(sign_of(separator), U",'") ? "its commas part no groups of three digits" : two_numbers);
        return;
      }
      group_sign = sign_of(separator);
      whole += ascii(next);
    } else {
      number = unreadable(two_numbers);
      return;
    }
  }
  if (whole.empty() || (after_point && fraction.empty())) {
    doubt(number, "no digit on one side of the point");
    if (whole.empty() && fraction.empty()) {
      number = unreadable(no_number);
      return;
    }
  }
  if (whole.size() > 1 && whole.front() == '0')
    doubt(number, "a number does not begin with 0: a digit may be cut off, or two numbers run together");
  number.value =
      Decimal::parse((negative ? "-" : "") + (whole.empty() ? "0" : whole) + (fraction.empty() ? "" : "." + fraction));
  if (!number.value) {
    number = unreadable("more digits than a number can have");
    return;
  }
  if (negative && number.value->digits == 0) doubt(number, "a minus sign before a zero");
  // As printed: the zeros at the end of 0.120000000000000000 carry no more than they say.
  if (number.value->significant_digits() > 15) doubt(number, "over 15 significant digits");
}

// ---- units ----------------------------------------------------------------------------------------------------

/// Counting words and sums of money met in reports of this kind. Any other is given with a doubt.
bool is_known_unit(View unit) {
  View base = unit;
  if (base.size() > 1 && one_of(base.front(), U"万亿千百")) base.remove_prefix(1);
  if (base.size() > 1 && one_of(base.front(), U"万亿")) base.remove_prefix(1);  // 百万元
  static constexpr View units[] = {
      U"件", U"项", U"条",   U"个",   U"份", U"人", U"人次", U"次", U"件次", U"元", U"元人民币", U"宗", U"起", U"篇",
      U"期", U"场", U"场次", U"家",   U"户", U"名", U"部",   U"页", U"张",   U"本", U"册",       U"例", U"处", U"类",
      U"种", U"批", U"批次", U"班次", U"万", U"亿", U"%",    U"‰",  U"字",   U"组", U"位",       U"套", U"封", U"部门"};
  return std::find(std::begin(units), std::end(units), base) != std::end(units);
}

/// Takes what follows the digits as a unit. False: it is none.
bool read_unit(View rest, Number& number) {
  Text unit;
  for (char32_t c : rest) {
    if (!is_gap(c)) unit.push_back(c);
  }
  if (unit.size() > 2 && unit.front() == U'(' && unit.back() == U')') unit = unit.substr(1, unit.size() - 2);
  if (unit.empty()) return true;
  if (!is_known_unit(unit)) {
    const bool han = std::all_of(unit.begin(), unit.end(), [](char32_t c) {
      return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_IDEOGRAPHIC) != 0 && cjk_digit(c) < 0;
    });
    // 年 月 日 make a date, 号 第 a number of something; 余 左右 以上 say that the count is another: no count.
    if (!han || unit.size() > 3 || unit.find_first_of(U"年月日号第时分无余多许几左右上下内") != Text::npos)
      return false;
    doubt(number, "an unknown unit follows the number");
  }
  number.unit = to_utf8(unit);
  return true;
}

/// "3.", "12。", "0;": closing punctuation that belongs to a sentence, not to the number.
void drop_full_stop(View& text, Number& number) {
  if (text.size() < 2 || !one_of(text.back(), U"。;")) return;
  doubt(number, "a full stop follows the number");
  text.remove_suffix(1);
  trim(text);
}

void read_numeral(View text, bool negative, Number& number) {
  std::size_t end = 0;
  const auto in_number = [&](char32_t c) { return is_digit(c) || is_separator(c) || one_of(c, U"OolI○〇"); };
  while (end < text.size() && in_number(text[end])) ++end;
  View body = text.substr(0, end);
  trim(body);
  if (std::any_of(body.begin(), body.end(), is_digit) || (body.size() == 1 && one_of(body.front(), U"Oo○〇"))) {
    if (!read_unit(text.substr(end), number)) {
      number = unreadable("other text beside the number");
      return;
    }
    read_digits(Text(body), negative, number);
    return;
  }
  const CjkNumeral numeral = read_cjk_numeral(text);
  if (numeral.length == 0 || !read_unit(text.substr(numeral.length), number)) {
    number = unreadable(no_number);
    return;
  }
  number.value = numeral.value;
  if (negative) number.value->digits = -number.value->digits;
  if (numeral.length > 1) doubt(number, "a numeral in Chinese characters");
  // A lone 三 may be what is left of a row's mark (三、…), a lone 一 a dash; 零 and 〇 are neither.
  if (number.unit.empty() && number.value->digits != 0) doubt(number, "a lone Chinese numeral may be a mark or a dash");
}

}  // namespace

Number parse_number(std::string_view print) {
  Number number;
  const Text text = number_text(print);
  if (text.empty()) return number;
  if (says_not_applicable(text)) {
    number.status = Status::not_applicable;
    return number;
  }
  number.status = Status::read;
  View rest = text;
  drop_notes(rest, number);
  drop_full_stop(rest, number);
  const bool negative = take_sign(rest, number);
  const bool yuan = take_prefix(rest, U"¥");
  trim(rest);
  if (rest.empty()) return unreadable(no_number);
  read_numeral(rest, negative, number);
  if (yuan && number.value && number.unit.empty()) number.unit = "元";
  if (!number.value) {
    number.unit.clear();
    number.doubtful = false;
  }
  return number;
}

}  // namespace fubiao
