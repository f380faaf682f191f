// Sets of columns side by side are read one after the other, in any form.
#include "normalize/side_by_side.h"

#include <gtest/gtest.h>

#include "tests/make_damage.h"
#include "tests/make_table.h"

namespace fubiao {
namespace {

/// The 2014 form in sets: the rows of the form run down the first set, then down the next. Each value is its place in
/// the form, from 1, or blank.
struct Sides {
  int sets = 2;
  bool units = true;
  bool blank = false;
  bool levels = false;  ///< 一、 in a column of its own, 其余 in the next
};

struct Line {
  std::string label, unit, value;
  bool top = false;
};

void add_rows(const std::vector<FormNode>& rows, int parent, const Sides& sides, int& number, std::vector<Line>& out) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].parent != parent) continue;
    Line line{rows[i].label, rows[i].carries ? rows[i].units.front() : "", "", parent < 0};
    if (rows[i].carries) ++number;
    if (rows[i].carries && !sides.blank) line.value = std::to_string(number);
    out.push_back(line);
    add_rows(rows, static_cast<int>(i), sides, number, out);
  }
}

std::string art_of(const Sides& sides) {
  std::vector<Line> lines;
  int number = 0;
  add_rows(form_named("ogi-2014").tables.front().rows, -1, sides, number, lines);
  const auto cells = [&](const Line& line) {
    std::string text = !sides.levels ? line.label : line.top ? line.label + " | <" : " | " + line.label;
    if (sides.units) text += " | " + line.unit;
    return text + " | " + line.value;
  };
  const std::size_t height =
      (lines.size() + static_cast<std::size_t>(sides.sets) - 1) / static_cast<std::size_t>(sides.sets);
  std::string head = sides.levels ? "统计指标 | <" : "统计指标";
  head += sides.units ? " | 单位 | 统计数" : " | 统计数";
  std::string art = "\n";
  for (int s = 0; s < sides.sets; ++s) art += (s == 0 ? "" : " | ") + head;
  art += '\n';
  for (std::size_t r = 0; r < height; ++r) {
    for (std::size_t s = 0; s < static_cast<std::size_t>(sides.sets); ++s) {
      const std::size_t at = s * height + r;
      art += (s == 0 ? "" : " | ") + cells(at < lines.size() ? lines[at] : Line{});
    }
    art += '\n';
  }
  return art;
}

void expect_all(const Sides& sides) {
  const Report report = read_art({art_of(sides)});
  EXPECT_EQ(report.form, "ogi-2014");
  const std::vector<FormField> fields = fields_of(form_named("ogi-2014"));
  ASSERT_EQ(report.fields.size(), fields.size());
  for (std::size_t i = 0; i < fields.size(); ++i) {
    EXPECT_EQ(report.fields[i].path, fields[i].path);
    EXPECT_EQ(report.fields[i].value ? report.fields[i].value->to_string() : "",
              sides.blank ? "" : std::to_string(i + 1));
  }
  for (const Finding& finding : report.findings) EXPECT_EQ(finding.severity, Severity::note) << finding.message;
}

TEST(SideBySide, TwoSetsOfTheStatistics) {
  expect_all({});
}

TEST(SideBySide, ThreeSetsWithoutUnits) {
  expect_all({.sets = 3, .units = false});
}

TEST(SideBySide, SetsWithTheirHierarchyInTwoColumns) {
  expect_all({.levels = true});
}

TEST(SideBySide, WithoutNumbersTheHeadsTell) {
  expect_all({.units = false, .blank = true});
}

std::vector<int> sets(const std::string& art) {
  const Table table = make_table(art);
  return sets_of(table, look_at(table, bundled_set().vocabulary));
}

TEST(SideBySide, TablesOfOneSetStayWhole) {
  EXPECT_EQ(sets(disclosure_2021()), std::vector<int>{0});
  EXPECT_EQ(sets(requests_2021()), std::vector<int>{0});
  EXPECT_EQ(sets(review_2021()), std::vector<int>{0});
}

// Two labels among the numbers are damage; nobody may read the rest of the rows as a set of its own.
TEST(SideBySide, TwoStrayLabelsAreNoSet) {
  const std::string stray = R"(
统计指标 | 单位 | 统计数 | 备注
（一）收到申请数 | 件 | 10 |
1.当面申请数 | 件 | 1 | 1.当面申请数
2.传真申请数 | 件 | 2 | 2.传真申请数
3.网络申请数 | 件 | 3 |
4.信函申请数 | 件 | 4 |
)";
  EXPECT_EQ(sets(stray), std::vector<int>{0});
  EXPECT_EQ(sets(change(stray, "3 |\n", "3 | 3.网络申请数\n")), (std::vector<int>{0, 3}));
}

// What stands beside a form's rows and is none of them is reported.
TEST(SideBySide, NumbersOfAStrangersSetAreReported) {
  const Report report = read_art({R"(
统计指标 | 单位 | 统计数 | 统计指标 | 单位 | 统计数
（一）收到申请数 | 件 | 10 | 四、行政复议数量 | 件 | 6
1.当面申请数 | 件 | 1 | （一）维持具体行政行为数 | 件 | 1
2.传真申请数 | 件 | 2 | （二）被依法纠错数 | 件 | 2
3.网络申请数 | 件 | 3 | （三）其他情形数 | 件 | 3
4.信函申请数 | 件 | 4 | 本县新增甲类事项 | 件 | 77
)"});
  EXPECT_EQ(report.fields.size(), 9u);
  bool said = false;
  for (const Finding& finding : report.findings) said |= finding.message.find("77") != std::string::npos;
  EXPECT_TRUE(said);
}

}  // namespace
}  // namespace fubiao
