// Decides what is said of rows, columns and numbers that no field was bound to.
//
// A row or column of the sender's own changes no field: a note. One that may be a missing row of the form, its label
// beyond reading, is a warning that lists the fields it could be.
//
// Invariant: each number of a table of which some part was bound is bound or quoted in a finding.
// It does not apply to tables of which nothing was bound: they are other people's.
#include "normalize/binder.h"

namespace fubiao {

std::vector<std::string> Binder::beside(const Part& part, const DataRow& row) const {
  std::vector<std::string> fields;
  for (const Bound& bound : out_.cells) {
    if (bound.table != part.chosen->segment.table) continue;
    const Cell& cell = part.table->cells[index(bound.cell)];
    if (cell.row + cell.row_span != row.first && cell.row != row.last + 1) continue;
    const bool shares = std::any_of(row.values.begin(), row.values.end(), [&](int i) {
      const Cell& value = part.table->cells[index(i)];
      return !sight(part)[index(i)].blank && value.column < cell.column + cell.column_span &&
             cell.column < value.column + value.column_span;
    });
    if (shares) fields.push_back(bound.path);
  }
  return fields;
}

void Binder::report_row(const FormTable& table, Part& part, const DataRow& row, const Match& match) {
  std::string numbers;
  for (const int i : row.values) {
    if (!sight(part)[index(i)].blank) numbers += (numbers.empty() ? "" : ", ") + text(part, i);
  }
  std::vector<std::string> fields;
  for (const int node : match.possible) {
    const FormNode& form_row = table.rows[index(node)];
    for (const Column& column : columns_of(part, table, form_row.block)) {
      if (column.match.node < 0) continue;
      const FormNode& form_column = table.blocks[index(form_row.block)].columns[index(column.match.node)];
      if (form_column.carries) fields.push_back(join_keys(form_row.key, form_column.key));
    }
  }
  if (row.label.own.rest.empty()) {
    for (std::string& path : beside(part, row)) {
      if (std::find(fields.begin(), fields.end(), path) == fields.end()) fields.push_back(std::move(path));
    }
  }
  const int at = row.cell >= 0 ? row.cell : row.values.empty() ? -1 : row.values.front();
  // A row of the sender's own changes no field; a label beyond reading may be one of those that are missing.
  const Severity severity = match.possible.empty() && fields.empty() ? Severity::note : Severity::warning;
  find(part, at, "unbound-row", severity,
       "The row " + quoted(text(part, row.cell)) + " is none of the form's; its values are " + numbers + ".",
       std::move(fields));
}

void Binder::report_columns(const FormTable& table, Part& part) {
  for (auto& [block, columns] : part.columns) {
    const std::vector<FormNode>& form_columns = table.blocks[index(block)].columns;
    for (std::size_t h = 0; h < columns.size(); ++h) {
      Column& column = columns[h];
      const Head& head = part.heads[h];
      const std::string printed = quoted(text(part, head.cell));
      if (!column.unbound.empty()) {
        const CellSight* seen = head.cell < 0 ? nullptr : &sight(part)[index(head.cell)];
        if (seen != nullptr && seen->meaning.corner) continue;  // a column of codes
        std::string numbers;
        for (const std::string& number : column.unbound) numbers += (numbers.empty() ? "" : ", ") + number;
        find(part, head.cell, "unbound-column", column.match.possible.empty() ? Severity::note : Severity::warning,
             "The column " + printed + " is none of the form's; its values are " + numbers + ".");
      }
      if (column.match.node < 0 || column.fields.empty()) continue;
      const std::string label = quoted(form_columns[index(column.match.node)].label);
      if (column.match.doubtful) {
        find(part, head.cell, "column-in-doubt", Severity::warning,
             "The column " + printed + " was read as " + label + ", but another reading is possible.", column.fields);
        out_.fit -= 1;
      } else if (column.match.by == Match::By::moved && !part.inherited) {
        find(part, head.cell, "out-of-order", Severity::note,
             "The column " + printed + " does not stand where the form has it.");
      } else if (column.match.by == Match::By::near && !part.inherited) {
        find(part, head.cell, "label-repaired", Severity::note,
             "The column head " + printed + " was read as " + label + ".");
      }
    }
  }
}

void Binder::report_rest(const std::vector<Chosen>& chosen) {
  for (std::size_t t = 0; t < tables_.size(); ++t) {
    // The rows that are some part's, in each set of columns; the key is the first column of the set.
    struct Covered {
      int last = 0;
      std::vector<bool> rows;
    };
    std::map<int, Covered> sets;
    const Chosen* some = nullptr;
    for (const Chosen& one : chosen) {
      if (one.segment.table != static_cast<int>(t)) continue;
      some = &one;
      sets[one.segment.first_column].last = one.segment.last_column;
      std::vector<bool>& covered = sets[one.segment.first_column].rows;
      covered.resize(index(std::max(tables_[t].rows, tables_[t].columns)), false);
      for (const DataRow& row : one.segment.rows) {
        for (int r = row.first; r <= row.last; ++r) covered[index(r)] = true;
      }
      for (const int cell : one.segment.header_cells) {
        const Cell& at = tables_[t].cells[index(cell)];
        covered[index(one.segment.transposed ? at.column : at.row)] = true;
      }
    }
    if (some == nullptr) continue;
    const auto is_covered = [&](const Cell& cell) {
      const bool turned = some->segment.transposed;
      const int column = turned ? cell.row : cell.column;
      auto set = sets.upper_bound(column);
      if (set == sets.begin()) return false;
      --set;
      return column <= set->second.last && set->second.rows[index(turned ? cell.column : cell.row)];
    };
    Part part;
    part.chosen = some;
    std::string numbers;
    int first = -1;
    for (std::size_t i = 0; i < tables_[t].cells.size(); ++i) {
      const Cell& cell = tables_[t].cells[i];
      if (!sights_[t][i].value || is_covered(cell)) continue;
      if (first < 0) first = static_cast<int>(i);
      if (numbers.size() < 200) numbers += (numbers.empty() ? "" : ", ") + cell.text;
    }
    if (first < 0) continue;
    find(part, first, "unbound-row", Severity::note,
         "Rows of another table were not bound; their values are " + numbers + ".");
  }
}

}  // namespace fubiao
