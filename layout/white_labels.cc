// Labels that stand beside several rows.
//
// A label of several rows stands in the middle of them, or at the top of the first. So the rows of a column are divided
// among its labels such that the sum of the distances between each label and the middle (or the top) of its rows is
// least; the better of the two models is taken. Rows that a cell of the body covers in this column part the division.
// On a page that goes on with a table, the first rows may belong to a label of the page before.
//
// Letters below each other, closer than lines of text can be said to be, are one label (a stack), unless there is one
// on the baseline of each row: then they are a column of units or marks.
//
// Invariant: each label has at least one row. Cost: rows² × labels of one column, bounded; past the bound each label
// goes to the row nearest to it. Tested by white_grid_test.cc.

#include "layout/white_labels.h"

#include <algorithm>
#include <cmath>

#include "extract/utf8.h"
#include "layout/join.h"

namespace fubiao {

namespace {

bool is_single_cjk(const TextSegment& segment) {
  const std::u32string text = to_u32(segment.text);
  if (text.empty() || text.size() > 2 || !is_cjk(text.front())) return false;
  return text.size() == 1 || text[1] == U'、' || text[1] == U'.' || text[1] == U'．';
}

/// For each row, whether no cell of the body stands in this column.
std::vector<bool> free_rows(const WhiteSketch& sketch, int column) {
  std::vector<bool> free(sketch.rows.size(), true);
  for (const PlacedBlock& placed : sketch.body) {
    if (placed.block.columns.first > column || column > placed.block.columns.last) continue;
    for (int r = placed.row; r < placed.row + placed.row_span; ++r) free[static_cast<std::size_t>(r)] = false;
  }
  return free;
}

/// Rows [begin, end) among labels [first, last): the division with the least sum of distances between the middle of
/// each label and the middle of its rows, or between its top and the top of its rows, whichever fits better.
void divide_run(WhiteSketch& sketch, std::size_t begin, std::size_t end, std::size_t first, std::size_t last,
                const std::vector<TextBlock>& labels, std::vector<PlacedBlock>& placed) {
  const std::size_t n = end - begin, k = last - first;
  constexpr std::size_t most_steps = 20'000'000;  // 60 rows and 10 labels take 20,000
  if (k > n || k * n * n > most_steps) {          // each label to the nearest row
    for (std::size_t i = first; i < last; ++i) {
      const double y = labels[i].box.centre().y;
      std::size_t at = begin;
      while (at + 1 < end && sketch.row_centre(at) < y) ++at;
      if (at > begin && y - sketch.row_centre(at - 1) < sketch.row_centre(at) - y) --at;
      placed.push_back({labels[i], static_cast<int>(at), 1});
    }
    return;
  }
  std::vector<std::size_t> best_cuts;
  double least = 1e300;
  for (const bool middle : {false, true}) {
    auto cost = [&](std::size_t label, std::size_t from, std::size_t to) {  // rows [from, to)
      const Box& box = labels[first + label].box;
      if (!middle) return std::abs(box.y0 - sketch.rows[begin + from].box.y0) + 0.1;
      const double top = sketch.rows[begin + from].box.y0, bottom = sketch.rows[begin + to - 1].box.y1;
      return std::abs(box.centre().y - (top + bottom) / 2);
    };
    // best[i][j]: labels [0, i) over rows [0, j).
    std::vector<std::vector<double>> best(k + 1, std::vector<double>(n + 1, 1e300));
    std::vector<std::vector<std::size_t>> from(k + 1, std::vector<std::size_t>(n + 1, 0));
    // Rows above the first label may be those of a label on the page before, or stay blank.
    best[0][0] = 0;
    for (std::size_t j = 1; j < n; ++j) best[0][j] = middle ? (sketch.before != nullptr ? 1.0 : 1e300) : 0;
    for (std::size_t i = 1; i <= k; ++i) {
      for (std::size_t j = i; j <= n; ++j) {
        for (std::size_t p = i - 1; p < j; ++p) {
          if (best[i - 1][p] >= 1e300) continue;
          const double total = best[i - 1][p] + cost(i - 1, p, j);
          if (total < best[i][j] - 1e-9) {
            best[i][j] = total;
            from[i][j] = p;
          }
        }
      }
    }
    // At equal cost labels stand at the top: half a point is rounding.
    if (best[k][n] < least - (middle ? 0.5 : 0)) {
      least = best[k][n];
      best_cuts.assign(k + 1, 0);
      best_cuts[k] = n;
      for (std::size_t i = k; i > 0; --i) best_cuts[i - 1] = from[i][best_cuts[i]];
    }
  }
  for (std::size_t i = 0; i < k; ++i) {
    placed.push_back(
        {labels[first + i], static_cast<int>(begin + best_cuts[i]), static_cast<int>(best_cuts[i + 1] - best_cuts[i])});
  }
}

void divide_rows(WhiteSketch& sketch, int column, std::vector<TextBlock>& labels) {
  if (labels.empty() || sketch.rows.empty()) return;
  std::vector<PlacedBlock> placed;
  std::size_t next = 0;
  const std::vector<bool> free = free_rows(sketch, column);
  for (std::size_t begin = 0; begin < sketch.rows.size();) {
    if (!free[begin]) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    while (end < sketch.rows.size() && free[end]) ++end;
    // Labels whose centre lies in this run of rows.
    const double bottom =
        end < sketch.rows.size() ? (sketch.rows[end - 1].box.y1 + sketch.rows[end].box.y0) / 2 : 1e300;
    std::size_t last = next;
    while (last < labels.size() && labels[last].box.centre().y < bottom) ++last;
    if (last > next) divide_run(sketch, begin, end, next, last, labels, placed);
    next = last;
    begin = end;
  }
  for (; next < labels.size(); ++next) {
    placed.push_back({labels[next], static_cast<int>(sketch.rows.size()) - 1, 1});
  }
  for (PlacedBlock& p : placed) sketch.body.push_back(std::move(p));
}

}  // namespace

void find_stacks(WhiteSketch& sketch) {
  struct Open {
    TextBlock block;
    int count = 0;
    std::vector<std::pair<std::size_t, std::size_t>> members;
    double bottom = 0;
  };
  std::vector<Open> open;
  auto close = [&](Open& stack) {
    if (stack.count < 3) return;
    // One in each row is a column of its own: units, marks.
    const auto level = std::count_if(stack.members.begin(), stack.members.end(),
                                     [&](const auto& member) { return sketch.is_level(member.first, member.second); });
    if (10 * level >= 7L * stack.count) return;
    for (const auto& [l, s] : stack.members) sketch.taken[l][s] = true;
    sketch.stacks.push_back(std::move(stack.block));
  };
  for (std::size_t l = 0; l < sketch.lines.size(); ++l) {
    for (std::size_t s = 0; s < sketch.lines[l].segments.size(); ++s) {
      const TextSegment& seg = sketch.segment(l, s);
      // Whatever else stands over a stack ends it.
      for (std::size_t i = 0; i < open.size();) {
        const bool over = open[i].block.box.x0 < seg.box.x1 && seg.box.x0 < open[i].block.box.x1;
        const bool goes_on = is_single_cjk(seg) &&
                             std::abs(open[i].block.box.centre().x - seg.box.centre().x) < 0.6 * seg.size &&
                             seg.box.y0 - open[i].bottom < 1.6 * seg.size;
        if (over && !goes_on) {
          close(open[i]);
          open.erase(open.begin() + static_cast<std::ptrdiff_t>(i));
        } else {
          ++i;
        }
      }
      if (!is_single_cjk(seg)) continue;
      auto it = std::find_if(open.begin(), open.end(), [&](const Open& stack) {
        return std::abs(stack.block.box.centre().x - seg.box.centre().x) < 0.6 * seg.size;
      });
      if (it == open.end()) {
        open.emplace_back();
        it = open.end() - 1;
        it->block.columns = sketch.range(l, s);
      }
      add_segment(it->block, seg, static_cast<int>(l));
      it->bottom = seg.box.y1;
      it->members.emplace_back(l, s);
      ++it->count;
    }
  }
  for (Open& stack : open) close(stack);
}

void place_group_labels(WhiteSketch& sketch) {
  for (int c = 0; c < sketch.label; ++c) {
    std::vector<TextBlock> labels;
    for (TextBlock& stack : sketch.stacks) {
      if (stack.columns.first == c) labels.push_back(stack);
    }
    for (std::size_t l = static_cast<std::size_t>(sketch.head_lines); l < sketch.lines.size(); ++l) {
      for (std::size_t s = 0; s < sketch.lines[l].segments.size(); ++s) {
        if (sketch.taken[l][s] || sketch.range(l, s).first != c) continue;
        sketch.taken[l][s] = true;
        const TextSegment& text = sketch.segment(l, s);
        // Goes on with the label above if it is tight below it and no row begins between them.
        TextBlock* before = nullptr;
        for (TextBlock& label : labels) {
          if (label.columns == sketch.range(l, s) && text.box.y0 - label.box.y1 < 0.5 * text.size &&
              text.box.y0 >= label.box.y0)
            before = &label;
        }
        if (before != nullptr && !(sketch.is_level(l, s) && before->level)) {
          add_segment(*before, text, static_cast<int>(l));
          before->level = sketch.is_level(l, s);
          continue;
        }
        TextBlock label;
        label.columns = sketch.range(l, s);
        label.level = sketch.is_level(l, s);
        add_segment(label, text, static_cast<int>(l));
        labels.push_back(std::move(label));
      }
    }
    std::sort(labels.begin(), labels.end(), [](const TextBlock& a, const TextBlock& b) { return a.box.y0 < b.box.y0; });
    divide_rows(sketch, c, labels);
  }
}

}  // namespace fubiao
