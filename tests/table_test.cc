#include "layout/table.h"

#include <gtest/gtest.h>

namespace fubiao {
namespace {

Table two_by_two(std::vector<Cell> cells) {
  Table table;
  table.rows = 2;
  table.columns = 2;
  table.cells = std::move(cells);
  return table;
}

Cell cell(int row, int column, int row_span, int column_span) {
  Cell c;
  c.row = row;
  c.column = column;
  c.row_span = row_span;
  c.column_span = column_span;
  return c;
}

TEST(Table, EverySlotBelongsToExactlyOneCell) {
  EXPECT_TRUE(covers_exactly_once(two_by_two({cell(0, 0, 2, 1), cell(0, 1, 1, 1), cell(1, 1, 1, 1)})));
  EXPECT_FALSE(covers_exactly_once(two_by_two({cell(0, 0, 2, 1), cell(0, 1, 1, 1)}))) << "a hole";
  EXPECT_FALSE(covers_exactly_once(two_by_two({cell(0, 0, 2, 2), cell(0, 1, 1, 1)}))) << "an overlap";
  EXPECT_FALSE(covers_exactly_once(two_by_two({cell(0, 0, 2, 1), cell(0, 1, 2, 2)}))) << "sticks out";
}

TEST(Table, SlotsAreAViewOfTheCells) {
  EXPECT_EQ(slots(two_by_two({cell(0, 0, 2, 1), cell(0, 1, 1, 1)})), (std::vector<int>{0, 1, 0, -1}));
}

}  // namespace
}  // namespace fubiao
