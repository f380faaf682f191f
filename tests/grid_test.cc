#include "layout/grid.h"

#include <gtest/gtest.h>

#include "layout/pieces.h"
#include "tests/make_page.h"

namespace fubiao {
namespace {

bool always(const Box&, const Region&, const Region&) {
  return true;
}

std::string art_of(const Page& page) {
  std::string art;
  for (const Region& region : regions_of(rules_of(page), always)) art += to_text_art(grid_of(region)) + "\n";
  return art;
}

TEST(Grid, MissingEdgesShowAMergedCell) {
  Page page = blank_page();
  put_lattice(page, {50, 300}, {100, 130, 160});
  put_stroke(page, 150, 130, 150, 160);  // only the lower row is parted
  EXPECT_EQ(art_of(page),
            "+---+---+\n"
            "|       |\n"
            "+---+---+\n"
            "|   |   |\n"
            "+---+---+\n\n");
}

TEST(Grid, OuterSidesThatAreNotDrawnAreAssumed) {
  Page page = blank_page();
  for (double y : {100.0, 130.0, 160.0}) put_stroke(page, 50, y, 300, y);
  put_stroke(page, 150, 100, 150, 160);
  EXPECT_EQ(art_of(page),
            "+---+---+\n"
            "!   |   !\n"
            "+---+---+\n"
            "!   |   !\n"
            "+---+---+\n\n");
}

TEST(Grid, ATableWithoutAnyBorderEndsWhereItsRulesEnd) {
  Page page = blank_page();
  put_stroke(page, 50, 130, 350, 130), put_stroke(page, 150, 100, 150, 160);
  EXPECT_EQ(art_of(page),
            "+~~~+~~~+\n"
            "!   |   !\n"
            "+---+---+\n"
            "!   |   !\n"
            "+~~~+~~~+\n\n");
}

TEST(Grid, OneRuleThatSticksOutOfACornerIsNoColumn) {
  Page page = blank_page();
  put_lattice(page, {50, 150, 250}, {100, 130, 160});
  put_stroke(page, 250, 130, 300, 130);
  EXPECT_EQ(art_of(page),
            "+---+---+\n"
            "|   |   |\n"
            "+---+---+\n"
            "|   |   |\n"
            "+---+---+\n\n");
}

TEST(Grid, TheSideOfACellThatIsOpenAboveAndBelowIsTheTablesSide) {
  Page page = blank_page();
  put_lattice(page, {150, 250}, {100, 130, 160});
  put_stroke(page, 50, 100, 50, 160);  // a merged cell between two page breaks: no rule touches its outer side
  put_stroke(page, 30, 90, 30, 200);   // a mark in the margin that ends elsewhere
  EXPECT_EQ(art_of(page),
            "+~~~+---+\n"
            "|   |   |\n"
            "+   +---+\n"
            "|   |   |\n"
            "+~~~+---+\n\n");
}

TEST(Grid, TwoFullWidthRowsWithoutSidesAreToldByTheRowBelow) {
  Page page = blank_page();
  for (double y : {100.0, 125.0, 150.0, 175.0}) put_stroke(page, 50, y, 300, y);
  put_stroke(page, 150, 150, 150, 175);
  const std::vector<Region> regions = regions_of(rules_of(page), always);
  ASSERT_EQ(regions.size(), 1u);
  EXPECT_EQ(grid_of(regions[0]).rows(), 3);
}

TEST(Grid, AnUnderlineInACellPartsNothing) {
  Page page = blank_page();
  put_lattice(page, {50, 150, 300}, {100, 160});
  put_stroke(page, 50, 130, 140, 130);   // from the border on, over most of the cell, to the middle of nowhere
  put_stroke(page, 160, 130, 290, 130);  // touches no border at all
  EXPECT_EQ(art_of(page),
            "+---+---+\n"
            "|   |   |\n"
            "+   +   +\n"
            "|   |   |\n"
            "+---+---+\n\n");
}

TEST(Grid, DoubleLinesAreOneBorder) {
  Page page = blank_page();
  put_lattice(page, {50, 52, 150, 300, 302}, {100, 102, 130, 160, 162});
  const std::vector<Region> regions = regions_of(rules_of(page), always);
  ASSERT_EQ(regions.size(), 1u);
  const Grid grid = grid_of(regions[0]);
  EXPECT_EQ(grid.columns(), 2);
  EXPECT_EQ(grid.rows(), 2);
}

TEST(Grid, AFullWidthRowWithoutSidesBelongsToTheTable) {
  Page page = blank_page();
  for (double y : {100.0, 125.0, 150.0, 175.0, 200.0}) put_stroke(page, 50, y, 300, y);
  put_stroke(page, 150, 100, 150, 125);
  put_stroke(page, 150, 150, 150, 200);  // the second row is one merged cell without any upright rule
  const std::vector<Region> regions = regions_of(rules_of(page), always);
  ASSERT_EQ(regions.size(), 1u);
  EXPECT_EQ(grid_of(regions[0]).rows(), 4);
}

TEST(Grid, ACaptionBetweenTwoOpenTablesKeepsThemApart) {
  Page page = blank_page();
  for (double top : {100.0, 200.0}) {
    for (double y : {0.0, 25.0, 50.0}) put_stroke(page, 50, top + y, 300, top + y);
    put_stroke(page, 150, top, 150, top + 50);
  }
  EXPECT_EQ(regions_of(rules_of(page), always).size(), 2u);
}

TEST(Grid, AnAreaThatIsNoRectangleIsCutAndMarked) {
  Page page = blank_page();
  // 2×2 with the edge between the upper cells and the one below the right one missing: an L.
  put_lattice(page, {50, 300}, {100, 160});
  put_stroke(page, 50, 130, 150, 130);
  put_stroke(page, 150, 130, 150, 160);
  const std::vector<Region> regions = regions_of(rules_of(page), always);
  ASSERT_EQ(regions.size(), 1u);
  const std::vector<Span> spans = cells_of(grid_of(regions[0]));
  int slots_covered = 0, cut = 0;
  for (const Span& span : spans) {
    slots_covered += span.row_span * span.column_span;
    cut += !span.whole;
  }
  EXPECT_EQ(slots_covered, 4);
  EXPECT_EQ(cut, 2);
}

TEST(Grid, TwoTablesSideBySideAreTwoRegions) {
  Page page = blank_page();
  put_lattice(page, {50, 100, 150}, {100, 130, 160});
  put_lattice(page, {200, 250, 300}, {100, 130, 160});
  EXPECT_EQ(regions_of(rules_of(page), always).size(), 2u);
}

TEST(Grid, ANarrowBlankColumnIsWhiteSpace) {
  const auto columns_of = [](const std::vector<double>& xs, double letter) {
    Page page = blank_page();
    put_lattice(page, xs, {100, 130, 160});
    for (double y : {120.0, 150.0}) put_text(page, 60, y, "甲"), put_text(page, 170, y, "5");
    put_text(page, letter, 150, "1", 8);
    const std::vector<Piece> pieces = find_pieces(page, 0);
    return pieces.size() == 1 ? pieces[0].grid.columns() : -1;
  };
  EXPECT_EQ(columns_of({50, 150, 159, 250}, 60), 2);
  EXPECT_EQ(columns_of({50, 150, 159, 250}, 152), 3) << "something is printed in it";
  EXPECT_EQ(columns_of({50, 150, 165, 250}, 60), 3) << "room enough for a number to come";
  EXPECT_EQ(columns_of({50, 150, 250, 259}, 60), 2) << "at the right side";
}

}  // namespace
}  // namespace fubiao
