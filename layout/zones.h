// Columns of a page: text that is set in two or more columns, with a gutter between them.
#pragma once

#include <vector>

#include "layout/segments.h"

namespace fubiao {

/// Parts a page's lines into zones that are read one after the other: bands of lines, and within a band whose text is
/// set in columns, each column. Lines of a zone hold only the segments inside of it. Each segment is in one zone.
std::vector<std::vector<SegmentLine>> zones_of(std::vector<SegmentLine> lines);

}  // namespace fubiao
