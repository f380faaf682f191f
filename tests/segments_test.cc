// Lines cut at wide gaps, and what counts as a figure.
#include "layout/segments.h"

#include <gtest/gtest.h>

#include <numeric>

#include "tests/make_lines.h"

namespace fubiao {
namespace {

/// The texts of each line, between bars.
std::vector<std::string> cut(const Page& page, const std::vector<Rule>& vertical = {}) {
  std::vector<int> glyphs(page.glyphs.size());
  std::iota(glyphs.begin(), glyphs.end(), 0);
  std::vector<std::string> out;
  for (const SegmentLine& line : segment_lines(document_of({page}), page, glyphs, vertical)) {
    std::string text;
    for (const TextSegment& segment : line.segments) text += (text.empty() ? "" : "|") + segment.text;
    out.push_back(text);
  }
  return out;
}

using Texts = std::vector<std::string>;

TEST(Segments, AWideGapCutsAndAWordSpaceDoesNot) {
  Page page = blank_page();
  put_text(page, 50, 100, "Crude oil");
  put_text(page, 50 + 45 + 8, 100, "96");  // .8 em behind the words
  EXPECT_EQ(cut(page), Texts{"Crude oil|96"});
}

// Tables are set with blanks too: what is painted white is no ink.
TEST(Segments, BlanksDoNotFillAGap) {
  Page page = blank_page();
  put_text(page, 50, 100, "Coal    12   7");
  EXPECT_EQ(cut(page), Texts{"Coal|12|7"});
}

// Han letters touch, so .7 em between two runs of them is the margin of two narrow cells.
TEST(Segments, HanTextsOfNarrowCellsAreCutAtALesserGap) {
  Page page = blank_page();
  put_runs(page, {{{50, "结果纠"}, {87, "其他结"}, {124, "尚未审"}}});
  EXPECT_EQ(cut(page), Texts{"结果纠|其他结|尚未审"});
}

// Letters that are spaced out, words, and what a blank parts stay in one text.
TEST(Segments, HanTextWithGapsOfItsOwnIsNotCutAtALesserGap) {
  Page page = blank_page();
  put_runs(page, {{{50, "其"}, {67, "他"}, {84, "结"}, {101, "果"}},
                  {{50, "coal"}, {77, "crude"}},
                  {{50, "张三 "}, {77, "李四"}},
                  {{50, "其他"}, {75.4, "结果"}}});
  EXPECT_EQ(cut(page), (Texts{"其他结果", "coal crude", "张三李四", "其他结果"}));
}

TEST(Segments, AnUprightRuleCutsWithoutAGap) {
  Page page = blank_page();
  put_text(page, 50, 100, "1234");
  Rule rule;
  rule.at = 60, rule.from = 80, rule.to = 120;
  EXPECT_EQ(cut(page), Texts{"1234"});
  EXPECT_EQ(cut(page, {rule}), Texts{"12|34"});
  rule.from = 110, rule.to = 140;  // below the line
  EXPECT_EQ(cut(page, {rule}), Texts{"1234"});
}

// A currency sign at the edge of its column is no column; dots lead from a label to its figures.
TEST(Segments, SignsGoWithTheirFiguresAndLeadersWithTheirLabels) {
  Page page = blank_page();
  put_runs(page, {{{50, "Coal"}, {150, "$"}, {180, "96"}, {250, "$"}, {280, "(7)"}},
                  {{50, "Gas"}, {80, ". . . ."}, {180, "84"}}});
  EXPECT_EQ(cut(page), (Texts{"Coal|$ 96|$ (7)", "Gas . . . .|84"}));
}

// The dots may touch both.
TEST(Segments, DotsThatLeadToAFigureAreCutBehind) {
  Page page = blank_page();
  put_runs(page, {{{50, "Coal......96"}}, {{50, "U.S. coal, etc. 7"}}});
  EXPECT_EQ(cut(page), (Texts{"Coal......|96", "U.S. coal, etc. 7"}));
}

// A mark stands on a baseline of its own, and may come before or after its text in order of height.
TEST(Segments, RaisedAndLoweredMarksAreNoLines) {
  Page page = blank_page();
  put_text(page, 50, 100, "Coal"), put_text(page, 70.5, 96, "1", 6);
  put_text(page, 150, 100, "96"), put_text(page, 160.5, 96, "2", 6);
  put_text(page, 50, 114, "CO"), put_text(page, 60.5, 116, "2", 6);
  EXPECT_EQ(cut(page), (Texts{"Coal¹|96²", "CO2"}));
}

TEST(Segments, LinesOfTwoColumnsThatStandBetweenEachOtherAreNotMixed) {
  Page page = blank_page();
  put_runs(page, {{{50, "left one"}}, {{50, "left two"}}}, 100);
  put_runs(page, {{{300, "right one"}}, {{300, "right two"}}}, 107);
  EXPECT_EQ(cut(page), (Texts{"left one", "right one", "left two", "right two"}));
}

TEST(Segments, NumbersWithTheirMarksAreFigures) {
  for (const char* text : {"0", "1,234", "-12.5", "(24.7%)", "$5", "12.5*", "1 234", "–", "...", "(X)", "n.a.", "N/A",
                           "2,017r", "3/4", "100.0"}) {
    EXPECT_TRUE(is_figure(text)) << text;
  }
}

TEST(Segments, WordsBulletsAndNothingAreNoFigures) {
  for (const char* text : {"", "Total", "•", "§", "▪", "Table 1", "Q1 results", "H2O is", "一", "二〇一七年"}) {
    EXPECT_FALSE(is_figure(text)) << text;
  }
}

TEST(Segments, YearsAndColumnNumbersNameColumns) {
  const auto lines = lines_of({{{50, "Area"}, {150, "2016"}, {250, "2017"}},
                               {{150, "1"}, {250, "2"}, {350, "3"}},
                               {{50, "Coal"}, {150, "96"}, {250, "7"}}});
  EXPECT_TRUE(has_head_figures(lines[0]));
  EXPECT_TRUE(has_head_figures(lines[1]));
  EXPECT_FALSE(has_head_figures(lines[2]));
}

// A cell whose lines have gaps one below the other lacks rules.
TEST(Segments, ACellWithColumnsInItHoldsATable) {
  EXPECT_TRUE(
      holds_a_table(lines_of({{{50, "Coal"}, {150, "96"}}, {{50, "Gas"}, {150, "7"}}, {{50, "Oil"}, {150, "8"}}})));
  EXPECT_TRUE(holds_a_table(lines_of({{{50, "96"}}, {{50, "7"}}, {{50, "8"}}})));
  EXPECT_FALSE(holds_a_table(lines_of({{{50, "Requests that were"}}, {{50, "carried over"}}, {{50, "from 2019"}}})));
}

TEST(Segments, GapsAreSharedWhereTheyOverlapByHalfAnEm) {
  const auto lines = lines_of({{{50, "Coal"}, {100, "96"}},         // gap 70 to 100
                               {{50, "Anthrax"}, {130, "7"}},       // gap 85 to 130
                               {{50, "Bituminous"}, {150, "7"}}});  // gap 100 to 150
  EXPECT_TRUE(shares_a_gap(lines[0], lines[1]));
  EXPECT_FALSE(shares_a_gap(lines[0], lines[2]));
}

}  // namespace
}  // namespace fubiao
