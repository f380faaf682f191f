#include "layout/caption.h"

#include <gtest/gtest.h>

namespace fubiao {
namespace {

std::string caption(const std::vector<std::string>& before, int outline_level = 0) {
  Layout layout;
  for (const std::string& text : before) {
    Prose prose;
    prose.text = text;
    prose.outline_level = outline_level;
    layout.flow.push_back({FlowItem::Kind::prose, static_cast<int>(layout.prose.size())});
    layout.prose.push_back(prose);
  }
  layout.flow.push_back({FlowItem::Kind::table, 0});
  layout.flow.push_back({FlowItem::Kind::table, 1});
  layout.tables.resize(2);
  add_captions(layout);
  EXPECT_EQ(layout.tables[1].caption, "") << "a table behind a table has none";
  return layout.tables[0].caption;
}

TEST(Caption, TheHeadingDirectlyAbove) {
  EXPECT_EQ(caption({"一、总体情况", "二、主动公开政府信息情况"}), "二、主动公开政府信息情况");
  EXPECT_EQ(caption({"Table 3. Results of the year"}), "Table 3. Results of the year");
  EXPECT_EQ(caption({"四、政府信息公开行政复议、\n行政诉讼情况"}), "四、政府信息公开行政复议、行政诉讼情况");
}

TEST(Caption, ASentenceIsNone) {
  EXPECT_EQ(caption({"二、主动公开政府信息情况", "本年度主动公开政府信息20条。"}), "");
  EXPECT_EQ(caption({"具体情况如下："}), "");
  EXPECT_EQ(caption({std::string(400, 'x')}), "");
  EXPECT_EQ(caption({}), "");
}

TEST(Caption, AUnitLineBetweenIsPassedOver) {
  EXPECT_EQ(caption({"二、主动公开政府信息情况", "（单位：件）"}), "二、主动公开政府信息情况");
  EXPECT_EQ(caption({"二、主动公开政府信息情况", "单位：万元"}), "二、主动公开政府信息情况");
}

TEST(Caption, AHeadingStyleMayEndInAColon) {
  EXPECT_EQ(caption({"主要数据："}, 2), "主要数据：");
}

}  // namespace
}  // namespace fubiao
