// Tables that go on over page breaks.
#pragma once

#include <string>
#include <vector>

#include "extract/document.h"
#include "layout/analyze.h"
#include "layout/pieces.h"
#include "layout/table.h"

namespace fubiao {

/// A table on the way: cells with the printed lines of each, and the column positions by which the next page's piece is
/// recognised.
struct Fragment {
  Table table;
  std::vector<double> xs;                       ///< table.columns + 1 positions, of the first piece's page
  std::vector<std::vector<std::string>> lines;  ///< for each cell of the table, as printed
  int first_page = 0;                           ///< indices into document.pages
  int last_page = 0;
  bool open_below = false;  ///< the last page's lower side is not drawn
  bool open_above = false;  ///< the first page's upper side is not drawn
};

/// One piece, with the text of its cells read.
Fragment fragment_of(const Document& document, const Piece& piece);

/// Whether `below` may be the continuation of a table with the column positions `xs`: the same outer sides (after a
/// shift of the page), and columns of which one side has all that the other has.
bool may_continue(const std::vector<double>& xs, const Fragment& below);

/// The column positions of both, once each, in the coordinates of `xs`.
std::vector<double> united_columns(const std::vector<double>& xs, const std::vector<double>& below);

/// Puts the fragments of one table together, in page order, and fills in the texts of its cells. Where it is in doubt
/// whether a page break cuts a row, the other reading is in Table::other_readings.
Table splice(std::vector<Fragment> fragments, const KnowsLabel& knows_label, std::vector<Finding>& findings);

}  // namespace fubiao
