// From rules to cells.
//
// The positions of a region's rules, and the ends that several rules share, are the lines of its grid; each edge
// between two neighbouring slots then holds what speaks for it. Where a rule runs along most of an edge it is drawn.
// Cells are what hangs together over open edges: a merged cell shows as missing edges.
//
// Three things on real pages stand between this and the truth:
//   - Lines that mean one position lie apart: double lines, borders of neighbouring cells drawn twice, rounding. Two
//     lines closer than a letter is high are one.
//   - Outer sides are missing: the table ends where its rules end ("assumed").
//   - Lines that are no borders: an underline inside a cell, a rule that ends in the middle of nowhere. A border ends
//     on another border; what dangles at both ends, or at one end inside the table, separates nothing.
//
// Does not apply where a table has rules of one axis only, or none.
// Invariant: the spans of cells_of cover each slot exactly once. Tested by grid_test.cc.

#include "layout/grid.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "layout/sets.h"

namespace fubiao {

namespace {

/// How much of an edge may be left bare: rules end .25 to 1.5 pt short of each corner, and double lines half their
/// distance. An underline in a cell leaves the padding on both sides (Word and WPS: 5.4 pt each) or more.
constexpr double bare_length = 6.0;
/// … and of a short edge at most this part.
constexpr double bare_part = 0.4;

/// Grid lines: positions closer than one_border are one line, at their mean weighted with length.
std::vector<double> lines_at(std::vector<std::pair<double, double>> positions_and_weights) {
  std::sort(positions_and_weights.begin(), positions_and_weights.end());
  std::vector<double> lines;
  std::size_t begin = 0;
  while (begin < positions_and_weights.size()) {
    std::size_t end = begin;
    double sum = 0, weight = 0;
    // Measured from the first of the cluster, so that a row of close lines cannot pull all into one.
    while (end < positions_and_weights.size() &&
           positions_and_weights[end].first - positions_and_weights[begin].first < one_border) {
      sum += positions_and_weights[end].first * positions_and_weights[end].second;
      weight += positions_and_weights[end].second;
      ++end;
    }
    lines.push_back(sum / weight);
    begin = end;
  }
  return lines;
}

int nearest(const std::vector<double>& lines, double position) {
  const auto after = std::lower_bound(lines.begin(), lines.end(), position);
  if (after == lines.begin()) return 0;
  if (after == lines.end()) return static_cast<int>(lines.size()) - 1;
  const auto before = after - 1;
  return static_cast<int>((*after - position < position - *before ? after : before) - lines.begin());
}

/// Marks the edges between `along` lines that the rules of one line cover.
void mark_drawn(const std::vector<Rule>& rules, const std::vector<double>& lines, const std::vector<double>& along,
                Edge evidence, auto&& edge_of) {
  std::map<std::pair<int, int>, double> covered;
  for (const Rule& rule : rules) {
    const int line = nearest(lines, rule.at);
    const int first =
        std::max(0, static_cast<int>(std::upper_bound(along.begin(), along.end(), rule.from) - along.begin()) - 1);
    for (int i = first; i + 1 < static_cast<int>(along.size()); ++i) {
      const double from = along[static_cast<std::size_t>(i)];
      const double to = along[static_cast<std::size_t>(i + 1)];
      if (from >= rule.to) break;
      const double part = std::min(to, rule.to) - std::max(from, rule.from);
      if (part <= 0) continue;
      double& sum = covered[{line, i}];
      sum += part;
      if (to - from - sum <= std::min(bare_length, bare_part * (to - from))) edge_of(line, i) = evidence;
    }
  }
}

/// Opens edges whose ends hang in the air, until none is left. One pass over horizontal runs, one over vertical
/// ones, repeated as long as something changes: every pass opens at least one run, so it ends.
void open_dangling(Grid& grid) {
  const int rows = grid.rows();
  const int columns = grid.columns();
  auto upright_at = [&](int y, int x) {
    return (y > 0 && grid.left_of(y - 1, x) != Edge::open) || (y < rows && grid.left_of(y, x) != Edge::open);
  };
  auto level_at = [&](int y, int x) {
    return (x > 0 && grid.upper_of(y, x - 1) != Edge::open) || (x < columns && grid.upper_of(y, x) != Edge::open);
  };
  bool changed = true;
  while (changed) {
    changed = false;
    for (int y = 0; y <= rows; ++y) {
      for (int x = 0; x < columns;) {
        if (grid.upper_of(y, x) == Edge::open) {
          ++x;
          continue;
        }
        int end = x;
        while (end < columns && grid.upper_of(y, end) != Edge::open) ++end;
        // Trim from both ends to the next border; a run without any goes whole.
        int first = x, last = end;
        while (first < last && first != 0 && !upright_at(y, first)) ++first;
        while (last > first && last != columns && !upright_at(y, last)) --last;
        for (int i = x; i < end; ++i) {
          if (i < first || i >= last) {
            grid.upper_of(y, i) = Edge::open;
            changed = true;
          }
        }
        x = end;
      }
    }
    for (int x = 0; x <= columns; ++x) {
      for (int y = 0; y < rows;) {
        if (grid.left_of(y, x) == Edge::open) {
          ++y;
          continue;
        }
        int end = y;
        while (end < rows && grid.left_of(end, x) != Edge::open) ++end;
        int first = y, last = end;
        while (first < last && first != 0 && !level_at(first, x)) ++first;
        while (last > first && last != rows && !level_at(last, x)) --last;
        for (int i = y; i < end; ++i) {
          if (i < first || i >= last) {
            grid.left_of(i, x) = Edge::open;
            changed = true;
          }
        }
        y = end;
      }
    }
  }
}

/// Whether the outermost of the lines `at` is a side that is drawn: rules of the other axis meet it at both of its
/// ends. A border has corners; the inner line of a table without outer sides runs on past the last rule that crosses
/// it.
bool has_corners(const std::vector<Rule>& along, const std::vector<Rule>& across, double at) {
  double begin = 1e300, end = -1e300;
  for (const Rule& rule : along) {
    if (std::abs(rule.at - at) >= one_border) continue;
    begin = std::min(begin, rule.from);
    end = std::max(end, rule.to);
  }
  auto meets = [&](double position) {
    return std::any_of(across.begin(), across.end(), [&](const Rule& rule) {
      return std::abs(rule.at - position) < one_border && rule.from - touching <= at && at <= rule.to + touching;
    });
  };
  return meets(begin) && meets(end);
}

/// Where nothing is drawn on a side, the table ends where its rules end. One rule that sticks out of a drawn side is no
/// column: against corners it takes two rules with the same end.
void add_open_sides(const std::vector<Rule>& rules, const std::vector<Rule>& across, const std::vector<double>& drawn,
                    std::vector<std::pair<double, double>>& positions) {
  if (drawn.empty()) return;
  double least = 1e300, most = -1e300;
  for (const Rule& rule : rules) {
    least = std::min(least, rule.from);
    most = std::max(most, rule.to);
  }
  // A rule may stick out by its line width; a column is wider.
  constexpr double narrowest_column = 6.0;
  auto shared = [&](double end, bool low) {
    int count = 0;
    for (const Rule& rule : rules) count += std::abs((low ? rule.from : rule.to) - end) < one_border;
    return count >= 2;
  };
  if (drawn.front() - least > narrowest_column && (shared(least, true) || !has_corners(across, rules, drawn.front()))) {
    positions.emplace_back(least, 1.0);
  }
  if (most - drawn.back() > narrowest_column && (shared(most, false) || !has_corners(across, rules, drawn.back()))) {
    positions.emplace_back(most, 1.0);
  }
}

}  // namespace

Grid grid_of(const Region& region) {
  auto positions = [](const std::vector<Rule>& rules) {
    std::vector<std::pair<double, double>> result;
    result.reserve(rules.size());
    for (const Rule& rule : rules) result.emplace_back(rule.at, std::max(rule.length(), 1.0));
    return result;
  };
  auto xs = positions(region.vertical);
  auto ys = positions(region.horizontal);
  const std::vector<double> drawn_xs = lines_at(xs);
  const std::vector<double> drawn_ys = lines_at(ys);
  add_open_sides(region.horizontal, region.vertical, drawn_xs, xs);
  add_open_sides(region.vertical, region.horizontal, drawn_ys, ys);
  Grid grid;
  grid.xs = lines_at(std::move(xs));
  grid.ys = lines_at(std::move(ys));
  // A single line has no slot beside it: let the region's box close it.
  auto close = [](std::vector<double>& lines, double low, double high) {
    if (lines.size() >= 2) return;
    lines = {std::min(low, lines.front()), std::max(high, lines.front())};
    if (lines[1] - lines[0] < one_border) lines[1] = lines[0] + one_border;
  };
  close(grid.xs, region.box.x0, region.box.x1);
  close(grid.ys, region.box.y0, region.box.y1);

  const auto rows = static_cast<std::size_t>(grid.rows());
  const auto columns = static_cast<std::size_t>(grid.columns());
  grid.upper.assign((rows + 1) * columns, Edge::open);
  grid.left.assign(rows * (columns + 1), Edge::open);
  mark_drawn(region.horizontal, grid.ys, grid.xs, region.evidence,
             [&](int line, int i) -> Edge& { return grid.upper_of(line, i); });
  mark_drawn(region.vertical, grid.xs, grid.ys, region.evidence,
             [&](int line, int i) -> Edge& { return grid.left_of(i, line); });
  open_dangling(grid);
  for (int c = 0; c < grid.columns(); ++c) {
    for (int r : {0, grid.rows()}) {
      if (grid.upper_of(r, c) == Edge::open) grid.upper_of(r, c) = Edge::assumed;
    }
  }
  for (int r = 0; r < grid.rows(); ++r) {
    for (int c : {0, grid.columns()}) {
      if (grid.left_of(r, c) == Edge::open) grid.left_of(r, c) = Edge::assumed;
    }
  }
  return grid;
}

std::vector<Span> cells_of(const Grid& grid) {
  const int rows = grid.rows();
  const int columns = grid.columns();
  auto slot = [&](int r, int c) {
    return static_cast<std::size_t>(r) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(c);
  };
  Sets sets(static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns));
  for (int r = 0; r < rows; ++r) {
    for (int c = 0; c < columns; ++c) {
      if (r > 0 && grid.upper_of(r, c) == Edge::open) sets.unite(slot(r, c), slot(r - 1, c));
      if (c > 0 && grid.left_of(r, c) == Edge::open) sets.unite(slot(r, c), slot(r, c - 1));
    }
  }
  struct Area {
    int row0 = 1 << 30, row1 = -1, column0 = 1 << 30, column1 = -1;
    long slots = 0;
  };
  std::map<std::size_t, Area> areas;
  for (int r = 0; r < rows; ++r) {
    for (int c = 0; c < columns; ++c) {
      Area& area = areas[sets.find(slot(r, c))];
      area.row0 = std::min(area.row0, r);
      area.row1 = std::max(area.row1, r);
      area.column0 = std::min(area.column0, c);
      area.column1 = std::max(area.column1, c);
      ++area.slots;
    }
  }
  std::vector<Span> spans;
  for (const auto& [root, area] : areas) {
    const long full = static_cast<long>(area.row1 - area.row0 + 1) * (area.column1 - area.column0 + 1);
    if (area.slots == full) {
      spans.push_back({area.row0, area.column0, area.row1 - area.row0 + 1, area.column1 - area.column0 + 1, true});
      continue;
    }
    // No rectangle: the runs of each row, joined with the same run of the row above where the edge between is open.
    std::map<std::pair<int, int>, Span> open_runs;
    for (int r = area.row0; r <= area.row1; ++r) {
      std::map<std::pair<int, int>, Span> next;
      for (int c = area.column0; c <= area.column1;) {
        if (sets.find(slot(r, c)) != root) {
          ++c;
          continue;
        }
        int end = c + 1;
        while (end <= area.column1 && sets.find(slot(r, end)) == root && grid.left_of(r, end) == Edge::open) ++end;
        bool joined = false;
        if (const auto above = open_runs.find({c, end}); above != open_runs.end()) {
          bool open = true;
          for (int i = c; i < end; ++i) open &= grid.upper_of(r, i) == Edge::open;
          if (open) {
            Span span = above->second;
            ++span.row_span;
            next[{c, end}] = span;
            open_runs.erase(above);
            joined = true;
          }
        }
        if (!joined) next[{c, end}] = {r, c, 1, end - c, false};
        c = end;
      }
      for (const auto& [run, span] : open_runs) spans.push_back(span);
      open_runs = std::move(next);
    }
    for (const auto& [run, span] : open_runs) spans.push_back(span);
  }
  std::sort(spans.begin(), spans.end(),
            [](const Span& a, const Span& b) { return a.row != b.row ? a.row < b.row : a.column < b.column; });
  return spans;
}

void collapse(Grid& grid, std::vector<Span>& spans) {
  std::vector<bool> row_begins(static_cast<std::size_t>(grid.rows()) + 1, false);
  std::vector<bool> column_begins(static_cast<std::size_t>(grid.columns()) + 1, false);
  for (const Span& span : spans) {
    row_begins[static_cast<std::size_t>(span.row)] = true;
    row_begins[static_cast<std::size_t>(span.row + span.row_span)] = true;
    column_begins[static_cast<std::size_t>(span.column)] = true;
    column_begins[static_cast<std::size_t>(span.column + span.column_span)] = true;
  }
  auto renumber = [](const std::vector<bool>& begins) {
    std::vector<int> number(begins.size());
    int next = 0;
    for (std::size_t i = 0; i < begins.size(); ++i) number[i] = begins[i] ? next++ : next - 1;
    return number;
  };
  const std::vector<int> row = renumber(row_begins);
  const std::vector<int> column = renumber(column_begins);
  Grid small;
  for (std::size_t i = 0; i < grid.xs.size(); ++i) {
    if (column_begins[i]) small.xs.push_back(grid.xs[i]);
  }
  for (std::size_t i = 0; i < grid.ys.size(); ++i) {
    if (row_begins[i]) small.ys.push_back(grid.ys[i]);
  }
  small.upper.assign(small.ys.size() * (small.xs.size() - 1), Edge::open);
  small.left.assign((small.ys.size() - 1) * small.xs.size(), Edge::open);
  for (int r = 0; r <= grid.rows(); ++r) {
    if (!row_begins[static_cast<std::size_t>(r)]) continue;
    for (int c = 0; c < grid.columns(); ++c) {
      Edge& edge = small.upper_of(row[static_cast<std::size_t>(r)], column[static_cast<std::size_t>(c)]);
      if (grid.upper_of(r, c) != Edge::open) edge = grid.upper_of(r, c);
    }
  }
  for (int c = 0; c <= grid.columns(); ++c) {
    if (!column_begins[static_cast<std::size_t>(c)]) continue;
    for (int r = 0; r < grid.rows(); ++r) {
      Edge& edge = small.left_of(row[static_cast<std::size_t>(r)], column[static_cast<std::size_t>(c)]);
      if (grid.left_of(r, c) != Edge::open) edge = grid.left_of(r, c);
    }
  }
  for (Span& span : spans) {
    const int row_end = row[static_cast<std::size_t>(span.row + span.row_span)];
    const int column_end = column[static_cast<std::size_t>(span.column + span.column_span)];
    span.row = row[static_cast<std::size_t>(span.row)];
    span.column = column[static_cast<std::size_t>(span.column)];
    span.row_span = row_end - span.row;
    span.column_span = column_end - span.column;
  }
  grid = std::move(small);
}

std::string to_text_art(const Grid& grid) {
  std::string art;
  // In the order of Edge: open, drawn, assumed, clip, gap, shade.
  static constexpr const char* levels[] = {"   ", "---", "~~~", "...", "'''", "###"};
  static constexpr char uprights[] = {' ', '|', '!', ':', '\'', '#'};
  auto level = [](Edge edge) { return levels[static_cast<std::size_t>(edge)]; };
  auto upright = [](Edge edge) { return uprights[static_cast<std::size_t>(edge)]; };
  for (int r = 0; r <= grid.rows(); ++r) {
    for (int c = 0; c < grid.columns(); ++c) {
      art += '+';
      art += level(grid.upper_of(r, c));
    }
    art += "+\n";
    if (r == grid.rows()) break;
    for (int c = 0; c <= grid.columns(); ++c) {
      art += upright(grid.left_of(r, c));
      if (c < grid.columns()) art += "   ";
    }
    art += '\n';
  }
  return art;
}

}  // namespace fubiao
