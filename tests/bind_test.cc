#include "normalize/bind.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "normalize/report.h"
#include "tests/make_damage.h"
#include "tests/make_table.h"

namespace fubiao {
namespace {

Field field(const Report& report, const std::string& path) {
  for (const Field& one : report.fields) {
    if (one.path == path) return one;
  }
  ADD_FAILURE() << path << " is not there";
  return {};
}

bool lists(const Report& report, const std::string& code, const std::string& path) {
  for (const Finding& f : report.findings) {
    if (f.code == code && std::count(f.fields.begin(), f.fields.end(), path) > 0) return true;
  }
  return false;
}

std::string codes(const Report& report) {
  std::string text;
  for (const Finding& f : report.findings) text += f.code + " ";
  return text;
}

TEST(Bind, BlankFormGivesNullsAndChecksThatSayNothing) {
  Art art = {disclosure_2021(), requests_2021(), review_2021()};
  for (std::string& one : art) {
    one = each_line(one, [](std::vector<std::string>& cells) {
      for (std::string& cell : cells) {
        if (!cell.empty() && cell.find_first_not_of("0123456789.") == std::string::npos) cell.clear();
      }
    });
  }
  const Report report = read_art(art);
  EXPECT_EQ(report.form, "ogi-2021");
  EXPECT_EQ(report.fields.size(), 200u);
  for (const Field& one : report.fields) EXPECT_EQ(one.status, Status::blank) << one.path;
  EXPECT_EQ(report.checks.size(), 42u);
  for (const Check& check : report.checks) EXPECT_FALSE(check.holds.has_value()) << check.name;
  EXPECT_TRUE(report.findings.empty());
}

TEST(Bind, OlderHeadsInANewerReport) {
  const Report report = read_art({R"(
第二十条第（一）项 | < | < | <
信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量
规章 | 1 | 2 | 3
行政规范性文件 | 4 | 5 | 6
第二十条第（五）项 | < | < | <
信息内容 | 上一年项目数量 | 本年增/ | 处理决定数量
行政许可 | 7 | 减3 | 9
第二十条第（九）项 | < | < | <
信息内容 | 采购项目数量 | 采购总金额（万元） | <
政府集中采购 | 10 | 11.5 | <
)",
                                  requests_2021()});
  EXPECT_EQ(report.form, "ogi-2019") << "told by the heads of the disclosure table";
  EXPECT_EQ(field(report, "disclosure.normative_documents.total_disclosed").value, Decimal::parse("6"));
  EXPECT_EQ(field(report, "disclosure.licensing.change").value, Decimal::parse("-3"));
  EXPECT_EQ(field(report, "disclosure.licensing.change").status, Status::repaired);
  EXPECT_EQ(field(report, "disclosure.procurement.amount").unit, "万元");
  EXPECT_EQ(field(report, "requests.results.other_processing.fee_overdue.total").value, Decimal::parse("240"));
}

TEST(Bind, ReviewTableTurnedAround) {
  const Report report = read_art({R"(
行政复议 | 结果维持 | < | 1
^ | 结果纠正 | < | 2
^ | 其他结果 | < | 3
^ | 尚未审结 | < | 4
^ | 总计 | < | 10
行政诉讼 | 未经复议直接起诉 | 结果维持 | 5
^ | ^ | 结果纠正 | 6
^ | ^ | 其他结果 | 7
^ | ^ | 尚未审结 | 8
^ | ^ | 总计 | 26
^ | 复议后起诉 | 结果维持 | 9
^ | ^ | 结果纠正 | 11
^ | ^ | 其他结果 | 12
^ | ^ | 尚未审结 | 13
^ | ^ | 总计 | 45
)"});
  EXPECT_EQ(report.fields.size(), 15u);
  for (const Field& one : report.fields) EXPECT_EQ(one.value, Decimal::parse(sound_truth().at(one.path))) << one.path;
  EXPECT_EQ(codes(report), "form-in-doubt ") << "the table is the same in two forms";
}

TEST(Bind, ReviewOutcomesDownAndProceduresAcross) {
  const Report down = read_art({R"(
 | 行政复议 | 未经复议直接起诉 | 复议后起诉
结果维持 | 1 | 5 | 9
结果纠正 | 2 | 6 | 11
其他结果 | 3 | 7 | 12
尚未审结 | 4 | 8 | 13
总计 | 10 | 26 | 45
)"});
  EXPECT_EQ(down.fields.size(), 15u);
  const Report across = read_art({R"(
 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计
行政复议 | 1 | 2 | 3 | 4 | 10
未经复议直接起诉 | 5 | 6 | 7 | 8 | 26
复议后起诉 | 9 | 11 | 12 | 13 | 45
)"});
  EXPECT_EQ(across.fields.size(), 15u);
  for (const Report* report : {&down, &across}) {
    for (const Field& one : report->fields)
      EXPECT_EQ(one.value, Decimal::parse(sound_truth().at(one.path))) << one.path;
    EXPECT_EQ(codes(*report), "form-in-doubt ");
  }
}

TEST(Bind, UnitThatIsNotTheFormsIsAWarning) {
  const Report report = read_art({change(disclosure_2021(), "14.67", "251000元"), requests_2021()});
  EXPECT_EQ(field(report, "disclosure.fees.amount").value, Decimal::parse("251000"));
  EXPECT_EQ(field(report, "disclosure.fees.amount").unit, "元");
  EXPECT_TRUE(lists(report, "unit-differs", "disclosure.fees.amount"));
}

TEST(Bind, GuessedCharactersAreNeverSilent) {
  Table table = make_table(disclosure_2021());
  for (Cell& cell : table.cells) cell.untrusted = cell.text == "318";
  const Report report = normalize({}, make_layout({table}), bundled_set());
  EXPECT_TRUE(lists(report, "guessed-unicode", "disclosure.penalties.decisions"));
}

TEST(Bind, ReadingThatAddsUpIsKeptAndTheOtherOneNamed) {
  const std::string right = line_with(requests_2021(), "2.重复申请");
  Table table = make_table(change(requests_2021(), right, "^ | ^ | 2.重复申请 | 15 | 30 | 45 | 0 | 157 | 5 | 180\n"));
  table.other_readings.push_back(make_table(requests_2021()));
  table.doubt = "A cell may be cut.";
  const Report report = normalize({}, make_layout({table}), bundled_set());
  EXPECT_EQ(field(report, "requests.results.not_processed.repeated.other").value, Decimal::parse("75"));
  EXPECT_TRUE(lists(report, "several-readings", "requests.results.not_processed.repeated.other"));
  EXPECT_FALSE(lists(report, "several-readings", "requests.results.not_processed.repeated.total"));
}

TEST(Bind, FindingsOfTheLayoutGetTheFieldsOfTheirPlace) {
  Layout layout = make_layout({make_table(disclosure_2021())});
  Finding doubt;
  doubt.code = "text-over-edge";
  doubt.severity = Severity::warning;
  doubt.place = {std::nullopt, 0, 2, 2};
  layout.findings = {doubt, doubt};
  layout.findings[1].severity = Severity::note;
  const Report report = normalize({}, layout, bundled_set());
  EXPECT_EQ(report.findings[0].fields, (std::vector<std::string>{"disclosure.regulations.repealed"}));
  EXPECT_TRUE(report.findings[1].fields.empty());
}

TEST(Bind, TablesOfOthersAreLeftAlone) {
  const Report report = read_art({R"(
索引号 | 0123 | 文号 | 7
发布机构 | 某局 | 总计 | 12
)",
                                  R"(
项目 | 其他 | 总计
会议 | 3 | 4
)"});
  EXPECT_FALSE(report.form.has_value());
  EXPECT_TRUE(report.fields.empty());
}

TEST(Bind, HugeTablesTakeNoLongTime) {
  std::string row = "行政许可";
  std::string wide = "信息内容";
  for (int i = 0; i < 1500; ++i) row += " | 1", wide += " | 本年处理决定数量";
  std::string art = wide + "\n";
  for (int i = 0; i < 60; ++i) art += row + "\n";
  EXPECT_NO_FATAL_FAILURE(read_art({art}));
  std::string tall = "信息内容 | 本年处理决定数量\n";
  for (int i = 0; i < 20000; ++i) tall += "行政许司" + std::to_string(i) + " | 1\n";
  EXPECT_NO_FATAL_FAILURE(read_art({tall}));
}

}  // namespace
}  // namespace fubiao
