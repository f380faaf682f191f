// From bound cells to fields with values, and the findings on them.
#pragma once

#include <vector>

#include "normalize/bind.h"
#include "normalize/report.h"

namespace fubiao {

struct Collected {
  std::vector<Field> fields;  ///< one for each path, in the order in which they were bound
  std::vector<Finding> findings;
};
Collected collect(const std::vector<Bound>& cells, const std::vector<Table>& tables);

/// A severity of warning or more that has a place but no fields gets the fields that were bound there: those of its
/// cell, else of its row, else of its column, else of its table.
void give_fields(std::vector<Finding>& findings, const std::vector<Bound>& cells, const std::vector<Table>& tables);

}  // namespace fubiao
