// Which lines of a page are a table, where no lattice says so.
#include "layout/unruled.h"

#include <gtest/gtest.h>

#include <numeric>

#include "layout/analyze.h"
#include "layout/text_lines.h"
#include "tests/make_lines.h"

namespace fubiao {
namespace {

/// The first and the last line of each table of a page, "Coal|12 .. Oil|31".
std::vector<std::string> found(const Page& page, bool with_weak = false) {
  std::vector<int> glyphs(page.glyphs.size());
  std::iota(glyphs.begin(), glyphs.end(), 0);
  auto text = [](const SegmentLine& line) {
    std::string out;
    for (const TextSegment& segment : line.segments) out += (out.empty() ? "" : "|") + segment.text;
    return out;
  };
  std::vector<std::string> out;
  for (const WhiteTable& table : find_white_tables(document_of({page}), 0, {}, glyphs)) {
    if (table.weak && !with_weak) continue;
    out.push_back(text(table.lines.front()) + " .. " + text(table.lines.back()));
  }
  return out;
}

std::vector<std::string> found(const Rows& rows) {
  Page page = blank_page();
  put_runs(page, rows);
  return found(page);
}

using Texts = std::vector<std::string>;

const Rows table = {{{150, "2016"}, {250, "2017"}},
                    {{50, "Coal"}, {150, "12"}, {250, "5"}},
                    {{50, "Gas"}, {150, "8"}, {250, "44"}},
                    {{50, "Oil"}, {150, "31"}, {250, "6"}}};

Rows operator+(Rows a, const Rows& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

const Rows prose = {{{50, "The office publishes these figures every year, as the law asks it to do,"}},
                    {{50, "and whoever wants to know more of them may ask for it in writing at the"}},
                    {{50, "office or by electronic mail to the address that stands below."}}};

TEST(Unruled, ATableBetweenProseBeginsAtItsHeadAndEndsAtItsLastRow) {
  EXPECT_EQ(found(prose + Rows{{}} + table + Rows{{}} + prose), Texts{"2016|2017 .. Oil|31|6"});
}

TEST(Unruled, ProseIsNoTable) {
  EXPECT_EQ(found(prose + prose), Texts{});
}

TEST(Unruled, CaptionAndUnitAreNoRows) {
  EXPECT_EQ(found(Rows{{{50, "Table 3. Use of energy by source"}}, {{50, "(In thousands)"}}} + table),
            Texts{"2016|2017 .. Oil|31|6"});
}

// Heads stand over their columns, captions begin at the margin.
TEST(Unruled, AHeadOverAGroupIsARow) {
  EXPECT_EQ(found(Rows{{{165, "All sources"}}} + table), Texts{"All sources .. Oil|31|6"});
}

TEST(Unruled, TheTitleOfASectionPartsNoTable) {
  const Rows more = {
      {{50, "Renewable"}}, {{50, "Sun"}, {150, "9"}, {250, "2"}}, {{50, "Wood"}, {150, "7"}, {250, "1"}}};
  EXPECT_EQ(found(table + more), Texts{"2016|2017 .. Wood|7|1"});
}

TEST(Unruled, AWideWhiteParts) {
  EXPECT_EQ(found(table + Rows{{}, {}, {}, {}} + table).size(), 2u);
}

TEST(Unruled, ACaptionParts) {
  EXPECT_EQ(found(table + Rows{{{50, "Table 4. The same for the year before, and for all of the country"}}} + table),
            (Texts{"2016|2017 .. Oil|31|6", "2016|2017 .. Oil|31|6"}));
}

// Two lines that share a gap by chance; with figures in three columns it is no chance.
TEST(Unruled, TwoLinesAreATableOnlyIfTheyHoldFigures) {
  EXPECT_EQ(found({{{50, "Name"}, {200, "Office"}}, {{50, "Adams"}, {200, "Finance"}}}), Texts{});
  EXPECT_EQ(found({{{50, "Coal"}, {150, "12"}, {250, "5"}}, {{50, "Gas"}, {150, "8"}, {250, "44"}}}).size(), 1u);
}

// 三线表: what two rules of one length enclose, with a third under the head. Two columns of words may else stand side
// by side by chance.
TEST(Unruled, RulesOfOneLengthSayWhereATableBeginsAndEnds) {
  Page page = blank_page();
  put_runs(page, {{{60, "Name"}, {200, "Office"}},
                  {{60, "Adams"}, {200, "Finance"}},
                  {{60, "Baker"}, {200, "Health"}},
                  {{60, "As of the end of May, revised"}}});
  EXPECT_EQ(found(page), Texts{});
  for (double y : {88.0, 104.0, 132.0}) put_stroke(page, 50, y, 300, y);
  EXPECT_EQ(found(page), Texts{"Name|Office .. Baker|Health"});
}

TEST(Unruled, ATableBesideProseInColumns) {
  Page page = blank_page();
  const Rows column = {{{50, "These are the words of the left column of"}},
                       {{50, "a page that is set in two; they say what"}},
                       {{50, "the table beside them says in figures, so"}},
                       {{50, "that nobody has to read it, or the other"}},
                       {{50, "way round for those who would rather not."}}};
  put_runs(page, column);
  put_runs(page, {{{400, "2016"}, {450, "2017"}},
                  {{300, "Coal"}, {400, "12"}, {450, "5"}},
                  {{300, "Gas"}, {400, "8"}, {450, "44"}},
                  {{300, "Oil"}, {400, "31"}, {450, "6"}},
                  {{300, "Sun"}, {400, "1"}, {450, "3"}}});
  EXPECT_EQ(found(page), Texts{"2016|2017 .. Sun|1|3"});
}

// A page break may leave two rows of a table: alone they are none, below the rest of it they are.
TEST(Unruled, RowsThatAPageBreakLeftGoOnWithTheTableBefore) {
  const Rows rows = {{{50, "Coal"}, {150, "wet"}, {250, "dry"}},
                     {{50, "Gas"}, {150, "raw"}, {250, "pure"}},
                     {{50, "Oil"}, {150, "raw"}, {250, "fine"}},
                     {{50, "Sun"}, {150, "east"}, {250, "west"}}};
  const Rows rest = {{{50, "Wood"}, {150, "ash"}, {250, "oak"}}, {{50, "Wind"}, {150, "east"}, {250, "west"}}};
  Page first = blank_page(1), second = blank_page(2);
  put_runs(first, rows, 842 - 60 - 3 * 14);
  put_runs(second, rest, 60);
  EXPECT_EQ(found(second), Texts{});
  const Layout layout = analyze(document_of({first, second}));
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(layout.tables[0].rows, 6);
  EXPECT_EQ(layout.tables[0].cells.back().text, "west");
}

TEST(Unruled, ATableThatOnlyWhiteSpaceTellsSaysSo) {
  Page page = blank_page();
  put_runs(page, table);
  const Layout layout = analyze(document_of({page}));
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_TRUE(std::any_of(layout.findings.begin(), layout.findings.end(),
                          [](const Finding& finding) { return finding.code == "table-unruled"; }));
}

// ---- from a page to its tables and prose ----

/// No table, and every letter in prose.
void expect_prose_only(const Page& page) {
  const Layout layout = analyze(document_of({page}));
  EXPECT_TRUE(layout.tables.empty()) << to_text(layout.tables.front());
  EXPECT_GT(layout.census.in_prose, 0);
  EXPECT_EQ(layout.census.in_prose, layout.census.painted);
}

Texts prose_texts(const Layout& layout) {
  Texts out;
  for (const Prose& paragraph : layout.prose) out.push_back(paragraph.text);
  return out;
}

const std::string table_text =
    "| - | 2016 | 2017 |\n"
    "| Coal | 12 | 5 |\n"
    "| Gas | 8 | 44 |\n"
    "| Oil | 31 | 6 |";

TEST(Unruled, AThreeLineTableHasNeitherItsCaptionNorItsUnitInACell) {
  Page page = blank_page();
  put_runs(page, Rows{{{50, "Table 3. Use of energy by source"}}, {{50, "(In thousands)"}}, {}} + table);
  for (double y : {130.0, 146.0, 188.0}) put_stroke(page, 45, y, 300, y);  // the first row stands on 142
  const Layout layout = analyze(document_of({page}));
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(to_text(layout.tables[0]), table_text);
  EXPECT_EQ(prose_texts(layout), (Texts{"Table 3. Use of energy by source", "(In thousands)"}));
}

TEST(Unruled, ACaptionBetweenTwoTablesIsInNeither) {
  Page page = blank_page();
  const Rows caption = {{{50, "Table 4. The same for the year before, and for all of the country"}}};
  put_runs(page, table + caption + table);
  const Layout layout = analyze(document_of({page}));
  ASSERT_EQ(layout.tables.size(), 2u);
  for (const Table& one : layout.tables) EXPECT_EQ(to_text(one), table_text);
  EXPECT_EQ(prose_texts(layout), Texts{caption[0][0].text});
}

TEST(Unruled, UnderlinedTextIsNoThreeLineTable) {
  Page page = blank_page();
  put_runs(page, prose);
  for (double y : {102.0, 116.0, 130.0}) put_stroke(page, 50, y, 300, y);
  expect_prose_only(page);
}

TEST(Unruled, AFrameAroundProseIsNoTable) {
  Page page = blank_page();
  put_runs(page, prose + prose);
  put_lattice(page, {30, 565}, {30, 812});
  expect_prose_only(page);
}

TEST(Unruled, AFrameAroundAPageWithATableSwallowsNoProse) {
  Page page = blank_page();
  put_runs(page, prose + Rows{{}} + table + Rows{{}} + prose);
  put_lattice(page, {30, 565}, {30, 812});
  const Layout layout = analyze(document_of({page}));
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(to_text(layout.tables[0]), table_text);
}

// What stands on a framed page beside its table: a heading, a caption, a note of one short line, another table.
TEST(Unruled, AFrameAroundAPageIsNoFrameOfItsTable) {
  const Rows heading = {{{215, "What the figures say"}}, {}};
  const Rows caption = {{{50, "Table 3. Use of energy"}}};
  const Rows note = {{}, {{50, "Source: the office."}}};
  for (const Rows& rows : {heading + table, caption + table, table + note, heading + caption + table + note}) {
    Page page = blank_page();
    put_runs(page, rows);
    put_lattice(page, {30, 565}, {30, 812});
    const Layout layout = analyze(document_of({page}));
    ASSERT_EQ(layout.tables.size(), 1u);
    EXPECT_EQ(to_text(layout.tables[0]), table_text);
  }
  Page page = blank_page();
  put_runs(page, table + Rows{{}} + prose + Rows{{}} + table);
  put_lattice(page, {30, 565}, {30, 812});
  const Layout layout = analyze(document_of({page}));
  ASSERT_EQ(layout.tables.size(), 2u);
  for (const Table& each : layout.tables) EXPECT_EQ(to_text(each), table_text);
}

// Two pages in the same frame, prose above and below the table of each.
TEST(Unruled, FramesOfFollowingPagesJoinNothing) {
  std::vector<Page> pages;
  for (int number = 1; number <= 2; ++number) {
    Page page = blank_page(number);
    put_runs(page, prose + Rows{{}} + table + Rows{{}} + prose, 200);
    put_lattice(page, {30, 565}, {30, 812});
    pages.push_back(page);
  }
  const Layout layout = analyze(document_of(std::move(pages)));
  ASSERT_EQ(layout.tables.size(), 2u);
  for (const Table& each : layout.tables) EXPECT_EQ(to_text(each), table_text);
}

// A ruled table on a framed page: the frame is none of its lines.
TEST(Unruled, AFrameAroundARuledTableAndProseIsNoTable) {
  Page page = blank_page();
  put_runs(page, prose + Rows{{}, {}} + table + Rows{{}, {}} + prose);
  put_lattice(page, {40, 140, 240, 300}, {158, 174, 188, 202, 218});
  put_lattice(page, {30, 565}, {30, 812});
  const Layout layout = analyze(document_of({page}));
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(to_text(layout.tables[0]), table_text);
}

// The frame of a table is its own where nothing else stands in it.
TEST(Unruled, AFrameAroundATableAloneIsItsOwn) {
  Page page = blank_page();
  put_runs(page,
           {{{60, "Name"}, {200, "Office"}}, {{60, "Adams"}, {200, "Finance"}}, {{60, "Baker"}, {200, "Health"}}});
  put_lattice(page, {50, 300}, {88, 132});
  EXPECT_EQ(found(page), Texts{"Name|Office .. Baker|Health"});
}

TEST(Unruled, ABoxAroundAHeadingIsNoTable) {
  Page page = blank_page();
  put_runs(page, {{{215, "What the figures say"}}});
  put_lattice(page, {200, 330}, {88, 106});
  put_runs(page, prose, 128);
  expect_prose_only(page);
}

// The scales of a chart stand in rows and columns as figures do, but leave most of them blank.
TEST(Unruled, TheTicksOfAChartAreNoTable) {
  Page page = blank_page();
  put_runs(page, prose);
  for (int tick = 0; tick < 5; ++tick) {
    const double y = 200 + 30 * tick;
    put_runs(page, {{{60, std::to_string(10 * (5 - tick))}, {410, std::to_string(5 - tick) + ".0"}}}, y);
    put_stroke(page, 80, y - 3, 400, y - 3);
  }
  put_runs(page, {{{100, "2016"}, {180, "2017"}, {260, "2018"}, {340, "2019"}}}, 340);
  expect_prose_only(page);
}

// Names of points in a chart or on a map: hardly any stands below another.
TEST(Unruled, LabelsOfPointsAreNoTable) {
  Rows labels;
  for (double x : {0.0, 20.0, 40.0, 60.0, 80.0, 100.0, 0.0, 20.0}) labels.push_back({{50 + x, "Aa"}, {300 + x, "Bb"}});
  Page page = blank_page();
  put_runs(page, prose);
  put_runs(page, labels, 200);
  expect_prose_only(page);
}

TEST(Unruled, LinesThatAreScatteredOverThePageAreNoTable) {
  Page page = blank_page();
  put_runs(page, prose);
  const Rows rows = {{{50, "Low"}, {150, "12"}, {250, "5"}},
                     {{50, "Mean"}, {150, "8"}, {250, "44"}},
                     {{50, "High"}, {150, "31"}, {250, "6"}}};
  put_runs(page, rows, 200, 50);
  expect_prose_only(page);
  Page close = blank_page();
  put_runs(close, rows, 200, 20);
  EXPECT_EQ(found(close), Texts{"Low|12|5 .. High|31|6"});
}

TEST(Unruled, WhatIsACaptionAndWhatIsAUnit) {
  const auto lines = lines_of({{{50, "Table 3. Use of energy"}},
                               {{50, "Tables are not this"}},
                               {{50, "(In thousands)"}},
                               {{50, "[Millions of dollars]"}},
                               {{50, "Coal (hard)"}}});
  EXPECT_TRUE(is_caption(lines[0]));
  EXPECT_FALSE(is_caption(lines[1]));
  EXPECT_TRUE(is_remark(lines[2]));
  EXPECT_TRUE(is_remark(lines[3]));
  EXPECT_FALSE(is_remark(lines[4]));
}

}  // namespace
}  // namespace fubiao
