// Slots of a filled form: what stands where, and changes that keep its cells rectangles.
#pragma once

#include "tests/make_filled_form.h"

namespace fubiao {

bool goes_on(const Slot& slot);
bool is_data(const std::vector<Slot>& row);
std::vector<std::size_t> data_rows(const SlotGrid& grid);
/// The columns of the values of a row: those where a cell of a field begins.
std::vector<std::size_t> value_columns(const std::vector<Slot>& row);

/// A grid, a row of it with values, and the slot of the row's own label.
struct LabelledRow {
  SlotGrid* grid = nullptr;
  std::size_t row = 0;
  std::size_t label = 0;
  std::string& text() const { return (*grid)[row][label].text; }
  std::vector<Slot>& slots() const { return (*grid)[row]; }
};
/// One of the rows whose own label begins in them; false: there is none.
bool pick_row(FilledForm& filled, Lot& lot, LabelledRow& row);

/// Rows that follow each other in one grid, with labels in the same column.
struct Neighbours {
  LabelledRow upper;
  LabelledRow lower;
};
bool pick_neighbours(FilledForm& filled, Lot& lot, Neighbours& pair);

/// A grid of at least so many rows with values; nullptr: there is none.
SlotGrid* grid_with_rows(FilledForm& filled, Lot& lot, std::size_t least);

/// The heads over values, lowest level: where a column of values begins.
struct HeadSlot {
  SlotGrid* grid;
  std::size_t row;
  std::size_t column;
};
std::vector<HeadSlot> head_slots(FilledForm& filled);

void erase_row(SlotGrid& grid, std::size_t r);
/// A new row above row r, in whose spanning cells it takes part.
std::vector<Slot>& insert_row(SlotGrid& grid, std::size_t r);
/// A new column before column c, blank but for cells that span it.
void insert_column(SlotGrid& grid, std::size_t c);
/// Rows first..last as a grid of their own: what reaches in from above begins with its first row.
SlotGrid piece(const SlotGrid& grid, std::size_t first, std::size_t last);
void replace_in(FilledForm& filled, SlotGrid* grid, std::vector<SlotGrid> pieces);
/// Takes a row out of the grid, and its fields out of the truth where they are not printed again.
void lose_row(FilledForm& filled, SlotGrid& grid, std::size_t r);
/// No person could be sure of these either.
void doubt(FilledForm& filled, const std::vector<Slot>& row);

}  // namespace fubiao
