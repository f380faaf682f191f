// The state that the steps of white_grid.cc share, and what more than one of them asks of it.
//
// Invariant: what is taken stands in exactly one block. Tested by white_grid_test.cc.

#include "layout/white_sketch.h"

#include <algorithm>
#include <cmath>

namespace fubiao {

void add_segment(TextBlock& block, const TextSegment& segment, int line) {
  if (block.glyphs.empty()) block.first_line = line;
  block.glyphs.insert(block.glyphs.end(), segment.glyphs.begin(), segment.glyphs.end());
  block.box.add(segment.box);
  block.last_line = line;
  block.size = std::max(block.size, segment.size);
}

WhiteSketch::WhiteSketch(const WhiteTable& of, const Piece* piece_before)
    : table(of), lines(of.lines), rules(of.rules), before(piece_before) {
  layout.columns = table.columns;
  layout.place = places_in(table.columns, table.lines);
  taken.resize(lines.size());
  for (std::size_t l = 0; l < lines.size(); ++l) taken[l].assign(lines[l].segments.size(), false);
}

int WhiteSketch::figures_in(std::size_t line) const {
  int count = 0;
  for (std::size_t s = 0; s < lines[line].segments.size(); ++s) {
    count += !taken[line][s] && segment(line, s).figure && range(line, s).first >= first_figures;
  }
  return count;
}

const TextSegment* WhiteSketch::label_of(std::size_t line) const {
  for (std::size_t s = 0; s < lines[line].segments.size(); ++s) {
    if (!taken[line][s] && range(line, s).first <= label && range(line, s).last >= label) return &segment(line, s);
  }
  return nullptr;
}

bool WhiteSketch::is_level(std::size_t line, std::size_t s) const {
  constexpr double one_baseline = 0.12;  // em, as in segments.cc
  for (std::size_t t = 0; t < lines[line].segments.size(); ++t) {
    const double off = std::abs(segment(line, t).baseline - segment(line, s).baseline);
    if (segment(line, t).figure && off < one_baseline * segment(line, s).size) return true;
  }
  return false;
}

int WhiteSketch::row_of_line(int line) const {
  const auto after =
      std::upper_bound(rows.begin(), rows.end(), line, [](int at, const InkRow& row) { return at < row.first_line; });
  if (after == rows.begin() || std::prev(after)->last_line < line) return -1;
  return static_cast<int>(std::prev(after) - rows.begin());
}

double WhiteSketch::right_side() const {
  const InkColumn& last = layout.columns.back();
  if (columns() < 3) return last.x1;
  return std::max(last.x1, last.axis + (last.axis - layout.columns[layout.columns.size() - 2].axis) / 2);
}

}  // namespace fubiao
