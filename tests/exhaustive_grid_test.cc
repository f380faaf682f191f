// Every way to merge the cells of a small grid, drawn in several styles, whole and cut by page breaks, against an
// oracle that is slow and obviously right: the cells are known before the page is drawn.
//
// Where the print itself does not say what the truth is, the oracle says so, in three places and nowhere else:
//   - tells_its_sides: rules that do not reach a side do not say on paper where the table ends there, and a single rule
//     that sticks out of a drawn corner is not a column; rules that do not hang together are two tables side by side.
//   - a cell that a break cuts, closed by full rules on both pages, is blank on one side: the blank may be the rest of
//     the cell or a cell of its own (same_but_for_blanks; every printed cell keeps its exact place).
//   - columns_nested: two pieces closed by full rules whose columns differ in both directions look like two tables.
// The tests count how often each was said, so that none of them can swallow the test.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <tuple>

#include "layout/analyze.h"
#include "tests/make_grid.h"
#include "tests/make_page.h"

namespace fubiao {
namespace {

Pattern all_of(Pattern fitting) {
  return fitting;
}

/// One of those that fit, small cells more often than large ones: most tables are so.
std::function<Pattern(Pattern)> one_of(std::mt19937& random) {
  return [&](Pattern fitting) {
    std::stable_sort(fitting.begin(), fitting.end(), [](const Rectangle& a, const Rectangle& b) {
      return a.row_span * a.column_span < b.row_span * b.column_span;
    });
    return Pattern{fitting[random() % std::min<std::size_t>(fitting.size(), 6)]};
  };
}

/// Lines at which no cell begins or ends cannot be seen: they are no lines.
struct Lines {
  std::vector<int> rows, columns;  // ascending
};

Lines visible_lines(const Pattern& cells) {
  std::set<int> rows, columns;
  for (const Rectangle& cell : cells) {
    rows.insert({cell.row, cell.row_end()});
    columns.insert({cell.column, cell.column_end()});
  }
  return {{rows.begin(), rows.end()}, {columns.begin(), columns.end()}};
}

int index_of(const std::vector<int>& lines, int line) {
  return static_cast<int>(std::lower_bound(lines.begin(), lines.end(), line) - lines.begin());
}

/// The cells numbered by visible lines.
Pattern renumbered(const Pattern& cells, const Lines& lines) {
  Pattern result;
  for (const Rectangle& cell : cells) {
    const int r = index_of(lines.rows, cell.row), c = index_of(lines.columns, cell.column);
    result.push_back({r, c, index_of(lines.rows, cell.row_end()) - r, index_of(lines.columns, cell.column_end()) - c});
  }
  return result;
}

/// Whether the rules of a piece hang together: directly, or over a row that is one merged cell and as high as the
/// others (whose text tells that it is a row), or as the side of a cell that is open above and below.
bool hang_together(const Edges& edges, const Pattern& cells, Stretch piece, int columns) {
  using Corner = std::pair<int, int>;  // row line, column line
  std::map<Corner, Corner> parent;
  std::function<Corner(Corner)> root = [&](Corner corner) {
    const auto it = parent.try_emplace(corner, corner).first;
    return it->second == corner ? corner : root(it->second);
  };
  for (const auto& [level, line, slot] : edges) {
    parent[root(level ? Corner{line, slot} : Corner{slot, line})] =
        root(level ? Corner{line, slot + 1} : Corner{slot + 1, line});
  }
  for (const Rectangle& cell : cells) {
    const Corner upper{cell.row, 0}, lower{cell.row_end(), 0};
    const bool row = cell.column_span == columns && cell.row_span == 1;
    if (row && parent.contains(upper) && parent.contains(lower)) parent[root(upper)] = root(lower);
  }
  // Upright lines that run through, from left to right; one of each two neighbours is touched by nothing.
  auto touched = [&](int line) {
    return std::any_of(edges.begin(), edges.end(), [&](const auto& edge) {
      return std::get<0>(edge) && (std::get<2>(edge) == line || std::get<2>(edge) == line - 1);
    });
  };
  int before = -1;
  for (int line = 0; line <= columns; ++line) {
    bool through = true;
    for (int r = piece.first; r < piece.last; ++r) through = through && edges.contains({false, line, r});
    if (!through) continue;
    if (before >= 0 && (!touched(before) || !touched(line))) {
      parent[root({piece.first, before})] = root({piece.first, line});
    }
    before = line;
  }
  std::vector<Corner> corners;
  for (const auto& [corner, up] : parent) corners.push_back(corner);
  std::set<Corner> roots;
  for (const Corner& corner : corners) roots.insert(root(corner));
  return roots.size() == 1;
}

/// Whether only one rule across `side` (a line of the other direction) reaches it, and the outermost line that is drawn
/// in the direction of the side has corners.
bool sticks_out(const Edges& edges, bool side_is_level, int side, bool low) {
  int across = 0, outermost = low ? 1 << 30 : -1;
  for (const auto& [level, line, slot] : edges) {
    if (level == side_is_level) outermost = low ? std::min(outermost, line) : std::max(outermost, line);
    if (level != side_is_level) across += slot == (low ? side : side - 1);
  }
  if (outermost == side || across > 1) return false;
  int begin = 1 << 30, end = -1;
  for (const auto& [level, line, slot] : edges) {
    if (level != side_is_level || line != outermost) continue;
    begin = std::min(begin, slot);
    end = std::max(end, slot + 1);
  }
  auto meets = [&](int line) {
    return edges.contains({!side_is_level, line, outermost}) || edges.contains({!side_is_level, line, outermost - 1});
  };
  return meets(begin) && meets(end);
}

/// Whether the rules of a piece tell all four sides of it: by a rule along the side, or by rules that end there.
bool tells_its_sides(const Edges& edges, const Pattern& cells, Stretch piece, int columns) {
  bool left = false, right = false, top = false, bottom = false, level_rule = false, upright_rule = false;
  for (const auto& [level, line, slot] : edges) {
    left |= level ? slot == 0 : line == 0;
    right |= level ? slot == columns - 1 : line == columns;
    top |= level ? line == piece.first : slot == piece.first;
    bottom |= level ? line == piece.last : slot == piece.last - 1;
    level_rule |= level;
    upright_rule |= !level;
  }
  return left && right && top && bottom && level_rule && upright_rule && !sticks_out(edges, false, 0, true) &&
         !sticks_out(edges, false, columns, false) && !sticks_out(edges, true, piece.first, true) &&
         !sticks_out(edges, true, piece.last, false) && hang_together(edges, cells, piece, columns);
}

bool cut_by(const Rectangle& cell, int line) {
  return cell.row < line && line < cell.row_end();
}

/// The column lines of a piece that a reader of its page sees.
std::set<int> columns_of(const Pattern& cells, Stretch piece) {
  std::set<int> lines;
  for (const Rectangle& cell : cells) {
    if (cell.row < piece.last && cell.row_end() > piece.first) lines.insert({cell.column, cell.column_end()});
  }
  return lines;
}

bool columns_nested(const std::set<int>& a, const std::set<int>& b) {
  return std::includes(a.begin(), a.end(), b.begin(), b.end()) || std::includes(b.begin(), b.end(), a.begin(), a.end());
}

std::string show(const Table& table) {
  std::string out = std::to_string(table.rows) + "x" + std::to_string(table.columns) + ":";
  for (const Cell& cell : table.cells) {
    out += " " + std::to_string(cell.row) + "," + std::to_string(cell.column) + "+" + std::to_string(cell.row_span) +
           "," + std::to_string(cell.column_span) + "=" + cell.text;
  }
  return out;
}

/// The truth as a table, for the comparison and to show it.
Table table_of(const Pattern& cells) {
  const Lines lines = visible_lines(cells);
  const Pattern numbered = renumbered(cells, lines);
  Table table;
  table.rows = static_cast<int>(lines.rows.size()) - 1;
  table.columns = static_cast<int>(lines.columns.size()) - 1;
  for (std::size_t i = 0; i < numbered.size(); ++i) {
    Cell cell;
    cell.row = numbered[i].row;
    cell.column = numbered[i].column;
    cell.row_span = numbered[i].row_span;
    cell.column_span = numbered[i].column_span;
    cell.text = label_of(i);
    table.cells.push_back(cell);
  }
  std::sort(table.cells.begin(), table.cells.end(),
            [](const Cell& a, const Cell& b) { return std::tie(a.row, a.column) < std::tie(b.row, b.column); });
  return table;
}

/// Equal, but for cells that a break at one of `seams` (visible row lines) cuts: of those the printed part stands in
/// its columns and has all rows of its page, and what is not joined to it is blank.
bool same_but_for_blanks(const Table& truth, const Table& found, const std::set<int>& seams) {
  if (truth.rows != found.rows || truth.columns != found.columns || !covers_exactly_once(found)) return false;
  for (const Cell& cell : truth.cells) {
    std::set<int> ends = {cell.row, cell.row + cell.row_span};
    for (int seam : seams) {
      if (cell.row < seam && seam < cell.row + cell.row_span) ends.insert(seam);
    }
    int slots = 0;
    bool printed = false;
    for (const Cell& part : found.cells) {
      const bool meets = part.row < cell.row + cell.row_span && part.row + part.row_span > cell.row &&
                         part.column < cell.column + cell.column_span && part.column + part.column_span > cell.column;
      if (!meets) continue;
      if (part.column != cell.column || part.column_span != cell.column_span) return false;
      if (!ends.contains(part.row) || !ends.contains(part.row + part.row_span)) return false;
      if (!part.text.empty() && part.text != cell.text) return false;
      if (part.text == cell.text && printed) return false;
      printed |= part.text == cell.text;
      slots += part.row_span * part.column_span;
    }
    if (!printed || slots != cell.row_span * cell.column_span) return false;
  }
  return true;
}

bool same(const Table& truth, const Table& found) {
  return same_but_for_blanks(truth, found, {});
}

struct Said {
  int whole = 0;           ///< compared, not cut
  int exact = 0;           ///< cut, and compared exactly
  int but_for_blanks = 0;  ///< cut, closed, with blanks
  int two_tables = 0;      ///< cut, closed, columns not nested
  int no_sides = 0;        ///< not compared: the rules do not reach a side
  std::vector<std::string> differences;
};

void check(const Pattern& cells, int rows, int columns, const std::vector<int>& breaks, Style style, Break end,
           Print print, Said& said) {
  const Table truth = table_of(cells);
  if (truth.columns < 2) return;  // one column is no table (a box around text), whatever its rows
  std::vector<Stretch> pieces;
  int first = 0;
  for (int line : breaks) {
    pieces.push_back({first, line});
    first = line;
  }
  pieces.push_back({first, rows});
  std::vector<Page> pages;
  for (const Stretch& piece : pieces) {
    if (!tells_its_sides(edges_of(cells, rows, columns, piece, style, end), cells, piece, columns)) {
      ++said.no_sides;
      return;
    }
    pages.push_back(draw_grid(cells, rows, columns, piece, style, end, print, static_cast<int>(pages.size()) + 1));
  }
  const Layout layout = analyze_drawn(document_of(std::move(pages)), {});
  std::string context = "style " + std::to_string(static_cast<int>(style)) +
                        (end == Break::closed ? ", closed" : ", open") +
                        (print == Print::first ? ", printed first" : ", printed last") + ", breaks at";
  for (int line : breaks) context += " " + std::to_string(line);
  context += "\n truth " + show(truth);
  for (const Table& table : layout.tables) context += "\n found " + show(table);

  bool nested = true;
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    const bool goes_on =
        std::any_of(cells.begin(), cells.end(), [&](const Rectangle& cell) { return cut_by(cell, pieces[i].first); });
    if (end == Break::open && goes_on) continue;
    nested = nested && columns_nested(columns_of(cells, {0, pieces[i].first}), columns_of(cells, pieces[i]));
  }
  if (!nested) {
    ++said.two_tables;
    if (layout.tables.size() < 2) said.differences.push_back(context);
    return;
  }
  if (layout.tables.size() != 1) {
    said.differences.push_back(context);
    return;
  }
  if (breaks.empty() || end == Break::open) {
    ++(breaks.empty() ? said.whole : said.exact);
    if (!same(truth, layout.tables[0])) said.differences.push_back(context);
    return;
  }
  std::set<int> seams;
  const Lines lines = visible_lines(cells);
  bool cuts = false;
  for (int line : breaks) {
    if (std::binary_search(lines.rows.begin(), lines.rows.end(), line)) seams.insert(index_of(lines.rows, line));
    for (const Rectangle& cell : cells) cuts |= cut_by(cell, line);
  }
  ++(cuts ? said.but_for_blanks : said.exact);
  if (!same_but_for_blanks(truth, layout.tables[0], seams)) said.differences.push_back(context);
}

/// Whole, cut once at every row, and cut at all rows at once.
void check_all_breaks(const Pattern& cells, int rows, int columns, Style style, Said& said) {
  check(cells, rows, columns, {}, style, Break::closed, Print::first, said);
  std::vector<std::vector<int>> cuts;
  std::vector<int> all;
  for (int line = 1; line < rows; ++line) {
    cuts.push_back({line});
    all.push_back(line);
  }
  if (all.size() > 1) cuts.push_back(all);
  for (const std::vector<int>& cut : cuts) {
    for (const Break end : {Break::closed, Break::open}) {
      for (const Print print : {Print::first, Print::last}) check(cells, rows, columns, cut, style, end, print, said);
    }
  }
}

bool has_sides(Style style) {
  return style != Style::open_sides && style != Style::no_border;
}

/// The first few differences; all of them would hide what they have in common.
void report(const Said& said) {
  for (std::size_t i = 0; i < std::min<std::size_t>(said.differences.size(), 5); ++i) {
    ADD_FAILURE() << said.differences[i];
  }
  EXPECT_EQ(said.differences.size(), 0u);
}

class ExhaustiveGrid : public testing::TestWithParam<Style> {};

TEST_P(ExhaustiveGrid, EveryMergePatternUpToThreeByThree) {
  Said said;
  for (int rows = 1; rows <= 3; ++rows) {
    for (int columns = 1; columns <= 3; ++columns) {
      each_partition(rows, columns, all_of,
                     [&](const Pattern& cells) { check_all_breaks(cells, rows, columns, GetParam(), said); });
    }
  }
  report(said);
  // 322 partitions of 3×3, 34 each of 2×3 and 3×2, 8 of 2×2, 4 of 1×3, 2 of 1×2, but for those of one column. Without
  // any border, every second one has a side that no rule reaches.
  EXPECT_GE(said.whole, GetParam() == Style::no_border ? 190 : 380);
  EXPECT_GE(said.exact, has_sides(GetParam()) ? 2700 : 750);
  EXPECT_LE(said.no_sides, has_sides(GetParam()) ? 30 : 2500);
  EXPECT_LE(said.two_tables, 220);
}

TEST_P(ExhaustiveGrid, ASampleOfFourByFive) {
  Said said;
  std::mt19937 random(20210906);
  for (int i = 0; i < 200; ++i) {
    each_partition(4, 5, one_of(random),
                   [&](const Pattern& cells) { check_all_breaks(cells, 4, 5, GetParam(), said); });
  }
  report(said);
  EXPECT_GE(said.whole, GetParam() == Style::no_border ? 130 : 200);
  EXPECT_GE(said.exact, has_sides(GetParam()) ? 1400 : 200);
  EXPECT_LE(said.no_sides, has_sides(GetParam()) ? 130 : 1600);
  EXPECT_LE(said.two_tables, 450);
}

/// Whether rectangles tell a grid: enough of them, and each inner column line begins cells in two places. Others may be
/// clips of lines of prose.
bool tell_a_grid(const Pattern& cells) {
  const Lines lines = visible_lines(cells);
  if (cells.size() < 4 || lines.rows.size() < 3 || lines.columns.size() < 3) return false;
  return std::all_of(lines.columns.begin() + 1, lines.columns.end() - 1, [&](int line) {
    return std::count_if(cells.begin(), cells.end(), [&](const Rectangle& cell) { return cell.column == line; }) >= 2;
  });
}

TEST(ExhaustiveRectangles, ClipsAndFillsTellASampleOfFourByFive) {
  Said said;
  std::mt19937 random(20210906);
  for (int i = 0; i < 1000; ++i) {
    each_partition(4, 5, one_of(random), [&](const Pattern& cells) {
      if (!tell_a_grid(cells)) {
        ++said.no_sides;
        return;
      }
      for (const Rectangles rectangles : {Rectangles::clips, Rectangles::fills}) {
        ++said.whole;
        const Layout layout = analyze_drawn(document_of({draw_rectangles(cells, rectangles)}), {});
        const Table truth = table_of(cells);
        if (layout.tables.size() == 1 && same(truth, layout.tables[0])) continue;
        said.differences.push_back(std::to_string(static_cast<int>(rectangles)) + "\n truth " + show(truth));
        for (const Table& table : layout.tables) said.differences.back() += "\n found " + show(table);
      }
    });
  }
  report(said);
  EXPECT_GE(said.whole, 250);
}

std::string style_name(const testing::TestParamInfo<Style>& info) {
  static const char* const names[] = {"Strokes", "ThinFills", "Dashes", "DoubleLines", "OpenSides", "NoBorder"};
  return names[static_cast<int>(info.param)];
}

INSTANTIATE_TEST_SUITE_P(Styles, ExhaustiveGrid,
                         testing::Values(Style::strokes, Style::thin_fills, Style::dashes, Style::double_lines,
                                         Style::open_sides, Style::no_border),
                         style_name);

}  // namespace
}  // namespace fubiao
