#include "cli/chosen_tables.h"

#include <gtest/gtest.h>

#include "cli/inputs.h"
#include "make_table.h"

namespace fubiao {
namespace {

Table on_pages(const std::vector<int>& pages) {
  Table table = make_table("甲|乙");
  for (const int page : pages) table.parts.push_back({page, {}, {}});
  return table;
}

std::vector<int> chosen(const std::vector<Table>& tables, const std::string& pages) {
  std::vector<int> numbers;
  for (const ChosenTable& c : choose_tables(tables, parse_page_list(pages))) numbers.push_back(c.number);
  return numbers;
}

TEST(ChosenTables, ATableIsGivenForEachPageItHasAPartOnUnderItsNumberInTheDocument) {
  const std::vector<Table> tables = {on_pages({1}), on_pages({2, 3, 4}), on_pages({4}), on_pages({6})};
  EXPECT_EQ(chosen(tables, "1"), (std::vector<int>{0}));
  EXPECT_EQ(chosen(tables, "3"), (std::vector<int>{1}));
  EXPECT_EQ(chosen(tables, "4"), (std::vector<int>{1, 2}));
  EXPECT_EQ(chosen(tables, "6,1"), (std::vector<int>{0, 3})) << "in the order of the document";
  EXPECT_EQ(chosen(tables, "5,7-900"), (std::vector<int>{}));
  EXPECT_EQ(choose_tables(tables, std::nullopt).size(), 4U);
}

TEST(ChosenTables, ATableWithoutPagesIsOnNone) {
  EXPECT_EQ(chosen({on_pages({})}, "1-9"), (std::vector<int>{}));
  EXPECT_EQ(choose_tables({on_pages({})}, std::nullopt).size(), 1U);
}

TEST(ChosenTables, PlaceNamesTheTableAndItsPages) {
  EXPECT_EQ(place_of({0, on_pages({})}), "Table 0");
  EXPECT_EQ(place_of({1, on_pages({3})}), "Table 1, page 3");
  EXPECT_EQ(place_of({1, on_pages({3, 3})}), "Table 1, page 3") << "two columns of one page";
  EXPECT_EQ(place_of({2, on_pages({3, 4, 5})}), "Table 2, pages 3–5");
  EXPECT_EQ(place_of({2, on_pages({3, 5})}), "Table 2, pages 3, 5");
}

TEST(ChosenTables, AMergedCellIsBlankAfterItsFirstPositionOrRepeated) {
  const Table table = make_table(R"(
      甲 | < | 乙
      ^ | ^ | 丙)");
  using Rows = std::vector<std::vector<std::string_view>>;
  EXPECT_EQ(text_rows(table, SpanText::blank), (Rows{{"甲", "", "乙"}, {"", "", "丙"}}));
  EXPECT_EQ(text_rows(table, SpanText::repeat), (Rows{{"甲", "甲", "乙"}, {"甲", "甲", "丙"}}));
}

TEST(ChosenTables, RepeatingHasABound) {
  Table table;
  table.rows = 2000;
  table.columns = 2000;
  Cell all;
  all.row_span = all.column_span = 2000;
  all.text = std::string(1000, 'x');  // 4 GB when repeated
  table.cells = {all};
  try {
    text_rows(table, SpanText::repeat);
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::limit);
  }
  EXPECT_EQ(text_rows(table, SpanText::blank).size(), 2000U);
}

TEST(PageList, HoldsPagesAndRanges) {
  const PageList list = parse_page_list("2,4-6,5-5");
  std::vector<int> pages;
  for (int page = 0; page < 9; ++page) {
    if (contains(list, page)) pages.push_back(page);
  }
  EXPECT_EQ(pages, (std::vector<int>{2, 4, 5, 6}));
}

TEST(PageList, AnythingElseIsWrongUse) {
  for (const char* wrong : {"",   "0",     "0-3", "5-2", "a",  "2a",  "1,",  ",1",          "1,,2",          "-1",
                            "1-", "1-2-3", " 1",  "1 ",  "+1", "1.5", "0x1", "99999999999", "1-99999999999", "２"}) {
    EXPECT_THROW(parse_page_list(wrong), WrongUsage) << wrong;
  }
}

TEST(PageList, SaysWhichItemsNameNoPage) {
  EXPECT_EQ(what_is_missing(parse_page_list("1,3-5"), 5), "");
  EXPECT_EQ(what_is_missing(parse_page_list("1-20"), 5), "") << "the first twenty";
  EXPECT_EQ(what_is_missing(parse_page_list("1,6"), 5), "--pages 6: it has 5 pages");
  EXPECT_EQ(what_is_missing(parse_page_list("2,4-6,1"), 1), "--pages 2,4-6: it has 1 page");
  EXPECT_NE(what_is_missing(parse_page_list("1"), 0).find("no pages"), std::string::npos);
}

}  // namespace
}  // namespace fubiao
