// Which table of which form a printed table is.
#pragma once

#include <vector>

#include "normalize/segment.h"

namespace fubiao {

/// A segment with the form table that it is (part of).
struct Chosen {
  Segment segment;
  int form = 0;
  int form_table = 0;
  double fit = 0;  ///< weight of the labels that are the form's
};

/// The segments of all tables that belong to a form, in reading order.
std::vector<Chosen> choose(const std::vector<Table>& tables, const std::vector<std::vector<CellSight>>& sights,
                           const std::vector<Form>& forms);

}  // namespace fubiao
