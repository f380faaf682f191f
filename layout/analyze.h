// The entrance of layout: a Document in, its tables and prose in reading order out. Never fails.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "layout/table.h"

namespace fubiao {

/// Prose: one paragraph (or one line of its own: a title, a heading, a caption).
struct Prose {
  std::string text;       ///< joined as the script asks; '\n' where the source has a forced line break
  int page = 0;           ///< of its first line, from 1; 0 for marked-up sources
  Box box;                ///< on that page
  int outline_level = 0;  ///< of a heading style, marked-up sources only
  bool centred = false;
  double size = 0;  ///< of its largest letters, in points; 0 unknown
};

/// One step of the reading order.
struct FlowItem {
  enum class Kind { prose, table };
  Kind kind = Kind::prose;
  int index = 0;  ///< into Layout::prose or Layout::tables
};

/// Conservation: every painted glyph is in exactly one of these counts. White space is not counted.
struct Census {
  long painted = 0;
  long in_cells = 0;  ///< with those of head rows that a page repeats, which are dropped with a finding
  long in_prose = 0;
  long furniture = 0;  ///< page numbers, running headers and footers, watermarks
  long twice = 0;      ///< drawn twice at the same place (fake bold)
  long unseen = 0;     ///< Visibility other than seen
  long in_findings = 0;
};

struct Layout {
  std::vector<Table> tables;
  std::vector<Prose> prose;
  std::vector<FlowItem> flow;
  std::vector<Finding> findings;
  Census census;
};

/// Says whether a text is a label that the caller knows. Layout never looks inside: it asks only to choose between
/// two readings that geometry leaves open (is this row cut by the page break?).
using KnowsLabel = std::function<bool(std::string_view)>;

Layout analyze(const Document& document, const KnowsLabel& knows_label = {});

// The two kinds of source. Used by analyze() and tests only.
Layout analyze_drawn(const Document& document, const KnowsLabel& knows_label);      // drawn.cc
Layout analyze_marked_up(const Document& document, const KnowsLabel& knows_label);  // marked_up.cc

}  // namespace fubiao
