#include "cli/tables_csv.h"

#include <gtest/gtest.h>

#include "make_table.h"
#include "read_tables.h"

namespace fubiao::tests {
namespace {

std::string one_cell(const std::string& text) {
  Table table = make_table("x|y");
  table.cells.front().text = text;
  return to_csv(table, SpanText::blank);
}

TEST(TablesCsv, QuotesWhereItHasToAndNowhereElse) {
  EXPECT_EQ(one_cell("甲 乙"), "甲 乙,y\r\n");
  EXPECT_EQ(one_cell("1,234"), "\"1,234\",y\r\n");
  EXPECT_EQ(one_cell("a\"b"), "\"a\"\"b\",y\r\n");
  EXPECT_EQ(one_cell("a\nb"), "\"a\nb\",y\r\n");
  EXPECT_EQ(one_cell("a\rb"), "\"a\rb\",y\r\n");
  EXPECT_EQ(one_cell("a;b\t|'"), "a;b\t|',y\r\n");
}

TEST(TablesCsv, ValuesStandAsPrinted) {
  for (const char* text : {"=1+2", "+19", "-3", "@a", "007", "1-2", "12.50"}) {
    EXPECT_EQ(one_cell(text), std::string(text) + ",y\r\n");
  }
}

TEST(TablesCsv, TextIsNfcAndValidUtf8) {
  EXPECT_EQ(one_cell("e\u0301"), "é,y\r\n");
  EXPECT_EQ(one_cell("a\xFF"), "a\uFFFD,y\r\n");
}

TEST(TablesCsv, MergedCellsAreBlankOrRepeated) {
  const Table table = make_table(R"(
      甲 | < | 乙
      ^ | ^ | 丙)");
  EXPECT_EQ(to_csv(table, SpanText::blank), "甲,,乙\r\n,,丙\r\n");
  EXPECT_EQ(to_csv(table, SpanText::repeat), "甲,甲,乙\r\n甲,甲,丙\r\n");
}

TEST(TablesCsv, NoRowIsAnEmptyLine) {
  EXPECT_EQ(to_csv(make_table("甲\n^\n乙"), SpanText::blank), "甲\r\n\"\"\r\n乙\r\n");
}

TEST(TablesCsv, IsReadBackByPython) {
  for (const SpanText spans : {SpanText::blank, SpanText::repeat}) {
    Table table = hostile_table();
    table.cells.front().text = "line\nbreak\r\nand\rreturn";
    const std::vector<Matrix> read = read_csv(to_csv(table, spans));
    ASSERT_EQ(read.size(), 1U);
    EXPECT_EQ(read.front(), matrix_of(table, spans));
  }
}

}  // namespace
}  // namespace fubiao::tests
