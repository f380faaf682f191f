// Where the gutters of a page are.
//
// Lines of text in two columns look like rows of a table with two columns. What tells them is prose: many lines of one
// column below each other, each a single run of words over the whole width of the column. So gutters are looked for
// beside prose alone. A table in one of the columns then is no neighbour of the prose in the other.
//
// A gutter is a position that many lines leave free beside a run of prose; its band ends where a line crosses it.
// Does not apply to columns of tables without prose. Invariant: each segment is in one zone. Tested by zones_test.cc.

#include "layout/zones.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace fubiao {

namespace {

/// A line of prose in a column is at least this wide, in em: two columns on A4 give 20 to 25 em, three 14.
constexpr double narrowest_prose = 13;
/// Lines of prose below each other that make a column of text. Cells of tables seldom have more than three.
constexpr int fewest_lines = 4;

struct Run {
  std::size_t line = 0;
  std::size_t segment = 0;
  double y = 0;      // baseline of the last line
  double width = 0;  // of the widest line
  std::vector<std::pair<std::size_t, std::size_t>> members;
};

/// Marks the segments that are lines of prose: words in runs of one left edge, tight below each other, most of them as
/// wide as the widest.
std::vector<std::vector<bool>> prose_in(const std::vector<SegmentLine>& lines) {
  std::vector<std::vector<bool>> prose(lines.size());
  std::multimap<long, Run> open;  // by left edge in points
  auto close = [&](const Run& run) {
    if (static_cast<int>(run.members.size()) < fewest_lines) return;
    int wide = 0, stub = 0;
    for (const auto& [l, s] : run.members) {
      wide += lines[l].segments[s].box.width() > 0.85 * run.width;
      stub += s + 1 < lines[l].segments.size() && lines[l].segments[s + 1].figure;
    }
    const int count = static_cast<int>(run.members.size());
    // Labels of rows have their figures beside them.
    if (10 * wide < 6 * count || 2 * stub > count) return;
    for (const auto& [l, s] : run.members) prose[l][s] = true;
  };
  for (std::size_t l = 0; l < lines.size(); ++l) {
    prose[l].assign(lines[l].segments.size(), false);
    for (std::size_t s = 0; s < lines[l].segments.size(); ++s) {
      const Segment& segment = lines[l].segments[s];
      const double em = segment.size;
      // The run that this line goes on: an indent of up to 2.5 em begins or follows a paragraph.
      auto best = open.end();
      const long left = std::lround(segment.box.x0);
      for (auto it = open.lower_bound(left - std::lround(2.5 * em)); it != open.end() && it->first <= left + std::lround(2.5 * em);) {
        const Run& run = it->second;
        if (segment.box.y0 - run.y > 0.75 * em) {
          close(run);
          it = open.erase(it);
          continue;
        }
        const Segment& above = lines[run.members.back().first].segments[run.members.back().second];
        if (std::abs(above.size - em) < 0.1 * em && segment.baseline > run.y + 0.5 * em) best = it;
        ++it;
      }
      const bool wide = segment.box.width() > narrowest_prose * em && !segment.figure;
      if (best == open.end()) {
        if (!wide) continue;
        Run run;
        run.y = segment.baseline;
        run.width = segment.box.width();
        run.members.emplace_back(l, s);
        open.emplace(left, std::move(run));
        continue;
      }
      Run& run = best->second;
      run.y = segment.baseline;
      run.width = std::max(run.width, segment.box.width());
      run.members.emplace_back(l, s);
    }
  }
  for (const auto& [left, run] : open) close(run);
  return prose;
}

/// The x that most lines with prose leave free beside it, and how many do; 0: none.
double find_gutter(const std::vector<SegmentLine>& lines, const std::vector<std::vector<bool>>& prose, int& count) {
  std::vector<std::pair<double, int>> events;
  for (std::size_t l = 0; l < lines.size(); ++l) {
    for (std::size_t s = 1; s < lines[l].segments.size(); ++s) {
      if (!prose[l][s] && !prose[l][s - 1]) continue;
      events.emplace_back(lines[l].segments[s - 1].box.x1, 1);
      events.emplace_back(lines[l].segments[s].box.x0, -1);
    }
  }
  std::sort(events.begin(), events.end());
  int depth = 0;
  double gutter = 0;
  count = 0;
  for (std::size_t i = 0; i < events.size(); ++i) {
    depth += events[i].second;
    if (depth > count && i + 1 < events.size()) {
      count = depth;
      gutter = (events[i].first + events[i + 1].first) / 2;
    }
  }
  return gutter;
}

bool crosses(const SegmentLine& line, double x) {
  return std::any_of(line.segments.begin(), line.segments.end(),
                     [&](const Segment& segment) { return segment.box.x0 < x && x < segment.box.x1; });
}

void split(std::vector<SegmentLine> lines, int depth, std::vector<std::vector<SegmentLine>>& zones) {
  constexpr int most_gutters = 4;
  int count = 0;
  const double gutter = depth < most_gutters ? find_gutter(lines, prose_in(lines), count) : 0;
  if (count < fewest_lines) {
    if (!lines.empty()) zones.push_back(std::move(lines));
    return;
  }
  for (std::size_t begin = 0; begin < lines.size();) {
    const bool crossed = crosses(lines[begin], gutter);
    std::size_t end = begin;
    while (end < lines.size() && crosses(lines[end], gutter) == crossed) ++end;
    std::vector<SegmentLine> left, right;
    for (std::size_t l = begin; l < end; ++l) {
      if (crossed) {
        left.push_back(std::move(lines[l]));
        continue;
      }
      SegmentLine before, after;
      for (Segment& segment : lines[l].segments) {
        (segment.box.centre().x < gutter ? before : after).segments.push_back(std::move(segment));
      }
      for (SegmentLine* part : {&before, &after}) {
        if (part->segments.empty()) continue;
        measure(*part);
        (part == &before ? left : right).push_back(std::move(*part));
      }
    }
    split(std::move(left), depth + 1, zones);
    split(std::move(right), depth + 1, zones);
    begin = end;
  }
}

}  // namespace

std::vector<std::vector<SegmentLine>> zones_of(std::vector<SegmentLine> lines) {
  std::vector<std::vector<SegmentLine>> zones;
  split(std::move(lines), 0, zones);
  return zones;
}

}  // namespace fubiao
