// A department's final accounts as text art: what is a number there and what is none.
#include <gtest/gtest.h>

#include "tests/make_damage.h"
#include "tests/make_table.h"

namespace fubiao {
namespace {

const char* const accounts = R"(
收入 | < | < | 支出 | < | <
项目 | 行次 | 金额 | 项目 | 行次 | 金额
栏次 | | 1 | 栏次 | | 2
一、一般公共预算财政拨款收入 | 1 | 100.5 | 一、一般公共服务支出 | 9 | 60
二、政府性基金预算财政拨款收入 | 2 | 20 | 五、教育支出 | 10 | 50
八、其他收入 | 3 | 9.5 | 二十三、其他支出 | 11 | 15
 | 4 | | 二十五、债务付息支出 | 12 | 0
本年收入合计 | 5 | 130 | 本年支出合计 | 13 | 125
使用非财政拨款结余 | 6 | 1 | 结余分配 | 14 | 2
年初结转和结余 | 7 | 3 | 年末结转和结余 | 15 | 7
总计 | 8 | 134 | 总计 | 16 | 134
)";

std::string value(const Report& report, const std::string& path) {
  for (const Field& field : report.fields) {
    if (field.path == path) return (field.value ? field.value->to_string() : "null") + " " + field.unit;
  }
  return "absent";
}

TEST(FinalAccounts, NumbersOfRowsAndColumnsAreNoValues) {
  const Report report = read_art({accounts});
  EXPECT_EQ(report.form, "final-accounts");
  EXPECT_EQ(report.fields.size(), 15u);
  EXPECT_EQ(value(report, "income.general_public_budget.amount"), "100.5 ");
  EXPECT_EQ(value(report, "income.grand_total.amount"), "134 ");
  EXPECT_EQ(value(report, "expenditure.grand_total.amount"), "134 ");
  EXPECT_EQ(value(report, "expenditure.other.amount"), "15 ");
  EXPECT_EQ(value(report, "income.other.amount"), "9.5 ");
  EXPECT_EQ(value(report, "income.business.amount"), "absent") << "the blank row has a number of its own, and no label";
  for (const Finding& finding : report.findings) ADD_FAILURE() << finding.code << " " << finding.message;
}

TEST(FinalAccounts, SidesThatDoNotBalanceFail) {
  const Report report = read_art({change(accounts, "总计 | 16 | 134", "总计 | 16 | 135")});
  int failing = 0;
  for (const Check& check : report.checks) {
    if (check.holds != false) continue;
    ++failing;
    EXPECT_TRUE(check.name == "sum:expenditure.grand_total.amount" || check.name == "balance:amount") << check.name;
  }
  EXPECT_EQ(failing, 2);
}

TEST(FinalAccounts, TheUnitStandsAboveTheTableOrInItsHead) {
  EXPECT_EQ(value(read_art({change(accounts, "金额", "金额（元）")}), "income.grand_total.amount"), "134 元");
  const std::string row = "部门：甲县乙局 | < | < | 金额单位：万元 | < | <\n";
  EXPECT_EQ(value(read_art({"\n" + row + (accounts + 1)}), "income.grand_total.amount"), "134 万元");
  Layout layout = make_layout({make_table(accounts)});
  layout.prose.push_back({});
  layout.prose.back().text = "编制单位：甲县乙局 金额单位：万元";
  layout.flow.insert(layout.flow.begin(), FlowItem{FlowItem::Kind::prose, 0});
  EXPECT_EQ(value(normalize({}, layout, bundled_set()), "expenditure.other.amount"), "15 万元");
}

// The table of the appropriations (公开04表) has most of the labels of the first one; each keeps its numbers.
TEST(FinalAccounts, TwoTablesThatShareLabelsAreKeptApart) {
  const Report report = read_art({accounts, R"(
收入 | < | < | 支出 | < | < | < | < | <
项目 | 行次 | 金额 | 项目 | 行次 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款
栏次 | | 1 | 栏次 | | 2 | 3 | 4 | 5
一、一般公共预算财政拨款 | 1 | 77 | 一、一般公共服务支出 | 9 | 41 | 41 | | 
二、政府性基金预算财政拨款 | 2 | 20 | 五、教育支出 | 10 | 42 | 42 | | 
三、国有资本经营预算财政拨款 | 3 | 9 | 二十三、其他支出 | 11 | 43 | | 43 | 
本年收入合计 | 5 | 106 | 本年支出合计 | 13 | 126 | 83 | 43 | 
总计 | 8 | 106 | 总计 | 16 | 126 | 83 | 43 | 
)"});
  EXPECT_EQ(value(report, "income.general_public_budget.amount"), "100.5 ");
  EXPECT_EQ(value(report, "income.total_for_year.amount"), "130 ");
  EXPECT_EQ(value(report, "expenditure.education.amount"), "50 ");
  EXPECT_EQ(value(report, "appropriations.income.general_public_budget.amount"), "77 ");
  EXPECT_EQ(value(report, "appropriations.income.grand_total.amount"), "106 ");
  EXPECT_EQ(value(report, "appropriations.expenditure.other.government_funds_budget"), "43 ");
  EXPECT_EQ(value(report, "appropriations.expenditure.grand_total.total"), "126 ");
  EXPECT_EQ(value(report, "expenditure.grand_total.amount"), "134 ");
}

}  // namespace
}  // namespace fubiao
