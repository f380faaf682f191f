#include "layout/rules.h"

#include <gtest/gtest.h>

#include "tests/make_page.h"

namespace fubiao {
namespace {

TEST(Rules, StrokesAndThinFillsAreTheSame) {
  Page page = blank_page();
  put_stroke(page, 50, 100, 250, 100);
  put_fill(page, 50, 199.76, 250, 200.24);
  const Rules rules = rules_of(page);
  ASSERT_EQ(rules.horizontal.size(), 2u);
  EXPECT_TRUE(rules.vertical.empty());
  EXPECT_NEAR(rules.horizontal[1].at, 200, 0.01);
}

TEST(Rules, PiecesOfOneLineBecomeOneRule) {
  Page page = blank_page();
  for (int i = 0; i < 10; ++i) put_fill(page, 50 + 30 * i, 100, 79.5 + 30 * i, 100.48);  // one piece a cell, with gaps
  const Rules rules = rules_of(page);
  ASSERT_EQ(rules.horizontal.size(), 1u);
  EXPECT_NEAR(rules.horizontal[0].from, 50, 0.01);
  EXPECT_NEAR(rules.horizontal[0].to, 349.5, 0.01);
}

TEST(Rules, DotsAndDashesOfAFillAreALine) {
  Page page = blank_page();
  for (int i = 0; i < 40; ++i) put_fill(page, 50 + 3 * i, 100, 51 + 3 * i, 101);
  const Rules rules = rules_of(page);
  ASSERT_EQ(rules.horizontal.size(), 1u);
  EXPECT_NEAR(rules.horizontal[0].length(), 118, 0.01);
  EXPECT_TRUE(rules.vertical.empty()) << "a dot alone is no vertical line";
}

TEST(Rules, WhiteLinesCountOnlyBetweenShadedCells) {
  Page page = blank_page();
  put_fill(page, 50, 100, 250, 100.5, 0xFFFFFF);  // on paper: nothing
  put_fill(page, 50, 200, 250, 260, 0xC0D0E8);    // shading
  put_fill(page, 50, 230, 250, 230.5, 0xFFFFFF);  // on shading: a border
  const Rules rules = rules_of(page);
  ASSERT_EQ(rules.horizontal.size(), 1u);
  EXPECT_NEAR(rules.horizontal[0].at, 230.25, 0.01);
}

TEST(Rules, ALineThatIsPaintedOverIsGone) {
  Page page = blank_page();
  put_stroke(page, 50, 100, 250, 100);
  put_fill(page, 40, 80, 300, 120, 0xFFFFFF);
  EXPECT_TRUE(rules_of(page).horizontal.empty());
}

TEST(Rules, ShadingIsNoRule) {
  Page page = blank_page();
  put_fill(page, 50, 100, 250, 128, 0xC8C8C8);
  const Rules rules = rules_of(page);
  EXPECT_TRUE(rules.horizontal.empty());
  EXPECT_TRUE(rules.vertical.empty());
}

}  // namespace
}  // namespace fubiao
