#include "normalize/sections.h"

#include <gtest/gtest.h>

#include "normalize/form_set.h"
#include "normalize/heading.h"

namespace fubiao {
namespace {

constexpr char table_here[] = "<table>";

Layout layout_of(const std::vector<std::string>& paragraphs) {
  Layout layout;
  for (const std::string& text : paragraphs) {
    if (text == table_here) {
      layout.flow.push_back({FlowItem::Kind::table, static_cast<int>(layout.tables.size())});
      layout.tables.emplace_back();
      continue;
    }
    layout.flow.push_back({FlowItem::Kind::prose, static_cast<int>(layout.prose.size())});
    layout.prose.emplace_back();
    layout.prose.back().text = text;
  }
  return layout;
}

/// "level heading: text", "- : text" without a heading.
std::vector<std::string> outline(const std::vector<std::string>& paragraphs) {
  std::vector<std::string> result;
  for (const Section& s : sections_of(layout_of(paragraphs), bundled_set().any_words)) {
    result.push_back(std::to_string(s.level) + " " + s.heading.value_or("-") + ": " + s.text);
  }
  return result;
}
using Outline = std::vector<std::string>;

TEST(Sections, CutAtHeadingsWithTablesLeftOut) {
  EXPECT_EQ(
      outline({"甲县2023年政府信息公开工作年度报告", "本报告由六部分组成。", "一、总体情况", "第一段。", "第二段。",
               "二、主动公开政府信息情况", table_here, "三、收到和处理政府信息公开申请情况", table_here, "表后。"}),
      (Outline{"1 -: 甲县2023年政府信息公开工作年度报告\n本报告由六部分组成。", "1 一、总体情况: 第一段。\n第二段。",
               "1 二、主动公开政府信息情况: ", "1 三、收到和处理政府信息公开申请情况: 表后。"}));
}

TEST(Sections, NothingBeforeTheFirstHeadingGivesNoEntryForIt) {
  EXPECT_EQ(outline({"一、总体情况", "文。"}), (Outline{"1 一、总体情况: 文。"}));
  EXPECT_EQ(outline({}), Outline{});
  EXPECT_EQ(outline({"没有标题的文字。"}), (Outline{"1 -: 没有标题的文字。"}));
}

TEST(Sections, LevelsAreDepthsWhateverTheNumbering) {
  EXPECT_EQ(outline({"一、总体情况", "（1） 主动公开", "文。", "（2） 依申请公开", "二、概述"}),
            (Outline{"1 一、总体情况: ", "2 （1）主动公开: 文。", "2 （2）依申请公开: ", "1 二、概述: "}));
  EXPECT_EQ(outline({"一、总体情况", "（一）主动公开", "1.网站", "2．公报", "（二）依申请公开"}),
            (Outline{"1 一、总体情况: ", "2 （一）主动公开: ", "3 1.网站: ", "3 2．公报: ", "2 （二）依申请公开: "}));
}

TEST(Sections, NumbersArePrintedInManyWays) {
  for (const char* text :
       {"一、工作机制", "一 、工作机制", "一.工作机制", "第一部分 工作机制", "㈠工作机制", "（一）工作机制",
        "(一)工作机制", "一）工作机制", "三)政府信息管理情况", "1、工作机制", "1.工作机制", "1．工作机制",
        "（1）工作机制", "⑴工作机制", "（三）政府信息管理情况。", "（一）主要问题："}) {
    EXPECT_GT(heading_rank(text, bundled_set().any_words), 0) << text;
  }
}

TEST(Sections, NationalHeadingsAreOfTheFirstLevelWithOrWithoutNumber) {
  for (const char* text :
       {"总体情况", "一、概述", "1、总体情况", "一、公开总体情况", "二、行政机关主动公开政府信息情况",
        "三、行政机关收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况",
        "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "四、政府信息公开行政复议和行政诉讼情况",
        "政府信息公开行政复议及行政诉讼情况", "政府信息公开行政复议行政诉讼情况",
        "四、政府信息公开行政法复议、行政诉讼情况", "五、存在的主要问题及改进情况", "存在的主要问题及改进措施",
        "五、存在的主要问题及下一步计划", "五、存在的主要问题及改正情况", "六、其他需要报告的事项",
        "其它需要报告的事项", "五、存在的主要問題及改進情況"}) {
    EXPECT_EQ(heading_rank(text, bundled_set().any_words), 1) << text;
  }
}

TEST(Sections, SentencesListsAndNumbersAreNoHeadings) {
  for (const char* text :
       {"（一）主要问题：2023年一是栏目更新不及时。", "（一）主动公开情况。通过网站公开信息。", "一是加强领导",
        "第一，加强领导", "2023年", "3类信息", "第二十条第（一）项", "1.地址：甲县一号", "1.加强领导，落实责任", "12.5",
        "本报告由六部分组成。", "一、", "（文字描述）", "甲县2023年政府信息公开工作年度报告", "一、加强领导；"}) {
    EXPECT_EQ(heading_rank(text, bundled_set().any_words), 0) << text;
  }
}

TEST(Sections, StylesMakeHeadingsOfUnnumberedLines) {
  EXPECT_EQ(heading_rank("工作机制", bundled_set().any_words, 2), 2);
  EXPECT_EQ(heading_rank("工作机制", bundled_set().any_words, 0), 0);
  EXPECT_EQ(heading_rank("这是一句话。", bundled_set().any_words, 2), 0);
  EXPECT_EQ(heading_rank("甲县2023年政府信息公开工作年度报告", bundled_set().any_words, 1), 0) << "the title is none";
}

TEST(Sections, TableOfContentsIsNoOutline) {
  const Outline expected{"1 -: 目录\n一、总体情况\n二、概述", "1 一、总体情况: 文。", "1 二、概述: "};
  EXPECT_EQ(outline({"目 录", "一、总体情况", "二、概述", "一、总体情况", "文。", "二、概述"}), expected);
  const Outline dotted =
      outline({"目录", "一、总体情况………3", "二、概述.......12", "一、总体情况\t3", "一、总体情况", "文。"});
  ASSERT_EQ(dotted.size(), 2u);
  EXPECT_EQ(dotted[1], "1 一、总体情况: 文。");
}

TEST(Sections, WhiteSpaceOfThePrintIsGone) {
  EXPECT_EQ(outline({"一 、总体 情况", "2023 年 ，甲 县公开\n信息 5 条 。"}),
            (Outline{"1 一、总体情况: 2023年，甲县公开\n信息5条。"}));
}

TEST(Sections, ForcedLineBreakPartsHeadingFromText) {
  EXPECT_EQ(outline({"一、总体情况\n文。"}), (Outline{"1 一、总体情况: 文。"}));
}

}  // namespace
}  // namespace fubiao
