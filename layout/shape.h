// What kind of thing a text is by its shape alone, without knowing any label: a number, a mark for "does not apply",
// nothing, or words.
#pragma once

#include <string_view>

namespace fubiao {

enum class Shape {
  blank,  ///< no ink
  value,  ///< a number, with sign, separators or a short unit; or a mark that stands for one ("/", "—", "无")
  words,  ///< anything else
};

Shape shape_of(std::string_view tidy_text);

/// Digits with signs, points and separators only.
bool is_bare_number(std::string_view tidy_text);

}  // namespace fubiao
