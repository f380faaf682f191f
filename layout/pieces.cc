// From a page to grids with text in their cells.
//
// A glyph belongs to the cell that its centre stands in. That is right for nearly all, and wrong where text is wider
// than its cell and runs over a drawn edge: then letters of one word would land in two cells, and a digit in the wrong
// one makes two wrong numbers. So glyphs are taken in words first: letters that follow each other without a gap on one
// baseline, as they were painted. A word whose letters are cut by an edge goes whole to the cell that holds most of it,
// and the cell is marked (`overrun`).
//
// Words are kept apart where an edge passes between two letters with room to spare: that is how numbers of neighbouring
// cells that stand close look. Letters that touch (a gap below .05 em) are one word in any case: cells have padding.
//
// A letter that is far too high for its cell is a watermark behind the table, and in no cell. Digits never are: a
// number is not left out for its size. A pale letter that is larger than the others of the page is a watermark too, and
// so is a digit.
//
// Invariant: each glyph given is in exactly one cell, or given back. Tested by pieces_test.cc.

#include "layout/pieces.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "extract/backdrop.h"
#include "extract/limits.h"
#include "layout/evidence.h"
#include "layout/half_ruled.h"
#include "layout/ink.h"
#include "layout/join.h"
#include "layout/spacers.h"
#include "layout/strips.h"
#include "layout/turn.h"

namespace fubiao {

namespace {

constexpr double touching_letters = 0.05;  ///< em
constexpr double same_baseline = 0.2;      ///< em
constexpr double longest_gap = 0.3;        ///< em; more is a space
constexpr int band_count = 64;

struct Home {
  int piece = -1;
  int span = -1;
  friend bool operator==(const Home&, const Home&) = default;
};

/// Finds the cell at a point: pieces by horizontal bands of the page, smallest first.
class Index {
 public:
  Index(const Page& page, const std::vector<Piece>& pieces) : pieces_(pieces), bands_(band_count) {
    band_height_ = std::max(page.height, 1.0) / band_count;
    std::vector<int> by_area(pieces.size());
    for (std::size_t i = 0; i < pieces.size(); ++i) by_area[i] = static_cast<int>(i);
    auto area = [&](int i) {
      const Box box = pieces[static_cast<std::size_t>(i)].box();
      return box.width() * box.height();
    };
    std::stable_sort(by_area.begin(), by_area.end(), [&](int a, int b) { return area(a) < area(b); });
    for (int i : by_area) {
      const Box box = pieces[static_cast<std::size_t>(i)].box();
      for (int b = band(box.y0); b <= band(box.y1); ++b) bands_[static_cast<std::size_t>(b)].push_back(i);
    }
    for (const Piece& piece : pieces) {
      std::vector<int>& view = slots_.emplace_back(
          static_cast<std::size_t>(piece.grid.rows()) * static_cast<std::size_t>(piece.grid.columns()), -1);
      for (std::size_t s = 0; s < piece.spans.size(); ++s) {
        const Span& span = piece.spans[s];
        for (int r = span.row; r < span.row + span.row_span; ++r) {
          for (int c = span.column; c < span.column + span.column_span; ++c) {
            view[static_cast<std::size_t>(r) * static_cast<std::size_t>(piece.grid.columns()) +
                 static_cast<std::size_t>(c)] = static_cast<int>(s);
          }
        }
      }
    }
  }

  Home at(Point p) const {
    for (int i : bands_[static_cast<std::size_t>(band(p.y))]) {
      const Grid& grid = pieces_[static_cast<std::size_t>(i)].grid;
      if (!grid.box().contains(p)) continue;
      auto slot = [](const std::vector<double>& lines, double at) {
        const auto it = std::upper_bound(lines.begin() + 1, lines.end() - 1, at);
        return static_cast<std::size_t>(it - lines.begin() - 1);
      };
      const std::size_t index = slot(grid.ys, p.y) * static_cast<std::size_t>(grid.columns()) + slot(grid.xs, p.x);
      return {i, slots_[static_cast<std::size_t>(i)][index]};
    }
    return {};
  }

 private:
  const std::vector<Piece>& pieces_;
  std::vector<std::vector<int>> bands_;
  std::vector<std::vector<int>> slots_;
  double band_height_ = 1;
  int band(double y) const {
    return static_cast<int>(std::clamp(y / band_height_, 0.0, static_cast<double>(band_count - 1)));
  }
};

/// Whether b goes on with the word of a: painted next, on the same baseline, without a gap.
bool follows(const Glyph& a, const Glyph& b, double gap) {
  if (a.turn != b.turn || a.vertical || b.vertical) return false;
  const double em = std::min(a.size, b.size);
  const double step = turned(b.box, b.turn).x0 - turned(a.box, a.turn).x1;
  return std::abs(turned(a.origin, a.turn).y - turned(b.origin, b.turn).y) < same_baseline * em && step < gap * em &&
         step > -longest_gap * em;
}

/// Whether b stands below a in a stack of Han letters. LibreOffice paints a vertical label on over the lower side of
/// its cell (and closer than one em) when a page break leaves too little of it.
bool follows_down(const Glyph& a, const Glyph& b) {
  const double em = std::min(a.size, b.size);
  const double step = b.box.centre().y - a.box.centre().y;
  return !a.text.empty() && !b.text.empty() && is_cjk(a.text.front()) && is_cjk(b.text.front()) &&
         std::abs(a.box.centre().x - b.box.centre().x) < same_baseline * em && step > 0 && step < 3 * em;
}

/// A letter larger than this part of its cell's height is not set in it. Office programs cut letters off at 1.0 or less
/// where a row is too low.
constexpr double most_of_a_cell = 1.5;

double height_of(const Piece& piece, const Home& home) {
  const Span& span = piece.spans[static_cast<std::size_t>(home.span)];
  return piece.grid.ys[static_cast<std::size_t>(span.row + span.row_span)] -
         piece.grid.ys[static_cast<std::size_t>(span.row)];
}

double median_size(const Page& page, const std::vector<int>& glyphs) {
  std::vector<double> sizes;
  for (int i : glyphs) sizes.push_back(page.glyphs[static_cast<std::size_t>(i)].size);
  if (sizes.empty()) return 0;
  std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2), sizes.end());
  return sizes[sizes.size() / 2];
}

/// Times the usual size of the page's letters.
constexpr double larger = 1.25;

bool has_digit(const Glyph& glyph) {
  return std::any_of(glyph.text.begin(), glyph.text.end(), [](char32_t c) { return c >= U'0' && c <= U'9'; });
}

/// Sizes of the letters in a box, ascending.
std::vector<double> sizes_in(const Page& page, Strips& strips, const Box& box) {
  std::vector<double> sizes;
  for (int i : strips.in(box)) sizes.push_back(page.glyphs[static_cast<std::size_t>(i)].size);
  std::sort(sizes.begin(), sizes.end());
  return sizes;
}

/// A row is set in letters of the size of the other rows; headings of reports are 16 pt over tables of 9 to 12.
constexpr double largest_in_a_row = 1.2;

bool is_row_between(const Page& page, Strips& strips, const Box& gap, const Region& above, const Region& below) {
  const std::vector<double> between = sizes_in(page, strips, gap);
  if (between.empty()) return false;
  for (const Region* region : {&above, &below}) {
    const std::vector<double> inside = sizes_in(page, strips, region->box);
    if (!inside.empty() && between.back() > largest_in_a_row * inside[inside.size() / 2]) return false;
  }
  return true;
}

Piece piece_of(int page_index, Grid grid) {
  Piece piece;
  piece.page = page_index;
  piece.grid = std::move(grid);
  piece.spans = cells_of(piece.grid);
  collapse(piece.grid, piece.spans);
  piece.glyphs.resize(piece.spans.size());
  piece.overrun.resize(piece.spans.size(), false);
  return piece;
}

/// Grids that are not drawn. Where lines are drawn one way only, or a frame alone, none can be expected of the other
/// way.
void add_implied_pieces(const Page& page, int page_index, std::vector<Piece>& pieces) {
  auto drawn_both_ways = [](const Piece& piece) { return piece.grid.rows() >= 2 && piece.grid.columns() >= 2; };
  std::vector<Box> ruled;
  for (const Piece& piece : pieces) {
    if (drawn_both_ways(piece)) ruled.push_back(piece.box());
  }
  std::vector<Grid> grids = implied_grids(page, ruled);
  if (grids.empty()) return;
  // What is drawn of such a grid goes: each letter is in one piece.
  std::erase_if(pieces, [&](const Piece& piece) {
    return !drawn_both_ways(piece) && std::any_of(grids.begin(), grids.end(), [&](const Grid& grid) {
      const Box drawn = piece.box(), implied = grid.box();
      return std::abs(drawn.x0 - implied.x0) < one_border && std::abs(drawn.x1 - implied.x1) < one_border &&
             std::abs(drawn.y0 - implied.y0) < one_border && std::abs(drawn.y1 - implied.y1) < one_border;
    });
  });
  for (Grid& grid : grids) pieces.push_back(piece_of(page_index, std::move(grid)));
  std::stable_sort(pieces.begin(), pieces.end(),
                   [](const Piece& a, const Piece& b) { return a.box().y0 < b.box().y0; });
}

}  // namespace

std::vector<Piece> find_pieces(const Page& page, int page_index, int* too_large) {
  std::vector<Piece> pieces;
  const Rules rules = rules_of(page);
  Strips strips(page);
  const auto row_between = [&](const Box& gap, const Region& above, const Region& below) {
    return is_row_between(page, strips, gap, above, below);
  };
  for (const Region& region : regions_of(rules, row_between)) {
    // No fewer than the slots between as many lines of the grid.
    if ((region.horizontal.size() + 1) * (region.vertical.size() + 1) > Limits{}.table_slots) {
      if (too_large != nullptr) ++*too_large;
      continue;
    }
    Grid grid = grid_of(region);
    part_by_gaps(page, strips, grid);
    drop_spacers(page, strips, grid);
    pieces.push_back(piece_of(page_index, std::move(grid)));
  }
  add_implied_pieces(page, page_index, pieces);
  return pieces;
}

std::vector<int> place_glyphs(const Page& page, const std::vector<int>& glyphs, std::vector<Piece>& pieces) {
  const Index index(page, pieces);
  std::vector<int> outside;
  auto put = [&](int glyph, const Home& home) {
    if (home.piece < 0) {
      outside.push_back(glyph);
    } else {
      pieces[static_cast<std::size_t>(home.piece)].glyphs[static_cast<std::size_t>(home.span)].push_back(glyph);
    }
  };
  std::optional<double> usual;  // size of the page's letters; asked for seldom, like what lies beneath them
  std::optional<Backdrop> backdrop;
  auto is_watermark = [&](const Glyph& glyph, const Home& home) {
    // A pale one may begin beside the table, and run into it.
    const bool too_high =
        home.piece >= 0 && glyph.size > most_of_a_cell * height_of(pieces[static_cast<std::size_t>(home.piece)], home);
    const bool pale_on_paper = contrast(glyph.colour, 0xFFFFFF) < pale_letters;
    if (!too_high && !pale_on_paper) return false;
    if (!usual) usual = median_size(page, glyphs);
    if (too_high && glyph.size > 2 * *usual && !has_digit(glyph)) return true;
    if (!pale_on_paper || glyph.size <= larger * *usual) return false;
    if (!backdrop) backdrop.emplace(page);  // white letters on a dark head are not pale
    return contrast(glyph.colour, backdrop->beneath(glyph.box.centre(), glyph.order)) < pale_letters;
  };
  std::vector<Home> homes;
  for (std::size_t begin = 0; begin < glyphs.size();) {
    auto glyph_at = [&](std::size_t i) -> const Glyph& { return page.glyphs[static_cast<std::size_t>(glyphs[i])]; };
    homes.clear();
    homes.push_back(index.at(glyph_at(begin).box.centre()));
    if (is_watermark(glyph_at(begin), homes.front())) {
      outside.push_back(glyphs[begin++]);
      continue;
    }
    std::size_t end = begin + 1;
    // LibreOffice paints a vertical label on over the lower side of its cell where a page break leaves too little of
    // it. A stack of at least three letters that begins with two in one cell belongs there, as far as it stands in no
    // other.
    while (homes.front().piece >= 0 && end < glyphs.size() && follows_down(glyph_at(end - 1), glyph_at(end))) {
      const Home home = index.at(glyph_at(end).box.centre());
      if (home != homes.front() && (home.piece >= 0 || end == begin + 1)) break;
      ++end;
    }
    if (end - begin >= 3) {
      for (; begin < end; ++begin) put(glyphs[begin], homes.front());
      continue;
    }
    end = begin + 1;
    bool cut = false;
    if (!is_white_glyph(glyph_at(begin))) {
      while (end < glyphs.size() && !is_white_glyph(glyph_at(end))) {
        const Home home = index.at(glyph_at(end).box.centre());
        const bool same = home == homes.back();
        // Within a cell the extent of a word does not matter; over an edge only touching letters go together.
        if (!follows(glyph_at(end - 1), glyph_at(end), same ? longest_gap : touching_letters)) break;
        cut |= !same;
        homes.push_back(home);
        ++end;
      }
    }
    if (!cut) {
      for (std::size_t i = begin; i < end; ++i) put(glyphs[i], homes.front());
    } else {
      // To the cell that holds most of the word; the first of equals. What sticks out of the table belongs to it too.
      Home best;
      long most = 0;
      int cells = 0;
      for (std::size_t i = 0; i < homes.size(); ++i) {
        if (homes[i].piece < 0) continue;
        cells += std::find(homes.begin(), homes.begin() + static_cast<std::ptrdiff_t>(i), homes[i]) ==
                 homes.begin() + static_cast<std::ptrdiff_t>(i);
        const long count = std::count(homes.begin(), homes.end(), homes[i]);
        if (count > most) {
          most = count;
          best = homes[i];
        }
      }
      for (std::size_t i = begin; i < end; ++i) put(glyphs[i], best);
      if (cells > 1) {
        for (const Home& home : homes) {
          if (home.piece < 0) continue;
          pieces[static_cast<std::size_t>(home.piece)].overrun[static_cast<std::size_t>(home.span)] = true;
        }
      }
    }
    begin = end;
  }
  for (Piece& piece : pieces) piece.turn = turn_of(page, piece.glyphs);
  return outside;
}

}  // namespace fubiao
