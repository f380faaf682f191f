// What the printed forms of a table (CSV, Markdown, HTML) share: which tables, under which number, and their matrix.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/page_list.h"
#include "layout/analyze.h"

namespace fubiao {

struct ChosenTable {
  /// Its index in the document, from 0, whatever --pages leaves out: the `table` of a report's cells and findings.
  int number = 0;
  Table table;
};

/// The tables that have a part on one of the pages, whole, in the order of the document; all without a list. A table
/// of a document without pages is on none.
std::vector<ChosenTable> choose_tables(std::vector<Table> tables, const std::optional<PageList>& pages);

/// "Table 2, pages 3–4"; without pages "Table 2".
std::string place_of(const ChosenTable& chosen);

/// What stands in the positions of a merged cell, where a format has no merged cells.
enum class SpanText {
  blank,   ///< its text in the first position (top left), nothing in the others
  repeat,  ///< its text in each
};

/// Row by row, `columns` texts in each; views into the table. Throws Error{limit} where repeating would blow the text
/// up beyond what a document may hold.
std::vector<std::vector<std::string_view>> text_rows(const Table& table, SpanText spans);

}  // namespace fubiao
