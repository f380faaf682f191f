#include "extract/visibility.h"

#include <gtest/gtest.h>

#include "extract/backdrop.h"
#include "tests/make_page.h"

namespace fubiao {
namespace {

TEST(Visibility, GreyOnWhiteIsSeenAndNearlyWhiteIsNot) {
  Page page = blank_page();
  put_text(page, 100, 100, "甲乙");
  page.glyphs[0].colour = 0x999999;
  page.glyphs[1].colour = 0xFCFCFC;
  EXPECT_FALSE(judge_visibility(page));
  EXPECT_EQ(page.glyphs[0].visibility, Visibility::seen);
  EXPECT_EQ(page.glyphs[1].visibility, Visibility::background);
}

TEST(Visibility, ShadingPaintedBeforeTheTextHidesNothing) {
  Page page = blank_page();
  put_fill(page, 90, 80, 200, 120, 0xC0D0E8);
  put_text(page, 100, 100, "甲");
  judge_visibility(page);
  EXPECT_EQ(page.glyphs[0].visibility, Visibility::seen);
}

TEST(Visibility, InvisibleTextOverAScanIsItsTextLayer) {
  Page page = blank_page();
  page.images.push_back({{0, 0, 595, 842}, 0});
  put_text(page, 100, 100, "甲");
  page.glyphs[0].visibility = Visibility::render_mode;
  EXPECT_TRUE(judge_visibility(page));
  EXPECT_EQ(page.glyphs[0].visibility, Visibility::seen);
}

TEST(Visibility, InvisibleTextBesideVisibleTextStaysInvisible) {
  Page page = blank_page();
  page.images.push_back({{0, 0, 595, 842}, 0});
  put_text(page, 100, 100, "甲乙");
  page.glyphs[0].visibility = Visibility::render_mode;
  EXPECT_FALSE(judge_visibility(page));
  EXPECT_EQ(page.glyphs[0].visibility, Visibility::render_mode);
}

TEST(Visibility, ContrastIsWhatAnEyeSees) {
  EXPECT_NEAR(contrast(0x000000, 0xFFFFFF), 1, 1e-9);
  EXPECT_EQ(contrast(0x336699, 0x336699), 0);
  EXPECT_GT(contrast(0xFF0000, 0x008000), 0.3) << "red on green, of like luminance";
}

}  // namespace
}  // namespace fubiao
