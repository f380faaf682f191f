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
/// In an order in which several can befall one report: pages are cut when all else has happened to a table.
const std::vector<Mutation>& mutations();
/// Those of pages and headers.
std::vector<Mutation> page_mutations();

}  // namespace fubiao
