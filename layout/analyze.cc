// The order of the steps: the kind of source decides who makes the tables; what is the same for every source follows.
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
