// Lists that are set like tables, and tables that are set like lists.
#include "layout/listings.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/make_lines.h"

namespace fubiao {
namespace {

bool is_listing(const Rows& rows) {
  const std::vector<SegmentLine> lines = lines_of(rows);
  return fubiao::is_listing(lines, columns_of(lines));
}

TEST(Listings, ContentsWithLeaders) {
  EXPECT_TRUE(is_listing({{{50, "Summary . . . . . . . ."}, {300, "3"}},
                          {{50, "Method . . . . . . . . ."}, {300, "12"}},
                          {{50, "Results . . . . . . . . "}, {300, "40"}}}));
}

TEST(Listings, ContentsWithNumbersOfHeadings) {
  EXPECT_TRUE(is_listing({{{50, "1"}, {80, "Summary"}, {300, "3"}},
                          {{50, "1.1"}, {80, "Method"}, {300, "3"}},
                          {{50, "2"}, {80, "Results"}, {300, "14"}}}));
}

TEST(Listings, ContentsWithoutLeadersThatHaveNoHead) {
  EXPECT_TRUE(is_listing({{{50, "Print"}, {300, "12"}},
                          {{50, "Quit"}, {300, "13"}},
                          {{50, "Save"}, {300, "13"}},
                          {{50, "Show"}, {300, "15"}},
                          {{50, "Test"}, {300, "21"}}}));
}

// A head over the figures, or a figure that is smaller than the one above, makes a table of the same rows.
TEST(Listings, AFewSortedFiguresUnderAHeadAreATable) {
  EXPECT_FALSE(is_listing({{{50, "Command"}, {300, "Uses"}},
                           {{50, "Print"}, {300, "12"}},
                           {{50, "Quit"}, {300, "13"}},
                           {{50, "Save"}, {300, "13"}},
                           {{50, "Show"}, {300, "15"}},
                           {{50, "Test"}, {300, "21"}}}));
  EXPECT_FALSE(is_listing({{{50, "Print"}, {300, "12"}},
                           {{50, "Quit"}, {300, "13"}},
                           {{50, "Save"}, {300, "9"}},
                           {{50, "Show"}, {300, "15"}},
                           {{50, "Test"}, {300, "21"}}}));
}

// Stubs of statistical tables have leaders too: then more figures stand behind them.
TEST(Listings, ATableWithLeadersInItsStubIsATable) {
  EXPECT_FALSE(is_listing({{{50, "Coal . . . . . . . ."}, {300, "3"}, {360, "8"}},
                           {{50, "Crude oil . . . . . "}, {300, "12"}, {360, "9"}},
                           {{50, "Gas . . . . . . . . "}, {300, "40"}, {360, "11"}}}));
}

TEST(Listings, EntriesOfAnIndex) {
  EXPECT_TRUE(is_listing({{{50, "Births, 8"}, {200, "Exports, 35"}, {350, "Mining, 39"}},
                          {{50, "Coal, 40"}, {200, "Forests, 29"}, {350, "Prices, 21"}},
                          {{50, "Crops, 28"}, {200, "Health, 66"}, {350, "Rents, 63"}}}));
}

TEST(Listings, NumberedLines) {
  EXPECT_TRUE(is_listing({{{50, "98"}, {80, "\\else"}}, {{50, "99"}, {80, "1%"}}, {{50, "100"}, {80, "\\fi"}}}));
}

TEST(Listings, NumberedRowsUnderAHeadAreATable) {
  EXPECT_FALSE(is_listing({{{50, "No."}, {80, "Name"}, {200, "Office"}},
                           {{50, "1"}, {80, "Adams"}, {200, "Finance"}},
                           {{50, "2"}, {80, "Baker"}, {200, "Health"}},
                           {{50, "3"}, {80, "Clark"}, {200, "Transport"}}}));
}

TEST(Listings, ItemsBehindMarksAndNumbersOfHeadings) {
  EXPECT_TRUE(is_listing({{{50, "•"}, {70, "higher correlation levels"}}, {{50, "•"}, {70, "lower levels"}}}));
  EXPECT_TRUE(is_listing({{{50, "3.2"}, {80, "Measuring losses"}}, {{50, "3.2.1"}, {80, "Reported losses"}}}));
}

TEST(Listings, ItemsSideBySide) {
  EXPECT_TRUE(is_listing({{{50, "•"}, {70, "higher levels"}, {250, "•"}, {270, "lower levels"}},
                          {{50, "•"}, {70, "more of them"}, {250, "•"}, {270, "fewer of them"}},
                          {{50, "•"}, {70, "earlier"}, {250, "•"}, {270, "later"}}}));
}

TEST(Listings, LettersAsMarksInSeveralColumnsAreATable) {
  EXPECT_FALSE(is_listing({{{50, "A"}, {70, "Copper"}, {250, "M"}, {270, "Lead"}},
                           {{50, "B"}, {70, "Silver"}, {250, "F"}, {270, "Tin"}},
                           {{50, "C"}, {70, "Nickel"}, {250, "M"}, {270, "Zinc"}}}));
}

TEST(Listings, KeysWithValues) {
  EXPECT_TRUE(is_listing({{{50, "Telephone:"}, {150, "(555) 05395"}},
                          {{50, "E-mail:"}, {150, "press@ors.example.org"}},
                          {{50, "Reference:"}, {150, "ORS/3125/2019"}}}));
}

TEST(Listings, FiguresBehindWordsAreATable) {
  EXPECT_FALSE(is_listing({{{50, "Austria"}, {200, "86.2"}, {300, "13.8"}},
                           {{50, "Belgium"}, {200, "0"}, {300, "0"}},
                           {{50, "Cyprus"}, {200, "81.0"}, {300, "3.8"}}}));
}

}  // namespace
}  // namespace fubiao
