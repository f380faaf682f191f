// Head cells of a table that white space tells.
#pragma once

#include "layout/white_sketch.h"

namespace fubiao {

/// Puts what stands in the lines of the head into cells: their columns, their rows.
void place_heads(WhiteSketch& sketch);

}  // namespace fubiao
