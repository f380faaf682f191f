// The grid of a table whose source gives only the order of the cells in each row.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "extract/finding.h"
#include "layout/table.h"

namespace fubiao {

/// A cell as the source gives it.
struct LooseCell {
  std::string text;   ///< tidied, as Cell::text
  std::string print;  ///< as Cell::print
  Flow flow = Flow::horizontal;
};
using LooseRow = std::vector<LooseCell>;

/// The columns that a cell takes.
struct Columns {
  int first = 0;
  int span = 1;
  friend bool operator==(const Columns& a, const Columns& b) { return a.first == b.first && a.span == b.span; }
};

struct PlacedRow {
  enum class Role {
    title,  ///< one cell over all columns
    head,   ///< names columns
    data,   ///< labels in the stub, values behind it
  };
  Role role = Role::data;
  int labels = 0;              ///< data: how many of the cells stand in the stub
  std::vector<Columns> cells;  ///< one for each cell of the row; slots that none takes are blank
};

/// Another placing of some rows that speaks for itself as well as the one given.
using OtherPlacing = std::vector<std::pair<int, std::vector<Columns>>>;  // (row, its cells)

struct Placing {
  int columns = 0;
  int stub = 0;  ///< leading columns that hold row labels
  std::vector<PlacedRow> rows;
  std::vector<OtherPlacing> others;
  std::string doubt;              ///< why there are others
  std::vector<Finding> findings;  ///< `place.row` set where one row is meant, `place.table` not yet
};

/// Rows that an empty paragraph at the end of a cell has cut in two are put together in `rows`; each is in a finding.
Placing place_cells(std::vector<LooseRow>& rows);

}  // namespace fubiao
