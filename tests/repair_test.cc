#include "layout/repair.h"

#include <gtest/gtest.h>

namespace fubiao {
namespace {

Cell cell(int row, int column, int row_span, const std::string& text, const std::string& print = {}) {
  Cell c;
  c.row = row;
  c.column = column;
  c.row_span = row_span;
  c.text = text;
  c.print = print.empty() ? text : print;
  return c;
}

Table table(int rows, int columns, std::vector<Cell> cells) {
  Table t;
  t.rows = rows;
  t.columns = columns;
  t.cells = std::move(cells);
  EXPECT_TRUE(covers_exactly_once(t));
  return t;
}

KnowsLabel knows(std::vector<std::string> labels) {
  return [labels](std::string_view text) {
    for (const std::string& label : labels) {
      if (label == text) return true;
    }
    return false;
  };
}

TEST(Repair, UnitsBehindLabelsAreNoLabelEvenWithCodesBetween) {
  for (const bool codes : {false, true}) {
    std::vector<Cell> cells;
    int row = 0;
    for (const char* unit : {"个", "人"}) {
      int column = 0;
      cells.push_back(cell(row, column++, 1, row == 0 ? "机构数" : "人员数"));
      if (codes) cells.push_back(cell(row, column++, 1, std::to_string(57 + row)));
      cells.push_back(cell(row, column++, 1, unit));
      cells.push_back(cell(row, column, 1, "3"));
      ++row;
    }
    Table t = table(2, codes ? 4 : 3, cells);
    std::vector<Finding> findings;
    repair(t, knows({"机构数", "人员数", "个人"}), findings);
    EXPECT_EQ(t.cells.size(), codes ? 8u : 6u);
    EXPECT_TRUE(findings.empty());
  }
}

TEST(Repair, ALabelSpreadOverRowsBecomesOneCell) {
  Table t = table(4, 2,
                  {cell(0, 0, 1, "办"), cell(0, 1, 1, "1"), cell(1, 0, 1, "理"), cell(1, 1, 1, "2"),
                   cell(2, 0, 1, "结果"), cell(2, 1, 1, "3"), cell(3, 0, 1, "总计"), cell(3, 1, 1, "6")});
  std::vector<Finding> findings;
  repair(t, knows({"办理结果", "总计"}), findings);
  EXPECT_TRUE(covers_exactly_once(t));
  EXPECT_EQ(t.cells[0].text, "办理结果");
  EXPECT_EQ(t.cells[0].print, "办\n理\n结果");
  EXPECT_EQ(t.cells[0].row_span, 3);
  EXPECT_TRUE(t.cells[0].repaired);
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].code, "label-joined");
  EXPECT_EQ(findings[0].severity, Severity::note);
}

TEST(Repair, LabelsThatTheLexiconKnowsAreNotJoined) {
  Table t = table(2, 1, {cell(0, 0, 1, "其他"), cell(1, 0, 1, "结果")});
  std::vector<Finding> findings;
  repair(t, knows({"其他", "其他结果"}), findings);
  EXPECT_EQ(t.cells.size(), 2u);
  repair(t, {}, findings);
  EXPECT_EQ(t.cells.size(), 2u);
  EXPECT_TRUE(findings.empty());
}

TEST(Repair, ANumberIsNeverJoinedToALabel) {
  Table t = table(3, 1, {cell(0, 0, 1, "办理"), cell(1, 0, 1, "5"), cell(2, 0, 1, "结果")});
  std::vector<Finding> findings;
  repair(t, knows({"办理结果", "办理5结果"}), findings);
  EXPECT_EQ(t.cells.size(), 3u);
}

TEST(Repair, AStrayNumberAmongTheLinesOfAMergedLabelIsTakenOut) {
  Table t = table(2, 2, {cell(0, 0, 2, "办理结果0", "办理\n结果\n0"), cell(0, 1, 1, "1"), cell(1, 1, 1, "2")});
  std::vector<Finding> findings;
  repair(t, knows({"办理结果"}), findings);
  EXPECT_EQ(t.cells[0].text, "办理结果");
  EXPECT_EQ(t.cells[0].print, "办理\n结果");
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].code, "stray-text");
  EXPECT_NE(findings[0].message.find("“0”"), std::string::npos);
}

TEST(Repair, AContinuationThatTheLexiconKnowsGoesOnWithTheLabel) {
  const KnowsLabel lexicon = knows({"三、本年度办理结果"});
  Table t = table(2, 1, {cell(0, 0, 2, "三、本年度")});
  std::vector<Finding> findings;
  settle_continuations(t, {{0, 1, {"办理结果", "办理结果", Flow::horizontal}}}, lexicon, findings);
  EXPECT_EQ(t.cells[0].text, "三、本年度办理结果");
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].code, "label-joined");

  Table other = table(2, 1, {cell(0, 0, 2, "三、本年度办理结果")});
  findings.clear();
  settle_continuations(other, {{0, 1, {"旧文字", "旧文字", Flow::horizontal}}}, lexicon, findings);
  EXPECT_EQ(other.cells[0].text, "三、本年度办理结果");
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].code, "stray-text");
}

TEST(Finish, FindingsNameTheTableAndEveryReadingIsRepaired) {
  Layout layout;
  layout.tables.push_back(table(1, 1, {cell(0, 0, 1, "x")}));
  layout.tables.push_back(table(2, 1, {cell(0, 0, 1, "办理"), cell(1, 0, 1, "结果")}));
  layout.tables[1].other_readings.push_back(layout.tables[1]);
  finish(layout, knows({"办理结果"}));
  ASSERT_EQ(layout.findings.size(), 1u);
  EXPECT_EQ(layout.findings[0].place.table, 1);
  EXPECT_EQ(layout.tables[1].other_readings[0].cells.size(), 1u);
}

}  // namespace
}  // namespace fubiao
