// Rows and cells that stand in the middle of several columns.
#pragma once

#include "layout/white_sketch.h"

namespace fubiao {

/// Cells that stand alone in their row and in the middle of several columns: titles of sections, and the cells of
/// sections whose columns are merged.
void widen_middle_cells(WhiteSketch& sketch);

}  // namespace fubiao
