#include "tests/make_damaged_grid.h"

#include <algorithm>

namespace fubiao {

// ---- what stands where ------------------------------------------------------------------------------------------

bool goes_on(const Slot& slot) {
  return slot.text == "<" || slot.text == "^";
}

bool is_data(const std::vector<Slot>& row) {
  return std::any_of(row.begin(), row.end(), [](const Slot& slot) { return !slot.path.empty(); });
}

std::vector<std::size_t> data_rows(const SlotGrid& grid) {
  std::vector<std::size_t> rows;
  for (std::size_t r = 0; r < grid.size(); ++r) {
    if (is_data(grid[r])) rows.push_back(r);
  }
  return rows;
}

/// The columns of the values of a row: those where a cell of a field begins.
std::vector<std::size_t> value_columns(const std::vector<Slot>& row) {
  std::vector<std::size_t> columns;
  for (std::size_t c = 0; c < row.size(); ++c) {
    if (!row[c].path.empty() && row[c].text != "<") columns.push_back(c);
  }
  return columns;
}

/// Rows whose own label begins in them.
std::vector<LabelledRow> labelled_rows(FilledForm& filled) {
  std::vector<LabelledRow> rows;
  for (SlotGrid& grid : filled.grids) {
    for (const std::size_t r : data_rows(grid)) {
      std::size_t first = value_columns(grid[r]).front();
      while (first > 0 && grid[r][first - 1].text == "<") --first;
      if (first == 0 || goes_on(grid[r][first - 1]) || grid[r][first - 1].text.empty()) continue;
      rows.push_back({&grid, r, first - 1});
    }
  }
  return rows;
}

bool pick_neighbours(FilledForm& filled, Lot& lot, Neighbours& pair) {
  const std::vector<LabelledRow> rows = labelled_rows(filled);
  std::vector<Neighbours> all;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const bool next =
        rows[i].grid == rows[i - 1].grid && rows[i].row == rows[i - 1].row + 1 && rows[i].label == rows[i - 1].label;
    if (next) all.push_back({rows[i - 1], rows[i]});
  }
  if (all.empty()) return false;
  pair = lot.pick(all);
  return true;
}

bool pick_row(FilledForm& filled, Lot& lot, LabelledRow& row) {
  std::vector<LabelledRow> rows = labelled_rows(filled);
  if (rows.empty()) return false;
  row = lot.pick(rows);
  return true;
}

SlotGrid* grid_with_rows(FilledForm& filled, Lot& lot, std::size_t least) {
  std::vector<SlotGrid*> grids;
  for (SlotGrid& grid : filled.grids) {
    if (data_rows(grid).size() >= least) grids.push_back(&grid);
  }
  return grids.empty() ? nullptr : lot.pick(grids);
}

std::vector<HeadSlot> head_slots(FilledForm& filled) {
  std::vector<HeadSlot> all;
  for (SlotGrid& grid : filled.grids) {
    std::vector<std::pair<std::size_t, std::size_t>> seen;
    for (const std::size_t r : data_rows(grid)) {
      for (const std::size_t c : value_columns(grid[r])) {
        std::size_t at = r;
        while (at > 0 && (!grid[at - 1][c].path.empty() || goes_on(grid[at - 1][c]))) --at;
        if (at == 0 || grid[at - 1][c].text.empty()) continue;
        const std::pair<std::size_t, std::size_t> place{at - 1, c};
        if (std::find(seen.begin(), seen.end(), place) == seen.end()) seen.push_back(place);
      }
    }
    for (const auto& [row, column] : seen) all.push_back({&grid, row, column});
  }
  return all;
}

// ---- changes that keep cells rectangles -------------------------------------------------------------------------

void erase_row(SlotGrid& grid, std::size_t r) {
  if (r + 1 < grid.size()) {
    for (std::size_t c = 0; c < grid[r].size(); ++c) {
      if (grid[r + 1][c].text != "^") continue;
      const bool corner = c == 0 || grid[r][c].text != "<";
      if (grid[r][c].text != "^") grid[r + 1][c].text = corner ? grid[r][c].text : "<";
    }
  }
  grid.erase(grid.begin() + static_cast<std::ptrdiff_t>(r));
}

/// A new row above row r, in whose spanning cells it takes part.
std::vector<Slot>& insert_row(SlotGrid& grid, std::size_t r) {
  std::vector<Slot> row(grid.front().size());
  for (std::size_t c = 0; r < grid.size() && c < row.size(); ++c) {
    if (grid[r][c].text == "^") row[c].text = "^";
  }
  return *grid.insert(grid.begin() + static_cast<std::ptrdiff_t>(r), std::move(row));
}

/// A new column before column c, blank but for cells that span it.
void insert_column(SlotGrid& grid, std::size_t c) {
  for (std::vector<Slot>& row : grid) {
    Slot slot;
    if (c < row.size() && row[c].text == "<") slot = {"<", row[c].path};
    row.insert(row.begin() + static_cast<std::ptrdiff_t>(c), std::move(slot));
  }
  for (std::size_t r = 1; r < grid.size(); ++r) {
    // What goes on from above left of it and right of it goes on here too.
    if (c > 0 && c + 1 < grid[r].size() && grid[r][c - 1].text == "^" && grid[r - 1][c].text != "" &&
        goes_on(grid[r - 1][c]) && grid[r][c + 1].text == "^") {
      grid[r][c].text = "^";
    }
  }
}

/// Rows first..last as a grid of their own: what reaches in from above begins with its first row.
SlotGrid piece(const SlotGrid& grid, std::size_t first, std::size_t last) {
  SlotGrid out(grid.begin() + static_cast<std::ptrdiff_t>(first), grid.begin() + static_cast<std::ptrdiff_t>(last) + 1);
  for (std::size_t c = 0; c < out.front().size(); ++c) {
    if (out.front()[c].text != "^") continue;
    std::size_t r = first;
    while (r > 0 && grid[r][c].text == "^") --r;
    out.front()[c].text = grid[r][c].text;
  }
  return out;
}

void replace_in(FilledForm& filled, SlotGrid* grid, std::vector<SlotGrid> pieces) {
  const auto at = grid - filled.grids.data();
  filled.grids.erase(filled.grids.begin() + at);
  filled.grids.insert(filled.grids.begin() + at, pieces.begin(), pieces.end());
}

/// Takes a row out of the grid, and its fields out of the truth where they are not printed again.
void lose_row(FilledForm& filled, SlotGrid& grid, std::size_t r) {
  const std::vector<Slot> row = grid[r];
  erase_row(grid, r);
  for (const Slot& lost : row) {
    bool again = false;
    for (const SlotGrid& other : filled.grids) {
      for (const std::vector<Slot>& line : other) {
        again = again || std::any_of(line.begin(), line.end(), [&](const Slot& s) { return s.path == lost.path; });
      }
    }
    if (!again) filled.truth.erase(lost.path);
  }
}

/// No person could be sure of these either.
void doubt(FilledForm& filled, const std::vector<Slot>& row) {
  for (const Slot& slot : row) {
    if (!slot.path.empty()) filled.unsure.insert(slot.path);
  }
}

}  // namespace fubiao
