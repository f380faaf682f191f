// The narrative of a report.
#pragma once

#include <vector>

#include "layout/analyze.h"
#include "normalize/heading.h"
#include "normalize/report.h"

namespace fubiao {

/// Flat, in reading order, tables cut out. Levels count from 1 without gaps: the highest heading of the document has
/// level 1. What stands before the first heading (the title too) is one entry with heading null.
std::vector<Section> sections_of(const Layout& layout, const ReportWords& words);
/// The same with the lines at hand: narrative_lines(layout, words).
std::vector<Section> sections_of(const std::vector<NarrativeLine>& lines);

}  // namespace fubiao
