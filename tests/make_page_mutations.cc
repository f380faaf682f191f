// Pages that are cut, lost, doubled or out of order, and headers.
#include <algorithm>

#include "tests/make_damaged_grid.h"
#include "tests/make_mutations.h"

namespace fubiao {
namespace {

bool page_missing(FilledForm& filled, Lot& lot) {
  SlotGrid* grid = grid_with_rows(filled, lot, 6);
  if (grid == nullptr) return false;
  const std::vector<std::size_t> rows = data_rows(*grid);
  const std::size_t first = static_cast<std::size_t>(lot.below(static_cast<int>(rows.size()) - 4));
  const std::size_t count = 2 + static_cast<std::size_t>(lot.below(static_cast<int>(rows.size() - first) - 2));
  for (std::size_t k = 0; k < count; ++k) {
    lose_row(filled, *grid, rows[first]);
  }
  return true;
}

/// The table as the pieces that three pages hold.
std::vector<SlotGrid> pages_of(const SlotGrid& grid, Lot& lot) {
  const std::vector<std::size_t> rows = data_rows(grid);
  std::vector<std::size_t> cuts;
  for (std::size_t k = 3; k + 2 < rows.size(); ++k) cuts.push_back(rows[k]);
  std::size_t a = lot.pick(cuts);
  std::size_t b = lot.pick(cuts);
  if (a > b) std::swap(a, b);
  std::vector<SlotGrid> pieces = {piece(grid, 0, a - 1)};
  if (b > a) pieces.push_back(piece(grid, a, b - 1));
  pieces.push_back(piece(grid, b, grid.size() - 1));
  return pieces;
}

bool table_cut_over_pages(FilledForm& filled, Lot& lot) {
  SlotGrid* grid = grid_with_rows(filled, lot, 9);
  if (grid == nullptr) return false;
  replace_in(filled, grid, pages_of(*grid, lot));
  return true;
}

bool pages_out_of_order(FilledForm& filled, Lot& lot) {
  SlotGrid* grid = grid_with_rows(filled, lot, 9);
  if (grid == nullptr) return false;
  std::vector<SlotGrid> pieces = pages_of(*grid, lot);
  std::rotate(pieces.begin(), pieces.begin() + 1 + lot.below(static_cast<int>(pieces.size()) - 1), pieces.end());
  replace_in(filled, grid, std::move(pieces));
  return true;
}

bool page_twice(FilledForm& filled, Lot& lot) {
  SlotGrid* grid = grid_with_rows(filled, lot, 9);
  if (grid == nullptr) return false;
  std::vector<SlotGrid> pieces = pages_of(*grid, lot);
  const std::size_t again = static_cast<std::size_t>(lot.below(static_cast<int>(pieces.size())));
  const SlotGrid page = pieces[again];
  pieces.insert(pieces.begin() + static_cast<std::ptrdiff_t>(again), page);
  replace_in(filled, grid, std::move(pieces));
  return true;
}

bool header_lost(FilledForm& filled, Lot& lot) {
  SlotGrid* grid = grid_with_rows(filled, lot, 1);
  const std::size_t first = data_rows(*grid).front();
  for (const std::size_t r : data_rows(*grid)) doubt(filled, (*grid)[r]);
  *grid = piece(*grid, first, grid->size() - 1);
  return true;
}

bool header_level_lost(FilledForm& filled, Lot& lot) {
  SlotGrid* grid = grid_with_rows(filled, lot, 1);
  const std::size_t first = data_rows(*grid).front();
  if (first < 2) return false;
  for (const std::size_t r : data_rows(*grid)) doubt(filled, (*grid)[r]);
  erase_row(*grid, static_cast<std::size_t>(lot.below(static_cast<int>(first))));
  return true;
}

bool header_again(FilledForm& filled, Lot& lot) {
  SlotGrid* grid = grid_with_rows(filled, lot, 9);
  if (grid == nullptr) return false;
  const std::vector<std::size_t> rows = data_rows(*grid);
  const std::size_t at = rows[4 + static_cast<std::size_t>(lot.below(static_cast<int>(rows.size()) - 6))];
  SlotGrid below = piece(*grid, at, grid->size() - 1);
  SlotGrid above = piece(*grid, 0, at - 1);
  above.insert(above.end(), grid->begin(), grid->begin() + static_cast<std::ptrdiff_t>(rows.front()));
  above.insert(above.end(), below.begin(), below.end());
  *grid = std::move(above);
  return true;
}

}  // namespace

std::vector<Mutation> page_mutations() {
  return {
      {"a page missing", page_missing},
      {"a table cut over pages", table_cut_over_pages},
      {"pages out of order", pages_out_of_order},
      {"a page twice", page_twice},
      {"a header lost", header_lost},
      {"a level of the header lost", header_level_lost},
      {"a header printed again", header_again},
  };
}

}  // namespace fubiao
