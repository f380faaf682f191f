// Lists that are set like tables: tables of contents, indexes, numbered lines, items behind marks, keys with values.
#pragma once

#include <span>
#include <string>

#include "layout/columns.h"
#include "layout/segments.h"

namespace fubiao {

/// What stands before an item of a list: a bullet, 1. or (a).
bool is_list_mark(const std::string& text);

/// 1–3, 2.1 or 4 before the words of a heading or caption.
bool is_heading_number(const std::string& text);

/// What the lines with gaps of a region hold.
struct TextMix {
  int rows = 0;
  int figures = 0;   ///< segments
  int words = 0;     ///< segments
  double width = 0;  ///< of the words, in em, all together
};
TextMix mix_of(std::span<const SegmentLine> lines);

/// Whether lines with columns are such a list, and no table.
bool is_listing(std::span<const SegmentLine> lines, const ColumnLayout& layout);

}  // namespace fubiao
