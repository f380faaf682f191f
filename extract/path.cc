#include "extract/path.h"

#include <algorithm>
#include <cmath>

namespace fubiao {

namespace {

bool finite(const Box& box) {
  return std::isfinite(box.x0 + box.y0 + box.x1 + box.y1);
}

/// A subpath without curves.
struct Polygon {
  Box box = Box::nothing();
  double area = 0;         ///< signed: the sign tells the direction of travel
  bool rectangle = false;  ///< fills its bounding box
};

std::vector<Polygon> polygons_of(const std::vector<Subpath>& path) {
  std::vector<Polygon> polygons;
  for (const Subpath& subpath : path) {
    const bool curved = std::find(subpath.curved.begin(), subpath.curved.end(), true) != subpath.curved.end();
    if (subpath.points.size() < 3 || curved) continue;
    Polygon polygon;
    const Point* previous = &subpath.points.back();
    for (const Point& point : subpath.points) {
      polygon.box.add(point);
      polygon.area += (previous->x * point.y - point.x * previous->y) / 2;
      previous = &point;
    }
    if (!finite(polygon.box)) continue;
    const double full = polygon.box.width() * polygon.box.height();
    polygon.rectangle = std::abs(std::abs(polygon.area) - full) <= 0.02 * full + 1e-6;
    polygons.push_back(polygon);
  }
  return polygons;
}

}  // namespace

std::vector<Paint> stroked(const std::vector<Subpath>& path, const Brush& brush) {
  std::vector<Paint> paints;
  const double cap = brush.square_caps ? brush.width / 2 : 0;
  for (const Subpath& subpath : path) {
    for (std::size_t i = 0; i + 1 < subpath.points.size(); ++i) {
      if (subpath.curved[i] || subpath.curved[i + 1]) continue;
      Box box = Box::nothing();
      box.add(subpath.points[i]);
      box.add(subpath.points[i + 1]);
      // Straight to the eye: off the axis by less than half a point, or by 1 in 100.
      const Point middle = box.centre();
      if (box.height() <= std::max(0.5, 0.01 * box.width()) && box.width() >= box.height()) {
        box = {box.x0 - cap, middle.y - brush.width / 2, box.x1 + cap, middle.y + brush.width / 2};
      } else if (box.width() <= std::max(0.5, 0.01 * box.height())) {
        box = {middle.x - brush.width / 2, box.y0 - cap, middle.x + brush.width / 2, box.y1 + cap};
      } else {
        continue;
      }
      box = intersection(box, brush.clip);
      if (box.empty() || !finite(box)) continue;
      Paint paint;
      paint.kind = Paint::Kind::stroke;
      paint.box = box;
      paint.width = brush.width;
      paint.dashed = brush.dashed;
      paint.colour = brush.colour;
      paint.opacity = brush.opacity;
      paints.push_back(paint);
    }
  }
  return paints;
}

std::vector<Paint> filled(const std::vector<Subpath>& path, const Brush& brush) {
  std::vector<Paint> paints;
  auto add = [&](const Box& box) {
    Paint paint;
    paint.kind = Paint::Kind::fill;
    paint.box = intersection(box, brush.clip);
    if (paint.box.empty()) return;
    paint.width = std::min(paint.box.width(), paint.box.height());
    paint.colour = brush.colour;
    paint.opacity = brush.opacity;
    paints.push_back(paint);
  };
  const std::vector<Polygon> polygons = polygons_of(path);
  for (std::size_t i = 0; i < polygons.size(); ++i) {
    const Polygon& outer = polygons[i];
    // Skia draws the border of a box as a rectangle with a rectangular hole.
    if (outer.rectangle && i + 1 < polygons.size() && polygons[i + 1].rectangle) {
      const Box& hole = polygons[i + 1].box;
      const Box& o = outer.box;
      const bool inside = hole.x0 > o.x0 && hole.y0 > o.y0 && hole.x1 < o.x1 && hole.y1 < o.y1;
      if (inside && (brush.even_odd || (outer.area > 0) != (polygons[i + 1].area > 0))) {
        add({o.x0, o.y0, o.x1, hole.y0});
        add({o.x0, hole.y1, o.x1, o.y1});
        add({o.x0, o.y0, hole.x0, o.y1});
        add({hole.x1, o.y0, o.x1, o.y1});
        ++i;
        continue;
      }
    }
    // A thin polygon that is no rectangle is one side of a border with mitred corners.
    const bool thin = std::min(outer.box.width(), outer.box.height()) <= 3;
    if (outer.rectangle || thin) add(outer.box);
  }
  return paints;
}

}  // namespace fubiao
