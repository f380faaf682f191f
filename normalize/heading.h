// What a heading looks like, and the lines of prose it stands among. Shared by sections.h and identity.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/analyze.h"
#include "normalize/report_words.h"

namespace fubiao {

/// One paragraph, or a part of it between two forced line breaks.
struct NarrativeLine {
  std::string text;  ///< tidy (layout/join.h), never empty
  int rank = 0;      ///< 0: no heading; else how deep the kind of heading lies, 1 the highest: see `heading_rank`
  int block = 0;     ///< tables before it in the flow: two lines of one block have no table between them
  int page = 0;      ///< from 1; 0 for marked-up sources
  bool centred = false;
  double size = 0;        ///< of its largest letters, in points; 0 unknown
  bool contents = false;  ///< an entry of a printed table of contents (目录), never a heading
};

/// All prose in reading order, tables left out.
std::vector<NarrativeLine> narrative_lines(const Layout& layout, const ReportWords& words);

/// The kind of heading: 1 一、 and the family's own headings, 2 （一）, 3 1., 4 （1）; the outline level of a
/// heading style that has no number. 0: no heading. `text` is tidy.
int heading_rank(std::string_view text, const ReportWords& words, int outline_level = 0);

}  // namespace fubiao
