// What kind of line is this? Shapes decide, and few words: those with which captions and remarks on units begin.
//
// Invariant: nothing here changes a line. Tested by unruled_test.cc.

#include "layout/text_lines.h"

#include <algorithm>
#include <cmath>

#include "extract/utf8.h"
#include "layout/listings.h"

namespace fubiao {

namespace {

struct Gap {
  double x0 = 0;
  double x1 = 0;
};

std::vector<Gap> gaps_of(const SegmentLine& line) {
  std::vector<Gap> gaps;
  for (std::size_t s = 1; s < line.segments.size(); ++s) {
    gaps.push_back({line.segments[s - 1].box.x1, line.segments[s].box.x0});
  }
  return gaps;
}

}  // namespace

bool is_caption(const SegmentLine& line) {
  static constexpr std::string_view words[] = {"Table ", "TABLE ", "Figure ", "FIGURE ", "Chart ", "表", "附表", "图"};
  const std::string& text = line.segments.front().text;
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) {
    if (!text.starts_with(word) || text.size() == word.size()) return false;
    const std::u32string rest = to_u32(std::string_view(text).substr(word.size()));
    static constexpr std::u32string_view numerals = U"0123456789一二三四五六七八九十ABCDEIVX";
    return numerals.find(rest.front()) != std::u32string_view::npos;
  });
}

bool has_columns(const SegmentLine& line) {
  if (line.segments.size() != 2) return line.segments.size() > 2;
  const TextSegment& first = line.segments.front();
  const TextSegment& second = line.segments.back();
  const bool close = second.box.x0 - first.box.x1 < 2.5 * second.size;
  return !(close && !second.figure && (is_list_mark(first.text) || is_heading_number(first.text)));
}

bool is_remark(const SegmentLine& line) {
  if (line.segments.size() != 1) return false;
  const std::string& text = line.segments.front().text;
  return text.front() == '(' || text.front() == '[' || text.starts_with("（") || text.starts_with("［") ||
         text.starts_with("单位") || text.starts_with("計量單位") || text.starts_with("计量单位");
}

double words_size(const SegmentLine& line) {
  double size = 0;
  for (const TextSegment& segment : line.segments) {
    if (!segment.figure) size = std::max(size, segment.size);
  }
  return size;
}

TextLines::TextLines(const std::vector<SegmentLine>& of_zone, const Rules& of_page, const std::vector<Box>& tables)
    : lines(of_zone), rules(of_page), ruled(tables) {
  std::vector<double> lefts, rights;
  for (const SegmentLine& line : lines) {
    lefts.push_back(line.box.x0);
    rights.push_back(line.box.x1);
  }
  std::sort(lefts.begin(), lefts.end());
  std::sort(rights.begin(), rights.end());
  if (!lines.empty()) text_width = rights[(rights.size() - 1) * 19 / 20] - lefts[lefts.size() / 20];
}

std::span<const Rule> TextLines::rules_between(double top, double bottom) const {
  auto at = [](const Rule& rule, double y) { return rule.at < y; };
  const auto first = std::lower_bound(rules.horizontal.begin(), rules.horizontal.end(), top, at);
  const auto last = std::lower_bound(first, rules.horizontal.end(), bottom, at);
  return {first, last};
}

bool TextLines::barrier_between(std::size_t a, std::size_t b) const {
  const double top = lines[a].box.centre().y, bottom = lines[b].box.centre().y;
  const double x0 = std::min(lines[a].box.x0, lines[b].box.x0), x1 = std::max(lines[a].box.x1, lines[b].box.x1);
  return std::any_of(ruled.begin(), ruled.end(), [&](const Box& box) {
    const double middle = box.centre().y;
    return middle > top && middle < bottom && box.x0 < x1 && x0 < box.x1;
  });
}

bool TextLines::is_prose(const SegmentLine& line) const {
  if (line.segments.size() > 1) {
    double longest = 0;
    for (const TextSegment& segment : line.segments) longest = std::max(longest, segment.box.width());
    return longest > 28 * line.size;
  }
  const double width = line.box.width();
  if (line.segments.front().figure) return false;
  return (width > 24 * line.size && width > 0.55 * text_width) || width > 36 * line.size;
}

int TextLines::gapped_in(std::size_t begin, std::size_t end) const {
  int count = 0;
  for (std::size_t l = begin; l < end; ++l) count += lines[l].segments.size() > 1;
  return count;
}

std::span<const SegmentLine> TextLines::of(const Stretch& region) const {
  return std::span(lines).subspan(region.first, region.last - region.first + 1);
}

Box TextLines::box_of(const Stretch& region) const {
  Box box = Box::nothing();
  for (std::size_t l = region.first; l <= region.last; ++l) box.add(lines[l].box);
  return box;
}

std::pair<std::size_t, std::size_t> TextLines::lines_between(double top, double bottom) const {
  auto middle = [](const SegmentLine& line) { return line.baseline - 0.35 * line.size; };
  const auto begin = std::lower_bound(lines.begin(), lines.end(), top,
                                      [&](const SegmentLine& line, double y) { return middle(line) < y; });
  const auto end =
      std::lower_bound(begin, lines.end(), bottom, [&](const SegmentLine& line, double y) { return middle(line) < y; });
  return {static_cast<std::size_t>(begin - lines.begin()), static_cast<std::size_t>(end - lines.begin())};
}

bool TextLines::wide_rule(std::size_t above, std::size_t below, const Box& box) const {
  return rule_covers(above, below, box) > 0.75;
}

double TextLines::rule_covers(std::size_t above, std::size_t below, const Box& box) const {
  double covered = 0;
  for (const Rule& rule : rules_between(lines[above].box.centre().y, lines[below].box.centre().y)) {
    covered += std::max(0.0, std::min(rule.to, box.x1 + 6) - std::max(rule.from, box.x0 - 6));
  }
  return covered / std::max(box.width(), 1.0);
}

double TextLines::usual_white(const Stretch& region) const {
  std::vector<double> white;
  for (std::size_t l = region.first + 1; l <= region.last; ++l) {
    const double gap = lines[l].box.y0 - lines[l - 1].box.y1;
    if (gap > 0) white.push_back(gap);
  }
  if (white.empty()) return 0;
  std::nth_element(white.begin(), white.begin() + static_cast<std::ptrdiff_t>(white.size() / 2), white.end());
  return white[white.size() / 2];
}

bool TextLines::crosses(std::size_t before, std::size_t line, std::size_t after) const {
  const Box& box = lines[line].box;
  const double em = lines[line].size;
  const std::vector<Gap> below = gaps_of(lines[after]);
  for (const Gap& gap : gaps_of(lines[before])) {
    for (const Gap& other : below) {
      const double x0 = std::max(gap.x0, other.x0), x1 = std::min(gap.x1, other.x1);
      if (x1 - x0 >= 0.5 * em && box.x0 < x0 + 0.1 * em && box.x1 > x1 - 0.1 * em) return true;
    }
  }
  return false;
}

bool TextLines::has_ruled_rows(const Stretch& region) const {
  const Box box = box_of(region);
  int rows = 0, parted = 0;
  std::size_t before = region.first;
  for (std::size_t l = region.first + 1; l <= region.last; ++l) {
    if (lines[l].segments.size() < 2) continue;
    ++rows;
    parted += rule_covers(before, l, box) > 0.5;
    before = l;
  }
  return parted >= 2 && 2 * parted >= rows;
}

}  // namespace fubiao
