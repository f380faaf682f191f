// Which printed cell is which canonical field.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "extract/finding.h"
#include "layout/table.h"
#include "normalize/form.h"
#include "normalize/vocabulary.h"

namespace fubiao {

/// One cell bound to one field.
struct Bound {
  std::string path;
  int form = 0;  ///< index into the forms
  int form_table = 0;
  std::vector<std::string> units;  ///< of the form
  std::string printed_unit;        ///< in its row, its unit column or its head; empty: none
  int table = 0;                   ///< index into the tables
  int cell = 0;                    ///< index into its cells
  bool restored = false;           ///< its row label or its column head had to be restored
};

struct Binding {
  std::vector<Bound> cells;  ///< in reading order; a field that is printed twice is in it twice
  std::vector<Finding> findings;
  /// Labels bound, exact ones counting most: to choose between two readings of one table.
  double fit = 0;
};

/// Binds the tables of one document as a whole.
Binding bind(const std::vector<Table>& tables, const std::vector<Form>& forms, const Vocabulary& vocabulary);

}  // namespace fubiao
