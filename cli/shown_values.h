// Values of a report as people read them in a comparison: "null" where there is none.
#pragma once

#include <optional>
#include <string>

#include "cli/corpus_result.h"
#include "normalize/clean_text.h"

namespace fubiao {

inline std::string shown(const std::optional<Decimal>& value) {
  return value ? value->to_string() : "null";
}
inline std::string shown(const std::optional<std::string>& text) {
  return text ? clean_text(*text) : "null";
}
inline std::string shown(const std::optional<int>& number) {
  return number ? std::to_string(*number) : "null";
}
/// "sum:review.total expected 11, printed 0"
inline std::string shown(const FailingCheck& check) {
  return check.check + " expected " + shown(check.expected) + ", printed " + shown(check.printed);
}

}  // namespace fubiao
