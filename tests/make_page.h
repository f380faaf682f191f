// Pages for layout tests: glyphs and rules put down directly, without a file.
#pragma once

#include <string>
#include <vector>

#include "extract/document.h"

namespace fubiao {

Page blank_page(int number = 1, double width = 595, double height = 842);

/// Upright letters from (x, baseline) on: Han one em wide, Latin letters and digits half an em.
void put_text(Page& page, double x, double baseline, const std::string& utf8, double size = 10);
/// Letters one below the other, each `pitch` ems further down.
void put_stacked(Page& page, double x, double baseline, const std::string& utf8, double size = 10, double pitch = 1.2);
/// The page as it is painted for a reader who has to turn it: `page` is what he sees. A landscape table on an upright
/// page, its letters turned clockwise by `turn`.
Page turned_page(const Page& page, Turn turn);
void put_stroke(Page& page, double x0, double y0, double x1, double y1, double width = 0.5);
void put_fill(Page& page, double x0, double y0, double x1, double y1, std::uint32_t colour = 0);
void put_clip(Page& page, double x0, double y0, double x1, double y1);
/// Every line of a lattice, stroked.
void put_lattice(Page& page, const std::vector<double>& xs, const std::vector<double>& ys);

Document document_of(std::vector<Page> pages);

}  // namespace fubiao
