// Labels that a form repeats, printed where neither headings nor order say which is meant: the sums are the witness.
#include <gtest/gtest.h>

#include "tests/make_damage.h"
#include "tests/make_table.h"

namespace fubiao {
namespace {

/// The end of a table of 2014 whose numbering and headings are lost: the totals first, then outcomes of one of the two.
Report statistics(const std::string& review, const std::string& litigation, const std::string& rest) {
  return read_art(
      {"统计指标 | 单位 | 统计数\n"
       "收到申请数 | 件 | 12\n"
       "当面申请数 | 件 | 12\n"
       "行政复议数量 | 件 | " +
       review + "\n行政诉讼数量 | 件 | " + litigation + "\n" + rest +
       "举报投诉数量 | 件 | 1\n"
       "召开政府信息公开工作会议或专题会议数 | 次 | 2\n"});
}
const std::string outcomes = "被依法纠错数 | 件 | 4\n其他情形数 | 件 | 3\n";

bool warned(const Report& report, const std::string& path) {
  return std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
    return finding.severity != Severity::note &&
           std::find(finding.fields.begin(), finding.fields.end(), path) != finding.fields.end();
  });
}

TEST(RepeatedLabels, TheSumsTellWhichTotalTheyBelongTo) {
  const Report review = statistics("9", "30", "维持具体行政行为数 | 件 | 2\n" + outcomes);
  EXPECT_EQ(values_of(review)["review.corrected"], "4") << trace(review);
  EXPECT_EQ(values_of(review)["review.other"], "3");
  EXPECT_EQ(values_of(review).count("litigation.corrected"), 0u);
  const Report litigation = statistics("30", "9", "维持具体行政行为或者驳回原告诉讼请求数 | 件 | 2\n" + outcomes);
  EXPECT_EQ(values_of(litigation)["litigation.corrected"], "4") << trace(litigation);
  EXPECT_EQ(values_of(litigation)["litigation.other"], "3");
  EXPECT_EQ(values_of(litigation).count("review.corrected"), 0u);
}

// Whatever is taken, it is said that another reading is possible.
TEST(RepeatedLabels, AreInDoubtWhereNoSumTells) {
  const Report report = statistics("30", "30", "维持具体行政行为数 | 件 | 2\n" + outcomes);
  for (const char* path : {"review.corrected", "litigation.corrected", "review.other", "litigation.other"}) {
    if (values_of(report).count(path) > 0) {
      EXPECT_TRUE(warned(report, path)) << path << trace(report);
    }
  }
}

TEST(RepeatedLabels, WhatTheSumsChoseIsAWarning) {
  const Report report = statistics("9", "30", "维持具体行政行为数 | 件 | 2\n" + outcomes);
  EXPECT_TRUE(warned(report, "review.corrected") || warned(report, "review.other")) << trace(report);
}

}  // namespace
}  // namespace fubiao
