#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "extract/open.h"
#include "layout/analyze.h"
#include "layout/join.h"
#include "layout/repair.h"

namespace fubiao {
namespace {

Layout layout_of(const std::string& text, const KnowsLabel& knows_label = {}) {
  Layout layout = analyze_marked_up(read_text(text, {}), knows_label);
  finish(layout, knows_label);
  for (const Table& table : layout.tables) {
    EXPECT_TRUE(covers_exactly_once(table));
    for (const Table& reading : table.other_readings) EXPECT_TRUE(covers_exactly_once(reading));
  }
  return layout;
}

/// "row,column rows×columns text", one a line.
std::string print(const Table& table, bool blanks = false) {
  std::ostringstream out;
  for (const Cell& cell : table.cells) {
    if (cell.text.empty() && !blanks) continue;
    out << cell.row << ',' << cell.column << ' ' << cell.row_span << "x" << cell.column_span << ' ' << cell.text
        << '\n';
  }
  return out.str();
}

int findings(const Layout& layout, const std::string& code) {
  return static_cast<int>(std::count_if(layout.findings.begin(), layout.findings.end(),
                                        [&code](const Finding& finding) { return finding.code == code; }));
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

TEST(Shared, TextReportGivesItsTablesExactly) {
  const std::filesystem::path folder = std::filesystem::path(FUBIAO_SHARED) / "reports";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no shared reports beside this checkout";
  const Layout layout = layout_of(read_file(folder / "acheng-2023.txt"));
  const nlohmann::json truth = nlohmann::json::parse(read_file(folder / "acheng-2023.tables.json"));
  ASSERT_EQ(layout.tables.size(), truth["tables"].size());
  for (std::size_t t = 0; t < layout.tables.size(); ++t) {
    const Table& table = layout.tables[t];
    EXPECT_EQ(table.caption, truth["tables"][t]["caption"].get<std::string>());
    EXPECT_EQ(table.rows, truth["tables"][t]["rows"].get<int>());
    EXPECT_EQ(table.columns, truth["tables"][t]["columns"].get<int>());
    EXPECT_TRUE(table.other_readings.empty());
    Table expected;
    for (const nlohmann::json& c : truth["tables"][t]["cells"]) {
      Cell cell;
      cell.row = c["row"].get<int>();
      cell.column = c["col"].get<int>();
      cell.row_span = c["row_span"].get<int>();
      cell.column_span = c["col_span"].get<int>();
      cell.text = tidy(c["text"].get<std::string>());
      expected.cells.push_back(cell);
    }
    EXPECT_EQ(print(table, true), print(expected, true));
  }
  ASSERT_EQ(layout.findings.size(), 1u);
  EXPECT_EQ(layout.findings[0].code, "stray-text");
  EXPECT_EQ(layout.findings[0].severity, Severity::note);
  EXPECT_EQ(layout.findings[0].place.table, 1);
  EXPECT_EQ(layout.findings[0].place.row, 23);
  EXPECT_EQ(layout.findings[0].place.column, 0);
}

/// A row of the text rendition: each cell behind a tab, an empty line at the end.
std::string row(const std::vector<std::string>& cells) {
  std::string text;
  for (const std::string& cell : cells) text += "\t" + cell + "\n";
  return text + "\n";
}

std::vector<std::string> cells(std::vector<std::string> labels, const std::string& value, int times) {
  for (int i = 0; i < times; ++i) labels.push_back(value);
  return labels;
}

/// A table like the third of the form, its last head row and some data.
std::string applicants(const std::string& value) {
  return row({"corner", "applicants"}) + row({"", "natural", "bodies", "sum"}) +
         row({"", "", "firm", "school", "charity", ""}) + row(cells({"received"}, value, 5)) +
         row(cells({"results", "granted"}, value, 5)) + row(cells({"", "refused", "secret"}, value, 5)) +
         row(cells({"", "", "private"}, value, 5)) + row(cells({"", "sum"}, value, 5)) + "\nbehind\n";
}

const char* const applicants_labels =
    "0,0 3x3 corner\n0,3 1x5 applicants\n1,3 2x1 natural\n1,4 1x3 bodies\n1,7 2x1 sum\n2,4 1x1 firm\n2,5 1x1 school\n"
    "2,6 1x1 charity\n3,0 1x3 received\n4,0 4x1 results\n4,1 1x2 granted\n5,1 2x1 refused\n5,2 1x1 secret\n"
    "6,2 1x1 private\n7,1 1x2 sum\n";

std::string labels_only(const Table& table) {
  Table copy = table;
  for (Cell& cell : copy.cells) {
    if (cell.text == "7") cell.text.clear();
  }
  return print(copy);
}

TEST(UnknownColumns, HeadsStubAndMergesAreInferred) {
  const Layout layout = layout_of(applicants("7"));
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(labels_only(layout.tables[0]), applicants_labels);
  EXPECT_EQ(layout.tables[0].columns, 8);
  EXPECT_TRUE(layout.findings.empty());
  ASSERT_EQ(layout.prose.size(), 1u);
  EXPECT_EQ(layout.prose[0].text, "behind");
}

TEST(UnknownColumns, AFormThatIsNotFilledInHasTheSameGrid) {
  const Layout layout = layout_of(applicants(""));
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(print(layout.tables[0]), applicants_labels);
  // Each value cell is a blank cell of its own: 5 rows of 5.
  int values = 0;
  for (const Cell& cell : layout.tables[0].cells) values += cell.row >= 3 && cell.column >= 3;
  EXPECT_EQ(values, 25);
  EXPECT_TRUE(layout.findings.empty());
}

TEST(UnknownColumns, GroupsOfHeadsEndWhereTheChildrenRepeat) {
  const std::string text = row({"review", "suits"}) + row({"a", "b", "c", "direct", "after"}) +
                           row({"", "", "", "a", "b", "c", "a", "b", "c"}) + row(cells({}, "", 9)) +
                           row(cells({}, "0", 9));
  const Layout layout = layout_of(text);
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(print(layout.tables[0]).substr(0, print(layout.tables[0]).find("4,0")),
            "0,0 1x3 review\n0,3 1x6 suits\n1,0 3x1 a\n1,1 3x1 b\n1,2 3x1 c\n1,3 1x3 direct\n1,6 1x3 after\n2,3 2x1 a\n"
            "2,4 2x1 b\n2,5 2x1 c\n2,6 2x1 a\n2,7 2x1 b\n2,8 2x1 c\n");
  EXPECT_TRUE(layout.tables[0].other_readings.empty());
}

TEST(UnknownColumns, TheLastBlankRowUnderHeadsIsTheDataThatNobodyFilledIn) {
  const std::string text =
      row({"review", "suits"}) + row({"a", "b", "a", "b"}) + row(cells({}, "", 4)) + row(cells({}, "", 4));
  const Layout layout = layout_of(text);
  ASSERT_EQ(layout.tables.size(), 1u);
  const Table& table = layout.tables[0];
  EXPECT_EQ(print(table), "0,0 1x2 review\n0,2 1x2 suits\n1,0 2x1 a\n1,1 2x1 b\n1,2 2x1 a\n1,3 2x1 b\n");
  EXPECT_EQ(std::count_if(table.cells.begin(), table.cells.end(), [](const Cell& c) { return c.row == 3; }), 4);
}

TEST(UnknownColumns, BlocksBetweenTitlesHaveColumnsOfTheirOwn) {
  const std::string text = row({"title one"}) + row({"what", "made", "ended", "valid"}) +
                           row({"rules", "1", "2", "3"}) + row({"title two"}) + row({"what", "number"}) +
                           row({"permits", "55009"}) + row({"title three"}) + row({"what", "number", "amount"}) +
                           row({"purchases", "4", "12.5"});
  const Layout layout = layout_of(text);
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(print(layout.tables[0]),
            "0,0 1x4 title one\n1,0 1x1 what\n1,1 1x1 made\n1,2 1x1 ended\n1,3 1x1 valid\n2,0 1x1 rules\n2,1 1x1 1\n"
            "2,2 1x1 2\n2,3 1x1 3\n3,0 1x4 title two\n4,0 1x1 what\n4,1 1x3 number\n5,0 1x1 permits\n5,1 1x3 55009\n"
            "6,0 1x4 title three\n7,0 1x1 what\n7,1 1x1 number\n7,2 1x2 amount\n8,0 1x1 purchases\n8,1 1x1 4\n"
            "8,2 1x2 12.5\n");
  EXPECT_TRUE(layout.findings.empty());
}

TEST(UnknownColumns, ARowThatLostACellIsNeverPlacedInSilence) {
  std::string text = row({"what", "a", "b", "c"}) + row({"x", "1", "2", "3"}) + row({"y", "4", "5"});
  const Layout layout = layout_of(text);
  ASSERT_EQ(findings(layout, "cells-missing"), 1);
  EXPECT_EQ(layout.findings[0].severity, Severity::warning);
  EXPECT_EQ(layout.findings[0].place.row, 2);
  // Three placings of two numbers in three columns, and why.
  EXPECT_EQ(layout.tables[0].other_readings.size(), 2u);
  EXPECT_FALSE(layout.tables[0].doubt.empty());
}

TEST(UnknownColumns, LostCellsThatMakeARowAsLongAsTheHeadsAreStillLost) {
  // The row "secret" has 6 cells, as many as the lowest head row; the others show that 8 belong there.
  std::string text = applicants("7");
  const std::string whole = row(cells({"", "refused", "secret"}, "7", 5));
  text.replace(text.find(whole), whole.size(), row(cells({"", "refused", "secret"}, "7", 3)));
  const Layout layout = layout_of(text);
  EXPECT_EQ(findings(layout, "cells-missing"), 1);
  EXPECT_EQ(labels_only(layout.tables[0]), applicants_labels);
}

TEST(UnknownColumns, ARowWithACellTooManyDoesNotMoveTheOthers) {
  std::string text = applicants("7");
  const std::string whole = row(cells({"received"}, "7", 5));
  text.replace(text.find(whole), whole.size(), row(cells({"received"}, "7", 6)));
  const Layout layout = layout_of(text);
  ASSERT_EQ(findings(layout, "cells-extra"), 1);
  EXPECT_EQ(layout.findings[0].place.row, 3);
  for (const Cell& cell : layout.tables[0].cells) {
    if (cell.text == "private") {
      EXPECT_EQ(cell.column, 2);
    }
  }
}

TEST(UnknownColumns, NumbersLostInTheOnlyRowAreNoticedByItsHeads) {
  const Layout layout = layout_of(row({"a", "b", "c", "d"}) + row({"1", "2", "3"}));
  EXPECT_EQ(layout.tables[0].columns, 4);
  EXPECT_EQ(findings(layout, "cells-missing"), 1);
}

TEST(UnknownColumns, AnEmptyParagraphAtTheEndOfACellDoesNotCutTheRow) {
  std::string text = applicants("7");
  const std::string whole = row(cells({"received"}, "7", 5));
  text.replace(text.find(whole), whole.size(), row({"received", "7", "7"}) + row({"7", "7", "7"}));
  const Layout layout = layout_of(text);
  EXPECT_EQ(labels_only(layout.tables[0]), applicants_labels);
  EXPECT_EQ(findings(layout, "row-joined"), 1);
}

TEST(UnknownColumns, AnEmptyParagraphAtTheEndOfAHeadDoesNotCutTheHeads) {
  const std::string numbers = row({"x", "1", "2", "3"}) + row({"y", "4", "5", "6"});
  const std::string whole = print(layout_of(row({"bar"}) + row({"what", "a", "b", "c"}) + numbers).tables[0]);
  for (const std::string& heads : {row({"what", "a"}) + row({"b", "c"}), row({"what", "a", "b"}) + row({"c"})}) {
    const Layout layout = layout_of(row({"bar"}) + heads + numbers);
    EXPECT_EQ(print(layout.tables[0]), whole) << heads;
    EXPECT_EQ(findings(layout, "row-joined"), 1) << heads;
  }
  const std::string blank =
      row({"bar"}) + row({"what", "a"}) + row({"b", "c"}) + row({"x", "", "", ""}) + row({"y", "4", "5", "6"});
  EXPECT_EQ(findings(layout_of(blank), "row-joined"), 1) << "numbers not filled in are numbers";
  // The table may begin with such heads; a lone word then is a title, and heads over heads begin with a blank.
  EXPECT_EQ(findings(layout_of(row({"what", "a"}) + row({"b", "c"}) + numbers), "row-joined"), 1);
  EXPECT_EQ(findings(layout_of(row({"what", "a", "b"}) + row({"c"}) + numbers), "row-joined"), 0);
  EXPECT_EQ(findings(layout_of(row({"what", "a", "b"}) + row({"", "c", "d"}) + numbers), "row-joined"), 0);
  EXPECT_EQ(findings(layout_of(row({"x", "none"}) + row({"y", "none"}) + row({"what", "a"}) + numbers), "row-joined"),
            0);
}

TEST(UnknownColumns, HeadsThatFitInTwoWaysGiveBothReadings) {
  // Two heads over three unlike leaves: nothing says which takes two.
  const Layout layout =
      layout_of(row({"left", "right"}) + row({"p", "q", "r"}) + row({"1", "2", "3"}) + row({"4", "5", "6"}));
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(layout.tables[0].other_readings.size(), 1u);
  EXPECT_FALSE(layout.tables[0].doubt.empty());
}

TEST(UnknownColumns, ARowWithoutAnyLabelIsNotTheOneAbove) {
  const Layout layout = layout_of(row({"what", "a", "b"}) + row({"x", "1", "2"}) + row({"", "3", "4"}));
  EXPECT_EQ(print(layout.tables[0]).find("1,0 2x1"), std::string::npos);
}

TEST(UnknownColumns, AStrayNumberInAMergedLabelIsTakenOut) {
  std::string text = applicants("7");
  const std::string whole = row(cells({"", "refused", "secret"}, "7", 5));
  text.replace(text.find(whole), whole.size(), row(cells({"0", "refused", "secret"}, "7", 5)));
  const Layout layout = layout_of(text);
  EXPECT_EQ(labels_only(layout.tables[0]), applicants_labels);
  ASSERT_EQ(findings(layout, "stray-text"), 1);
  EXPECT_NE(layout.findings[0].message.find("“0”"), std::string::npos);
  EXPECT_EQ(layout.findings[0].place.row, 5);
}

TEST(UnknownColumns, ACountOfRowsIsNoStrayNumber) {
  const Layout layout = layout_of(row({"no", "name", "n"}) + row({"1", "x", "5"}) + row({"2", "y", "6"}));
  EXPECT_EQ(findings(layout, "stray-text"), 0);
  EXPECT_NE(print(layout.tables[0]).find("2,0 1x1 2\n"), std::string::npos);
}

TEST(UnknownColumns, ATableCutByAPageNumberIsOneAndByTextIsTwo) {
  const std::string first = row({"what", "a", "b"}) + row({"x", "1", "2"});
  const std::string rest = row({"y", "3", "4"});
  const char* const whole =
      "0,0 1x1 what\n0,1 1x1 a\n0,2 1x1 b\n1,0 1x1 x\n1,1 1x1 1\n1,2 1x1 2\n2,0 1x1 y\n2,1 1x1 3\n2,2 1x1 4\n";
  for (const std::string& second : {rest, row({"what", "a", "b"}) + rest}) {
    const Layout layout = layout_of(first + "\n- 3 -\n\n" + second + "\nbehind\n");
    ASSERT_EQ(layout.tables.size(), 1u);
    EXPECT_EQ(print(layout.tables[0]), whole);
    ASSERT_EQ(layout.prose.size(), 2u);
    EXPECT_EQ(layout.prose[0].text, "- 3 -");
  }
  EXPECT_EQ(layout_of(first + "\nwords\n\n" + rest).tables.size(), 2u);
}

TEST(UnknownColumns, AHeadSpreadOverRowsIsOneLabelIfTheLexiconKnowsIt) {
  const KnowsLabel knows = [](std::string_view label) { return label == "科研机构" || label == "商业企业"; };
  const std::string text =
      row({"项目", "商业", "科研"}) + row({"", "企业", "机构"}) + row({"甲", "1", "2"}) + row({"乙", "3", "4"});
  EXPECT_EQ(print(layout_of(text, knows).tables[0]).substr(0, 57),
            print(layout_of(text, knows).tables[0]).substr(0, 57));
  const Layout layout = layout_of(text, knows);
  EXPECT_NE(print(layout.tables[0]).find("0,1 2x1 商业企业\n0,2 2x1 科研机构\n"), std::string::npos);
  EXPECT_EQ(findings(layout, "label-joined"), 2);
  EXPECT_EQ(findings(layout_of(text), "label-joined"), 0) << "nothing is joined without a lexicon";
}

// ---- known columns ----

NativeCell native(int column, int span, const std::string& text, VerticalMerge merge = VerticalMerge::none) {
  NativeCell cell;
  cell.column = column;
  cell.span = span;
  cell.merge = merge;
  Paragraph paragraph;
  paragraph.text = text;
  cell.content.push_back(Block{paragraph});
  return cell;
}

Layout layout_of(NativeTable table, const KnowsLabel& knows_label = {}) {
  Document document;
  document.format = Format::docx;
  document.blocks.push_back(Block{std::move(table)});
  Layout layout = analyze_marked_up(document, knows_label);
  finish(layout, knows_label);
  for (const Table& t : layout.tables) EXPECT_TRUE(covers_exactly_once(t));
  return layout;
}

TEST(KnownColumns, GapsAreBlankCellsAndUnseenColumnsGo) {
  NativeTable table;
  table.columns = 6;  // the last has no cell, the second no boundary
  table.rows.push_back({{native(0, 2, "a"), native(2, 1, "b"), native(3, 2, "c")}, false});
  table.rows.push_back({{native(3, 1, "d")}, false});
  const Layout layout = layout_of(table);
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(layout.tables[0].columns, 4);
  EXPECT_EQ(print(layout.tables[0], true), "0,0 1x1 a\n0,1 1x1 b\n0,2 1x2 c\n1,0 1x2 \n1,2 1x1 d\n1,3 1x1 \n");
}

TEST(KnownColumns, MergesWithTheSameColumnsAreOneCell) {
  NativeTable table;
  table.columns = 2;
  table.rows.push_back({{native(0, 1, "a", VerticalMerge::restart), native(1, 1, "b")}, false});
  table.rows.push_back({{native(0, 1, "", VerticalMerge::continued), native(1, 1, "c")}, false});
  table.rows.push_back(
      {{native(0, 1, "x", VerticalMerge::continued), native(1, 1, "", VerticalMerge::continued)}, false});
  const Layout layout = layout_of(table);
  EXPECT_EQ(print(layout.tables[0], true), "0,0 3x1 a\n0,1 1x1 b\n1,1 1x1 c\n2,1 1x1 \n")
      << "a continuation of nothing is a cell";
  ASSERT_EQ(layout.findings.size(), 1u);
  EXPECT_EQ(layout.findings[0].code, "stray-text");
  EXPECT_EQ(layout.findings[0].place.row, 2);
}

TEST(KnownColumns, AMergeWithOtherColumnsIsACellOfItsOwnAndReported) {
  NativeTable table;
  table.columns = 3;
  table.rows.push_back({{native(0, 2, "a", VerticalMerge::restart), native(2, 1, "b")}, false});
  table.rows.push_back({{native(0, 1, "", VerticalMerge::continued), native(1, 2, "c")}, false});
  const Layout layout = layout_of(table);
  EXPECT_EQ(print(layout.tables[0], true), "0,0 1x2 a\n0,2 1x1 b\n1,0 1x1 \n1,1 1x2 c\n");
  EXPECT_EQ(findings(layout, "merge-mismatch"), 1);
}

TEST(KnownColumns, ALabelOneCharacterARowInAMergedCellIsOneLabel) {
  NativeTable table;
  table.columns = 2;
  table.rows.push_back({{native(0, 1, "办", VerticalMerge::restart), native(1, 1, "1")}, false});
  table.rows.push_back({{native(0, 1, "理", VerticalMerge::continued), native(1, 1, "2")}, false});
  table.rows.push_back({{native(0, 1, "结", VerticalMerge::continued), native(1, 1, "3")}, false});
  table.rows.push_back({{native(0, 1, "0", VerticalMerge::continued), native(1, 1, "4")}, false});
  const Layout layout = layout_of(table);
  EXPECT_EQ(layout.tables[0].cells[0].text, "办理结");
  EXPECT_EQ(layout.tables[0].cells[0].print, "办\n理\n结");
  EXPECT_EQ(layout.tables[0].cells[0].row_span, 4);
  EXPECT_TRUE(layout.tables[0].cells[0].repaired);
  EXPECT_EQ(findings(layout, "label-joined"), 1);
  EXPECT_EQ(findings(layout, "stray-text"), 1);
}

TEST(KnownColumns, AHiddenNumberUnderAMergedNumberIsAWarning) {
  NativeTable table;
  table.columns = 2;
  table.rows.push_back({{native(0, 1, "x"), native(1, 1, "5", VerticalMerge::restart)}, false});
  table.rows.push_back({{native(0, 1, "y"), native(1, 1, "7", VerticalMerge::continued)}, false});
  const Layout layout = layout_of(table);
  ASSERT_EQ(layout.findings.size(), 1u);
  EXPECT_EQ(layout.findings[0].severity, Severity::warning);
}

NativeTable with_inner_table(NativeTable outer) {
  NativeTable inner;
  inner.columns = 1;
  inner.rows.push_back({{native(0, 1, "inner")}, false});
  outer.rows[0].cells[0].content.push_back(Block{inner});
  return outer;
}

TEST(KnownColumns, ANestedTableFollowsTheOneAroundIt) {
  NativeTable outer;
  outer.columns = 2;
  outer.rows.push_back({{native(0, 1, "outer"), native(1, 1, "beside")}, false});
  const Layout layout = layout_of(with_inner_table(outer));
  ASSERT_EQ(layout.tables.size(), 2u);
  EXPECT_EQ(print(layout.tables[0]), "0,0 1x1 outer\n0,1 1x1 beside\n");
  EXPECT_EQ(print(layout.tables[1]), "0,0 1x1 inner\n");
}

TEST(KnownColumns, AFrameAroundThePageIsNoTable) {
  NativeTable frame;
  frame.columns = 1;
  frame.rows.push_back({{native(0, 1, "一、标题")}, false});
  const Layout layout = layout_of(with_inner_table(frame));
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(print(layout.tables[0]), "0,0 1x1 inner\n");
  EXPECT_EQ(layout.tables[0].caption, "一、标题");
  ASSERT_EQ(layout.prose.size(), 1u);
}

TEST(KnownColumns, AColumnTooNarrowToSeeIsNone) {
  NativeTable table;
  table.columns = 4;
  table.widths = {30, 29.95, 0.05, 30};
  table.rows.push_back({{native(0, 2, "a"), native(2, 2, "b")}, false});
  table.rows.push_back({{native(0, 1, "1"), native(1, 2, "2"), native(3, 1, "3")}, false});
  EXPECT_EQ(print(layout_of(table).tables[0]), "0,0 1x2 a\n0,2 1x1 b\n1,0 1x1 1\n1,1 1x1 2\n1,2 1x1 3\n");
  // With something in it, it is a column however narrow.
  table.rows.push_back({{native(0, 2, "x"), native(2, 1, "y"), native(3, 1, "z")}, false});
  EXPECT_EQ(layout_of(table).tables[0].columns, 4);
}

NativeTable three_columns(const std::vector<std::vector<std::string>>& rows) {
  NativeTable table;
  table.columns = 3;
  for (const std::vector<std::string>& texts : rows) {
    table.rows.emplace_back();
    for (std::size_t i = 0; i < texts.size(); ++i)
      table.rows.back().cells.push_back(native(static_cast<int>(i), 1, texts[i]));
  }
  return table;
}

Layout layout_of(const NativeTable& first, const std::vector<std::string>& between, const NativeTable& second) {
  Document document;
  document.blocks.push_back(Block{first});
  for (const std::string& text : between) {
    Paragraph paragraph;
    paragraph.text = text;
    document.blocks.push_back(Block{paragraph});
  }
  document.blocks.push_back(Block{second});
  return analyze_marked_up(document, {});
}

TEST(KnownColumns, ATableGoesOnBehindAnEmptyParagraphOnlyIfItHasNoHeads) {
  const NativeTable first = three_columns({{"what", "p", "q"}, {"x", "1", "2"}});
  const NativeTable rest = three_columns({{"y", "3", "4"}});
  const NativeTable other = three_columns({{"what", "p", "q"}, {"y", "3", "4"}});
  const NativeTable bare = three_columns({{"1", "2", "3"}, {"4", "5", "6"}});
  EXPECT_EQ(layout_of(first, {" "}, rest).tables.size(), 1u);
  EXPECT_EQ(layout_of(first, {""}, other).tables.size(), 2u);
  EXPECT_EQ(layout_of(bare, {""}, bare).tables.size(), 2u) << "tables that merely look alike";
  NativeTable wider = rest;
  wider.widths = {10, 10, 10};
  EXPECT_EQ(layout_of(first, {""}, wider).tables.size(), 2u);
}

TEST(KnownColumns, ATableGoesOnBehindAPageNumberButNotBehindText) {
  const NativeTable first = three_columns({{"what", "p", "q"}, {"x", "1", "2"}});
  const NativeTable rest = three_columns({{"y", "3", "4"}});
  const NativeTable again = three_columns({{"what", "p", "q"}, {"y", "3", "4"}});
  const char* const whole =
      "0,0 1x1 what\n0,1 1x1 p\n0,2 1x1 q\n1,0 1x1 x\n1,1 1x1 1\n1,2 1x1 2\n2,0 1x1 y\n2,1 1x1 3\n2,2 "
      "1x1 4\n";
  for (const NativeTable& second : {rest, again}) {
    for (const char* mark : {"续表", "（续上表）", "Table 3 (continued)"}) {
      const Layout layout = layout_of(first, {"- 3 -", "", mark}, second);
      ASSERT_EQ(layout.tables.size(), 1u) << mark;
      EXPECT_EQ(print(layout.tables[0]), whole);
      EXPECT_EQ(findings(layout, "table-joined"), 1);
      EXPECT_EQ(findings(layout, "header-repeated"), second.rows.size() == 2 ? 1 : 0);
      ASSERT_EQ(layout.prose.size(), 2u) << "what was printed is not lost";
      EXPECT_EQ(layout.prose[1].text, mark);
    }
  }
  const Layout apart = layout_of(first, {"续表说明"}, rest);
  EXPECT_EQ(apart.tables.size(), 2u);
  ASSERT_EQ(findings(apart, "table-behind-text"), 1);
  EXPECT_EQ(apart.findings[0].place.table, 1);
  EXPECT_EQ(layout_of(first, {"words"}, again).findings.size(), 0u) << "a table with heads of its own is another";
  const NativeTable other = three_columns({{"what", "p", "r"}, {"y", "3", "4"}});
  EXPECT_EQ(layout_of(first, {"续表"}, other).tables.size(), 2u) << "other heads";
}

TEST(KnownColumns, NothingIsNoTable) {
  NativeTable empty;
  EXPECT_TRUE(layout_of(empty).tables.empty());
  NativeTable rows;
  rows.columns = 2;
  rows.rows.resize(3);
  EXPECT_TRUE(layout_of(rows).tables.empty());
}

}  // namespace
}  // namespace fubiao
