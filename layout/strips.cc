// Letters of a strip are asked for by few pages, and there by many regions: sorted once, and found by halving.
//
// Tested by pieces_test.cc and half_ruled_test.cc.

#include "layout/strips.h"

#include <algorithm>

#include "layout/ink.h"

namespace fubiao {

std::vector<int> Strips::in(const Box& box) {
  if (!sorted_) {
    for (std::size_t i = 0; i < page_.glyphs.size(); ++i) {
      const Glyph& glyph = page_.glyphs[i];
      if (glyph.visibility == Visibility::seen && !is_white_glyph(glyph)) by_height_.push_back(static_cast<int>(i));
    }
    std::sort(by_height_.begin(), by_height_.end(), [&](int a, int b) { return middle(a) < middle(b); });
    sorted_ = true;
  }
  std::vector<int> found;
  auto it =
      std::lower_bound(by_height_.begin(), by_height_.end(), box.y0, [&](int i, double y) { return middle(i) < y; });
  for (; it != by_height_.end() && middle(*it) < box.y1; ++it) {
    if (box.contains(page_.glyphs[static_cast<std::size_t>(*it)].box.centre())) found.push_back(*it);
  }
  return found;
}

}  // namespace fubiao
