// The grid behind rows of unequal length.
//
// A text rendition prints the cells of each row and nothing about their columns: a row with three cells may lie over
// ten columns. What can be told is told in this order.
//
//  1. *Stub and data.* Rows of numbers end in a run of values (a blank cell counts: a value not filled in). The length
//  of
//     that run that repeats, or that a row of heads confirms, is the number of data columns; the labels before it stand
//     in the stub, as wide as the row with the most labels. The grid is stub + data columns.
//  2. *Rows of data* put their values one a column at the right edge. Labels fill the stub; the last one takes what is
//     left over, for a label without sub-labels reaches to the numbers; but a blank label under a cell is that cell
//     going on and takes its columns.
//  3. *Titles*: one cell takes the whole row, and ends what the heads above it say. Between titles, a row of numbers
//     shorter than the data columns with a row of heads of the same length has columns of its own (each head over its
//     number), which are spread over the data columns.
//  4. *Heads*, from the lowest up, each divided over the row below (layout/heads.cc).
//
// Nothing is chosen in silence: a row of numbers with too few or too many cells is a finding, with the other placings
// of what is there; so is a head row that fits in two ways, or badly.
//
// Invariants: each cell has its columns, in order, without overlap, inside the grid. It does not apply to tables whose
// source knows the columns, and a table without any numbers gets only what its longest rows and its heads say.
#include "layout/spans.h"

#include <algorithm>
#include <cstddef>

#include "layout/frame.h"
#include "layout/heads.h"
#include "layout/shape.h"

namespace fubiao {
namespace {

using Role = PlacedRow::Role;

// How much dividing of heads one table may cost, in cells of the search. The widest real head row (7 over 15 cells)
// takes about 1,000; past the bound heads are placed from the left and reported.
constexpr long search_budget = 3'000'000;
// Placings that are offered for one table.
constexpr std::size_t most_others = 8;

int ints(std::size_t n) {
  return static_cast<int>(n);
}

std::vector<Columns> one_each(int first, int count) {
  std::vector<Columns> cells;
  for (int i = 0; i < count; ++i) cells.push_back({first + i, 1});
  return cells;
}

/// `count` cells over the columns [first, end): one column each and the last takes the rest.
std::vector<Columns> last_takes_rest(int first, int end, int count) {
  std::vector<Columns> cells = one_each(first, count);
  if (!cells.empty()) cells.back().span = end - cells.back().first;
  return cells;
}

class Placer {
 public:
  explicit Placer(std::vector<LooseRow>& rows) : rows_(rows) {}

  Placing place() {
    measure();
    join_cut_rows();
    placing_.columns = frame_.stub + frame_.data;
    placing_.stub = frame_.stub;
    placing_.rows.resize(rows_.size());
    for (std::size_t begin = 0; begin < rows_.size();) {
      if (is_title(begin)) {
        placing_.rows[begin].role = Role::title;
        placing_.rows[begin].cells = {{0, placing_.columns}};
        ++begin;
        continue;
      }
      std::size_t data = begin;
      while (data < rows_.size() && !is_title(data) && !is_data(data)) ++data;
      std::size_t end = data;
      while (end < rows_.size() && !is_title(end) && (is_data(end) || shapes_[end].blank())) ++end;
      if (data == end) data = last_blank_row(begin, end);
      place_block(begin, data, end);
      begin = end;
    }
    return std::move(placing_);
  }

 private:
  void measure() {
    shapes_ = shapes_of(rows_);
    frame_ = frame_of(shapes_);
  }

  bool is_title(std::size_t row) const { return rows_[row].size() <= 1 && frame_.stub + frame_.data > 1; }

  bool is_data(std::size_t row) const {
    const RowShape& shape = shapes_[row];
    if (shape.values > 0) return true;
    const bool fits = shape.count - shape.tail <= frame_.stub;
    return fits && (shape.like_data() || (shape.words > 0 && shape.tail == frame_.data));
  }

  /// A block of heads whose numbers are not filled in ends in a blank row as wide as the table: that is its data.
  std::size_t last_blank_row(std::size_t begin, std::size_t end) const {
    if (end - begin < 2 || !shapes_[end - 1].blank() || shapes_[end - 1].count != frame_.stub + frame_.data) return end;
    return end - 1;
  }

  Finding& find(std::size_t row, const char* code, Severity severity, std::string message) {
    Finding finding;
    finding.code = code;
    finding.severity = severity;
    finding.message = std::move(message);
    finding.place.row = ints(row);
    placing_.findings.push_back(std::move(finding));
    return placing_.findings.back();
  }

  /// A title that is one cell, or one cell and blank ones.
  static bool is_bar(const RowShape& row) { return row.values == 0 && row.words <= 1 && row.tail >= row.count - 1; }

  /// Whether row r is the rest of a row of heads that an empty paragraph cut: nothing but words, as many as the row
  /// before lacks, which begins the table or stands below a title, and a whole row of numbers follows. A second row of
  /// heads would begin with the blank cell in which the head over the stub goes on. A lone word is the rest of a row
  /// below a title only: behind the first row of a table it may be the first title.
  bool continues_heads(std::size_t r, const std::vector<LooseRow>& joined) const {
    const int columns = frame_.stub + frame_.data;
    if (joined.empty() || frame_.stub == 0 || r + 1 == rows_.size()) return false;
    const RowShape& next = shapes_[r + 1];
    if (next.tail < frame_.data || next.count != columns) return false;
    const bool below_title = joined.size() > 1 && is_bar(shape_of_row(joined[joined.size() - 2]));
    if (!below_title && (joined.size() > 1 || shapes_[r].count < 2)) return false;
    const RowShape before = shape_of_row(joined.back());
    const bool words = shapes_[r].words == shapes_[r].count && before.words == before.count && before.count > 1;
    return words && shapes_[r].count > 0 && before.count + shapes_[r].count == columns;
  }

  /// An empty paragraph at the end of a cell looks like the end of the row: the rest of the row follows as a row of
  /// values without label, or of heads. Joined where the two make a row exactly as long as the others.
  void join_cut_rows() {
    std::vector<LooseRow> joined;
    std::vector<std::string> quotes;
    std::vector<std::size_t> where;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      const RowShape& shape = shapes_[r];
      const bool rest = shape.words == 0 && !shape.blank() && shape.count < frame_.data && frame_.stub > 0;
      if (rest && !joined.empty()) {
        const RowShape before = shape_of_row(joined.back());
        const bool open = before.words > 0 && !before.like_heads() && before.count - before.tail <= frame_.stub;
        if (open && before.tail + shape.count == frame_.data) {
          where.push_back(joined.size() - 1);
          joined.back().insert(joined.back().end(), rows_[r].begin(), rows_[r].end());
          continue;
        }
      }
      const bool whole_rest = shape.words == 0 && shape.count == frame_.data && frame_.stub > 0 && shape.values > 0;
      if (whole_rest && !joined.empty()) {
        const RowShape before = shape_of_row(joined.back());
        if (before.words > 0 && before.tail == 0 && before.count <= frame_.stub && !before.like_heads()) {
          where.push_back(joined.size() - 1);
          joined.back().insert(joined.back().end(), rows_[r].begin(), rows_[r].end());
          continue;
        }
      }
      if (continues_heads(r, joined)) {
        where.push_back(joined.size() - 1);
        joined.back().insert(joined.back().end(), rows_[r].begin(), rows_[r].end());
        continue;
      }
      joined.push_back(std::move(rows_[r]));
    }
    rows_ = std::move(joined);
    if (where.empty()) {
      return;
    }
    measure();
    for (const std::size_t row : where) {
      find(row, "row-joined", Severity::note,
           "An empty paragraph cut this row in two; its cells and those that follow were put together.");
    }
  }

  /// Labels over the stub.
  std::vector<Columns> place_labels(std::size_t row, int count, int end) const {
    std::vector<Columns> cells;
    const std::vector<Columns>* above = nullptr;
    if (row > 0 && placing_.rows[row - 1].role == Role::data) above = &placing_.rows[row - 1].cells;
    int at = 0;
    for (int i = 0; i < count; ++i) {
      int span = 1;
      if (i + 1 == count) {
        span = end - at;
      } else if (above != nullptr && shapes_[row].shapes[static_cast<std::size_t>(i)] == Shape::blank) {
        const auto same = std::find_if(above->begin(), above->end(), [at](const Columns& c) { return c.first == at; });
        if (same != above->end() && at + same->span <= end - (count - i - 1)) span = same->span;
      }
      cells.push_back({at, span});
      at += span;
    }
    return cells;
  }

  /// How many of the cells of a data row are labels.
  int labels_of(std::size_t row) const {
    const RowShape& shape = shapes_[row];
    const int expected = shape.count - frame_.data;
    if (expected >= 0 && expected < shape.count && expected <= frame_.stub && shape.tail < frame_.data) {
      // A word among the values (a note instead of a number) does not make the cells before it labels.
      int words = 0;
      for (int i = expected; i < shape.count; ++i) words += shape.shapes[static_cast<std::size_t>(i)] == Shape::words;
      const bool label_before = expected == 0 || shape.shapes[static_cast<std::size_t>(expected - 1)] != Shape::value;
      const bool value_first = shape.shapes[static_cast<std::size_t>(expected)] != Shape::words;
      if (2 * words <= frame_.data && label_before && value_first) return expected;
    }
    if (expected >= 0 && expected <= frame_.stub && shape.tail > frame_.data) {
      // Blank cells before the values can be blank labels; numbers cannot.
      const auto from = shape.shapes.begin() + (shape.count - shape.tail);
      const auto to = shape.shapes.begin() + expected;
      if (std::all_of(from, to, [](Shape s) { return s == Shape::blank; })) return expected;
    }
    return std::min(shape.count - shape.tail, frame_.stub);
  }

  void place_block(std::size_t begin, std::size_t data, std::size_t end) {
    // Narrower data with heads of its own: every row of numbers in the block is as long as the row of heads above them.
    bool own_heads = begin < data;
    for (std::size_t r = data; r < end && own_heads; ++r) {
      own_heads = shapes_[r].blank() || shapes_[r].count == shapes_[data - 1].count;
    }
    for (std::size_t r = data; r < end; ++r) place_data(r, own_heads, begin == data);
    if (begin < data) place_heads(begin, data, end);
  }

  void place_data(std::size_t row, bool own_heads, bool no_heads) {
    PlacedRow& placed = placing_.rows[row];
    placed.role = Role::data;
    const int columns = placing_.columns;
    const int count = shapes_[row].count;
    const int labels = labels_of(row);
    const int values = count - labels;
    placed.labels = labels;
    if (count == columns && labels == frame_.stub) {
      placed.cells = one_each(0, count);
      return;
    }
    if (values == frame_.data) {
      placed.cells = place_labels(row, labels, frame_.stub);
      append(placed.cells, one_each(frame_.stub, values));
      if (labels == 0 && frame_.stub > 0) missing_label(row);
      return;
    }
    if (values > frame_.data) {
      const int first = columns - values;
      placed.cells = place_labels(row, labels, first);
      append(placed.cells, one_each(first, values));
      find(row, "cells-extra", Severity::warning,
           "This row has more cells with values than the table has columns for them; its values were placed from the "
           "right.");
      return;
    }
    placed.cells = place_labels(row, labels, frame_.stub);
    if (own_heads || shapes_[row].blank() || (no_heads && values == 1)) {
      append(placed.cells, last_takes_rest(frame_.stub, columns, values));
    } else {
      place_lost(row, labels, values);
    }
  }

  void missing_label(std::size_t row) {
    find(row, "label-missing", Severity::warning, "This row of values has no label.");
  }

  /// Values whose row has lost cells: which ones, nobody can say.
  void place_lost(std::size_t row, int labels, int values) {
    PlacedRow& placed = placing_.rows[row];
    const std::vector<Columns> stub = placed.cells;
    const int lost = frame_.data - values;
    // A lone cell for many columns holds the numbers of all of them, run together, as likely as one of them.
    const bool lone = values == 1 && lost > 1;
    append(placed.cells, lone ? last_takes_rest(frame_.stub, placing_.columns, 1) : one_each(frame_.stub, values));
    find(row, "cells-missing", Severity::warning,
         "This row has " + std::to_string(values) + " cells for " + std::to_string(frame_.data) +
             " columns of values; which of them are missing cannot be told.");
    if (lone || placing_.others.size() + static_cast<std::size_t>(values) > most_others) return;
    if (placing_.doubt.empty()) placing_.doubt = "A row has fewer cells than the table has columns.";
    for (int stay = values - 1; stay >= 0; --stay) {
      std::vector<Columns> cells = stub;
      append(cells, one_each(frame_.stub, stay));
      append(cells, one_each(frame_.stub + stay + lost, values - stay));
      placing_.others.push_back({{ints(row), std::move(cells)}});
    }
    placed.labels = labels;
  }

  static void append(std::vector<Columns>& cells, const std::vector<Columns>& more) {
    cells.insert(cells.end(), more.begin(), more.end());
  }

  // ---- heads ----

  /// What the lowest head row stands over: the columns of the stub, then the values as the data rows have them.
  std::vector<LowerCell> base(std::size_t data, std::size_t end, int heads) const {
    const std::vector<Columns>* like = nullptr;
    for (std::size_t r = data; r < end; ++r) {
      const PlacedRow& row = placing_.rows[r];
      const int covered = ints(row.cells.size()) - row.labels;
      if (covered == frame_.data) like = nullptr;
      if (covered == frame_.data) break;
      if (like == nullptr && ints(row.cells.size()) == heads) like = &row.cells;
    }
    std::vector<LowerCell> cells(static_cast<std::size_t>(frame_.stub), LowerCell{LowerCell::Kind::stub, 1, {}});
    if (like == nullptr) {
      cells.resize(static_cast<std::size_t>(placing_.columns), LowerCell{LowerCell::Kind::value, 1, {}});
    } else {
      for (const Columns& c : *like) {
        if (c.first >= frame_.stub) cells.push_back({LowerCell::Kind::value, c.span, {}});
      }
    }
    return cells;
  }

  std::vector<LowerCell> as_lower(std::size_t row, const std::vector<Columns>& columns) const {
    std::vector<LowerCell> cells;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const bool blank = shapes_[row].shapes[i] == Shape::blank;
      cells.push_back({blank ? LowerCell::Kind::blank : LowerCell::Kind::text, columns[i].span, rows_[row][i].text});
    }
    return cells;
  }

  std::vector<Columns> columns_of(const Grouping& grouping, const std::vector<LowerCell>& lower) const {
    std::vector<Columns> cells;
    std::size_t next = 0;
    int at = 0;
    for (; ints(next) < grouping.skipped; ++next) at += lower[next].span;
    for (const int size : grouping.sizes) {
      int span = 0;
      for (int i = 0; i < size; ++i) span += lower[next++].span;
      cells.push_back({at, span});
      at += span;
    }
    return cells;
  }

  struct HeadResult {
    std::vector<std::vector<Columns>> rows;
    std::vector<std::pair<std::size_t, std::size_t>> ties;  ///< (row, rank) that cost no more than the one taken
    std::vector<std::size_t> doubtful;
  };

  /// All head rows of a block, from the lowest up. `forced_row` takes its grouping of rank `forced_rank`.
  HeadResult solve_heads(std::size_t begin, std::size_t data, std::size_t end, std::size_t forced_row,
                         std::size_t forced_rank) {
    HeadResult result;
    result.rows.resize(data - begin);
    std::vector<LowerCell> lower;
    std::vector<Columns> lower_columns;
    for (std::size_t r = data; r-- > begin;) {
      std::vector<Columns>& cells = result.rows[r - begin];
      const int count = shapes_[r].count;
      const bool echo = r > begin && shapes_[r].blank() && ints(rows_[r - 1].size()) == count;
      if (echo) continue;  // the row above, going on: takes its columns below
      if (lower.empty()) lower = base(data, end, count);
      if (count == ints(lower.size())) {
        cells = columns_of({0, false, 0, std::vector<int>(lower.size(), 1)}, lower);
      } else if (count == placing_.columns) {
        cells = one_each(0, count);
      } else {
        std::vector<Grouping> ways = divide(r, lower);
        if (ways.empty()) {
          cells = last_takes_rest(0, placing_.columns, count);
          result.doubtful.push_back(r);
        } else {
          const std::size_t rank = r == forced_row && forced_rank < ways.size() ? forced_rank : 0;
          cells = columns_of(ways[rank], lower);
          for (std::size_t i = 1; i < ways.size() && ways[i].cost == ways[0].cost; ++i) result.ties.push_back({r, i});
          if (ways[rank].doubtful) result.doubtful.push_back(r);
        }
      }
      lower = as_lower(r, cells);
      // A head row that was placed beside a lost corner leaves slots open; what is above sees them as blank.
      if (!cells.empty() && cells.front().first > 0) {
        lower.insert(lower.begin(), LowerCell{LowerCell::Kind::blank, cells.front().first, {}});
      }
    }
    for (std::size_t i = 1; i < result.rows.size(); ++i) {
      if (result.rows[i].empty()) result.rows[i] = result.rows[i - 1];
    }
    return result;
  }

  std::vector<Grouping> divide(std::size_t row, const std::vector<LowerCell>& lower) {
    const long size = static_cast<long>(lower.size());
    budget_ -= static_cast<long>(rows_[row].size()) * size * size;
    if (budget_ < 0) return {};
    std::vector<bool> blank;
    for (const Shape shape : shapes_[row].shapes) blank.push_back(shape == Shape::blank);
    return group_under_heads(blank, lower, 3);
  }

  void place_heads(std::size_t begin, std::size_t data, std::size_t end) {
    const HeadResult best = solve_heads(begin, data, end, rows_.size(), 0);
    for (std::size_t i = 0; i < best.rows.size(); ++i) {
      placing_.rows[begin + i].role = Role::head;
      placing_.rows[begin + i].cells = best.rows[i];
    }
    if (data == end) return;  // no numbers below: nothing is in doubt
    for (const std::size_t row : best.doubtful) {
      Finding& finding = find(row, "heads-unclear", Severity::warning,
                              "The column heads in row " + std::to_string(row) +
                                  " do not fit the columns below them; which stands over which is in doubt.");
      finding.place.row.reset();  // every column below is meant
    }
    for (const auto& [row, rank] : best.ties) {
      if (placing_.others.size() >= most_others) break;
      const HeadResult other = solve_heads(begin, data, end, row, rank);
      OtherPlacing placing;
      for (std::size_t i = 0; i < other.rows.size(); ++i) {
        if (!(other.rows[i] == best.rows[i])) placing.push_back({ints(begin + i), other.rows[i]});
      }
      if (placing.empty()) continue;
      placing_.others.push_back(std::move(placing));
      placing_.doubt = "The column heads in row " + std::to_string(row) + " can be divided in more than one way.";
    }
  }

  std::vector<LooseRow>& rows_;
  std::vector<RowShape> shapes_;
  Frame frame_;
  Placing placing_;
  long budget_ = search_budget;
};

}  // namespace

Placing place_cells(std::vector<LooseRow>& rows) {
  return Placer(rows).place();
}

}  // namespace fubiao
