#include "layout/furniture.h"

#include <gtest/gtest.h>

#include "layout/analyze.h"
#include "tests/make_lines.h"

namespace fubiao {
namespace {

TEST(Furniture, PageNumbersComeInManyShapes) {
  for (const char* text :
       {"3", "-3-", "- 3 -", "—3—", "第3页", "第3页共6页", "3/6", "Page 3 of 6", "１２", "— 1 2 —"}) {
    EXPECT_TRUE(is_page_number(text)) << text;
  }
  for (const char* text : {"", "2023年", "3.其他", "（三）", "一、总体情况", "1 2 3", "2016 2017", "第三章"}) {
    EXPECT_FALSE(is_page_number(text)) << text;
  }
}

std::vector<std::string> prose_of(std::vector<Page> pages) {
  std::vector<std::string> texts;
  for (const Prose& prose : analyze_drawn(document_of(std::move(pages)), {}).prose) texts.push_back(prose.text);
  return texts;
}

TEST(Furniture, ARunningHeaderIsDroppedOnEveryPage) {
  std::vector<Page> pages;
  for (int number = 1; number <= 3; ++number) {
    Page page = blank_page(number);
    put_text(page, 200, 45, "某局年度报告");
    put_text(page, 90, 200, number == 1 ? "甲。" : number == 2 ? "乙。" : "丙。", 16);
    put_text(page, 290, 800, std::to_string(number));
    pages.push_back(page);
  }
  EXPECT_EQ(prose_of(pages), (std::vector<std::string>{"甲。", "乙。", "丙。"}));
}

TEST(Furniture, ALineOfTheBodyIsNeverFurniture) {
  std::vector<Page> pages;
  for (int number = 1; number <= 2; ++number) {
    Page page = blank_page(number);
    put_text(page, 90, 200, "一、总体情况", 16);
    put_text(page, 90, 400, "12", 16);
    pages.push_back(page);
  }
  EXPECT_EQ(prose_of(pages).size(), 4u);
}

// Without rules nothing but their gaps tells the rows of a table: its head stands at one height on each page.
TEST(Furniture, AHeadThatEachPageRepeatsIsNoRunningHeader) {
  std::vector<Page> pages;
  for (int number = 1; number <= 2; ++number) {
    Page page = blank_page(number);
    const std::string names[] = {"North", "South", "West", "East"};
    put_runs(page,
             {{{50, "Area"}, {150, "2016"}, {250, "2017"}},
              {{50, "Upper " + names[number]}, {150, "4"}, {250, std::to_string(number)}},
              {{50, "and Lower " + names[number]}},
              {{50, names[number]}, {150, "12"}, {250, "5"}},
              {{50, names[number + 1]}, {150, "77"}, {250, "80"}}},
             80);
    pages.push_back(page);
  }
  const Layout layout = analyze_drawn(document_of(std::move(pages)), {});
  EXPECT_EQ(layout.census.furniture, 0);
  ASSERT_FALSE(layout.tables.empty());
  EXPECT_EQ(layout.tables[0].cells[1].text, "2016");
}

// A running header has gaps too, but nothing as close below as rows are.
TEST(Furniture, ARunningHeaderOverATableIsDropped) {
  std::vector<Page> pages;
  for (int number = 1; number <= 2; ++number) {
    Page page = blank_page(number);
    put_runs(page, {{{50, "Annual Report"}, {250, "2017"}}}, 50);
    put_runs(page,
             {{{50, "Area"}, {150, "2016"}, {250, "2017"}},
              {{50, "North"}, {150, "12"}, {250, "5"}},
              {{50, "South"}, {150, "77"}, {250, "80"}}},
             78);
    pages.push_back(page);
  }
  EXPECT_EQ(analyze_drawn(document_of(std::move(pages)), {}).census.furniture, 2 * 16);
}

TEST(Furniture, ATitleAtTheTopOfTheOnlyPageStays) {
  Page page = blank_page();
  put_text(page, 150, 80, "某局年度报告", 18);
  put_text(page, 90, 200, "甲。", 16);
  EXPECT_EQ(prose_of({page}).size(), 2u);
}

}  // namespace
}  // namespace fubiao
