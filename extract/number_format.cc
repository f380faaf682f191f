#include "extract/number_format.h"

#include <array>
#include <cstdint>

#include "extract/utf8.h"

namespace fubiao {

namespace {

/// The digits of one way to count in words, and how it treats ten.
struct Counting {
  std::u32string_view digits;  ///< 0 to 9
  std::u32string_view units;   ///< ten, hundred, thousand, ten thousand
  bool one_before_ten;         ///< 一十 rather than 十 at the beginning
  bool one_before_hundred;     ///< 一百 rather than 百
  bool fills_zero;             ///< 一百零一 rather than 一百一
};

std::string one(char32_t c) {
  return to_utf8(std::u32string_view(&c, 1));
}

constexpr Counting chinese = {U"〇一二三四五六七八九", U"十百千万", false, true, true};
constexpr Counting chinese_zero = {U"零一二三四五六七八九", U"十百千万", false, true, true};
constexpr Counting taiwanese = {U"零一二三四五六七八九", U"十百千萬", false, true, true};
constexpr Counting japanese = {U"〇一二三四五六七八九", U"十百千万", false, false, false};
constexpr Counting legal_simplified = {U"零壹贰叁肆伍陆柒捌玖", U"拾佰仟萬", true, true, true};
constexpr Counting legal_traditional = {U"零壹貳參肆伍陸柒捌玖", U"拾佰仟萬", true, true, true};
constexpr Counting legal_japanese = {U"〇壱弐参四伍六七八九", U"拾百阡萬", true, true, false};

/// Below ten thousand.
std::u32string small_words(long value, const Counting& way, bool inner) {
  std::u32string out;
  bool zero = false;
  long power = 1000;
  for (int place = 3; place >= 0; --place, power /= 10) {
    const long digit = value / power % 10;
    if (digit == 0) {
      zero = !out.empty() || inner;
      continue;
    }
    if (zero && way.fills_zero) out += way.digits[0];
    zero = false;
    const bool leading_ten = place == 1 && out.empty() && !inner;
    const bool says_one =
        place == 0 || digit != 1 ||
        (place == 1 ? (leading_ten ? way.one_before_ten : way.one_before_hundred) : way.one_before_hundred);
    if (says_one) out += way.digits[static_cast<std::size_t>(digit)];
    if (place > 0) out += way.units[static_cast<std::size_t>(place - 1)];
  }
  return out;
}

std::u32string words(long value, const Counting& way) {
  if (value == 0) return std::u32string(1, way.digits[0]);
  std::u32string out;
  if (value >= 10000) {
    out = small_words(value / 10000, way, false) + way.units[3];
    value %= 10000;
    if (value == 0) return out;
    return out + small_words(value, way, value < 1000);
  }
  return small_words(value, way, false);
}

std::u32string digit_by_digit(long value, std::u32string_view digits) {
  std::u32string out;
  for (const char c : std::to_string(value)) out += digits[static_cast<std::size_t>(c - '0')];
  return out;
}

/// Word's chineseCounting: in words below a hundred (十九), digit by digit from there on (一〇〇).
std::u32string counting(long value, const Counting& way, std::u32string_view digits) {
  return value < 100 ? words(value, way) : digit_by_digit(value, digits);
}

std::string roman(long value, bool upper) {
  struct Step {
    long value;
    const char* text;
  };
  static constexpr std::array<Step, 13> steps = {{{1000, "m"},
                                                  {900, "cm"},
                                                  {500, "d"},
                                                  {400, "cd"},
                                                  {100, "c"},
                                                  {90, "xc"},
                                                  {50, "l"},
                                                  {40, "xl"},
                                                  {10, "x"},
                                                  {9, "ix"},
                                                  {5, "v"},
                                                  {4, "iv"},
                                                  {1, "i"}}};
  if (value <= 0 || value > 32767) return std::to_string(value);
  std::string out;
  for (const Step& step : steps) {
    for (; value >= step.value; value -= step.value) out += step.text;
  }
  if (upper) {
    for (char& c : out) c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

/// a to z, then aa to zz (not ab): §17.18.59 lowerLetter.
std::string letters(long value, char first) {
  if (value <= 0 || value > 780) return std::to_string(value);
  return std::string(static_cast<std::size_t>((value - 1) / 26 + 1), static_cast<char>(first + (value - 1) % 26));
}

std::string ordinal(long value) {
  const long tens = value % 100;
  const char* suffix = "th";
  if (tens < 11 || tens > 13) {
    if (value % 10 == 1) suffix = "st";
    if (value % 10 == 2) suffix = "nd";
    if (value % 10 == 3) suffix = "rd";
  }
  return std::to_string(value) + suffix;
}

/// Code points that follow each other; decimal outside 1 to count.
std::string enclosed(long value, char32_t first, long count) {
  if (value < 1 || value > count) return std::to_string(value);
  return one(first + static_cast<char32_t>(value - 1));
}

std::string one_of(long value, std::u32string_view signs) {
  if (value < 1 || value > static_cast<long>(signs.size())) return std::to_string(value);
  return one(signs[static_cast<std::size_t>(value - 1)]);
}

constexpr std::u32string_view stems = U"甲乙丙丁戊己庚辛壬癸";
constexpr std::u32string_view branches = U"子丑寅卯辰巳午未申酉戌亥";

std::string sexagenary(long value) {
  if (value < 1) return std::to_string(value);
  const auto at = static_cast<std::size_t>(value - 1);
  return one(stems[at % stems.size()]) + one(branches[at % branches.size()]);
}

std::string full_width(long value) {
  std::string out;
  for (const char c : std::to_string(value)) append_utf8(out, U'０' + static_cast<char32_t>(c - '0'));
  return out;
}

std::string zero_padded(long value, std::size_t width) {
  std::string out = std::to_string(value);
  if (out.size() < width) out.insert(0, width - out.size(), '0');
  return out;
}

std::string hexadecimal(long value) {
  std::string out;
  do {
    out.insert(out.begin(), "0123456789ABCDEF"[value % 16]);
    value /= 16;
  } while (value > 0);
  return out;
}

}  // namespace

std::string format_number(long value, std::string_view format) {
  if (format.empty() || format == "decimal") return std::to_string(value);
  if (format == "none" || format == "bullet") return "";
  if (value < 0) return std::to_string(value);
  if (format == "upperRoman") return roman(value, true);
  if (format == "lowerRoman") return roman(value, false);
  if (format == "upperLetter") return letters(value, 'A');
  if (format == "lowerLetter") return letters(value, 'a');
  if (format == "ordinal") return ordinal(value);
  if (format == "hex") return hexadecimal(value);
  if (format == "decimalZero") return zero_padded(value, 2);
  if (format == "numberInDash") return "- " + std::to_string(value) + " -";
  if (format == "decimalFullWidth" || format == "decimalFullWidth2") return full_width(value);
  if (format == "decimalEnclosedCircle" || format == "decimalEnclosedCircleChinese") return enclosed(value, U'①', 20);
  if (format == "decimalEnclosedParen") return enclosed(value, U'⑴', 20);
  if (format == "decimalEnclosedFullstop") return enclosed(value, U'⒈', 20);
  if (format == "ideographEnclosedCircle") return enclosed(value, U'㊀', 10);
  if (format == "ideographTraditional") return one_of(value, stems);
  if (format == "ideographZodiac") return one_of(value, branches);
  if (format == "ideographZodiacTraditional") return sexagenary(value);
  if (format == "ideographDigital" || format == "japaneseDigitalTenThousand") {
    return to_utf8(digit_by_digit(value, U"〇一二三四五六七八九"));
  }
  if (format == "taiwaneseDigital") return to_utf8(digit_by_digit(value, U"○一二三四五六七八九"));
  if (format == "chineseCounting") return to_utf8(counting(value, chinese, U"〇一二三四五六七八九"));
  if (format == "taiwaneseCounting") return to_utf8(counting(value, taiwanese, U"○一二三四五六七八九"));
  if (format == "chineseCountingThousand") return to_utf8(words(value, chinese_zero));
  if (format == "taiwaneseCountingThousand") return to_utf8(words(value, taiwanese));
  if (format == "japaneseCounting") return to_utf8(words(value, japanese));
  if (format == "chineseLegalSimplified") return to_utf8(words(value, legal_simplified));
  if (format == "ideographLegalTraditional") return to_utf8(words(value, legal_traditional));
  if (format == "japaneseLegal") return to_utf8(words(value, legal_japanese));
  // Word writes a custom format as a pattern of its first items: "01, 02, 03, ..." is zero-padded decimal.
  if (format.starts_with('0')) return zero_padded(value, format.substr(0, format.find(',')).size());
  return std::to_string(value);
}

}  // namespace fubiao
