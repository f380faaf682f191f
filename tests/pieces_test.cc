#include "layout/pieces.h"

#include <gtest/gtest.h>

#include "layout/ink.h"
#include "layout/lines.h"
#include "tests/make_page.h"

namespace fubiao {
namespace {

/// Texts of the cells of the only piece, and what stands outside, as the last entry.
std::vector<std::string> texts(const Page& page, std::vector<Piece>& pieces) {
  Census census;
  const std::vector<int> glyphs = visible_glyphs(page, census);
  pieces = find_pieces(page, 0);
  const std::vector<int> outside = place_glyphs(page, glyphs, pieces);
  auto text = [&](const std::vector<int>& of) {
    std::string all;
    for (const std::string& line : read_cell(page, of).lines) all += line;
    return all;
  };
  std::vector<std::string> result;
  for (const Piece& piece : pieces) {
    for (const std::vector<int>& cell : piece.glyphs) result.push_back(text(cell));
  }
  result.push_back(text(outside));
  return result;
}

TEST(Pieces, ANumberThatRunsOverAnEdgeStaysWhole) {
  Page page = blank_page();
  put_lattice(page, {50, 70, 90}, {100, 120});
  put_text(page, 51, 115, "12345");  // 25 wide: the last digit stands in the next cell
  std::vector<Piece> pieces;
  EXPECT_EQ(texts(page, pieces), (std::vector<std::string>{"12345", "", ""}));
  EXPECT_TRUE(pieces[0].overrun[0]);
  EXPECT_TRUE(pieces[0].overrun[1]) << "both cells are in doubt";
}

TEST(Pieces, NumbersOfNeighbouringCellsStayApart) {
  Page page = blank_page();
  put_lattice(page, {50, 70, 90}, {100, 120});
  put_text(page, 59, 115, "21");  // ends 1 pt before the edge
  put_text(page, 71, 115, "30");  // begins 1 pt behind it: .2 em of gap
  std::vector<Piece> pieces;
  EXPECT_EQ(texts(page, pieces), (std::vector<std::string>{"21", "30", ""}));
  EXPECT_FALSE(pieces[0].overrun[0]);
}

TEST(Pieces, AWordThatSticksOutOfTheTableStaysInItsCell) {
  Page page = blank_page();
  put_lattice(page, {50, 70, 100}, {100, 120});
  put_text(page, 75, 115, "行政强制");  // 40 wide: the last letters stand outside
  std::vector<Piece> pieces;
  EXPECT_EQ(texts(page, pieces), (std::vector<std::string>{"", "行政强制", ""}));
  EXPECT_FALSE(pieces[0].overrun[1]) << "no other cell is in doubt";
}

TEST(Pieces, AStackThatRunsOutBelowStaysInItsCell) {
  Page page = blank_page();
  put_lattice(page, {50, 70, 100}, {100, 140});
  put_stacked(page, 55, 115, "三、本年度办理结果");
  std::vector<Piece> pieces;
  EXPECT_EQ(texts(page, pieces), (std::vector<std::string>{"三、本年度办理结果", "", ""}));
}

TEST(Pieces, ProseBelowATableIsNotDrawnIntoIt) {
  Page page = blank_page();
  put_lattice(page, {50, 150, 250}, {100, 120});
  put_text(page, 55, 115, "合计");
  put_text(page, 55, 135, "以上数据截至年底。");
  std::vector<Piece> pieces;
  EXPECT_EQ(texts(page, pieces), (std::vector<std::string>{"合计", "", "以上数据截至年底。"}));
}

TEST(Pieces, TheInnerOfTwoNestedFramesHoldsTheText) {
  Page page = blank_page();
  put_lattice(page, {20, 575}, {20, 820});
  put_lattice(page, {50, 150, 250}, {100, 120});
  put_text(page, 55, 115, "甲");
  put_text(page, 55, 300, "乙");
  std::vector<Piece> pieces;
  EXPECT_EQ(texts(page, pieces), (std::vector<std::string>{"乙", "甲", "", ""}));
}

/// Two tables of two rows without outer sides, and a line of text in a gap one row high.
Page open_tables_with_text_between(double size) {
  Page page = blank_page();
  for (double y : {100.0, 125.0, 150.0, 175.0, 200.0, 225.0}) put_stroke(page, 50, y, 300, y);
  put_stroke(page, 150, 100, 150, 150);
  put_stroke(page, 150, 175, 150, 225);
  for (double y : {118.0, 143.0, 193.0, 218.0}) put_text(page, 60, y, "项目"), put_text(page, 160, y, "5");
  put_text(page, 100, 168, "二、行政处罚", size);
  return page;
}

TEST(Pieces, ARowWithoutUprightRulesIsSetLikeTheOthers) {
  EXPECT_EQ(find_pieces(open_tables_with_text_between(10), 0).size(), 1u);
}

TEST(Pieces, AHeadingBetweenTwoOpenTablesIsSetLarger) {
  EXPECT_EQ(find_pieces(open_tables_with_text_between(16), 0).size(), 2u);
}

TEST(Pieces, AGridOfTooManyLinesIsLeftOutAndCounted) {
  Page page = blank_page();
  page.width = page.height = 14400;
  for (int i = 0; i < 2100; ++i) {
    put_fill(page, 10, 10 + 6 * i, 14000, 10.5 + 6 * i, 0);
    put_fill(page, 10 + 6 * i, 10, 10.5 + 6 * i, 14000, 0);
  }
  int too_large = 0;
  EXPECT_TRUE(find_pieces(page, 0, &too_large).empty());
  EXPECT_EQ(too_large, 1);
}

}  // namespace
}  // namespace fubiao
