// Decides whether a printed table is several stretches of one form's table set side by side.
//
// A long list of labels with numbers is printed in two or three sets of columns to save paper (the statistics of 2014),
// or because its sides are meant to be compared (income beside expenditure). A person reads it one set after the other,
// and so is it bound: each set becomes segments of its own, in order from left to right.
//
// What tells it is a row label that stands to the right of a number (or a unit) which has a row label of its own: in
// one set nothing but labels stands before a label. One row may have such a label by damage, a column of them is a set.
// Where the numbers are blank (a form that is not filled in) the head says it: the head over the labels comes again.
//
// Invariants: a set begins at a column in which more row labels than other texts stand; no number decides where a set
// begins, only that there is one.
// It does not apply to bands: a row across all sets in the middle of the table does not end them.
#include "normalize/side_by_side.h"

#include <algorithm>

#include "normalize/index.h"

namespace fubiao {
namespace {

/// Two rows can be damaged in one way (the labels of a group that slipped into the next column); three are a column.
constexpr int least_rows = 3;
constexpr std::size_t most_sets = 8;  // print has two, now and then three

struct Column {
  int labels = 0;         ///< cells with a row label that begin here
  int others = 0;         ///< other texts that do
  int after_numbers = 0;  ///< rows in which a label and its number stand before the label here
  int repeated = 0;       ///< heads that come again here
};

bool is_row_label(const CellSight& seen) {
  return !seen.blank && !seen.value && !seen.unit && seen.meaning.row;
}

bool is_head(const CellSight& seen) {
  return !seen.blank && !seen.value && (seen.meaning.corner || seen.meaning.column);
}

}  // namespace

std::vector<int> sets_of(const Table& table, const std::vector<CellSight>& sight) {
  std::vector<Column> columns(index(table.columns));
  const std::vector<int> view = slots(table);
  for (int r = 0; r < table.rows; ++r) {
    bool label = false;
    bool number = false;
    std::vector<int> heads;  // of this row, so far
    int before = -1;
    for (int c = 0; c < table.columns; ++c) {
      const int i = view[index(r) * index(table.columns) + index(c)];
      if (i < 0 || i == before || sight[index(i)].blank) continue;
      before = i;
      const CellSight& seen = sight[index(i)];
      Column& column = columns[index(c)];
      if (is_row_label(seen)) {
        ++column.labels;
        if (label && number) ++column.after_numbers, number = false;
        label = true;
      } else if (!is_head(seen)) {
        ++column.others;
        if (label && (seen.value || seen.unit)) number = true;
      }
      if (!is_head(seen) || table.cells[index(i)].row != r || heads.size() > 2 * most_sets) continue;
      const auto again = std::find_if(heads.begin(), heads.end(),
                                      [&](int other) { return sight[index(other)].text.folded == seen.text.folded; });
      if (again != heads.end() && *again == heads.front()) ++column.repeated;
      heads.push_back(i);
    }
  }
  std::vector<int> sets = {0};
  for (int c = 1; c < table.columns; ++c) {
    const Column& column = columns[index(c)];
    const bool labels = column.labels >= least_rows && column.labels > column.others;
    if (!labels || (column.after_numbers < least_rows && column.repeated == 0)) continue;
    // The labels of a set may stand in several columns: it begins with the first of them.
    int begin = c;
    while (begin - 1 > sets.back() && columns[index(begin) - 1].labels > 0 && columns[index(begin) - 1].others == 0) {
      --begin;
    }
    const bool numbers_between = std::any_of(columns.begin() + sets.back() + 1, columns.begin() + begin,
                                             [](const Column& between) { return between.labels == 0; });
    if (numbers_between) sets.push_back(begin);
  }
  // A table of any number of sets is nobody's.
  if (sets.size() > most_sets) return {0};
  return sets;
}

}  // namespace fubiao
