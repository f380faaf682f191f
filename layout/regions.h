// Regions: the rules of a page that belong together.
#pragma once

#include <functional>
#include <vector>

#include "extract/geometry.h"
#include "layout/rules.h"

namespace fubiao {

/// How far the ends of two rules that meet may be apart (LibreOffice: strokes end .25 pt before corners; Word: half a
/// line width; Excel prints: up to 1.5 pt).
constexpr double touching = 2.0;
/// Two parallel lines closer than this are one border: half the height of the smallest letters in use (6 pt).
constexpr double one_border = 3.0;
/// Rules that touch each other, directly or through others.
struct Region {
  std::vector<Rule> horizontal;
  std::vector<Rule> vertical;
  Box box = Box::nothing();
};

/// Says whether the text between two regions with the same ends looks like a row of their table. `gap` lies between the
/// last rule of `above` and the first of `below`.
using RowBetween = std::function<bool(const Box& gap, const Region& above, const Region& below)>;

/// The regions of a page that have rules of both axes, in reading order (top, then left). A row without any upright
/// rule parts a table without outer sides into regions; they are joined where `row_between` says so.
std::vector<Region> regions_of(const Rules& rules, const RowBetween& row_between);

}  // namespace fubiao
