// Tables that rules of one length enclose (three-line tables, 三线表, and those with a rule under each row).
//
// The first of the rules is the top of a table whose head it closes, the last its end. What stands between two rules
// and has no gapped line (a caption, a note) parts two tables, unless each row has its rule: then a row may hold one
// line over all columns.
//
// Invariant: a band lies between two rules. Tested by unruled_test.cc.

#include "layout/unruled_bands.h"

#include <algorithm>
#include <cmath>

#include "layout/columns.h"

namespace fubiao {

namespace {

bool is_tabular(const TextLines& text, std::size_t begin, std::size_t end, const Rule& rule, bool one_row) {
  if (begin == end) return false;
  bool gapped = one_row;
  for (std::size_t l = begin; l < end; ++l) {
    const SegmentLine& line = text.lines[l];
    if (line.box.x0 < rule.from - 2 * line.size || line.box.x1 > rule.to + 2 * line.size) return false;
    gapped = gapped || line.segments.size() > 1;
    if (line.segments.size() == 1 && line.box.width() > 0.8 * rule.length() && line.box.width() > 20 * line.size)
      return false;
  }
  return gapped;
}

/// What a frame encloses is its table alone, and not a page with a table on it: no caption, and before its first and
/// after its last line with gaps no prose, nor lines further away than rows are; no paragraph between.
bool is_one_table(const TextLines& text, const Stretch& framed) {
  constexpr double row_gap = 1.2;  // em
  std::size_t first = framed.first, last = framed.last;
  while (first < last && text.lines[first].segments.size() == 1) ++first;
  while (last > first && text.lines[last].segments.size() == 1) --last;
  int prose = 0;  // lines in a row
  for (std::size_t l = framed.first; l <= framed.last; ++l) {
    const SegmentLine& line = text.lines[l];
    if (line.segments.size() == 1 && is_caption(line)) return false;
    prose = text.is_prose(line) ? prose + 1 : 0;
    const bool inside = first < l && l < last;
    if (prose >= (inside ? 3 : 1)) return false;
    const bool apart = l > framed.first && line.box.y0 - text.lines[l - 1].box.y1 > row_gap * line.size;
    if (apart && (l <= first || l > last)) return false;
  }
  return true;
}

/// Rules of one length below each other: their heights, from top to bottom, and where they begin and end.
struct RuleColumn {
  std::vector<double> at;
  Rule first;
};

std::vector<RuleColumn> rules_of_one_length(std::vector<Rule> rules) {
  constexpr double same_end = 2.0;  // points; producers end the rules of a table within .5
  std::vector<RuleColumn> columns;
  std::sort(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) { return a.from < b.from; });
  for (std::size_t begin = 0; begin < rules.size();) {
    std::size_t end = begin;
    while (end < rules.size() && rules[end].from - rules[begin].from <= same_end) ++end;
    const auto first = rules.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = rules.begin() + static_cast<std::ptrdiff_t>(end);
    std::sort(first, last, [](const Rule& a, const Rule& b) { return a.to < b.to; });
    for (auto it = first; it != last;) {
      RuleColumn column;
      column.first = *it;
      const double to = it->to;
      for (; it != last && it->to - to <= same_end; ++it) column.at.push_back(it->at);
      std::sort(column.at.begin(), column.at.end());
      columns.push_back(std::move(column));
    }
    begin = end;
  }
  return columns;
}

/// Rules of one length below each other, with lines of a table between them: the first is the top of a table whose
/// head it closes, the last its end. A band without any gapped line (a caption, a note) parts two tables.
std::vector<Stretch> bands(const TextLines& text) {
  std::vector<Stretch> result;
  for (const auto& [at, first] : rules_of_one_length(text.rules.horizontal)) {
    Stretch open;
    bool is_open = false, head = false;
    int rows = 0, intervals = 0;
    auto close = [&] {
      if (is_open && head && rows >= 2 && (intervals > 1 || is_one_table(text, open))) result.push_back(open);
      is_open = false;
    };
    for (std::size_t k = 1; k < at.size(); ++k) {
      if (at[k] - at[k - 1] < 4) continue;  // a double rule
      const auto [begin, end] = text.lines_between(at[k - 1], at[k]);
      // Where each row has its rule, a row may hold one line over all columns.
      const double before = k > 1 ? at[k - 1] - at[k - 2] : 1e300,
                   after = k + 1 < at.size() ? at[k + 1] - at[k] : 1e300;
      const double nearest = std::min(before, after);
      const bool one_row =
          end - begin == 1 && at[k] - at[k - 1] < 1.4 * nearest && nearest < 5 * text.lines[begin].size;
      if (!is_tabular(text, begin, end, first, one_row)) {
        close();
        continue;
      }
      if (!is_open) {
        open = {begin, end - 1, false, true};
        is_open = true;
        rows = intervals = 0;
        head = std::none_of(text.lines[begin].segments.begin(), text.lines[begin].segments.end(),
                            [](const TextSegment& segment) { return segment.figure; });
      }
      open.last = end - 1;
      ++intervals;
      for (std::size_t l = begin; l < end; ++l) rows += text.lines[l].segments.size() > 1;
    }
    close();
  }
  std::sort(result.begin(), result.end(), [](const Stretch& a, const Stretch& b) { return a.first < b.first; });
  return result;
}

}  // namespace

std::vector<Stretch> with_bands(const TextLines& text, const std::vector<Stretch>& cores) {
  std::vector<Stretch> result = bands(text);
  std::erase_if(result, [&](const Stretch& band) {
    if (columns_of(text.of(band)).columns.size() < 2) return true;
    return std::any_of(cores.begin(), cores.end(), [&](const Stretch& core) {
      if (core.last < band.first || band.last < core.first) return false;
      return text.gapped_in(core.first, band.first) >= 2 || text.gapped_in(band.last + 1, core.last + 1) >= 1;
    });
  });
  const std::vector<Stretch> kept = result;
  for (const Stretch& core : cores) {
    const bool overlaps = std::any_of(kept.begin(), kept.end(), [&](const Stretch& band) {
      return core.first <= band.last && band.first <= core.last;
    });
    if (!overlaps) result.push_back(core);
  }
  std::sort(result.begin(), result.end(), [](const Stretch& a, const Stretch& b) { return a.first < b.first; });
  return result;
}

}  // namespace fubiao
