// Tables whose heads are ruled in both directions and whose rows below are ruled in one.
#pragma once

#include "extract/document.h"
#include "layout/grid.h"
#include "layout/strips.h"

namespace fubiao {

/// Parts full-width cells where the columns drawn above or below them go on as white gaps (Edge::gap).
void part_by_gaps(const Page& page, Strips& strips, Grid& grid);

}  // namespace fubiao
