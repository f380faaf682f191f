// What is drawn around text, or set in rows, and is no table: it gives none, and every letter stays in the prose.
#include <gtest/gtest.h>

#include "layout/analyze.h"
#include "tests/make_lines.h"

namespace fubiao {
namespace {

const Rows prose = {{{50, "The office publishes these figures every year, as the law asks it to do,"}},
                    {{50, "and whoever wants to know more of them may ask for it in writing at the"}},
                    {{50, "office or by electronic mail to the address that stands below."}}};

const std::string prose_text =
    "The office publishes these figures every year, as the law asks it to do, and whoever wants to know more of them "
    "may "
    "ask for it in writing at the office or by electronic mail to the address that stands below.";

std::vector<std::string> prose_of(const Layout& layout) {
  std::vector<std::string> texts;
  for (const Prose& paragraph : layout.prose) texts.push_back(paragraph.text);
  return texts;
}

void expect_no_table(const Page& page) {
  const Layout layout = analyze(document_of({page}));
  EXPECT_TRUE(layout.tables.empty()) << to_text(layout.tables.front());
  EXPECT_GT(layout.census.painted, 0);
  EXPECT_EQ(layout.census.in_prose, layout.census.painted);
}

/// A drawn table of two rows from y on, and what must be read of it.
void put_drawn_table(Page& page, double y) {
  put_lattice(page, {50, 150, 250}, {y, y + 20, y + 40});
  put_text(page, 60, y + 14, "Coal"), put_text(page, 160, y + 14, "12");
  put_text(page, 60, y + 34, "Gas"), put_text(page, 160, y + 34, "8");
}
const std::string drawn_table = "| Coal | 12 |\n| Gas | 8 |";

// A white fill behind each run of a paragraph: together their borders are a lattice, and nobody sees it.
void put_white_fills(Page& page, double y) {
  for (int line = 0; line < 3; ++line, y += 14) {
    for (double x : {50.0, 150.0, 250.0}) put_fill(page, x, y, x < 250 ? x + 100 : 545, y + 14, 0xFFFFFF);
  }
}

TEST(NoTable, WhiteFillsBehindTheRunsOfAParagraph) {
  Page page = blank_page();
  put_white_fills(page, 89);
  put_runs(page, prose);
  expect_no_table(page);
}

TEST(NoTable, WhiteFillsThatTouchADrawnTableDrawNoProseIntoIt) {
  Page page = blank_page();
  put_white_fills(page, 89);
  put_runs(page, prose);
  put_drawn_table(page, 131);
  put_white_fills(page, 171);
  put_runs(page, prose, 182);
  const Layout layout = analyze(document_of({page}));
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(to_text(layout.tables[0]), drawn_table);
  EXPECT_EQ(prose_of(layout), (std::vector<std::string>{prose_text, prose_text}));
}

TEST(NoTable, AFrameAroundAPageWithADrawnTable) {
  Page page = blank_page();
  put_lattice(page, {30, 565}, {30, 812});
  put_runs(page, prose);
  put_drawn_table(page, 150);
  put_runs(page, prose, 214);
  const Layout layout = analyze(document_of({page}));
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(to_text(layout.tables[0]), drawn_table);
  EXPECT_EQ(prose_of(layout), (std::vector<std::string>{prose_text, prose_text}));
}

TEST(NoTable, ABoxAroundAHeadingOverADrawnTable) {
  Page page = blank_page();
  put_lattice(page, {100, 300}, {86, 106});
  put_text(page, 150, 100, "What the figures say");
  put_drawn_table(page, 130);
  const Layout layout = analyze(document_of({page}));
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(to_text(layout.tables[0]), drawn_table);
}

TEST(NoTable, AnIndexInThreeColumns) {
  Page page = blank_page();
  put_runs(page, {{{50, "Births, 8"}, {200, "Exports, 35"}, {350, "Mining, 39"}},
                  {{50, "Coal, 40"}, {200, "Forests, 29"}, {350, "Prices, 21"}},
                  {{50, "Crops, 28"}, {200, "Health, 66"}, {350, "Rents, 63"}},
                  {{50, "Debts, 31"}, {200, "Hotels, 12"}, {350, "Roads, 71"}}});
  expect_no_table(page);
}

// Values under each other, some of them figures, as a table of two columns would have.
TEST(NoTable, KeysWithTheirValues) {
  Page page = blank_page();
  put_runs(page, {{{50, "Telephone:"}, {150, "555 05395"}},
                  {{50, "Reference:"}, {150, "3125"}},
                  {{50, "Published:"}, {150, "2019"}},
                  {{50, "Pages:"}, {150, "34"}},
                  {{50, "E-mail:"}, {150, "press@ors.example.org"}}});
  expect_no_table(page);
}

TEST(NoTable, NumberedLines) {
  Page page = blank_page();
  put_runs(page, {{{50, "1"}, {80, "open the file"}},
                  {{50, "2"}, {80, "read a line"}},
                  {{50, "3"}, {80, "write it down"}},
                  {{50, "4"}, {80, "go back to 2"}}});
  expect_no_table(page);
}

}  // namespace
}  // namespace fubiao
