// Repairs that work on a Table, the same for every kind of source, and the steps that finish a layout.
#pragma once

#include <vector>

#include "layout/analyze.h"
#include "layout/spans.h"
#include "layout/table.h"

namespace fubiao {

/// Text that the source puts into the continuation of a vertically merged cell.
struct Continuation {
  int cell = 0;  ///< index into Table::cells of the merged cell
  int row = 0;   ///< row in which the text stands
  LooseCell content;
};

/// Decides for each text whether the label of the merged cell goes on in it (`label-joined`) or it is stray
/// (`stray-text`: quoted in the finding and in no cell). Findings get row and column, not the table.
void settle_continuations(Table& table, const std::vector<Continuation>& continuations, const KnowsLabel& knows_label,
                          std::vector<Finding>& findings);

/// Labels cut into pieces that stand one below the other in cells of the same columns become one cell where the lexicon
/// knows the whole and none of the pieces; a bare number on a line of its own in a merged label is taken out where the
/// lexicon knows the rest. Findings get row and column, not the table. Without a lexicon nothing is done.
void repair(Table& table, const KnowsLabel& knows_label, std::vector<Finding>& findings);

/// What every layout needs after its tables stand: `repair` on each (other readings included), and captions.
void finish(Layout& layout, const KnowsLabel& knows_label);

}  // namespace fubiao
