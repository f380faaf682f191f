// Tables without rules, or with rules of one axis only: found by their text.
#pragma once

#include <vector>

#include "layout/columns.h"
#include "layout/rules.h"
#include "layout/segments.h"

namespace fubiao {

/// What one page holds of a table that only its text tells.
struct WhiteTable {
  int page = 0;  ///< index into document.pages
  Box box = Box::nothing();
  std::vector<SegmentLine> lines;  ///< from top to bottom
  std::vector<Rule> rules;         ///< horizontal ones among the lines, sorted by at
  std::vector<InkColumn> columns;
  /// Too little of it to be told from prose: a table only if it goes on with the table of a neighbouring page.
  bool weak = false;
};

/// The tables among the glyphs `outside` of ruled ones, from top to bottom. `ruled`: boxes of the ruled tables of the
/// page, which no table here may cross.
std::vector<WhiteTable> find_white_tables(const Document& document, int page_index, const std::vector<Box>& ruled,
                                          const std::vector<int>& outside);

/// Whether the lines of both have columns in common, so that `below` may be the rest of `above` on the next page; then
/// both are given them.
/// What looks like no table by itself goes on with nothing else of the kind.
bool goes_on_with(WhiteTable& above, WhiteTable& below);

}  // namespace fubiao
