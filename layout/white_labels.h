// Labels of several rows, and labels of letters below each other.
#pragma once

#include "layout/white_sketch.h"

namespace fubiao {

/// Vertical labels: letters below each other in one column, with hardly more than their height between.
void find_stacks(WhiteSketch& sketch);

/// Divides the rows among the labels left of the column that labels each row.
void place_group_labels(WhiteSketch& sketch);

}  // namespace fubiao
