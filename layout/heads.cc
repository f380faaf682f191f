// Dividing the cells of a row among the heads above them.
//
// A head with children spans them; nothing in a text rendition says how many they are. But heads are a tree, and a
// printed tree is regular: a blank cell under a head is the head itself going on (a vertical merge), so it stands alone
// under it; the children of one head are alike, all leaves or all groups of one size; neighbouring groups are of one
// size and begin with the same child. So each grouping has a cost, what speaks against it, and the cheapest is looked
// for by dynamic programming over (heads used, cells used, size of the last group). Equal cheapest groupings are all
// given: the caller must not choose between them in silence.
//
// Invariants: sizes add up to the lower cells that are not skipped; the first result has the lowest cost of all.
// It does not apply where a head row has more cells than the row below it: that is no tree.
#include "layout/heads.h"

#include <algorithm>
#include <utility>

namespace fubiao {
namespace {

using Kind = LowerCell::Kind;

constexpr std::size_t most_cells = 64;

// Costs. Only their order matters; each is more than what a better grouping can owe elsewhere in the same row.
constexpr int lone_child = 2;         // a head with a single head under it: seldom, but printed
constexpr int blank_over_text = 3;    // a head without text over one with text
constexpr int blank_over_many = 4;    // the same over several
constexpr int width_change = 3;       // children of one head that are not alike
constexpr int many_values = 5;        // each further number column under one lowest head
constexpr int lost_corner = 8;        // no head over the stub
constexpr int blank_among_many = 10;  // the continuation of a head under another one
constexpr int stub_and_values = 20;   // one head over row labels and numbers

/// The part of a group's cost that puts the columns below it in doubt.
int doubt_cost(const LowerCell* cells, std::size_t size) {
  if (size == 1) return 0;
  int cost = 0;
  std::size_t stubs = 0;
  for (std::size_t i = 0; i < size; ++i) {
    if (cells[i].kind == Kind::stub) ++stubs;
    if (cells[i].kind == Kind::blank) cost += blank_among_many;
    if (cells[i].kind == Kind::value && i > 0) cost += many_values;
  }
  if (stubs == size) return 0;
  return cost + (stubs > 0 ? stub_and_values : 0);
}

int group_cost(bool head_is_blank, const LowerCell* cells, std::size_t size) {
  if (size == 1) {
    if (cells[0].kind != Kind::text) return 0;
    return head_is_blank ? blank_over_text : lone_child;
  }
  if (cells[size - 1].kind == Kind::stub) return 0;  // stubs come first: all of them are
  int cost = doubt_cost(cells, size) + (head_is_blank ? blank_over_many : 0);
  for (std::size_t i = 0; i < size; ++i) {
    if (i > 0 && cells[i].kind == Kind::text && cells[i - 1].kind == Kind::text && cells[i].span != cells[i - 1].span) {
      cost += width_change;
    }
  }
  return cost;
}

int neighbour_cost(const LowerCell* before, std::size_t size_before, const LowerCell* cells, std::size_t size) {
  if (size_before < 2 || size < 2 || before[0].kind != Kind::text || cells[0].kind != Kind::text) return 0;
  return (size_before != size ? 1 : 0) + (before[0].text != cells[0].text ? 1 : 0);
}

/// The best ways to a state, with the way back.
struct Way {
  int cost = 0;
  std::size_t size_before = 0;  ///< of the group before the last
  std::size_t rank_before = 0;
};

class Search {
 public:
  Search(const std::vector<bool>& heads, const LowerCell* cells, std::size_t count, std::size_t most)
      : heads_(heads),
        cells_(cells),
        count_(count),
        most_(most),
        largest_(count - heads.size() + 1),
        ways_(heads.size() * (count + 1) * (largest_ + 1)) {
    for (std::size_t size = 1; size <= largest_; ++size) {
      at(0, size, size) = {{group_cost(heads_[0], cells_, size), 0, 0}};
    }
    for (std::size_t i = 1; i < heads_.size(); ++i) {
      for (std::size_t j = i + 1; j <= count_; ++j) {
        for (std::size_t size = 1; size <= std::min(largest_, j - i); ++size) extend(i, j, size);
      }
    }
  }

  std::vector<Grouping> best() {
    std::vector<std::pair<Way, std::size_t>> ends;
    for (std::size_t size = 1; size <= largest_; ++size) {
      const std::vector<Way>& ways = at(heads_.size() - 1, count_, size);
      for (std::size_t rank = 0; rank < ways.size(); ++rank) ends.push_back({{ways[rank].cost, size, rank}, size});
    }
    std::stable_sort(ends.begin(), ends.end(),
                     [](const auto& a, const auto& b) { return a.first.cost < b.first.cost; });
    if (ends.size() > most_) ends.resize(most_);
    std::vector<Grouping> result;
    for (const auto& end : ends) result.push_back(trace(end.first));
    return result;
  }

 private:
  std::vector<Way>& at(std::size_t i, std::size_t j, std::size_t size) {
    return ways_[(i * (count_ + 1) + j) * (largest_ + 1) + size];
  }

  void extend(std::size_t i, std::size_t j, std::size_t size) {
    const LowerCell* begin = cells_ + (j - size);
    const int own = group_cost(heads_[i], begin, size);
    std::vector<Way>& ways = at(i, j, size);
    for (std::size_t before = 1; before <= std::min(largest_, j - size); ++before) {
      const std::vector<Way>& sources = at(i - 1, j - size, before);
      const int beside = neighbour_cost(begin - before, before, begin, size);
      for (std::size_t rank = 0; rank < sources.size(); ++rank) {
        ways.push_back({sources[rank].cost + own + beside, before, rank});
      }
    }
    std::stable_sort(ways.begin(), ways.end(), [](const Way& a, const Way& b) { return a.cost < b.cost; });
    if (ways.size() > most_) ways.resize(most_);
  }

  Grouping trace(Way end) {
    Grouping grouping;
    grouping.cost = end.cost;
    std::size_t j = count_;
    std::size_t size = end.size_before;
    std::size_t rank = end.rank_before;
    for (std::size_t i = heads_.size(); i-- > 0;) {
      grouping.sizes.push_back(static_cast<int>(size));
      if (doubt_cost(cells_ + (j - size), size) > 0) grouping.doubtful = true;
      const Way way = at(i, j, size)[rank];
      j -= size;
      size = way.size_before;
      rank = way.rank_before;
    }
    std::reverse(grouping.sizes.begin(), grouping.sizes.end());
    return grouping;
  }

  const std::vector<bool>& heads_;
  const LowerCell* cells_;
  std::size_t count_;
  std::size_t most_;
  std::size_t largest_;  ///< no group can be larger
  std::vector<std::vector<Way>> ways_;
};

}  // namespace

std::vector<Grouping> group_under_heads(const std::vector<bool>& head_is_blank, const std::vector<LowerCell>& lower,
                                        std::size_t most) {
  std::vector<Grouping> result;
  if (head_is_blank.empty() || lower.size() > most_cells) return result;
  std::size_t stubs = 0;
  while (stubs < lower.size() && lower[stubs].kind == Kind::stub) ++stubs;
  if (head_is_blank.size() <= lower.size()) {
    result = Search(head_is_blank, lower.data(), lower.size(), most).best();
  }
  if (stubs > 0 && head_is_blank.size() <= lower.size() - stubs) {
    for (Grouping& grouping : Search(head_is_blank, lower.data() + stubs, lower.size() - stubs, most).best()) {
      grouping.cost += lost_corner;
      grouping.doubtful = true;
      grouping.skipped = static_cast<int>(stubs);
      result.push_back(std::move(grouping));
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const Grouping& a, const Grouping& b) { return a.cost < b.cost; });
    if (result.size() > most) result.resize(most);
  }
  return result;
}

}  // namespace fubiao
