// Which printed rows (or columns) are which rows (or columns) of a form.
#pragma once

#include <vector>

#include "normalize/form.h"
#include "normalize/label.h"

namespace fubiao {

/// What is printed at one row or column.
struct Observed {
  LabelText own;                 ///< its own label; without letters: blank
  std::vector<LabelText> above;  ///< the labels of the cells that span it, outermost first
  bool values = true;            ///< carries printed values (a heading does not)
  std::vector<int> barred;       ///< nodes that it shall not be: to try another reading of labels that the form repeats
};

struct Match {
  enum class By {
    nothing,  ///< no row of the form
    label,    ///< an exact spelling, in its place
    near,     ///< a typo or a cut, with a clear margin to every other label
    order,    ///< blank or damaged: its neighbours leave exactly one possibility
    moved,    ///< a spelling (a near one with a doubt), out of the form's order
    again,    ///< an exact spelling of a node that an earlier row already has
  };
  By by = By::nothing;
  int node = -1;          ///< index into the nodes; -1 with By::nothing
  bool doubtful = false;  ///< another reading was possible: what it binds needs a warning
  /// By::nothing only: nodes with values that are not printed between its neighbours, so that it may be one of them.
  std::vector<int> possible;
  bool damaged = false;  ///< By::nothing only: its label is blank or garbled, not one of the sender's own
};

/// One match for each observed row. Keeps the order of the form but for `moved` and `again`; no node but those of
/// `again` is matched twice.
std::vector<Match> align(const std::vector<Observed>& observed, const std::vector<FormNode>& nodes);

}  // namespace fubiao
