// What colour lies beneath a point of a page at a moment of its paint order.
//
// Paper is white. Every opaque filled rectangle that is not thin covers what was painted before it. Gradients and
// patterns are not known here; images count as cover only where the caller says so.
#pragma once

#include <cstdint>
#include <map>
#include <unordered_map>
#include <utility>
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
  /// Fills of one size, width and height each within a factor of two, by tiles of twice that size: a fill lies in four
  /// tiles at most, and whoever asks looks into one tile of each size, so that time does not grow with the square of a
  /// page of shaded cells.
  struct Size {
    double tile_width = 1;
    double tile_height = 1;
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> tiles;  // into fills_
    const std::vector<std::size_t>& at(Point p) const;
  };

  std::vector<Fill> fills_;                    // in paint order
  std::map<std::pair<int, int>, Size> sizes_;  // by the exponents of width and height
};

/// Difference of two colours as an eye sees it, 0 (same) to 1 (black on white): the difference of relative
/// luminance, or of the single channels where that is larger (red on green).
double contrast(std::uint32_t a, std::uint32_t b);

/// What shows of a colour (0xRRGGBB) on white paper, with an opacity of 0 to 1.
std::uint32_t on_paper(std::uint32_t colour, double opacity);

/// Less than this and a reader sees nothing: 0xF8F8F8 on white is 0.03, the lightest grey rule in use (0xE0E0E0) 0.12.
constexpr double least_contrast = 0.05;

/// Contrast with paper below which large letters are a watermark: those of Office programs are 0xC0C0C0 (.25) at half
/// opacity, the palest print of a table that was seen 0x7F7F7F (.5).
constexpr double pale_letters = 0.35;

}  // namespace fubiao
