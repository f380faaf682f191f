#include "tests/make_mutations.h"

#include <algorithm>

#include "extract/utf8.h"
#include "tests/make_damaged_grid.h"

namespace fubiao {
namespace {

std::u32string letter(Lot& lot) {
  static const std::u32string letters = U"之人大中口日月木水火土王田目石示禾竹米羊耳自舌色衣见角言谷豆";
  return {letters[static_cast<std::size_t>(lot.below(static_cast<int>(letters.size())))]};
}

/// One letter behind the mark of a label changed, lost or doubled.
bool misprint(std::string& text, Lot& lot) {
  std::u32string points = to_u32(text);
  const std::size_t behind = points.find_first_of(U"、）.)");
  const std::size_t first = behind == std::u32string::npos || behind > 3 ? 0 : behind + 1;
  if (points.size() < first + 4) return false;
  const std::size_t at = first + static_cast<std::size_t>(lot.below(static_cast<int>(points.size() - first)));
  switch (lot.below(3)) {
    case 0: points.replace(at, 1, letter(lot)); break;
    case 1: points.erase(at, 1); break;
    default: points.insert(at, 1, points[at]);
  }
  text = to_utf8(points);
  return true;
}

// ---- labels -----------------------------------------------------------------------------------------------------

bool row_label_misprinted(FilledForm& filled, Lot& lot) {
  LabelledRow row;
  return pick_row(filled, lot, row) && misprint(row.text(), lot);
}

bool head_misprinted(FilledForm& filled, Lot& lot) {
  std::vector<HeadSlot> all = head_slots(filled);
  const HeadSlot& head = lot.pick(all);
  return misprint((*head.grid)[head.row][head.column].text, lot);
}

bool row_label_blank(FilledForm& filled, Lot& lot) {
  LabelledRow row;
  if (!pick_row(filled, lot, row)) return false;
  row.text().clear();
  return true;
}

bool two_row_labels_blank(FilledForm& filled, Lot& lot) {
  Neighbours pair;
  if (!pick_neighbours(filled, lot, pair)) return false;
  pair.upper.text().clear();
  pair.lower.text().clear();
  return true;
}

bool row_label_garbled(FilledForm& filled, Lot& lot) {
  LabelledRow row;
  if (!pick_row(filled, lot, row)) return false;
  const std::size_t letters = to_u32(row.text()).size();
  std::u32string garbage;
  for (std::size_t i = 0; i < letters; ++i) garbage += letter(lot);
  row.text() = to_utf8(garbage);
  doubt(filled, row.slots());
  return true;
}

bool row_label_cut(FilledForm& filled, Lot& lot) {
  LabelledRow row;
  if (!pick_row(filled, lot, row)) return false;
  const std::u32string points = to_u32(row.text());
  if (points.size() < 6) return false;
  row.text() = to_utf8(points.substr(0, points.size() / 2 + 1));
  doubt(filled, row.slots());
  return true;
}

bool row_label_split_over_two_rows(FilledForm& filled, Lot& lot) {
  LabelledRow row;
  if (!pick_row(filled, lot, row)) return false;
  const std::u32string points = to_u32(row.text());
  if (points.size() < 6) return false;
  row.text() = to_utf8(points.substr(0, points.size() / 2));
  std::vector<Slot>& next = insert_row(*row.grid, row.row + 1);
  next[row.label].text = to_utf8(points.substr(points.size() / 2));
  for (std::size_t c = 0; c < row.label; ++c) {
    if (next[c].text != "^") next[c].text = "^";  // what stands before the label spans both
  }
  for (std::size_t c = row.label + 1; c < next.size(); ++c) {
    if ((*row.grid)[row.row][c].text == "<") next[c].text = "<";
  }
  return true;
}

bool two_row_labels_in_one_cell(FilledForm& filled, Lot& lot) {
  Neighbours pair;
  if (!pick_neighbours(filled, lot, pair)) return false;
  pair.upper.text() += pair.lower.text();
  pair.lower.text() = "^";
  doubt(filled, pair.upper.slots());
  doubt(filled, pair.lower.slots());
  return true;
}

/// As printed: a person believes the label.
bool row_labels_swapped(FilledForm& filled, Lot& lot) {
  Neighbours pair;
  if (!pick_neighbours(filled, lot, pair)) return false;
  std::swap(pair.upper.text(), pair.lower.text());
  for (std::size_t c = 0; c < pair.upper.slots().size(); ++c) {
    Slot& a = pair.upper.slots()[c];
    Slot& b = pair.lower.slots()[c];
    if (a.path.empty() || b.path.empty() || a.text == "<") continue;
    std::swap(filled.truth[a.path], filled.truth[b.path]);
    std::swap(a.path, b.path);
  }
  return true;
}

bool row_label_with_another_number(FilledForm& filled, Lot& lot) {
  LabelledRow row;
  if (!pick_row(filled, lot, row)) return false;
  std::u32string points = to_u32(row.text());
  static const std::u32string digits = U"123456789";
  const std::size_t at = digits.find(points.front());
  if (at == std::u32string::npos) return false;
  points.front() = digits[(at + 1 + static_cast<std::size_t>(lot.below(8))) % 9];
  row.text() = to_utf8(points);
  return true;
}

bool row_label_without_number(FilledForm& filled, Lot& lot) {
  LabelledRow row;
  if (!pick_row(filled, lot, row)) return false;
  const std::u32string points = to_u32(row.text());
  const std::size_t behind = points.find_first_of(U"、）.");
  if (behind == std::u32string::npos || behind > 3) return false;
  row.text() = to_utf8(points.substr(behind + 1));
  return true;
}

bool head_blank(FilledForm& filled, Lot& lot) {
  std::vector<HeadSlot> all = head_slots(filled);
  const HeadSlot& head = lot.pick(all);
  (*head.grid)[head.row][head.column].text.clear();
  return true;
}

bool heading_over_rows_blank(FilledForm& filled, Lot& lot) {
  std::vector<std::string*> headings;
  for (SlotGrid& grid : filled.grids) {
    for (const std::size_t r : data_rows(grid)) {
      for (std::size_t c = 0; c + 1 < grid[r].size(); ++c) {
        const bool spans = r + 1 < grid.size() && grid[r + 1][c].text == "^";
        if (grid[r][c].path.empty() && spans && !goes_on(grid[r][c])) headings.push_back(&grid[r][c].text);
      }
    }
  }
  if (headings.empty()) return false;
  lot.pick(headings)->clear();
  return true;
}

bool stray_digit_in_a_heading(FilledForm& filled, Lot& lot) {
  SlotGrid* grid = grid_with_rows(filled, lot, 5);
  if (grid == nullptr) return false;
  for (const std::size_t r : data_rows(*grid)) {
    for (std::size_t c = 0; c < (*grid)[r].size(); ++c) {
      Slot& slot = (*grid)[r][c];
      if (slot.path.empty() && slot.text == "^" && lot.chance(20)) {
        // The heading is printed, and what it spans below begins a cell of its own with a digit in it.
        std::size_t first = c;
        while (first > 0 && (*grid)[r][first - 1].text == "<") --first;
        if (first != c || (c + 1 < (*grid)[r].size() && (*grid)[r][c + 1].text == "<")) continue;
        slot.text = "0";
        return true;
      }
    }
  }
  return false;
}

// ---- rows -------------------------------------------------------------------------------------------------------

bool row_missing(FilledForm& filled, Lot& lot) {
  LabelledRow row;
  if (!pick_row(filled, lot, row)) return false;
  lose_row(filled, *row.grid, row.row);
  return true;
}

/// Prints a row again, below itself.
std::vector<Slot>& repeat(const LabelledRow& row) {
  const std::vector<Slot> again = row.slots();
  std::vector<Slot>& next = *row.grid->insert(row.grid->begin() + static_cast<std::ptrdiff_t>(row.row) + 1, again);
  for (std::size_t c = 0; c < row.label; ++c) next[c].text = "^";
  return next;
}

bool row_doubled(FilledForm& filled, Lot& lot) {
  LabelledRow row;
  if (!pick_row(filled, lot, row)) return false;
  repeat(row);
  return true;
}

bool row_doubled_with_other_numbers(FilledForm& filled, Lot& lot) {
  LabelledRow row;
  if (!pick_row(filled, lot, row)) return false;
  std::vector<Slot>& next = repeat(row);
  for (const std::size_t c : value_columns(next)) next[c].text = std::to_string(1 + lot.below(99));
  return true;
}

bool rows_swapped(FilledForm& filled, Lot& lot) {
  Neighbours pair;
  if (!pick_neighbours(filled, lot, pair)) return false;
  for (std::size_t c = pair.upper.label; c < pair.upper.slots().size(); ++c) {
    std::swap(pair.upper.slots()[c], pair.lower.slots()[c]);
  }
  return true;
}

bool row_of_the_senders_own(FilledForm& filled, Lot& lot) {
  LabelledRow row;
  if (!pick_row(filled, lot, row)) return false;
  static const std::vector<const char*> labels = {"其他主动公开文件", "行政检查",   "9.属于其他情形",
                                                  "其中：网上申请",   "行政裁决",   "4.法律咨询类申请",
                                                  "（八）转办件",     "行政合同数", "本年公开数"};
  const std::vector<std::size_t> columns = value_columns(row.slots());
  std::vector<Slot>& own = insert_row(*row.grid, row.row + 1);
  for (std::size_t c = 0; c < row.label; ++c) own[c].text = "^";
  own[row.label].text = lot.pick(labels);
  for (std::size_t c = row.label + 1; c < own.size(); ++c) {
    const bool begins = std::find(columns.begin(), columns.end(), c) != columns.end();
    own[c].text = begins ? std::to_string(500 + lot.below(400)) : "<";
  }
  return true;
}

// ---- values -----------------------------------------------------------------------------------------------------

/// The values of a row moved one cell to the right; the last one is lost. Where a total covers them the arithmetic
/// tells; where none does, all that anybody can read is what stands there.
bool values_moved(FilledForm& filled, Lot& lot) {
  LabelledRow row;
  if (!pick_row(filled, lot, row)) return false;
  const std::vector<std::size_t> columns = value_columns(row.slots());
  if (columns.size() < 3) return false;
  const std::size_t from = static_cast<std::size_t>(lot.below(static_cast<int>(columns.size()) - 1));
  for (std::size_t k = columns.size() - 1; k > from; --k) {
    row.slots()[columns[k]].text = row.slots()[columns[k - 1]].text;
  }
  row.slots()[columns[from]].text.clear();
  doubt(filled, row.slots());
  const std::string& last = row.slots()[columns.back()].path;
  if (last.size() < 6 || last.substr(last.size() - 6) != ".total") {
    for (const std::size_t c : columns) filled.truth[row.slots()[c].path] = row.slots()[c].text;
  }
  return true;
}

bool values_merged(FilledForm& filled, Lot& lot) {
  LabelledRow row;
  if (!pick_row(filled, lot, row)) return false;
  const std::vector<std::size_t> columns = value_columns(row.slots());
  if (columns.size() < 2) return false;
  const std::size_t k = static_cast<std::size_t>(lot.below(static_cast<int>(columns.size()) - 1));
  Slot& left = row.slots()[columns[k]];
  Slot& right = row.slots()[columns[k + 1]];
  if (columns[k + 1] != columns[k] + 1) return false;
  filled.unsure.insert(left.path);
  filled.unsure.insert(right.path);
  switch (lot.below(3)) {
    case 0: left.text += right.text; break;
    case 1: left.text += " " + right.text; break;
    default: break;  // the second number is lost
  }
  right.text = "<";
  return true;
}

bool value_cut_into_the_next_row(FilledForm& filled, Lot& lot) {
  LabelledRow row;
  if (!pick_row(filled, lot, row)) return false;
  for (const std::size_t c : value_columns(row.slots())) {
    const std::string text = row.slots()[c].text;
    if (text.size() < 2) continue;
    filled.unsure.insert(row.slots()[c].path);
    row.slots()[c].text = text.substr(0, 1);
    std::vector<Slot>& next = insert_row(*row.grid, row.row + 1);
    for (std::size_t k = 0; k < next.size(); ++k) {
      if (k != c) next[k].text = k < row.label ? "^" : (*row.grid)[row.row][k].text == "<" ? "<" : next[k].text;
    }
    next[c].text = text.substr(1);
    return true;
  }
  return false;
}

/// As printed: the person reads the number that stands there.
bool digit_too_many(FilledForm& filled, Lot& lot) {
  LabelledRow row;
  if (!pick_row(filled, lot, row)) return false;
  std::vector<std::size_t> columns = value_columns(row.slots());
  Slot& slot = row.slots()[lot.pick(columns)];
  slot.text = std::to_string(1 + lot.below(9)) + slot.text;
  filled.truth[slot.path] = slot.text;
  return true;
}

bool value_not_printed(FilledForm& filled, Lot& lot) {
  LabelledRow row;
  if (!pick_row(filled, lot, row)) return false;
  std::vector<std::size_t> columns = value_columns(row.slots());
  Slot& slot = row.slots()[lot.pick(columns)];
  static const std::vector<const char*> nothing = {"", "/", "—", "无", "-"};
  slot.text = lot.pick(nothing);
  filled.truth[slot.path] = "";
  return true;
}

bool value_unreadable(FilledForm& filled, Lot& lot) {
  LabelledRow row;
  if (!pick_row(filled, lot, row)) return false;
  std::vector<std::size_t> columns = value_columns(row.slots());
  Slot& slot = row.slots()[lot.pick(columns)];
  static const std::vector<const char*> texts = {"见附件", "1/2", "约3", "二三", "5余", "2023年", "□"};
  slot.text = lot.pick(texts);
  filled.truth[slot.path] = "";
  filled.unsure.insert(slot.path);
  return true;
}

bool values_in_one_cell(FilledForm& filled, Lot& lot) {
  LabelledRow row;
  if (!pick_row(filled, lot, row)) return false;
  const std::vector<std::size_t> columns = value_columns(row.slots());
  if (columns.size() < 4) return false;
  std::string all;
  for (const std::size_t c : columns) all += row.slots()[c].text;
  for (std::size_t c = columns.front(); c < row.slots().size(); ++c) row.slots()[c].text = "<";
  row.slots()[columns.front()].text = all;
  doubt(filled, row.slots());
  return true;
}

bool label_among_the_values(FilledForm& filled, Lot& lot) {
  LabelledRow row;
  if (!pick_row(filled, lot, row)) return false;
  const std::vector<std::size_t> columns = value_columns(row.slots());
  if (columns.size() < 3 || columns.front() != row.label + 1) return false;
  for (std::size_t k = columns.size() - 1; k > 0; --k) row.slots()[columns[k]].text = row.slots()[columns[k - 1]].text;
  row.slots()[columns.front()].text = row.text();
  row.text().clear();
  doubt(filled, row.slots());
  return true;
}

// ---- columns ----------------------------------------------------------------------------------------------------

/// A column of values is gone, its head is not: what stood right of it stands one to the left. Not a second time: when
/// the totals are gone too, nothing on the page tells which column it was.
bool column_of_values_lost(FilledForm& filled, Lot& lot) {
  SlotGrid* grid = grid_with_rows(filled, lot, 5);
  if (grid == nullptr) return false;
  const std::vector<std::size_t> columns = value_columns((*grid)[data_rows(*grid).front()]);
  if (columns.size() < 4 || (*grid)[data_rows(*grid).front()][columns.back()].text.empty()) return false;
  const std::size_t lost = static_cast<std::size_t>(lot.below(static_cast<int>(columns.size())));
  for (const std::size_t r : data_rows(*grid)) {
    doubt(filled, (*grid)[r]);
    std::vector<Slot>& row = (*grid)[r];
    for (std::size_t k = lost; k + 1 < columns.size(); ++k) row[columns[k]].text = row[columns[k + 1]].text;
    row[columns.back()].text.clear();
  }
  return true;
}

bool columns_swapped(FilledForm& filled, Lot& lot) {
  SlotGrid* grid = grid_with_rows(filled, lot, 5);
  if (grid == nullptr) return false;
  const std::vector<std::size_t> columns = value_columns((*grid)[data_rows(*grid).front()]);
  if (columns.size() < 7) return false;
  const std::size_t a = columns[1 + static_cast<std::size_t>(lot.below(4))];
  for (std::vector<Slot>& row : *grid) {
    if (goes_on(row[a]) || goes_on(row[a + 1])) continue;
    if (row[a].text.find("法人") == 0) continue;
    std::swap(row[a], row[a + 1]);
  }
  return true;
}

bool blank_column_among_the_values(FilledForm& filled, Lot& lot) {
  SlotGrid* grid = grid_with_rows(filled, lot, 5);
  if (grid == nullptr) return false;
  const std::vector<std::size_t> columns = value_columns((*grid)[data_rows(*grid).front()]);
  if (columns.size() < 4) return false;
  insert_column(*grid, columns[1 + static_cast<std::size_t>(lot.below(static_cast<int>(columns.size()) - 1))]);
  return true;
}

}  // namespace

const std::vector<Mutation>& mutations() {
  static const std::vector<Mutation> all = [] {
    std::vector<Mutation> list = {
        {"a row label misprinted", row_label_misprinted},
        {"a head misprinted", head_misprinted},
        {"a row label blank", row_label_blank},
        {"two row labels blank", two_row_labels_blank},
        {"a row label garbled", row_label_garbled},
        {"a row label cut", row_label_cut},
        {"a row label split over two rows", row_label_split_over_two_rows},
        {"two row labels in one cell", two_row_labels_in_one_cell},
        {"two row labels swapped", row_labels_swapped},
        {"a row label with another number", row_label_with_another_number},
        {"a row label without its number", row_label_without_number},
        {"a head blank", head_blank},
        {"a heading over rows blank", heading_over_rows_blank},
        {"a stray digit below a heading", stray_digit_in_a_heading},
        {"a row missing", row_missing},
        {"a row doubled", row_doubled},
        {"a row doubled with other numbers", row_doubled_with_other_numbers},
        {"two rows swapped", rows_swapped},
        {"a row of the sender's own", row_of_the_senders_own},
        {"values moved to the right", values_moved},
        {"two values in a merged cell", values_merged},
        {"a value cut into the next row", value_cut_into_the_next_row},
        {"a digit too many", digit_too_many},
        {"a value not printed", value_not_printed},
        {"a value unreadable", value_unreadable},
        {"all values of a row in one cell", values_in_one_cell},
        {"a label among the values", label_among_the_values},
        {"a column of values lost", column_of_values_lost},
        {"two columns swapped", columns_swapped},
        {"a blank column among the values", blank_column_among_the_values},
    };
    const std::vector<Mutation> pages = page_mutations();
    list.insert(list.end(), pages.begin(), pages.end());  // last: see make_mutations.h
    return list;
  }();
  return all;
}

}  // namespace fubiao
