// Tables over page breaks, through analyze_drawn: two pages are drawn, one table must come out.
#include "layout/splice.h"

#include <gtest/gtest.h>

#include <tuple>

#include "tests/make_page.h"

namespace fubiao {
namespace {

bool knows(std::string_view text) {
  static const std::vector<std::string> labels = {"（四）无法提供", "1.不掌握", "2.没有现成信息需要另行制作",
                                                  "3.不明确", "三、本年度办理结果"};
  return std::find(labels.begin(), labels.end(), text) != labels.end();
}

/// A table of three columns at the lower end of page 1 and one at the upper end of page 2.
struct TwoPages {
  Page first = blank_page(1);
  Page second = blank_page(2);
  std::vector<double> xs = {50, 150, 350, 400};

  Layout analyzed() const { return analyze_drawn(document_of({first, second}), knows); }
};

std::string cell_at(const Table& table, int row, int column) {
  for (const Cell& cell : table.cells) {
    if (row >= cell.row && row < cell.row + cell.row_span && column >= cell.column &&
        column < cell.column + cell.column_span) {
      return cell.text;
    }
  }
  return "no cell";
}

const Cell& span_at(const Table& table, int row, int column) {
  for (const Cell& cell : table.cells) {
    if (cell.row == row && cell.column == column) return cell;
  }
  static const Cell none;
  ADD_FAILURE() << "no cell begins at " << row << ", " << column;
  return none;
}

TEST(Splice, RowsOnTheNextPageFollow) {
  TwoPages pages;
  put_lattice(pages.first, pages.xs, {700, 720, 740});
  put_text(pages.first, 160, 715, "1.不掌握"), put_text(pages.first, 360, 715, "5");
  put_text(pages.first, 160, 735, "2.没有现成信息需要另行制作"), put_text(pages.first, 360, 735, "6");
  put_text(pages.first, 290, 800, "- 3 -");
  put_lattice(pages.second, pages.xs, {80, 100});
  put_text(pages.second, 160, 95, "3.不明确"), put_text(pages.second, 360, 95, "7");
  const Layout layout = pages.analyzed();
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(layout.tables[0].rows, 3);
  EXPECT_EQ(cell_at(layout.tables[0], 2, 1), "3.不明确");
  EXPECT_EQ(cell_at(layout.tables[0], 2, 2), "7");
  EXPECT_EQ(layout.tables[0].parts.size(), 2u);
  EXPECT_EQ(layout.census.furniture, 3) << "the page number between the pieces";
  EXPECT_TRUE(layout.tables[0].other_readings.empty());
}

TEST(Splice, ALabelCutByThePageBreakIsOneCellOfOneRow) {
  TwoPages pages;
  put_lattice(pages.first, pages.xs, {700, 720, 740});
  put_text(pages.first, 160, 715, "1.不掌握"), put_text(pages.first, 360, 715, "5");
  put_text(pages.first, 160, 735, "2.没有现成信息"), put_text(pages.first, 360, 735, "6");
  put_lattice(pages.second, pages.xs, {80, 100, 120});
  put_text(pages.second, 160, 95, "需要另行制作");
  put_text(pages.second, 160, 115, "3.不明确"), put_text(pages.second, 360, 115, "7");
  const Layout layout = pages.analyzed();
  ASSERT_EQ(layout.tables.size(), 1u);
  const Table& table = layout.tables[0];
  EXPECT_EQ(table.rows, 3);
  EXPECT_EQ(cell_at(table, 1, 1), "2.没有现成信息需要另行制作");
  EXPECT_EQ(cell_at(table, 1, 2), "6");
  EXPECT_EQ(cell_at(table, 2, 2), "7");
  EXPECT_TRUE(span_at(table, 1, 1).joined);
  EXPECT_TRUE(covers_exactly_once(table));
  ASSERT_FALSE(layout.findings.empty());
  EXPECT_EQ(layout.findings[0].code, "cell-joined");
}

TEST(Splice, NumbersOnBothSidesAreTwoRowsWhateverTheLabelsSay) {
  TwoPages pages;
  put_lattice(pages.first, pages.xs, {700, 720});
  put_text(pages.first, 160, 715, "2.没有现成信息"), put_text(pages.first, 360, 715, "6");
  put_lattice(pages.second, pages.xs, {80, 100});
  put_text(pages.second, 160, 95, "需要另行制作"), put_text(pages.second, 360, 95, "7");
  const Layout layout = pages.analyzed();
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(layout.tables[0].rows, 2);
  EXPECT_EQ(cell_at(layout.tables[0], 0, 2), "6");
  EXPECT_EQ(cell_at(layout.tables[0], 1, 2), "7");
}

TEST(Splice, ARowCutThroughItsDigitsIsOneRowAndInDoubt) {
  TwoPages pages;
  pages.xs = {50, 150, 350, 370, 390};  // columns too narrow for three digits
  put_lattice(pages.first, pages.xs, {700, 720});
  put_text(pages.first, 355, 715, "21"), put_text(pages.first, 375, 715, "25");
  put_lattice(pages.second, pages.xs, {80, 100, 120});
  put_text(pages.second, 160, 95, "2.没有现成信息需要另行制作");
  put_text(pages.second, 355, 95, "4"), put_text(pages.second, 375, 95, "2");
  put_text(pages.second, 160, 115, "3.不明确"), put_text(pages.second, 355, 115, "7");
  const Layout layout = pages.analyzed();
  ASSERT_EQ(layout.tables.size(), 1u);
  const Table& table = layout.tables[0];
  EXPECT_EQ(table.rows, 2);
  EXPECT_EQ(span_at(table, 0, 2).print, "21\n4");
  EXPECT_TRUE(span_at(table, 0, 2).wrapped) << "no room for the third digit";
  EXPECT_EQ(table.other_readings.size(), 1u);
}

TEST(Splice, AnUnknownTextAloneBelowKeepsBothReadings) {
  TwoPages pages;
  put_lattice(pages.first, pages.xs, {700, 720});
  put_text(pages.first, 160, 715, "某项甲"), put_text(pages.first, 360, 715, "6");
  put_lattice(pages.second, pages.xs, {80, 100, 120});
  put_text(pages.second, 160, 95, "某项乙");
  put_text(pages.second, 160, 115, "3.不明确"), put_text(pages.second, 360, 115, "7");
  const Layout layout = pages.analyzed();
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(layout.tables[0].rows, 2);
  ASSERT_EQ(layout.tables[0].other_readings.size(), 1u);
  EXPECT_EQ(layout.tables[0].other_readings[0].rows, 3);
  EXPECT_FALSE(layout.tables[0].doubt.empty());
}

TEST(Splice, AMergedLabelGoesOnOverThePageBreak) {
  TwoPages pages;
  put_lattice(pages.first, pages.xs, {700, 740});
  put_stroke(pages.first, 150, 720, 400, 720);  // the first column is merged over two rows
  put_text(pages.first, 60, 725, "（四）无法提供");
  put_text(pages.first, 160, 715, "1.不掌握"), put_text(pages.first, 360, 715, "5");
  put_text(pages.first, 160, 735, "2.没有现成信息需要另行制作"), put_text(pages.first, 360, 735, "6");
  put_lattice(pages.second, pages.xs, {80, 100});
  put_text(pages.second, 160, 95, "3.不明确"), put_text(pages.second, 360, 95, "7");
  const Layout layout = pages.analyzed();
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(cell_at(layout.tables[0], 2, 0), "（四）无法提供");
  EXPECT_EQ(span_at(layout.tables[0], 0, 0).row_span, 3);
  EXPECT_EQ(span_at(layout.tables[0], 0, 0).parts.size(), 2u);
}

TEST(Splice, ASeamDrawnInSomeColumnsTellsWhichCellsGoOn) {
  TwoPages pages;
  // The first column is left open at the break, as WPS does; the others are closed.
  for (auto [page, top, bottom] : {std::tuple{&pages.first, 700.0, 740.0}, std::tuple{&pages.second, 80.0, 120.0}}) {
    for (double x : pages.xs) put_stroke(*page, x, top, x, bottom);
    for (double y : {top, (top + bottom) / 2, bottom}) put_stroke(*page, 150, y, 400, y);
  }
  put_stroke(pages.first, 50, 700, 150, 700), put_stroke(pages.second, 50, 120, 150, 120);
  put_text(pages.first, 160, 715, "某项甲"), put_text(pages.first, 360, 715, "5");
  put_text(pages.first, 160, 735, "某项乙"), put_text(pages.first, 360, 735, "6");
  put_text(pages.second, 60, 105, "办理");  // printed in the second part
  put_text(pages.second, 160, 95, "某项丙"), put_text(pages.second, 160, 115, "某项丁"),
      put_text(pages.second, 360, 115, "8");
  const Layout layout = pages.analyzed();
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(layout.tables[0].rows, 4);
  EXPECT_EQ(span_at(layout.tables[0], 0, 0).row_span, 4);
  EXPECT_EQ(cell_at(layout.tables[0], 0, 0), "办理");
  EXPECT_EQ(cell_at(layout.tables[0], 2, 2), "") << "closed: the number above is not this row's";
  EXPECT_TRUE(layout.tables[0].other_readings.empty());
}

TEST(Splice, TwoNumbersAreNotMadeOneWhereARuleIsMissing) {
  TwoPages pages;
  for (auto [page, top] : {std::pair{&pages.first, 700.0}, std::pair{&pages.second, 80.0}}) {
    put_lattice(*page, {50, 150, 350}, {top, top + 20});
    put_stroke(*page, 400, top, 400, top + 20);
  }
  put_stroke(pages.first, 350, 700, 400, 700), put_stroke(pages.second, 350, 100, 400, 100);
  put_text(pages.first, 160, 715, "某项甲"), put_text(pages.first, 360, 715, "5");
  put_text(pages.second, 160, 95, "某项乙"), put_text(pages.second, 360, 95, "7");
  const Layout layout = pages.analyzed();
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(cell_at(layout.tables[0], 0, 2), "5");
  EXPECT_EQ(cell_at(layout.tables[0], 1, 2), "7");
}

TEST(Splice, ATableLeftOpenGoesOnWithOtherColumns) {
  TwoPages pages;
  put_stroke(pages.first, 50, 700, 400, 700);
  for (double x : {50.0, 150.0, 400.0}) put_stroke(pages.first, x, 700, x, 740);
  put_stroke(pages.first, 50, 720, 400, 720);
  put_stroke(pages.first, 150, 740, 400, 740);  // the first cell of the last row is open below
  put_text(pages.first, 60, 715, "甲"), put_text(pages.first, 160, 715, "5");
  put_text(pages.first, 60, 735, "乙"), put_text(pages.first, 160, 735, "6");
  put_lattice(pages.second, {50, 400}, {100, 120});
  put_stroke(pages.second, 150, 80, 400, 80);
  for (double x : {50.0, 150.0, 250.0, 400.0}) put_stroke(pages.second, x, 80, x, 100);
  put_stroke(pages.second, 300, 100, 300, 120);
  put_text(pages.second, 160, 95, "7"), put_text(pages.second, 260, 95, "8");
  put_text(pages.second, 60, 115, "丙"), put_text(pages.second, 310, 115, "9");
  const Layout layout = pages.analyzed();
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(layout.tables[0].rows, 4);
  EXPECT_EQ(span_at(layout.tables[0], 1, 0).row_span, 2);
  EXPECT_EQ(cell_at(layout.tables[0], 3, 3), "9");
}

TEST(Splice, ABlankNumberBelowIsNotTheNumberAbove) {
  TwoPages pages;
  put_lattice(pages.first, pages.xs, {700, 720});
  put_text(pages.first, 160, 715, "1.不掌握"), put_text(pages.first, 360, 715, "5");
  put_lattice(pages.second, pages.xs, {80, 100, 120});
  put_text(pages.second, 160, 95, "2.没有现成信息需要另行制作");  // printed without a number
  put_text(pages.second, 160, 115, "3.不明确"), put_text(pages.second, 360, 115, "7");
  const Layout layout = pages.analyzed();
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(layout.tables[0].rows, 3);
  EXPECT_EQ(cell_at(layout.tables[0], 1, 2), "");
}

TEST(Splice, RepeatedHeaderRowsAreDropped) {
  TwoPages pages;
  put_lattice(pages.first, pages.xs, {660, 680, 700, 720});
  put_lattice(pages.second, pages.xs, {80, 100, 120, 140});
  for (auto [page, y] : {std::pair{&pages.first, 675.0}, std::pair{&pages.second, 95.0}}) {
    put_text(*page, 60, y, "类别"), put_text(*page, 160, y, "项目"), put_text(*page, 355, y, "数量");
  }
  put_text(pages.first, 160, 695, "1.不掌握"), put_text(pages.first, 360, 695, "5");
  put_text(pages.first, 160, 715, "1.不掌握"), put_text(pages.first, 360, 715, "5");
  put_text(pages.second, 160, 115, "2.没有现成信息需要另行制作"), put_text(pages.second, 360, 115, "6");
  put_text(pages.second, 160, 135, "3.不明确"), put_text(pages.second, 360, 135, "7");
  const Layout layout = pages.analyzed();
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(layout.tables[0].rows, 5);
  EXPECT_EQ(cell_at(layout.tables[0], 3, 2), "6");
}

TEST(Splice, ARowBelowARepeatedHeaderIsNotJoinedBecauseThePageTopIsOpen) {
  TwoPages pages;
  put_lattice(pages.first, pages.xs, {660, 680, 700});
  put_lattice(pages.second, pages.xs, {80, 100, 120, 140});
  // No rule at the end of the first page, nor at the top of the second.
  std::erase_if(pages.first.paints, [](const Paint& paint) { return paint.box.y0 > 698; });
  std::erase_if(pages.second.paints, [](const Paint& paint) { return paint.box.y1 < 82; });
  for (auto [page, y] : {std::pair{&pages.first, 675.0}, std::pair{&pages.second, 95.0}}) {
    put_text(*page, 60, y, "类别"), put_text(*page, 160, y, "项目"), put_text(*page, 355, y, "数量");
  }
  put_text(pages.first, 160, 695, "1.不掌握");
  put_text(pages.second, 160, 115, "某项"), put_text(pages.second, 360, 115, "6");
  put_text(pages.second, 160, 135, "3.不明确"), put_text(pages.second, 360, 135, "7");
  const Layout layout = pages.analyzed();
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(layout.tables[0].rows, 4);
  EXPECT_EQ(cell_at(layout.tables[0], 1, 1), "1.不掌握");
  EXPECT_EQ(cell_at(layout.tables[0], 2, 2), "6");
}

TEST(Splice, ATableGoesOnOnAPageThatIsShiftedOrScaled) {
  for (const auto& [shift, scale] : {std::pair{-17.0, 1.0}, std::pair{12.0, 0.94}, std::pair{0.0, 0.6}}) {
    TwoPages pages;
    put_lattice(pages.first, {50, 150, 250, 350, 400}, {660, 680, 700});
    const double left = 50 + shift;
    const auto at = [&](double x) { return left + (x - 50) * scale; };
    put_lattice(pages.second, {at(50), at(150), at(350), at(400)}, {80, 100, 120});
    put_text(pages.first, 60, 675, "甲"), put_text(pages.first, 360, 675, "1");
    put_text(pages.first, 60, 695, "乙"), put_text(pages.first, 360, 695, "2");
    put_text(pages.second, at(60), 95, "丙"), put_text(pages.second, at(360), 95, "3");
    put_text(pages.second, at(60), 115, "丁"), put_text(pages.second, at(360), 115, "4");
    EXPECT_EQ(pages.analyzed().tables.size(), scale < 0.8 ? 2u : 1u) << shift << ' ' << scale;
  }
}

TEST(Splice, AMergedLabelGoesOnOverFourPagesAndHeadsComeOnce) {
  std::vector<Page> pages;
  for (int p = 0; p < 4; ++p) {
    Page& page = pages.emplace_back(blank_page(p + 1));
    put_lattice(page, {50, 150, 350, 400}, {80, 100});
    put_text(page, 60, 95, "类"), put_text(page, 160, 95, "项"), put_text(page, 360, 95, "数");
    put_lattice(page, {50, 150}, {100, 140});
    put_lattice(page, {150, 350, 400}, {100, 120, 140});
    if (p == 0) put_text(page, 60, 115, "结果");
    for (int row = 0; row < 2; ++row) {
      put_text(page, 160, 115 + 20 * row, "行" + std::string(1, static_cast<char>('a' + 2 * p + row)));
      put_text(page, 360, 115 + 20 * row, std::to_string(10 + 2 * p + row));
    }
  }
  const Layout layout = analyze_drawn(document_of(std::move(pages)), {});
  ASSERT_EQ(layout.tables.size(), 1u);
  const Table& table = layout.tables[0];
  EXPECT_TRUE(covers_exactly_once(table));
  EXPECT_EQ(table.rows, 9) << "the heads once, and two rows of each page";
  EXPECT_EQ(span_at(table, 1, 0).row_span, 8);
  EXPECT_EQ(span_at(table, 1, 0).text, "结果");
  for (int row = 0; row < 8; ++row) {
    EXPECT_EQ(cell_at(table, row + 1, 1), "行" + std::string(1, static_cast<char>('a' + row)));
    EXPECT_EQ(cell_at(table, row + 1, 2), std::to_string(10 + row));
  }
}

TEST(Splice, OfALongTableNotEveryPageBreakInDoubtKeepsAWholeTable) {
  constexpr int count = 100;
  std::vector<Page> pages;
  for (int p = 0; p < count; ++p) {
    Page& page = pages.emplace_back(blank_page(p + 1));
    std::vector<double> ys;
    for (int i = 0; i <= 20; ++i) ys.push_back(80 + 20 * i);
    put_lattice(page, {50, 350, 400}, ys);
    for (int row = 0; row < 20; ++row) {
      put_text(page, 60, 95 + 20 * row, "甲乙丙");
      if (row > 0 || p == 0) put_text(page, 360, 95 + 20 * row, std::to_string(20 * p + row));
    }
  }
  const Layout layout = analyze_drawn(document_of(std::move(pages)), {});
  ASSERT_EQ(layout.tables.size(), 1u);
  const Table& table = layout.tables[0];
  std::size_t cells = table.cells.size();
  for (const Table& reading : table.other_readings) cells += reading.cells.size();
  EXPECT_GT(table.other_readings.size(), 10u);
  EXPECT_LT(cells, 250'000u);
  const auto told = std::count_if(layout.findings.begin(), layout.findings.end(), [](const Finding& finding) {
    return finding.code == "several-readings" && finding.severity == Severity::warning;
  });
  EXPECT_EQ(static_cast<int>(table.other_readings.size()) + told, count - 1) << "each break has the one or the other";
}

TEST(Splice, ProseBetweenKeepsTwoTablesApart) {
  TwoPages pages;
  put_lattice(pages.first, pages.xs, {600, 620});
  put_text(pages.first, 160, 615, "1.不掌握"), put_text(pages.first, 360, 615, "5");
  put_text(pages.first, 60, 660, "以下为另一张表格，与上表无关。");
  put_lattice(pages.second, pages.xs, {80, 100});
  put_text(pages.second, 160, 95, "3.不明确"), put_text(pages.second, 360, 95, "7");
  EXPECT_EQ(pages.analyzed().tables.size(), 2u);
}

TEST(Splice, OtherColumnsAreAnotherTable) {
  TwoPages pages;
  put_lattice(pages.first, pages.xs, {700, 720});
  put_text(pages.first, 160, 715, "1.不掌握"), put_text(pages.first, 360, 715, "5");
  put_lattice(pages.second, {50, 120, 280, 320, 400}, {80, 100});
  put_text(pages.second, 130, 95, "3.不明确"), put_text(pages.second, 330, 95, "7");
  EXPECT_EQ(pages.analyzed().tables.size(), 2u);
}

TEST(Splice, EveryGlyphIsAccountedFor) {
  TwoPages pages;
  put_lattice(pages.first, pages.xs, {700, 720});
  put_text(pages.first, 160, 715, "1.不掌握"), put_text(pages.first, 360, 715, "5");
  put_text(pages.first, 360.3, 715, "5");
  put_text(pages.first, 60, 300, "正文一行。");
  put_text(pages.first, 290, 810, "1");
  put_lattice(pages.second, pages.xs, {80, 100});
  put_text(pages.second, 160, 95, "3.不明确");
  pages.second.glyphs[0].visibility = Visibility::transparent;
  const Census census = pages.analyzed().census;
  EXPECT_EQ(census.painted, census.in_cells + census.in_prose + census.furniture + census.twice + census.unseen);
  EXPECT_EQ(census.painted, 5 + 1 + 1 + 5 + 1 + 5);
  EXPECT_EQ(census.twice, 1);
  EXPECT_EQ(census.unseen, 1);
  EXPECT_EQ(census.furniture, 1);
}

}  // namespace
}  // namespace fubiao
