// Rows, heads and merged labels of tables that white space tells, cell by cell.
#include "layout/white_grid.h"

#include <gtest/gtest.h>

#include "layout/analyze.h"
#include "tests/make_lines.h"

namespace fubiao {
namespace {

/// The tables of one page, as text; a blank line between two.
std::string read(const Page& page) {
  std::string out;
  for (const Table& table : analyze(document_of({page})).tables) out += (out.empty() ? "" : "\n\n") + to_text(table);
  return out;
}

std::string read(const Rows& rows) {
  Page page = blank_page();
  put_runs(page, rows);
  return read(page);
}

TEST(WhiteGrid, BlankCellsStayBlank) {
  EXPECT_EQ(read({{{150, "2015"}, {200, "2016"}, {250, "2017"}},
                  {{50, "Coal"}, {150, "12"}, {200, "5"}, {250, "31"}},
                  {{50, "Gas"}, {200, "8"}, {250, "44"}},
                  {{50, "Oil"}, {150, "90"}, {250, "6"}}}),
            "| - | 2015 | 2016 | 2017 |\n"
            "| Coal | 12 | 5 | 31 |\n"
            "| Gas | - | 8 | 44 |\n"
            "| Oil | 90 | - | 6 |");
}

TEST(WhiteGrid, AHeadInTheMiddleOfItsColumnsSpansThem) {
  EXPECT_EQ(read({{{162.5, "2016"}, {262.5, "2017"}},
                  {{50, "Area"}, {140, "Men"}, {175, "Women"}, {240, "Men"}, {275, "Women"}},
                  {{50, "North"}, {140, "412"}, {180, "398"}, {240, "415"}, {280, "399"}},
                  {{50, "South"}, {140, "77"}, {180, "80"}, {240, "79"}, {280, "81"}},
                  {{50, "West"}, {140, "5"}, {180, "6"}, {240, "7"}, {280, "8"}}}),
            "| Area (2 down) | 2016 (2 across) | 2017 (2 across) |\n"
            "| Men | Women | Men | Women |\n"
            "| North | 412 | 398 | 415 | 399 |\n"
            "| South | 77 | 80 | 79 | 81 |\n"
            "| West | 5 | 6 | 7 | 8 |");
}

// "Rural areas" stands nearly over the second of three columns, and exactly over the middle of all three.
TEST(WhiteGrid, AHeadOverThreeColumnsIsNotTheFirstLineOfTheMiddleOne) {
  EXPECT_EQ(read({{{182.5, "Rural areas"}, {350, "All"}},
                  {{140, "Cost"}, {191.5, "Estimate"}, {260, "Idle"}, {350, "Sum"}},
                  {{50, "Coal"}, {145, "94"}, {201.5, "9950"}, {265, "58"}, {350, "9"}},
                  {{50, "Gas"}, {145, "17"}, {204, "840"}, {265, "38"}, {350, "6"}},
                  {{50, "Oil"}, {145, "20"}, {206.5, "64"}, {265, "54"}, {350, "7"}}}),
            "| - | Rural areas (3 across) | All Sum (2 down) |\n"
            "| - | Cost | Estimate | Idle |\n"
            "| Coal | 94 | 9950 | 58 | 9 |\n"
            "| Gas | 17 | 840 | 38 | 6 |\n"
            "| Oil | 20 | 64 | 54 | 7 |");
}

TEST(WhiteGrid, ALabelThatHadNoRoomGoesOnBelow) {
  EXPECT_EQ(read({{{150, "2016"}, {250, "2017"}},
                  {{50, "Crude oil and gas"}, {150, "12"}, {250, "5"}},
                  {{50, "condensates"}},
                  {{50, "Coal"}, {150, "8"}, {250, "44"}},
                  {{50, "Wood"}, {150, "3"}, {250, "4"}},
                  {{50, "Wind"}, {150, "6"}, {250, "9"}}}),
            "| - | 2016 | 2017 |\n"
            "| Crude oil and gas condensates | 12 | 5 |\n"
            "| Coal | 8 | 44 |\n"
            "| Wood | 3 | 4 |\n"
            "| Wind | 6 | 9 |");
}

// It had room on the line above, so it is no rest of it.
TEST(WhiteGrid, TheTitleOfASectionIsARowOfItsOwn) {
  EXPECT_EQ(read({{{200, "2016"}, {250, "2017"}},
                  {{50, "Crude oil and gas"}, {200, "12"}, {250, "5"}},
                  {{50, "Oil"}, {200, "8"}, {250, "44"}},
                  {{50, "Renewable"}},
                  {{60, "Wood"}, {200, "3"}, {250, "4"}},
                  {{60, "Wind"}, {200, "6"}, {250, "9"}}}),
            "| - | 2016 | 2017 |\n"
            "| Crude oil and gas | 12 | 5 |\n"
            "| Oil | 8 | 44 |\n"
            "| Renewable | - | - |\n"
            "| Wood | 3 | 4 |\n"
            "| Wind | 6 | 9 |");
}

TEST(WhiteGrid, RulesBetweenRowsMakeOneRowOfSeveralLines) {
  Page page = blank_page();
  put_runs(page, {{{60, "Name"}, {200, "Task"}},
                  {{60, "Adams"}, {200, "reads what"}},
                  {{200, "comes in"}},
                  {{60, "Baker"}, {200, "answers"}},
                  {{60, "Clark"}, {200, "files all"}},
                  {{200, "of it"}}});
  for (double y : {88.0, 104.0, 132.0, 146.0, 176.0}) put_stroke(page, 50, y, 300, y);
  EXPECT_EQ(read(page),
            "| Name | Task |\n"
            "| Adams | reads what comes in |\n"
            "| Baker | answers |\n"
            "| Clark | files all of it |");
}

// The rows of a label stand evenly around it.
TEST(WhiteGrid, LabelsInTheMiddleOfTheirRowsAreMerged) {
  Page page = blank_page();
  put_runs(page, {{{60, "Kind"}, {140, "Item"}, {260, "Count"}},
                  {{140, "Letters"}, {260, "12"}},
                  {{140, "Visits"}, {260, "5"}},
                  {{140, "Calls"}, {260, "31"}},
                  {{140, "Appeals"}, {260, "8"}},
                  {{140, "Suits"}, {260, "44"}}});
  put_text(page, 60, 100 + 2 * 14, "Received");
  put_text(page, 60, 100 + 4.5 * 14, "Disputed");
  EXPECT_EQ(read(page),
            "| Kind | Item | Count |\n"
            "| Received (3 down) | Letters | 12 |\n"
            "| Visits | 5 |\n"
            "| Calls | 31 |\n"
            "| Disputed (2 down) | Appeals | 8 |\n"
            "| Suits | 44 |");
}

// A label of letters one below the other, closer than lines of text, beside four rows.
TEST(WhiteGrid, StackedLettersAreOneLabel) {
  Page page = blank_page();
  put_runs(page,
           {{{150, "数量"}, {250, "金额"}},
            {{80, "信函"}, {155, "12"}, {255, "5"}},
            {{80, "传真"}, {155, "8"}, {255, "44"}},
            {{80, "当面"}, {155, "31"}, {255, "6"}},
            {{80, "网络"}, {155, "3"}, {255, "4"}}},
           100, 16);
  put_stacked(page, 50, 120, "申请方式", 10, 1.4);
  EXPECT_EQ(read(page),
            "| - | - | 数量 | 金额 |\n"
            "| 申请方式 (4 down) | 信函 | 12 | 5 |\n"
            "| 传真 | 8 | 44 |\n"
            "| 当面 | 31 | 6 |\n"
            "| 网络 | 3 | 4 |");
}

TEST(WhiteGrid, EveryGlyphIsInACell) {
  Page page = blank_page();
  put_runs(page, {{{150, "2016"}, {250, "2017"}},
                  {{50, "Crude oil and gas"}, {150, "12"}, {250, "5"}},
                  {{180, "in all regions"}},
                  {{50, "Coal"}, {150, "8"}, {250, "44"}},
                  {{50, "Wood"}, {150, "3"}, {250, "4"}}});
  const Layout layout = analyze(document_of({page}));
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(layout.census.in_cells, layout.census.painted);
  std::vector<int> covered(static_cast<std::size_t>(layout.tables[0].rows * layout.tables[0].columns), 0);
  for (const Cell& cell : layout.tables[0].cells) {
    for (int r = cell.row; r < cell.row + cell.row_span; ++r) {
      for (int c = cell.column; c < cell.column + cell.column_span; ++c) {
        ++covered[static_cast<std::size_t>(r * layout.tables[0].columns + c)];
      }
    }
  }
  for (int count : covered) EXPECT_EQ(count, 1);
}

}  // namespace
}  // namespace fubiao
