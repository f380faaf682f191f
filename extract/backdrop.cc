#include "extract/backdrop.h"

#include <algorithm>
#include <cmath>

namespace fubiao {

namespace {

/// So few fills are looked through one by one: that is quicker than to look for those of each size.
constexpr std::size_t few = 32;

std::uint64_t tile_key(double column, double row) {
  const auto number = [](double tile) { return static_cast<std::uint32_t>(static_cast<std::int32_t>(tile)); };
  return static_cast<std::uint64_t>(number(column)) << 32 | number(row);
}

double tile_of(double at, double size) {
  return std::clamp(std::floor(at / size), -1e9, 1e9);
}

}  // namespace

Backdrop::Backdrop(const Page& page) {
  for (const Paint& paint : page.paints) {
    if (paint.kind != Paint::Kind::fill || paint.opacity < 0.5) continue;
    if (std::min(paint.box.width(), paint.box.height()) <= backdrop_min_side) continue;
    fills_.push_back({paint.box, paint.colour, paint.order});
  }
  const Box sheet = grown({0, 0, page.width, page.height}, 100);
  for (std::size_t i = 0; i < fills_.size(); ++i) {
    const Box box = intersection(fills_[i].box, sheet);
    if (!(box.x0 <= box.x1 && box.y0 <= box.y1)) continue;
    const auto exponent = [](double side) { return std::clamp(std::ilogb(std::max(side, 1.0)), 0, 40); };
    const std::pair<int, int> exponents{exponent(box.width()), exponent(box.height())};
    const bool apart = fills_.size() > few;
    Size& size = sizes_[apart ? exponents : std::pair{0, 0}];
    size.tile_width = apart ? std::exp2(exponents.first + 1) : 1e9;
    size.tile_height = apart ? std::exp2(exponents.second + 1) : 1e9;
    const double last_column = tile_of(box.x1, size.tile_width);
    const double last_row = tile_of(box.y1, size.tile_height);
    for (double column = tile_of(box.x0, size.tile_width); column <= last_column; ++column) {
      for (double row = tile_of(box.y0, size.tile_height); row <= last_row; ++row) {
        size.tiles[tile_key(column, row)].push_back(i);
      }
    }
  }
}

const std::vector<std::size_t>& Backdrop::Size::at(Point p) const {
  static const std::vector<std::size_t> none;
  const auto tile = tiles.find(tile_key(tile_of(p.x, tile_width), tile_of(p.y, tile_height)));
  return tile == tiles.end() ? none : tile->second;
}

std::uint32_t Backdrop::beneath(Point p, int order) const {
  const Fill* last = nullptr;
  for (const auto& [exponents, size] : sizes_) {
    const std::vector<std::size_t>& fills = size.at(p);
    auto it = std::partition_point(fills.begin(), fills.end(), [&](std::size_t i) { return fills_[i].order < order; });
    while (it != fills.begin()) {
      const Fill& fill = fills_[*--it];
      if (last != nullptr && fill.order < last->order) break;
      if (!fill.box.contains(p)) continue;
      last = &fill;
      break;
    }
  }
  return last == nullptr ? 0xFFFFFF : last->colour;
}

bool Backdrop::covered(const Box& box, int order) const {
  for (const auto& [exponents, size] : sizes_) {
    const std::vector<std::size_t>& fills = size.at(box.centre());
    for (auto it = fills.rbegin(); it != fills.rend() && fills_[*it].order > order; ++it) {
      const Box& over = fills_[*it].box;
      if (over.x0 <= box.x0 && over.x1 >= box.x1 && over.y0 <= box.y0 && over.y1 >= box.y1) return true;
    }
  }
  return false;
}

double contrast(std::uint32_t a, std::uint32_t b) {
  auto channel = [](std::uint32_t colour, int shift) { return static_cast<double>((colour >> shift) & 0xFF) / 255.0; };
  auto luminance = [&](std::uint32_t c) {
    // ITU-R BT.709 weights.
    return 0.2126 * channel(c, 16) + 0.7152 * channel(c, 8) + 0.0722 * channel(c, 0);
  };
  double largest = std::abs(luminance(a) - luminance(b));
  for (int shift : {0, 8, 16}) largest = std::max(largest, 0.5 * std::abs(channel(a, shift) - channel(b, shift)));
  return largest;
}

std::uint32_t on_paper(std::uint32_t colour, double opacity) {
  if (opacity >= 1) return colour;
  std::uint32_t result = 0;
  for (const int shift : {16, 8, 0}) {
    const double channel = 255 - opacity * (255 - static_cast<double>(colour >> shift & 0xFF));
    result |= static_cast<std::uint32_t>(std::clamp(std::lround(channel), 0L, 255L)) << shift;
  }
  return result;
}

}  // namespace fubiao
