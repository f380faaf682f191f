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

/// A row or column that was bound to a node though the form has its label more than once and its place leaves open
/// which of them it is.
struct RepeatedLabel {
  int form = 0;
  int form_table = 0;
  int part = -1;       ///< -1: a row, `at` counts those of the table; else a head of this part of the table
  int block = 0;       ///< of a head
  std::size_t at = 0;  ///< which row or head
  int node = 0;        ///< what it was bound to
};

struct Binding {
  std::vector<Bound> cells;  ///< in reading order; a field that is printed twice is in it twice
  std::vector<Finding> findings;
  /// Labels bound, exact ones counting most: to choose between two readings of one table.
  double fit = 0;
  std::vector<RepeatedLabel> repeated;
};

/// Binds the tables of one document as a whole.
/// `barred`: what is bound to another node than before, to try another reading.
Binding bind(const std::vector<Table>& tables, const std::vector<Form>& forms, const Vocabulary& vocabulary,
             const std::vector<RepeatedLabel>& barred = {});

}  // namespace fubiao
