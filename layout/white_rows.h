// Rows of a table that white space tells.
#pragma once

#include "layout/white_sketch.h"

namespace fubiao {

/// Which columns are the stub, and which of them labels each row; which lines are the head. Needs the stacks.
void find_stub_and_head(WhiteSketch& sketch);

/// Which of the other lines make a row together.
void find_rows(WhiteSketch& sketch);

/// Puts the text of each row into its columns, but for labels of several rows.
void place_body(WhiteSketch& sketch);

}  // namespace fubiao
