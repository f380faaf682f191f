// From rules to regions: the rules that belong to one table.
//
// Rules that touch form a region. Two things stand between this and the truth, both where a table has no outer sides or
// a page break has left cells open: a row that is one merged cell has no upright rule, and the side of a cell that is
// open above and below has no level one. The first is told by its height and its text, the second by its ends.
//
// Does not apply where a table has rules of one axis only, or none: those regions are dropped.
// Invariant: each rule is in one region at most. Tested by grid_test.cc and exhaustive_grid_test.cc.

#include "layout/regions.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "layout/sets.h"

namespace fubiao {

namespace {

/// Neither the left nor the right side is drawn.
bool open_sided(const Region& region) {
  return std::none_of(region.vertical.begin(), region.vertical.end(), [&](const Rule& rule) {
    return rule.at - region.box.x0 < one_border || region.box.x1 - rule.at < one_border;
  });
}

/// Of a region with one level rule: as far as its upright rules reach.
double median_row(const Region& region) {
  std::vector<double> gaps;
  for (std::size_t i = 1; i < region.horizontal.size(); ++i) {
    const double gap = region.horizontal[i].at - region.horizontal[i - 1].at;
    if (gap > one_border) gaps.push_back(gap);
  }
  if (gaps.empty()) return region.box.height();
  std::nth_element(gaps.begin(), gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2), gaps.end());
  return gaps[gaps.size() / 2];
}

/// In a table without outer sides a row that is one merged cell has no upright rule at all: it parts the rules into
/// regions with the same left and right ends, no further apart than a row is high (1.6 times, for a row of two lines).
/// A caption or heading between two tables may stand in such a gap as well: the text decides.
void join_open_sided(std::vector<Region>& regions, const RowBetween& row_between) {
  // Numbers of the left and of the right ends, so that only regions with the same ends are compared (n log n).
  auto classes = [&](auto&& end_of) {
    std::vector<std::size_t> order(regions.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return end_of(regions[a]) < end_of(regions[b]); });
    std::vector<int> number(regions.size(), 0);
    for (std::size_t i = 1; i < order.size(); ++i) {
      const bool apart = end_of(regions[order[i]]) - end_of(regions[order[i - 1]]) >= touching;
      number[order[i]] = number[order[i - 1]] + (apart ? 1 : 0);
    }
    return number;
  };
  const std::vector<int> left = classes([](const Region& region) { return region.box.x0; });
  const std::vector<int> right = classes([](const Region& region) { return region.box.x1; });
  std::vector<bool> gone(regions.size(), false);
  auto join = [&](std::size_t upper, std::size_t lower) {
    Region& above = regions[upper];
    Region& below = regions[lower];
    const double gap = below.box.y0 - above.box.y1;
    const double row = std::max(median_row(above), median_row(below));
    const Box between{above.box.x0, above.box.y1, above.box.x1, below.box.y0};
    if (gap < one_border || gap > 1.6 * row || !open_sided(above) || !open_sided(below) ||
        !row_between(between, above, below)) {
      return false;
    }
    above.horizontal.insert(above.horizontal.end(), below.horizontal.begin(), below.horizontal.end());
    above.vertical.insert(above.vertical.end(), below.vertical.begin(), below.vertical.end());
    above.box.add(below.box);
    gone[lower] = true;
    return true;
  };
  // Downwards, then upwards: two such rows that follow each other are told by what is below them.
  std::map<std::pair<int, int>, std::size_t> last;  // the region that the next one with these ends may go on
  for (std::size_t i = 0; i < regions.size(); ++i) {
    const auto [position, is_first] = last.try_emplace({left[i], right[i]}, i);
    if (!is_first && !join(position->second, i)) position->second = i;
  }
  last.clear();
  for (std::size_t i = regions.size(); i-- > 0;) {
    if (gone[i]) continue;
    const auto [position, is_first] = last.try_emplace({left[i], right[i]}, i);
    if (is_first) continue;
    join(i, position->second);
    position->second = i;
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < regions.size(); ++i) {
    if (gone[i]) continue;
    if (kept != i) regions[kept] = std::move(regions[i]);
    ++kept;
  }
  regions.resize(kept);
}

/// A page may lie wholly inside a merged cell that its breaks leave open above and below: then no level rule touches
/// the cell's outer side. Such an upright rule goes with its neighbour to the left or right if that begins and ends
/// where it does. `vertical` is sorted by position; members of `sets` are its indices plus `first`.
void unite_sides_of_open_cells(const std::vector<Rule>& vertical, const std::vector<bool>& crossed, Sets& sets,
                               std::size_t first) {
  using Indices = std::vector<std::size_t>;
  // Runs of values that follow each other within the tolerance.
  auto each_class = [](Indices& order, auto&& value_of, auto&& visit) {
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return value_of(a) < value_of(b); });
    for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
      end = begin + 1;
      while (end < order.size() && value_of(order[end]) - value_of(order[end - 1]) <= touching) ++end;
      visit(Indices(order.begin() + static_cast<std::ptrdiff_t>(begin),
                    order.begin() + static_cast<std::ptrdiff_t>(end)));
    }
  };
  Indices all(vertical.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  each_class(
      all, [&](std::size_t i) { return vertical[i].from; },
      [&](Indices same_top) {
        each_class(
            same_top, [&](std::size_t i) { return vertical[i].to; },
            [&](Indices same_ends) {
              std::sort(same_ends.begin(), same_ends.end());  // from left to right
              for (std::size_t i = 1; i < same_ends.size(); ++i) {
                const std::size_t left = same_ends[i - 1], right = same_ends[i];
                if (!crossed[left] || !crossed[right]) sets.unite(first + left, first + right);
              }
            });
      });
}

}  // namespace

std::vector<Region> regions_of(const Rules& rules, const RowBetween& row_between) {
  const std::size_t h = rules.horizontal.size();
  Sets sets(h + rules.vertical.size());
  std::vector<bool> crossed(rules.vertical.size(), false);
  for (std::size_t v = 0; v < rules.vertical.size(); ++v) {
    const Rule& vertical = rules.vertical[v];
    auto it = std::lower_bound(rules.horizontal.begin(), rules.horizontal.end(), vertical.from - touching,
                               [](const Rule& rule, double at) { return rule.at < at; });
    for (; it != rules.horizontal.end() && it->at <= vertical.to + touching; ++it) {
      if (it->from - touching <= vertical.at && vertical.at <= it->to + touching) {
        sets.unite(static_cast<std::size_t>(it - rules.horizontal.begin()), h + v);
        crossed[v] = true;
      }
    }
  }
  unite_sides_of_open_cells(rules.vertical, crossed, sets, h);
  std::map<std::size_t, Region> by_root;
  for (std::size_t i = 0; i < h; ++i) {
    Region& region = by_root[sets.find(i)];
    const Rule& rule = rules.horizontal[i];
    region.horizontal.push_back(rule);
    region.box.add(Box{rule.from, rule.at, rule.to, rule.at});
  }
  for (std::size_t i = 0; i < rules.vertical.size(); ++i) {
    Region& region = by_root[sets.find(h + i)];
    const Rule& rule = rules.vertical[i];
    region.vertical.push_back(rule);
    region.box.add(Box{rule.at, rule.from, rule.at, rule.to});
  }
  std::vector<Region> regions;
  for (auto& [root, region] : by_root) {
    if (!region.horizontal.empty()) regions.push_back(std::move(region));
  }
  std::sort(regions.begin(), regions.end(), [](const Region& a, const Region& b) {
    return a.box.y0 != b.box.y0 ? a.box.y0 < b.box.y0 : a.box.x0 < b.box.x0;
  });
  join_open_sided(regions, row_between);
  std::erase_if(regions, [](const Region& region) { return region.vertical.empty(); });
  return regions;
}

}  // namespace fubiao
