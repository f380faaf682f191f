// Rows and cells from white space.
//
//   1. Columns (columns.cc). Those before the first column of figures are the stub; its last column labels each row.
//   2. The head: the lines above the first one with figures, unless a rule says better.
//   3. Rows of the body. A line with figures is the anchor of a row. Other lines are labels of their own, or the rest
//      of a label that was too long for its line: then the first word of the second line had no room on the first.
//      Where no column holds figures, a line with text in the first column begins a row.
//   4. Labels of several rows, left of the last stub column, stand in the middle of their rows (or at their top): the
//      rows are divided among the labels of a column so that this holds best.
//   5. Heads: what stands in one column without a wide gap is one cell; a head over several columns stands in their
//      middle, or over a rule that is as long as they are wide.
//
// Invariant: every glyph is in one cell, every slot in one cell. Tested by white_grid_test.cc.

#include "layout/white_grid.h"

#include <algorithm>
#include <cmath>

#include "extract/utf8.h"
#include "layout/columns.h"
#include "layout/join.h"

namespace fubiao {

namespace {

/// Text on its way into a cell.
struct TextBlock {
  std::vector<int> glyphs;
  Box box = Box::nothing();
  ColumnRange columns;
  int first_line = 0;
  int last_line = 0;
  double size = 0;
  bool figure = false;
  bool level = false;  ///< a label whose last line stands on the baseline of a row
};

void add_segment(TextBlock& block, const TextSegment& segment, int line) {
  if (block.glyphs.empty()) block.first_line = line;
  block.glyphs.insert(block.glyphs.end(), segment.glyphs.begin(), segment.glyphs.end());
  block.box.add(segment.box);
  block.last_line = line;
  block.size = std::max(block.size, segment.size);
}

bool is_single_cjk(const TextSegment& segment) {
  const std::u32string text = to_u32(segment.text);
  if (text.empty() || text.size() > 2 || !is_cjk(text.front())) return false;
  return text.size() == 1 || text[1] == U'、' || text[1] == U'.' || text[1] == U'．';
}

/// Begins like an item of an enumeration: "3.", "(2)", "（四）", "二、".
bool is_enumerated(const std::string& text) {
  const std::u32string letters = to_u32(text);
  static constexpr std::u32string_view numerals = U"0123456789一二三四五六七八九十";
  static constexpr std::u32string_view ends = U".)）、．";
  std::size_t at = !letters.empty() && (letters[0] == U'(' || letters[0] == U'（') ? 1 : 0;
  const std::size_t begin = at;
  while (at < letters.size() && at - begin < 3 && numerals.find(letters[at]) != std::u32string_view::npos) ++at;
  if (at == begin || at >= letters.size() || ends.find(letters[at]) == std::u32string_view::npos) return false;
  // "1.5" is a number.
  return at + 1 >= letters.size() || !(letters[at + 1] >= U'0' && letters[at + 1] <= U'9');
}

class Builder {
 public:
  Builder(const WhiteTable& table, const Piece* before)
      : table_(table), lines_(table.lines), rules_(table.rules), before_(before) {
    layout_.columns = table.columns;
    layout_.place = places_in(table.columns, table.lines);
    taken_.resize(lines_.size());
    for (std::size_t l = 0; l < lines_.size(); ++l) taken_[l].assign(lines_[l].segments.size(), false);
  }

  Piece build() {
    find_stacks();
    find_stub();
    find_head();
    find_rows();
    place_body();
    widen_middle_cells();
    place_group_labels();
    place_heads();
    place_rest();
    return finish();
  }

 private:
  struct Placed {
    TextBlock block;
    int row = 0;
    int row_span = 1;
  };
  struct Row {
    int first_line = 0;
    int last_line = 0;
    Box box = Box::nothing();  // of the ink of the rows' own cells
  };

  const TextSegment& segment(std::size_t line, std::size_t s) const { return lines_[line].segments[s]; }
  const ColumnRange& range(std::size_t line, std::size_t s) const { return layout_.place[line][s]; }
  int columns() const { return static_cast<int>(layout_.columns.size()); }

  /// Vertical labels: single characters below each other in one column, with hardly more than their height between.
  void find_stacks() {
    struct Open {
      TextBlock block;
      int count = 0;
      std::vector<std::pair<std::size_t, std::size_t>> members;
      double bottom = 0;
    };
    std::vector<Open> open;
    auto close = [&](Open& stack) {
      if (stack.count < 3) return;
      // One in each row is a column of its own: units, marks.
      const auto level = std::count_if(stack.members.begin(), stack.members.end(),
                                       [&](const auto& member) { return is_level(member.first, member.second); });
      if (10 * level >= 7 * stack.count) return;
      for (const auto& [l, s] : stack.members) taken_[l][s] = true;
      stacks_.push_back(std::move(stack.block));
    };
    for (std::size_t l = 0; l < lines_.size(); ++l) {
      for (std::size_t s = 0; s < lines_[l].segments.size(); ++s) {
        const TextSegment& seg = segment(l, s);
        // Whatever else stands over a stack ends it.
        for (std::size_t i = 0; i < open.size();) {
          const bool over = open[i].block.box.x0 < seg.box.x1 && seg.box.x0 < open[i].block.box.x1;
          const bool goes_on = is_single_cjk(seg) &&
                               std::abs(open[i].block.box.centre().x - seg.box.centre().x) < 0.6 * seg.size &&
                               seg.box.y0 - open[i].bottom < 1.6 * seg.size;
          if (over && !goes_on) {
            close(open[i]);
            open.erase(open.begin() + static_cast<std::ptrdiff_t>(i));
          } else {
            ++i;
          }
        }
        if (!is_single_cjk(seg)) continue;
        auto it = std::find_if(open.begin(), open.end(), [&](const Open& stack) {
          return std::abs(stack.block.box.centre().x - seg.box.centre().x) < 0.6 * seg.size;
        });
        if (it == open.end()) {
          open.emplace_back();
          it = open.end() - 1;
          it->block.columns = range(l, s);
        }
        add_segment(it->block, seg, static_cast<int>(l));
        it->bottom = seg.box.y1;
        it->members.emplace_back(l, s);
        ++it->count;
      }
    }
    for (Open& stack : open) close(stack);
  }

  void find_stub() {
    first_figures_ = columns();
    for (int c = columns() - 1; c >= 0; --c) {
      if (layout_.columns[static_cast<std::size_t>(c)].of_figures()) first_figures_ = c;
    }
    if (first_figures_ >= columns()) {
      label_ = 0;
      return;
    }
    // The column that labels each row: the first of the stub with text in most lines of figures. Those before it hold
    // labels of several rows.
    label_ = std::max(0, first_figures_ - 1);
    for (int c = 0; c < label_; ++c) {
      int lines = 0, labelled = 0;
      for (std::size_t l = 0; l < lines_.size(); ++l) {
        if (figures_in(l) == 0) continue;
        ++lines;
        for (std::size_t s = 0; s < lines_[l].segments.size(); ++s) {
          if (range(l, s).first <= c && c <= range(l, s).last) {
            ++labelled;
            break;
          }
        }
      }
      if (10 * labelled >= 7 * lines) label_ = c;
    }
  }

  bool has_figures() const { return first_figures_ < columns(); }

  int figures_in(std::size_t line) const {
    int count = 0;
    for (std::size_t s = 0; s < lines_[line].segments.size(); ++s) {
      count += !taken_[line][s] && segment(line, s).figure && range(line, s).first >= first_figures_;
    }
    return count;
  }

  /// A rule below line i that is as wide as the table.
  bool wide_rule_below(std::size_t line) const {
    const double top = lines_[line].box.y1 - 0.3 * lines_[line].size;
    const double bottom = line + 1 < lines_.size() ? lines_[line + 1].box.y0 + 0.3 * lines_[line + 1].size : top;
    const double width = layout_.columns.back().x1 - layout_.columns.front().x0;
    double covered = 0;
    for (const Rule& rule : rules_) {
      if (rule.at < top || rule.at > bottom) continue;
      covered += std::min(rule.to, layout_.columns.back().x1 + 4) - std::max(rule.from, layout_.columns.front().x0 - 4);
    }
    return covered > 0.7 * width;
  }

  void find_head() {
    head_lines_ = 0;
    if (!has_figures() || before_ != nullptr) return;
    std::size_t first = 0;
    for (; first < lines_.size(); ++first) {
      if (figures_in(first) > 0 && !has_head_figures(lines_[first])) break;
    }
    if (first >= lines_.size()) return;
    // Lines above the first one with figures that are labels (of groups of rows, or begun labels) and no heads: they
    // have nothing over the figures.
    while (first > 0) {
      const std::size_t above = first - 1;
      bool over_figures = false;
      for (std::size_t s = 0; s < lines_[above].segments.size(); ++s) {
        over_figures = over_figures || (!taken_[above][s] && range(above, s).last >= first_figures_);
      }
      if (over_figures || wide_rule_below(above)) break;
      --first;
    }
    // A stub head stands in these lines only if nothing stands over the figures in any line: then there is no head.
    head_lines_ = static_cast<int>(first);
  }

  double pitch(std::size_t upper, std::size_t lower) const { return lines_[lower].baseline - lines_[upper].baseline; }

  /// Whether the first word of `next` had no room behind `text` in a column that ends at `end`.
  static bool had_no_room(const TextSegment& text, const TextSegment& next, double end) {
    // Width of the first word: up to the first white glyph or gap; of Han text one letter.
    const std::u32string letters = to_u32(next.text);
    double share = 1;
    if (!letters.empty()) {
      std::size_t length = 0;
      if (is_cjk(letters.front())) {
        length = 1;
      } else {
        while (length < letters.size() && !is_white(letters[length]) && !is_cjk(letters[length])) ++length;
      }
      share = static_cast<double>(length) / static_cast<double>(letters.size());
    }
    const double word = share * next.box.width();
    const double space = is_cjk(letters.empty() ? U' ' : letters.front()) ? 0 : 0.25 * next.size;
    return text.box.x1 + space + word > end + 0.2 * next.size;
  }

  const TextSegment* label_of(std::size_t line) const {
    for (std::size_t s = 0; s < lines_[line].segments.size(); ++s) {
      if (!taken_[line][s] && range(line, s).first <= label_ && range(line, s).last >= label_) return &segment(line, s);
    }
    return nullptr;
  }

  /// Text of the row itself, not of labels of several rows.
  bool has_row_text(std::size_t line) const {
    for (std::size_t s = 0; s < lines_[line].segments.size(); ++s) {
      if (!taken_[line][s] && (range(line, s).last >= label_ || goes_on_wide_label(line, s))) return true;
    }
    return false;
  }

  /// The rest of a label that begins above, at the same left edge, and reaches into the last column of the stub there.
  bool goes_on_wide_label(std::size_t line, std::size_t s) const {
    const TextSegment& text = segment(line, s);
    for (std::size_t above = line; above-- > 0 && text.baseline - lines_[above].baseline < 1.7 * text.size;) {
      for (std::size_t t = 0; t < lines_[above].segments.size(); ++t) {
        const TextSegment& label = segment(above, t);
        if (taken_[above][t] || label.figure || range(above, t).count() < 2) continue;
        if (range(above, t).first <= range(line, s).first && label_ <= range(above, t).last &&
            std::abs(label.box.x0 - text.box.x0) < 0.5 * text.size) {
          return true;
        }
      }
    }
    return false;
  }

  bool columns_shared(std::size_t a, std::size_t b, bool figures_only) const {
    for (std::size_t s = 0; s < lines_[a].segments.size(); ++s) {
      if (taken_[a][s] || (figures_only && !segment(a, s).figure)) continue;
      for (std::size_t t = 0; t < lines_[b].segments.size(); ++t) {
        if (taken_[b][t] || (figures_only && !segment(b, t).figure)) continue;
        if (range(a, s).first <= range(b, t).last && range(b, t).first <= range(a, s).last) return true;
      }
    }
    return false;
  }

  /// Whether each text of b stands below a text of a, in the same column.
  bool goes_on_above(std::size_t a, std::size_t b) const {
    for (std::size_t t = 0; t < lines_[b].segments.size(); ++t) {
      if (taken_[b][t]) continue;
      bool above = false;
      for (std::size_t s = 0; s < lines_[a].segments.size(); ++s) {
        above = above || (!taken_[a][s] && !segment(a, s).figure && range(a, s) == range(b, t));
      }
      if (!above) return false;
    }
    return true;
  }

  bool rule_between(std::size_t upper, std::size_t lower) const {
    const double top = lines_[upper].baseline;
    const double bottom = lines_[lower].baseline - 0.3 * lines_[lower].size;
    for (const Rule& rule : rules_) {
      if (rule.at > top && rule.at < bottom &&
          rule.length() > 0.3 * (layout_.columns.back().x1 - layout_.columns.front().x0))
        return true;
    }
    return false;
  }

  void find_rows() {
    std::vector<std::size_t> body;  // lines with text of rows
    for (std::size_t l = static_cast<std::size_t>(head_lines_); l < lines_.size(); ++l) {
      if (has_row_text(l)) body.push_back(l);
    }
    if (body.empty()) return;
    // The usual distance of two lines of one text in the stub, and of two rows.
    const double label_end = layout_.columns[static_cast<std::size_t>(label_)].x1;
    std::vector<bool> joined(body.size(), false);  // to the line before it
    auto is_anchor = [&](std::size_t l) { return has_figures() ? figures_in(l) > 0 : label_of(l) != nullptr; };
    int pairs = 0, ruled = 0;
    for (std::size_t i = 1; i < body.size(); ++i) {
      if (!is_anchor(body[i - 1]) || !is_anchor(body[i])) continue;
      ++pairs;
      ruled += rule_between(body[i - 1], body[i]);
    }
    const bool ruled_rows = ruled >= 2 && 4 * ruled >= 3 * pairs;
    const double apart = row_spacing(body, is_anchor);
    double bottom = body.empty() ? 0 : lines_[body.front()].box.y1;
    for (std::size_t i = 1; i < body.size(); ++i) {
      const std::size_t a = body[i - 1], b = body[i];
      const double white = lines_[b].box.y0 - bottom;
      bottom = std::max(bottom, lines_[b].box.y1);
      if (apart > 0 && !rule_between(a, b)) {  // white tells rows from lines
        joined[i] = white < apart;
        // But the title of a section may stand close over its first row.
        const TextSegment* upper = label_of(a);
        const TextSegment* lower = label_of(b);
        if (joined[i] && has_figures() && !is_anchor(a) && is_anchor(b) && upper != nullptr && lower != nullptr &&
            !had_no_room(*upper, *lower, label_end)) {
          joined[i] = false;
        }
        continue;
      }
      if (rule_between(a, b)) continue;
      const double em = std::max(lines_[a].size, lines_[b].size);
      const double step = pitch(a, b);
      if (is_anchor(a) && is_anchor(b) && columns_shared(a, b, has_figures())) continue;
      if (ruled_rows) {  // what no rule parts is one row
        joined[i] = true;
        continue;
      }
      if (step < 0.85 * em) {  // closer than lines of one text can be: side by side
        joined[i] = !columns_shared(a, b, true);
        continue;
      }
      if (step > 1.9 * em) continue;
      if (!has_figures()) {
        joined[i] = !is_anchor(b);
        continue;
      }
      const TextSegment* upper = label_of(a);
      const TextSegment* lower = label_of(b);
      const bool a_row = is_anchor(a), b_row = is_anchor(b);
      if (a_row && b_row) continue;
      if (lower == nullptr && !b_row) {  // text of other columns that goes on
        joined[i] = goes_on_above(a, b);
        continue;
      }
      if (upper == nullptr || lower == nullptr) continue;
      // A label that goes on on the next line.
      joined[i] = had_no_room(*upper, *lower, label_end) && lower->box.x0 > upper->box.x0 - 0.3 * em &&
                  !is_enumerated(lower->text);
    }
    // Lines without figures that were joined to nothing are rows of their own, except lines that stand between two
    // anchors closer than a line.
    for (std::size_t i = 0; i < body.size(); ++i) {
      if (i > 0 && joined[i]) {
        rows_.back().last_line = static_cast<int>(body[i]);
        continue;
      }
      rows_.push_back({static_cast<int>(body[i]), static_cast<int>(body[i]), Box::nothing()});
    }
  }

  /// The white, in points, from which on two lines are two rows; 0 where white does not tell. It tells where there are
  /// two kinds of it, the narrow one between lines that have less text than those behind a wide one.
  double row_spacing(const std::vector<std::size_t>& body, auto&& is_anchor) const {
    if (body.size() < 4) return 0;
    std::vector<double> whites;
    double bottom = lines_[body.front()].box.y1, em = 0;
    for (std::size_t i = 1; i < body.size(); ++i) {
      whites.push_back(lines_[body[i]].box.y0 - bottom);
      bottom = std::max(bottom, lines_[body[i]].box.y1);
      em = std::max(em, lines_[body[i]].size);
    }
    std::vector<double> sorted = whites;
    std::sort(sorted.begin(), sorted.end());
    double limit = 0, widest = 0;
    for (std::size_t i = 1; i < sorted.size(); ++i) {
      const double step = sorted[i] - std::max(sorted[i - 1], -0.3 * em);
      if (sorted[i - 1] < 1.1 * em && step > widest) {
        widest = step;
        limit = (sorted[i] + sorted[i - 1]) / 2;
      }
    }
    if (widest < 0.3 * em) return 0;
    double first = static_cast<double>(lines_[body.front()].segments.size()), rest = 0;
    double last = static_cast<double>(lines_[body.back()].segments.size()), before = 0;  // for text set at the bottom
    int firsts = 1, rests = 0;
    std::size_t row = 0;  // first line of the row, in body
    for (std::size_t i = 0; i < whites.size(); ++i) {
      const std::size_t b = body[i + 1];
      if (whites[i] >= limit) {
        first += static_cast<double>(lines_[b].segments.size());
        last += static_cast<double>(lines_[body[i]].segments.size());
        ++firsts;
        row = i + 1;
        continue;
      }
      // Figures one below the other are two rows, whatever the white.
      if (has_figures() && is_anchor(b)) {
        for (std::size_t k = row; k <= i; ++k) {
          if (is_anchor(body[k]) && columns_shared(body[k], b, true)) return 0;
        }
      }
      rest += static_cast<double>(lines_[b].segments.size());
      before += static_cast<double>(lines_[body[i]].segments.size());
      ++rests;
    }
    if (rests < 2 || firsts < 2) return 0;
    // Where there are figures, each row must have one line of them; a few are titles of sections.
    if (has_figures()) {
      const auto anchors = std::count_if(body.begin(), body.end(), is_anchor);
      return 4 * anchors >= 3 * firsts ? limit : 0;
    }
    const bool fewer = rest / rests < 0.8 * (first / firsts) || before / rests < 0.8 * (last / firsts);
    return fewer ? limit : 0;
  }

  int row_of_line(int line) const {
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (rows_[r].first_line <= line && line <= rows_[r].last_line) return static_cast<int>(r);
    }
    return -1;
  }

  void place_body() {
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      std::vector<TextBlock> cells;  // of this row
      for (int l = rows_[r].first_line; l <= rows_[r].last_line; ++l) {
        const auto line = static_cast<std::size_t>(l);
        for (std::size_t s = 0; s < lines_[line].segments.size(); ++s) {
          if (taken_[line][s]) continue;
          const ColumnRange& place = range(line, s);
          // Left of the stub's last column stand labels of several rows, and the rest of a wide label of this row.
          const bool goes_on = std::any_of(cells.begin(), cells.end(), [&](const TextBlock& cell) {
            return cell.columns.count() > 1 && cell.columns.first <= place.first && place.last <= cell.columns.last;
          });
          if (place.last < label_ && !goes_on) continue;
          taken_[line][s] = true;
          auto it = std::find_if(cells.begin(), cells.end(), [&](const TextBlock& cell) {
            return cell.columns.first <= place.last && place.first <= cell.columns.last;
          });
          if (it == cells.end()) {
            cells.emplace_back();
            it = cells.end() - 1;
            it->columns = place;
          }
          it->columns = {std::min(it->columns.first, place.first), std::max(it->columns.last, place.last)};
          it->figure = segment(line, s).figure;
          add_segment(*it, segment(line, s), l);
          rows_[r].box.add(segment(line, s).box);
        }
      }
      for (TextBlock& cell : cells) body_.push_back({std::move(cell), static_cast<int>(r), 1});
    }
  }

  /// The columns of the cell above in the last row of the page before.
  ColumnRange last_range_before(const ColumnRange& range) const {
    if (before_->grid.columns() != columns()) return range;
    for (const Span& span : before_->spans) {
      const int last = span.column + span.column_span - 1;
      const bool title = span.column == 0;
      if (!title && span.row + span.row_span == before_->grid.rows() && span.column <= range.first &&
          range.last <= last) {
        return {span.column, last};
      }
    }
    return range;
  }

  /// Where the last column ends if its figures stand in its middle.
  double right_side() const {
    const InkColumn& last = layout_.columns.back();
    if (columns() < 3) return last.x1;
    return std::max(last.x1, last.axis + (last.axis - layout_.columns[layout_.columns.size() - 2].axis) / 2);
  }

  /// Cells that stand alone in their row and in the middle of several columns: titles of sections, and the cells of
  /// sections whose columns are merged.
  void widen_middle_cells() {
    std::vector<std::vector<Placed*>> rows(rows_.size());
    for (Placed& placed : body_) rows[static_cast<std::size_t>(placed.row)].push_back(&placed);
    const InkColumn& left = layout_.columns.front();
    const InkColumn& right = layout_.columns.back();
    std::vector<bool> title(rows_.size(), false);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      if (rows[r].size() != 1 || columns() < 2) continue;
      TextBlock& block = rows[r].front()->block;
      const bool middle = std::min(std::abs(block.box.centre().x - (left.x0 + right.x1) / 2),
                                   std::abs(block.box.centre().x - (left.x0 + right_side()) / 2)) < 0.8 * block.size;
      if (block.figure || !middle || block.box.x0 < left.x0 + 2 * block.size) continue;
      block.columns = {0, columns() - 1};
      title[r] = true;
    }
    // Sections: rows up to the next title.
    for (std::size_t begin = 0; begin < rows.size();) {
      std::size_t end = begin;
      while (end < rows.size() && !title[end]) ++end;
      widen_section(rows, begin, end);
      begin = std::max(end, begin) + 1;
    }
  }

  /// Where every row of a section has, right of the stub, one cell in the columns of its head, the columns of the
  /// section are merged. A head that is no wider than one column is in their middle, with blanks on both sides.
  void widen_section(const std::vector<std::vector<Placed*>>& rows, std::size_t begin, std::size_t end) {
    const int stub = std::max(1, std::min(first_figures_, columns()));
    const bool goes_on = begin == 0 && before_ != nullptr;
    if (end == begin || columns() - stub < 3) return;
    if (!goes_on && (end - begin < 2 || end - begin == rows.size())) return;
    std::vector<Placed*> cells;  // of the section, one a row
    for (std::size_t r = begin; r < end; ++r) {
      const std::size_t before = cells.size();
      for (Placed* placed : rows[r]) {
        if (placed->block.columns.last >= stub) cells.push_back(placed);
      }
      if (cells.size() != before + 1) return;
    }
    const Placed& head = *cells.front();
    ColumnRange range = head.block.columns;
    if (goes_on && head.block.figure) {  // the head stands on the page before, or its merged columns do
      range = last_range_before(range);
    } else if (head.block.figure || head.block.columns.first < stub) {
      return;
    } else if (range.count() == 1) {
      if (range.first == stub || range.first == columns() - 1) return;
      range = {stub, columns() - 1};
    }
    for (const Placed* cell : cells) {
      if (cell->block.columns.first < range.first || cell->block.columns.last > range.last) return;
    }
    for (Placed* cell : cells) cell->block.columns = range;
  }

  /// Labels left of the last stub column: each takes the rows around (or below) it.
  void place_group_labels() {
    for (int c = 0; c < label_; ++c) {
      std::vector<TextBlock> labels;
      for (TextBlock& stack : stacks_) {
        if (stack.columns.first == c) labels.push_back(stack);
      }
      for (std::size_t l = static_cast<std::size_t>(head_lines_); l < lines_.size(); ++l) {
        for (std::size_t s = 0; s < lines_[l].segments.size(); ++s) {
          if (taken_[l][s] || range(l, s).first != c) continue;
          taken_[l][s] = true;
          const TextSegment& text = segment(l, s);
          // Goes on with the label above if it is tight below it and no row begins between them.
          TextBlock* before = nullptr;
          for (TextBlock& label : labels) {
            if (label.columns == range(l, s) && text.box.y0 - label.box.y1 < 0.5 * text.size &&
                text.box.y0 >= label.box.y0)
              before = &label;
          }
          if (before != nullptr && !(is_level(l, s) && before->level)) {
            add_segment(*before, text, static_cast<int>(l));
            before->level = is_level(l, s);
            continue;
          }
          TextBlock label;
          label.columns = range(l, s);
          label.level = is_level(l, s);
          add_segment(label, text, static_cast<int>(l));
          labels.push_back(std::move(label));
        }
      }
      std::sort(labels.begin(), labels.end(),
                [](const TextBlock& a, const TextBlock& b) { return a.box.y0 < b.box.y0; });
      divide_rows(c, labels);
    }
  }

  /// On one baseline with a figure of its line.
  bool is_level(std::size_t line, std::size_t s) const {
    for (std::size_t t = 0; t < lines_[line].segments.size(); ++t) {
      if (segment(line, t).figure &&
          std::abs(segment(line, t).baseline - segment(line, s).baseline) < 0.12 * segment(line, s).size)
        return true;
    }
    return false;
  }

  double row_centre(std::size_t r) const { return rows_[r].box.centre().y; }

  bool free_at(std::size_t row, int column) const {
    return std::none_of(body_.begin(), body_.end(), [&](const Placed& placed) {
      return placed.row <= static_cast<int>(row) && static_cast<int>(row) < placed.row + placed.row_span &&
             placed.block.columns.first <= column && column <= placed.block.columns.last;
    });
  }

  void divide_rows(int column, std::vector<TextBlock>& labels) {
    if (labels.empty() || rows_.empty()) return;
    std::vector<Placed> placed;
    std::size_t next = 0;
    for (std::size_t begin = 0; begin < rows_.size();) {
      if (!free_at(begin, column)) {
        ++begin;
        continue;
      }
      std::size_t end = begin;
      while (end < rows_.size() && free_at(end, column)) ++end;
      // Labels whose centre lies in this run of rows.
      const double bottom = end < rows_.size() ? (rows_[end - 1].box.y1 + rows_[end].box.y0) / 2 : 1e300;
      std::size_t last = next;
      while (last < labels.size() && labels[last].box.centre().y < bottom) ++last;
      if (last > next) divide_run(begin, end, next, last, labels, placed);
      next = last;
      begin = end;
    }
    for (; next < labels.size(); ++next) {
      placed.push_back({labels[next], static_cast<int>(rows_.size()) - 1, 1});
    }
    for (Placed& p : placed) body_.push_back(std::move(p));
  }

  /// Rows [begin, end) among labels [first, last): the division with the least sum of distances between the middle of
  /// each label and the middle of its rows, or between its top and the top of its rows, whichever fits better.
  void divide_run(std::size_t begin, std::size_t end, std::size_t first, std::size_t last,
                  const std::vector<TextBlock>& labels, std::vector<Placed>& placed) {
    const std::size_t n = end - begin, k = last - first;
    if (k > n) {  // more labels than rows: each to the nearest row
      for (std::size_t i = first; i < last; ++i) {
        std::size_t best = begin;
        for (std::size_t r = begin; r < end; ++r) {
          if (std::abs(row_centre(r) - labels[i].box.centre().y) <
              std::abs(row_centre(best) - labels[i].box.centre().y))
            best = r;
        }
        placed.push_back({labels[i], static_cast<int>(best), 1});
      }
      return;
    }
    std::vector<std::size_t> best_cuts;
    double least = 1e300;
    for (const bool middle : {false, true}) {
      auto cost = [&](std::size_t label, std::size_t from, std::size_t to) {  // rows [from, to)
        const Box& box = labels[first + label].box;
        if (!middle) return std::abs(box.y0 - rows_[begin + from].box.y0) + 0.1;
        const double top = rows_[begin + from].box.y0, bottom = rows_[begin + to - 1].box.y1;
        return std::abs(box.centre().y - (top + bottom) / 2);
      };
      // best[i][j]: labels [0, i) over rows [0, j).
      std::vector<std::vector<double>> best(k + 1, std::vector<double>(n + 1, 1e300));
      std::vector<std::vector<std::size_t>> from(k + 1, std::vector<std::size_t>(n + 1, 0));
      // Rows above the first label may be those of a label on the page before, or stay blank.
      best[0][0] = 0;
      for (std::size_t j = 1; j < n; ++j) best[0][j] = middle ? (before_ != nullptr ? 1.0 : 1e300) : 0;
      for (std::size_t i = 1; i <= k; ++i) {
        for (std::size_t j = i; j <= n; ++j) {
          for (std::size_t p = i - 1; p < j; ++p) {
            if (best[i - 1][p] >= 1e300) continue;
            const double total = best[i - 1][p] + cost(i - 1, p, j);
            if (total < best[i][j] - 1e-9) {
              best[i][j] = total;
              from[i][j] = p;
            }
          }
        }
      }
      // At equal cost labels stand at the top: half a point is rounding.
      if (best[k][n] < least - (middle ? 0.5 : 0)) {
        least = best[k][n];
        best_cuts.assign(k + 1, 0);
        best_cuts[k] = n;
        for (std::size_t i = k; i > 0; --i) best_cuts[i - 1] = from[i][best_cuts[i]];
      }
    }
    for (std::size_t i = 0; i < k; ++i) {
      placed.push_back({labels[first + i], static_cast<int>(begin + best_cuts[i]),
                        static_cast<int>(best_cuts[i + 1] - best_cuts[i])});
    }
  }

  void place_heads() {
    std::vector<TextBlock> blocks;
    for (std::size_t l = 0; l < static_cast<std::size_t>(head_lines_); ++l) {
      for (std::size_t s = 0; s < lines_[l].segments.size(); ++s) {
        if (taken_[l][s]) continue;
        taken_[l][s] = true;
        const TextSegment& text = segment(l, s);
        const ColumnRange& place = range(l, s);
        TextBlock* same_line = nullptr;
        TextBlock* before = nullptr;
        for (TextBlock& block : blocks) {
          const bool shares = block.columns.first <= place.last && place.first <= block.columns.last;
          if (!shares) continue;
          if (block.last_line == static_cast<int>(l)) same_line = &block;
          if (block.columns == place || is_rest_of(block, l, s)) before = &block;
        }
        if (same_line != nullptr && same_line->columns == place) {  // letters that are spaced out
          add_segment(*same_line, text, static_cast<int>(l));
          continue;
        }
        // One cell with what stands above in the same columns, unless something else came between.
        if (before != nullptr && text.box.y0 - before->box.y1 < 0.9 * text.size &&
            !rule_through(before->box.y1, text.box.y0, text.box)) {
          add_segment(*before, text, static_cast<int>(l));
          continue;
        }
        TextBlock block;
        block.columns = place;
        add_segment(block, text, static_cast<int>(l));
        blocks.push_back(std::move(block));
      }
    }
    for (TextBlock& stack : stacks_) {
      if (stack.last_line < head_lines_) blocks.push_back(stack);
    }
    // A head over others stands in the middle of their columns.
    std::vector<ColumnRange> wide;
    for (std::size_t b = 0; b < blocks.size(); ++b) wide.push_back(extent_of(blocks, b));
    for (std::size_t b = 0; b < blocks.size(); ++b) {
      // Two heads side by side never share a column.
      bool collides = false;
      for (std::size_t i = 0; i < blocks.size(); ++i) {
        const double overlap =
            std::min(blocks[b].box.y1, blocks[i].box.y1) - std::max(blocks[b].box.y0, blocks[i].box.y0);
        collides = collides || (i != b && overlap > 0.3 * blocks[b].size && wide[i].first <= wide[b].last &&
                                wide[b].first <= wide[i].last);
      }
      if (!collides) blocks[b].columns = wide[b];
    }

    // Levels: cuts between what stands one above the other in some column.
    std::vector<std::pair<double, double>> between;  // (end, begin): a cut lies in each
    for (const TextBlock& upper : blocks) {
      for (const TextBlock& lower : blocks) {
        const bool shares = upper.columns.first <= lower.columns.last && lower.columns.first <= upper.columns.last;
        if (&upper == &lower || !shares || lower.box.centre().y <= upper.box.centre().y) continue;
        between.emplace_back(std::max(lower.box.y0, upper.box.y1), std::min(upper.box.y1, lower.box.y0));
      }
    }
    std::sort(between.begin(), between.end());
    std::vector<double> cuts;
    for (std::size_t i = 0; i < between.size();) {
      // All that can share a cut with the one that ends first; the cut lies in the middle of what they have in common.
      const double end = between[i].first;
      double begin = -1e300;
      for (; i < between.size() && between[i].second <= end; ++i) begin = std::max(begin, between[i].second);
      cuts.push_back((begin + end) / 2);
    }
    head_rows_ = blocks.empty() ? 0 : static_cast<int>(cuts.size()) + 1;
    head_cuts_ = cuts;
    for (const TextBlock& block : blocks) {
      int first = 0, last = 0;
      const double slack = 0.25 * block.size;
      for (double cut : cuts) {
        first += block.box.y0 + slack >= cut;
        last += block.box.y1 - slack > cut;
      }
      heads_.push_back({block, first, std::max(1, last - first + 1)});
    }
    // A head in the middle of a tall cell begins above its text.
    for (Placed& head : heads_) {
      while (head.row > 0 &&
             cell_top(head.block) < cuts[static_cast<std::size_t>(head.row) - 1] - 0.25 * head.block.size &&
             free_head_row(head.row - 1, head.block.columns)) {
        --head.row;
        ++head.row_span;
      }
    }
    // Two heads in one slot are one head.
    for (std::size_t i = 0; i < heads_.size(); ++i) {
      for (std::size_t j = i + 1; j < heads_.size();) {
        const bool shares = heads_[i].block.columns.first <= heads_[j].block.columns.last &&
                            heads_[j].block.columns.first <= heads_[i].block.columns.last &&
                            heads_[i].row < heads_[j].row + heads_[j].row_span &&
                            heads_[j].row < heads_[i].row + heads_[i].row_span;
        if (!shares) {
          ++j;
          continue;
        }
        merge(heads_[i], heads_[j]);
        heads_.erase(heads_.begin() + static_cast<std::ptrdiff_t>(j));
        j = i + 1;
      }
    }
  }

  bool free_head_row(int row, const ColumnRange& range) const {
    return std::none_of(heads_.begin(), heads_.end(), [&](const Placed& head) {
      return head.row <= row && row < head.row + head.row_span && head.block.columns.first <= range.last &&
             range.first <= head.block.columns.last;
    });
  }

  static void merge(Placed& into, const Placed& other) {
    into.block.glyphs.insert(into.block.glyphs.end(), other.block.glyphs.begin(), other.block.glyphs.end());
    into.block.box.add(other.block.box);
    into.block.columns = {std::min(into.block.columns.first, other.block.columns.first),
                          std::max(into.block.columns.last, other.block.columns.last)};
    const int end = std::max(into.row + into.row_span, other.row + other.row_span);
    into.row = std::min(into.row, other.row);
    into.row_span = end - into.row;
  }

  /// What no step has placed: to the row nearest to it.
  void place_rest() {
    auto place = [&](TextBlock block) {
      int best = 0;
      for (std::size_t r = 0; r < rows_.size(); ++r) {
        const double away = std::abs(row_centre(r) - block.box.centre().y);
        if (away < std::abs(row_centre(static_cast<std::size_t>(best)) - block.box.centre().y))
          best = static_cast<int>(r);
      }
      if (rows_.empty()) {
        head_rows_ = std::max(head_rows_, 1);
        heads_.push_back({std::move(block), 0, 1});
      } else {
        body_.push_back({std::move(block), best, 1});
      }
    };
    for (TextBlock& stack : stacks_) {
      if (stack.last_line >= head_lines_ && stack.columns.first >= label_) place(std::move(stack));
    }
    for (std::size_t l = 0; l < lines_.size(); ++l) {
      for (std::size_t s = 0; s < lines_[l].segments.size(); ++s) {
        if (taken_[l][s]) continue;
        TextBlock block;
        block.columns = range(l, s);
        add_segment(block, segment(l, s), static_cast<int>(l));
        place(std::move(block));
      }
    }
  }

  bool rule_through(double top, double bottom, const Box& box) const {
    for (const Rule& rule : rules_) {
      if (rule.at > top - 1 && rule.at < bottom + 1 && rule.from < box.centre().x && box.centre().x < rule.to)
        return true;
    }
    return false;
  }

  /// The second line of a head over several columns: shorter, with the same middle or left edge, and nothing beside it.
  bool is_rest_of(const TextBlock& head, std::size_t line, std::size_t s) const {
    const ColumnRange& place = range(line, s);
    if (head.columns.count() < 2 || place.first < head.columns.first || place.last > head.columns.last) return false;
    for (std::size_t t = 0; t < lines_[line].segments.size(); ++t) {
      if (t != s && range(line, t).first <= head.columns.last && head.columns.first <= range(line, t).last)
        return false;
    }
    const Box& box = segment(line, s).box;
    const double em = segment(line, s).size;
    return std::abs(box.centre().x - head.box.centre().x) < 0.3 * em || std::abs(box.x0 - head.box.x0) < 0.3 * em;
  }

  ColumnRange extent_of(const std::vector<TextBlock>& blocks, std::size_t b) const {
    const TextBlock& block = blocks[b];
    // Columns that have something of their own below this block, and nothing beside it.
    auto below = [&](int c) {
      return std::any_of(blocks.begin(), blocks.end(), [&](const TextBlock& other) {
        return other.columns.first <= c && c <= other.columns.last && other.box.y0 >= block.box.y1 - 0.3 * block.size;
      });
    };
    auto beside = [&](int c) {
      for (std::size_t i = 0; i < blocks.size(); ++i) {
        const TextBlock& other = blocks[i];
        if (i == b || c < other.columns.first || c > other.columns.last) continue;
        if (other.box.y0 < block.box.y1 - 0.3 * block.size && other.box.y1 > block.box.y0 + 0.3 * block.size)
          return true;
      }
      return false;
    };
    // A rule below it says how wide it is.
    for (const Rule& rule : rules_) {
      if (rule.at < block.box.y1 - 0.3 * block.size || rule.at > block.box.y1 + 0.8 * block.size) continue;
      if (rule.from > block.box.centre().x || rule.to < block.box.centre().x) continue;
      if (rule.length() > 0.9 * (layout_.columns.back().x1 - layout_.columns.front().x0)) continue;
      const bool shared = std::any_of(blocks.begin(), blocks.end(), [&](const TextBlock& other) {
        const double middle = other.box.centre().x;
        return &other != &block && rule.from < middle && middle < rule.to && other.box.y0 < block.box.y1 &&
               block.box.y0 < other.box.y1;
      });
      if (shared) continue;
      ColumnRange range{-1, -1};
      for (int c = 0; c < columns(); ++c) {
        const InkColumn& column = layout_.columns[static_cast<std::size_t>(c)];
        const double centre = (column.x0 + column.x1) / 2;
        if (centre < rule.from - 2 || centre > rule.to + 2) continue;
        if (range.first < 0) range.first = c;
        range.last = c;
      }
      if (range.first >= 0) return range;
    }
    bool has_below = false;
    for (int c = block.columns.first; c <= block.columns.last; ++c) has_below |= below(c);
    if (!has_below) return block.columns;
    int low = block.columns.first, high = block.columns.last;
    while (low > 0 && below(low - 1) && !beside(low - 1) && !reaches_up_beside(blocks, block, low - 1)) --low;
    while (high + 1 < columns() && below(high + 1) && !beside(high + 1) && !reaches_up_beside(blocks, block, high + 1))
      ++high;
    auto offset = [&](int a, int z) {
      const double left = layout_.columns[static_cast<std::size_t>(a)].x0;
      const double right = layout_.columns[static_cast<std::size_t>(z)].x1;
      const double centre = block.box.centre().x;
      double off = std::abs((left + right) / 2 - centre);
      if (z + 1 == columns()) off = std::min(off, std::abs((left + right_side()) / 2 - centre));
      return off / block.size;
    };
    ColumnRange best = block.columns;
    double least_offset = 1e300;
    for (int a = low; a <= block.columns.first; ++a) {
      for (int z = block.columns.last; z <= high; ++z) {
        // Of ranges that fit about as well the wider one.
        const double cost = offset(a, z) - 0.05 * (z - a);
        if (cost < least_offset) {
          least_offset = cost;
          best = {a, z};
        }
      }
    }
    // Heads beside the range whose cells begin below this one stand under it too.
    int least = best.first, most = best.last;
    while (least > low && begins_below(blocks, block, least - 1)) --least;
    while (most < high && begins_below(blocks, block, most + 1)) ++most;
    ColumnRange widest = best;
    for (int a = least; a <= best.first; ++a) {
      for (int z = best.last; z <= most; ++z) {
        if (z - a + 1 > widest.count() && offset(a, z) < 0.8) widest = {a, z};
      }
    }
    return widest;
  }

  /// Where the head ends, in the middle of the white below it.
  double head_bottom() const {
    double bottom = -1e300;
    for (std::size_t l = 0; l < static_cast<std::size_t>(head_lines_); ++l) bottom = std::max(bottom, lines_[l].box.y1);
    return rows_.empty() ? bottom : (bottom + rows_.front().box.y0) / 2;
  }

  /// The top of the cell that a head stands in the middle of, if it reaches down to the end of the head.
  double cell_top(const TextBlock& head) const { return 2 * head.box.centre().y - head_bottom(); }

  /// The lowest head in a column, which alone reaches down to the end of the head.
  static const TextBlock* lowest_head(const std::vector<TextBlock>& blocks, int column) {
    const TextBlock* lowest = nullptr;
    for (const TextBlock& head : blocks) {
      if (head.columns.first > column || column > head.columns.last) continue;
      if (lowest == nullptr || head.box.y0 > lowest->box.y0) lowest = &head;
    }
    return lowest;
  }

  /// In this column stands a head in the middle of a cell that reaches up beside `upper`.
  bool reaches_up_beside(const std::vector<TextBlock>& blocks, const TextBlock& upper, int column) const {
    const TextBlock* head = lowest_head(blocks, column);
    if (head == nullptr || head == &upper) return false;
    const bool alone = std::none_of(blocks.begin(), blocks.end(), [&](const TextBlock& other) {
      return &other != head && &other != &upper && other.columns.first <= column && column <= other.columns.last &&
             other.box.y0 > upper.box.centre().y;
    });
    return alone && head->box.y0 > upper.box.centre().y && cell_top(*head) < upper.box.centre().y;
  }

  /// In this column stands a head in the middle of a cell that begins below `upper`.
  bool begins_below(const std::vector<TextBlock>& blocks, const TextBlock& upper, int column) const {
    const TextBlock* head = lowest_head(blocks, column);
    return head != nullptr && head != &upper && cell_top(*head) > upper.box.centre().y &&
           head->box.centre().y < head_bottom() - 1.2 * head->size;
  }

  Piece finish() {
    Piece piece;
    piece.page = table_.page;
    Grid& grid = piece.grid;
    const int columns_count = columns();
    const int rows_count = head_rows_ + static_cast<int>(rows_.size());
    grid.xs.push_back(layout_.columns.front().x0);
    for (int c = 1; c < columns_count; ++c) {
      grid.xs.push_back(
          (layout_.columns[static_cast<std::size_t>(c) - 1].x1 + layout_.columns[static_cast<std::size_t>(c)].x0) / 2);
    }
    grid.xs.push_back(layout_.columns.back().x1);
    Box box = Box::nothing();
    for (const SegmentLine& line : lines_) box.add(line.box);
    grid.xs.front() = std::min(grid.xs.front(), box.x0);
    grid.xs.back() = std::max(grid.xs.back(), box.x1);
    grid.ys.push_back(box.y0);
    for (double cut : head_cuts_) grid.ys.push_back(cut);
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (r == 0 && head_rows_ == 0) continue;
      double above = box.y0;
      if (r > 0) {
        above = rows_[r - 1].box.y1;
      } else {
        for (const Placed& head : heads_) above = std::max(above, head.block.box.y1);
      }
      grid.ys.push_back((above + rows_[r].box.y0) / 2);
    }
    grid.ys.push_back(box.y1);
    for (std::size_t i = 1; i < grid.ys.size(); ++i) grid.ys[i] = std::max(grid.ys[i], grid.ys[i - 1] + 0.01);

    std::vector<int> owner(static_cast<std::size_t>(rows_count) * static_cast<std::size_t>(columns_count), -1);
    auto slot = [&](int r, int c) -> int& {
      return owner[static_cast<std::size_t>(r) * static_cast<std::size_t>(columns_count) + static_cast<std::size_t>(c)];
    };
    std::vector<Placed> cells = std::move(heads_);
    for (Placed& placed : body_) {
      placed.row += head_rows_;
      cells.push_back(std::move(placed));
    }
    for (Placed& cell : cells) {
      // What is taken already stays; a cell that finds its first slot taken joins its owner.
      const int first = slot(cell.row, cell.block.columns.first);
      if (first >= 0) {
        std::vector<int>& glyphs = piece.glyphs[static_cast<std::size_t>(first)];
        glyphs.insert(glyphs.end(), cell.block.glyphs.begin(), cell.block.glyphs.end());
        continue;
      }
      Span span{cell.row, cell.block.columns.first, cell.row_span, cell.block.columns.count(), true};
      while (span.column_span > 1 && !all_free(slot, {span.row, span.column, 1, span.column_span, true}))
        --span.column_span;
      while (span.row_span > 1 && !all_free(slot, span)) --span.row_span;
      for (int r = span.row; r < span.row + span.row_span; ++r) {
        for (int c = span.column; c < span.column + span.column_span; ++c)
          slot(r, c) = static_cast<int>(piece.spans.size());
      }
      piece.spans.push_back(span);
      piece.glyphs.push_back(std::move(cell.block.glyphs));
    }
    for (int r = 0; r < rows_count; ++r) {
      for (int c = 0; c < columns_count; ++c) {
        if (slot(r, c) >= 0) continue;
        slot(r, c) = static_cast<int>(piece.spans.size());
        piece.spans.push_back({r, c, 1, 1, true});
        piece.glyphs.emplace_back();
      }
    }
    std::vector<std::size_t> order(piece.spans.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const Span& p = piece.spans[a];
      const Span& q = piece.spans[b];
      return p.row != q.row ? p.row < q.row : p.column < q.column;
    });
    std::vector<Span> spans;
    std::vector<std::vector<int>> glyphs;
    for (std::size_t i : order) {
      spans.push_back(piece.spans[i]);
      glyphs.push_back(std::move(piece.glyphs[i]));
      std::sort(glyphs.back().begin(), glyphs.back().end());
    }
    piece.spans = std::move(spans);
    piece.glyphs = std::move(glyphs);
    piece.overrun.assign(piece.spans.size(), false);
    grid.upper.assign(static_cast<std::size_t>(rows_count + 1) * static_cast<std::size_t>(columns_count), Edge::open);
    grid.left.assign(static_cast<std::size_t>(rows_count) * static_cast<std::size_t>(columns_count + 1), Edge::open);
    for (const Span& span : piece.spans) {
      for (int c = span.column; c < span.column + span.column_span; ++c) {
        grid.upper_of(span.row, c) = grid.upper_of(span.row + span.row_span, c) = Edge::gap;
      }
      for (int r = span.row; r < span.row + span.row_span; ++r) {
        grid.left_of(r, span.column) = grid.left_of(r, span.column + span.column_span) = Edge::gap;
      }
    }
    return piece;
  }

  static bool all_free(auto&& slot, const Span& span) {
    for (int r = span.row; r < span.row + span.row_span; ++r) {
      for (int c = span.column; c < span.column + span.column_span; ++c) {
        if (slot(r, c) >= 0) return false;
      }
    }
    return true;
  }

  const WhiteTable& table_;
  const std::vector<SegmentLine>& lines_;
  const std::vector<Rule>& rules_;
  const Piece* before_;  // on the page before, where the table goes on from there; null elsewhere
  ColumnLayout layout_;
  std::vector<std::vector<bool>> taken_;  // segments that are placed
  std::vector<TextBlock> stacks_;
  int first_figures_ = 0;  // column; columns() where no column holds figures
  int label_ = 0;          // the column that labels each row
  int head_lines_ = 0;
  int head_rows_ = 0;
  std::vector<double> head_cuts_;
  std::vector<Row> rows_;
  std::vector<Placed> body_;
  std::vector<Placed> heads_;
};

}  // namespace

Piece white_grid(const WhiteTable& table, const Piece* before) {
  return Builder(table, before).build();
}

}  // namespace fubiao
