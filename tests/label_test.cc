#include "normalize/label.h"

#include <gtest/gtest.h>

namespace fubiao {
namespace {

Likeness like(const char* print, const char* label) {
  return likeness(label_text(print), make_label(label));
}

TEST(Label, SpellingsAreExact) {
  EXPECT_EQ(like("1属于国家秘密", "1.属于国家秘密").kind, Likeness::Kind::exact);
  EXPECT_EQ(like("属于国家秘密", "1.属于国家秘密").kind, Likeness::Kind::exact);
  EXPECT_EQ(like("3、危及三安全一稳定", "3.危及“三安全一稳定”").kind, Likeness::Kind::exact);
  EXPECT_EQ(like("本年收費金額（單位:萬元）", "本年收费金额（单位：万元）").kind, Likeness::Kind::exact);
  EXPECT_EQ(like("㈦总 计", "（七）总计").kind, Likeness::Kind::exact);
}

TEST(Label, RemarksInBracketsChangeNothing) {
  EXPECT_EQ(like("规章（县级无此项）", "规章").kind, Likeness::Kind::remark);
  EXPECT_EQ(like("上一年項目數量（指2019年事項數）", "上一年项目数量").kind, Likeness::Kind::remark);
  EXPECT_EQ(like("（二）部分公开", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）").kind,
            Likeness::Kind::remark);
  EXPECT_EQ(like("第二十条第（五）项", "第二十条第（一）项").kind, Likeness::Kind::near) << "an ordinal is no remark";
}

TEST(Label, ATypoBesideARemarkIsATypo) {
  const Likeness typo = like("本年新制做数量（2020年）", "本年新制作数量");
  EXPECT_EQ(typo.kind, Likeness::Kind::near);
  EXPECT_DOUBLE_EQ(typo.value, like("本年新制做数量", "本年新制作数量").value);
  EXPECT_LT(like("本年新制做数量（指2020年", "本年新制作数量").value, typo.value) << "a remark that is cut is none";
}

TEST(Label, CutLabelsAreNear) {
  EXPECT_EQ(like("本年增/减（指2020年", "本年增/减").kind, Likeness::Kind::near);
  EXPECT_EQ(like("本年增/", "本年增/减").kind, Likeness::Kind::near);
  EXPECT_GE(like("（二）部分公开（区分处理的", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）").value, 0.8);
}

TEST(Label, MarksAreEvidenceOfTheirOwn) {
  EXPECT_TRUE(like("2、其他法律行政止公开", "2.其他法律行政法规禁止公开").mark_fits);
  EXPECT_TRUE(like("1.属于行政执法案卷", "7.属于行政执法案卷").mark_conflicts);
  EXPECT_FALSE(like("属于行政执法案卷", "7.属于行政执法案卷").mark_conflicts);
  EXPECT_TRUE(like("（七）其他", "3.其他").mark_conflicts);
}

TEST(Label, OtherTextsAreNotNear) {
  EXPECT_EQ(like("其他主动公开文件", "规范性文件").kind, Likeness::Kind::none);
  EXPECT_EQ(like("", "规章").kind, Likeness::Kind::none);
  EXPECT_EQ(like("规划", "规章").kind, Likeness::Kind::none) << "one of two characters is no typo";
}

TEST(Label, EditDistanceIsBounded) {
  EXPECT_EQ(edit_distance(U"kitten", U"sitting", 5), 3);
  EXPECT_EQ(edit_distance(U"kitten", U"sitting", 2), 3);
  EXPECT_EQ(edit_distance(U"", U"abcdef", 3), 4);
  EXPECT_EQ(edit_distance(U"ab", U"ab", 0), 0);
}

TEST(Label, UnitsOfHeads) {
  EXPECT_EQ(printed_unit("本年收費金額（單位:萬元）"), "万元");
  EXPECT_EQ(printed_unit("采购总金额(万元)"), "万元");
  EXPECT_EQ(printed_unit("采购总金额"), "");
  EXPECT_EQ(printed_unit("规章（县级无此项）"), "");
}

}  // namespace
}  // namespace fubiao
