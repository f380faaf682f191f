// Every way to merge the cells of a small grid, drawn in several styles, against an oracle that is slow and obviously
// right: the cells are known before the page is drawn.
#include <gtest/gtest.h>

#include <functional>
#include <set>
#include <tuple>

#include "extract/utf8.h"
#include "layout/analyze.h"
#include "tests/make_page.h"

namespace fubiao {
namespace {

struct Rectangle {
  int row, column, row_span, column_span;
};

/// All partitions of rows × columns slots into rectangles: fill the first free slot with every rectangle that fits.
void each_partition(int rows, int columns, const std::function<void(const std::vector<Rectangle>&)>& visit) {
  std::vector<Rectangle> chosen;
  std::vector<bool> taken(static_cast<std::size_t>(rows * columns), false);
  auto slot = [&](int r, int c) { return static_cast<std::size_t>(r * columns + c); };
  std::function<void()> step = [&] {
    int free = 0;
    while (free < rows * columns && taken[static_cast<std::size_t>(free)]) ++free;
    if (free == rows * columns) {
      visit(chosen);
      return;
    }
    const int r = free / columns, c = free % columns;
    for (int height = 1; r + height <= rows; ++height) {
      for (int width = 1; c + width <= columns; ++width) {
        bool fits = true;
        for (int i = r; i < r + height; ++i) {
          for (int j = c; j < c + width; ++j) fits &= !taken[slot(i, j)];
        }
        if (!fits) break;
        auto mark = [&](bool value) {
          for (int i = r; i < r + height; ++i) {
            for (int j = c; j < c + width; ++j) taken[slot(i, j)] = value;
          }
        };
        mark(true);
        chosen.push_back({r, c, height, width});
        step();
        chosen.pop_back();
        mark(false);
      }
    }
  };
  step();
}

using Shape = std::set<std::tuple<int, int, int, int, std::string>>;

/// Lines at which no cell begins or ends cannot be seen: they are no lines.
Shape expected(const std::vector<Rectangle>& cells, int& rows, int& columns) {
  std::set<int> row_lines, column_lines;
  for (const Rectangle& cell : cells) {
    row_lines.insert({cell.row, cell.row + cell.row_span});
    column_lines.insert({cell.column, cell.column + cell.column_span});
  }
  auto index = [](const std::set<int>& lines, int line) {
    return static_cast<int>(std::distance(lines.begin(), lines.find(line)));
  };
  rows = static_cast<int>(row_lines.size()) - 1;
  columns = static_cast<int>(column_lines.size()) - 1;
  Shape shape;
  int label = 0;
  for (const Rectangle& cell : cells) {
    const int r = index(row_lines, cell.row), c = index(column_lines, cell.column);
    shape.insert({r, c, index(row_lines, cell.row + cell.row_span) - r,
                  index(column_lines, cell.column + cell.column_span) - c, "格" + std::to_string(++label)});
  }
  return shape;
}

enum class Style { strokes, edge_by_edge, thin_fills, dashes_as_fills, double_lines };

void draw_edge(Page& page, bool level, double at, double from, double to, Style style) {
  auto fill = [&](double along0, double along1, double across0, double across1) {
    if (level) {
      put_fill(page, along0, across0, along1, across1);
    } else {
      put_fill(page, across0, along0, across1, along1);
    }
  };
  switch (style) {
    case Style::strokes: level ? put_stroke(page, from, at, to, at) : put_stroke(page, at, from, at, to); break;
    case Style::edge_by_edge:  // short of the corners, as LibreOffice draws
      level ? put_stroke(page, from + 0.25, at, to - 0.25, at) : put_stroke(page, at, from + 0.25, at, to - 0.25);
      break;
    case Style::thin_fills: fill(from, to, at - 0.24, at + 0.24); break;
    case Style::dashes_as_fills:
      for (double x = from; x < to; x += 5) fill(x, std::min(x + 3, to), at - 0.25, at + 0.25);
      break;
    case Style::double_lines:
      fill(from - 1, to + 1, at - 1.2, at - 0.7);
      fill(from - 1, to + 1, at + 0.7, at + 1.2);
      break;
  }
}

Page draw(const std::vector<Rectangle>& cells, int rows, int columns, Style style) {
  Page page = blank_page();
  auto x = [](int column) { return 80.0 + 90.0 * column; };
  auto y = [](int row) { return 100.0 + 31.0 * row; };
  auto owner = [&](int r, int c) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const Rectangle& cell = cells[i];
      if (r >= cell.row && r < cell.row + cell.row_span && c >= cell.column && c < cell.column + cell.column_span) {
        return static_cast<int>(i);
      }
    }
    return -1;
  };
  for (int r = 0; r <= rows; ++r) {
    for (int c = 0; c < columns; ++c) {
      if (owner(r - 1, c) != owner(r, c)) draw_edge(page, true, y(r), x(c), x(c + 1), style);
    }
  }
  for (int c = 0; c <= columns; ++c) {
    for (int r = 0; r < rows; ++r) {
      if (owner(r, c - 1) != owner(r, c)) draw_edge(page, false, x(c), y(r), y(r + 1), style);
    }
  }
  int label = 0;
  for (const Rectangle& cell : cells) {
    put_text(page, (x(cell.column) + x(cell.column + cell.column_span)) / 2 - 10,
             (y(cell.row) + y(cell.row + cell.row_span)) / 2 + 4, "格" + std::to_string(++label));
  }
  return page;
}

Shape found(const Layout& layout) {
  Shape shape;
  for (const Cell& cell : layout.tables.at(0).cells) {
    shape.insert({cell.row, cell.column, cell.row_span, cell.column_span, cell.text});
  }
  return shape;
}

class ExhaustiveGrid : public testing::TestWithParam<Style> {};

TEST_P(ExhaustiveGrid, EveryMergePatternUpToThreeByThree) {
  int patterns = 0;
  for (int rows = 1; rows <= 3; ++rows) {
    for (int columns = 1; columns <= 3; ++columns) {
      each_partition(rows, columns, [&](const std::vector<Rectangle>& cells) {
        int true_rows = 0, true_columns = 0;
        const Shape truth = expected(cells, true_rows, true_columns);
        // One column is no table (a box around text), whatever its rows.
        if (true_columns < 2) return;
        ++patterns;
        const Layout layout = analyze_drawn(document_of({draw(cells, rows, columns, GetParam())}), {});
        ASSERT_EQ(layout.tables.size(), 1u) << rows << "x" << columns << " pattern " << patterns;
        EXPECT_EQ(layout.tables[0].rows, true_rows);
        EXPECT_EQ(layout.tables[0].columns, true_columns);
        EXPECT_EQ(found(layout), truth) << rows << "x" << columns << " pattern " << patterns;
        EXPECT_TRUE(covers_exactly_once(layout.tables[0]));
      });
      if (HasFatalFailure()) return;
    }
  }
  // 322 partitions of 3×3, 34 each of 2×3 and 3×2, 8 of 2×2, 4 of 1×3, 2 of 1×2; without those of one column.
  EXPECT_GT(patterns, 380);
}

INSTANTIATE_TEST_SUITE_P(Styles, ExhaustiveGrid,
                         testing::Values(Style::strokes, Style::edge_by_edge, Style::thin_fills, Style::dashes_as_fills,
                                         Style::double_lines));

}  // namespace
}  // namespace fubiao
