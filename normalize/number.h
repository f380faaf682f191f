// The number printed in one cell.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "normalize/decimal.h"
#include "normalize/report.h"

namespace fubiao {

struct Number {
  /// read, repaired (digits joined over a line break, letters read as digits), blank, not_applicable or unreadable.
  Status status = Status::blank;
  /// Present exactly when the status is read or repaired.
  std::optional<Decimal> value;
  /// Printed in the cell, without white space and brackets, width and traditional characters folded: "件", "万元", "%".
  /// Empty: none printed.
  std::string unit;
  /// True: there is a value, but a careful reader could read another. A warning must list the field.
  bool doubtful = false;
  /// Why the value is doubtful, or why there is none (unreadable): a clause for people, in English.
  std::string doubt;
};

/// Reads the print of a cell: UTF-8, as printed, '\n' between its lines. Any bytes are welcome.
Number parse_number(std::string_view print);

}  // namespace fubiao
