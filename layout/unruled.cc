// Which lines of a page are a table, where no lattice says so.
//
// Lines of a table have wide gaps, and the gaps of following lines stand one below the other. Prose has none, lists
// have one behind their marks, and columns of prose have one that parts full lines of words. So: lines with wide gaps
// that overlap the gaps of the lines before are gathered into a core (unruled_cores.cc), or what rules of one length
// enclose is taken instead (unruled_bands.cc); it is judged here; and what belongs to its head and its last row is
// added above and below (unruled_ends.cc). Two tables side by side are told by captions, rules and stubs of their own.
//
// Does not apply to tables of one column. Tested by unruled_test.cc.

#include "layout/unruled.h"

#include <algorithm>
#include <cmath>

#include "layout/columns.h"
#include "layout/listings.h"
#include "layout/rules.h"
#include "layout/text_lines.h"
#include "layout/unruled_bands.h"
#include "layout/unruled_cores.h"
#include "layout/unruled_ends.h"
#include "layout/zones.h"

namespace fubiao {

namespace {

using Lines = std::vector<SegmentLine>;

/// Two rules of one length, as wide as the region or wider, enclose it: one at most three lines above, one below.
bool is_between_rules(const TextLines& text, const Stretch& region) {
  const Box box = text.box_of(region);
  const double em = text.lines[region.first].size;
  const auto above = text.rules_between(box.y0 - 5 * em, box.y0 + 0.5 * em);
  for (const Rule& below : text.rules_between(box.y1 - 0.5 * em, box.y1 + 2 * em)) {
    if (below.from > box.x0 + 2 || below.to < box.x1 - 2) continue;
    if (std::any_of(above.begin(), above.end(), [&](const Rule& rule) {
          return std::abs(rule.from - below.from) < 2 && std::abs(rule.to - below.to) < 2;
        })) {
      return true;
    }
  }
  return false;
}

bool is_table(const TextLines& text, const Stretch& region) {
  const ColumnLayout layout = columns_of(text.of(region));
  int columns = 0, of_figures = 0;
  for (const InkColumn& column : layout.columns) {
    if (column.items < 2) continue;
    ++columns;
    of_figures += column.of_figures();
  }
  const int gapped = text.gapped_in(region.first, region.last + 1);
  if (columns < 2 || gapped < 2) return false;
  const bool ruled = is_between_rules(text, region);
  // Two lines may stand below each other by chance.
  if (gapped < 3 && !ruled && (columns < 3 || of_figures < 2)) return false;
  // Lines further apart than rows of any table are scattered over the page (2.6 em seen in forms with tall rows).
  if (!ruled && text.usual_white(region) > 3.2 * text.lines[region.first].size) return false;
  if (is_listing(text.of(region), layout)) return false;
  const TextMix words = mix_of(text.of(region));
  const double slots = static_cast<double>(words.rows) * static_cast<double>(layout.columns.size());
  if (words.words + words.figures < 0.3 * slots) return false;  // ticks and labels of a chart
  if (words.words == 0 && (columns < 3 || words.figures < 0.7 * slots)) return false;
  const double width = words.words > 0 ? words.width / words.words : 0;
  if (of_figures == 0) return ruled || (columns >= 3 && words.rows >= 3 && width <= 14);
  return columns > 2 || width <= 30;
}

std::vector<Stretch> regions(const TextLines& text) {
  std::vector<Stretch> result;
  const std::vector<Stretch> all = with_bands(text, cores(text));
  for (std::size_t i = 0; i < all.size(); ++i) {
    Stretch region = all[i];
    if (region.closed) {
      if (!result.empty() && result.back().last >= region.first) result.pop_back();
      if (text.has_ruled_rows(region)) extend_down(text, region);
      result.push_back(region);
      continue;
    }
    trim(text, region);
    region.weak = !is_table(text, region);
    // What a page break has left of a table is the first or the last thing on its page.
    if (region.weak && i > 0 && i + 1 < all.size()) continue;
    const std::size_t floor = result.empty() || result.back().weak ? 0 : result.back().last + 1;
    if (!region.weak || i + 1 == all.size()) extend_up(text, region, floor);
    extend_down(text, region);
    if (!result.empty() && result.back().weak && result.back().last >= region.first) result.pop_back();
    result.push_back(region);
  }
  return result;
}

/// The position between two tables that stand side by side, or 0. A wide gap that no line of the region crosses is one
/// where each side has a caption or rules of its own, and a stub of its own: words behind figures.
double side_by_side_gap(const Lines& zone, const Stretch& region, const Rules& rules) {
  const auto of = std::span(zone).subspan(region.first, region.last - region.first + 1);
  const ColumnLayout layout = columns_of(of);
  Box box = Box::nothing();
  for (const SegmentLine& line : of) box.add(line.box);
  for (std::size_t c = 1; c + 1 < layout.columns.size(); ++c) {
    const double x0 = layout.columns[c].x1, x1 = layout.columns[c + 1].x0, middle = (x0 + x1) / 2;
    const double em = of.front().size;
    if (x1 - x0 < 1.2 * em) continue;
    // Captions: a line of words over the head that the gap parts.
    bool crossed = false;
    int captions = 0;
    const std::size_t first = region.first >= 3 ? region.first - 3 : 0;
    for (std::size_t l = first; l <= region.last; ++l) {
      int left = 0, right = 0;
      bool words = true, over = false;
      for (const TextSegment& segment : zone[l].segments) {
        over = over || (segment.box.x0 < middle && middle < segment.box.x1);
        (segment.box.centre().x < middle ? left : right) += 1;
        words = words && !segment.figure && segment.box.width() > 3 * segment.size;
      }
      if (l >= region.first) crossed = crossed || over;
      if (l < region.first + 2 && !over && left == 1 && right == 1 && words && layout.columns.size() > 3) ++captions;
    }
    if (crossed) continue;
    int left_rules = 0, right_rules = 0, over_rules = 0;
    for (const Rule& rule : rules.horizontal) {
      if (rule.at < box.y0 - 2 * em || rule.at > box.y1 + 2 * em || rule.to < box.x0 || rule.from > box.x1) continue;
      if (rule.from < middle && middle < rule.to) {
        ++over_rules;
      } else if (rule.length() > 6 * em) {
        ++(rule.to < middle ? left_rules : right_rules);
      }
    }
    if (over_rules > 0) continue;
    const bool stub = !layout.columns[c + 1].of_figures() && layout.columns[c].of_figures() &&
                      std::any_of(layout.columns.begin() + static_cast<std::ptrdiff_t>(c) + 2, layout.columns.end(),
                                  [](const InkColumn& column) { return column.of_figures(); });
    const bool apart = left_rules >= 2 && right_rules >= 2;
    if (apart || (stub && captions > 0)) return middle;
  }
  return 0;
}

Lines side_of(const Lines& zone, std::size_t first, std::size_t last, double gap, bool left) {
  Lines lines;
  for (std::size_t l = first; l <= last; ++l) {
    SegmentLine line;
    for (const TextSegment& segment : zone[l].segments) {
      if ((segment.box.centre().x < gap) == left) line.segments.push_back(segment);
    }
    if (line.segments.empty()) continue;
    measure(line);
    lines.push_back(std::move(line));
  }
  return lines;
}

void add_tables_of(const Document& document, int page_index, const Lines& zone, const Rules& rules,
                   const std::vector<Box>& ruled, std::vector<WhiteTable>& tables) {
  const Page& page = document.pages[static_cast<std::size_t>(page_index)];
  const TextLines text(zone, rules, ruled);
  for (const Stretch& region : regions(text)) {
    const double gap = region.weak ? 0 : side_by_side_gap(zone, region, rules);
    if (gap > 0) {
      for (const bool left : {true, false}) {
        add_tables_of(document, page_index, side_of(zone, region.first, region.last, gap, left), rules, ruled, tables);
      }
      continue;
    }
    WhiteTable table;
    table.page = page_index;
    table.weak = region.weak;
    table.lines.assign(zone.begin() + static_cast<std::ptrdiff_t>(region.first),
                       zone.begin() + static_cast<std::ptrdiff_t>(region.last) + 1);
    for (const SegmentLine& line : table.lines) table.box.add(line.box);
    for (const Rule& rule : rules.horizontal) {
      if (rule.at > table.box.y0 - 2 && rule.at < table.box.y1 + 2 && rule.from < table.box.x1 &&
          rule.to > table.box.x0) {
        table.rules.push_back(rule);
      }
    }
    split_at_columns(document, page, table.lines, columns_of(table.lines));
    table.columns = columns_of(table.lines).columns;
    if (table.columns.size() > 1 || table.weak) tables.push_back(std::move(table));
  }
}

}  // namespace

std::vector<WhiteTable> find_white_tables(const Document& document, int page_index, const std::vector<Box>& ruled,
                                          const std::vector<int>& outside) {
  const Page& page = document.pages[static_cast<std::size_t>(page_index)];
  std::vector<WhiteTable> tables;
  const Rules rules = rules_of(page);
  Lines lines = segment_lines(document, page, outside, rules.vertical);
  // Most pages are prose, without any line with gaps.
  if (std::none_of(lines.begin(), lines.end(), [](const SegmentLine& line) { return line.segments.size() > 1; })) {
    return tables;
  }
  for (const Lines& zone : zones_of(std::move(lines))) add_tables_of(document, page_index, zone, rules, ruled, tables);
  std::stable_sort(tables.begin(), tables.end(),
                   [](const WhiteTable& a, const WhiteTable& b) { return a.box.y0 < b.box.y0; });
  return tables;
}

bool goes_on_with(WhiteTable& above, WhiteTable& below) {
  if (above.weak && below.weak) return false;
  std::vector<SegmentLine> both = above.lines;
  both.insert(both.end(), below.lines.begin(), below.lines.end());
  std::vector<InkColumn> columns = columns_of(both).columns;
  if (columns.size() != std::max(above.columns.size(), below.columns.size())) return false;
  above.columns = columns;
  below.columns = std::move(columns);
  return true;
}

}  // namespace fubiao
