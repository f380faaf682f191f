// From paint to rules.
//
// A line on paper is a stroke (WPS, LibreOffice) or a filled rectangle that is thin (Word, Chromium), in one piece or
// in many: one for each cell, dashes, dots. Each piece is judged alone first: is it thin, and is it seen? Colour does
// not matter, contrast does: a white line on paper is nothing, between two shaded cells it is a border. Then pieces
// that lie on one line are put together.
//
// A thick fill is no rule, and its border is none here. A border between two fills of different colour is believed
// where no rules are (layout/evidence.cc).
//
// Invariant: rules of one axis do not overlap on the same line. Tested by rules_test.cc.

#include "layout/rules.h"

#include <algorithm>
#include <climits>
#include <cmath>

#include "extract/backdrop.h"

namespace fubiao {

namespace {

/// The thickest line taken for a rule, in points. Table borders of Office programs go up to 6 pt, but from 3 pt on a
/// fill may be a progress bar or a shaded spacer row; seen in 30 reports: 0.24 to 2.25 pt.
constexpr double thickest_rule = 3.0;
/// A rule is at least this many times longer than thick.
constexpr double least_ratio = 3.0;
/// Pieces on one line differ in position by rounding only: 0.1 pt seen with Word at 0.48 pt lines.
constexpr double same_line = 0.7;
/// Gap between two pieces of one line. LibreOffice leaves .25 pt at corners, Word .48 pt, ONLYOFFICE up to 1.5.
constexpr double gap_between_pieces = 2.0;
/// Gap between dashes, and the longest dash.
constexpr double gap_between_dashes = 5.0;
constexpr double longest_dash = 12.0;

bool is_seen(const Paint& paint, const Backdrop& backdrop) {
  if (paint.opacity < 0.05) return false;
  if (backdrop.plain()) return contrast(paint.colour, 0xFFFFFF) >= least_contrast;
  if (backdrop.covered(paint.box, paint.order)) return false;
  const Point centre = paint.box.centre();
  const bool horizontal = paint.box.width() >= paint.box.height();
  const double off = std::min(paint.box.width(), paint.box.height()) / 2 + 1;
  const Point before = horizontal ? Point{centre.x, centre.y - off} : Point{centre.x - off, centre.y};
  const Point after = horizontal ? Point{centre.x, centre.y + off} : Point{centre.x + off, centre.y};
  return contrast(paint.colour, backdrop.beneath(centre, paint.order)) >= least_contrast ||
         contrast(paint.colour, backdrop.beneath(before, INT_MAX)) >= least_contrast ||
         contrast(paint.colour, backdrop.beneath(after, INT_MAX)) >= least_contrast;
}

}  // namespace

std::vector<Rule> coalesce(std::vector<Rule> pieces) {
  std::sort(pieces.begin(), pieces.end(), [](const Rule& a, const Rule& b) { return a.at < b.at; });
  std::vector<Rule> rules;
  std::size_t begin = 0;
  while (begin < pieces.size()) {
    // One line: positions that follow each other within the tolerance, and not drifting more than twice of it.
    std::size_t end = begin + 1;
    while (end < pieces.size() && pieces[end].at - pieces[end - 1].at <= same_line &&
           pieces[end].at - pieces[begin].at <= 2 * same_line) {
      ++end;
    }
    const auto first = pieces.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = pieces.begin() + static_cast<std::ptrdiff_t>(end);
    std::sort(first, last, [](const Rule& a, const Rule& b) { return a.from < b.from; });
    const std::size_t line_start = rules.size();
    double weight = 0;
    double last_piece = 0;  // length of the piece added last
    for (auto it = first; it != last; ++it) {
      if (rules.size() > line_start) {
        Rule& line = rules.back();
        const double gap = it->from - line.to;
        const bool dashes = gap <= gap_between_dashes && it->length() <= longest_dash && last_piece <= longest_dash;
        if (gap <= gap_between_pieces || dashes) {
          const double length = std::max(it->length(), 0.01);
          line.at = (line.at * weight + it->at * length) / (weight + length);
          weight += length;
          line.to = std::max(line.to, it->to);
          line.thickness = std::max(line.thickness, it->thickness);
          last_piece = it->length();
          continue;
        }
      }
      rules.push_back(*it);
      weight = std::max(it->length(), 0.01);
      last_piece = it->length();
    }
    begin = end;
  }
  std::sort(rules.begin(), rules.end(),
            [](const Rule& a, const Rule& b) { return a.at != b.at ? a.at < b.at : a.from < b.from; });
  return rules;
}

Rules rules_of(const Page& page) {
  const Backdrop backdrop(page);
  std::vector<Rule> horizontal, vertical;
  for (const Paint& paint : page.paints) {
    const double width = paint.box.width();
    const double height = paint.box.height();
    const double thickness = std::min(width, height);
    const double length = std::max(width, height);
    if (thickness > thickest_rule || !is_seen(paint, backdrop)) continue;
    const Point centre = paint.box.centre();
    if (length < least_ratio * thickness) {
      // A dot: a piece of a dotted line of either axis, if it has neighbours (else dropped below).
      if (length <= thickest_rule) {
        horizontal.push_back({centre.y, paint.box.x0, paint.box.x1, thickness});
        vertical.push_back({centre.x, paint.box.y0, paint.box.y1, thickness});
      }
      continue;
    }
    if (width >= height) {
      horizontal.push_back({centre.y, paint.box.x0, paint.box.x1, thickness});
    } else {
      vertical.push_back({centre.x, paint.box.y0, paint.box.y1, thickness});
    }
  }
  Rules rules{coalesce(std::move(horizontal)), coalesce(std::move(vertical))};
  // What is no longer than 4 pt separates nothing: letters are taller.
  for (std::vector<Rule>* axis : {&rules.horizontal, &rules.vertical}) {
    std::erase_if(*axis, [](const Rule& rule) { return rule.length() < 4; });
  }
  return rules;
}

}  // namespace fubiao
