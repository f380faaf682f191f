// Fragments: what one page (or several, put together) holds of a table.
#pragma once

#include <string>
#include <vector>

#include "extract/document.h"
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
  Turn turn = Turn::none;  ///< rows, columns and xs are those of a reader who has turned the page
  bool implied = false;  ///< told by the rectangles of cells: blank cells may be missing, even whole columns at a side
  std::vector<bool> drawn_above;  ///< for each column: the first page's upper side is drawn
  std::vector<bool> drawn_below;  ///< for each column: the last page's lower side is drawn
};

/// One piece, with the text of its cells read.
Fragment fragment_of(const Document& document, const Piece& piece);

/// Gives an implied fragment the columns at its sides that a table with the column positions `xs` has beyond it, blank,
/// if all its own are among them.
void complete_sides(const std::vector<double>& xs, Fragment& below);

/// Whether `below` may be the continuation of a table with the column positions `xs` and the fragments `above`: the
/// same outer sides (after a shift of the page), and columns of which one side has all that the other has (or a seam
/// that is left open).
bool may_continue(const std::vector<double>& xs, const std::vector<Fragment>& above, const Fragment& below);

/// The column positions of both, once each, in the coordinates of `xs`.
std::vector<double> united_columns(const std::vector<double>& xs, const std::vector<double>& below);

/// Puts the column lines of a piece on a page of another scale at those of `xs`, if all of them are there then.
void undo_scale(const std::vector<double>& xs, Fragment& below);

/// Renumbers the columns of a fragment to the lines `to`, which contain its own after a shift of its page.
void spread(Fragment& fragment, const std::vector<double>& to, double shift);

/// What is drawn where one piece ends and the next begins.
enum class Ends {
  closed,  ///< on at least one side of the seam in every column: says nothing
  open,    ///< in no column
  mixed,   ///< in some columns: there a cell ends, in the others it goes on
};

/// Of two fragments with the same columns.
Ends ends_at_seam(const Fragment& above, const Fragment& below);

/// Nothing is drawn at the seam in the columns [begin, end).
bool open_between(const Fragment& above, const Fragment& below, int begin, int end);

}  // namespace fubiao
