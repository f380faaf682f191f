// From glyphs to lines, and from the glyphs of a cell to its text.
//
// Flow is decided per cell, after the grid is known. No font and no matrix says that a label is vertical: most vertical
// labels are upright glyphs set one below the other in a narrow cell (Word and WPS wrap after each character). Three
// witnesses, in this order:
//   1. The turn of the letters: a cell of letters turned by 90° reads along their baseline.
//   2. The writing mode of the font (WMode 1), where a producer has used it.
//   3. The pen: in paint order, horizontal text moves right along a line, vertical text moves down, one em or more a
//      step. The majority of steps decides. (Not the shape of the cell: a narrow cell of one wrapped word is horizontal
//      text, a wide one with two columns of vertical text is not.)
// Once the flow is known, all is the same: marks with a position along the line and one across the lines, clustered
// into lines by the latter, sorted by the former. No text is ever built by appending in paint order (which is the root
// of letter-order errors elsewhere): paint order only votes.
//
// Invariant: each glyph given is in exactly one line. Tested by lines_test.cc.

#include "layout/lines.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "extract/utf8.h"
#include "layout/ink.h"
#include "layout/join.h"
#include "layout/turn.h"

namespace fubiao {

namespace {

/// Two baselines closer than this part of an em are one line: superscripts are raised by .33 to .4 em, the closest
/// leading in use is .9 em.
constexpr double one_line = 0.5;
/// A gap of this part of an em between two letters is a space. Word spaces are .2 (justified, compressed) to .5 em;
/// letters of one word touch, or are spaced out evenly.
constexpr double word_gap = 0.2;
/// A space that was not painted between two letters parts them only if they stand that far apart, in em: the spaces of
/// one run over many columns lie between, and upon, the letters of other cells.
constexpr double foreign_space = 0.05;
/// A digit smaller than this part of its line's letters, and raised, is a footnote mark (Word sets 65 %).
constexpr double superscript_size = 0.8;
constexpr double superscript_rise = 0.15;

/// A glyph as the clustering sees it.
struct Mark {
  int glyph = 0;
  double from = 0;  ///< along the line
  double to = 0;
  double across = 0;  ///< grows from line to line
  double size = 0;
};

std::vector<std::vector<Mark>> cluster(std::vector<Mark> marks) {
  std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.across < b.across; });
  std::vector<std::vector<Mark>> lines;
  double across = 0, size = 0;
  for (const Mark& mark : marks) {
    if (lines.empty() || mark.across - across > one_line * std::max(size, mark.size)) {
      lines.emplace_back();
      across = mark.across;
      size = mark.size;
    } else if (mark.size > size) {
      across = mark.across;
      size = mark.size;
    }
    lines.back().push_back(mark);
  }
  for (std::vector<Mark>& line : lines) {
    std::stable_sort(line.begin(), line.end(), [](const Mark& a, const Mark& b) { return a.from < b.from; });
  }
  return lines;
}

std::string superscript(const std::u32string& text) {
  static constexpr std::u32string_view raised = U"⁰¹²³⁴⁵⁶⁷⁸⁹";
  std::u32string out;
  for (char32_t c : text) out.push_back(c >= U'0' && c <= U'9' ? raised[c - U'0'] : c);
  return to_utf8(out);
}

std::string text_along(const Page& page, const std::vector<Mark>& line) {
  double size = 0, baseline = 0;
  for (const Mark& mark : line) {
    if (mark.size > size && !is_white_glyph(page.glyphs[static_cast<std::size_t>(mark.glyph)])) {
      size = mark.size;
      baseline = mark.across;
    }
  }
  std::string text;
  std::vector<int> spaces;  // paint order of those since the last letter
  const Mark* previous = nullptr;
  for (const Mark& mark : line) {
    const Glyph& glyph = page.glyphs[static_cast<std::size_t>(mark.glyph)];
    if (is_white_glyph(glyph)) {
      spaces.push_back(glyph.order);
      continue;
    }
    if (previous != nullptr) {
      const double gap = (mark.from - previous->to) / std::min(mark.size, previous->size);
      const auto [first, last] = std::minmax(page.glyphs[static_cast<std::size_t>(previous->glyph)].order, glyph.order);
      const bool space = std::any_of(spaces.begin(), spaces.end(), [&, begin = first, end = last](int order) {
        return gap > foreign_space || (begin < order && order < end);
      });
      if (space || gap > word_gap) text += ' ';
    }
    spaces.clear();
    const bool raised = mark.size < superscript_size * size && baseline - mark.across > superscript_rise * size;
    text += raised ? superscript(glyph.text) : to_utf8(glyph.text);
    previous = &mark;
  }
  return text;
}

/// How to look at the page so that lines run from left to right and follow each other downwards.
enum class View { upright, turned_quarter, turned_half, turned_three_quarters, columns_from_right, columns_from_left };

View view_of(Turn turn) {
  switch (turn) {
    case Turn::none: break;
    case Turn::quarter: return View::turned_quarter;
    case Turn::half: return View::turned_half;
    case Turn::three_quarters: return View::turned_three_quarters;
  }
  return View::upright;
}

Mark mark_of(const Page& page, int index, View view) {
  const Glyph& glyph = page.glyphs[static_cast<std::size_t>(index)];
  const Box& box = glyph.box;
  Mark mark;
  mark.glyph = index;
  mark.size = glyph.size;
  auto look = [&](Turn turn) {
    const Box seen = turned(box, turn);
    mark.from = seen.x0, mark.to = seen.x1, mark.across = turned(glyph.origin, turn).y;
  };
  switch (view) {
    case View::upright: look(Turn::none); break;
    case View::turned_quarter: look(Turn::quarter); break;
    case View::turned_half: look(Turn::half); break;
    case View::turned_three_quarters: look(Turn::three_quarters); break;
    case View::columns_from_right:
    case View::columns_from_left: {
      // Vertical writing in a turned table runs along the page.
      const Box seen = glyph.vertical ? turned(box, glyph.turn) : box;
      mark.from = seen.y0, mark.to = seen.y1;
      mark.across = view == View::columns_from_left ? seen.centre().x : -seen.centre().x;
      break;
    }
  }
  return mark;
}

std::vector<std::vector<Mark>> lines_in(const Page& page, std::span<const int> glyphs, View view) {
  std::vector<Mark> marks;
  marks.reserve(glyphs.size());
  for (int index : glyphs) marks.push_back(mark_of(page, index, view));
  return cluster(std::move(marks));
}

/// What the pen did between the letters of a cell, in paint order.
struct Steps {
  int right = 0;
  int down = 0;
  int up_left = 0;   ///< to the top of a column further left
  int up_right = 0;  ///< to the top of a column further right
};

Steps steps_of(const Page& page, std::span<const int> glyphs) {
  std::vector<int> painted(glyphs.begin(), glyphs.end());
  std::sort(painted.begin(), painted.end());  // indices are in paint order
  Steps steps;
  const Glyph* previous = nullptr;
  for (int index : painted) {
    const Glyph& glyph = page.glyphs[static_cast<std::size_t>(index)];
    if (is_white_glyph(glyph)) continue;
    if (previous != nullptr) {
      const double em = std::max(glyph.size, previous->size);
      const double dx = glyph.box.centre().x - previous->box.centre().x;
      const double dy = glyph.box.centre().y - previous->box.centre().y;
      if (std::abs(dy) < 0.5 * em && dx > 0) ++steps.right;
      if (std::abs(dx) < 0.5 * em && dy > 0.5 * em) ++steps.down;
      if (dy < -0.5 * em && dx < -0.5 * em) ++steps.up_left;
      if (dy < -0.5 * em && dx > 0.5 * em) ++steps.up_right;
    }
    previous = &glyph;
  }
  return steps;
}

/// Whether no line had room for the first letter of the next one.
bool forced_by_width(const Page& page, const std::vector<std::vector<Mark>>& lines, double width) {
  double needed = -1;  // by the line before
  for (const std::vector<Mark>& line : lines) {
    Box ink = Box::nothing();
    const Mark* first = nullptr;
    for (const Mark& mark : line) {
      if (is_white_glyph(page.glyphs[static_cast<std::size_t>(mark.glyph)])) continue;
      if (first == nullptr) first = &mark;
      ink.add(Box{mark.from, 0, mark.to, 0});
    }
    if (first == nullptr) continue;
    if (needed >= 0 && needed + (first->to - first->from) <= width - cell_margins) return false;
    needed = ink.width();
  }
  return true;
}

}  // namespace

std::vector<Line> lines_of(const Page& page, std::span<const int> glyphs) {
  std::array<std::vector<int>, 4> by_turn;
  for (int index : glyphs) {
    by_turn[static_cast<std::size_t>(page.glyphs[static_cast<std::size_t>(index)].turn)].push_back(index);
  }
  std::vector<Line> lines;
  for (const Turn turn : {Turn::none, Turn::quarter, Turn::half, Turn::three_quarters}) {
    for (const std::vector<Mark>& marks : lines_in(page, by_turn[static_cast<std::size_t>(turn)], view_of(turn))) {
      Line line;
      line.turn = turn;
      for (const Mark& mark : marks) {
        line.glyphs.push_back(mark.glyph);
        const Glyph& glyph = page.glyphs[static_cast<std::size_t>(mark.glyph)];
        if (is_white_glyph(glyph)) continue;
        line.box.add(glyph.box);
        if (mark.size > line.size) {
          line.size = mark.size;
          line.baseline = mark.across;
        }
      }
      if (!line.box.empty()) lines.push_back(std::move(line));
    }
  }
  return lines;
}

std::string line_text(const Page& page, const Line& line) {
  std::vector<Mark> marks;
  marks.reserve(line.glyphs.size());
  for (int index : line.glyphs) marks.push_back(mark_of(page, index, view_of(line.turn)));
  return text_along(page, marks);
}

CellText read_cell(const Page& page, std::span<const int> glyphs, const Box& cell) {
  std::array<int, 4> turns{};
  int vertical = 0, inked = 0;
  for (int index : glyphs) {
    const Glyph& glyph = page.glyphs[static_cast<std::size_t>(index)];
    if (is_white_glyph(glyph)) continue;
    ++inked;
    ++turns[static_cast<std::size_t>(glyph.turn)];
    vertical += glyph.vertical;
  }
  CellText text;
  if (inked == 0) return text;

  View view = View::upright;
  Turn turn = Turn::none;
  const Steps steps = steps_of(page, glyphs);
  const auto most = std::max_element(turns.begin(), turns.end()) - turns.begin();
  if (2 * vertical > inked) {
    text.flow = Flow::vertical;
    view = View::columns_from_right;
  } else if (most != static_cast<int>(Turn::none) && 2 * turns[static_cast<std::size_t>(most)] > inked) {
    // Vertical writing sets digits and brackets on their side; then the upright Han letters are not outvoted.
    turn = static_cast<Turn>(most);
    view = view_of(turn);
  } else if (steps.down > steps.right) {
    text.flow = steps.up_left + steps.up_right > 0 ? Flow::vertical : Flow::stacked;
    view = steps.up_right > steps.up_left ? View::columns_from_left : View::columns_from_right;
  }
  // A single column of upright letters says nothing of columns: each letter is a line of its own, so that what was
  // printed as a broken number is not put together here.
  if (text.flow == Flow::stacked) view = View::upright;
  const std::vector<std::vector<Mark>> lines = lines_in(page, glyphs, view);
  for (const std::vector<Mark>& line : lines) {
    std::string line_of_text = text_along(page, line);
    if (!line_of_text.empty()) text.lines.push_back(std::move(line_of_text));
  }
  text.wrapped = !cell.empty() && text.flow == Flow::horizontal && text.lines.size() > 1 &&
                 forced_by_width(page, lines, turned(cell, turn).width());
  return text;
}

}  // namespace fubiao
