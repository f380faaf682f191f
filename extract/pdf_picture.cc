// Places on the pages of a PDF as PNG, through Poppler's rasterizer (Splash). Part of the PDF module, as pdf.cc.
//
// A page is drawn once: the part of it that holds all places asked for, at one scale. The places are then cut out, and
// the frame is drawn into each cut. Poppler turns the page upright and leaves off what lies outside of the CropBox, as
// it does for the reader, so the boxes of geometry.h only have to be scaled.
//
// The document is opened anew: the reader keeps only the heads of Type 1 fonts, which have no outlines.
//
// As for the reader, tiling patterns and shadings are swallowed: executing a cell for every tile is where hostile files
// spend time. Beyond that, drawing stops when its time is over; what was drawn until then is no picture of the page and
// thrown away.

#include <goo/PNGWriter.h>
#include <poppler/Gfx.h>
#include <poppler/PDFDoc.h>
#include <poppler/SplashOutputDev.h>
#include <splash/SplashBitmap.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <new>

#include "extract/open.h"
#include "extract/pdf_module.h"
#include "extract/pdf_patterns.h"
#include "extract/pdf_setup.h"

namespace fubiao {
namespace {

using Clock = std::chrono::steady_clock;

class Painter final : public WithoutPatterns<SplashOutputDev> {
 public:
  explicit Painter(SplashColorPtr paper) : WithoutPatterns(splashModeRGB8, 4, false, paper) {}
};

/// Pixels of a page or a part of it, [x0, x1) × [y0, y1).
struct PixelBox {
  int x0 = 0;
  int y0 = 0;
  int x1 = 0;
  int y1 = 0;
  int width() const { return x1 - x0; }
  int height() const { return y1 - y0; }
};

PixelBox pixels_of(const Box& box, double scale) {
  return {static_cast<int>(std::floor(box.x0 * scale)), static_cast<int>(std::floor(box.y0 * scale)),
          static_cast<int>(std::ceil(box.x1 * scale)), static_cast<int>(std::ceil(box.y1 * scale))};
}

/// Rows of red, green, blue.
struct Cut {
  int width = 0;
  int height = 0;
  std::vector<unsigned char> rgb;

  void set(int x, int y, const unsigned char* colour) {
    if (x < 0 || y < 0 || x >= width || y >= height) return;
    std::copy_n(colour, 3, rgb.begin() + 3 * (static_cast<std::ptrdiff_t>(y) * width + x));
  }
};

/// A frame just outside of the box, so that it hides no ink of what it is about.
void draw_frame(Cut& cut, PixelBox box, double scale) {
  static constexpr unsigned char colour[3] = {0xD6, 0x00, 0x6C};  // no report prints in it
  const int gap = std::max(1, static_cast<int>(std::lround(scale)));
  const int thick = std::max(2, static_cast<int>(std::lround(1.2 * scale)));
  const int out = gap + thick;
  // Only what lies within the cut is ever visited.
  const int x0 = std::max(box.x0 - out, 0);
  const int y0 = std::max(box.y0 - out, 0);
  const int x1 = std::min(box.x1 + out, cut.width);
  const int y1 = std::min(box.y1 + out, cut.height);
  for (int y = y0; y < y1; ++y) {
    for (int x = x0; x < x1; ++x) {
      const bool inside = x >= box.x0 - gap && x < box.x1 + gap && y >= box.y0 - gap && y < box.y1 + gap;
      if (!inside) cut.set(x, y, colour);
    }
  }
}

std::string png_of(Cut& cut, double dpi) {
  char* bytes = nullptr;
  std::size_t size = 0;
  OpenFile memory(open_memstream(&bytes, &size));
  if (!memory) return {};
  PNGWriter writer(PNGWriter::RGB);
  bool good = writer.init(memory.get(), cut.width, cut.height, dpi, dpi);
  for (int y = 0; good && y < cut.height; ++y) {
    unsigned char* row = cut.rgb.data() + 3 * static_cast<std::ptrdiff_t>(y) * cut.width;
    good = writer.writeRow(&row);
  }
  good = good && writer.close();
  memory.reset();  // tells `bytes` and `size`
  std::string png = good ? std::string(bytes, size) : std::string();
  std::free(bytes);
  return png;
}

struct Deadline {
  Clock::time_point end;
  bool over = false;
};

bool past(void* data) {
  auto* deadline = static_cast<Deadline*>(data);
  if (!deadline->over && Clock::now() > deadline->end) deadline->over = true;
  return deadline->over;
}

bool is_box(const Box& box) {
  return std::isfinite(box.x0) && std::isfinite(box.y0) && std::isfinite(box.x1) && std::isfinite(box.y1) &&
         box.x0 < box.x1 && box.y0 < box.y1;
}

/// The size of a page as the reader gives it: upright.
Box page_box(PDFDoc& pdf, int number) {
  double width = pdf.getPageCropWidth(number);
  double height = pdf.getPageCropHeight(number);
  if (pdf.getPageRotate(number) % 180 != 0) std::swap(width, height);
  return {0, 0, width, height};
}

void draw_page(PDFDoc& pdf, int number, const std::vector<const PictureRequest*>& requests,
               const std::vector<std::string*>& pictures, double dpi, const Limits& limits, Deadline& deadline) {
  const Box paper = page_box(pdf, number);
  std::vector<Box> regions;
  Box all = Box::nothing();
  for (const PictureRequest* request : requests) {
    const Box region = is_box(request->region) ? intersection(request->region, paper) : Box::nothing();
    regions.push_back(region);
    if (is_box(region)) all.add(region);
  }
  if (!is_box(all)) return;
  dpi = std::min(dpi, 72 * std::sqrt(limits.picture_pixels / (all.width() * all.height())));
  const double scale = dpi / 72;
  const PixelBox drawn = pixels_of(all, scale);
  // A long strip may be scaled to less than a pixel, and pixels are counted again after rounding up.
  if (drawn.width() < 1 || drawn.height() < 1 ||
      static_cast<double>(drawn.width()) * drawn.height() > 2 * limits.picture_pixels) {
    return;
  }
  SplashColor white = {0xFF, 0xFF, 0xFF};
  Painter painter(white);
  painter.startDoc(&pdf);
  pdf.displayPageSlice(&painter, number, dpi, dpi, /*rotate=*/0, /*useMediaBox=*/false, /*crop=*/true,
                       /*printing=*/false, drawn.x0, drawn.y0, drawn.width(), drawn.height(), past, &deadline);
  SplashBitmap* bitmap = painter.getBitmap();
  if (deadline.over || bitmap == nullptr || bitmap->getDataPtr() == nullptr) return;

  for (std::size_t i = 0; i < requests.size(); ++i) {
    if (!is_box(regions[i])) continue;
    PixelBox place = pixels_of(regions[i], scale);
    place.x1 = std::min(place.x1, drawn.x0 + bitmap->getWidth());
    place.y1 = std::min(place.y1, drawn.y0 + bitmap->getHeight());
    if (place.width() < 1 || place.height() < 1) continue;
    Cut cut{place.width(), place.height(), {}};
    cut.rgb.reserve(3 * static_cast<std::size_t>(cut.width) * static_cast<std::size_t>(cut.height));
    for (int y = place.y0; y < place.y1; ++y) {
      const unsigned char* row = bitmap->getDataPtr() +
                                 static_cast<std::ptrdiff_t>(y - drawn.y0) * bitmap->getRowSize() +
                                 3 * static_cast<std::ptrdiff_t>(place.x0 - drawn.x0);
      cut.rgb.insert(cut.rgb.end(), row, row + 3 * static_cast<std::ptrdiff_t>(cut.width));
    }
    const Box frame = is_box(requests[i]->frame) ? intersection(requests[i]->frame, paper) : Box::nothing();
    if (is_box(frame)) {
      const PixelBox box = pixels_of(frame, scale);
      draw_frame(cut, {box.x0 - place.x0, box.y0 - place.y0, box.x1 - place.x0, box.y1 - place.y0}, scale);
    }
    *pictures[i] = png_of(cut, dpi);
  }
}

void draw(std::string_view bytes, const std::vector<PictureRequest>& requests, const PictureOptions& options,
          const Limits& limits, std::vector<std::string>& pictures) {
  if (!(options.dpi > 0) || requests.empty()) return;
  const std::unique_ptr<PDFDoc> pdf = open_pdf(bytes, {});
  Deadline deadline{Clock::now() +
                    std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(limits.picture_seconds))};
  std::map<int, std::vector<std::size_t>> by_page;
  for (std::size_t i = 0; i < requests.size(); ++i) by_page[requests[i].page].push_back(i);
  const int count = std::min(pdf->getNumPages(), limits.pages);
  for (const auto& [number, places] : by_page) {
    if (number < 1 || number > count) continue;
    std::vector<const PictureRequest*> asked;
    std::vector<std::string*> given;
    for (const std::size_t i : places) {
      asked.push_back(&requests[i]);
      given.push_back(&pictures[i]);
    }
    draw_page(*pdf, number, asked, given, options.dpi, limits, deadline);
    if (deadline.over) return;
  }
}

}  // namespace
}  // namespace fubiao

extern "C" __attribute__((visibility("default"))) void fubiao_draw_pdf(
    std::string_view bytes, const std::vector<fubiao::PictureRequest>& requests, const fubiao::PictureOptions& options,
    const fubiao::Limits& limits, std::vector<std::string>& pictures) {
  try {
    fubiao::draw(bytes, requests, options, limits, pictures);
  } catch (const std::bad_alloc&) {
    // As good as a page that cannot be drawn.
  }
}
