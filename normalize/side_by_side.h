// Tables whose columns come in sets side by side: [label | number] [label | number].
#pragma once

#include <vector>

#include "normalize/segment.h"

namespace fubiao {

/// The grid columns at which the sets begin, the first of them 0: {0} for a table of one set. `sight` belongs to the
/// cells of `table`.
std::vector<int> sets_of(const Table& table, const std::vector<CellSight>& sight);

}  // namespace fubiao
