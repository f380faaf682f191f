#include "tests/make_grid.h"

#include <algorithm>

#include "tests/make_page.h"

namespace fubiao {

namespace {

void draw_edge(Page& page, bool level, double at, double from, double to, Style style) {
  auto fill = [&](double along0, double along1, double across0, double across1) {
    if (level) {
      put_fill(page, along0, across0, along1, across1);
    } else {
      put_fill(page, across0, along0, across1, along1);
    }
  };
  switch (style) {
    case Style::strokes:
    case Style::open_sides:
    case Style::no_border:
      level ? put_stroke(page, from + 0.25, at, to - 0.25, at) : put_stroke(page, at, from + 0.25, at, to - 0.25);
      break;
    case Style::thin_fills: fill(from, to, at - 0.24, at + 0.24); break;
    case Style::dashes:
      for (double x = from; x < to; x += 5) fill(x, std::min(x + 3, to), at - 0.25, at + 0.25);
      break;
    case Style::double_lines:
      fill(from - 1, to + 1, at - 1.2, at - 0.7);
      fill(from - 1, to + 1, at + 0.7, at + 1.2);
      break;
  }
}

}  // namespace

void each_partition(int rows, int columns, const std::function<Pattern(Pattern)>& choose,
                    const std::function<void(const Pattern&)>& visit) {
  Pattern chosen;
  std::vector<bool> taken(static_cast<std::size_t>(rows * columns), false);
  auto slot = [&](int r, int c) { return static_cast<std::size_t>(r * columns + c); };
  auto mark = [&](const Rectangle& cell, bool value) {
    for (int i = cell.row; i < cell.row_end(); ++i) {
      for (int j = cell.column; j < cell.column_end(); ++j) taken[slot(i, j)] = value;
    }
  };
  std::function<void()> step = [&] {
    int free = 0;
    while (free < rows * columns && taken[static_cast<std::size_t>(free)]) ++free;
    if (free == rows * columns) {
      visit(chosen);
      return;
    }
    const int r = free / columns, c = free % columns;
    Pattern fitting;
    for (int height = 1; r + height <= rows; ++height) {
      for (int width = 1; c + width <= columns && !taken[slot(r, c + width - 1)]; ++width) {
        fitting.push_back({r, c, height, width});
      }
    }
    for (const Rectangle& cell : choose(fitting)) {
      mark(cell, true);
      chosen.push_back(cell);
      step();
      chosen.pop_back();
      mark(cell, false);
    }
  };
  step();
}

Edges edges_of(const Pattern& cells, int rows, int columns, Stretch piece, Style style, Break end) {
  auto owner = [&](int r, int c) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const Rectangle& cell = cells[i];
      if (r >= cell.row && r < cell.row_end() && c >= cell.column && c < cell.column_end()) return static_cast<int>(i);
    }
    return -1;
  };
  Edges edges;
  for (int r = piece.first; r <= piece.last; ++r) {
    for (int c = 0; c < columns; ++c) {
      const bool outer = r == 0 || r == rows;
      const bool at_break = !outer && (r == piece.first || r == piece.last);
      const bool is_border = owner(r - 1, c) != owner(r, c) || (at_break && end == Break::closed);
      if (is_border && !(outer && style == Style::no_border)) edges.insert({true, r, c});
    }
  }
  for (int c = 0; c <= columns; ++c) {
    const bool outer = c == 0 || c == columns;
    if (outer && (style == Style::no_border || style == Style::open_sides)) continue;
    for (int r = piece.first; r < piece.last; ++r) {
      if (owner(r, c - 1) != owner(r, c)) edges.insert({false, c, r});
    }
  }
  return edges;
}

std::string label_of(std::size_t cell) {
  return "格" + std::to_string(cell + 1);
}

Page draw_grid(const Pattern& cells, int rows, int columns, Stretch piece, Style style, Break end, Print print,
               int number) {
  Page page = blank_page(number);
  auto x = [](int column) { return 80.0 + 90.0 * column; };
  auto y = [&](int row) { return 100.0 + 31.0 * (row - piece.first); };
  for (const auto& [level, line, slot] : edges_of(cells, rows, columns, piece, style, end)) {
    if (level) {
      draw_edge(page, true, y(line), x(slot), x(slot + 1), style);
    } else {
      draw_edge(page, false, x(line), y(slot), y(slot + 1), style);
    }
  }
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Rectangle& cell = cells[i];
    const bool here = print == Print::first ? cell.row >= piece.first && cell.row < piece.last
                                            : cell.row_end() > piece.first && cell.row_end() <= piece.last;
    if (!here) continue;
    const double top = y(std::max(cell.row, piece.first)), bottom = y(std::min(cell.row_end(), piece.last));
    put_text(page, (x(cell.column) + x(cell.column_end())) / 2 - 10, (top + bottom) / 2 + 4, label_of(i));
  }
  return page;
}

Page draw_rectangles(const Pattern& cells, Rectangles rectangles) {
  Page page = blank_page();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const double x0 = 80.0 + 90.0 * cells[i].column, x1 = 80.0 + 90.0 * cells[i].column_end();
    const double y0 = 100.0 + 31.0 * cells[i].row, y1 = 100.0 + 31.0 * cells[i].row_end();
    switch (rectangles) {
      case Rectangles::clips: put_clip(page, x0, y0, x1 + 0.05, y1); break;
      case Rectangles::fills: put_fill(page, x0 + 0.75, y0 + 0.75, x1 - 0.75, y1 - 0.75, 0xD9E2F3); break;
    }
    put_text(page, (x0 + x1) / 2 - 10, (y0 + y1) / 2 + 4, label_of(i));
  }
  return page;
}

}  // namespace fubiao
