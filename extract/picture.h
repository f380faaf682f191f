// Pictures of places on the pages of a PDF, for people who judge what was read there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/geometry.h"
#include "extract/limits.h"

namespace fubiao {

struct PictureRequest {
  int page = 1;                ///< from 1
  Box region;                  ///< what to show; what of it lies off the page is left out
  Box frame = Box::nothing();  ///< what to draw a frame around
};

/// A cell within its row: the whole width of the page, and some points above and below.
inline PictureRequest row_around(int page, const Box& cell, double margin = 30) {
  return {page, {0, cell.y0 - margin, 1e6, cell.y1 + margin}, cell};
}

struct PictureOptions {
  double dpi = 110;  ///< less where a page would have more pixels than the limit
};

/// A PNG for each request; empty where there is nothing to show or it cannot be drawn. Never throws. Each page is
/// drawn once, whatever number of places on it are asked for.
std::vector<std::string> page_pictures(std::string_view bytes, const std::vector<PictureRequest>& requests,
                                       const PictureOptions& options = {}, const Limits& limits = {});

}  // namespace fubiao
