// Heads, and heads over heads.
//
// What stands in the same columns without a wide gap is one cell. A head over others stands in the middle of their
// columns, or over a rule that is as long as they are wide; of ranges that fit about as well the widest is taken, as
// far as no other head stands beside it. Where heads stand in the middle of tall cells, the place of a lower head says
// whether it begins below the one above, and so belongs to it, or reaches up beside it.
//
// Levels are the cuts that all pairs of heads, one above the other in some column, need between them.
//
// Invariant: two heads share no slot. Tested by white_grid_test.cc.

#include "layout/white_heads.h"

#include <algorithm>
#include <cmath>

namespace fubiao {

namespace {

bool free_head_row(const WhiteSketch& sketch, int row, const ColumnRange& range) {
  return std::none_of(sketch.heads.begin(), sketch.heads.end(), [&](const PlacedBlock& head) {
    return head.row <= row && row < head.row + head.row_span && head.block.columns.first <= range.last &&
           range.first <= head.block.columns.last;
  });
}

void merge(PlacedBlock& into, const PlacedBlock& other) {
  into.block.glyphs.insert(into.block.glyphs.end(), other.block.glyphs.begin(), other.block.glyphs.end());
  into.block.box.add(other.block.box);
  into.block.columns = {std::min(into.block.columns.first, other.block.columns.first),
                        std::max(into.block.columns.last, other.block.columns.last)};
  const int end = std::max(into.row + into.row_span, other.row + other.row_span);
  into.row = std::min(into.row, other.row);
  into.row_span = end - into.row;
}

bool rule_through(const WhiteSketch& sketch, double top, double bottom, const Box& box) {
  for (const Rule& rule : sketch.rules) {
    if (rule.at > top - 1 && rule.at < bottom + 1 && rule.from < box.centre().x && box.centre().x < rule.to)
      return true;
  }
  return false;
}

/// The head above stands in the middle of this text's column and of its neighbours, which have text in this line and
/// none in the lines of the head: it is the head of all of them, and not the first line of this one.
bool stands_over_more(const WhiteSketch& sketch, const TextBlock& head, std::size_t line, std::size_t s) {
  const TextSegment& text = sketch.segment(line, s);
  const double centre = head.box.centre().x;
  // Near the middle of the one column, the middle of several must be met more closely than its own edges and middle.
  const bool near_own = std::abs(centre - text.box.centre().x) < 0.6 * text.size;
  const double from_own = std::min({std::abs(head.box.x0 - text.box.x0), std::abs(head.box.x1 - text.box.x1),
                                    std::abs(centre - text.box.centre().x)});
  const double most = near_own ? 0.03 * text.size : 0.4 * text.size;
  if (near_own && from_own < 0.1 * text.size) return false;
  auto crowded = [&](const TextSegment& other) {  // text beside the head
    for (int l = head.first_line; l <= head.last_line; ++l) {
      for (const TextSegment& beside : sketch.lines[static_cast<std::size_t>(l)].segments) {
        const bool over = beside.box.x0 < head.box.x1 && head.box.x0 < beside.box.x1;
        if (!over && beside.box.x0 < other.box.x1 && other.box.x0 < beside.box.x1) return true;
      }
    }
    return false;
  };
  const std::vector<TextSegment>& row = sketch.lines[line].segments;
  for (std::size_t a = 0; a <= s; ++a) {
    for (std::size_t z = s; z < row.size(); ++z) {
      if (a == z || std::any_of(row.begin() + static_cast<std::ptrdiff_t>(a),
                                row.begin() + static_cast<std::ptrdiff_t>(z) + 1, crowded)) {
        continue;
      }
      const double left = sketch.layout.columns[static_cast<std::size_t>(sketch.range(line, a).first)].x0;
      const double right = sketch.layout.columns[static_cast<std::size_t>(sketch.range(line, z).last)].x1;
      const double of_columns = (left + right) / 2, of_texts = (row[a].box.x0 + row[z].box.x1) / 2;
      if (std::min(std::abs(of_columns - centre), std::abs(of_texts - centre)) < most) return true;
    }
  }
  return false;
}

/// The second line of a head over several columns: shorter, with the same middle or left edge, and nothing beside it.
bool is_rest_of(const WhiteSketch& sketch, const TextBlock& head, std::size_t line, std::size_t s) {
  const ColumnRange& place = sketch.range(line, s);
  if (head.columns.count() < 2 || place.first < head.columns.first || place.last > head.columns.last) return false;
  for (std::size_t t = 0; t < sketch.lines[line].segments.size(); ++t) {
    if (t != s && sketch.range(line, t).first <= head.columns.last && head.columns.first <= sketch.range(line, t).last)
      return false;
  }
  const Box& box = sketch.segment(line, s).box;
  const double em = sketch.segment(line, s).size;
  return std::abs(box.centre().x - head.box.centre().x) < 0.3 * em || std::abs(box.x0 - head.box.x0) < 0.3 * em;
}

/// Where the head ends, in the middle of the white below it.
double head_bottom(const WhiteSketch& sketch) {
  double bottom = -1e300;
  for (std::size_t l = 0; l < static_cast<std::size_t>(sketch.head_lines); ++l)
    bottom = std::max(bottom, sketch.lines[l].box.y1);
  return sketch.rows.empty() ? bottom : (bottom + sketch.rows.front().box.y0) / 2;
}

/// The top of the cell that a head stands in the middle of, if it reaches down to the end of the head.
double cell_top(const WhiteSketch& sketch, const TextBlock& head) {
  return 2 * head.box.centre().y - head_bottom(sketch);
}

/// The lowest head in a column, which alone reaches down to the end of the head.
const TextBlock* lowest_head(const std::vector<TextBlock>& blocks, int column) {
  const TextBlock* lowest = nullptr;
  for (const TextBlock& head : blocks) {
    if (head.columns.first > column || column > head.columns.last) continue;
    if (lowest == nullptr || head.box.y0 > lowest->box.y0) lowest = &head;
  }
  return lowest;
}

/// In this column stands a head in the middle of a cell that reaches up beside `upper`.
bool reaches_up_beside(const WhiteSketch& sketch, const std::vector<TextBlock>& blocks, const TextBlock& upper,
                       int column) {
  const TextBlock* head = lowest_head(blocks, column);
  if (head == nullptr || head == &upper) return false;
  const bool alone = std::none_of(blocks.begin(), blocks.end(), [&](const TextBlock& other) {
    return &other != head && &other != &upper && other.columns.first <= column && column <= other.columns.last &&
           other.box.y0 > upper.box.centre().y;
  });
  return alone && head->box.y0 > upper.box.centre().y && cell_top(sketch, *head) < upper.box.centre().y;
}

/// In this column stands a head in the middle of a cell that begins below `upper`.
bool begins_below(const WhiteSketch& sketch, const std::vector<TextBlock>& blocks, const TextBlock& upper, int column) {
  const TextBlock* head = lowest_head(blocks, column);
  return head != nullptr && head != &upper && cell_top(sketch, *head) > upper.box.centre().y &&
         head->box.centre().y < head_bottom(sketch) - 1.2 * head->size;
}

ColumnRange extent_of(const WhiteSketch& sketch, const std::vector<TextBlock>& blocks, std::size_t b) {
  const TextBlock& block = blocks[b];
  // Columns that have something of their own below this block, and nothing beside it.
  auto below = [&](int c) {
    return std::any_of(blocks.begin(), blocks.end(), [&](const TextBlock& other) {
      return other.columns.first <= c && c <= other.columns.last && other.box.y0 >= block.box.y1 - 0.3 * block.size;
    });
  };
  auto beside = [&](int c) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const TextBlock& other = blocks[i];
      if (i == b || c < other.columns.first || c > other.columns.last) continue;
      if (other.box.y0 < block.box.y1 - 0.3 * block.size && other.box.y1 > block.box.y0 + 0.3 * block.size) return true;
    }
    return false;
  };
  // A rule below it says how wide it is.
  for (const Rule& rule : sketch.rules) {
    if (rule.at < block.box.y1 - 0.3 * block.size || rule.at > block.box.y1 + 0.8 * block.size) continue;
    if (rule.from > block.box.centre().x || rule.to < block.box.centre().x) continue;
    if (rule.length() > 0.9 * (sketch.layout.columns.back().x1 - sketch.layout.columns.front().x0)) continue;
    const bool shared = std::any_of(blocks.begin(), blocks.end(), [&](const TextBlock& other) {
      const double middle = other.box.centre().x;
      return &other != &block && rule.from < middle && middle < rule.to && other.box.y0 < block.box.y1 &&
             block.box.y0 < other.box.y1;
    });
    if (shared) continue;
    ColumnRange range{-1, -1};
    for (int c = 0; c < sketch.columns(); ++c) {
      const InkColumn& column = sketch.layout.columns[static_cast<std::size_t>(c)];
      const double centre = (column.x0 + column.x1) / 2;
      if (centre < rule.from - 2 || centre > rule.to + 2) continue;
      if (range.first < 0) range.first = c;
      range.last = c;
    }
    if (range.first >= 0) return range;
  }
  bool has_below = false;
  for (int c = block.columns.first; c <= block.columns.last; ++c) has_below |= below(c);
  if (!has_below) return block.columns;
  int low = block.columns.first, high = block.columns.last;
  while (low > 0 && below(low - 1) && !beside(low - 1) && !reaches_up_beside(sketch, blocks, block, low - 1)) --low;
  while (high + 1 < sketch.columns() && below(high + 1) && !beside(high + 1) &&
         !reaches_up_beside(sketch, blocks, block, high + 1))
    ++high;
  auto offset = [&](int a, int z) {
    const double left = sketch.layout.columns[static_cast<std::size_t>(a)].x0;
    const double right = sketch.layout.columns[static_cast<std::size_t>(z)].x1;
    const double centre = block.box.centre().x;
    double off = std::abs((left + right) / 2 - centre);
    if (z + 1 == sketch.columns()) off = std::min(off, std::abs((left + sketch.right_side()) / 2 - centre));
    return off / block.size;
  };
  ColumnRange best = block.columns;
  double least_offset = 1e300;
  for (int a = low; a <= block.columns.first; ++a) {
    for (int z = block.columns.last; z <= high; ++z) {
      // Of ranges that fit about as well the wider one.
      const double cost = offset(a, z) - 0.05 * (z - a);
      if (cost < least_offset) {
        least_offset = cost;
        best = {a, z};
      }
    }
  }
  // Heads beside the range whose cells begin below this one stand under it too.
  int least = best.first, most = best.last;
  while (least > low && begins_below(sketch, blocks, block, least - 1)) --least;
  while (most < high && begins_below(sketch, blocks, block, most + 1)) ++most;
  ColumnRange widest = best;
  for (int a = least; a <= best.first; ++a) {
    for (int z = best.last; z <= most; ++z) {
      if (z - a + 1 > widest.count() && offset(a, z) < 0.8) widest = {a, z};
    }
  }
  return widest;
}

}  // namespace

void place_heads(WhiteSketch& sketch) {
  std::vector<TextBlock> blocks;
  for (std::size_t l = 0; l < static_cast<std::size_t>(sketch.head_lines); ++l) {
    for (std::size_t s = 0; s < sketch.lines[l].segments.size(); ++s) {
      if (sketch.taken[l][s]) continue;
      sketch.taken[l][s] = true;
      const TextSegment& text = sketch.segment(l, s);
      const ColumnRange& place = sketch.range(l, s);
      TextBlock* same_line = nullptr;
      TextBlock* before = nullptr;
      for (TextBlock& block : blocks) {
        const bool shares = block.columns.first <= place.last && place.first <= block.columns.last;
        if (!shares) continue;
        if (block.last_line == static_cast<int>(l)) same_line = &block;
        if (block.columns == place || is_rest_of(sketch, block, l, s)) before = &block;
      }
      if (same_line != nullptr && same_line->columns == place) {  // letters that are spaced out
        add_segment(*same_line, text, static_cast<int>(l));
        continue;
      }
      // One cell with what stands above in the same columns, unless something else came between.
      if (before != nullptr && text.box.y0 - before->box.y1 < 0.9 * text.size &&
          !rule_through(sketch, before->box.y1, text.box.y0, text.box) && !stands_over_more(sketch, *before, l, s)) {
        add_segment(*before, text, static_cast<int>(l));
        continue;
      }
      TextBlock block;
      block.columns = place;
      add_segment(block, text, static_cast<int>(l));
      blocks.push_back(std::move(block));
    }
  }
  for (TextBlock& stack : sketch.stacks) {
    if (stack.last_line < sketch.head_lines) blocks.push_back(stack);
  }
  // A head over others stands in the middle of their columns.
  std::vector<ColumnRange> wide;
  for (std::size_t b = 0; b < blocks.size(); ++b) wide.push_back(extent_of(sketch, blocks, b));
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    // Two heads side by side never share a column.
    bool collides = false;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const double overlap =
          std::min(blocks[b].box.y1, blocks[i].box.y1) - std::max(blocks[b].box.y0, blocks[i].box.y0);
      collides = collides || (i != b && overlap > 0.3 * blocks[b].size && wide[i].first <= wide[b].last &&
                              wide[b].first <= wide[i].last);
    }
    if (!collides) blocks[b].columns = wide[b];
  }

  // The head of the stub is that of all its columns, if the first of them have none of their own.
  auto in_stub = [&](const TextBlock& block) { return block.columns.first <= sketch.label; };
  int first_stub_head = sketch.label + 1;
  for (const TextBlock& block : blocks) first_stub_head = std::min(first_stub_head, block.columns.first);
  for (TextBlock& block : blocks) {
    if (first_stub_head > 0 && in_stub(block) && block.columns.first == first_stub_head) block.columns.first = 0;
  }

  // Levels: cuts between what stands one above the other in some column.
  std::vector<std::pair<double, double>> between;  // (end, begin): a cut lies in each
  for (const TextBlock& upper : blocks) {
    for (const TextBlock& lower : blocks) {
      const bool shares = upper.columns.first <= lower.columns.last && lower.columns.first <= upper.columns.last;
      if (&upper == &lower || !shares || lower.box.centre().y <= upper.box.centre().y) continue;
      between.emplace_back(std::max(lower.box.y0, upper.box.y1), std::min(upper.box.y1, lower.box.y0));
    }
  }
  std::sort(between.begin(), between.end());
  std::vector<double> cuts;
  for (std::size_t i = 0; i < between.size();) {
    // All that can share a cut with the one that ends first; the cut lies in the middle of what they have in common.
    const double end = between[i].first;
    double begin = -1e300;
    for (; i < between.size() && between[i].second <= end; ++i) begin = std::max(begin, between[i].second);
    cuts.push_back((begin + end) / 2);
  }
  sketch.head_rows = blocks.empty() ? 0 : static_cast<int>(cuts.size()) + 1;
  sketch.head_cuts = cuts;
  for (const TextBlock& block : blocks) {
    int first = 0, last = 0;
    const double slack = 0.25 * block.size;
    for (double cut : cuts) {
      first += block.box.y0 + slack >= cut;
      last += block.box.y1 - slack > cut;
    }
    sketch.heads.push_back({block, first, std::max(1, last - first + 1)});
  }
  // A head in the middle of a tall cell begins above its text.
  for (PlacedBlock& head : sketch.heads) {
    while (head.row > 0 &&
           cell_top(sketch, head.block) < cuts[static_cast<std::size_t>(head.row) - 1] - 0.25 * head.block.size &&
           free_head_row(sketch, head.row - 1, head.block.columns)) {
      --head.row;
      ++head.row_span;
    }
  }
  // The head of the stub spans the levels above it: they belong to heads of other columns.
  for (PlacedBlock& head : sketch.heads) {
    while (head.row > 0 && in_stub(head.block) && free_head_row(sketch, head.row - 1, head.block.columns)) {
      --head.row;
      ++head.row_span;
    }
  }
  // Two heads in one slot are one head.
  for (std::size_t i = 0; i < sketch.heads.size(); ++i) {
    for (std::size_t j = i + 1; j < sketch.heads.size();) {
      const bool shares = sketch.heads[i].block.columns.first <= sketch.heads[j].block.columns.last &&
                          sketch.heads[j].block.columns.first <= sketch.heads[i].block.columns.last &&
                          sketch.heads[i].row < sketch.heads[j].row + sketch.heads[j].row_span &&
                          sketch.heads[j].row < sketch.heads[i].row + sketch.heads[i].row_span;
      if (!shares) {
        ++j;
        continue;
      }
      merge(sketch.heads[i], sketch.heads[j]);
      sketch.heads.erase(sketch.heads.begin() + static_cast<std::ptrdiff_t>(j));
      j = i + 1;
    }
  }
}

}  // namespace fubiao
