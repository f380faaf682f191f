// The order of the steps.
//
// The kind of source decides who makes the tables: drawn pages from ink, marked-up blocks from native tables. What is
// the same for every source follows: the repairs that need only a Table, and the captions. Nothing here looks at a
// label; the lexicon is handed on.
#include "layout/analyze.h"

#include "layout/repair.h"

namespace fubiao {

Layout analyze(const Document& document, const KnowsLabel& knows_label) {
  const bool drawn = !document.pages.empty();
  Layout layout = drawn ? analyze_drawn(document, knows_label) : analyze_marked_up(document, knows_label);
  finish(layout, knows_label);
  return layout;
}

}  // namespace fubiao
