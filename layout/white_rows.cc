// Which lines of text are rows.
//
// A line with figures is the anchor of a row. Other lines are labels of their own (titles of sections), or the rest of
// a text that was too long for its line. Four witnesses, in this order:
//   - Rules between rows: where most rows have one, what no rule parts is one row.
//   - White: where there are two kinds of it, narrow between lines and wide between rows, and rows so made have one
//   line
//     of figures each. (It does not tell where rows are set as close as lines are.)
//   - Distance: lines closer than lines of one text can be stand side by side, in the middle of one row.
//   - Room: a label goes on below if its first word there had no room on the line above. Titles of sections are short,
//     and begin again at the left; items of an enumeration begin anew.
// Where no column holds figures, a line with text in the first column begins a row.
//
// The head is what stands above the first line with figures, years and column numbers aside, as far as it has something
// over the columns of figures. Does not apply to labels of several rows (white_labels.cc).
// Invariant: rows are in order and do not overlap. Tested by white_rows_test.cc, white_grid_test.cc and
// unruled_test.cc.

#include "layout/white_rows.h"

#include <algorithm>
#include <cmath>

#include "extract/utf8.h"
#include "layout/join.h"

namespace fubiao {

namespace {

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

void find_stub(WhiteSketch& sketch) {
  sketch.first_figures = sketch.columns();
  for (int c = sketch.columns() - 1; c >= 0; --c) {
    if (sketch.layout.columns[static_cast<std::size_t>(c)].of_figures()) sketch.first_figures = c;
  }
  if (sketch.first_figures >= sketch.columns()) {
    sketch.label = 0;
    return;
  }
  // The column that labels each row: the first of the stub with text in most lines of figures. Those before it hold
  // labels of several rows.
  sketch.label = std::max(0, sketch.first_figures - 1);
  for (int c = 0; c < sketch.label; ++c) {
    int lines = 0, labelled = 0;
    for (std::size_t l = 0; l < sketch.lines.size(); ++l) {
      if (sketch.figures_in(l) == 0) continue;
      ++lines;
      for (std::size_t s = 0; s < sketch.lines[l].segments.size(); ++s) {
        if (!sketch.taken[l][s] && sketch.range(l, s).first <= c && c <= sketch.range(l, s).last) {
          ++labelled;
          break;
        }
      }
    }
    if (10 * labelled >= 7 * lines) sketch.label = c;
  }
}

/// A rule below line i that is as wide as the table.
bool wide_rule_below(const WhiteSketch& sketch, std::size_t line) {
  const double top = sketch.lines[line].box.y1 - 0.3 * sketch.lines[line].size;
  const double bottom =
      line + 1 < sketch.lines.size() ? sketch.lines[line + 1].box.y0 + 0.3 * sketch.lines[line + 1].size : top;
  const double width = sketch.layout.columns.back().x1 - sketch.layout.columns.front().x0;
  double covered = 0;
  for (const Rule& rule : sketch.rules) {
    if (rule.at < top || rule.at > bottom) continue;
    covered += std::min(rule.to, sketch.layout.columns.back().x1 + 4) -
               std::max(rule.from, sketch.layout.columns.front().x0 - 4);
  }
  return covered > 0.7 * width;
}

void find_head(WhiteSketch& sketch) {
  sketch.head_lines = 0;
  if (!sketch.has_figures() || sketch.before != nullptr) return;
  std::size_t first = 0;
  for (; first < sketch.lines.size(); ++first) {
    if (sketch.figures_in(first) > 0 && !has_head_figures(sketch.lines[first])) break;
  }
  if (first >= sketch.lines.size()) return;
  // Lines above the first one with figures that are labels (of groups of rows, or begun labels) and no heads: they
  // have nothing over the figures.
  while (first > 0) {
    const std::size_t above = first - 1;
    bool over_figures = false;
    for (std::size_t s = 0; s < sketch.lines[above].segments.size(); ++s) {
      over_figures = over_figures || (!sketch.taken[above][s] && sketch.range(above, s).last >= sketch.first_figures);
    }
    if (over_figures || wide_rule_below(sketch, above)) break;
    --first;
  }
  // The deepest head seen, of a report whose lines were taken away, has 34 lines; of drawn ones, 16.
  constexpr std::size_t deepest_head = 60;
  // Heads are compared pair by pair (white_heads.cc). The largest seen has 93 texts; 27,000 take six seconds.
  constexpr std::size_t most_texts = 4000;
  std::size_t texts = 0;
  for (std::size_t l = 0; l < first; ++l) texts += sketch.lines[l].segments.size();
  sketch.head_lines = first > deepest_head || texts > most_texts ? 0 : static_cast<int>(first);
}

double pitch(const WhiteSketch& sketch, std::size_t upper, std::size_t lower) {
  return sketch.lines[lower].baseline - sketch.lines[upper].baseline;
}

/// Whether the first word of `next` had no room behind `text` in a column that ends at `end`.
bool had_no_room(const TextSegment& text, const TextSegment& next, double end) {
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

/// The rest of a label that begins above, at the same left edge, and reaches into the last column of the stub there.
bool goes_on_wide_label(const WhiteSketch& sketch, std::size_t line, std::size_t s) {
  const TextSegment& text = sketch.segment(line, s);
  for (std::size_t above = line; above-- > 0 && text.baseline - sketch.lines[above].baseline < 1.7 * text.size;) {
    for (std::size_t t = 0; t < sketch.lines[above].segments.size(); ++t) {
      const TextSegment& label = sketch.segment(above, t);
      if (sketch.taken[above][t] || label.figure || sketch.range(above, t).count() < 2) continue;
      if (sketch.range(above, t).first <= sketch.range(line, s).first && sketch.label <= sketch.range(above, t).last &&
          std::abs(label.box.x0 - text.box.x0) < 0.5 * text.size) {
        return true;
      }
    }
  }
  return false;
}

/// Text of the row itself, not of labels of several rows.
bool has_row_text(const WhiteSketch& sketch, std::size_t line) {
  for (std::size_t s = 0; s < sketch.lines[line].segments.size(); ++s) {
    if (!sketch.taken[line][s] && (sketch.range(line, s).last >= sketch.label || goes_on_wide_label(sketch, line, s)))
      return true;
  }
  return false;
}

bool columns_shared(const WhiteSketch& sketch, std::size_t a, std::size_t b, bool figures_only) {
  for (std::size_t s = 0; s < sketch.lines[a].segments.size(); ++s) {
    if (sketch.taken[a][s] || (figures_only && !sketch.segment(a, s).figure)) continue;
    for (std::size_t t = 0; t < sketch.lines[b].segments.size(); ++t) {
      if (sketch.taken[b][t] || (figures_only && !sketch.segment(b, t).figure)) continue;
      if (sketch.range(a, s).first <= sketch.range(b, t).last && sketch.range(b, t).first <= sketch.range(a, s).last)
        return true;
    }
  }
  return false;
}

/// Whether each text of b stands below a text of a, in the same column.
bool goes_on_above(const WhiteSketch& sketch, std::size_t a, std::size_t b) {
  for (std::size_t t = 0; t < sketch.lines[b].segments.size(); ++t) {
    if (sketch.taken[b][t]) continue;
    bool above = false;
    for (std::size_t s = 0; s < sketch.lines[a].segments.size(); ++s) {
      above =
          above || (!sketch.taken[a][s] && !sketch.segment(a, s).figure && sketch.range(a, s) == sketch.range(b, t));
    }
    if (!above) return false;
  }
  return true;
}

bool rule_between(const WhiteSketch& sketch, std::size_t upper, std::size_t lower) {
  const double top = sketch.lines[upper].baseline;
  const double bottom = sketch.lines[lower].baseline - 0.3 * sketch.lines[lower].size;
  const double width = sketch.layout.columns.back().x1 - sketch.layout.columns.front().x0;
  const auto first = std::upper_bound(sketch.rules.begin(), sketch.rules.end(), top,
                                      [](double y, const Rule& rule) { return y < rule.at; });
  for (auto rule = first; rule != sketch.rules.end() && rule->at < bottom; ++rule) {
    if (rule->length() > 0.3 * width) return true;
  }
  return false;
}

/// The white, in points, from which on two lines are two rows; 0 where white does not tell. It tells where there are
/// two kinds of it, the narrow one between lines that have less text than those behind a wide one.
double row_spacing(const WhiteSketch& sketch, const std::vector<std::size_t>& body, auto&& is_anchor) {
  if (body.size() < 4) return 0;
  std::vector<double> whites;
  double bottom = sketch.lines[body.front()].box.y1, em = 0;
  for (std::size_t i = 1; i < body.size(); ++i) {
    whites.push_back(sketch.lines[body[i]].box.y0 - bottom);
    bottom = std::max(bottom, sketch.lines[body[i]].box.y1);
    em = std::max(em, sketch.lines[body[i]].size);
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
  double first = static_cast<double>(sketch.lines[body.front()].segments.size()), rest = 0;
  double last = static_cast<double>(sketch.lines[body.back()].segments.size()),
         before = 0;  // for text set at the bottom
  int firsts = 1, rests = 0;
  std::size_t row = 0;  // first line of the row, in body
  for (std::size_t i = 0; i < whites.size(); ++i) {
    const std::size_t b = body[i + 1];
    if (whites[i] >= limit) {
      first += static_cast<double>(sketch.lines[b].segments.size());
      last += static_cast<double>(sketch.lines[body[i]].segments.size());
      ++firsts;
      row = i + 1;
      continue;
    }
    // Figures one below the other are two rows, whatever the white.
    if (sketch.has_figures() && is_anchor(b)) {
      for (std::size_t k = row; k <= i; ++k) {
        if (is_anchor(body[k]) && columns_shared(sketch, body[k], b, true)) return 0;
      }
    }
    rest += static_cast<double>(sketch.lines[b].segments.size());
    before += static_cast<double>(sketch.lines[body[i]].segments.size());
    ++rests;
  }
  if (rests < 2 || firsts < 2) return 0;
  // Where there are figures, each row must have one line of them; a few are titles of sections.
  if (sketch.has_figures()) {
    const auto anchors = std::count_if(body.begin(), body.end(), is_anchor);
    return 4 * anchors >= 3 * firsts ? limit : 0;
  }
  const bool fewer = rest / rests < 0.8 * (first / firsts) || before / rests < 0.8 * (last / firsts);
  return fewer ? limit : 0;
}

}  // namespace

void find_stub_and_head(WhiteSketch& sketch) {
  find_stub(sketch);
  find_head(sketch);
}

void find_rows(WhiteSketch& sketch) {
  std::vector<std::size_t> body;  // lines with text of rows
  for (std::size_t l = static_cast<std::size_t>(sketch.head_lines); l < sketch.lines.size(); ++l) {
    if (has_row_text(sketch, l)) body.push_back(l);
  }
  if (body.empty()) return;
  // The usual distance of two lines of one text in the stub, and of two rows.
  const double label_end = sketch.layout.columns[static_cast<std::size_t>(sketch.label)].x1;
  std::vector<bool> joined(body.size(), false);  // to the line before it
  auto is_anchor = [&](std::size_t l) {
    return sketch.has_figures() ? sketch.figures_in(l) > 0 : sketch.label_of(l) != nullptr;
  };
  int pairs = 0, ruled = 0;
  for (std::size_t i = 1; i < body.size(); ++i) {
    if (!is_anchor(body[i - 1]) || !is_anchor(body[i])) continue;
    ++pairs;
    ruled += rule_between(sketch, body[i - 1], body[i]);
  }
  const bool ruled_rows = ruled >= 2 && 4 * ruled >= 3 * pairs;
  const double apart = row_spacing(sketch, body, is_anchor);
  double bottom = body.empty() ? 0 : sketch.lines[body.front()].box.y1;
  for (std::size_t i = 1; i < body.size(); ++i) {
    const std::size_t a = body[i - 1], b = body[i];
    const double white = sketch.lines[b].box.y0 - bottom;
    bottom = std::max(bottom, sketch.lines[b].box.y1);
    if (apart > 0 && !rule_between(sketch, a, b)) {  // white tells rows from lines
      joined[i] = white < apart;
      // But the title of a section may stand close over its first row.
      const TextSegment* upper = sketch.label_of(a);
      const TextSegment* lower = sketch.label_of(b);
      if (joined[i] && sketch.has_figures() && !is_anchor(a) && is_anchor(b) && upper != nullptr && lower != nullptr &&
          !had_no_room(*upper, *lower, label_end)) {
        joined[i] = false;
      }
      continue;
    }
    if (rule_between(sketch, a, b)) continue;
    const double em = std::max(sketch.lines[a].size, sketch.lines[b].size);
    const double step = pitch(sketch, a, b);
    if (is_anchor(a) && is_anchor(b) && columns_shared(sketch, a, b, sketch.has_figures())) continue;
    if (ruled_rows) {  // what no rule parts is one row
      joined[i] = true;
      continue;
    }
    if (step < 0.85 * em) {  // closer than lines of one text can be: side by side
      joined[i] = !columns_shared(sketch, a, b, true);
      continue;
    }
    if (step > 1.9 * em) continue;
    if (!sketch.has_figures()) {
      joined[i] = !is_anchor(b);
      continue;
    }
    const TextSegment* upper = sketch.label_of(a);
    const TextSegment* lower = sketch.label_of(b);
    const bool a_row = is_anchor(a), b_row = is_anchor(b);
    if (a_row && b_row) continue;
    if (lower == nullptr && !b_row) {  // text of other columns that goes on
      joined[i] = goes_on_above(sketch, a, b);
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
      sketch.rows.back().last_line = static_cast<int>(body[i]);
      continue;
    }
    sketch.rows.push_back({static_cast<int>(body[i]), static_cast<int>(body[i]), Box::nothing()});
  }
}

void place_body(WhiteSketch& sketch) {
  for (std::size_t r = 0; r < sketch.rows.size(); ++r) {
    std::vector<TextBlock> cells;  // of this row
    for (int l = sketch.rows[r].first_line; l <= sketch.rows[r].last_line; ++l) {
      const auto line = static_cast<std::size_t>(l);
      for (std::size_t s = 0; s < sketch.lines[line].segments.size(); ++s) {
        if (sketch.taken[line][s]) continue;
        const ColumnRange& place = sketch.range(line, s);
        // Left of the stub's last column stand labels of several rows, and the rest of a wide label of this row.
        const bool goes_on = std::any_of(cells.begin(), cells.end(), [&](const TextBlock& cell) {
          return cell.columns.count() > 1 && cell.columns.first <= place.first && place.last <= cell.columns.last;
        });
        if (place.last < sketch.label && !goes_on) continue;
        sketch.taken[line][s] = true;
        auto it = std::find_if(cells.begin(), cells.end(), [&](const TextBlock& cell) {
          return cell.columns.first <= place.last && place.first <= cell.columns.last;
        });
        if (it == cells.end()) {
          cells.emplace_back();
          it = cells.end() - 1;
          it->columns = place;
        }
        it->columns = {std::min(it->columns.first, place.first), std::max(it->columns.last, place.last)};
        it->figure = sketch.segment(line, s).figure;
        add_segment(*it, sketch.segment(line, s), l);
        sketch.rows[r].box.add(sketch.segment(line, s).box);
      }
    }
    for (TextBlock& cell : cells) sketch.body.push_back({std::move(cell), static_cast<int>(r), 1});
  }
}

}  // namespace fubiao
