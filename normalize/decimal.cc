// Exact decimals in a 128-bit integer and a scale.
//
// Decides: nothing but arithmetic. Why our own: a printed number must come out as the digits that were printed, sums
// over columns must be exact, and no library of Debian 12 that we already need gives decimals (ICU's number formatter
// keeps them to itself). Invariants: `digits` has at most `max_digits` decimal digits, 0 <= scale <= max_digits, and
// the last digit after the point is not zero. Does not apply to: rounding, division, exponents. There are none.
#include "normalize/decimal.h"

#include <algorithm>

namespace fubiao {
namespace {

/// 10^36 < 2^127 = 1.7 × 10^38: two operands of 36 digits can be added without overflow of the 128 bits.
constexpr int max_digits = 36;

Decimal::Digits magnitude(Decimal::Digits digits) {
  return digits < 0 ? -digits : digits;
}

int count_digits(Decimal::Digits digits) {
  int count = 1;
  for (Decimal::Digits rest = magnitude(digits) / 10; rest != 0; rest /= 10) ++count;
  return count;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::optional<Decimal> normalised(Decimal decimal) {
  while (decimal.scale > 0 && decimal.digits % 10 == 0) {
    decimal.digits /= 10;
    --decimal.scale;
  }
  if (decimal.scale > max_digits || count_digits(decimal.digits) > max_digits) return std::nullopt;
  return decimal;
}

/// The digits of `decimal` at a larger scale; nullopt when they grow beyond max_digits.
std::optional<Decimal::Digits> at_scale(const Decimal& decimal, int scale) {
  Decimal::Digits digits = decimal.digits;
  if (digits != 0 && count_digits(digits) + scale - decimal.scale > max_digits) return std::nullopt;
  for (int i = decimal.scale; i < scale && digits != 0; ++i) digits *= 10;
  return digits;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  bool negative = false;
  if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
    negative = text.front() == '-';
    text.remove_prefix(1);
  }
  const std::size_t point = text.find('.');
  std::string_view whole = text.substr(0, point);
  std::string_view fraction = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  if (whole.empty() || (point != std::string_view::npos && fraction.empty())) return std::nullopt;
  if (!std::all_of(whole.begin(), whole.end(), is_digit)) return std::nullopt;
  if (!std::all_of(fraction.begin(), fraction.end(), is_digit)) return std::nullopt;

  while (!fraction.empty() && fraction.back() == '0') fraction.remove_suffix(1);
  while (!whole.empty() && whole.front() == '0') whole.remove_prefix(1);
  if (fraction.size() > static_cast<std::size_t>(max_digits)) return std::nullopt;
  if (whole.size() + fraction.size() > static_cast<std::size_t>(max_digits)) return std::nullopt;

  Decimal decimal;
  for (std::string_view part : {whole, fraction}) {
    for (char c : part) decimal.digits = decimal.digits * 10 + (c - '0');
  }
  decimal.scale = static_cast<int>(fraction.size());
  if (negative) decimal.digits = -decimal.digits;
  return normalised(decimal);
}

std::string Decimal::to_string() const {
  std::string reversed;
  Digits rest = magnitude(digits);
  for (int written = 0; rest != 0 || written <= scale; ++written) {
    if (written == scale && scale > 0) reversed.push_back('.');
    reversed.push_back(static_cast<char>('0' + static_cast<int>(rest % 10)));
    rest /= 10;
  }
  if (digits < 0) reversed.push_back('-');
  std::reverse(reversed.begin(), reversed.end());
  return reversed;
}

int Decimal::significant_digits() const {
  return count_digits(digits);
}

std::optional<Decimal> sum(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale, b.scale);
  const auto left = at_scale(a, scale);
  const auto right = at_scale(b, scale);
  if (!left || !right) return std::nullopt;
  return normalised({*left + *right, scale});
}

std::optional<Decimal> difference(const Decimal& a, const Decimal& b) {
  return sum(a, {-b.digits, b.scale});
}

}  // namespace fubiao
