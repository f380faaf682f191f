// What the steps know, between them, of a table that white space tells (white_grid.cc): nothing is drawn, and each step
// adds to the sketch.
#pragma once

#include <vector>

#include "layout/columns.h"
#include "layout/pieces.h"
#include "layout/segments.h"
#include "layout/unruled.h"

namespace fubiao {

/// Text on its way into a cell.
struct TextBlock {
  std::vector<int> glyphs;  ///< indices into page.glyphs
  Box box = Box::nothing();
  ColumnRange columns;
  int first_line = 0;  ///< indices into the lines of the table
  int last_line = 0;
  double size = 0;
  bool figure = false;
  bool level = false;  ///< a label whose last line stands on the baseline of a row
};

/// Adds a segment of a line to the block.
void add_segment(TextBlock& block, const TextSegment& segment, int line);

/// A block that has its rows: of the body, or of the head.
struct PlacedBlock {
  TextBlock block;
  int row = 0;
  int row_span = 1;
};

/// A row of the body, told by its ink.
struct InkRow {
  int first_line = 0;
  int last_line = 0;
  Box box = Box::nothing();  ///< of the text of the row alone, not of labels of several rows
};

struct WhiteSketch {
  /// The table must outlive the sketch. `before`: the piece on the page before that it goes on with, or null.
  WhiteSketch(const WhiteTable& table, const Piece* before);

  const WhiteTable& table;
  const std::vector<SegmentLine>& lines;  ///< of the table
  const std::vector<Rule>& rules;         ///< of the table
  const Piece* before;
  ColumnLayout layout;
  std::vector<std::vector<bool>> taken;  ///< for each line, each segment: it is placed

  // white_labels.cc
  std::vector<TextBlock> stacks;  ///< labels of letters below each other

  // white_rows.cc
  int first_figures = 0;     ///< column; columns() where no column holds figures. The columns before it are the stub
  int label = 0;             ///< the column that labels each row; those before it hold labels of several rows
  int head_lines = 0;        ///< lines that are the head
  std::vector<InkRow> rows;  ///< of the body
  std::vector<PlacedBlock> body;

  // white_heads.cc
  int head_rows = 0;
  std::vector<double> head_cuts;  ///< y between them
  std::vector<PlacedBlock> heads;

  const TextSegment& segment(std::size_t line, std::size_t s) const { return lines[line].segments[s]; }
  const ColumnRange& range(std::size_t line, std::size_t s) const { return layout.place[line][s]; }
  int columns() const { return static_cast<int>(layout.columns.size()); }
  bool has_figures() const { return first_figures < columns(); }
  double row_centre(std::size_t row) const { return rows[row].box.centre().y; }

  /// Figures of a line, right of the stub.
  int figures_in(std::size_t line) const;
  /// What stands in the column of labels, or null.
  const TextSegment* label_of(std::size_t line) const;
  /// On one baseline with a figure of its line.
  bool is_level(std::size_t line, std::size_t s) const;
  /// The row that a line belongs to; -1 if it is none.
  int row_of_line(int line) const;
  /// Where the last column ends if its figures stand in its middle.
  double right_side() const;
};

}  // namespace fubiao
