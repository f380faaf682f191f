// Lines of text, and the text of a cell.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "extract/document.h"
#include "layout/table.h"

namespace fubiao {

/// Glyphs that follow each other on one baseline, in reading order.
struct Line {
  std::vector<int> glyphs;   ///< indices into page.glyphs; white space included
  Box box = Box::nothing();  ///< of the ink
  double baseline = 0;       ///< y of the largest letters, as a reader sees it who turns the page to read the line
  Turn turn = Turn::none;    ///< of its letters
  double size = 0;           ///< em of the largest letters
};

/// Upright lines from top to bottom, then those of each other turn, from line to line. Glyphs in any order; O(n log n).
std::vector<Line> lines_of(const Page& page, std::span<const int> glyphs);

/// As printed: one space where white space or a gap stands between two words. Raised small digits become superscript
/// digits (¹²³), so that a footnote mark is never read as a digit of the number that it hangs on.
std::string line_text(const Page& page, const Line& line);

/// Inner margins of a cell, left and right together: Word, WPS and LibreOffice leave 5.4 pt on each side by default.
constexpr double cell_margins = 10.8;

struct CellText {
  Flow flow = Flow::horizontal;
  std::vector<std::string> lines;  ///< as printed, in reading order
  bool wrapped = false;            ///< every line break was forced by the width of the cell
};

/// Decides how the glyphs of one cell follow each other, and reads them. `cell` is its box; empty(): not known, and
/// `wrapped` is false.
CellText read_cell(const Page& page, std::span<const int> glyphs, const Box& cell = Box::nothing());

}  // namespace fubiao
