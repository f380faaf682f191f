#include "extract/visibility.h"

#include <gtest/gtest.h>

#include <random>

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

TEST(Visibility, ManyFillsOfAllSizesAreLookedThroughAsIfOneByOne) {
  std::mt19937 engine(1);
  const auto within = [&](double most) { return std::uniform_real_distribution<double>(0, most)(engine); };
  Page page = blank_page();
  for (int i = 0; i < 500; ++i) {
    const double x = within(650) - 30, y = within(900) - 30;
    // Most small, some as large as the page, some long and low; some stick out of the page.
    const double width = i % 10 == 0 ? 600 : 4 + within(60);
    const double height = i % 50 == 0 ? 850 : 4 + within(20);
    put_fill(page, x, y, x + width, y + height, static_cast<std::uint32_t>(i));
  }
  const Backdrop backdrop(page);
  int coloured = 0, covered = 0;
  for (int i = 0; i < 5000; ++i) {
    const Point point{within(595), within(842)};
    const Box box{point.x - 3, point.y - 4, point.x + 3, point.y + 4};
    const int order = static_cast<int>(within(520)) - 10;
    std::uint32_t colour = 0xFFFFFF;
    bool is_covered = false;
    for (const Paint& paint : page.paints) {
      if (paint.order < order && paint.box.contains(point)) colour = paint.colour;
      const Box both = intersection(paint.box, box);
      is_covered |= paint.order > order && both.width() == box.width() && both.height() == box.height();
    }
    ASSERT_EQ(backdrop.beneath(point, order), colour) << point.x << ", " << point.y << " at " << order;
    ASSERT_EQ(backdrop.covered(box, order), is_covered) << point.x << ", " << point.y << " at " << order;
    coloured += colour != 0xFFFFFF;
    covered += is_covered;
  }
  EXPECT_GT(coloured, 1000);
  EXPECT_GT(covered, 1000);
}

TEST(Visibility, ContrastIsWhatAnEyeSees) {
  EXPECT_NEAR(contrast(0x000000, 0xFFFFFF), 1, 1e-9);
  EXPECT_EQ(contrast(0x336699, 0x336699), 0);
  EXPECT_GT(contrast(0xFF0000, 0x008000), 0.3) << "red on green, of like luminance";
}

}  // namespace
}  // namespace fubiao
