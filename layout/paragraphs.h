// Lines of prose to paragraphs.
#pragma once

#include <vector>

#include "extract/document.h"
#include "layout/analyze.h"
#include "layout/lines.h"

namespace fubiao {

/// A line of prose with its place in the document.
struct PlacedLine {
  int page = 0;  ///< from 1
  double page_width = 0;
  Line line;
  std::string text;          ///< as printed
  bool after_table = false;  ///< a table stands between it and the line before
};

/// Joins the lines that are one paragraph, in order. `first_line[i]` of the result is the index of the line with which
/// paragraph i begins.
std::vector<Prose> paragraphs_of(const std::vector<PlacedLine>& lines, std::vector<std::size_t>& first_line);

}  // namespace fubiao
