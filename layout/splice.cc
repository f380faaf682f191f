// Putting together again what page breaks have cut.
//
// Producers close a cut table with full rules on both pages, so a border at the page end says nothing. What tells a
// continuation is the column positions: they agree to a fraction of a point (measured: .01 pt with Word, .25 pt with
// LibreOffice) although the pieces may show different subsets of them, since heads and totals merge columns.
//
// At each seam three questions, in this order:
//   1. Does the page break repeat the table's header rows? All leading rows that equal the table's own first rows are
//      dropped, if they are not numbers.
//   2. Does it cut a row? Then the last row above and the first row below are one row: each cell has its text on one
//      side, or a label begun above and ended below. Numbers on both sides of one column: two rows (unless one of the
//      two has no label at all: then the break goes through the digits, and the other reading is kept). If the
//      lexicon knows the label put together and not its second half: one row. If the sides are not drawn at the seam:
//      one row; if they are drawn in some columns only, two rows, and the cells of the other columns go on. If the row
//      below has a label that nobody knows and no number at all: probably one row, and the other reading is kept.
//   3. If it does not cut a row, which merged cells go on below? The label of a merged cell is printed in one of its
//      pieces (mostly the first). A blank cell at the left of the first row below, before its first printed cell, goes
//      on with the cell above; a blank among the numbers does not.
//
// Never merged: cells of different columns. Invariant: the result covers each slot once. Tested by splice_test.cc.

#include "layout/splice.h"

#include <algorithm>
#include <numeric>

#include "extract/utf8.h"
#include "layout/join.h"
#include "layout/lines.h"
#include "layout/shape.h"
#include "layout/turn.h"

namespace fubiao {

namespace {

bool blank(const std::vector<std::string>& lines) {
  return std::all_of(lines.begin(), lines.end(), [](const std::string& line) { return is_blank(line); });
}

/// A number, or a sign that stands for one ("-", "/").
bool is_value(const std::string& text) {
  return shape_of(text) == Shape::value;
}

/// A cell above the seam and the one below it in the same columns.
struct Pair {
  int above = -1;  ///< index of the cell
  int below = -1;
};

/// Indices of the cells that reach the last row: all that a seam has to know of what is above it, besides the head.
/// They are kept from seam to seam, since to look through a table of hundreds of pages at each takes time with their
/// square.
using Bottom = std::vector<int>;

Bottom bottom_of(const Table& table, const std::vector<int>& candidates) {
  Bottom bottom;
  for (int i : candidates) {
    const Cell& cell = table.cells[static_cast<std::size_t>(i)];
    if (cell.row + cell.row_span == table.rows) bottom.push_back(i);
  }
  return bottom;
}

std::vector<Pair> pairs_at_seam(const Fragment& above, const Bottom& bottom, const Fragment& below) {
  std::vector<int> beginning(static_cast<std::size_t>(above.table.columns), -1);  ///< the cell that begins at a column
  for (int a : bottom) beginning[static_cast<std::size_t>(above.table.cells[static_cast<std::size_t>(a)].column)] = a;
  std::vector<Pair> pairs;
  for (std::size_t b = 0; b < below.table.cells.size(); ++b) {
    const Cell& low = below.table.cells[b];
    if (low.row != 0) continue;
    const int a = beginning[static_cast<std::size_t>(low.column)];
    if (a >= 0 && above.table.cells[static_cast<std::size_t>(a)].column_span == low.column_span) {
      pairs.push_back({a, static_cast<int>(b)});
    }
  }
  std::sort(pairs.begin(), pairs.end(), [&](const Pair& p, const Pair& q) {
    return below.table.cells[static_cast<std::size_t>(p.below)].column <
           below.table.cells[static_cast<std::size_t>(q.below)].column;
  });
  return pairs;
}

std::vector<std::string> both(const std::vector<std::string>& above, const std::vector<std::string>& below) {
  std::vector<std::string> lines = above;
  lines.insert(lines.end(), below.begin(), below.end());
  return lines;
}

enum class Cut { no, maybe_no, maybe, yes };

/// Question 2.
Cut cuts_a_row(const Fragment& above, const Fragment& below, const std::vector<Pair>& pairs, Ends ends,
               const KnowsLabel& knows_label) {
  // Where some cells end at the seam and others do not, two rows meet there.
  if (ends == Ends::mixed) return Cut::no;
  // All cells of the row must have a partner, or the two are different rows.
  int covered = 0;
  for (const Pair& pair : pairs) covered += below.table.cells[static_cast<std::size_t>(pair.below)].column_span;
  if (covered != below.table.columns) return Cut::no;

  int numbers_above = 0, numbers_below = 0, texts_above = 0, texts_below = 0, one_row_pairs = 0, on_both = 0,
      unlike = 0;
  bool label_put_together = false, known_below = false, known_above = false;
  for (const Pair& pair : pairs) {
    const Cell& low = below.table.cells[static_cast<std::size_t>(pair.below)];
    const Cell& high = above.table.cells[static_cast<std::size_t>(pair.above)];
    const auto& high_lines = above.lines[static_cast<std::size_t>(pair.above)];
    const auto& low_lines = below.lines[static_cast<std::size_t>(pair.below)];
    const std::string high_text = join_lines(high_lines);
    const std::string low_text = join_lines(low_lines);
    const bool number_above = is_value(high_text);
    const bool number_below = is_value(low_text);
    on_both += number_above && number_below;
    unlike += number_above != number_below && !high_text.empty() && !low_text.empty();
    numbers_above += number_above;
    numbers_below += number_below;
    if (low.row_span > 1 && high.row_span > 1) continue;  // a merged cell beside the row
    ++one_row_pairs;
    texts_above += !high_text.empty() && !number_above;
    if (low_text.empty()) continue;
    texts_below += !number_below;
    if (!number_below && knows_label) {
      const bool known = knows_label(low_text);
      known_below |= known;
      known_above |= !high_text.empty() && knows_label(high_text);
      if (!high_text.empty() && !known && knows_label(join_lines(both(high_lines, low_lines))))
        label_put_together = true;
    }
  }
  if (one_row_pairs == 0) return Cut::no;
  // Numbers on both sides are two rows, unless one of them has no label at all: then the break goes through the digits
  // of a row whose cells are too narrow for its numbers. A number over a text is no number cut in two.
  if (on_both > 0) {
    const bool one_label = (texts_above == 0) != (texts_below == 0);
    return one_label && unlike == 0 && numbers_above > 1 ? Cut::maybe : Cut::no;
  }
  if (label_put_together) return Cut::yes;
  if (known_below) return Cut::no;
  // An empty beginning or an empty rest of the row.
  if (texts_below + numbers_below == 0 || texts_above + numbers_above == 0) return Cut::yes;
  if (ends == Ends::open) return Cut::yes;
  if (numbers_above > 0 && numbers_below > 0) return Cut::no;  // numbers of one row stand side by side
  if (unlike > 0) return Cut::maybe_no;
  if (numbers_above > 0) return Cut::maybe;  // a text alone below
  if (numbers_below > 0 && !known_above) return Cut::maybe_no;
  return Cut::no;
}

/// Question 1: how many leading rows of `below` repeat the first rows of `above`.
int repeated_header_rows(const Fragment& above, const Fragment& below) {
  // Cells of a fragment are sorted by row.
  auto cells_of_row = [](const Table& table, int row) {
    std::vector<int> cells;
    const auto first = std::partition_point(table.cells.begin(), table.cells.end(),
                                            [row](const Cell& cell) { return cell.row < row; });
    for (auto it = first; it != table.cells.end() && it->row == row; ++it) {
      cells.push_back(static_cast<int>(it - table.cells.begin()));
    }
    return cells;
  };
  auto rows_equal = [&](int row) {
    const std::vector<int> high = cells_of_row(above.table, row);
    const std::vector<int> low = cells_of_row(below.table, row);
    if (high.size() != low.size() || high.empty()) return false;
    bool text = false;
    for (std::size_t i = 0; i < high.size(); ++i) {
      const Cell& a = above.table.cells[static_cast<std::size_t>(high[i])];
      const Cell& b = below.table.cells[static_cast<std::size_t>(low[i])];
      const std::string a_text = join_lines(above.lines[static_cast<std::size_t>(high[i])]);
      const std::string b_text = join_lines(below.lines[static_cast<std::size_t>(low[i])]);
      if (a.column != b.column || a.column_span != b.column_span || a.row_span != b.row_span || a_text != b_text) {
        return false;
      }
      if (is_value(a_text)) return false;
      text |= !a_text.empty();
    }
    return text;
  };
  int rows = 0;
  const int most = std::min(above.table.rows, below.table.rows) - 1;
  while (rows < most && rows_equal(rows)) ++rows;
  // Cells that reach over the last repeated row would be torn: then it is no repetition.
  for (const Cell& cell : below.table.cells) {
    if (cell.row < rows && cell.row + cell.row_span > rows) return 0;
  }
  return rows;
}

void drop_rows(Fragment& fragment, int rows) {
  std::vector<Cell> cells;
  std::vector<std::vector<std::string>> lines;
  for (std::size_t i = 0; i < fragment.table.cells.size(); ++i) {
    if (fragment.table.cells[i].row < rows) continue;
    fragment.table.cells[i].row -= rows;
    cells.push_back(std::move(fragment.table.cells[i]));
    lines.push_back(std::move(fragment.lines[i]));
  }
  fragment.table.cells = std::move(cells);
  fragment.lines = std::move(lines);
  fragment.table.rows -= rows;
}

/// Question 3, for one pair. `before` says that no printed cell stands left of it in the first row below.
bool goes_on(const Cell& high, const Cell& low, const std::vector<std::string>& high_lines,
             const std::vector<std::string>& low_lines, bool before, bool label_to_the_right,
             const KnowsLabel& knows_label) {
  const bool high_blank = blank(high_lines);
  const bool low_blank = blank(low_lines);
  const bool merged = high.row_span > 1 || low.row_span > 1;
  if (high_blank && low_blank) return before && label_to_the_right;
  if (low_blank || high_blank) return before && label_to_the_right && (merged || low_blank);
  if (!merged || !knows_label) return false;
  const std::string high_text = join_lines(high_lines);
  const std::string low_text = join_lines(low_lines);
  if (is_value(low_text) || is_value(high_text)) return false;
  return knows_label(join_lines(both(high_lines, low_lines))) && !(knows_label(high_text) && knows_label(low_text));
}

/// The row below is a level of the head: its labels part a label of the row above (法人或其他组织 over 商业企业 …).
bool goes_on_with_the_head(const Fragment& above, const Bottom& bottom, const Fragment& below) {
  for (std::size_t b = 0; b < below.table.cells.size(); ++b) {
    const Cell& low = below.table.cells[b];
    const std::string low_text = join_lines(below.lines[b]);
    if (low.row != 0 || low_text.empty() || is_value(low_text)) continue;
    for (int a : bottom) {
      const Cell& high = above.table.cells[static_cast<std::size_t>(a)];
      const bool inside = high.column <= low.column && low.column + low.column_span <= high.column + high.column_span &&
                          low.column_span < high.column_span;
      const std::string high_text = inside ? join_lines(above.lines[static_cast<std::size_t>(a)]) : "";
      if (!high_text.empty() && !is_value(high_text)) return true;
    }
  }
  return false;
}

struct Seam {
  bool doubtful = false;
  bool cut = false;
};

/// Whether the last line above had no room for the next letter: a number is broken by the width of its cell, and the
/// page break fell between its lines.
bool forced_by_width(const Cell& high, const Cell& low, const std::vector<std::string>& above,
                     const std::vector<std::string>& below, Turn turn) {
  if ((above.size() > 1 && !high.wrapped) || (below.size() > 1 && !low.wrapped)) return false;
  if (high.parts.empty() || low.parts.empty()) return false;
  const CellPart& upper = high.parts.back();
  const CellPart& lower = low.parts.front();
  if (upper.ink.empty() || lower.ink.empty()) return false;
  const double last_line = turned(upper.ink, turn).width();
  const double first_line = turned(lower.ink, turn).width();
  const std::size_t letters = std::max<std::size_t>(1, to_u32(below.front()).size());
  return last_line + first_line / static_cast<double>(letters) > turned(upper.box, turn).width() - cell_margins;
}

void append(Fragment& above, Bottom& bottom, Fragment below, const KnowsLabel& knows_label, std::optional<bool> decided,
            Seam& seam, std::vector<Finding>* findings) {
  const double shift = below.xs.front() - above.xs.front();
  const std::vector<double> xs = united_columns(above.xs, below.xs);
  if (xs.size() != above.xs.size()) spread(above, xs, 0);
  spread(below, xs, shift);
  if (const int repeated = repeated_header_rows(above, below); repeated > 0) {
    drop_rows(below, repeated);
    // A row of a grid ends at a rule: the one below the head, whatever is drawn at the top of the page.
    below.drawn_above.assign(below.drawn_above.size(), true);
    if (findings != nullptr) {
      findings->push_back({"header-repeated",
                           Severity::note,
                           std::to_string(repeated) + " header row(s) that page " +
                               std::to_string(below.first_page + 1) + " repeats were dropped.",
                           {},
                           {.page = below.first_page + 1, .table = {}, .row = {}, .column = {}}});
    }
  }
  const std::vector<Pair> pairs = pairs_at_seam(above, bottom, below);
  const Ends ends = ends_at_seam(above, below);
  const Cut cut = cuts_a_row(above, below, pairs, ends, knows_label);
  seam.doubtful = cut == Cut::maybe || cut == Cut::maybe_no;
  seam.cut = decided.value_or(cut == Cut::yes || cut == Cut::maybe);

  std::vector<bool> merge(below.table.cells.size(), false);
  std::vector<int> partner(below.table.cells.size(), -1);
  // Column of the last label in the first row below.
  int last_label = -1;
  for (std::size_t i = 0; i < below.table.cells.size(); ++i) {
    const Cell& cell = below.table.cells[i];
    if (cell.row != 0 || cell.column <= last_label) continue;
    const std::string text = join_lines(below.lines[i]);
    if (!text.empty() && !is_value(text)) last_label = cell.column;
  }
  bool before = true;
  const bool in_the_head = !seam.cut && goes_on_with_the_head(above, bottom, below);
  for (const Pair& pair : pairs) {
    const auto a = static_cast<std::size_t>(pair.above);
    const auto b = static_cast<std::size_t>(pair.below);
    partner[b] = pair.above;
    const bool label_to_the_right = below.table.cells[b].column < last_label;
    merge[b] = seam.cut || goes_on(above.table.cells[a], below.table.cells[b], above.lines[a], below.lines[b], before,
                                   label_to_the_right, knows_label);
    // In the head a label and a blank in the same columns are one cell, wherever it stands.
    const std::string printed = join_lines(both(above.lines[a], below.lines[b]));
    const bool one_printed = blank(above.lines[a]) != blank(below.lines[b]);
    merge[b] = merge[b] || (in_the_head && one_printed && !is_value(printed));
    if (ends == Ends::mixed) {
      const Cell& low = below.table.cells[b];
      // Two numbers are never made one on the strength of a missing rule.
      const bool numbers = is_value(join_lines(above.lines[a])) && is_value(join_lines(below.lines[b]));
      merge[b] = !numbers && open_between(above, below, low.column, low.column + low.column_span);
    }
    before = before && (blank(below.lines[b]) || merge[b]);
  }

  const int offset = above.table.rows - (seam.cut ? 1 : 0);
  std::vector<int> touched;
  for (std::size_t b = 0; b < below.table.cells.size(); ++b) {
    Cell& low = below.table.cells[b];
    if (!merge[b]) {
      low.row += offset;
      touched.push_back(static_cast<int>(above.table.cells.size()));
      above.table.cells.push_back(std::move(low));
      above.lines.push_back(std::move(below.lines[b]));
      continue;
    }
    touched.push_back(partner[b]);
    const auto a = static_cast<std::size_t>(partner[b]);
    Cell& high = above.table.cells[a];
    const bool text_on_both = !blank(above.lines[a]) && !blank(below.lines[b]);
    high.row_span = offset + low.row_span - high.row;
    high.joined |= text_on_both;
    high.untrusted |= low.untrusted;
    high.overrun |= low.overrun;
    high.shapeless |= low.shapeless;
    if (blank(above.lines[a])) high.flow = low.flow;
    if (text_on_both) {
      high.wrapped = forced_by_width(high, low, above.lines[a], below.lines[b], above.turn);
    } else if (blank(above.lines[a])) {
      high.wrapped = low.wrapped;
    }
    high.parts.insert(high.parts.end(), low.parts.begin(), low.parts.end());
    above.lines[a].insert(above.lines[a].end(), below.lines[b].begin(), below.lines[b].end());
    if (text_on_both && findings != nullptr) {
      findings->push_back(
          {"cell-joined",
           Severity::note,
           "The cell \"" + join_lines(above.lines[a]) + "\" is cut by the page break and was put together.",
           {},
           {.page = below.first_page + 1, .table = {}, .row = high.row, .column = high.column}});
    }
  }
  above.table.rows = offset + below.table.rows;
  bottom = bottom_of(above.table, touched);
  above.table.parts.insert(above.table.parts.end(), below.table.parts.begin(), below.table.parts.end());
  above.last_page = below.last_page;
  above.drawn_below = std::move(below.drawn_below);
}

/// All fragments with given decisions (nullopt: as the evidence says).
Table fold(std::vector<Fragment> fragments, const KnowsLabel& knows_label,
           const std::vector<std::optional<bool>>& decided, std::vector<Seam>& seams, std::vector<Finding>* findings) {
  Fragment whole = std::move(fragments.front());
  std::vector<int> all(whole.table.cells.size());
  std::iota(all.begin(), all.end(), 0);
  Bottom bottom = bottom_of(whole.table, all);
  for (std::size_t i = 1; i < fragments.size(); ++i) {
    append(whole, bottom, std::move(fragments[i]), knows_label, decided[i - 1], seams[i - 1], findings);
  }
  Table table = std::move(whole.table);
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    table.cells[i].text = join_lines(whole.lines[i]);
    table.cells[i].print = print_lines(whole.lines[i]);
  }
  std::sort(table.cells.begin(), table.cells.end(),
            [](const Cell& a, const Cell& b) { return a.row != b.row ? a.row < b.row : a.column < b.column; });
  return table;
}

}  // namespace

Table splice(std::vector<Fragment> fragments, const KnowsLabel& knows_label, std::vector<Finding>& findings) {
  std::vector<std::optional<bool>> decided(fragments.size() - 1);
  std::vector<Seam> seams(decided.size());
  const std::vector<Fragment> kept = fragments;
  Table table = fold(std::move(fragments), knows_label, decided, seams, &findings);
  // A reading is a whole table: of a long one not every page break can have its own. Tables of known forms have some
  // hundred cells.
  std::size_t room = 200'000;
  for (std::size_t i = 0; i < seams.size(); ++i) {
    if (!seams[i].doubtful) continue;
    if (table.cells.size() > room) {
      const int page = kept[i + 1].first_page + 1;
      findings.push_back({"several-readings",
                          Severity::warning,
                          "It is not certain whether the page break before page " + std::to_string(page) +
                              " cuts a row in two; the table is too large to keep the other reading.",
                          {},
                          {.page = page, .table = {}, .row = {}, .column = {}}});
      continue;
    }
    room -= table.cells.size();
    std::vector<std::optional<bool>> other = decided;
    other[i] = !seams[i].cut;
    std::vector<Seam> ignored(decided.size());
    table.other_readings.push_back(fold(kept, knows_label, other, ignored, nullptr));
    table.doubt = "It is not certain whether the page break before page " + std::to_string(kept[i + 1].first_page + 1) +
                  " cuts a row in two.";
  }
  return table;
}

}  // namespace fubiao
