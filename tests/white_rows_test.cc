// Which lines are the head and which make rows, asked of the steps themselves.
#include "layout/white_rows.h"

#include <gtest/gtest.h>

#include "layout/columns.h"
#include "tests/make_lines.h"

namespace fubiao {
namespace {

/// Lines that are the head, of so many lines of words over two of figures.
int head_lines_of(int lines, int columns) {
  Rows rows;
  for (int l = 0; l < lines + 2; ++l) {
    rows.emplace_back();
    for (int c = 0; c < columns; ++c) rows.back().push_back({20.0 * c, l < lines ? "ab" : "512"});
  }
  WhiteTable table;
  table.lines = lines_of(rows);
  table.columns = columns_of(table.lines).columns;
  WhiteSketch sketch(table, nullptr);
  find_stub_and_head(sketch);
  return sketch.head_lines;
}

TEST(WhiteRows, WordsOverFiguresAreTheHead) {
  EXPECT_EQ(head_lines_of(3, 5), 3);
}

TEST(WhiteRows, AHeadDeeperThanAnyIsNone) {
  EXPECT_EQ(head_lines_of(60, 5), 60);
  EXPECT_EQ(head_lines_of(61, 5), 0);
}

// Hostile: the steps behind compare heads pair by pair.
TEST(WhiteRows, AHeadOfMoreTextsThanAnyIsNone) {
  EXPECT_EQ(head_lines_of(40, 100), 40);
  EXPECT_EQ(head_lines_of(41, 100), 0);
}

}  // namespace
}  // namespace fubiao
