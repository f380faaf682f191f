// A table drawn with characters, for people, logs and line-by-line comparison: `corpus` keeps accepted tables so.
#pragma once

#include <string>
#include <vector>

#include "layout/table.h"

namespace fubiao {

/// One line of text each, UTF-8, without line ends:
///
///     +----+------------------+----+
///     | 三 | 予以公开         | 0  |
///     +    +------------------+----+
///     |    | 属于国家秘密、商 | 2  |
///     |    | 业秘密的         |    |
///     +----+------------------+----+
///
/// Merged cells have no line inside. Texts are broken to fit; ideographs count two columns (UAX #11), so that edges
/// meet in a terminal. Equal tables give equal lines, and tables that differ in a span or a text other lines; but not
/// always where they differ in nothing but white space at the break of a line, or in a "|" of a text where an edge
/// could be. A table beyond 20,000 positions, or whose cells do not cover it, gives a single line with its size and a
/// checksum of its cells; one without rows or columns none.
std::vector<std::string> table_art(const Table& table);

}  // namespace fubiao
