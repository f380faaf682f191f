// Points and boxes.
//
// One coordinate system for the whole program: PDF points (1/72 inch), origin at the top left corner of the
// *upright* page (after /Rotate and CropBox have been applied), x to the right, y downwards. Readers of drawn
// formats convert at the door; nothing behind them knows another system.
#pragma once

#include <algorithm>

namespace fubiao {

struct Point {
  double x = 0;
  double y = 0;
};

/// A rectangle with x0 <= x1 and y0 <= y1 (an empty box has x0 > x1: see `Box::nothing()`).
struct Box {
  double x0 = 0;
  double y0 = 0;
  double x1 = 0;
  double y1 = 0;

  /// The neutral element of `add`.
  static constexpr Box nothing() { return {1e300, 1e300, -1e300, -1e300}; }

  constexpr bool empty() const { return x0 > x1 || y0 > y1; }
  constexpr double width() const { return x1 - x0; }
  constexpr double height() const { return y1 - y0; }
  constexpr Point centre() const { return {(x0 + x1) / 2, (y0 + y1) / 2}; }
  constexpr bool contains(Point p) const { return p.x >= x0 && p.x <= x1 && p.y >= y0 && p.y <= y1; }

  constexpr void add(Point p) {
    x0 = std::min(x0, p.x);
    y0 = std::min(y0, p.y);
    x1 = std::max(x1, p.x);
    y1 = std::max(y1, p.y);
  }
  constexpr void add(const Box& b) {
    x0 = std::min(x0, b.x0);
    y0 = std::min(y0, b.y0);
    x1 = std::max(x1, b.x1);
    y1 = std::max(y1, b.y1);
  }
};

constexpr Box intersection(const Box& a, const Box& b) {
  return {std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
}
constexpr bool overlap(const Box& a, const Box& b) {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}
constexpr Box grown(const Box& b, double by) {
  return {b.x0 - by, b.y0 - by, b.x1 + by, b.y1 + by};
}

}  // namespace fubiao
