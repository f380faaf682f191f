// Tables that go on over page breaks.
#pragma once

#include <vector>

#include "layout/analyze.h"
#include "layout/fragment.h"
#include "layout/table.h"

namespace fubiao {

/// Puts the fragments of one table together, in page order, and fills in the texts of its cells. Where it is in doubt
/// whether a page break cuts a row, the other reading is in Table::other_readings.
Table splice(std::vector<Fragment> fragments, const KnowsLabel& knows_label, std::vector<Finding>& findings);

}  // namespace fubiao
