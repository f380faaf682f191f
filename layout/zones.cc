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
      const TextSegment& segment = lines[l].segments[s];
      const double em = segment.size;
      // The run that this line goes on: an indent of up to 2.5 em begins or follows a paragraph.
      auto best = open.end();
      const long left = std::lround(segment.box.x0);
      for (auto it = open.lower_bound(left - std::lround(2.5 * em));
           it != open.end() && it->first <= left + std::lround(2.5 * em);) {
        const Run& run = it->second;
        if (segment.box.y0 - run.y > 0.75 * em) {
          close(run);
          it = open.erase(it);
          continue;
        }
        const TextSegment& above = lines[run.members.back().first].segments[run.members.back().second];
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

using Events = std::vector<std::pair<double, int>>;  // where an interval begins (1) or ends (-1)

/// The x that most intervals have in common, and how many do.
double deepest(Events& events, int& count) {
  std::sort(events.begin(), events.end());
  int depth = 0;
  double at = 0;
  count = 0;
  for (std::size_t i = 0; i < events.size(); ++i) {
    depth += events[i].second;
    if (depth > count && i + 1 < events.size()) {
      count = depth;
      at = (events[i].first + events[i + 1].first) / 2;
    }
  }
  return at;
}

/// The x that most lines with prose leave free beside it, and how many do; 0: none.
double find_gutter(const std::vector<SegmentLine>& lines, const std::vector<std::vector<bool>>& prose, int& count) {
  Events events;
  for (std::size_t l = 0; l < lines.size(); ++l) {
    for (std::size_t s = 1; s < lines[l].segments.size(); ++s) {
      if (!prose[l][s] && !prose[l][s - 1]) continue;
      events.emplace_back(lines[l].segments[s - 1].box.x1, 1);
      events.emplace_back(lines[l].segments[s].box.x0, -1);
    }
  }
  return deepest(events, count);
}

/// Two tables side by side, set on different baselines: their lines come in turn. The x between them, and how often the
/// side changes; each side must have lines with columns of its own.
double find_seam(const std::vector<SegmentLine>& lines, int& count) {
  Events events;
  for (std::size_t l = 1; l < lines.size(); ++l) {
    const Box& a = lines[l - 1].box;
    const Box& b = lines[l].box;
    if (b.y0 - a.y1 > lines[l].size) continue;
    const double left = std::min(a.x1, b.x1), right = std::max(a.x0, b.x0);
    if (right - left < lines[l].size) continue;
    events.emplace_back(left, 1);
    events.emplace_back(right, -1);
  }
  const double seam = deepest(events, count);
  constexpr int fewest_changes = 6;
  if (count < fewest_changes) {
    count = 0;
    return 0;
  }
  int left = 0, left_gapped = 0, right = 0, right_gapped = 0;
  for (const SegmentLine& line : lines) {
    const bool gapped = line.segments.size() > 1;
    if (line.box.x1 < seam) ++left, left_gapped += gapped;
    if (line.box.x0 > seam) ++right, right_gapped += gapped;
  }
  const bool tables =
      left_gapped >= fewest_lines && right_gapped >= fewest_lines && 2 * left_gapped > left && 2 * right_gapped > right;
  if (!tables) count = 0;
  return seam;
}

bool crosses(const SegmentLine& line, double x) {
  return std::any_of(line.segments.begin(), line.segments.end(),
                     [&](const TextSegment& segment) { return segment.box.x0 < x && x < segment.box.x1; });
}

void split(std::vector<SegmentLine> lines, int depth, std::vector<std::vector<SegmentLine>>& zones) {
  constexpr int most_gutters = 4;
  int count = 0;
  double gutter = depth < most_gutters ? find_gutter(lines, prose_in(lines), count) : 0;
  if (count < fewest_lines && depth < most_gutters) gutter = find_seam(lines, count);
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
      for (TextSegment& segment : lines[l].segments) {
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
