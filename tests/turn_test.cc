// Landscape tables on portrait pages: rows and columns are those of the reader who turns the page.
#include "layout/turn.h"

#include <gtest/gtest.h>

#include "layout/analyze.h"
#include "tests/make_page.h"

namespace fubiao {
namespace {

constexpr Turn turns[] = {Turn::quarter, Turn::half, Turn::three_quarters};

/// A head over two columns, a label over two rows, and numbers; a caption above.
Page landscape(int number = 1) {
  Page page = blank_page(number, 842, 595);
  put_text(page, 100, 90, "表3 收费情况");
  put_stroke(page, 100, 100, 400, 100), put_stroke(page, 200, 130, 400, 130), put_stroke(page, 100, 160, 400, 160);
  put_stroke(page, 100, 190, 400, 190);
  put_stroke(page, 100, 100, 100, 190), put_stroke(page, 200, 100, 200, 190), put_stroke(page, 300, 130, 300, 190);
  put_stroke(page, 400, 100, 400, 190);
  put_text(page, 110, 135, "项目"), put_text(page, 280, 120, "数量（件）");
  put_text(page, 210, 150, "上年"), put_text(page, 310, 150, "本年");
  put_text(page, 110, 180, "行政许可"), put_text(page, 210, 180, "318"), put_text(page, 310, 180, "1207");
  return page;
}

std::string show(const Table& table) {
  std::string out = std::to_string(table.rows) + "x" + std::to_string(table.columns);
  for (const Cell& cell : table.cells) {
    out += "; " + std::to_string(cell.row) + "," + std::to_string(cell.column) + " " + std::to_string(cell.row_span) +
           "x" + std::to_string(cell.column_span) + " " + cell.text;
  }
  return out;
}

constexpr const char* as_read =
    "3x3; 0,0 2x1 项目; 0,1 1x2 数量（件）; 1,1 1x1 上年; 1,2 1x1 本年; 2,0 1x1 行政许可; 2,1 1x1 318; 2,2 1x1 1207";

TEST(Turn, ATurnedTableIsReadAsItsReaderTurnsIt) {
  ASSERT_EQ(show(analyze_drawn(document_of({landscape()}), {}).tables.at(0)), as_read);
  for (const Turn turn : turns) {
    const Layout layout = analyze_drawn(document_of({turned_page(landscape(), turn)}), {});
    ASSERT_EQ(layout.tables.size(), 1u);
    EXPECT_EQ(show(layout.tables[0]), as_read) << static_cast<int>(turn);
    ASSERT_EQ(layout.prose.size(), 1u);
    EXPECT_EQ(layout.prose[0].text, "表3收费情况");
    EXPECT_EQ(layout.flow.front().kind, FlowItem::Kind::prose) << "above the table for its reader";
    const Box& box = layout.tables[0].parts[0].box;
    EXPECT_EQ(box.width() < box.height(), turn != Turn::half) << "boxes are those of the page as it lies";
  }
}

TEST(Turn, ATurnedTableGoesOnOnTheNextPage) {
  Page next = blank_page(2, 842, 595);
  put_lattice(next, {100, 200, 300, 400}, {60, 90});
  put_text(next, 110, 80, "行政处罚"), put_text(next, 210, 80, "29"), put_text(next, 310, 80, "55");
  for (const Turn turn : turns) {
    const Layout layout = analyze_drawn(document_of({turned_page(landscape(), turn), turned_page(next, turn)}), {});
    ASSERT_EQ(layout.tables.size(), 1u) << static_cast<int>(turn);
    EXPECT_EQ(show(layout.tables[0]),
              std::string(as_read).replace(0, 1, "4") + "; 3,0 1x1 行政处罚; 3,1 1x1 29; 3,2 1x1 55");
  }
}

TEST(Turn, ATurnedNumberThatRunsOverAnEdgeStaysWhole) {
  Page page = blank_page(1, 842, 595);
  put_lattice(page, {100, 200, 220, 240}, {100, 120, 140});
  put_text(page, 110, 115, "行政许可"), put_text(page, 201, 115, "12345");  // 25 wide in 20
  put_text(page, 110, 135, "行政处罚"), put_text(page, 202, 135, "29"), put_text(page, 222, 135, "55");
  for (const Turn turn : turns) {
    const Layout layout = analyze_drawn(document_of({turned_page(page, turn)}), {});
    ASSERT_EQ(layout.tables.size(), 1u);
    EXPECT_EQ(layout.tables[0].cells.at(1).text, "12345");
    ASSERT_FALSE(layout.findings.empty());
    EXPECT_EQ(layout.findings[0].code, "text-over-edge");
  }
}

TEST(Turn, AnUprightTableWithTurnedHeadsStaysUpright) {
  Page page = blank_page();
  put_lattice(page, {50, 80, 110, 140}, {100, 200, 220});
  for (double x : {50.0, 80.0, 110.0}) {
    Page head = blank_page(1, 842, 595);
    put_text(head, 105, 595 - x - 12, "结果维持数量");
    for (const Glyph& glyph : turned_page(head, Turn::quarter).glyphs) page.glyphs.push_back(glyph);
  }
  put_text(page, 60, 215, "1"), put_text(page, 90, 215, "2");  // more turned cells than upright ones, not nearly all
  const Layout layout = analyze_drawn(document_of({page}), {});
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(show(layout.tables[0]),
            "2x3; 0,0 1x1 结果维持数量; 0,1 1x1 结果维持数量; 0,2 1x1 结果维持数量; 1,0 1x1 1; 1,1 1x1 2; 1,2 1x1 ");
}

}  // namespace
}  // namespace fubiao
