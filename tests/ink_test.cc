#include "layout/ink.h"

#include <gtest/gtest.h>

#include "tests/make_page.h"

namespace fubiao {
namespace {

TEST(Ink, FakeBoldIsOneLetter) {
  Page page = blank_page();
  put_text(page, 100, 100, "总1");
  put_text(page, 100.4, 100, "总1");  // drawn again .04 em apart
  Census census;
  EXPECT_EQ(visible_glyphs(page, census).size(), 2u);
  EXPECT_EQ(census.twice, 2);
  EXPECT_EQ(census.painted, 4);
}

TEST(Ink, TwoEqualDigitsSideBySideStayTwo) {
  Page page = blank_page();
  put_text(page, 100, 100, "11");
  Census census;
  EXPECT_EQ(visible_glyphs(page, census).size(), 2u) << "half an em apart: the number eleven";
  EXPECT_EQ(census.twice, 0);
}

TEST(Ink, WhatNoReaderSeesIsCountedAndLeftOut) {
  Page page = blank_page();
  put_text(page, 100, 100, "123");
  page.glyphs[1].visibility = Visibility::render_mode;
  Census census;
  EXPECT_EQ(visible_glyphs(page, census), (std::vector<int>{0, 2}));
  EXPECT_EQ(census.unseen, 1);
}

TEST(Ink, ASlantedWatermarkIsNoText) {
  Page page = blank_page();
  put_text(page, 100, 100, "样张");
  for (Glyph& glyph : page.glyphs) glyph.upright = false;
  Census census;
  EXPECT_TRUE(visible_glyphs(page, census).empty());
  EXPECT_EQ(census.unseen, 2);
}

}  // namespace
}  // namespace fubiao
