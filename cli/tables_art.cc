// Tables as text art.
//
// A column is as wide as the widest text of the cells that are in it alone, but no wider than kWidest, and at least
// kNarrowest; what does not fit is broken over lines. A cell over several columns has the room of all of them and the
// lines between them. A row is as high as its highest cell of one row; a cell over several rows that needs more makes
// its last row higher. Then every cell is written into a canvas of characters, and the edges between different cells
// are drawn.
//
// A table whose cells do not cover each position once is not drawn: its line of numbers says what it is.
#include "cli/tables_art.h"

#include <algorithm>
#include <string_view>

#include "cli/code_points.h"
#include "cli/source_info.h"
#include "normalize/clean_text.h"

namespace fubiao {
namespace {

constexpr int kWidest = 16;  // columns of the terminal: eight ideographs
constexpr int kNarrowest = 2;
constexpr int kLargest = 20'000;

/// One character as it is drawn, with the columns that it takes.
struct Sign {
  std::string text;
  int width = 1;
};

std::vector<Sign> signs_of(std::string_view raw) {
  std::vector<Sign> signs;
  const std::string text = clean_text(raw);
  each_code_point(text, [&](UChar32 c, std::string_view bytes) {
    // Layout leaves no control characters; a terminal must not be steered whatever comes.
    signs.push_back(u_iscntrl(c) ? Sign{" ", 1} : Sign{std::string(bytes), columns_of(c)});
  });
  return signs;
}

int width_of(const std::vector<Sign>& signs) {
  int width = 0;
  for (const Sign& sign : signs) width += sign.width;
  return width;
}

/// One line of a cell, filled up to `width`.
struct CellLine {
  std::string text;
  int width = 0;
};

std::vector<CellLine> broken(const std::vector<Sign>& signs, int width) {
  std::vector<CellLine> lines(1);
  for (const Sign& sign : signs) {
    if (lines.back().width + sign.width > width) lines.emplace_back();
    lines.back().text += sign.text;
    lines.back().width += sign.width;
  }
  for (CellLine& line : lines) {
    line.text.append(static_cast<std::size_t>(width - line.width), ' ');
    line.width = width;
  }
  return lines;
}

struct Art {
  const Table& table;
  std::vector<int> owner;                    ///< cell of each slot
  std::vector<int> widths;                   ///< of columns, without the edges and the space beside them
  std::vector<int> heights;                  ///< of rows, without the edges
  std::vector<std::vector<CellLine>> texts;  ///< of each cell

  explicit Art(const Table& drawn) : table(drawn), owner(slots(drawn)) {
    measure_columns();
    measure_rows();
  }

  /// -1 outside of the table.
  int at(int row, int column) const {
    if (row < 0 || column < 0 || row >= table.rows || column >= table.columns) return -1;
    return owner[static_cast<std::size_t>(row * table.columns + column)];
  }
  int width(int column) const { return widths[static_cast<std::size_t>(column)]; }
  int height(int row) const { return heights[static_cast<std::size_t>(row)]; }

  void measure_columns() {
    widths.assign(static_cast<std::size_t>(table.columns), kNarrowest);
    for (const Cell& cell : table.cells) {
      if (cell.column_span != 1) continue;
      int& width = widths[static_cast<std::size_t>(cell.column)];
      width = std::clamp(width_of(signs_of(cell.text)), width, kWidest);
    }
  }

  /// Room for the text of a cell: its columns, and " | " between them.
  int room(const Cell& cell) const {
    int width = 3 * (cell.column_span - 1);
    for (int c = cell.column; c < cell.column + cell.column_span; ++c) width += widths[static_cast<std::size_t>(c)];
    return width;
  }

  void measure_rows() {
    heights.assign(static_cast<std::size_t>(table.rows), 1);
    for (const Cell& cell : table.cells) texts.push_back(broken(signs_of(cell.text), room(cell)));
    for (const bool single : {true, false}) {
      for (std::size_t i = 0; i < table.cells.size(); ++i) {
        const Cell& cell = table.cells[i];
        if ((cell.row_span == 1) != single) continue;
        int height = cell.row_span - 1;  // the edges that it runs over
        for (int r = cell.row; r < cell.row + cell.row_span; ++r) height += heights[static_cast<std::size_t>(r)];
        const int missing = static_cast<int>(texts[i].size()) - height;
        if (missing > 0) heights[static_cast<std::size_t>(cell.row + cell.row_span - 1)] += missing;
      }
    }
  }

  /// Lines of the row and edges above it within its cell, for the cell at (row, column).
  int line_of_cell(const Cell& cell, int row, int line) const {
    for (int r = cell.row; r < row; ++r) line += height(r) + 1;
    return line;
  }

  std::string cell_text(int index, int line) const {
    const Cell& cell = table.cells[static_cast<std::size_t>(index)];
    const auto& text = texts[static_cast<std::size_t>(index)];
    if (line >= 0 && static_cast<std::size_t>(line) < text.size()) return text[static_cast<std::size_t>(line)].text;
    return std::string(static_cast<std::size_t>(room(cell)), ' ');
  }

  std::string text_line(int row, int line) const {
    std::string out;
    for (int column = 0; column < table.columns;) {
      const int index = at(row, column);
      out += column == 0 ? "| " : " | ";
      const Cell& cell = table.cells[static_cast<std::size_t>(index)];
      out += cell_text(index, line_of_cell(cell, row, line));
      column = cell.column + cell.column_span;
    }
    return out + " |";
  }

  /// True where the edge above `row` runs through a cell.
  bool open(int row, int column) const { return at(row, column) >= 0 && at(row - 1, column) == at(row, column); }

  /// What stands where the edge above `row` meets the one left of `column`.
  char corner(int row, int column) const {
    // At the outer edge each row and column is marked, also where nothing but merged cells is beside it: one row of
    // three lines is not two rows in one cell.
    if (row == 0 || column == 0 || row == table.rows || column == table.columns) return '+';
    const bool left = !open(row, column - 1);
    const bool right = !open(row, column);
    const auto ends = [&](int r) { return at(r, column - 1) != at(r, column); };
    if (!left && !right) return '|';
    return left && right && !ends(row - 1) && !ends(row) ? '-' : '+';
  }

  /// The edge above `row` (at the end: below the last one). A cell that goes on through it goes on with its text.
  std::string edge(int row) const {
    std::string out;
    for (int column = 0; column < table.columns;) {
      out += corner(row, column);
      if (open(row, column)) {
        const Cell& cell = table.cells[static_cast<std::size_t>(at(row, column))];
        out += ' ' + cell_text(at(row, column), line_of_cell(cell, row - 1, height(row - 1))) + ' ';
        column = cell.column + cell.column_span;
      } else {
        out.append(static_cast<std::size_t>(width(column) + 2), '-');
        ++column;
      }
    }
    return out + corner(row, table.columns);
  }
};

/// What stands for a table that is not drawn.
std::string summary(const Table& table) {
  std::string all;
  for (const Cell& c : table.cells) {
    for (int number : {c.row, c.column, c.row_span, c.column_span}) all += std::to_string(number) + ' ';
    all += c.text + '\n';
  }
  return std::to_string(table.rows) + " rows, " + std::to_string(table.columns) + " columns, " +
         std::to_string(table.cells.size()) + " cells, sha256 " + sha256(all);
}

}  // namespace

std::vector<std::string> table_art(const Table& table) {
  if (table.rows <= 0 || table.columns <= 0) return {};
  if (table.rows > kLargest / table.columns || !covers_exactly_once(table)) return {summary(table)};
  const Art art(table);
  std::vector<std::string> lines;
  for (int row = 0; row < table.rows; ++row) {
    lines.push_back(art.edge(row));
    for (int line = 0; line < art.height(row); ++line) lines.push_back(art.text_line(row, line));
  }
  lines.push_back(art.edge(table.rows));
  return lines;
}

}  // namespace fubiao
