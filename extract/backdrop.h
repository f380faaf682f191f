// What colour lies beneath a point of a page at a moment of its paint order.
//
// Paper is white. Every opaque filled rectangle that is not thin covers what was painted before it. Gradients and
// patterns are not known here; images count as cover only where the caller says so.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/document.h"

namespace fubiao {

/// Fills with both sides longer than this cover paper; thinner ones are rules (a rule is at most about 3 pt).
constexpr double backdrop_min_side = 3.0;

class Backdrop {
 public:
  explicit Backdrop(const Page& page);

  /// Colour (0xRRGGBB) that shows at `p` to something painted at `order`.
  std::uint32_t beneath(Point p, int order) const;
  /// Whether something opaque painted after `order` covers the whole box.
  bool covered(const Box& box, int order) const;
  bool plain() const { return fills_.empty(); }

 private:
  struct Fill {
    Box box;
    std::uint32_t colour = 0;
    int order = 0;
  };
  std::vector<Fill> fills_;              // in paint order
  std::vector<std::vector<int>> bands_;  // fills by horizontal band of the page, in paint order
  double band_height_ = 1;
  const std::vector<int>& band(double y) const;
};

/// Difference of two colours as an eye sees it, 0 (same) to 1 (black on white): the difference of relative
/// luminance, or of the single channels where that is larger (red on green).
double contrast(std::uint32_t a, std::uint32_t b);

/// Less than this and a reader sees nothing: 0xF8F8F8 on white is 0.03, the lightest grey rule in use (0xE0E0E0) 0.12.
constexpr double least_contrast = 0.05;

}  // namespace fubiao
