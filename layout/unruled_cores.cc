// Cores of tables.
//
// Lines with wide gaps that overlap the gaps of the lines before are gathered. A core ends at prose, at a caption, at
// words in larger letters, at a wide white, and at a line of one run that reaches over a gap which the lines before and
// after it share. Such a line is the title of a section if the two cores that it parts have columns in common and it
// stands no further from them than rows do; then they are put together.
//
// Not decided here: whether a core is a table. Invariant: cores are in order. Tested by unruled_test.cc.

#include "layout/unruled_cores.h"

#include <algorithm>
#include <cmath>

#include "layout/columns.h"

namespace fubiao {

namespace {

/// The usual distance of two baselines.
double usual_pitch(const TextLines& text, const Stretch& core) {
  std::vector<double> steps;
  for (std::size_t l = core.first + 1; l <= core.last; ++l)
    steps.push_back(text.lines[l].baseline - text.lines[l - 1].baseline);
  if (steps.empty()) return 1.5 * text.lines[core.first].size;
  std::nth_element(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2), steps.end());
  return steps[steps.size() / 2];
}

/// Much of it are lines of prose behind the marks of a list.
bool is_wordy(const TextLines& text, const Stretch& core) {
  int prose = 0;
  for (std::size_t l = core.first; l <= core.last; ++l) prose += text.is_prose(text.lines[l]);
  return 3 * prose > static_cast<int>(core.last - core.first + 1);
}

bool belong_together(const TextLines& text, const Stretch& above, const Stretch& below) {
  if (below.first - above.last > 3 || is_wordy(text, above) || is_wordy(text, below)) return false;
  const double pitch =
      std::max({usual_pitch(text, above), usual_pitch(text, below), 1.3 * text.lines[above.last].size});
  const double smallest = std::min(text.lines[above.last].size, text.lines[below.first].size);
  for (std::size_t l = above.last + 1; l <= below.first; ++l) {
    if (text.lines[l].baseline - text.lines[l - 1].baseline > 1.5 * pitch || text.barrier_between(l - 1, l))
      return false;
    if (l < below.first && (text.is_prose(text.lines[l]) || text.lines[l].size > 1.15 * smallest)) return false;
  }
  std::vector<SegmentLine> both(text.lines.begin() + static_cast<std::ptrdiff_t>(above.first),
                                text.lines.begin() + static_cast<std::ptrdiff_t>(above.last) + 1);
  const std::size_t first = columns_of(both).columns.size();
  both.insert(both.end(), text.lines.begin() + static_cast<std::ptrdiff_t>(below.first),
              text.lines.begin() + static_cast<std::ptrdiff_t>(below.last) + 1);
  const std::size_t second = columns_of(text.of(below)).columns.size();
  return columns_of(both).columns.size() == std::max(first, second);
}

/// Puts cores together that a line over all columns (the title of a section) has parted.
std::vector<Stretch> merged(const TextLines& text, const std::vector<Stretch>& cores) {
  std::vector<Stretch> result;
  for (const Stretch& core : cores) {
    if (!result.empty() && belong_together(text, result.back(), core)) {
      result.back().last = core.last;
    } else {
      result.push_back(core);
    }
  }
  return result;
}

}  // namespace

std::vector<Stretch> cores(const TextLines& text) {
  std::vector<Stretch> cores;
  std::vector<std::size_t> members;  // lines with gaps
  std::vector<std::size_t> next_multi(text.lines.size() + 1, text.lines.size());
  for (std::size_t l = text.lines.size(); l-- > 0;) next_multi[l] = has_columns(text.lines[l]) ? l : next_multi[l + 1];
  int prose = 0, single = 0;
  auto close = [&] {
    if (!members.empty()) cores.push_back({members.front(), members.back()});
    members.clear();
    prose = single = 0;
  };
  for (std::size_t l = 0; l < text.lines.size(); ++l) {
    const SegmentLine& line = text.lines[l];
    if (!members.empty()) {
      const SegmentLine& before = text.lines[l - 1];
      const double em = std::max(line.size, before.size);
      if (line.box.y0 - before.box.y1 > 4.5 * em || text.barrier_between(l - 1, l)) close();
    }
    if (is_caption(line)) {
      close();
      continue;
    }
    if (!has_columns(line)) {
      if (members.empty()) continue;
      if (text.is_prose(line)) ++prose;
      const bool letter = line.box.width() < 2.2 * line.size;
      if (!letter) ++single;
      const std::size_t after = next_multi[l];
      if (prose >= 2 || single > 4 || line.size > 1.25 * text.lines[members.back()].size ||
          (after < text.lines.size() && text.crosses(members.back(), l, after))) {
        close();
      }
      continue;
    }
    bool shares = members.empty();
    for (std::size_t back = 0; back < 4 && back < members.size() && !shares; ++back) {
      shares = shares_a_gap(text.lines[members[members.size() - 1 - back]], line);
    }
    // Figures may be set larger than labels (14 over 9 or 10 pt); words in larger letters are titles.
    constexpr double larger = 1.3;
    const double size = words_size(line), before = members.empty() ? 0 : words_size(text.lines[members.back()]);
    const bool other_size = size > 0 && before > 0 && (size > larger * before || before > larger * size);
    if (!shares || other_size) close();
    members.push_back(l);
    prose = single = 0;
  }
  close();
  return merged(text, cores);
}

void trim(const TextLines& text, Stretch& region) {
  const double white = std::max(text.usual_white(region), 0.4 * text.lines[region.first].size);
  std::vector<std::size_t> counts;
  for (std::size_t l = region.first; l <= region.last; ++l) counts.push_back(text.lines[l].segments.size());
  std::nth_element(counts.begin(), counts.begin() + static_cast<std::ptrdiff_t>(counts.size() / 2), counts.end());
  const std::size_t usual = std::max<std::size_t>(2, counts[counts.size() / 2]);
  auto far = [&](std::size_t a, std::size_t b) { return text.lines[b].box.y0 - text.lines[a].box.y1 > 2.5 * white; };
  auto very_far = [&](std::size_t a, std::size_t b) {
    return text.lines[b].box.y0 - text.lines[a].box.y1 > std::max(5 * white, 1.8 * text.lines[b].size);
  };
  auto other = [&](std::size_t l, std::size_t neighbour) {
    return 2 * text.lines[l].segments.size() <= usual + 1 &&
           (text.lines[l].segments.size() < usual ||
            std::abs(text.lines[l].size - text.lines[neighbour].size) > 0.1 * text.lines[l].size);
  };
  while (region.last > region.first + 1 &&
         (very_far(region.last - 1, region.last) ||
          (far(region.last - 1, region.last) && other(region.last, region.last - 1)))) {
    --region.last;
  }
  while (region.first + 1 < region.last &&
         (very_far(region.first, region.first + 1) ||
          (far(region.first, region.first + 1) && other(region.first, region.first + 1)))) {
    ++region.first;
  }
  while (region.last > region.first && text.lines[region.last].segments.size() < 2) --region.last;
  while (region.first < region.last && text.lines[region.first].segments.size() < 2) ++region.first;
}

}  // namespace fubiao
