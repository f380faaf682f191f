// The narrative of a report, cut at its headings.
//
// Decides: the level of each heading. Why not by the kind of number: reports go from 一、 to （1） or from 1、 to
// （一）; what a reader sees is which heading lies under which, so the level is the depth below headings of a higher
// rank.
//
// Invariants: every line of prose is in exactly one entry, as its heading or in its text; only the first entry may have
// no heading; a level is at most one more than that of the entry before. Does not apply to text inside tables.
#include "normalize/sections.h"

namespace fubiao {

std::vector<Section> sections_of(const Layout& layout, const ReportWords& words) {
  return sections_of(narrative_lines(layout, words));
}

std::vector<Section> sections_of(const std::vector<NarrativeLine>& lines) {
  std::vector<Section> sections;
  std::vector<int> open_ranks;  // of the headings that the present line lies under
  for (const NarrativeLine& line : lines) {
    if (line.rank > 0) {
      while (!open_ranks.empty() && open_ranks.back() >= line.rank) open_ranks.pop_back();
      open_ranks.push_back(line.rank);
      sections.push_back({line.text, static_cast<int>(open_ranks.size()), ""});
      continue;
    }
    if (sections.empty()) sections.emplace_back();
    std::string& text = sections.back().text;
    if (!text.empty()) text.push_back('\n');
    text += line.text;
  }
  return sections;
}

}  // namespace fubiao
