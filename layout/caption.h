// The heading or caption printed directly above a table.
#pragma once

#include "layout/analyze.h"

namespace fubiao {

/// Sets Table::caption of every table (and of its other readings) from the prose before it in the flow.
void add_captions(Layout& layout);

/// Whether a text can be a heading or caption: short, and no sentence.
bool is_heading_like(const Prose& prose);

}  // namespace fubiao
