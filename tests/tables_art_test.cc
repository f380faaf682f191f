#include "cli/tables_art.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "make_table.h"
#include "run_program.h"

namespace fubiao::tests {
namespace {

using Art = std::vector<std::string>;

/// All ways of dividing a grid into rectangles, each cell with `text`.
void divide(Table& table, std::vector<bool>& taken, const std::string& text, std::vector<Table>& all) {
  const auto slot = [&](int row, int column) { return static_cast<std::size_t>(row * table.columns + column); };
  const auto next = std::find(taken.begin(), taken.end(), false);
  if (next == taken.end()) {
    all.push_back(table);
    return;
  }
  const int at = static_cast<int>(next - taken.begin());
  const int row = at / table.columns;
  const int column = at % table.columns;
  for (int height = 1; row + height <= table.rows; ++height) {
    for (int width = 1; column + width <= table.columns && !taken[slot(row, column + width - 1)]; ++width) {
      std::vector<bool> now = taken;
      for (int r = row; r < row + height; ++r) {
        for (int c = column; c < column + width; ++c) now[slot(r, c)] = true;
      }
      Cell cell;
      cell.row = row;
      cell.column = column;
      cell.row_span = height;
      cell.column_span = width;
      cell.text = text;
      table.cells.push_back(cell);
      divide(table, now, text, all);
      table.cells.pop_back();
    }
  }
}

std::vector<Table> divisions(int rows, int columns, const std::string& text) {
  std::vector<Table> all;
  Table table;
  table.rows = rows;
  table.columns = columns;
  std::vector<bool> taken(static_cast<std::size_t>(rows * columns), false);
  divide(table, taken, text, all);
  return all;
}

std::string joined(const Art& art) {
  std::string text;
  for (const std::string& line : art) text += line + '\n';
  return text;
}

TEST(TablesArt, IsTheDrawingOfItsHeader) {
  const Table table = make_table(R"(
      三 | 予以公开 | 0
      ^ | 属于国家秘密、商业秘密的 | 2)");
  const Art art = table_art(table);
  EXPECT_EQ(art, (Art{"+----+------------------+----+",  //
                      "| 三 | 予以公开         | 0  |",  //
                      "+    +------------------+----+",  //
                      "|    | 属于国家秘密、商 | 2  |",  //
                      "|    | 业秘密的         |    |",  //
                      "+----+------------------+----+"}));
  const std::string header = read_file(in_repository("cli/tables_art.h"));
  for (const std::string& line : art) EXPECT_NE(header.find("///     " + line + "\n"), std::string::npos) << line;
}

TEST(TablesArt, MergedCellsHaveNoLineInside) {
  EXPECT_EQ(table_art(make_table(R"(
      甲 | < | 乙
      ^ | ^ | 丙
      丁 | 戊 | 己)")),
            (Art{"+----+----+----+",  //
                 "| 甲      | 乙 |",  //
                 "+         +----+",  //
                 "|         | 丙 |",  //
                 "+----+----+----+",  //
                 "| 丁 | 戊 | 己 |",  //
                 "+----+----+----+"}));
}

TEST(TablesArt, ATextGoesOnThroughTheRowsThatItsCellIsMergedOver) {
  // Seven columns wide; five lines, two rows and the edge between them have room for three.
  EXPECT_EQ(table_art(make_table(R"(
      abcdefgABCDEFG0123456hijklmnX | < | 1
      ^ | ^ | 2
      p | q | r)")),
            (Art{"+----+----+----+",  //
                 "| abcdefg | 1  |",  //
                 "+ ABCDEFG +----+",  //
                 "| 0123456 | 2  |",  //
                 "| hijklmn |    |",  //
                 "| X       |    |",  //
                 "+----+----+----+",  //
                 "| p  | q  | r  |",  //
                 "+----+----+----+"}));
}

TEST(TablesArt, AnIdeographThatHasNoRoomGoesToTheNextLine) {
  // Fifteen of sixteen columns are taken when it comes.
  EXPECT_EQ(table_art(make_table("a一二三四五六七八九")), (Art{"+------------------+",  //
                                                               "| a一二三四五六七  |",  //
                                                               "| 八九             |",  //
                                                               "+------------------+"}));
  // Sixteen fit whole, and a mark on a letter takes no column.
  EXPECT_EQ(table_art(make_table("一二三四五六七八")).size(), 3U);
  EXPECT_EQ(table_art(make_table("q\u0308"))[1], "| q\u0308  |");
}

TEST(TablesArt, NothingSteersATerminal) {
  Table table = make_table("甲");
  table.cells.front().text = "a\x1B[2J\nb\xFF";
  EXPECT_EQ(table_art(table)[1], "| a [2J b\uFFFD |");
}

TEST(TablesArt, EveryWayOfMergingHasADrawingOfItsOwn) {
  // Seven letters fill two narrow columns and the edge between them.
  for (const std::string& text : {std::string("甲"), std::string(), std::string("abcdefg"), std::string(40, 'x')}) {
    std::map<std::string, std::string> seen;
    std::size_t drawn = 0;
    for (int rows = 1; rows <= 3; ++rows) {
      for (int columns = 1; columns <= 3; ++columns) {
        const std::vector<Table> all = divisions(rows, columns, text);
        if (rows == 2 && columns == 2) {
          EXPECT_EQ(all.size(), 8U);
        }
        for (std::size_t i = 0; i < all.size(); ++i) {
          const Art art = table_art(all[i]);
          EXPECT_EQ(art, table_art(all[i]));
          EXPECT_GE(art.size(), 3U);
          const std::string which = std::to_string(rows) + "x" + std::to_string(columns) + " " + std::to_string(i);
          const auto [at, fresh] = seen.emplace(joined(art), which);
          EXPECT_TRUE(fresh) << which << " is drawn as " << at->second << ":\n" << joined(art);
          ++drawn;
        }
      }
    }
    EXPECT_EQ(seen.size(), drawn);
  }
}

TEST(TablesArt, AnotherTextIsAnotherDrawing) {
  for (Table table : divisions(2, 3, "甲")) {
    const Art before = table_art(table);
    for (Cell& cell : table.cells) {
      for (const char* text : {"", "乙", "甲甲", "甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲乙"}) {
        cell.text = text;
        EXPECT_NE(table_art(table), before) << text;
      }
      cell.text = "甲";
    }
    EXPECT_EQ(table_art(table), before);
  }
}

TEST(TablesArt, WhatIsNotDrawnIsOneLineThatTellsItsCells) {
  Table large = make_table("甲");
  large.rows = large.cells.front().row_span = 20'001;
  Table other = large;
  other.cells.front().text = "乙";
  Table gap = make_table("甲 | 乙");
  gap.cells.pop_back();
  Table twice = make_table("甲 | 乙");
  twice.cells.front().column_span = 2;
  for (const Table* table : {&large, &other, &gap, &twice}) ASSERT_EQ(table_art(*table).size(), 1U);
  EXPECT_TRUE(table_art(large).front().starts_with("20001 rows, 1 columns, 1 cells, sha256 "))
      << table_art(large).front();
  EXPECT_NE(table_art(large), table_art(other));
  EXPECT_NE(table_art(gap), table_art(twice));
  large.rows = large.cells.front().row_span = 20'000;
  EXPECT_EQ(table_art(large).size(), 40'001U);
}

}  // namespace
}  // namespace fubiao::tests
