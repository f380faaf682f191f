// Columns from text that stands one below the other.
#include "layout/columns.h"

#include <gtest/gtest.h>

#include <numeric>

#include "tests/make_lines.h"

namespace fubiao {
namespace {

/// For each line, the columns of each segment ("0", "1-2").
std::vector<std::string> places(const Rows& rows) {
  const std::vector<SegmentLine> lines = lines_of(rows);
  std::vector<std::string> out;
  for (const std::vector<ColumnRange>& line : columns_of(lines).place) {
    std::string text;
    for (const ColumnRange& range : line) {
      text += (text.empty() ? "" : " ") + std::to_string(range.first);
      if (range.last != range.first) text += "-" + std::to_string(range.last);
    }
    out.push_back(text);
  }
  return out;
}

using Places = std::vector<std::string>;

TEST(Columns, ABlankCellLeavesTheOthersInTheirColumns) {
  EXPECT_EQ(places({{{50, "Coal"}, {150, "12"}, {200, "5"}, {250, "31"}},
                    {{50, "Gas"}, {200, "8"}, {250, "44"}},
                    {{50, "Oil"}, {150, "90"}, {250, "6"}}}),
            (Places{"0 1 2 3", "0 2 3", "0 1 3"}));
}

TEST(Columns, AHeadOverAGroupSpansItsColumns) {
  EXPECT_EQ(places({{{150, "Persons in all"}},
                    {{50, "Area"}, {150, "Men"}, {200, "Women"}},
                    {{50, "North"}, {150, "412"}, {200, "398"}},
                    {{50, "South"}, {150, "77"}, {200, "80"}}})[0],
            "1-2");
}

// The label is wider than the words below it, and reaches over no gap that another line keeps free.
TEST(Columns, ALongLabelOverShortOnesIsOneColumn) {
  EXPECT_EQ(places({{{50, "Renewable sources of energy"}, {250, "3"}},
                    {{50, "Coal"}, {250, "12"}},
                    {{60, "Lignite"}, {250, "7"}}}),
            (Places{"0 1", "0 1", "0 1"}));
}

// Figures that are aligned right under each other differ in width; the short ones do not make a column.
TEST(Columns, FiguresOfDifferentWidthAreOneColumn) {
  EXPECT_EQ(places({{{50, "Coal"}, {180, "1,234,567"}}, {{50, "Gas"}, {220, "8"}}, {{50, "Oil"}, {210, "312"}}}),
            (Places{"0 1", "0 1", "0 1"}));
}

// One line with both is enough, where neither column has text line after line.
TEST(Columns, FiguresSideBySideAreNotMergedByALongTextOverThem) {
  EXPECT_EQ(places({{{150, "Estimates of the office"}, {300, "Final"}},
                    {{50, "Coal"}, {150, "12"}, {200, "5"}, {300, "3"}},
                    {{50, "Gas"}, {150, "8"}, {300, "3"}},
                    {{50, "Oil"}, {200, "7"}, {300, "3"}},
                    {{50, "Sun"}, {300, "3"}},
                    {{50, "Wood"}, {300, "3"}}}),
            (Places{"1-2 3", "0 1 2 3", "0 1 3", "0 2 3", "0 3", "0 3"}));
}

TEST(Columns, AHeadBesideItsFiguresIsNoColumn) {
  EXPECT_EQ(places({{{50, "Area"}, {150, "Men"}, {300, "Women"}},
                    {{50, "North"}, {190, "412"}, {300, "398"}},
                    {{50, "South"}, {195, "77"}, {305, "80"}}}),
            (Places{"0 1 2", "0 1 2", "0 1 2"}));
}

// The head of a blank column stays one, though its neighbour's head stands between its two lines.
TEST(Columns, AHeadOverABlankColumnIsOneWhereHeadsStandInTheMiddle) {
  Page page = blank_page();
  put_runs(page, {{{50, "结果维"}, {92, "尚未审"}}}, 100);
  put_runs(page, {{{140, "总计"}}}, 106);
  put_runs(page, {{{60, "持"}, {102, "结"}}}, 112);
  put_runs(page, {{{60, "1"}, {145, "3"}}, {{60, "2"}, {145, "4"}}}, 130);
  std::vector<int> glyphs(page.glyphs.size());
  std::iota(glyphs.begin(), glyphs.end(), 0);
  EXPECT_EQ(columns_of(segment_lines(document_of({page}), page, glyphs, {})).columns.size(), 3u);
}

// Aligned at the decimal point, what has none stands beside the others.
TEST(Columns, SignsBesideFiguresOfTheirColumnAreNoColumn) {
  EXPECT_EQ(places({{{50, "Area"}, {150, "2016"}, {250, "2017"}},
                    {{50, "North"}, {150, "12.5"}, {250, "3.5"}},
                    {{50, "South"}, {175, "-"}, {250, "4.1"}},
                    {{50, "West"}, {150, "11.9"}, {250, "2.7"}}}),
            (Places{"0 1 2", "0 1 2", "0 1 2", "0 1 2"}));
}

TEST(Columns, FiguresAndWordsAreCountedApart) {
  const auto layout = columns_of(lines_of({{{50, "Area"}, {150, "Total"}, {250, "Remark"}},
                                           {{50, "North"}, {150, "412"}, {250, "revised"}},
                                           {{50, "South"}, {150, "77"}, {250, "estimated"}}}));
  ASSERT_EQ(layout.columns.size(), 3u);
  EXPECT_FALSE(layout.columns[0].of_figures());
  EXPECT_TRUE(layout.columns[1].of_figures());
  EXPECT_FALSE(layout.columns[2].of_figures());
  EXPECT_EQ(layout.columns[1].items, 3);
}

TEST(Columns, EverySegmentHasARangeAndColumnsAreApart) {
  const std::vector<SegmentLine> lines = lines_of({{{40, "Title of a section that is long"}},
                                                   {{50, "Coal"}, {150, "12"}, {200, "5"}, {250, "31"}},
                                                   {{120, "thousands of tons in all"}},
                                                   {{50, "Oil"}, {150, "90"}, {230, "6 to 9 weeks"}}});
  const ColumnLayout layout = columns_of(lines);
  ASSERT_EQ(layout.place.size(), lines.size());
  for (std::size_t l = 0; l < lines.size(); ++l) {
    ASSERT_EQ(layout.place[l].size(), lines[l].segments.size());
    int after = -1;
    for (const ColumnRange& range : layout.place[l]) {
      EXPECT_LE(range.first, range.last);
      EXPECT_GT(range.first, after);
      after = range.last;
    }
    EXPECT_LT(after, static_cast<int>(layout.columns.size()));
  }
  for (std::size_t c = 1; c < layout.columns.size(); ++c) EXPECT_LE(layout.columns[c - 1].x1, layout.columns[c].x0);
}

// "总 计" with its letters on both sides of the figures.
TEST(Columns, LettersThatAreSpacedOutAreOneHead) {
  Page page = blank_page();
  put_runs(page, {{{50, "地区"}, {140, "总"}, {190, "计"}, {250, "男性"}},
                  {{50, "北部"}, {162, "412"}, {252, "398"}},
                  {{50, "南部"}, {167, "77"}, {257, "80"}}});
  std::vector<int> glyphs(page.glyphs.size());
  std::iota(glyphs.begin(), glyphs.end(), 0);
  const std::vector<SegmentLine> lines = segment_lines(document_of({page}), page, glyphs, {});
  const ColumnLayout layout = columns_of(lines);
  EXPECT_EQ(layout.columns.size(), 3u);
  EXPECT_EQ(layout.place.front(), (std::vector<ColumnRange>{{0, 0}, {1, 1}, {1, 1}, {2, 2}}));
}

// Heads of neighbouring columns that stand closer (.6 em) than a gap that cuts a line by itself.
TEST(Columns, HeadsThatTouchAreCutBetweenTheColumns) {
  Page page = blank_page();
  put_runs(page, {{{50, "Area"}, {140, "Accepted"}, {186, "Rejected"}},
                  {{50, "North"}, {150, "412"}, {200, "398"}},
                  {{50, "South"}, {150, "770"}, {200, "800"}},
                  {{50, "West"}, {150, "315"}, {200, "206"}}});
  const Document document = document_of({page});
  std::vector<int> glyphs;
  for (std::size_t i = 0; i < page.glyphs.size(); ++i) glyphs.push_back(static_cast<int>(i));
  std::vector<SegmentLine> lines = segment_lines(document, page, glyphs, {});
  ASSERT_EQ(lines[0].segments.size(), 2u);
  split_at_columns(document, page, lines, columns_of(lines));
  ASSERT_EQ(lines[0].segments.size(), 3u);
  EXPECT_EQ(lines[0].segments[1].text, "Accepted");
  EXPECT_EQ(lines[0].segments[2].text, "Rejected");
}

}  // namespace
}  // namespace fubiao
