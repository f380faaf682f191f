// How many columns of numbers a table has, and how many of row labels.
//
// Rows of numbers end in a run of values (a blank cell counts: a value not filled in). The length of that run that a
// row of heads confirms, or that repeats, is the number of data columns; the labels before it stand in the stub, as
// wide as the row with the most labels. A single row with a cell too many must not widen the table, and rows that have
// all lost a cell are noticed by a longer row of heads.
//
// A column of units (件, 万元) is words by its shape, but belongs to the data: rows of a table whose labels stand in
// several columns have it right before their numbers, wherever that is. Told by repetition: most rows have a short word
// there, of few kinds, and none of them is ever the only word of a row (男 over 女 are labels).
//
// Invariant: stub + data is at least the longest row, so that every cell has a place. It does not apply to a table
// without numbers: that is all stub, as wide as its longest row.
#include "layout/frame.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace fubiao {

RowShape shape_of_row(const LooseRow& row) {
  RowShape shape;
  shape.count = static_cast<int>(row.size());
  for (const LooseCell& cell : row) {
    const Shape s = shape_of(cell.text);
    shape.shapes.push_back(s);
    shape.words += s == Shape::words;
    shape.values += s == Shape::value;
    shape.tail = s == Shape::words ? 0 : shape.tail + 1;
  }
  return shape;
}

namespace {

constexpr std::size_t longest_unit = 9;  // bytes: 3 characters
constexpr std::size_t fewest_units = 6;  // rows

/// The cell before the tail, where it is a short word behind other words; -1: none.
int unit_place(const RowShape& shape, const LooseRow& row) {
  const int at = shape.count - shape.tail - 1;
  const bool may_be = shape.words >= 2 && shape.tail > 0 && at > 0;
  return may_be && row[static_cast<std::size_t>(at)].text.size() <= longest_unit ? at : -1;
}

/// Makes the cells of a column of units values. See above.
void take_units(const std::vector<LooseRow>& rows, std::vector<RowShape>& shapes) {
  std::map<std::string, std::size_t> times;
  std::size_t data = 0;
  std::size_t with_unit = 0;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (shapes[r].words == 0 || shapes[r].tail == 0) continue;
    ++data;
    const int at = unit_place(shapes[r], rows[r]);
    if (at < 0) continue;
    ++with_unit;
    ++times[rows[r][static_cast<std::size_t>(at)].text];
  }
  if (with_unit < fewest_units || 2 * with_unit < data || 2 * times.size() > with_unit) return;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (shapes[r].words != 1 || shapes[r].tail == 0) continue;
    const int at = shapes[r].count - shapes[r].tail - 1;
    if (times.count(rows[r][static_cast<std::size_t>(at)].text) > 0) return;
  }
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const int at = unit_place(shapes[r], rows[r]);
    if (at < 0 || times.count(rows[r][static_cast<std::size_t>(at)].text) == 0) continue;
    shapes[r].shapes[static_cast<std::size_t>(at)] = Shape::value;
    --shapes[r].words;
    ++shapes[r].values;
    ++shapes[r].tail;
    for (int i = at - 1; i >= 0 && shapes[r].shapes[static_cast<std::size_t>(i)] != Shape::words; --i) ++shapes[r].tail;
  }
}

}  // namespace

std::vector<RowShape> shapes_of(const std::vector<LooseRow>& rows) {
  std::vector<RowShape> shapes;
  for (const LooseRow& row : rows) shapes.push_back(shape_of_row(row));
  take_units(rows, shapes);
  std::map<std::pair<int, int>, int> alike;
  for (const RowShape& shape : shapes) ++alike[{shape.count, shape.tail}];
  for (RowShape& shape : shapes) shape.alike = alike[{shape.count, shape.tail}];
  return shapes;
}

Frame frame_of(const std::vector<RowShape>& shapes) {
  std::set<int> head_counts;
  int widest = 1;
  for (const RowShape& shape : shapes) {
    widest = std::max(widest, shape.count);
    if (shape.like_heads()) head_counts.insert(shape.count);
  }
  struct Support {
    int rows = 0;
    bool heads = false;
  };
  std::map<int, Support> tails;
  for (const RowShape& shape : shapes) {
    if (!shape.like_data()) continue;
    Support& support = tails[shape.tail];
    ++support.rows;
    support.heads = support.heads || head_counts.count(shape.count) > 0;
  }
  // The longest tail that a row of heads confirms; else the longest that repeats; else the longest. A single row with a
  // cell too many must not widen the table.
  int data = 0;
  int best = -1;
  for (const auto& [tail, support] : tails) {
    const int rank = support.heads ? 2 : support.rows > 1 ? 1 : 0;
    if (rank >= best) {
      best = rank;
      data = tail;
    }
  }
  if (data == 0) return {0, widest};
  std::map<int, int> label_counts;
  for (const RowShape& shape : shapes) {
    if (shape.like_data() && shape.tail == data) ++label_counts[shape.count - shape.tail];
  }
  int stub = 0;
  for (const auto& [labels, rows] : label_counts) {
    if (rows > 1 || label_counts.size() == 1) stub = std::max(stub, labels);
  }
  if (stub == 0) stub = label_counts.rbegin()->first;
  // A row of heads, all of words, that is longer than any row of numbers: cells of the numbers were lost.
  int longest_head = 0;
  for (const RowShape& shape : shapes) {
    if (shape.like_heads() && shape.tail == 0) longest_head = std::max(longest_head, shape.count);
  }
  data = std::max(data, longest_head - stub);
  // Rows with a cell too many still have to fit in: the stub gives them room, so that the others keep their columns.
  return {std::max(stub, widest - data), data};
}

}  // namespace fubiao
