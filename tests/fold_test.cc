#include "normalize/fold.h"

#include <gtest/gtest.h>

namespace fubiao {
namespace {

TEST(Fold, SpellingsOfOneLabelAreEqual) {
  EXPECT_EQ(fold("本年收费金额（单位：万元）"), fold("本年收費金額 (單位:萬元)"));
  EXPECT_EQ(fold("3.危及“三安全一稳定”"), fold("３．危及\"三安全 一稳定\""));
  EXPECT_EQ(fold("商业\n\n企业"), fold("商业企业"));
  EXPECT_EQ(fold("第二十条第（一）项"), fold("第二十條第〔一〕項"));
  EXPECT_EQ(fold("一、总体"), fold("一，总体"));
  EXPECT_EQ(fold("㈠予以公开"), fold("（一）予以公开"));
}

TEST(Fold, RadicalsReadAsTheIdeographsThatTheyLookLike) {
  EXPECT_EQ(fold("⼯作"), fold("工作"));  // Kangxi
  EXPECT_EQ(fold("⻓"), fold("长"));      // supplement
}

TEST(Fold, InvisibleCharactersAreDropped) {
  EXPECT_EQ(fold("\xEF\xBB\xBF总\xE2\x80\x8B计\xC2\xAD\xC2\xA0"), "总计");
}

TEST(Fold, DifferentLabelsStayDifferent) {
  EXPECT_NE(fold("本年处理决定数量"), fold("处理决定数量"));
  EXPECT_NE(fold("总计"), fold("合计"));
  EXPECT_NE(fold("1.5"), fold("15"));
}

TEST(Fold, IsIdempotent) {
  for (const char* text : {"①属于", "㈠", "⑴", "„x‟", "ﬁ", "\xEF\xB7\xBA", "見⾒", "\xFF\xC0"}) {
    EXPECT_EQ(fold(fold(text)), fold(text)) << text;
  }
}

TEST(Fold, LettersAreWhatDamagedPrintsShare) {
  EXPECT_EQ(letters_of(fold("（三）不予-公开；")), "三不予公开");
}

struct MarkCase {
  const char* text;
  Level level;
  int ordinal;
  const char* rest;
};

TEST(SplitMark, EveryWayToNumber) {
  for (const MarkCase& c : std::vector<MarkCase>{
           {"一、总体情况", Level::chinese, 1, "总体情况"},
           {"一 、总体情况", Level::chinese, 1, "总体情况"},
           {"十二．总体情况", Level::chinese, 12, "总体情况"},
           {"第一、总体情况", Level::chinese, 1, "总体情况"},
           {"第三章 总则", Level::chinese, 3, "总则"},
           {"第三部分 总则", Level::chinese, 3, "总则"},
           {"（七）总计", Level::chinese_bracketed, 7, "总计"},
           {"(七) 、总计", Level::chinese_bracketed, 7, "总计"},
           {"三)政府信息", Level::chinese_bracketed, 3, "政府信息"},
           {"（三政府信息", Level::chinese_bracketed, 3, "政府信息"},
           {"㈢政府信息", Level::chinese_bracketed, 3, "政府信息"},
           {"1.属于", Level::arabic, 1, "属于"},
           {"1、属于", Level::arabic, 1, "属于"},
           {"１．属于", Level::arabic, 1, "属于"},
           {"1属于", Level::arabic, 1, "属于"},
           {"①属于", Level::arabic, 1, "属于"},
           {"⒈属于", Level::arabic, 1, "属于"},
           {"⑴属于", Level::arabic_bracketed, 1, "属于"},
           {"（1） 主动公开", Level::arabic_bracketed, 1, "主动公开"},
           {"1)属于", Level::arabic_bracketed, 1, "属于"},
           {"（三）", Level::chinese_bracketed, 3, ""},
           {"➢3.其他", Level::arabic, 3, "其他"},
           {"• ■ 三、本年度", Level::chinese, 3, "本年度"},
       }) {
    const Enumerated split = split_mark(fold(c.text));
    EXPECT_EQ(split.mark.level, c.level) << c.text;
    EXPECT_EQ(split.mark.ordinal, c.ordinal) << c.text;
    EXPECT_EQ(split.rest, fold(c.rest)) << c.text;
  }
}

TEST(SplitMark, NumbersOfTheSentenceAreNoMarks) {
  for (const char* text : {"第二十条第（一）项", "2023年", "3.5", "三安全一稳定", "12", "3.", "", "1份", "总计",
                           "（2021年）", "100属于", "0", "一般公开", "（一般公开）"}) {
    const Enumerated split = split_mark(fold(text));
    EXPECT_EQ(split.mark.level, Level::none) << text;
    EXPECT_EQ(split.rest, fold(text)) << text;
  }
}

}  // namespace
}  // namespace fubiao
