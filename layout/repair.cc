// Repairs of finished grids.
//
// A merged cell is one cell to the reader, but its source may spread things over it: Word keeps (and does not show)
// what stood in cells before they were merged, WPS and converters put one character of a vertical label on each row.
// Two questions decide. Is it a number? Then it is no part of a label: stray, taken out and quoted in a finding. Does
// the lexicon know the joined text and not the first piece? Then the label goes on. Without a lexicon only single Han
// characters one below the other are joined, for nothing else is printed that way.
//
// Invariants: covers_exactly_once stays true; a text that leaves its cell is quoted in a finding; a joined cell is
// marked `repaired`. Numbers are never joined to anything, and never changed.
#include "layout/repair.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "layout/caption.h"
#include "layout/join.h"
#include "layout/shape.h"

namespace fubiao {
namespace {

// A label that is spread over rows: 政府信息公开… has at most 40 characters in any form, one to a row.
constexpr std::size_t most_pieces = 40;
constexpr std::size_t longest_label = 60;
// Asking the lexicon for every run of cells costs; the largest real form has 330 cells.
constexpr std::size_t most_cells_for_joining = 20'000;

std::size_t length(std::string_view text) {
  return to_u32(text).size();
}

bool is_single_han(std::string_view text) {
  const std::u32string characters = to_u32(text);
  return characters.size() == 1 && is_cjk(characters[0]);
}

Finding note(std::string code, std::string message, int row, int column) {
  Finding finding;
  finding.code = std::move(code);
  finding.message = std::move(message);
  finding.place.row = row;
  finding.place.column = column;
  return finding;
}

std::string quoted(std::string_view text) {
  return "“" + std::string(text) + "”";
}

/// Whether the pieces go on with the label in the cell.
bool label_goes_on(const Cell& cell, const std::vector<const Continuation*>& pieces, const KnowsLabel& knows_label) {
  if (pieces.empty()) return false;
  std::vector<std::string> texts = {cell.text};
  bool single = is_single_han(cell.text) && pieces.size() > 1;
  for (const Continuation* piece : pieces) {
    texts.push_back(piece->content.text);
    single = single && is_single_han(piece->content.text);
  }
  if (single) return true;
  if (!knows_label) return false;
  return !knows_label(cell.text) && knows_label(join_lines(texts));
}

void append(Cell& cell, const std::string& text, const std::string& print) {
  cell.text = join_lines({cell.text, text});
  cell.print += (cell.print.empty() ? "" : "\n") + print;
  cell.repaired = true;
}

// ---- labels spread over cells ----

bool same_columns(const Cell& a, const Cell& b) {
  return a.column == b.column && a.column_span == b.column_span;
}

/// The cells below `first` with the same columns, for as long as they hold words or nothing.
std::vector<std::size_t> pieces_below(const Table& table, const std::vector<int>& view, std::size_t first) {
  std::vector<std::size_t> pieces = {first};
  std::size_t size = length(table.cells[first].text);
  while (pieces.size() < most_pieces) {
    const Cell& last = table.cells[pieces.back()];
    const int row = last.row + last.row_span;
    if (row >= table.rows) break;
    const std::size_t slot =
        static_cast<std::size_t>(row) * static_cast<std::size_t>(table.columns) + static_cast<std::size_t>(last.column);
    const int next = view[slot];
    if (next < 0) break;
    const Cell& below = table.cells[static_cast<std::size_t>(next)];
    if (below.row != row || !same_columns(last, below) || shape_of(below.text) == Shape::value) break;
    size += length(below.text);
    if (size > longest_label) break;
    pieces.push_back(static_cast<std::size_t>(next));
  }
  return pieces;
}

/// How many of the pieces make a label that the lexicon knows whole and not in part; 0: none do.
std::size_t known_run(const Table& table, const std::vector<std::size_t>& pieces, const KnowsLabel& knows_label) {
  std::string joined = table.cells[pieces[0]].text;
  std::size_t best = 0;
  std::size_t filled = 1;
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    const std::string& text = table.cells[pieces[i]].text;
    if (text.empty()) {
      continue;
    }
    if (knows_label(text)) break;
    joined = join_lines({joined, text});
    ++filled;
    if (knows_label(joined)) best = i + 1;
  }
  return filled > 1 ? best : 0;
}

/// Whether rows that the pieces stand in have labels of their own to the left, beside them or with numbers between
/// (codes of rows): then the pieces are a column of the table (units: 个 above 人), and not a label that goes down
/// beside the rows.
bool stand_behind_labels(const Table& table, const std::vector<int>& view, const std::vector<std::size_t>& pieces,
                         std::size_t run, const KnowsLabel& knows_label) {
  int before = -1;
  for (std::size_t k = 0; k < run; ++k) {
    const Cell& piece = table.cells[pieces[k]];
    const auto at = [&](int column) {
      return view[static_cast<std::size_t>(piece.row) * static_cast<std::size_t>(table.columns) +
                  static_cast<std::size_t>(column)];
    };
    const auto is_value = [&](int cell) {
      return cell >= 0 && shape_of(table.cells[static_cast<std::size_t>(cell)].text) == Shape::value;
    };
    int column = piece.column - 1;
    while (column > 0 && is_value(at(column))) --column;
    if (column < 0) return false;
    const int left = at(column);
    if (left < 0 || left == before) continue;
    if (before >= 0 && knows_label(table.cells[static_cast<std::size_t>(left)].text)) return true;
    before = left;
  }
  return false;
}

void join_spread_labels(Table& table, const KnowsLabel& knows_label, std::vector<Finding>& findings) {
  if (table.cells.size() > most_cells_for_joining) return;
  const std::vector<int> view = slots(table);
  std::vector<bool> gone(table.cells.size(), false);
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    if (gone[i] || shape_of(table.cells[i].text) != Shape::words) continue;
    if (length(table.cells[i].text) > longest_label) continue;
    const std::vector<std::size_t> pieces = pieces_below(table, view, i);
    if (pieces.size() < 2 || knows_label(table.cells[i].text)) continue;
    const std::size_t run = known_run(table, pieces, knows_label);
    if (run == 0 || stand_behind_labels(table, view, pieces, run, knows_label)) continue;
    Cell& cell = table.cells[i];
    for (std::size_t k = 1; k < run; ++k) {
      Cell& piece = table.cells[pieces[k]];
      cell.row_span += piece.row_span;
      cell.parts.insert(cell.parts.end(), piece.parts.begin(), piece.parts.end());
      cell.untrusted = cell.untrusted || piece.untrusted;
      if (!piece.text.empty()) append(cell, piece.text, piece.print);
      gone[pieces[k]] = true;
    }
    findings.push_back(note("label-joined",
                            "A label that was spread over several rows was put together: " + quoted(cell.text) + ".",
                            cell.row, cell.column));
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    if (gone[i]) continue;
    if (kept != i) table.cells[kept] = std::move(table.cells[i]);
    ++kept;
  }
  table.cells.resize(kept);
}

// ---- a stray number among the lines of a merged label ----

std::vector<std::string> split_lines(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

void take_out_stray_numbers(Table& table, const KnowsLabel& knows_label, std::vector<Finding>& findings) {
  for (Cell& cell : table.cells) {
    if (cell.row_span < 2 || cell.print.find('\n') == std::string::npos) continue;
    if (shape_of(cell.text) != Shape::words || length(cell.text) > longest_label || knows_label(cell.text)) continue;
    std::vector<std::string> rest;
    std::string stray;
    for (const std::string& line : split_lines(cell.print)) {
      if (is_bare_number(tidy(line))) {
        stray += (stray.empty() ? "" : " ") + tidy(line);
      } else {
        rest.push_back(line);
      }
    }
    if (stray.empty() || !knows_label(join_lines(rest))) continue;
    cell.text = join_lines(rest);
    cell.print = print_lines(rest);
    cell.repaired = true;
    findings.push_back(note("stray-text",
                            "The merged cell " + quoted(cell.text) + " also holds " + quoted(stray) +
                                ", which is no part of its label; it was taken out.",
                            cell.row, cell.column));
  }
}

}  // namespace

void settle_continuations(Table& table, const std::vector<Continuation>& continuations, const KnowsLabel& knows_label,
                          std::vector<Finding>& findings) {
  std::map<int, std::vector<const Continuation*>> by_cell;
  for (const Continuation& continuation : continuations) by_cell[continuation.cell].push_back(&continuation);
  for (const auto& [index, all] : by_cell) {
    Cell& cell = table.cells[static_cast<std::size_t>(index)];
    const bool over_label = shape_of(cell.text) == Shape::words;
    std::vector<const Continuation*> words;
    for (const Continuation* piece : all) {
      if (shape_of(piece->content.text) == Shape::words) words.push_back(piece);
    }
    const bool joins = shape_of(cell.text) != Shape::value && label_goes_on(cell, words, knows_label);
    for (const Continuation* piece : all) {
      if (joins && shape_of(piece->content.text) == Shape::words) {
        append(cell, piece->content.text, piece->content.print);
        continue;
      }
      Finding finding = note("stray-text",
                             quoted(piece->content.text) + " stands in the continuation of the merged cell " +
                                 quoted(cell.text) + "; it was left out.",
                             piece->row, cell.column);
      // Under a label it can be no number of the table. Under a number or nothing, it may be what the row should hold.
      if (!over_label) finding.severity = Severity::warning;
      cell.repaired = true;
      findings.push_back(std::move(finding));
    }
    if (joins) {
      if (std::all_of(words.begin(), words.end(),
                      [](const Continuation* w) { return is_single_han(w->content.text); })) {
        cell.flow = Flow::stacked;
      }
      findings.push_back(note(
          "label-joined",
          "A label that goes on in the continuation of its merged cell was put together: " + quoted(cell.text) + ".",
          cell.row, cell.column));
    }
  }
}

void repair(Table& table, const KnowsLabel& knows_label, std::vector<Finding>& findings) {
  if (!knows_label) return;
  take_out_stray_numbers(table, knows_label, findings);
  join_spread_labels(table, knows_label, findings);
}

void finish(Layout& layout, const KnowsLabel& knows_label) {
  for (std::size_t i = 0; i < layout.tables.size(); ++i) {
    std::vector<Finding> findings;
    repair(layout.tables[i], knows_label, findings);
    for (Finding& finding : findings) {
      finding.place.table = static_cast<int>(i);
      const std::vector<CellPart>& parts = layout.tables[i].parts;
      if (!parts.empty()) finding.place.page = parts.front().page;
      layout.findings.push_back(std::move(finding));
    }
    for (Table& reading : layout.tables[i].other_readings) {
      std::vector<Finding> said_already;
      repair(reading, knows_label, said_already);
    }
  }
  add_captions(layout);
}

}  // namespace fubiao
