// Decides the shape of a printed table: headings, header rows, stub columns, data.
//
// No position is trusted. A row is a header because its cells are heads of some form and none is a number (heads come
// again in the middle of the disclosure table); a column belongs to the stub because its cells are labels. Numbers may
// be blank everywhere (the form itself is one of the inputs), so that labels are the first evidence and numbers the
// second.
//
// Invariants: data rows are in order and do not overlap; each cell with text is in a heading, a header, a label or the
// values of some segment.
// It does not apply to tables with heads below or beside their data, but for the table turned around as a whole, which
// bind.cc tries.
#include "normalize/segment.h"

#include <algorithm>

#include "normalize/index.h"
#include "normalize/number.h"
#include "normalize/side_by_side.h"

namespace fubiao {
namespace {

enum class RowKind { empty, heading, header, data };

/// A table, or one of its sets of columns, with its view and what its cells mean.
struct Sheet {
  const Table& table;
  const std::vector<CellSight>& sight;
  std::vector<int> view;
  int first = 0;  ///< grid columns of the set
  int last = 0;

  /// -1 also for a cell that begins in a set further left.
  int at(int row, int column) const {
    const int i = view[index(row) * index(table.columns) + index(column)];
    return i >= 0 && table.cells[index(i)].column < first ? -1 : i;
  }
  const Cell& cell(int i) const { return table.cells[index(i)]; }
  const CellSight& see(int i) const { return sight[index(i)]; }
  /// Different cells of a row between two columns, left to right.
  std::vector<int> across(int row, int from, int to) const {
    std::vector<int> cells;
    for (int c = from; c <= to; ++c) {
      const int i = at(row, c);
      if (i >= 0 && (cells.empty() || cells.back() != i)) cells.push_back(i);
    }
    return cells;
  }
};

RowKind kind_of(const Sheet& sheet, int row, bool unknown_header_may_begin) {
  int values = 0;
  int texts = 0;
  int columns = 0;
  int rows = 0;
  int headings = 0;
  int either = 0;
  bool begins_with_corner = false;
  for (const int i : sheet.across(row, sheet.first, sheet.last)) {
    if (sheet.cell(i).row != row || sheet.see(i).blank) continue;
    const CellSight& seen = sheet.see(i);
    if (seen.value || seen.unit) {
      ++values;
      continue;
    }
    if (texts + values == 0) begins_with_corner = seen.meaning.corner && !seen.meaning.row;
    ++texts;
    if (seen.meaning.heading) ++headings;
    if (seen.meaning.row && seen.meaning.column) {
      ++either;  // 其他, 总计: with other heads a head, alone a row that lost its number
    } else if (seen.meaning.column || seen.meaning.corner) {
      ++columns;
    } else if (seen.meaning.row) {
      ++rows;
    }
  }
  if (values + texts == 0) return RowKind::empty;
  if (values == 0 && headings > 0 && headings == texts) return RowKind::heading;
  if (begins_with_corner && texts == 1) return RowKind::header;  // 栏次 1 2: the columns are numbered
  if (columns > 0 || either > 1) columns += either;
  // A stray digit among heads does not make them data; three heads are more than a row and its remarks.
  if (columns > rows && (values == 0 || (columns >= 3 && columns > 2 * values))) return RowKind::header;
  if (values == 0 && rows == 0 && texts >= 2 && unknown_header_may_begin) return RowKind::header;
  return RowKind::data;
}

/// False: the row only goes on with cells from above.
bool begins_cells(const Sheet& sheet, int row) {
  for (int c = sheet.first; c <= sheet.last; ++c) {
    const int i = sheet.at(row, c);
    if (i >= 0 && sheet.cell(i).row == row) return true;
  }
  return false;
}

std::vector<RowKind> kinds_of(const Sheet& sheet) {
  std::vector<RowKind> kinds;
  bool may_begin = true;
  for (int r = 0; r < sheet.table.rows; ++r) {
    kinds.push_back(kind_of(sheet, r, may_begin));
    if (kinds.back() != RowKind::empty) may_begin = kinds.back() == RowKind::heading;
  }
  return kinds;
}

/// Where the data region begins: the split with the least against it.
int stub_of(const Sheet& sheet, const std::vector<int>& header, const std::vector<int>& data) {
  const int columns = sheet.last + 1;
  // Differences, summed up at the end: a table may have thousands of columns.
  std::vector<long> change(index(columns) + 2, 0);
  // `weight` against every split in [first, last].
  const auto blame = [&](int first, int last, long weight) {
    first = std::max(first, sheet.first);
    last = std::min(last, columns);
    if (first > last) return;
    change[index(first)] += weight;
    change[index(last) + 1] -= weight;
  };
  for (const int r : data) {
    for (const int i : sheet.across(r, sheet.first, sheet.last)) {
      const Cell& cell = sheet.cell(i);
      const CellSight& seen = sheet.see(i);
      if (seen.blank || seen.unit) continue;
      if (cell.column_span == columns) continue;  // a bar over the whole width says nothing of where the labels end
      if (seen.value) {
        blame(cell.column + 1, columns, 1);
      } else {
        blame(0, cell.column + cell.column_span - 1, seen.meaning.row ? 2 : 1);
      }
    }
  }
  for (const int r : header) {
    for (const int i : sheet.across(r, sheet.first, sheet.last)) {
      const Cell& cell = sheet.cell(i);
      const CellSight& seen = sheet.see(i);
      if (cell.row != r || seen.blank) continue;
      if (seen.meaning.column && !seen.meaning.row) blame(cell.column + 1, columns, 3);
      if (seen.meaning.corner) blame(0, cell.column + cell.column_span - 1, 2);
    }
  }
  int best = sheet.first;
  long least = change[index(best)];
  long against = least;
  for (int c = best + 1; c <= columns; ++c) {
    against += change[index(c)];
    if (against < least) best = c, least = against;
  }
  return best;
}

/// The header cells with text over a grid column, top to bottom; `blank_below`: what stands at the bottom is blank.
std::vector<int> over(const Sheet& sheet, const std::vector<int>& header, int column, int& blank_below) {
  std::vector<int> cells;
  blank_below = -1;
  for (const int r : header) {
    const int i = sheet.at(r, column);
    if (i < 0 || (!cells.empty() && cells.back() == i)) continue;
    if (sheet.see(i).blank) {
      blank_below = i;
    } else if (!sheet.see(i).value) {  // numbers of columns, and stray digits, are no heads
      cells.push_back(i);
      blank_below = -1;
    }
  }
  return cells;
}

std::vector<Head> heads_of(const Sheet& sheet, const std::vector<int>& header, const std::vector<int>& data, int stub) {
  // Where a column of the data begins, some row says so. A column without a head is one as wide as its cells.
  std::vector<bool> begins(index(sheet.table.columns), false);
  for (const int r : data) {
    for (int c = stub; c <= sheet.last; ++c) {
      const int i = sheet.at(r, c);
      if (i < 0 || sheet.cell(i).column == c) begins[index(c)] = true;
    }
  }
  std::vector<Head> heads;
  std::vector<int> previous;
  for (int c = stub; c <= sheet.last; ++c) {
    int blank = -1;
    std::vector<int> cells = over(sheet, header, c, blank);
    int own = cells.empty() ? -1 : cells.back();
    if (own >= 0 && blank >= 0 && sheet.cell(own).column_span > sheet.cell(blank).column_span) own = -1;
    const bool same = !heads.empty() && heads.back().cell == own && (own >= 0 || !begins[index(c)]);
    if (same) {
      heads.back().last = c;
      continue;
    }
    Head head;
    head.cell = own;
    head.first = head.last = c;
    if (own >= 0) {
      head.label.own = sheet.see(own).text;
      cells.pop_back();
    }
    for (const int i : cells) head.label.above.push_back(sheet.see(i).text);
    heads.push_back(std::move(head));
  }
  return heads;
}

/// Whether the cells of a column go up from row to row, and how many there are. Cells over several columns (bars,
/// labels of another level) do not count; any other text is no number of a row.
int rising(const Sheet& sheet, const std::vector<int>& data, int column) {
  int count = 0;
  Decimal::Digits last = -1;
  for (const int r : data) {
    const int i = sheet.at(r, column);
    if (i < 0 || sheet.cell(i).column_span > 1 || sheet.cell(i).row != r || sheet.see(i).blank) continue;
    const Number number = parse_number(sheet.cell(i).text);
    if (!number.value || number.value->scale > 0 || number.value->digits <= last) return 0;
    last = number.value->digits;
    ++count;
  }
  return count;
}

/// Which columns hold codes or numbers of rows. Their heads say so (代码, 序号); below no header at all, a column of
/// the stub that goes up is one. A number in any other column of the stub is a value out of its place.
std::vector<bool> code_columns(const Sheet& sheet, const std::vector<int>& header, const std::vector<int>& data,
                               int stub) {
  constexpr int fewest = 3;
  std::vector<bool> codes(index(sheet.table.columns), false);
  for (int c = 0; c < sheet.table.columns; ++c) {
    int blank = -1;
    const std::vector<int> heads = over(sheet, header, c, blank);
    const bool said = !heads.empty() && sheet.see(heads.back()).meaning.corner;
    if (said || (header.empty() && c < stub)) codes[index(c)] = rising(sheet, data, c) >= fewest;
  }
  return codes;
}

/// The label of the row at grid rows first..last.
void read_label(const Sheet& sheet, const std::vector<bool>& codes, int stub, DataRow& row) {
  std::vector<int> labels;
  bool blank_end = false;
  for (const int i : sheet.across(row.first, sheet.first, stub - 1)) {
    const CellSight& seen = sheet.see(i);
    blank_end = seen.blank;
    if (seen.value && !codes[index(sheet.cell(i).column)]) row.odd = true;
    if (!seen.blank && !seen.value && !seen.unit) labels.push_back(i);
  }
  if (!labels.empty()) {
    // A blank cell at the end of the stub: the text before it is the label of this row only if it begins and ends with
    // it; a taller one is the heading of a group whose row has lost its label.
    const Cell& last = sheet.cell(labels.back());
    const bool own = !blank_end || (last.row == row.first && last.row + last.row_span - 1 <= row.last);
    if (own) {
      row.cell = labels.back();
      labels.pop_back();
      row.label.own = sheet.see(row.cell).text;
    }
  }
  for (const int i : labels) row.label.above.push_back(sheet.see(i).text);
}

bool under_values(const Sheet& sheet, const std::vector<int>& header, int column) {
  int blank = -1;
  const std::vector<int> heads = over(sheet, header, column, blank);
  if (heads.empty()) return false;
  const Meaning& meaning = sheet.see(heads.back()).meaning;
  return meaning.column && !meaning.corner && !meaning.row;
}

/// Whether a cell stands under a head that is no column of values: 行次, the numbers of the rows.
bool under_corner(const Sheet& sheet, const std::vector<Head>& heads, int cell) {
  return std::any_of(heads.begin(), heads.end(), [&](const Head& head) {
    if (head.cell < 0 || sheet.cell(cell).column < head.first || sheet.cell(cell).column > head.last) return false;
    const Meaning& meaning = sheet.see(head.cell).meaning;
    return meaning.corner && !meaning.column;
  });
}

bool new_text(const Sheet& sheet, int row, int stub, const std::vector<Head>& heads) {
  for (const int i : sheet.across(row, stub, sheet.last)) {
    if (sheet.cell(i).row == row && !sheet.see(i).blank && !under_corner(sheet, heads, i)) return true;
  }
  return false;
}

std::vector<DataRow> rows_of(const Sheet& sheet, const std::vector<int>& header, const std::vector<int>& data, int stub,
                             const std::vector<Head>& heads) {
  const std::vector<bool> codes = code_columns(sheet, header, data, stub);
  std::vector<DataRow> rows;
  for (std::size_t k = 0; k < data.size();) {
    DataRow row;
    row.first = row.last = data[k];
    std::size_t end = k + 1;
    int with_text = new_text(sheet, data[k], stub, heads) ? 1 : 0;
    const int label = stub > sheet.first ? sheet.at(data[k], stub - 1) : -1;
    // One label over several grid rows: one row, unless more than one of them has values of its own.
    while (label >= 0 && end < data.size() && data[end] == data[end - 1] + 1 &&
           sheet.at(data[end], stub - 1) == label && !sheet.see(label).blank) {
      with_text += new_text(sheet, data[end], stub, heads) ? 1 : 0;
      ++end;
    }
    const bool one = with_text <= 1;
    const std::size_t stop = one ? end : k + 1;
    row.last = data[stop - 1];
    read_label(sheet, codes, stub, row);
    // A label that stands under a head of values has slipped into their columns, and they one column on.
    if (row.cell >= 0 && under_values(sheet, header, sheet.cell(row.cell).column)) row.odd = true;
    if (!one || (k > 0 && label >= 0 && !rows.empty() && sheet.cell(label).row < row.first)) {
      // It shares its label with another row: nobody knows whose it is.
      if (row.cell >= 0) row.label.above.push_back(row.label.own);
      row.label.own = LabelText{};
      row.cell = -1;
    }
    for (int r = row.first; r <= row.last; ++r) {
      for (const int i : sheet.across(r, stub, sheet.last)) {
        const CellSight& seen = sheet.see(i);
        if (r > row.first && sheet.cell(i).row < r) continue;  // seen in the grid row above
        if (r > row.first && (seen.blank || under_corner(sheet, heads, i))) continue;
        if (i == row.cell || sheet.cell(i).column < stub || (!seen.blank && !seen.value && seen.meaning.row))
          row.odd = true;
        if (i == row.cell) continue;
        row.values.push_back(i);
        if (codes[index(sheet.cell(i).column)]) row.codes.push_back(i);
      }
    }
    row.label.values = std::any_of(row.values.begin(), row.values.end(), [&](int i) {
      return !sheet.see(i).blank && !under_corner(sheet, heads, i) &&
             std::find(row.codes.begin(), row.codes.end(), i) == row.codes.end();
    });
    rows.push_back(std::move(row));
    k = stop;
  }
  // Where one row has a value in a column of labels that has a head of its own, this may be a column of values into
  // which the labels of other rows have slipped.
  std::vector<bool> contested(index(sheet.table.columns), false);
  for (const int r : data) {
    for (const int i : sheet.across(r, sheet.first, stub - 1)) {
      const int column = sheet.cell(i).column;
      if (sheet.see(i).value && !codes[index(column)]) contested[index(column)] = true;
    }
  }
  int blank = -1;
  const std::vector<int> corner = over(sheet, header, sheet.first, blank);
  for (DataRow& row : rows) {
    const int column = row.cell >= 0 ? sheet.cell(row.cell).column : sheet.first;
    if (contested[index(column)] && over(sheet, header, column, blank) != corner) row.odd = true;
  }
  return rows;
}

Segment build(const Sheet& sheet, const std::vector<int>& headings, const std::vector<int>& header,
              const std::vector<int>& data) {
  Segment segment;
  for (const int r : headings) {
    for (const int i : sheet.across(r, sheet.first, sheet.last)) {
      if (sheet.cell(i).row == r && !sheet.see(i).blank) segment.headings.emplace_back(i, sheet.see(i).text);
    }
  }
  segment.first_column = sheet.first;
  segment.last_column = sheet.last;
  segment.has_header = !header.empty();
  segment.stub = stub_of(sheet, header, data);
  segment.heads = heads_of(sheet, header, data, segment.stub);
  segment.rows = rows_of(sheet, header, data, segment.stub, segment.heads);
  for (const int r : header) {
    for (const int i : sheet.across(r, sheet.first, sheet.last)) {
      if (sheet.cell(i).row == r && !sheet.see(i).blank) segment.header_cells.push_back(i);
    }
  }
  return segment;
}

}  // namespace

std::vector<CellSight> look_at(const Table& table, const Vocabulary& vocabulary) {
  std::vector<CellSight> sight(table.cells.size());
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    const Cell& cell = table.cells[i];
    CellSight& seen = sight[i];
    const Number number = parse_number(cell.print.empty() ? cell.text : cell.print);
    seen.blank = number.status == Status::blank;
    if (seen.blank) continue;
    seen.unit = is_unit(fold(cell.text));
    seen.nothing = number.status == Status::not_applicable;
    seen.text = label_text(cell.text);
    const bool number_like = number.value.has_value() || seen.nothing;
    seen.meaning = vocabulary.meaning(seen.text, !number_like);
    seen.value = number_like && !seen.meaning.any();
  }
  return sight;
}

namespace {

/// Adds the segments of one set of columns.
void add_segments(const Sheet& sheet, std::vector<Segment>& segments) {
  const std::vector<RowKind> kinds = kinds_of(sheet);
  std::vector<int> headings;
  std::vector<int> header;
  std::vector<int> data;
  std::vector<int> blank;  // after a header, before any data
  const auto finish = [&] {
    // The row of a form that is not filled in has neither label nor value.
    if (data.empty() && !header.empty() && !blank.empty()) data.push_back(blank.back());
    if (!data.empty() || !header.empty() || !headings.empty()) {
      segments.push_back(build(sheet, headings, header, data));
    }
    headings.clear(), header.clear(), data.clear(), blank.clear();
  };
  for (int r = 0; r < sheet.table.rows; ++r) {
    switch (kinds[index(r)]) {
      case RowKind::heading:
        if (!data.empty() || !header.empty()) finish();
        headings.push_back(r);
        break;
      case RowKind::header:
        if (!data.empty()) finish();
        for (const int b : blank) header.push_back(b);
        blank.clear();
        header.push_back(r);
        break;
      case RowKind::data: data.push_back(r); break;
      case RowKind::empty:
        if (data.empty() && !header.empty()) {
          if (begins_cells(sheet, r)) blank.push_back(r);
        } else if (!data.empty()) {
          data.push_back(r);  // a row of a form that is not filled in, or the second grid row of a tall one
        }
        break;
    }
  }
  finish();
}

}  // namespace

std::vector<Segment> segments_of(const Table& table, const std::vector<CellSight>& sight) {
  std::vector<Segment> segments;
  Sheet sheet{table, sight, slots(table)};
  const std::vector<int> sets = sets_of(table, sight);
  for (std::size_t s = 0; s < sets.size(); ++s) {
    sheet.first = sets[s];
    sheet.last = (s + 1 < sets.size() ? sets[s + 1] : table.columns) - 1;
    add_segments(sheet, segments);
  }
  return segments;
}

Table transposed(const Table& table) {
  Table turned;
  turned.rows = table.columns;
  turned.columns = table.rows;
  turned.cells = table.cells;
  for (Cell& cell : turned.cells) {
    std::swap(cell.row, cell.column);
    std::swap(cell.row_span, cell.column_span);
  }
  return turned;
}

}  // namespace fubiao
