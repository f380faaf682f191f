#include "extract/backdrop.h"

#include <cmath>

namespace fubiao {

namespace {

constexpr std::size_t band_count = 64;

}  // namespace

Backdrop::Backdrop(const Page& page) {
  for (const Paint& paint : page.paints) {
    if (paint.kind != Paint::Kind::fill || paint.opacity < 0.5) continue;
    if (std::min(paint.box.width(), paint.box.height()) <= backdrop_min_side) continue;
    fills_.push_back({paint.box, paint.colour, paint.order});
  }
  if (fills_.empty()) return;
  band_height_ = std::max(page.height, 1.0) / static_cast<double>(band_count);
  bands_.resize(band_count);
  for (std::size_t i = 0; i < fills_.size(); ++i) {
    auto index = [&](double y) {
      return static_cast<std::size_t>(std::clamp(y / band_height_, 0.0, static_cast<double>(band_count - 1)));
    };
    for (std::size_t b = index(fills_[i].box.y0); b <= index(fills_[i].box.y1); ++b) {
      bands_[b].push_back(static_cast<int>(i));
    }
  }
}

const std::vector<int>& Backdrop::band(double y) const {
  const double index = std::clamp(y / band_height_, 0.0, static_cast<double>(band_count - 1));
  return bands_[static_cast<std::size_t>(index)];
}

std::uint32_t Backdrop::beneath(Point p, int order) const {
  if (fills_.empty()) return 0xFFFFFF;
  const std::vector<int>& candidates = band(p.y);
  for (auto it = candidates.rbegin(); it != candidates.rend(); ++it) {
    const Fill& fill = fills_[static_cast<std::size_t>(*it)];
    if (fill.order < order && fill.box.contains(p)) return fill.colour;
  }
  return 0xFFFFFF;
}

bool Backdrop::covered(const Box& box, int order) const {
  if (fills_.empty()) return false;
  const Point centre = box.centre();
  const std::vector<int>& candidates = band(centre.y);
  for (auto it = candidates.rbegin(); it != candidates.rend(); ++it) {
    const Fill& fill = fills_[static_cast<std::size_t>(*it)];
    if (fill.order <= order) return false;
    if (fill.box.x0 <= box.x0 && fill.box.x1 >= box.x1 && fill.box.y0 <= box.y0 && fill.box.y1 >= box.y1) return true;
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

}  // namespace fubiao
