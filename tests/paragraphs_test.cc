#include "layout/paragraphs.h"

#include <gtest/gtest.h>

#include "tests/make_page.h"

namespace fubiao {
namespace {

std::vector<std::string> prose_of(std::vector<Page> pages) {
  std::vector<std::string> texts;
  for (const Prose& prose : analyze_drawn(document_of(std::move(pages)), {}).prose) texts.push_back(prose.text);
  return texts;
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

// A body 400 pt wide at 90: 25 letters of 16 pt.
TEST(Paragraphs, FullLinesGoOnAndIndentedOnesBegin) {
  Page page = blank_page();
  put_text(page, 122, 200, repeated("甲", 23), 16);
  put_text(page, 90, 228, repeated("乙", 25), 16);
  put_text(page, 90, 256, repeated("丙", 10), 16);
  put_text(page, 122, 284, repeated("丁", 23), 16);
  put_text(page, 90, 312, repeated("戊", 25), 16);
  EXPECT_EQ(prose_of({page}), (std::vector<std::string>{repeated("甲", 23) + repeated("乙", 25) + repeated("丙", 10),
                                                        repeated("丁", 23) + repeated("戊", 25)}));
}

TEST(Paragraphs, AHeadingIsAParagraphOfItsOwn) {
  Page page = blank_page();
  put_text(page, 90, 200, repeated("甲", 25), 16);
  put_text(page, 90, 228, repeated("甲", 5), 16);
  put_text(page, 122, 256, "一、总体情况", 16);
  put_text(page, 122, 284, repeated("乙", 23), 16);
  put_text(page, 90, 312, repeated("乙", 25), 16);
  EXPECT_EQ(prose_of({page}).size(), 3u);
  EXPECT_EQ(prose_of({page})[1], "一、总体情况");
}

TEST(Paragraphs, APageBreakInsideAParagraphChangesNothing) {
  Page first = blank_page(1), second = blank_page(2);
  put_text(first, 122, 700, repeated("甲", 23), 16);
  put_text(first, 90, 728, repeated("乙", 25), 16);
  put_text(second, 90, 120, repeated("丙", 25), 16);
  put_text(second, 90, 148, repeated("丁", 3), 16);
  EXPECT_EQ(prose_of({first, second}).size(), 1u);
}

TEST(Paragraphs, LinesOfATitleStayLines) {
  Page page = blank_page();
  put_text(page, 231, 100, "某某区政府办", 22);
  put_text(page, 187, 135, "信息公开年度报告甲乙", 22);
  put_text(page, 90, 200, repeated("甲", 25), 16);
  const Layout layout = analyze_drawn(document_of({page}), {});
  ASSERT_EQ(layout.prose.size(), 3u);
  EXPECT_TRUE(layout.prose[0].centred);
  EXPECT_NEAR(layout.prose[0].size, 22, 0.01);
}

}  // namespace
}  // namespace fubiao
