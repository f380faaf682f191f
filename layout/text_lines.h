// The lines of a zone of a page, with what the search for tables asks of them.
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "layout/rules.h"
#include "layout/segments.h"

namespace fubiao {

/// Lines [first, last] of a zone that are, or may be, one table.
struct Stretch {
  std::size_t first = 0;
  std::size_t last = 0;
  bool weak = false;    ///< too little to be told from prose: what a page break may have left of a table
  bool closed = false;  ///< between rules as wide as the table, which say where it begins and ends
};

/// "Table 3", "表1", "附表2": begins the caption of a table.
bool is_caption(const SegmentLine& line);

/// A remark in brackets: "(In thousands)", "[Millions of dollars]"; a unit.
bool is_remark(const SegmentLine& line);

/// Gaps that may part columns: not the one behind a mark, or behind the number of a heading or caption.
bool has_columns(const SegmentLine& line);

/// Size of the largest words of a line; 0 where it holds figures only.
double words_size(const SegmentLine& line);

/// All that is given must outlive it.
struct TextLines {
  TextLines(const std::vector<SegmentLine>& lines, const Rules& rules, const std::vector<Box>& ruled);

  const std::vector<SegmentLine>& lines;  ///< of the zone, from top to bottom
  const Rules& rules;                     ///< of the page
  const std::vector<Box>& ruled;          ///< the ruled tables of the page, which no other table crosses
  double text_width = 0;                  ///< of the lines, but for a few that stick out

  std::span<const SegmentLine> of(const Stretch& region) const;
  Box box_of(const Stretch& region) const;
  /// The lines whose middle lies between two heights: [first, second).
  std::pair<std::size_t, std::size_t> lines_between(double top, double bottom) const;
  /// The horizontal rules between two heights.
  std::span<const Rule> rules_between(double top, double bottom) const;
  /// Lines with gaps in [begin, end).
  int gapped_in(std::size_t begin, std::size_t end) const;

  /// A ruled table stands between two lines.
  bool barrier_between(std::size_t a, std::size_t b) const;
  /// One run of words over much of the page.
  bool is_prose(const SegmentLine& line) const;
  /// A line of one run that reaches over a gap which the lines before and after it share.
  bool crosses(std::size_t before, std::size_t line, std::size_t after) const;

  /// How much of the width of a box is covered by the rules between two lines.
  double rule_covers(std::size_t above, std::size_t below, const Box& box) const;
  /// A rule between two lines that is about as wide as the box.
  bool wide_rule(std::size_t above, std::size_t below, const Box& box) const;
  /// Most rows of the region are parted by rules.
  bool has_ruled_rows(const Stretch& region) const;
  /// The usual white between two lines of the region that do not stand side by side.
  double usual_white(const Stretch& region) const;
};

}  // namespace fubiao
