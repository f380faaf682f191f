// Columns that are drawn in the head alone go on as white gaps.
#include "layout/half_ruled.h"

#include <gtest/gtest.h>

#include "layout/analyze.h"
#include "tests/make_page.h"

namespace fubiao {
namespace {

/// A head of four columns, ruled in full, and below it three rows without upright rules.
Page page_with(const std::vector<std::vector<std::pair<double, std::string>>>& rows) {
  Page page = blank_page();
  put_lattice(page, {50, 150, 200, 250, 300}, {100, 120});
  for (double x : {60.0, 160.0, 210.0, 260.0}) put_text(page, x, 115, "头");
  double y = 120;
  for (const auto& row : rows) {
    for (const auto& [x, text] : row) put_text(page, x, y + 15, text);
    y += 20;
    put_stroke(page, 50, y, 300, y);
  }
  put_stroke(page, 50, 120, 50, y), put_stroke(page, 300, 120, 300, y);
  return page;
}

std::string art_of(const Page& page) {
  const auto never = [](const Box&, const Region&, const Region&) { return false; };
  const std::vector<Region> regions = regions_of(rules_of(page), never);
  if (regions.size() != 1) return "regions: " + std::to_string(regions.size());
  Grid grid = grid_of(regions[0]);
  Strips strips(page);
  part_by_gaps(page, strips, grid);
  return to_text_art(grid);
}

TEST(HalfRuled, ColumnsOfTheHeadGoOnBelow) {
  const Page page = page_with({{{60, "甲"}, {160, "1"}, {210, "20"}, {260, "300"}},
                               {{60, "乙"}, {160, "4"}, {260, "-"}},
                               {{60, "总计"}, {210, "20"}}});
  EXPECT_EQ(art_of(page),
            "+---+---+---+---+\n"
            "|   |   |   |   |\n"
            "+---+---+---+---+\n"
            "|   '   '   '   |\n"
            "+---+---+---+---+\n"
            "|   '   '   '   |\n"
            "+---+---+---+---+\n"
            "|   '   '   '   |\n"
            "+---+---+---+---+\n");
  const Layout layout = analyze_drawn(document_of({page}), {});
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(layout.tables[0].cells.back().row, 3);
  EXPECT_EQ(layout.tables[0].cells[4 + 3].text, "300");
}

TEST(HalfRuled, ATextOverTheColumnsIsAMergedCell) {
  // The text of the second row stands on column lines; that of the third takes one column.
  EXPECT_EQ(art_of(page_with({{{60, "甲"}, {160, "1"}, {210, "20"}, {260, "300"}},
                              {{120, "其中：行政许可及其他"}},
                              {{60, "乙"}},
                              {{60, "丙"}, {160, "4"}, {210, "5"}, {260, "6"}}})),
            "+---+---+---+---+\n"
            "|   |   |   |   |\n"
            "+---+---+---+---+\n"
            "|   '   '   '   |\n"
            "+---+---+---+---+\n"
            "|               |\n"
            "+---+---+---+---+\n"
            "|               |\n"
            "+---+---+---+---+\n"
            "|   '   '   '   |\n"
            "+---+---+---+---+\n");
}

TEST(HalfRuled, OneRowIsNoWitness) {
  EXPECT_EQ(art_of(page_with({{{60, "甲"}, {160, "1"}, {210, "20"}, {260, "300"}}, {{120, "其中：行政许可及其他"}}})),
            "+---+---+---+---+\n"
            "|   |   |   |   |\n"
            "+---+---+---+---+\n"
            "|               |\n"
            "+---+---+---+---+\n"
            "|               |\n"
            "+---+---+---+---+\n");
}

}  // namespace
}  // namespace fubiao
