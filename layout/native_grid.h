// One native table of a marked-up source as a Table: its cells on a grid, vertical merges applied, contents as text.
#pragma once

#include <vector>

#include "extract/document.h"
#include "layout/analyze.h"
#include "layout/table.h"

namespace fubiao {

/// A table made of a native one. `place.table` of the findings is not set yet.
struct Restored {
  Table table;
  std::vector<Finding> findings;
};

/// The cell in the frame, where a cell holds nothing but a nested table of one cell around paragraphs: what stands in
/// it is the outer cell's text. Null otherwise: beside text, or with more cells, a nested table is a table of its own.
const NativeCell* framed(const NativeCell& cell);

/// From a source that knows the columns (DOCX), or one that does not (text: NativeTable::columns is 0).
Restored restore(const NativeTable& native, const KnowsLabel& knows_label);

}  // namespace fubiao
