// The shape of a printed table: which rows are headings, header, data, and which columns are the stub.
#pragma once

#include <string>
#include <vector>

#include "layout/table.h"
#include "normalize/match.h"
#include "normalize/vocabulary.h"

namespace fubiao {

/// One printed column of the data region.
struct Head {
  int cell = -1;  ///< the cell with its own label; -1: none
  int first = 0;  ///< grid columns
  int last = 0;
  Observed label;
};

/// One printed row of the data region; it may take several grid rows.
struct DataRow {
  int first = 0;  ///< grid rows
  int last = 0;
  int cell = -1;  ///< the cell with its own label; -1: none
  Observed label;
  std::vector<int> values;  ///< cells of the data region, from left to right (blank ones too)
  std::vector<int> codes;   ///< those of them that only number the rows (代码)
  bool odd = false;         ///< a label among the values, or a value among the labels
};

/// A stretch of a table with one header: a form's table may be printed as several, and one printed table may hold
/// several of the form's.
struct Segment {
  int table = 0;                                    ///< index into Layout::tables
  bool transposed = false;                          ///< rows and columns above are those of the table turned around
  std::vector<std::pair<int, LabelText>> headings;  ///< rows of their own above it: cell, text
  std::vector<Head> heads;
  bool has_header = false;
  std::vector<DataRow> rows;
  int stub = 0;          ///< the data region begins at this grid column
  int first_column = 0;  ///< of its set of columns (side_by_side.h)
  int last_column = 0;
  std::vector<int> header_cells;  ///< with text
};

/// A cell as normalize sees it.
struct CellSight {
  LabelText text;
  Meaning meaning;
  bool blank = true;
  bool unit = false;     ///< a unit in a cell of its own: neither label nor number
  bool nothing = false;  ///< "/", "无" and the like
  bool value = false;    ///< reads as a number, or as "not applicable", and is no label
};
std::vector<CellSight> look_at(const Table& table, const Vocabulary& vocabulary);

/// `sight` belongs to the cells of `table`. Sets of columns side by side come one after the other; in each set every
/// row with text is in exactly one segment.
std::vector<Segment> segments_of(const Table& table, const std::vector<CellSight>& sight);

/// Rows and columns exchanged; cells keep their index.
Table transposed(const Table& table);

}  // namespace fubiao
