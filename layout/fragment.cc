// What a page holds of a table, made ready to be put to what other pages hold of it.
//
// Two pieces are one table if their columns stand at the same places. Borders at the page end say nothing if they are
// drawn, since many producers close a cut table with full rules on both pages; where they are not drawn although the
// table draws the others, the table goes on, even if no column line passes the seam.
//
// Tested by splice_test.cc and exhaustive_grid_test.cc.

#include "layout/fragment.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "layout/lines.h"
#include "layout/turn.h"

namespace fubiao {

namespace {

/// Column positions of two pieces of one table agree within this (LibreOffice .25, Excel prints .8), while different
/// columns are at least a letter (5 pt) apart.
constexpr double same_column = 1.5;

/// A page that was scaled to fit its paper: by no more than that, and so many of its column lines stand where those of
/// the page before do.
constexpr double largest_scale = 1.2;
constexpr std::size_t least_scaled = 4;

int find_column(const std::vector<double>& xs, double x) {
  for (std::size_t i = 0; i < xs.size(); ++i) {
    if (std::abs(xs[i] - x) <= same_column) return static_cast<int>(i);
  }
  return -1;
}

/// What is drawn along a side, from the columns between the lines numbered `number` to the finer ones.
std::vector<bool> spread(const std::vector<bool>& drawn, const std::vector<int>& number) {
  std::vector<bool> finer;
  for (std::size_t c = 0; c < drawn.size(); ++c) {
    finer.insert(finer.end(), static_cast<std::size_t>(number[c + 1] - number[c]), drawn[c]);
  }
  return finer;
}

std::vector<int> numbers_in(const std::vector<double>& to, const std::vector<double>& xs, double shift) {
  std::vector<int> number;
  for (double x : xs) number.push_back(find_column(to, x - shift));
  return number;
}

Ends ends_of(const std::vector<bool>& drawn_above, const std::vector<bool>& drawn_below) {
  bool some_closed = false, some_open = false;
  for (std::size_t c = 0; c < drawn_above.size(); ++c) {
    const bool closed = drawn_above[c] || drawn_below[c];
    some_closed |= closed;
    some_open |= !closed;
  }
  return !some_open ? Ends::closed : some_closed ? Ends::mixed : Ends::open;
}

/// Whether the seam shows that the table goes on: open, in a table that closes its other ends.
bool is_left_open(const std::vector<Fragment>& above, const Fragment& below) {
  const double shift = below.xs.front() - above.back().xs.front();
  const std::vector<double> all = united_columns(above.back().xs, below.xs);
  const auto upper = spread(above.back().drawn_below, numbers_in(all, above.back().xs, 0));
  const auto lower = spread(below.drawn_above, numbers_in(all, below.xs, shift));
  const Ends ends = ends_of(upper, lower);
  auto drawn = [](const std::vector<bool>& side) { return std::all_of(side.begin(), side.end(), std::identity{}); };
  return ends == Ends::mixed || (ends == Ends::open && drawn(above.front().drawn_above) && drawn(below.drawn_below));
}

bool is_implied(const Grid& grid) {
  auto of_rectangles = [](Edge edge) { return edge == Edge::clip || edge == Edge::shade; };
  return std::any_of(grid.upper.begin(), grid.upper.end(), of_rectangles);
}

/// For each column. Where the evidence is the rectangles of cells, no gap says anything: blank cells have none. And
/// where it is white space, nothing is ever drawn.
std::vector<bool> drawn_along(const Grid& grid, int line, bool implied) {
  std::vector<bool> drawn;
  for (int c = 0; c < grid.columns(); ++c) {
    const Edge edge = grid.upper_of(line, c);
    drawn.push_back(implied || edge == Edge::drawn || edge == Edge::gap);
  }
  return drawn;
}

/// The spans of a piece by row, then column, as its reader numbers them.
std::vector<std::size_t> reading_order(const Piece& piece, Turn turn) {
  std::vector<std::size_t> order(piece.spans.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (turn == Turn::none) return order;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const Span first = turned(piece.spans[a], piece.grid, turn);
    const Span second = turned(piece.spans[b], piece.grid, turn);
    return first.row != second.row ? first.row < second.row : first.column < second.column;
  });
  return order;
}

}  // namespace

void spread(Fragment& fragment, const std::vector<double>& to, double shift) {
  const std::vector<int> number = numbers_in(to, fragment.xs, shift);
  fragment.drawn_above = spread(fragment.drawn_above, number);
  fragment.drawn_below = spread(fragment.drawn_below, number);
  for (Cell& cell : fragment.table.cells) {
    const int begin = number[static_cast<std::size_t>(cell.column)];
    const int end = number[static_cast<std::size_t>(cell.column + cell.column_span)];
    cell.column = begin;
    cell.column_span = end - begin;
  }
  fragment.table.columns = static_cast<int>(to.size()) - 1;
  fragment.xs = to;
}

Ends ends_at_seam(const Fragment& above, const Fragment& below) {
  return ends_of(above.drawn_below, below.drawn_above);
}

bool open_between(const Fragment& above, const Fragment& below, int begin, int end) {
  for (auto c = static_cast<std::size_t>(begin); c < static_cast<std::size_t>(end); ++c) {
    if (above.drawn_below[c] || below.drawn_above[c]) return false;
  }
  return true;
}

Fragment fragment_of(const Document& document, const Piece& piece) {
  const Page& page = document.pages[static_cast<std::size_t>(piece.page)];
  Fragment fragment;
  fragment.first_page = fragment.last_page = piece.page;
  fragment.turn = piece.turn;
  const Grid grid = turned(piece.grid, fragment.turn);
  fragment.xs = grid.xs;
  fragment.table.rows = grid.rows();
  fragment.table.columns = grid.columns();
  Box ink_of_all = Box::nothing();
  for (std::size_t i : reading_order(piece, fragment.turn)) {
    const Span& span = piece.spans[i];
    const Span place = turned(span, piece.grid, fragment.turn);
    Cell cell;
    cell.row = place.row;
    cell.column = place.column;
    cell.row_span = place.row_span;
    cell.column_span = place.column_span;
    CellPart part;
    part.page = page.number;
    part.box = {piece.grid.xs[static_cast<std::size_t>(span.column)], piece.grid.ys[static_cast<std::size_t>(span.row)],
                piece.grid.xs[static_cast<std::size_t>(span.column + span.column_span)],
                piece.grid.ys[static_cast<std::size_t>(span.row + span.row_span)]};
    part.ink = Box::nothing();
    const CellText text = read_cell(page, piece.glyphs[i], part.box);
    for (int index : piece.glyphs[i]) {
      const Glyph& glyph = page.glyphs[static_cast<std::size_t>(index)];
      part.ink.add(glyph.box);
      const bool trusted = glyph.font < 0 || document.fonts[static_cast<std::size_t>(glyph.font)].trusted;
      cell.untrusted |= !trusted || glyph.text == U"\uFFFD";
    }
    ink_of_all.add(part.ink);
    cell.flow = text.flow;
    cell.wrapped = text.wrapped;
    cell.overrun = piece.overrun[i];
    cell.shapeless = !span.whole;
    cell.parts.push_back(part);
    fragment.table.cells.push_back(std::move(cell));
    fragment.lines.push_back(text.lines);
  }
  fragment.table.parts.push_back({page.number, piece.box(), ink_of_all});
  fragment.implied = is_implied(grid);
  fragment.drawn_above = drawn_along(grid, 0, fragment.implied);
  fragment.drawn_below = drawn_along(grid, grid.rows(), fragment.implied);
  return fragment;
}

std::vector<double> united_columns(const std::vector<double>& xs, const std::vector<double>& below) {
  const double shift = below.front() - xs.front();
  std::vector<double> all = xs;
  for (double x : below) {
    if (find_column(xs, x - shift) < 0) all.push_back(x - shift);
  }
  std::sort(all.begin(), all.end());
  return all;
}

void complete_sides(const std::vector<double>& xs, Fragment& below) {
  // Two lines alone agree by chance with those of another table.
  if (!below.implied || below.xs.size() < 3) return;
  for (double x : below.xs) {
    if (find_column(xs, x) < 0) return;
  }
  const auto add_blank = [&](double x0, double x1) {
    Cell cell;
    cell.row_span = below.table.rows;
    const CellPart& whole = below.table.parts.front();
    const Box column =
        turned(Box{x0, turned(whole.box, below.turn).y0, x1, turned(whole.box, below.turn).y1}, back_from(below.turn));
    cell.parts.push_back({whole.page, column, Box::nothing()});
    below.table.columns += 1;
    below.drawn_above.push_back(true);
    below.drawn_below.push_back(true);
    below.lines.emplace_back();
    return cell;
  };
  const auto begin = static_cast<std::size_t>(find_column(xs, below.xs.front()));
  const auto end = static_cast<std::size_t>(find_column(xs, below.xs.back()));
  for (std::size_t i = begin; i-- > 0;) {
    for (Cell& cell : below.table.cells) ++cell.column;
    below.table.cells.push_back(add_blank(xs[i], xs[i + 1]));
  }
  for (std::size_t i = end; i + 1 < xs.size(); ++i) {
    Cell cell = add_blank(xs[i], xs[i + 1]);
    cell.column = below.table.columns - 1;
    below.table.cells.push_back(std::move(cell));
  }
  below.xs.insert(below.xs.begin(), xs.begin(), xs.begin() + static_cast<std::ptrdiff_t>(begin));
  below.xs.insert(below.xs.end(), xs.begin() + static_cast<std::ptrdiff_t>(end) + 1, xs.end());
}

void undo_scale(const std::vector<double>& xs, Fragment& below) {
  const double width = xs.back() - xs.front(), width_below = below.xs.back() - below.xs.front();
  if (std::abs(width - width_below) <= same_column || below.xs.size() < least_scaled) return;
  const double scale = width / width_below;
  if (scale < 1 / largest_scale || scale > largest_scale) return;
  std::vector<double> scaled;
  for (double x : below.xs) scaled.push_back(below.xs.front() + (x - below.xs.front()) * scale);
  for (int number : numbers_in(xs, scaled, below.xs.front() - xs.front())) {
    if (number < 0) return;
  }
  below.xs = std::move(scaled);
}

bool may_continue(const std::vector<double>& xs, const std::vector<Fragment>& above, const Fragment& below) {
  if (above.back().turn != below.turn) return false;
  const double shift = below.xs.front() - xs.front();
  if (std::abs((below.xs.back() - below.xs.front()) - (xs.back() - xs.front())) > same_column) return false;
  std::size_t matched = 0;
  for (double x : below.xs) matched += find_column(xs, x - shift) >= 0;
  // On a page that is shifted as a whole (mirrored margins), the sides alone say less: one column line at least must
  // be shared.
  if (std::abs(shift) > same_column) {
    return (matched == below.xs.size() || matched == xs.size()) && std::min(below.xs.size(), xs.size()) >= 3;
  }
  return matched == below.xs.size() || matched == xs.size() || is_left_open(above, below);
}

}  // namespace fubiao
