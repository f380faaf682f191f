// Rules: the straight lines of a page that a reader sees, whatever they were painted with.
#pragma once

#include <vector>

#include "extract/document.h"

namespace fubiao {

/// A horizontal or vertical line.
struct Rule {
  double at = 0;    ///< y of a horizontal rule, x of a vertical one (its middle)
  double from = 0;  ///< along the line, from < to
  double to = 0;
  double thickness = 0;
  double length() const { return to - from; }
};

struct Rules {
  std::vector<Rule> horizontal;  ///< sorted by at, then from
  std::vector<Rule> vertical;    ///< sorted by at, then from
};

/// Strokes and thin fills with contrast to what lies beneath them; pieces of one line (dashes, dots, one piece for each
/// cell) put together.
Rules rules_of(const Page& page);

/// Puts collinear pieces together; exported for tests. The result is sorted by at, then from.
std::vector<Rule> coalesce(std::vector<Rule> pieces);

}  // namespace fubiao
