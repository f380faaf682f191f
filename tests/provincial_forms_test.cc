// Rows and columns of older provincial and district forms: what means exactly what a national row means binds to its
// field, everything else is reported and never bound.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "normalize/report.h"
#include "tests/label_collection.h"
#include "tests/make_damage.h"

namespace fubiao {
namespace {

/// A row of the Fujian form: its label, and the national field that it means exactly; empty: none.
struct Provincial {
  const char* print;
  const char* path;
};

const std::vector<Provincial>& provincial_rows() {
  static const std::vector<Provincial> all = {
      {"主动公开文件数", ""},  // of documents, not of pieces of information
      {"主动公开信息数", "disclosure.total"},
      {"政府网站公开数", "disclosure.channels.website"},
      {"网站公开", "disclosure.channels.website"},
      {"政府公报公开", "disclosure.channels.gazette"},
      {"受理依申请公开信息总数", ""},  // accepted, not received
      {"当面申请数", "requests.received.in_person"},
      {"网上申请数", "requests.received.online"},
      {"信函、传真申请数", ""},  // two fields in one
      {"传真申请数", "requests.received.fax"},
      {"电子邮件申请数", ""},  // a part of what the national form counts as 网络申请
      {"信函申请数", "requests.received.letter"},
      {"其它形式申请数", ""},
      {"其他形式申请数", ""},
      {"对申请的答复总数", "requests.answered.total"},
      {"对申请的答复数", "requests.answered.total"},
      {"同意公开答复数", "requests.answered.granted"},
      {"同意部分公开答复数", "requests.answered.partially_granted"},
      {"不予公开答复数", ""},  // all refusals, also those that the national form counts as 5. to 8.
      {"否决公开答复", ""},
      {"其他类型答复数", ""},
      {"政府信息公开收费减免金额", ""},  // what was not charged
      {"接受行政诉讼、举报数", ""},
      {"行政复议数", "review.total"},
      {"行政诉讼数", "litigation.total"},
      {"行政申诉数", ""},
  };
  return all;
}

std::string provincial_art(const std::vector<Provincial>& rows, const std::string& head) {
  std::string art = "\n" + head + "\n";
  int number = 700;
  for (const Provincial& row : rows) {
    ++number;
    art += std::string(row.print) + " | 件 | " + std::to_string(number) + " | " + std::to_string(number + 1000) + "\n";
  }
  return art;
}

TEST(ProvincialForms, RowsOfProvincialFormsBindOnlyWhereTheyMeanTheSame) {
  // Each row by itself among the rows that any such form has, so that two spellings of one field do not meet.
  for (const Provincial& row : provincial_rows()) {
    SCOPED_TRACE(row.print);
    std::vector<Provincial> rows = {
        row, {"当面申请数", "requests.received.in_person"}, {"同意公开答复数", "requests.answered.granted"}};
    if (row.path == std::string("requests.received.in_person") ||
        row.path == std::string("requests.answered.granted")) {
      rows = {row, {"同意部分公开答复数", "requests.answered.partially_granted"}};
    }
    for (const char* head :
         {"指标名称 | 计量单位 | 2012年度 | 历年累计", "指 标 名 称 | 计量单位 | 本年累计 | 历年累计"}) {
      const Report report = read_art({provincial_art(rows, head)});
      EXPECT_EQ(report.form, "ogi-2014") << trace(report);
      Truth expected;
      for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].path[0] != '\0') expected[rows[i].path] = std::to_string(701 + i);
      }
      EXPECT_EQ(values_of(report), expected) << trace(report);
      if (row.path[0] == '\0') {
        EXPECT_TRUE(says(report, "unbound-row", row.print) && says(report, "unbound-row", "701")) << trace(report);
      }
      EXPECT_TRUE(says(report, "unbound-column", "历年累计")) << trace(report);
    }
  }
}

TEST(ProvincialForms, AWholeProvincialFormBindsWhatIsNational) {
  const Report report = read_art({provincial_art(provincial_rows(), "指标名称 | 计量单位 | 2014年度 | 历年累计")});
  Truth expected;
  int number = 700;
  for (const Provincial& row : provincial_rows()) {
    ++number;
    if (row.path[0] != '\0') expected.emplace(row.path, std::to_string(number));  // of two spellings the first
  }
  EXPECT_EQ(values_of(report), expected) << trace(report);
  for (const Provincial& row : provincial_rows()) {
    if (row.path[0] != '\0') continue;
    EXPECT_TRUE(says(report, "unbound-row", row.print)) << row.print;
  }
}

TEST(ProvincialForms, SumsOfAllYearsAndOtherColumnsAreNeverTheYearsValue) {
  // Only the column that is not the year's is filled: nothing may slip into the field.
  for (const char* head : {"指标名称 | 计量单位 | 2014年度 | 历年累计", "指标名称 | 计量单位 | 本年累计 | 本期实际",
                           "指标名称 | 计量单位 | 统计数 | 上年度", "统计指标 | 计量单位 | 统计数 | 区直单位统计数",
                           "统计指标 | 计量单位 | 统计数 | 乡镇街道统计数",
                           "统计指标 | 计量单位 | 统计数 | 区政府统计数", "统计指标 | 计量单位 | 统计数 | 计划数"}) {
    const Report report = read_art({std::string("\n") + head + R"(
当面申请数 | 件 |  | 6
传真申请数 | 件 | 3 | 7
同意公开答复数 | 件 |  | 8
)"});
    EXPECT_EQ(values_of(report), (Truth{{"requests.answered.granted", "null"},
                                        {"requests.received.fax", "3"},
                                        {"requests.received.in_person", "null"}}))
        << head << trace(report);
    EXPECT_TRUE(says(report, "unbound-column", "6, 7, 8")) << head << trace(report);
  }
}

TEST(ProvincialForms, ThreeColumnsOfADistrictAreReportedAndNotBound) {
  const Report report = read_art({R"(
统 计 指 标 | 单位 | 区政府统计数 | 区直单位统计数 | 乡镇街道统计数
主动公开规范性文件数 | 条 | 1 | 2 | 3
制发规范性文件总数 | 件 | 4 | 5 | 6
当面申请数 | 件 |  | 7 |
)"});
  EXPECT_TRUE(report.fields.empty() ||
              std::all_of(report.fields.begin(), report.fields.end(), [](const Field& field) { return !field.value; }))
      << trace(report);
}

TEST(ProvincialForms, TheCollectionHasNothingThatIsNotHere) {
  const auto collected = collected_spellings();
  if (collected.empty()) GTEST_SKIP() << "the collection is not there";
  std::set<std::string> known;
  for (const Provincial& row : provincial_rows()) known.insert(row.print);
  // Heads: label_variants_test.cc, and above.
  for (const char* head :
       {"历年累计", "计量单位", "计量⏎单位", "指标名称", "指 标 名 称", "代码", "本期实际", "本年累计", "统 计 指 标",
        "区政府统计数", "区直单位统计数", "乡镇街道统计数", "主动公开规范性文件数", "制发规范性文件总数"}) {
    known.insert(head);
  }
  for (const auto& [section, print] : collected) {
    if (section.rfind("pre-2019", 0) != 0) continue;
    EXPECT_EQ(known.count(print), 1u) << print;
  }
}

}  // namespace
}  // namespace fubiao
