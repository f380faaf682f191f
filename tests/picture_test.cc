#include "extract/picture.h"

#include <gtest/gtest.h>
#include <png.h>

#include <cmath>
#include <limits>
#include <stdexcept>

#include "extract/open.h"
#include "run_program.h"
#include "tests/make_pdf.h"

namespace fubiao::tests {
namespace {

struct Pixels {
  int width = 0;
  int height = 0;
  std::vector<png_byte> rgb;

  std::array<int, 3> at(int x, int y) const {
    const png_byte* pixel = &rgb.at(3 * static_cast<std::size_t>(y * width + x));
    return {pixel[0], pixel[1], pixel[2]};
  }
  bool frame(int x, int y) const { return at(x, y) == std::array{0xD6, 0x00, 0x6C}; }
  bool ink(int x, int y) const { return at(x, y) == std::array{0, 0, 0}; }
};

Pixels decoded(const std::string& png) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&image, png.data(), png.size()) == 0) throw std::runtime_error(image.message);
  image.format = PNG_FORMAT_RGB;
  Pixels pixels{static_cast<int>(image.width), static_cast<int>(image.height), {}};
  pixels.rgb.resize(PNG_IMAGE_SIZE(image));
  if (png_image_finish_read(&image, nullptr, pixels.rgb.data(), 0, nullptr) == 0) {
    throw std::runtime_error(image.message);
  }
  return pixels;
}

/// The box around all pixels for which `test` holds, in points of the picture.
template <typename Test>
Box box_of(const Pixels& pixels, double dpi, Test test) {
  Box box = Box::nothing();
  for (int y = 0; y < pixels.height; ++y) {
    for (int x = 0; x < pixels.width; ++x) {
      if (!test(x, y)) continue;
      box.add(Box{72 * x / dpi, 72 * y / dpi, 72 * (x + 1) / dpi, 72 * (y + 1) / dpi});
    }
  }
  return box;
}

void expect_near(const Box& is, const Box& should_be, double tolerance, const std::string& what) {
  EXPECT_NEAR(is.x0, should_be.x0, tolerance) << what;
  EXPECT_NEAR(is.y0, should_be.y0, tolerance) << what;
  EXPECT_NEAR(is.x1, should_be.x1, tolerance) << what;
  EXPECT_NEAR(is.y1, should_be.y1, tolerance) << what;
}

constexpr double kDpi = 144;  // two pixels for a point

TEST(Picture, TheFrameIsAroundTheCellAndItsInkInside) {
  PdfPage page;
  page.fill(100, 200, 110, 205);
  page.fill(150, 200, 160, 205);
  const std::vector<std::string> pictures =
      page_pictures(make_pdf({page}), {{1, {90, 190, 171.5, 220}, {100, 200, 110, 205}}}, {kDpi});
  ASSERT_EQ(pictures.size(), 1U);
  const Pixels pixels = decoded(pictures[0]);
  EXPECT_EQ(pixels.width, 163) << "rows of the bitmap are longer";
  EXPECT_EQ(pixels.height, 60);
  expect_near(box_of(pixels, kDpi, [&](int x, int y) { return pixels.ink(x, y); }), {10, 10, 70, 15}, 0.01,
              "both inks, where they are drawn");
  // Outside of the cell by a gap of a point and a line of one.
  expect_near(box_of(pixels, kDpi, [&](int x, int y) { return pixels.frame(x, y); }), {8, 8, 22, 17}, 0.01, "frame");
  EXPECT_TRUE(pixels.ink(30, 24)) << "the frame is open";
  EXPECT_FALSE(pixels.frame(18, 18)) << "the gap";
  EXPECT_TRUE(pixels.frame(17, 17));
}

TEST(Picture, TextIsDrawn) {
  const std::string pdf = read_file(in_repository("corpus/cases/four-renditions/report.pdf"));
  const Document document = read_pdf(pdf, {});
  int looked_at = 0;
  for (const Page& page : document.pages) {
    for (const Glyph& glyph : page.glyphs) {
      if (glyph.text != U"总" || looked_at == 5) continue;
      ++looked_at;
      const Pixels pixels = decoded(page_pictures(pdf, {{page.number, grown(glyph.box, 2), glyph.box}}, {kDpi}).at(0));
      int dark = 0;
      const auto inside = [&](int x, int y) { return x > 4 && y > 4 && x < pixels.width - 4 && y < pixels.height - 4; };
      for (int y = 0; y < pixels.height; ++y) {
        for (int x = 0; x < pixels.width; ++x) {
          dark += inside(x, y) && pixels.at(x, y)[0] < 100 && !pixels.frame(x, y) ? 1 : 0;
        }
      }
      EXPECT_GT(dark, 20) << "no letter on page " << page.number;
    }
  }
  EXPECT_EQ(looked_at, 5);
}

// The reader says where a rectangle is painted; the picture has its ink just there, however the page lies.
TEST(Picture, TurnedAndCroppedPagesAreShownAsTheyAreRead) {
  for (const std::string entries :
       {"", "/Rotate 90", "/Rotate 180", "/Rotate 270", "/Rotate -90", "/CropBox [50 100 500 700]",
        "/CropBox [50 100 500 700] /Rotate 90", "/CropBox [50 100 500 700] /Rotate 270"}) {
    PdfPage drawing;
    drawing.fill(120, 300, 180, 310);
    drawing.fill(300, 690, 320, 695);  // further down than the page is wide
    if (!entries.empty()) drawing.entry(entries);
    const std::string pdf = make_pdf({drawing});
    const Page page = read_pdf(pdf, {}).pages.at(0);
    ASSERT_EQ(page.paints.size(), 2U) << entries;
    for (const Paint& paint : page.paints) {
      const Box painted = paint.box;
      const Box region = grown(painted, 4);
      const Pixels pixels = decoded(page_pictures(pdf, {{1, region, painted}}, {kDpi}).at(0));
      const Box ink = box_of(pixels, kDpi, [&](int x, int y) { return pixels.ink(x, y); });
      expect_near(ink, {4, 4, 4 + painted.width(), 4 + painted.height()}, 0.51, entries);
    }
  }
}

TEST(Picture, ManyPlacesOnManyPagesInTheOrderAskedFor) {
  PdfPage first;
  PdfPage second;
  first.fill(10, 10, 20, 20);
  second.fill(30, 30, 50, 40);
  const std::vector<std::string> pictures = page_pictures(
      make_pdf({first, second}),
      {{2, {30, 30, 50, 40}, {}}, {1, {10, 10, 20, 20}, {}}, {3, {0, 0, 9, 9}, {}}, {2, {0, 0, 9, 9}, {}}}, {kDpi});
  ASSERT_EQ(pictures.size(), 4U);
  EXPECT_EQ(decoded(pictures[0]).width, 40);
  EXPECT_TRUE(decoded(pictures[0]).ink(0, 0));
  EXPECT_EQ(decoded(pictures[1]).width, 20);
  EXPECT_TRUE(decoded(pictures[1]).ink(19, 19));
  EXPECT_EQ(pictures[2], "") << "there is no page 3";
  EXPECT_FALSE(decoded(pictures[3]).ink(5, 5));
}

TEST(Picture, WhatCannotBeShownIsEmpty) {
  constexpr double infinite = std::numeric_limits<double>::infinity();
  PdfPage page;
  page.fill(10, 10, 20, 20);
  const std::string pdf = make_pdf({page});
  const std::vector<std::string> none = page_pictures(pdf, {{0, {0, 0, 9, 9}, {}},
                                                            {-1, {0, 0, 9, 9}, {}},
                                                            {1, {9, 9, 9, 9}, {}},
                                                            {1, Box::nothing(), {}},
                                                            {1, {700, 0, 800, 100}, {}},
                                                            {1, {0, 0, infinite, 9}, {}},
                                                            {1, {std::nan(""), 0, 9, 9}, {}}});
  EXPECT_EQ(none, std::vector<std::string>(7));
  const PictureRequest good{1, {0, 0, 50, 50}, {10, 10, 20, 20}};
  EXPECT_EQ(page_pictures("no PDF at all", {good}), std::vector<std::string>(1));
  EXPECT_EQ(page_pictures("", {good, good}), std::vector<std::string>(2));
  EXPECT_EQ(page_pictures(pdf, {}), std::vector<std::string>());
  EXPECT_EQ(page_pictures(pdf, {good}, {0}), std::vector<std::string>(1));
  EXPECT_EQ(page_pictures(pdf.substr(0, 40), {good}), std::vector<std::string>(1));
  EXPECT_NE(page_pictures(pdf, {good}), std::vector<std::string>(1));
}

TEST(Picture, WhatIsOffThePageIsLeftOut) {
  PdfPage page(100, 100);
  page.fill(0, 0, 10, 10);
  const Pixels pixels =
      decoded(page_pictures(make_pdf({page}), {{1, {-50, -50, 20, 20}, {-9, -9, 5, 5}}}, {kDpi}).at(0));
  EXPECT_EQ(pixels.width, 40);
  EXPECT_EQ(pixels.height, 40);
  EXPECT_TRUE(pixels.ink(19, 19));
}

TEST(Picture, TheRowAroundACellIsAsWideAsThePage) {
  PdfPage page(300, 200);
  page.fill(100, 90, 110, 100);
  const Pixels pixels =
      decoded(page_pictures(make_pdf({page}), {row_around(1, {100, 90, 110, 100}, 20)}, {kDpi}).at(0));
  EXPECT_EQ(pixels.width, 600);
  EXPECT_EQ(pixels.height, 100);
  EXPECT_TRUE(pixels.ink(205, 45));
  EXPECT_TRUE(pixels.frame(197, 45));
}

TEST(Picture, LimitsHold) {
  PdfPage page(14'000, 14'000);
  page.fill(0, 0, 7'000, 14'000);
  const std::string pdf = make_pdf({page});
  Limits limits;
  limits.picture_pixels = 10'000;
  const PictureRequest whole{1, {0, 0, 14'000, 14'000}, {}};
  const Pixels pixels = decoded(page_pictures(pdf, {whole}, {kDpi}, limits).at(0));
  EXPECT_LE(pixels.width * pixels.height, 10'300);
  EXPECT_GE(pixels.width * pixels.height, 9'700);
  EXPECT_TRUE(pixels.ink(pixels.width / 2 - 3, 5));
  EXPECT_FALSE(pixels.ink(pixels.width / 2 + 3, 5));
  // Drawing is stopped between operators.
  for (int i = 0; i < 1000; ++i) page.fill(0, 0, 10, 10);
  limits.picture_seconds = 0;
  EXPECT_EQ(page_pictures(make_pdf({page}), {whole}, {kDpi}, limits).at(0), "");
}

}  // namespace
}  // namespace fubiao::tests
