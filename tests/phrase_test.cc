#include "normalize/phrase.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include "normalize/fold.h"
#include "normalize/report_words.h"

namespace fubiao {
namespace {

bool fits(const char* phrase, const char* text) {
  const Phrase read = read_phrase(phrase, R"(20\d\d)");
  EXPECT_EQ(read.problem, "") << phrase;
  return RE2::FullMatch(fold(text), read.pattern);
}

TEST(Phrase, BracketsSayWhatMayBeLeftOut) {
  EXPECT_TRUE(fits("[部门|单位]决算", "决算"));
  EXPECT_TRUE(fits("[部门|单位]决算", "单位决算"));
  EXPECT_FALSE(fits("[部门|单位]决算", "部门单位决算"));
  EXPECT_FALSE(fits("{部门|单位}决算", "决算"));
  EXPECT_TRUE(fits("{部门|单位}决算", "部门决算"));
  EXPECT_TRUE(fits("公开<工作|年度>报告", "公开报告"));
  EXPECT_TRUE(fits("公开<工作|年度>报告", "公开年度工作年度报告"));
  EXPECT_TRUE(fits("#年[度]决算", "2023年度决算"));
  EXPECT_FALSE(fits("#年[度]决算", "202年决算"));
}

TEST(Phrase, SignsOfExpressionsMeanThemselvesAndTextsAreFolded) {
  EXPECT_TRUE(fits("a.b*(c)", "A.B*（C）"));
  EXPECT_FALSE(fits("a.b", "axb"));
  EXPECT_TRUE(fits("决算", "決算"));
}

TEST(Phrase, WhatCannotBeReadSaysWhy) {
  EXPECT_EQ(read_phrase("[a", "").problem, "\"[\" is not closed by \"]\"");
  EXPECT_EQ(read_phrase("[a{b}]", "").problem, "\"[\" is not closed by \"]\"");
  EXPECT_EQ(read_phrase("a]", "").problem, "\"]\" opens nothing");
  EXPECT_EQ(read_phrase("a|b", "").problem, "\"|\" opens nothing");
  EXPECT_EQ(read_phrase("a[b||c]", "").problem, "an alternative is empty");
  EXPECT_EQ(read_phrase("", "").problem, "it is empty");
  EXPECT_TRUE(read_phrase("[a]<b>", "").fits_anything);
  EXPECT_FALSE(read_phrase("[a]{b|c}", "").fits_anything);
}

TEST(ReportWords, AYearInTheProseIsGivenByAPhrase) {
  Family family;
  family.years = {"#年度收支总计"};
  const ReportWords words({&family});
  EXPECT_EQ(words.year_in("2021年12月制。2022年度收支总计130万元"), 2022);
  EXPECT_EQ(words.year_in("2021年度收入130万元"), std::nullopt);
}

}  // namespace
}  // namespace fubiao
