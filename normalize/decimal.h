// Exact decimal numbers. A printed number never passes through binary floating point.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fubiao {

/// sign × digits × 10^-scale, normalised: no trailing zero after the point, no negative zero. Up to 36 significant
/// digits; a longer number is none (`parse` and the operations give nullopt).
struct Decimal {
  __extension__ typedef __int128 Digits;
  Digits digits = 0;
  int scale = 0;  ///< digits after the point, >= 0

  /// Plain ASCII: [+-]digits[.digits]. nullopt for anything else.
  static std::optional<Decimal> parse(std::string_view text);
  /// The shortest decimal equal to it, without exponent: "0", "12.5", "-3".
  std::string to_string() const;
  int significant_digits() const;
  friend bool operator==(const Decimal& a, const Decimal& b) { return a.digits == b.digits && a.scale == b.scale; }
};

std::optional<Decimal> sum(const Decimal& a, const Decimal& b);
std::optional<Decimal> difference(const Decimal& a, const Decimal& b);

}  // namespace fubiao
