// Columns of a table without upright rules: from text that stands one below the other and the white gaps between.
#pragma once

#include <span>
#include <vector>

#include "layout/segments.h"

namespace fubiao {

/// A column, by the ink that stands in it alone.
struct InkColumn {
  double x0 = 0;
  double x1 = 0;
  double axis = 0;  ///< the middle of most of its figures; of its text where it has none
  int items = 0;    ///< segments in it and no other
  int figures = 0;  ///< of these: is_figure
  int words = 0;    ///< of these: no figures, and below the first one
  /// What stands in it below its head are figures.
  bool of_figures() const { return figures > words; }
};

/// The columns that a segment stands in, both included; it is a spanning one where they differ.
struct ColumnRange {
  int first = 0;
  int last = 0;
  int count() const { return last - first + 1; }
  friend bool operator==(const ColumnRange&, const ColumnRange&) = default;
};

struct ColumnLayout {
  std::vector<InkColumn> columns;               ///< from left to right, apart from each other
  std::vector<std::vector<ColumnRange>> place;  ///< for each line, for each of its segments
};

/// The columns of the lines of one table.
ColumnLayout columns_of(std::span<const SegmentLine> lines);

/// For each line, for each of its segments, which of the columns it stands in.
std::vector<std::vector<ColumnRange>> places_in(const std::vector<InkColumn>& columns,
                                                std::span<const SegmentLine> lines);

/// Cuts segments that reach over several columns where a gap between two letters lies between two columns: heads of
/// neighbouring columns that stand closer than words do.
void split_at_columns(const Document& document, const Page& page, std::vector<SegmentLine>& lines,
                      const ColumnLayout& layout);

}  // namespace fubiao
