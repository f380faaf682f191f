#include "tests/make_page.h"

#include <algorithm>

#include "extract/utf8.h"

namespace fubiao {

namespace {

int next_order(const Page& page) {
  return static_cast<int>(page.glyphs.size() + page.paints.size() + page.images.size() + page.clips.size());
}

void put_glyph(Page& page, double x, double baseline, char32_t c, double size) {
  Glyph glyph;
  glyph.text = std::u32string(1, c);
  glyph.size = size;
  glyph.advance = c < 0x2E80 && c != 0x2014 && c != 0x201C && c != 0x201D ? size / 2 : size;
  glyph.origin = {x, baseline};
  glyph.box = {x, baseline - 0.88 * size, x + glyph.advance, baseline + 0.12 * size};
  glyph.order = next_order(page);
  page.glyphs.push_back(glyph);
}

}  // namespace

Page blank_page(int number, double width, double height) {
  Page page;
  page.number = number;
  page.width = width;
  page.height = height;
  return page;
}

void put_text(Page& page, double x, double baseline, const std::string& utf8, double size) {
  for (char32_t c : to_u32(utf8)) {
    put_glyph(page, x, baseline, c, size);
    x += page.glyphs.back().advance;
  }
}

void put_stacked(Page& page, double x, double baseline, const std::string& utf8, double size, double pitch) {
  for (char32_t c : to_u32(utf8)) {
    put_glyph(page, x, baseline, c, size);
    baseline += pitch * size;
  }
}

Page turned_page(const Page& page, Turn turn) {
  Page result = page;
  const bool sideways = turn == Turn::quarter || turn == Turn::three_quarters;
  if (sideways) std::swap(result.width, result.height);
  // By hand, apart from layout/turn.cc: x runs down the page (quarter), to the left (half), up the page.
  auto move = [&](Point p) -> Point {
    switch (turn) {
      case Turn::none: return p;
      case Turn::quarter: return {page.height - p.y, p.x};
      case Turn::half: return {page.width - p.x, page.height - p.y};
      case Turn::three_quarters: return {p.y, page.width - p.x};
    }
    return p;
  };
  auto move_box = [&](Box& box) {
    const Point a = move({box.x0, box.y0}), b = move({box.x1, box.y1});
    box = {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
  };
  for (Glyph& glyph : result.glyphs) {
    glyph.origin = move(glyph.origin);
    move_box(glyph.box);
    glyph.turn = turn;
  }
  for (Paint& paint : result.paints) move_box(paint.box);
  for (Clip& clip : result.clips) move_box(clip.box);
  return result;
}

void put_stroke(Page& page, double x0, double y0, double x1, double y1, double width) {
  Paint paint;
  paint.kind = Paint::Kind::stroke;
  paint.width = width;
  const bool level = y0 == y1;
  paint.box = level ? Box{x0, y0 - width / 2, x1, y0 + width / 2} : Box{x0 - width / 2, y0, x0 + width / 2, y1};
  paint.order = next_order(page);
  page.paints.push_back(paint);
}

void put_fill(Page& page, double x0, double y0, double x1, double y1, std::uint32_t colour) {
  Paint paint;
  paint.kind = Paint::Kind::fill;
  paint.box = {x0, y0, x1, y1};
  paint.width = std::min(x1 - x0, y1 - y0);
  paint.colour = colour;
  paint.order = next_order(page);
  page.paints.push_back(paint);
}

void put_clip(Page& page, double x0, double y0, double x1, double y1) {
  page.clips.push_back({{x0, y0, x1, y1}, next_order(page)});
}

void put_lattice(Page& page, const std::vector<double>& xs, const std::vector<double>& ys) {
  for (double x : xs) put_stroke(page, x, ys.front(), x, ys.back());
  for (double y : ys) put_stroke(page, xs.front(), y, xs.back(), y);
}

Document document_of(std::vector<Page> pages) {
  Document document;
  document.format = Format::pdf;
  document.pages = std::move(pages);
  return document;
}

}  // namespace fubiao
