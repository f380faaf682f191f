// Where a table begins and ends.
//
// Above a core: lines as close as rows are, in letters of its size, that stand over its columns (and not from the left
// margin on, as captions do), lines over the stub alone if more of the head stands above them, and titles of sections
// like those inside. Captions and remarks on units end the head. A rule as wide as the table is its top, unless another
// one above it makes a level of the head of what stands between. Below: what had no room on the line before.
//
// Invariant: a region only grows. Tested by unruled_test.cc.

#include "layout/unruled_ends.h"

#include <algorithm>
#include <cmath>

#include "layout/columns.h"

namespace fubiao {

namespace {

/// A line that stands over (or below) the region as lines inside it do: titles of sections, each in the same middle.
bool like_section_inside(const TextLines& text, const Stretch& region, const SegmentLine& line) {
  if (line.segments.size() != 1) return false;
  for (std::size_t l = region.first + 1; l < region.last; ++l) {
    const SegmentLine& inside = text.lines[l];
    if (inside.segments.size() != 1 || std::abs(inside.size - line.size) > 0.1 * line.size) continue;
    const bool same_place = std::abs(inside.box.centre().x - line.box.centre().x) < 0.3 * line.size ||
                            std::abs(inside.box.x0 - line.box.x0) < 0.3 * line.size;
    if (same_place && text.crosses(l - 1, l, l + 1)) return true;
  }
  return false;
}

/// Lines of one run inside the region begin at the same place: titles of sections in the stub.
bool like_title_inside(const TextLines& text, const Stretch& region, const SegmentLine& line) {
  int like = 0;
  for (std::size_t l = region.first + 1; l < region.last; ++l) {
    const SegmentLine& inside = text.lines[l];
    like += inside.segments.size() == 1 && std::abs(inside.size - line.size) < 0.1 * line.size &&
            std::abs(inside.box.x0 - line.box.x0) < 0.3 * line.size;
  }
  return like >= 1 && line.segments.size() == 1;
}

/// Each of its runs stands in the middle of several columns of figures.
bool stands_over_columns(const ColumnLayout& layout, const SegmentLine& line) {
  return std::all_of(line.segments.begin(), line.segments.end(), [&](const TextSegment& segment) {
    for (std::size_t a = 0; a < layout.columns.size(); ++a) {
      if (!layout.columns[a].of_figures()) continue;
      for (std::size_t z = a + 1; z < layout.columns.size() && layout.columns[z].of_figures(); ++z) {
        const double middle = (layout.columns[a].x0 + layout.columns[z].x1) / 2;
        if (std::abs(middle - segment.box.centre().x) < 0.6 * segment.size &&
            segment.box.x0 > layout.columns[a].x0 - segment.size)
          return true;
      }
    }
    return false;
  });
}

bool rule_over_first(const TextLines& text, const Box& box) {
  double covered = 0;
  for (const Rule& rule : text.rules.horizontal) {
    if (rule.at > text.lines.front().box.centre().y) break;
    covered += std::max(0.0, std::min(rule.to, box.x1 + 6) - std::max(rule.from, box.x0 - 6));
  }
  return covered > 0.75 * box.width();
}

/// The same left edge or the same middle.
bool is_aligned(const Box& a, const Box& b, double em) {
  return std::abs(a.x0 - b.x0) < 0.3 * em || std::abs(a.centre().x - b.centre().x) < 0.3 * em;
}

/// Above the rule over line l stands another one, with no more than two lines between: rules between levels of a
/// head.
bool rule_above_again(const TextLines& text, std::size_t l, std::size_t floor, const Box& box) {
  for (std::size_t k = l; k-- > floor && l - k <= 2;) {
    if (k == 0 ? rule_over_first(text, box) : text.wide_rule(k - 1, k, box)) return true;
  }
  return false;
}

}  // namespace

void extend_up(const TextLines& text, Stretch& region, std::size_t floor) {
  const Box box = text.box_of(region);
  const ColumnLayout layout = columns_of(text.of(region));
  const double size = text.lines[region.first].size;
  // Where the stub ends, and where the columns beside it begin.
  double second = layout.columns.size() > 1 ? layout.columns[1].x0 : box.x0;
  double beside_stub = second;
  for (std::size_t c = 0; c < layout.columns.size(); ++c) {
    if (layout.columns[c].of_figures()) {
      second = c > 0 ? layout.columns[c - 1].x1 : layout.columns[c].x0;
      beside_stub = layout.columns[c].x0;
      break;
    }
  }
  const double white = text.usual_white(region);
  const bool ruled_rows = text.has_ruled_rows(region);
  // How many lines above, up to a rule as wide as the table, may be its head.
  std::size_t to_rule = region.first;
  for (std::size_t l = region.first; l > floor && region.first - l < 8; --l) {
    if (l < region.first && (text.is_prose(text.lines[l]) || is_caption(text.lines[l]) || is_remark(text.lines[l])))
      break;
    if (text.lines[l].box.y0 - text.lines[l - 1].box.y1 > 4 * size || text.barrier_between(l - 1, l)) break;
    if (text.wide_rule(l - 1, l, box)) {
      to_rule = l;
      break;
    }
  }
  std::size_t first = region.first;  // of what surely belongs to the table
  int stub_lines = 0;                // lines over the stub alone since then
  for (std::size_t l = region.first; l > floor; --l) {
    const SegmentLine& line = text.lines[l - 1];
    const SegmentLine& next = text.lines[l];
    if (l > to_rule) {
      first = l - 1;
      continue;
    }
    if (text.barrier_between(l - 1, l) || is_caption(line)) break;
    // The second line of a caption.
    if (l >= 2 && is_caption(text.lines[l - 2]) && line.segments.size() == 1 &&
        std::abs(line.size - text.lines[l - 2].size) < 0.05 * line.size &&
        line.box.y0 - text.lines[l - 2].box.y1 < 0.6 * line.size) {
      break;
    }
    if (l == to_rule && to_rule < region.first && !ruled_rows && !rule_above_again(text, l, floor, box)) break;
    const double em = std::max(line.size, next.size);
    const double gap = next.box.y0 - line.box.y1;
    const bool heads = gap < 3.2 * em && line.size < 1.1 * size && stands_over_columns(layout, line);
    if (gap > std::max(1.0 * em, 1.2 * white) && !heads) break;
    if (line.size > 1.25 * size || text.is_prose(line)) break;
    if (line.box.x0 < box.x0 - 2 * em || line.box.x1 > box.x1 + 2 * em) break;
    const bool over_figures = line.box.x0 > second - 1.0 * em;
    const bool has_gaps = line.segments.size() > 1;
    if (over_figures || has_gaps || like_section_inside(text, region, line)) {
      if (is_remark(line)) break;
      first = l - 1;
      stub_lines = 0;
      continue;
    }
    // Lines over the stub alone belong to the head if more of it stands above them, or if they are the first lines of
    // the head of the stub: tight above it, and no wider than the stub.
    if (line.box.x1 > beside_stub || ++stub_lines > 4) break;
    const TextSegment& below = next.segments.front();
    if (first == l && l <= region.first && next.segments.size() > 1 && !below.figure && below.box.x1 < beside_stub &&
        gap < 0.35 * em && std::abs(line.size - below.size) < 0.1 * em && line.box.x1 < second + 0.5 * em &&
        line.segments.front().bold == below.bold && is_aligned(line.box, below.box, em)) {
      first = l - 1;
    }
  }
  region.first = first;
}

void extend_down(const TextLines& text, Stretch& region) {
  const Box box = text.box_of(region);
  const ColumnLayout layout = columns_of(text.of(region));
  const double size = text.lines[region.last].size;
  const double white = text.usual_white(region);
  const bool ruled_rows = text.has_ruled_rows(region);
  std::size_t l = region.last;
  while (l + 1 < text.lines.size()) {
    const SegmentLine& line = text.lines[l + 1];
    const SegmentLine& before = text.lines[l];
    if (text.barrier_between(l, l + 1) || (!ruled_rows && text.wide_rule(l, l + 1, box))) break;
    if (line.segments.size() > 1 || text.is_prose(line)) break;
    const double gap = line.box.y0 - before.box.y1;
    // The title of a section whose rows a page break has parted from it.
    if (l == region.last && l + 2 == text.lines.size() && gap < 1.3 * white &&
        (like_section_inside(text, region, line) || like_title_inside(text, region, line))) {
      ++l;
      break;
    }
    if (gap > 0.5 * size || std::abs(line.size - size) > 0.1 * size) break;
    // The rest of a text in one column, where the line before had no more room.
    bool goes_on = false;
    for (const InkColumn& column : layout.columns) {
      if (line.box.x0 < column.x0 - 0.5 * size || line.box.x1 > column.x1 + 0.5 * size) continue;
      for (const TextSegment& segment : before.segments) {
        if (segment.figure || segment.box.x0 > column.x1 || segment.box.x1 < column.x0) continue;
        goes_on |= segment.box.x1 > column.x1 - 3 * size && segment.box.x0 < line.box.x0 + 0.3 * size;
      }
    }
    if (!goes_on) break;
    ++l;
  }
  region.last = l;
}

}  // namespace fubiao
