// A table, whatever it was drawn or marked up with: cells with spans are the truth, a matrix is a view of them.
//
// Invariants (checked by `covers_exactly_once`, tests/table_test.cc):
//   - every slot (row, column) of rows × columns belongs to exactly one cell;
//   - cells are rectangles, sorted by row, then column;
//   - `text` of a cell holds no white space at its ends.
#pragma once

#include <string>
#include <vector>

#include "extract/finding.h"
#include "extract/geometry.h"

namespace fubiao {

/// How the characters of a cell follow each other. Decided per cell, after the grid is known.
enum class Flow {
  horizontal,  ///< lines from left to right, top to bottom
  stacked,     ///< upright characters one below the other
  vertical,    ///< vertical writing: lines from top to bottom, right to left
};

/// A part of a cell on one page: a cell that a page break cuts has two.
struct CellPart {
  int page = 0;  ///< from 1
  Box box;       ///< of the cell, not of its ink
  Box ink;       ///< of the text in it; empty() when the part is blank
};

struct Cell {
  int row = 0;  ///< first slot, from 0
  int column = 0;
  int row_span = 1;
  int column_span = 1;
  /// Joined as the script asks: no white space inside CJK text, one space between words of Latin script, no line
  /// breaks. This is what is bound and what `fubiao tables` gives.
  std::string text;
  /// As printed: the lines with '\n' between them, white space kept. This is `text` of a report's cell.
  std::string print;
  Flow flow = Flow::horizontal;
  std::vector<CellPart> parts;  ///< in page order; empty for marked-up sources
  bool joined = false;          ///< put together from the two sides of a page break
  bool repaired = false;  ///< its text had to be restored (stacked characters one a row, stray text taken out, …)
  /// Every line break in `print` was forced by the width of the cell: the next letter had no room on the line. False
  /// where that is not known (marked-up sources).
  bool wrapped = false;
  bool overrun = false;    ///< text ran over its drawn edge, and was put here or next door whole, by majority
  bool shapeless = false;  ///< cut out of a merged area that is no rectangle
  bool untrusted = false;  ///< some glyph comes from a font whose Unicode is a guess
};

struct Table {
  int rows = 0;
  int columns = 0;
  std::vector<Cell> cells;
  /// The heading or caption printed above it; empty when there is none.
  std::string caption;
  /// Pages it is on, with its box on each; empty for marked-up sources.
  std::vector<CellPart> parts;
  /// Other readings of the same ink, where layout could not decide (a row that a page break may or may not cut,
  /// spans that the source does not say). Normalize binds each and keeps the best, with a finding.
  std::vector<Table> other_readings;
  /// Why there are other readings: one sentence for the finding; empty when there are none.
  std::string doubt;
};

/// View: index into table.cells for each slot, row by row; -1 where nothing covers it (a broken table).
std::vector<int> slots(const Table& table);

/// True when every slot is covered exactly once and nothing sticks out.
bool covers_exactly_once(const Table& table);

}  // namespace fubiao
