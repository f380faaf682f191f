// What a painted path looks like: straight lines, rectangles, frames. Knows nothing of any file format.
#pragma once

#include <vector>

#include "extract/document.h"
#include "extract/geometry.h"

namespace fubiao {

/// Points of a subpath in page space. A point that a curve leads to or from has no place in a straight line.
struct Subpath {
  std::vector<Point> points;
  std::vector<bool> curved;  ///< for each point: a control point of a curve
};

/// How a path is painted.
struct Brush {
  std::uint32_t colour = 0;  ///< 0xRRGGBB
  double opacity = 1;
  double width = 0.1;        ///< strokes: of the line, in points
  bool square_caps = false;  ///< strokes: projecting or round caps
  bool dashed = false;
  bool even_odd = false;  ///< fills: the even-odd rule
  Box clip;
};

/// The straight axis-parallel segments of a stroked path; `order` is left to the caller.
std::vector<Paint> stroked(const std::vector<Subpath>& path, const Brush& brush);

/// The rectangles of a filled path; a frame (a rectangle around a rectangular hole) is four bars.
std::vector<Paint> filled(const std::vector<Subpath>& path, const Brush& brush);

}  // namespace fubiao
