// Page furniture: page numbers, running headers and footers.
#pragma once

#include <vector>

#include "extract/document.h"
#include "layout/lines.h"

namespace fubiao {

/// What stands on one page outside of tables, with what is needed to tell furniture.
struct PageLines {
  double height = 0;               ///< of the page
  std::vector<Line> lines;         ///< from top to bottom
  std::vector<std::string> texts;  ///< tidy, of each line
  std::vector<bool> in_rows;       ///< filled in by mark_rows
  std::vector<bool> furniture;     ///< filled in by mark_furniture
  double tables_top = 1e300;       ///< y of the upper side of the first table on the page
  double tables_bottom = -1e300;   ///< y of the lower side of the last one
};

/// Marks, among the outermost lines of a page, those that look like rows of a table that only white space tells: three
/// or more lines, as close as rows are, whose wide gaps stand one below the other. They are no furniture, though the
/// head of a table may stand at the same height on each page, and its last row may hold two numbers alone.
void mark_rows(const Document& document, const Page& page, PageLines& lines);

/// Marks the lines that are page furniture.
void mark_furniture(std::vector<PageLines>& pages);

/// "3", "- 3 -", "第3页", "第 3 页 共 6 页", "3/6", "Page 3 of 6".
bool is_page_number(std::string_view tidy_text);

/// What is printed over the rest of a table on its next page: "续表", "（续上表）", "表3（续）", "Table 3 (continued)".
bool is_continuation_mark(std::string_view tidy_text);

}  // namespace fubiao
