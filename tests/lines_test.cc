#include "layout/lines.h"

#include <gtest/gtest.h>

#include <numeric>

#include "tests/make_page.h"

namespace fubiao {
namespace {

std::vector<int> all_glyphs(const Page& page) {
  std::vector<int> glyphs(page.glyphs.size());
  std::iota(glyphs.begin(), glyphs.end(), 0);
  return glyphs;
}

using Lines = std::vector<std::string>;

TEST(Lines, ReadingOrderDoesNotDependOnPaintOrder) {
  Page page = blank_page();
  put_text(page, 130, 115, "机构");  // second line painted first
  put_text(page, 100, 115, "信息");
  put_text(page, 100, 100, "政府");
  const CellText text = read_cell(page, all_glyphs(page));
  EXPECT_EQ(text.flow, Flow::horizontal);
  EXPECT_EQ(text.lines, (Lines{"政府", "信息 机构"}));
}

TEST(Lines, StackedLettersAreOneLabel) {
  Page page = blank_page();
  put_stacked(page, 100, 100, "三、本年度办理结果");
  const CellText text = read_cell(page, all_glyphs(page));
  EXPECT_EQ(text.flow, Flow::stacked);
  std::string joined;
  for (const std::string& line : text.lines) joined += line;
  EXPECT_EQ(joined, "三、本年度办理结果");
}

TEST(Lines, TwoColumnsOfVerticalTextReadFromTheRight) {
  Page page = blank_page();
  put_stacked(page, 115, 100, "（一）予以");
  put_stacked(page, 100, 100, "公开");
  const CellText text = read_cell(page, all_glyphs(page));
  EXPECT_EQ(text.flow, Flow::vertical);
  EXPECT_EQ(text.lines, (Lines{"（一）予以", "公开"}));
}

TEST(Lines, WordsInANarrowCellAreHorizontalText) {
  Page page = blank_page();
  put_text(page, 100, 100, "社会");
  put_text(page, 100, 112, "公益");
  put_text(page, 100, 124, "组织");
  const CellText text = read_cell(page, all_glyphs(page));
  EXPECT_EQ(text.lines, (Lines{"社会", "公益", "组织"}));
}

TEST(Lines, TurnedLettersReadAlongTheirBaseline) {
  for (const Turn turn : {Turn::quarter, Turn::three_quarters}) {
    Page page = blank_page();
    put_stacked(page, 100, 100, turn == Turn::quarter ? "总计" : "计总", 10, 1.0);
    for (Glyph& glyph : page.glyphs) glyph.turn = turn;
    EXPECT_EQ(read_cell(page, all_glyphs(page)).lines, (Lines{"总计"}));
  }
}

TEST(Lines, StackedDigitsAreNotPutTogetherToANumber) {
  Page page = blank_page();
  put_stacked(page, 100, 100, "12");
  EXPECT_EQ(read_cell(page, all_glyphs(page)).lines, (Lines{"1", "2"})) << "one number or two: not for layout to say";
}

TEST(Lines, ARaisedSmallDigitIsAFootnoteMark) {
  Page page = blank_page();
  put_text(page, 100, 100, "120", 10);
  put_text(page, 115, 96.5, "1", 6.5);
  EXPECT_EQ(read_cell(page, all_glyphs(page)).lines, (Lines{"120¹"}));
}

TEST(Lines, TouchingDigitsHaveNoSpaceAndWordsDo) {
  Page page = blank_page();
  put_text(page, 100, 100, "55009");
  put_text(page, 135, 100, "12");  // a full em further
  EXPECT_EQ(read_cell(page, all_glyphs(page)).lines, (Lines{"55009 12"}));
}

TEST(Lines, ANumberBrokenByTheWidthOfItsCellIsTold) {
  Page page = blank_page();
  put_text(page, 103, 100, "42");
  put_text(page, 103, 112, "93");
  EXPECT_TRUE(read_cell(page, all_glyphs(page), Box{0, 0, 20, 100}).wrapped)
      << "10 pt of digits and 5 more in 9.2 pt of room";
  EXPECT_FALSE(read_cell(page, all_glyphs(page), Box{0, 0, 60, 100}).wrapped)
      << "room enough: two numbers below each other";
  EXPECT_FALSE(read_cell(page, all_glyphs(page)).wrapped) << "box not known";
}

}  // namespace
}  // namespace fubiao
