// From the rectangles of cells to grids, where nothing is drawn.
//
// WPS clips to each printed cell before it paints it, whether borders are drawn or not; other producers fill each cell
// with a colour and leave white gaps between them. Such rectangles tell a grid as lines do, but with less authority: a
// reader does not see a clip, and a producer sets two of them to one merged cell. So they speak only where no line can
// be expected: outside of the grids that are drawn. There the borders of the rectangles are taken for rules, if they
// tile a grid:
//   - no slot belongs to two rectangles (those that contain others are left out before), and most slots belong to one;
//   - the column lines are shared: clips of single lines of prose tile too, but each line ends at another place.
// The border of a fill counts only where a reader sees it: other colours on its two sides, or a gap between.
//
// Blank cells often have no clip. Slots without one are cells of their own column; a run of them down a column, without
// any letter, is one cell (the rest of a label merged over the rows beside it). And a label that stands in the middle
// of its own cell and a blank one beside it is one cell to the eye, whatever the clips say. Numbers are never moved so.
//
// Invariant: the grids given do not overlap `ruled`. Tested by evidence_test.cc and exhaustive_grid_test.cc.

#include "layout/evidence.h"

#include <algorithm>
#include <array>
#include <climits>
#include <cmath>
#include <optional>

#include "extract/backdrop.h"
#include "extract/utf8.h"
#include "layout/ink.h"
#include "layout/join.h"
#include "layout/shape.h"

namespace fubiao {

namespace {

/// More rectangles than this on one page are a drawing. The fullest report page seen has 140 cells.
constexpr std::size_t most_cells = 5000;
/// Fewer are no table.
constexpr std::size_t least_cells = 4;
/// A rectangle that is less high or wide holds no letter (and is no cell, but what rounding leaves between two).
constexpr double least_side = 3.0;
/// White gaps between shaded cells: CSS border-spacing of 2 px is 1.5 pt, Office shading leaves the line width.
constexpr double widest_gap = 3.0;
/// How far the middle of a label may lie from the middle of its cell (WPS: .8 pt, by the width of trailing spaces).
constexpr double centred = 2.5;

using Boxes = std::vector<Box>;

bool inside_any(const Boxes& boxes, Point p) {
  return std::any_of(boxes.begin(), boxes.end(), [&](const Box& box) { return box.contains(p); });
}

bool encloses(const Box& outer, const Box& inner) {
  return outer.x0 - 1 <= inner.x0 && inner.x1 <= outer.x1 + 1 && outer.y0 - 1 <= inner.y0 && inner.y1 <= outer.y1 + 1;
}

/// Each once, smallest first, without those that hold no letter and those that contain others.
Boxes cells_among(const Page& page, Boxes boxes, const Boxes& ruled) {
  const Box sheet{0, 0, page.width, page.height};
  // Most pages have few drawn grids, and every clip that is left is within one of them.
  constexpr std::size_t few = 16;
  std::erase_if(boxes, [&](const Box& box) {
    const bool holds_a_letter = box.width() >= least_side && box.height() >= least_side;
    return !holds_a_letter || !encloses(sheet, box) || encloses(box, sheet) ||
           (ruled.size() <= few && inside_any(ruled, box.centre()));
  });
  if (boxes.size() < least_cells) return {};
  auto key = [](const Box& box) {
    return std::array{std::lround(box.y0 * 4), std::lround(box.x0 * 4), std::lround(box.y1 * 4),
                      std::lround(box.x1 * 4)};
  };
  std::sort(boxes.begin(), boxes.end(), [&](const Box& a, const Box& b) { return key(a) < key(b); });
  boxes.erase(std::unique(boxes.begin(), boxes.end(), [&](const Box& a, const Box& b) { return key(a) == key(b); }),
              boxes.end());
  if (boxes.size() > most_cells || ruled.size() > most_cells) return {};
  if (ruled.size() > few) std::erase_if(boxes, [&](const Box& box) { return inside_any(ruled, box.centre()); });
  // Smallest first; those that are kept stand in squares of a board, by their middles.
  constexpr int squares = 32;
  std::vector<Boxes> board(static_cast<std::size_t>(squares) * squares);
  auto square = [&](double at, double whole) {
    return static_cast<int>(std::clamp(at / std::max(whole, 1.0) * squares, 0.0, squares - 1.0));
  };
  std::stable_sort(boxes.begin(), boxes.end(),
                   [](const Box& a, const Box& b) { return a.width() * a.height() < b.width() * b.height(); });
  Boxes kept;
  for (const Box& box : boxes) {
    bool contains = false;
    for (int y = square(box.y0, page.height); y <= square(box.y1, page.height) && !contains; ++y) {
      for (int x = square(box.x0, page.width); x <= square(box.x1, page.width) && !contains; ++x) {
        const Boxes& smaller = board[static_cast<std::size_t>(y) * squares + static_cast<std::size_t>(x)];
        contains = std::any_of(smaller.begin(), smaller.end(), [&](const Box& inner) { return encloses(box, inner); });
      }
    }
    if (contains) continue;
    const Point centre = box.centre();
    board[static_cast<std::size_t>(square(centre.y, page.height)) * squares +
          static_cast<std::size_t>(square(centre.x, page.width))]
        .push_back(box);
    kept.push_back(box);
  }
  return kept;
}

Rules borders_of(const Boxes& cells) {
  std::vector<Rule> horizontal, vertical;
  for (const Box& box : cells) {
    for (double y : {box.y0, box.y1}) horizontal.push_back({y, box.x0, box.x1, 0});
    for (double x : {box.x0, box.x1}) vertical.push_back({x, box.y0, box.y1, 0});
  }
  return {coalesce(std::move(horizontal)), coalesce(std::move(vertical))};
}

int slot_at(const std::vector<double>& lines, double at) {
  return static_cast<int>(std::upper_bound(lines.begin() + 1, lines.end() - 1, at) - lines.begin()) - 1;
}

/// What lies over the slots of a grid.
struct Tiling {
  std::vector<Box> cells;            ///< those of the grid
  std::vector<int> owner;            ///< for each slot: index into cells, -1: none
  std::vector<Box> ink;              ///< for each slot: of the letters in it
  std::vector<std::u32string> text;  ///< for each slot: its letters, in paint order
  int columns = 0;
  std::size_t at(int row, int column) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column);
  }
};

/// The slots that a rectangle covers: those whose middle is in it.
struct Slots {
  int row0, row1, column0, column1;  ///< last ones included; empty if row0 > row1
};

Slots slots_of(const Grid& grid, const Box& box) {
  auto first = [](const std::vector<double>& lines, double at) {
    int i = slot_at(lines, at);
    if ((lines[static_cast<std::size_t>(i)] + lines[static_cast<std::size_t>(i + 1)]) / 2 < at) ++i;
    return i;
  };
  auto last = [](const std::vector<double>& lines, double at) {
    int i = slot_at(lines, at);
    if ((lines[static_cast<std::size_t>(i)] + lines[static_cast<std::size_t>(i + 1)]) / 2 > at) --i;
    return i;
  };
  return {first(grid.ys, box.y0), last(grid.ys, box.y1), first(grid.xs, box.x0), last(grid.xs, box.x1)};
}

/// False if two rectangles claim a slot.
bool tile(const Grid& grid, const Boxes& all, Tiling& tiling) {
  tiling.columns = grid.columns();
  tiling.owner.assign(static_cast<std::size_t>(grid.rows()) * static_cast<std::size_t>(grid.columns()), -1);
  for (const Box& box : all) {
    if (!grid.box().contains(box.centre())) continue;
    const Slots slots = slots_of(grid, box);
    for (int r = slots.row0; r <= slots.row1; ++r) {
      for (int c = slots.column0; c <= slots.column1; ++c) {
        int& owner = tiling.owner[tiling.at(r, c)];
        if (owner >= 0) return false;
        owner = static_cast<int>(tiling.cells.size());
      }
    }
    tiling.cells.push_back(box);
  }
  return true;
}

/// At least two cells each way, most of the area taken, and column lines that cells of several rows share.
bool is_table(const Grid& grid, const Tiling& tiling) {
  if (grid.columns() < 2 || grid.rows() < 2 || tiling.cells.size() < least_cells) return false;
  const auto taken = std::count_if(tiling.owner.begin(), tiling.owner.end(), [](int owner) { return owner >= 0; });
  if (2 * static_cast<std::size_t>(taken) < tiling.owner.size()) return false;
  int shared = 0;
  for (int c = 1; c < grid.columns(); ++c) {
    int begin_here = 0, before = -1;
    for (int r = 0; r < grid.rows(); ++r) {
      const int owner = tiling.owner[tiling.at(r, c)];
      if (owner >= 0 && owner != tiling.owner[tiling.at(r, c - 1)] && owner != before) ++begin_here;
      before = owner;
    }
    shared += begin_here >= 2;
  }
  return 3 * shared >= 2 * (grid.columns() - 1);
}

void read_ink(const Page& page, const Grid& grid, Tiling& tiling) {
  tiling.ink.assign(tiling.owner.size(), Box::nothing());
  tiling.text.assign(tiling.owner.size(), {});
  for (const Glyph& glyph : page.glyphs) {
    const Point centre = glyph.box.centre();
    if (glyph.visibility != Visibility::seen || is_white_glyph(glyph) || !grid.box().contains(centre)) continue;
    const std::size_t slot = tiling.at(slot_at(grid.ys, centre.y), slot_at(grid.xs, centre.x));
    tiling.ink[slot].add(glyph.box);
    tiling.text[slot] += glyph.text;
  }
}

/// Slots without a rectangle.
void part_the_rest(Grid& grid, const Tiling& tiling) {
  auto free = [&](int r, int c) { return tiling.owner[tiling.at(r, c)] < 0; };
  for (int r = 0; r < grid.rows(); ++r) {
    for (int c = 0; c < grid.columns(); ++c) {
      if (!free(r, c)) continue;
      if (c > 0 && free(r, c - 1)) grid.left_of(r, c) = Edge::assumed;
      const bool letters =
          r > 0 && (!tiling.text[tiling.at(r, c)].empty() || !tiling.text[tiling.at(r - 1, c)].empty());
      if (r > 0 && free(r - 1, c) && letters) grid.upper_of(r, c) = Edge::assumed;
    }
  }
}

/// Opens the edge between a label and a blank cell beside it, if the label stands in the middle of both.
void open_under_centred_labels(Grid& grid, const Tiling& tiling) {
  struct Content {
    Box ink = Box::nothing();
    std::u32string text;
  };
  std::vector<Content> contents(tiling.cells.size());
  for (std::size_t slot = 0; slot < tiling.owner.size(); ++slot) {
    if (tiling.owner[slot] < 0) continue;
    Content& content = contents[static_cast<std::size_t>(tiling.owner[slot])];
    content.ink.add(tiling.ink[slot]);
    content.text += tiling.text[slot];
  }
  for (int r = 0; r < grid.rows(); ++r) {
    for (int c = 1; c < grid.columns(); ++c) {
      const int a = tiling.owner[tiling.at(r, c - 1)], b = tiling.owner[tiling.at(r, c)];
      if (a < 0 || b < 0 || a == b) continue;
      const Box& left = tiling.cells[static_cast<std::size_t>(a)];
      const Box& right = tiling.cells[static_cast<std::size_t>(b)];
      if (std::abs(left.y0 - right.y0) > touching || std::abs(left.y1 - right.y1) > touching) continue;
      const Content& left_content = contents[static_cast<std::size_t>(a)];
      const Content& right_content = contents[static_cast<std::size_t>(b)];
      if (left_content.text.empty() == right_content.text.empty()) continue;
      const bool printed_left = !left_content.text.empty();
      const Content& content = printed_left ? left_content : right_content;
      if (content.text.size() < 2 || shape_of(to_utf8(content.text)) == Shape::value) continue;
      const double middle = content.ink.centre().x;
      const bool in_both = std::abs(middle - (left.x0 + right.x1) / 2) <= centred;
      const bool in_own = std::abs(middle - (printed_left ? left : right).centre().x) <= 4 * centred;
      if (in_both && !in_own) grid.left_of(r, c) = Edge::open;
    }
  }
}

/// Keeps the borders that a reader sees: other colours on the two sides, or a gap of another colour between them.
void open_unseen_borders(Grid& grid, const Backdrop& backdrop) {
  auto seen = [&](double x, double y, bool level) {
    const double off = widest_gap;
    auto colour = [&](double by) { return backdrop.beneath(level ? Point{x, y + by} : Point{x + by, y}, INT_MAX); };
    const std::uint32_t before = colour(-off), on = colour(0), after = colour(off);
    return contrast(before, after) >= least_contrast || contrast(before, on) >= least_contrast;
  };
  for (int r = 0; r <= grid.rows(); ++r) {
    const double y = grid.ys[static_cast<std::size_t>(r)];
    for (int c = 0; c <= grid.columns(); ++c) {
      const double x = grid.xs[static_cast<std::size_t>(c)];
      if (c < grid.columns() && !seen((x + grid.xs[static_cast<std::size_t>(c + 1)]) / 2, y, true)) {
        grid.upper_of(r, c) = r == 0 || r == grid.rows() ? Edge::assumed : Edge::open;
      }
      if (r < grid.rows() && !seen(x, (y + grid.ys[static_cast<std::size_t>(r + 1)]) / 2, false)) {
        grid.left_of(r, c) = c == 0 || c == grid.columns() ? Edge::assumed : Edge::open;
      }
    }
  }
}

/// At least one edge inside, each way.
bool has_inner_edges(const Grid& grid) {
  bool level = false, upright = false;
  for (int r = 0; r < grid.rows(); ++r) {
    for (int c = 0; c < grid.columns(); ++c) {
      level |= r > 0 && grid.upper_of(r, c) != Edge::open;
      upright |= c > 0 && grid.left_of(r, c) != Edge::open;
    }
  }
  return level && upright;
}

void add_grids(const Page& page, const Boxes& cells, Edge evidence, std::vector<Grid>& grids) {
  if (cells.size() < least_cells) return;
  const auto never = [](const Box&, const Region&, const Region&) { return false; };
  std::optional<Backdrop> backdrop;
  for (Region& region : regions_of(borders_of(cells), never)) {
    region.evidence = evidence;
    Grid grid = grid_of(region);
    Tiling tiling;
    if (!tile(grid, cells, tiling) || !is_table(grid, tiling)) continue;
    read_ink(page, grid, tiling);
    part_the_rest(grid, tiling);
    if (evidence == Edge::clip) {
      open_under_centred_labels(grid, tiling);
    } else {
      if (!backdrop) backdrop.emplace(page);
      open_unseen_borders(grid, *backdrop);
      // Bands of colour say where rows are, and nothing of columns: that is no grid.
      if (!has_inner_edges(grid)) continue;
    }
    grids.push_back(std::move(grid));
  }
}

}  // namespace

std::vector<Grid> implied_grids(const Page& page, const std::vector<Box>& ruled) {
  std::vector<Grid> grids;
  Boxes taken = ruled;
  Boxes clips;
  clips.reserve(page.clips.size());
  for (const Clip& clip : page.clips) clips.push_back(clip.box);
  add_grids(page, cells_among(page, std::move(clips), taken), Edge::clip, grids);

  for (const Grid& grid : grids) taken.push_back(grid.box());
  Boxes fills;
  for (const Paint& paint : page.paints) {
    if (paint.kind != Paint::Kind::fill || paint.width <= backdrop_min_side || paint.opacity < 0.05) continue;
    // To the middle of the gap between two cells.
    const double half = widest_gap / 4;
    fills.push_back({paint.box.x0 - half, paint.box.y0 - half, paint.box.x1 + half, paint.box.y1 + half});
  }
  add_grids(page, cells_among(page, std::move(fills), taken), Edge::shade, grids);
  std::sort(grids.begin(), grids.end(), [](const Grid& a, const Grid& b) {
    return a.box().y0 != b.box().y0 ? a.box().y0 < b.box().y0 : a.box().x0 < b.box().x0;
  });
  return grids;
}

}  // namespace fubiao
