// Lines of a page cut at their wide gaps: what may stand in one cell of one line.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "extract/document.h"
#include "layout/rules.h"

namespace fubiao {

/// Glyphs that follow each other on one baseline without a wide gap.
struct TextSegment {
  std::vector<int> glyphs;   ///< indices into page.glyphs, from left to right; white space included
  Box box = Box::nothing();  ///< of the ink
  double baseline = 0;       ///< of its first letter; within half an em of the line's
  double size = 0;           ///< em of the largest letters
  std::string text;          ///< tidy
  bool figure = false;       ///< a number, or a sign that stands for one
  bool bold = false;         ///< most of its letters
};

/// The segments of one baseline, from left to right; never empty.
struct SegmentLine {
  std::vector<TextSegment> segments;
  Box box = Box::nothing();
  double baseline = 0;
  double size = 0;
};

/// A gap this wide, in em, may part two columns. Word spaces are .2 to .5 em wide, in justified lines up to 1; the
/// closest columns of statistical tables stand .8 apart. What is cut in excess is put together by whoever looks for
/// columns: gaps of words do not stand one below the other.
constexpr double wide_gap = 0.75;

/// Upright lines from top to bottom, of the given glyphs; turned letters are left out. An upright rule cuts a line
/// wherever it passes; `vertical` is sorted by at.
std::vector<SegmentLine> segment_lines(const Document& document, const Page& page, std::span<const int> glyphs,
                                       std::span<const Rule> vertical);

/// Sets box, baseline and size of a line from its segments.
void measure(SegmentLine& line);

/// One segment cut before each of the positions, ascending; parts without ink are left out.
std::vector<TextSegment> split_segment(const Document& document, const Page& page, const TextSegment& segment,
                                       std::span<const double> cuts);

/// Whether lines of one cell hold columns or rows of their own: wide gaps one below the other in most of them, or three
/// figures one below the other, each on a line of its own. Then rules are missing.
bool holds_a_table(std::span<const SegmentLine> lines);

/// A gap of one line overlaps one of the other by at least half an em.
bool shares_a_gap(const SegmentLine& a, const SegmentLine& b);

/// Whether a text is a number as tables print it, with its signs and marks ("1,234", "(24.7%)", "$ 5", "12.5*"), or a
/// sign that stands for one ("–", "n.a.", "...", "(X)").
bool is_figure(std::string_view tidy_text);

/// The figures of a line name columns: years, or 1, 2, 3 …
bool has_head_figures(const SegmentLine& line);

}  // namespace fubiao
