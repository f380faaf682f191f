// Ways in which the tables of a report are damaged in print: each changes the grids of a filled form, and its truth to
// what a careful person reads on the page afterwards.
#pragma once

#include <vector>

#include "tests/make_filled_form.h"

namespace fubiao {

struct Mutation {
  const char* name;
  /// False: the form has nothing that could be damaged so.
  bool (*apply)(FilledForm& filled, Lot& lot);
};
const std::vector<Mutation>& mutations();

}  // namespace fubiao
