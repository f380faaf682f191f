// Printed numbers by the thousand, from a seed: every style that is certain gives the exact decimal, and junk around
// digits is never a number other than the plain reading of its digits, unless with a doubt.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <random>
#include <string>

#include "normalize/number.h"

namespace fubiao {
namespace {

using Random = std::mt19937;

int below(Random& random, int end) {
  return static_cast<int>(random() % static_cast<unsigned>(end));
}

template <class T, std::size_t n>
const T& one_of(Random& random, const T (&items)[n]) {
  return items[random() % n];
}

std::string digits(Random& random, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += static_cast<char>('0' + below(random, i == 0 && count > 1 ? 9 : 10));
  if (count > 1 && text[0] == '0') text[0] = '9';
  return text;
}

std::string replaced(const std::string& text, const std::string& from, const std::string& to) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const bool here = text.compare(at, from.size(), from) == 0;
    out += here ? to : text.substr(at, 1);
    at += here ? from.size() : 1;
  }
  return out;
}

std::string full_width(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const bool wide = (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '-' || c == '+';
    if (wide) {
      out += "\xEF\xBC";
      out += static_cast<char>(0x81 + (c - '!'));
    } else {
      out += c;
    }
  }
  return out;
}

TEST(NumberProperty, EveryStyleThatIsCertainGivesTheExactDecimal) {
  Random random(20260101);
  static constexpr const char* signs[] = {"", "", "", "-", "−", "–", "减", "减少", "+", "增", "增加"};
  static constexpr const char* units[] = {"", "", "", "件", "万元", " 元", "（件）", "人次", "\n万元", "%"};
  static constexpr const char* notes[] = {"", "", "", "*", "①", "[1]", "注1", "（注）"};
  static constexpr const char* groups[] = {"", "", ",", "，", "'", "’"};
  static constexpr const char* around[] = {"", "", " ", "\xC2\xA0", "\xE3\x80\x80", "\n"};
  for (int i = 0; i < 20000; ++i) {
    const std::string whole = digits(random, 1 + below(random, 9));
    const std::string fraction = below(random, 3) == 0 ? digits(random, 1 + below(random, 6)) : "";
    const std::string sign = one_of(random, signs);
    const bool zero = (whole + fraction).find_first_not_of('0') == std::string::npos;
    const bool negative = !zero && (sign == "-" || sign == "−" || sign == "–" || sign.rfind("减", 0) == 0);
    if (zero && !sign.empty()) continue;  // a signed zero is doubtful
    std::string grouped = whole;
    const std::string group = one_of(random, groups);
    for (std::size_t at = whole.size(); !group.empty() && at > 3; at -= 3) grouped.insert(at - 3, group);
    std::string print = sign + grouped + (fraction.empty() ? "" : "." + fraction);
    if (below(random, 4) == 0) print = full_width(print);
    print = one_of(random, around) + print + one_of(random, units) + one_of(random, notes) + one_of(random, around);
    const Number number = parse_number(print);
    const std::string exact = (negative ? "-" : "") + whole + (fraction.empty() ? "" : "." + fraction);
    ASSERT_EQ(number.value, Decimal::parse(exact)) << '"' << print << '"';
    ASSERT_FALSE(number.doubtful) << '"' << print << "\": " << number.doubt;
  }
}

/// The digits of a print as anyone reads them off, with its points; commas and apostrophes between digits left out.
/// "?" for whatever else stands between two digits.
std::string plain_reading(const std::string& print) {
  static const struct {
    const char* from;
    const char* to;
  } shapes[] = {{"\xC2\xA0", " "}, {"\xE3\x80\x80", " "}, {"，", ","}, {"．", "."}, {"①", "*"},
                {"²", "*"},        {"[1]", "*"}};
  std::string text = print;
  for (char digit = '0'; digit <= '9'; ++digit) {
    text = replaced(text, full_width(std::string(1, digit)), std::string(1, digit));
  }
  for (std::size_t at = text.find("注"); at != std::string::npos; at = text.find("注", at)) {
    std::size_t length = std::string("注").size();
    for (int digit = 0; digit < 2 && at + length < text.size() && std::isdigit(text[at + length]) != 0; ++digit) {
      ++length;
    }
    text.replace(at, length, "*");
  }
  for (const auto& shape : shapes) text = replaced(text, shape.from, shape.to);
  std::string out;
  std::string between;
  for (const char c : text) {
    if (c < '0' || c > '9') {
      between += c;
      continue;
    }
    if (!out.empty()) {
      std::string core = between;
      core.erase(std::remove(core.begin(), core.end(), '\n'), core.end());
      const bool point = core == ".";
      const bool group = core == "," || core == "'";
      out += between.empty() || group ? "" : point ? "." : "?";
    }
    between.clear();
    out += c;
  }
  return out;
}

TEST(NumberProperty, JunkIsNeverASilentNumber) {
  Random random(20260102);
  static constexpr const char* pieces[] = {"0",
                                           "1",
                                           "2",
                                           "3",
                                           "7",
                                           "9",
                                           "0",
                                           "5",
                                           "12",
                                           "345",
                                           "６",
                                           "０",
                                           ".",
                                           ",",
                                           "，",
                                           "'",
                                           " ",
                                           "\n",
                                           "-",
                                           "+",
                                           "减",
                                           "增",
                                           "/",
                                           "(",
                                           ")",
                                           "（",
                                           "）",
                                           "件",
                                           "元",
                                           "万",
                                           "①",
                                           "²",
                                           "[1]",
                                           "注1",
                                           "约",
                                           "余",
                                           "、",
                                           "：",
                                           "和",
                                           "O",
                                           "l",
                                           "%",
                                           "。",
                                           "~",
                                           "年",
                                           "无",
                                           "—",
                                           "零",
                                           "三",
                                           "十",
                                           "×",
                                           "\xC2\xA0",
                                           "\xE3\x80\x80",
                                           "▲",
                                           "≥",
                                           "第"};
  int certain = 0;
  for (int i = 0; i < 200000; ++i) {
    std::string print;
    for (int n = 1 + below(random, 6); n > 0; --n) print += one_of(random, pieces);
    const Number number = parse_number(print);
    if (!number.value || number.doubtful) continue;
    ++certain;
    const std::string plain = plain_reading(print);
    Decimal size = *number.value;
    if (size.digits < 0) size.digits = -size.digits;
    if (plain.empty()) {  // 零, 三件: one character of a numeral, with its unit but for 零
      ASSERT_LE(size.digits, 10) << '"' << print << '"';
      continue;
    }
    ASSERT_EQ(Decimal::parse(plain), size) << '"' << print << "\" is plainly " << plain;
    ASSERT_EQ(plain.find('?'), std::string::npos) << '"' << print << '"';
    const bool leading_zero = plain.size() > 1 && plain[0] == '0' && plain[1] != '.';
    ASSERT_FALSE(leading_zero) << '"' << print << '"';
    for (const char* word : {"约", "余", "≥", "~", "/", "年", "第", "▲", "×", "(", "（", "、"}) {
      const bool bracket = word == std::string("(") || word == std::string("（");
      const auto has = [&print](const char* part) { return print.find(part) != std::string::npos; };
      if (bracket && (has("件") || has("元") || has("万") || has("%") || has("注"))) continue;  // a unit, a note
      ASSERT_EQ(print.find(word), std::string::npos) << '"' << print << '"';
    }
  }
  EXPECT_GT(certain, 2000) << "the junk must hold numbers as well, or this shows nothing";
}

}  // namespace
}  // namespace fubiao
