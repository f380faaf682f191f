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

/// Evidence for one edge between two slots. Each edge exists once.
enum class Edge : unsigned char {
  open,     ///< nothing drawn: the two slots belong together
  drawn,    ///< a rule runs along it
  assumed,  ///< a side that is not drawn: the table ends here because its rules do, or a cell has no rectangle
  clip,     ///< no rule, but the rectangle that the producer clips a cell to ends here
  gap,      ///< no rule, but a white gap: of a column that is drawn elsewhere, or where text alone says what a cell is
  shade,    ///< no rule, but a fill that the reader tells from what is beside it ends here
};

/// Rules that touch each other, directly or through others.
struct Region {
  std::vector<Rule> horizontal;
  std::vector<Rule> vertical;
  Box box = Box::nothing();
  Edge evidence = Edge::drawn;  ///< what its rules are
};

/// Says whether the text between two regions with the same ends looks like a row of their table. `gap` lies between the
/// last rule of `above` and the first of `below`.
using RowBetween = std::function<bool(const Box& gap, const Region& above, const Region& below)>;

/// The regions of a page that have rules of both axes, in reading order (top, then left). A row without any upright
/// rule parts a table without outer sides into regions; they are joined where `row_between` says so.
std::vector<Region> regions_of(const Rules& rules, const RowBetween& row_between);

}  // namespace fubiao
