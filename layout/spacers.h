// Columns that hold nothing and could hold nothing.
#pragma once

#include "layout/grid.h"
#include "layout/strips.h"

namespace fubiao {

/// Gives each spacer column to the column beside it.
void drop_spacers(const Page& page, Strips& strips, Grid& grid);

}  // namespace fubiao
