// From native rows to a grid of cells.
//
// *Known columns* (ECMA-376 part 1, §17.4: w:tblGrid, w:gridSpan, w:gridBefore, w:vMerge). Every cell has its grid
// columns; what no cell covers (gridBefore, gridAfter, short rows) becomes a blank cell. Grid columns at which no cell
// of any row begins or ends are not there to the eye and are taken out. A cell that goes on with the one above (vMerge
// continue) does so where both have the same columns; with other columns it is a cell of its own, and a finding, since
// Word, WPS and LibreOffice do not agree on what that shows.
//
// *Unknown columns*: layout/spans.cc places the cells; the blank cells are then told apart by where they stand. Under a
// head, or in the stub under a label, a blank cell with the same columns is the cell above going on, for a form prints
// no blank label. A row with no label at all keeps its blank stub: that label is missing, it is not the one above.
// Among the numbers a blank cell is a value not filled in. A bare number in the stub under a label that goes on above
// or below it is stray: it stands in the continuation of the merged cell.
//
// *A frame*: a cell that holds nothing but a nested table of one cell has that cell's text, for a reader sees a number
// with a box around it. Beside text of the outer cell the nested table stays one of its own: 12 and a 3 in a box are
// not 123.
//
// Invariants: covers_exactly_once(table); every text of the source is in one cell or quoted in one finding.
#include "layout/native_grid.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "extract/limits.h"
#include "layout/join.h"
#include "layout/repair.h"
#include "layout/shape.h"
#include "layout/spans.h"

namespace fubiao {
namespace {

int ints(std::size_t n) {
  return static_cast<int>(n);
}

// ---- the text of a cell ----

std::vector<std::string> lines_of(const std::vector<Block>& content) {
  std::vector<std::string> lines;
  for (const Block& block : content) {
    const Paragraph* paragraph = std::get_if<Paragraph>(&block.value);
    if (paragraph == nullptr) continue;  // a nested table is a table of its own
    std::size_t begin = 0;
    while (true) {
      const std::size_t end = paragraph->text.find('\n', begin);
      lines.push_back(paragraph->text.substr(begin, end == std::string::npos ? end : end - begin));
      if (end == std::string::npos) break;
      begin = end + 1;
    }
  }
  return lines;
}

Flow flow_of(const NativeCell& cell, const std::vector<std::string>& lines) {
  if (cell.vertical_text) return Flow::vertical;
  int letters = 0;
  for (const std::string& line : lines) {
    const std::string clean = tidy(line);
    if (clean.empty()) continue;
    std::size_t at = 0;
    if (!is_cjk(next_code_point(clean, at)) || at < clean.size()) return Flow::horizontal;
    ++letters;
  }
  return letters > 1 ? Flow::stacked : Flow::horizontal;
}

LooseCell loose(const NativeCell& cell) {
  const NativeCell* inner = framed(cell);
  const std::vector<std::string> lines = lines_of(inner == nullptr ? cell.content : inner->content);
  return {join_lines(lines), print_lines(lines), flow_of(cell, lines)};
}

void fill(Cell& cell, const LooseCell& content) {
  cell.text = content.text;
  cell.print = content.print;
  cell.flow = content.flow;
}

Cell at(int row, Columns columns) {
  Cell cell;
  cell.row = row;
  cell.column = columns.first;
  cell.column_span = columns.span;
  return cell;
}

// ---- known columns ----

struct KnownCell {
  Columns columns;
  const NativeCell* native = nullptr;  ///< null: a gap
};
using KnownRow = std::vector<KnownCell>;

/// Every slot of the grid in one cell, whatever the source says.
std::vector<KnownRow> known_rows(const NativeTable& native, int& width) {
  const int most = Limits{}.columns;
  std::vector<KnownRow> rows(native.rows.size());
  width = 0;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    int cursor = 0;
    for (const NativeCell& cell : native.rows[r].cells) {
      const int first = std::max(cell.column, cursor);
      if (first >= most) break;
      const int span = std::clamp(cell.span, 1, most - first);
      if (first > cursor) rows[r].push_back({{cursor, first - cursor}, nullptr});
      rows[r].push_back({{first, span}, &cell});
      cursor = first + span;
    }
    width = std::max(width, cursor);
  }
  for (KnownRow& row : rows) {
    const int cursor = row.empty() ? 0 : row.back().columns.first + row.back().columns.span;
    if (cursor < width) row.push_back({{cursor, width - cursor}, nullptr});
  }
  return rows;
}

// Two boundaries closer than this are one to the eye: no character fits between them, and Word's own cell margins
// are 5.4 points on each side. LibreOffice writes columns of 0.05 points where widths do not add up, dragging a border
// in Word leaves 0.5 to 2.
constexpr double narrowest_column = 3;

/// Where each grid boundary stands, in points. Boundaries are a unit far apart where the source gives no usable widths.
std::vector<double> boundary_positions(const NativeTable& native, int width) {
  const std::size_t columns = static_cast<std::size_t>(width);
  std::vector<double> positions(columns + 1, 0);
  const auto narrow = std::count_if(native.widths.begin(), native.widths.end(),
                                    [](double w) { return !(w >= narrowest_column && w < 1e6); });
  const bool usable = native.widths.size() >= columns && 2 * narrow < static_cast<std::ptrdiff_t>(native.widths.size());
  for (std::size_t i = 0; i < columns; ++i) {
    // 0 is a column whose width is not given, not one without width.
    const bool given = usable && native.widths[i] > 0 && native.widths[i] < 1e6;
    positions[i + 1] = positions[i] + (given ? native.widths[i] : narrowest_column);
  }
  return positions;
}

bool has_ink(const KnownCell& cell) {
  if (cell.native == nullptr) return false;
  return std::any_of(cell.native->content.begin(), cell.native->content.end(), [](const Block& block) {
    const Paragraph* paragraph = std::get_if<Paragraph>(&block.value);
    return paragraph == nullptr || !is_blank(paragraph->text);
  });
}

/// Takes out the grid columns that nobody sees: no cell of any row begins there, or they are too narrow to hold
/// anything and hold nothing.
void drop_unseen_columns(const NativeTable& native, std::vector<KnownRow>& rows, int& width) {
  const std::vector<double> positions = boundary_positions(native, width);
  const auto position = [&positions](int boundary) { return positions[static_cast<std::size_t>(boundary)]; };
  std::vector<bool> seen(positions.size(), false);
  std::vector<bool> needed(positions.size(), false);  ///< a narrow cell with something in it ends there
  for (const KnownRow& row : rows) {
    for (const KnownCell& cell : row) {
      const int end = cell.columns.first + cell.columns.span;
      seen[static_cast<std::size_t>(cell.columns.first)] = true;
      if (position(end) - position(cell.columns.first) < narrowest_column && has_ink(cell)) {
        needed[static_cast<std::size_t>(end)] = true;
      }
    }
  }
  std::vector<int> number(positions.size(), 0);
  int last = 0;
  int kept = 0;
  for (int boundary = 1; boundary <= width; ++boundary) {
    const std::size_t i = static_cast<std::size_t>(boundary);
    if ((seen[i] || boundary == width) && (needed[i] || position(boundary) - position(last) >= narrowest_column)) {
      last = boundary;
      ++kept;
    }
    number[i] = kept;
  }
  for (KnownRow& row : rows) {
    for (KnownCell& cell : row) {
      const int first = number[static_cast<std::size_t>(cell.columns.first)];
      cell.columns = {first, number[static_cast<std::size_t>(cell.columns.first + cell.columns.span)] - first};
    }
    row.erase(std::remove_if(row.begin(), row.end(), [](const KnownCell& cell) { return cell.columns.span == 0; }),
              row.end());
  }
  width = kept;
}

Restored restore_known(const NativeTable& native, const KnowsLabel& knows_label) {
  Restored result;
  int width = 0;
  std::vector<KnownRow> rows = known_rows(native, width);
  drop_unseen_columns(native, rows, width);
  Table& table = result.table;
  table.rows = ints(rows.size());
  table.columns = width;
  std::vector<Continuation> continuations;
  std::vector<int> above(static_cast<std::size_t>(width), -1);  ///< cell of the row above, in a vertical merge
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::vector<int> merging(static_cast<std::size_t>(width), -1);
    for (const KnownCell& known : rows[r]) {
      const VerticalMerge merge = known.native == nullptr ? VerticalMerge::none : known.native->merge;
      const std::size_t column = static_cast<std::size_t>(known.columns.first);
      int owner = merge == VerticalMerge::continued ? above[column] : -1;
      if (owner >= 0) {
        Cell& cell = table.cells[static_cast<std::size_t>(owner)];
        if (cell.column == known.columns.first && cell.column_span == known.columns.span) {
          ++cell.row_span;
          LooseCell content = loose(*known.native);
          if (!content.text.empty()) continuations.push_back({owner, ints(r), std::move(content)});
        } else {
          result.findings.push_back(
              {"merge-mismatch",
               Severity::warning,
               "A cell is marked as the continuation of the one above, but they do not have the same columns; it is "
               "given as a cell of its own.",
               {},
               {std::nullopt, std::nullopt, ints(r), known.columns.first}});
          owner = -1;
        }
      }
      if (owner < 0) {
        owner = ints(table.cells.size());
        table.cells.push_back(at(ints(r), known.columns));
        if (known.native != nullptr) fill(table.cells.back(), loose(*known.native));
      }
      if (merge == VerticalMerge::none) continue;
      for (int c = 0; c < known.columns.span; ++c) merging[column + static_cast<std::size_t>(c)] = owner;
    }
    above = std::move(merging);
  }
  settle_continuations(table, continuations, knows_label, result.findings);
  return result;
}

// ---- unknown columns ----

/// Merges and gaps of placed rows.
class LooseGrid {
 public:
  LooseGrid(const std::vector<LooseRow>& rows, const Placing& placing, const std::vector<std::vector<Columns>>& columns)
      : rows_(rows), placing_(placing), columns_(columns) {}

  Table build() {
    table_.rows = ints(rows_.size());
    table_.columns = placing_.columns;
    above_.assign(static_cast<std::size_t>(placing_.columns), -1);
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      std::vector<int> current(above_.size(), -1);
      int cursor = 0;
      for (std::size_t i = 0; i < rows_[r].size(); ++i) {
        const Columns columns = columns_[r][i];
        gap(r, cursor, columns.first, current);
        int owner = goes_on(r, i) ? above_[static_cast<std::size_t>(columns.first)] : -1;
        if (owner >= 0) {
          ++table_.cells[static_cast<std::size_t>(owner)].row_span;
          if (!rows_[r][i].text.empty()) continuations_.push_back({owner, ints(r), rows_[r][i]});
        } else {
          owner = add(r, columns);
          fill(table_.cells.back(), rows_[r][i]);
        }
        mark(columns, owner, current);
        cursor = columns.first + columns.span;
      }
      gap(r, cursor, placing_.columns, current);
      above_ = std::move(current);
    }
    return std::move(table_);
  }

  const std::vector<Continuation>& continuations() const { return continuations_; }

 private:
  int add(std::size_t row, Columns columns) {
    table_.cells.push_back(at(ints(row), columns));
    return ints(table_.cells.size()) - 1;
  }

  static void mark(Columns columns, int owner, std::vector<int>& current) {
    for (int c = 0; c < columns.span; ++c) current[static_cast<std::size_t>(columns.first + c)] = owner;
  }

  void gap(std::size_t row, int from, int to, std::vector<int>& current) {
    // Columns of the stub and of the numbers are not one gap.
    const int edge = placing_.stub;
    if (from < edge && edge < to) {
      gap(row, from, edge, current);
      from = edge;
    }
    if (from >= to) return;
    const bool values = from >= edge;
    const int step = values && placing_.rows[row].role == PlacedRow::Role::data ? 1 : to - from;
    for (int c = from; c < to; c += step) mark({c, step}, add(row, {c, step}), current);
  }

  /// The cell above with exactly these columns, if it has text and its row has one of the roles.
  const Cell* label_above(std::size_t row, Columns columns, PlacedRow::Role role) const {
    const int index = above_[static_cast<std::size_t>(columns.first)];
    if (index < 0 || row == 0) return nullptr;
    const Cell& cell = table_.cells[static_cast<std::size_t>(index)];
    if (cell.column != columns.first || cell.column_span != columns.span || cell.text.empty()) return nullptr;
    return placing_.rows[static_cast<std::size_t>(cell.row)].role == role ? &cell : nullptr;
  }

  bool has_label(std::size_t row) const {
    const PlacedRow& placed = placing_.rows[row];
    for (int i = 0; i < placed.labels; ++i) {
      if (shape_of(rows_[row][static_cast<std::size_t>(i)].text) == Shape::words) return true;
    }
    return false;
  }

  bool goes_on(std::size_t row, std::size_t cell) const {
    const PlacedRow& placed = placing_.rows[row];
    const Columns columns = columns_[row][cell];
    const std::string& text = rows_[row][cell].text;
    if (placed.role == PlacedRow::Role::head) {
      return text.empty() && label_above(row, columns, PlacedRow::Role::head) != nullptr;
    }
    if (placed.role != PlacedRow::Role::data || ints(cell) >= placed.labels || !has_label(row)) return false;
    const Cell* label = label_above(row, columns, PlacedRow::Role::data);
    if (label == nullptr || shape_of(label->text) != Shape::words) return false;
    if (text.empty()) return true;
    return is_bare_number(text) && (label->row_span > 1 || blank_below(row, columns));
  }

  bool blank_below(std::size_t row, Columns columns) const {
    if (row + 1 >= rows_.size()) return false;
    for (std::size_t i = 0; i < rows_[row + 1].size(); ++i) {
      if (columns_[row + 1][i] == columns) return rows_[row + 1][i].text.empty();
    }
    return false;
  }

  const std::vector<LooseRow>& rows_;
  const Placing& placing_;
  const std::vector<std::vector<Columns>>& columns_;
  Table table_;
  std::vector<int> above_;
  std::vector<Continuation> continuations_;
};

Restored restore_unknown(const NativeTable& native, const KnowsLabel& knows_label) {
  std::vector<LooseRow> rows(native.rows.size());
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (const NativeCell& cell : native.rows[r].cells) rows[r].push_back(loose(cell));
  }
  const Placing placing = place_cells(rows);
  Restored result;
  result.findings = placing.findings;
  std::vector<std::vector<Columns>> columns;
  for (const PlacedRow& row : placing.rows) columns.push_back(row.cells);
  LooseGrid grid(rows, placing, columns);
  result.table = grid.build();
  settle_continuations(result.table, grid.continuations(), knows_label, result.findings);
  // A reading is a whole table: for a very large one the finding has to be enough.
  constexpr std::size_t largest_with_readings = 50'000;
  if (result.table.cells.size() > largest_with_readings) return result;
  for (const OtherPlacing& other : placing.others) {
    std::vector<std::vector<Columns>> changed = columns;
    for (const auto& [row, cells] : other) changed[static_cast<std::size_t>(row)] = cells;
    LooseGrid other_grid(rows, placing, changed);
    Table reading = other_grid.build();
    std::vector<Finding> same_as_before;
    settle_continuations(reading, other_grid.continuations(), knows_label, same_as_before);
    result.table.other_readings.push_back(std::move(reading));
  }
  if (!placing.others.empty()) result.table.doubt = placing.doubt;
  return result;
}

bool is_too_large(const NativeTable& native) {
  std::size_t widest = 0;
  for (const NativeRow& row : native.rows) {
    std::size_t width = row.cells.size();
    for (const NativeCell& cell : row.cells) {
      width = std::max(width, static_cast<std::size_t>(std::max(0, cell.column)) +
                                  static_cast<std::size_t>(std::clamp(cell.span, 1, Limits{}.columns)));
    }
    widest = std::max(widest, width);
  }
  return widest > static_cast<std::size_t>(Limits{}.columns) || widest * native.rows.size() > Limits{}.table_slots;
}

}  // namespace

const NativeCell* framed(const NativeCell& cell) {
  const NativeCell* inner = nullptr;
  for (const Block& block : cell.content) {
    if (const Paragraph* paragraph = std::get_if<Paragraph>(&block.value)) {
      if (!is_blank(paragraph->text)) return nullptr;
      continue;
    }
    const NativeTable* nested = std::get_if<NativeTable>(&block.value);
    if (nested == nullptr || inner != nullptr || nested->rows.size() != 1 || nested->rows.front().cells.size() != 1)
      return nullptr;
    inner = &nested->rows.front().cells.front();
  }
  if (inner == nullptr) return nullptr;
  const bool text_alone = std::all_of(inner->content.begin(), inner->content.end(), [](const Block& block) {
    return std::holds_alternative<Paragraph>(block.value);
  });
  return text_alone ? inner : framed(*inner);
}

Restored restore(const NativeTable& native, const KnowsLabel& knows_label) {
  if (is_too_large(native)) {
    Restored result;
    result.findings.push_back({"table-too-large", Severity::error, "A table is too large to be read.", {}, {}});
    return result;
  }
  return native.columns > 0 ? restore_known(native, knows_label) : restore_unknown(native, knows_label);
}

}  // namespace fubiao
