// Decides which printed cell is which canonical field.
//
// The parts of one form table (a table may be printed in pieces, and two may be glued into one) are bound together: all
// their rows are aligned with the rows of the form at once, then each part's heads with the columns of the block that a
// row belongs to. A field is the meeting of a row and a column, so that a wrong row or column is wrong as a whole:
// whatever is in doubt about one puts a warning on every field of it.
//
// Invariants: every cell with text in the data region of a part is bound or in a finding (unbound-row, unbound-column,
// unbound-number); a row that no form has is never bound; nothing here looks at the size of a number.
// It does not apply to two bindings of one field: normalize.cc compares their values.
#include "normalize/bind.h"

#include "extract/utf8.h"
#include "normalize/binder.h"

namespace fubiao {

std::string quoted(const std::string& text) {
  constexpr std::size_t longest = 40;  // characters of a quoted label; whole labels have up to 44
  const std::u32string points = to_u32(text);
  return "\"" + (points.size() > longest ? to_utf8(points.substr(0, longest)) + "…" : text) + "\"";
}

Binding Binder::run() {
  const std::vector<Chosen> chosen = choose(tables_, sights_, forms_);
  std::map<std::pair<int, int>, std::vector<Part>> groups;
  for (const Chosen& one : chosen) {
    std::vector<Part>& group = groups[{one.form, one.form_table}];
    group.push_back(make_part(one, group.empty() ? nullptr : &group.back()));
    group.back().number = static_cast<int>(group.size()) - 1;
    out_.fit += one.fit;
  }
  for (auto& [key, group] : groups) bind_group(forms_[index(key.first)].tables[index(key.second)], group);
  report_rest(chosen);
  const auto place = [this](const Bound& b) {
    const Cell& cell = cell_of(b.table, b.cell);
    return std::make_tuple(b.table, cell.row, cell.column);
  };
  std::stable_sort(out_.cells.begin(), out_.cells.end(),
                   [&](const Bound& a, const Bound& b) { return place(a) < place(b); });
  const auto order = [](const Finding& f) {
    return std::make_tuple(f.place.table.value_or(0), f.place.row.value_or(0), f.place.column.value_or(0));
  };
  std::stable_sort(out_.findings.begin(), out_.findings.end(),
                   [&](const Finding& a, const Finding& b) { return order(a) < order(b); });
  return std::move(out_);
}

void Binder::find(const Part& part, int cell, const char* code, Severity severity, std::string message,
                  std::vector<std::string> fields) {
  Finding finding;
  finding.code = code;
  finding.severity = severity;
  finding.message = std::move(message);
  finding.fields = std::move(fields);
  finding.place.table = part.chosen->segment.table;
  if (cell >= 0) {
    const Cell& at = cell_of(part, cell);
    finding.place.row = at.row;
    finding.place.column = at.column;
    if (!at.parts.empty()) finding.place.page = at.parts.front().page;
  }
  out_.findings.push_back(std::move(finding));
}

Part Binder::make_part(const Chosen& chosen, const Part* before) {
  Part part;
  part.chosen = &chosen;
  const std::size_t t = index(chosen.segment.table);
  if (chosen.segment.transposed) {
    if (!turned_[t]) turned_[t] = transposed(tables_[t]);
    part.table = &*turned_[t];
  } else {
    part.table = &tables_[t];
  }
  for (const Head& head : chosen.segment.heads) {
    const bool printed = head.cell >= 0 || has_values(part, head);
    if (printed) part.heads.push_back(head);
  }
  if (!chosen.segment.has_header && chosen.segment.headings.empty() && before != nullptr) inherit(part, *before);
  return part;
}

bool Binder::has_values(const Part& part, const Head& head) const {
  for (const DataRow& row : part.chosen->segment.rows) {
    for (const int i : row.values) {
      const Cell& cell = part.table->cells[index(i)];
      if (!sight(part)[index(i)].blank && overlap(cell, head)) return true;
    }
  }
  return false;
}

void Binder::inherit(Part& part, const Part& before) {
  std::vector<Head> own = part.chosen->segment.heads;
  if (own.size() != before.heads.size()) return;
  for (std::size_t h = 0; h < own.size(); ++h) {
    own[h].label = before.heads[h].label;
    own[h].cell = -1;
  }
  part.heads = std::move(own);
  part.inherited = true;
}

std::vector<Column>& Binder::columns_of(Part& part, const FormTable& table, int block) {
  const auto known = part.columns.find(block);
  if (known != part.columns.end()) return known->second;
  std::vector<Observed> observed;
  for (const Head& head : part.heads) observed.push_back(head.label);
  std::vector<Column> columns(part.heads.size());
  const RepeatedLabel where{part.chosen->form, part.chosen->form_table, part.number, block, 0, 0};
  const std::vector<Match> matches = align_repeated(observed, table.blocks[index(block)].columns, where);
  for (std::size_t h = 0; h < columns.size(); ++h) {
    columns[h].match = matches[h];
  }
  return part.columns.emplace(block, std::move(columns)).first->second;
}

void Binder::bind_group(const FormTable& table, std::vector<Part>& parts) {
  const auto carrying =
      std::count_if(table.rows.begin(), table.rows.end(), [](const FormNode& n) { return n.carries; });
  const bool single = carrying == 1 && table.rows.back().label.empty();
  if (single) {
    for (Part& part : parts) bind_single(table, part);
  } else {
    bind_rows(table, parts);
  }
  for (Part& part : parts) report_columns(table, part);
}

std::vector<Match> Binder::align_repeated(std::vector<Observed>& observed, const std::vector<FormNode>& nodes,
                                          RepeatedLabel where) {
  for (const RepeatedLabel& barred : barred_) {
    const bool here = barred.form == where.form && barred.form_table == where.form_table && barred.part == where.part &&
                      barred.block == where.block && barred.at < observed.size();
    if (here) observed[barred.at].barred.push_back(barred.node);
  }
  std::vector<Match> matches = align(observed, nodes);
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (matches[i].node < 0 || !matches[i].doubtful) continue;
    const auto spelled = std::count_if(nodes.begin(), nodes.end(), [&](const FormNode& node) {
      return node.carries && is_label_of(observed[i].own, {node});
    });
    if (spelled < 2) continue;
    where.at = i;
    where.node = matches[i].node;
    out_.repeated.push_back(where);
  }
  return matches;
}

void Binder::bind_rows(const FormTable& table, std::vector<Part>& parts) {
  std::vector<Observed> observed;
  std::vector<std::pair<std::size_t, std::size_t>> origin;  // part, row; headings have no origin
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  for (std::size_t p = 0; p < parts.size(); ++p) {
    for (const auto& [cell, label] : parts[p].chosen->segment.headings) {
      observed.push_back({label, {}, false, {}});
      origin.emplace_back(p, none);
    }
    const std::vector<DataRow>& rows = parts[p].chosen->segment.rows;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      if (rows[r].label.own.rest.empty() && !rows[r].label.values) continue;  // padding
      observed.push_back(rows[r].label);
      origin.emplace_back(p, r);
    }
  }
  const Chosen& chosen = *parts.front().chosen;
  const std::vector<Match> matches =
      align_repeated(observed, table.rows, {chosen.form, chosen.form_table, -1, 0, 0, 0});
  std::vector<bool> printed(table.rows.size(), false);
  for (const Match& match : matches) {
    if (match.node >= 0) printed[index(match.node)] = true;
  }
  std::vector<std::size_t> unbound;  // reported when it is known what stands around them
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (origin[i].second == none) continue;
    Part& part = parts[origin[i].first];
    const DataRow& row = part.chosen->segment.rows[origin[i].second];
    const Match& match = matches[i];
    if (match.node < 0) {
      if (row.label.values) unbound.push_back(i);
      continue;
    }
    const FormNode& node = table.rows[index(match.node)];
    const std::optional<std::string> key = key_of(table, match.node, printed);
    if (key) {
      emit(table, part, row, node, *key, match);
    } else if (prints_number(part, row)) {
      Match heading = match;
      heading.possible.clear();
      report_row(table, part, row, heading);
    }
  }
  for (const std::size_t i : unbound) {
    Part& part = parts[origin[i].first];
    report_row(table, part, part.chosen->segment.rows[origin[i].second], matches[i]);
  }
}

bool Binder::prints_number(const Part& part, const DataRow& row) const {
  return std::any_of(row.values.begin(), row.values.end(), [&](int cell) {
    const CellSight& seen = sight(part)[index(cell)];
    const bool code = std::find(row.codes.begin(), row.codes.end(), cell) != row.codes.end();
    return !seen.blank && !seen.nothing && !seen.unit && !code;
  });
}

std::optional<std::string> Binder::key_of(const FormTable& table, int node, const std::vector<bool>& printed) {
  const FormNode& row = table.rows[index(node)];
  if (row.carries) return row.key;
  if (row.alone.empty()) return std::nullopt;
  for (std::size_t k = 0; k < table.rows.size(); ++k) {
    if (table.rows[k].parent == node && printed[k]) return std::nullopt;
  }
  return row.alone;
}

void Binder::bind_single(const FormTable& table, Part& part) {
  const std::vector<DataRow>& rows = part.chosen->segment.rows;
  if (bind_crossed(table, part)) return;
  std::vector<const DataRow*> filled;
  for (const DataRow& row : rows) {
    if (row.label.values) filled.push_back(&row);
  }
  if (filled.empty() && !rows.empty()) filled.push_back(&rows.front());
  if (filled.empty()) return;
  Match match;
  match.by = Match::By::label;
  match.node = static_cast<int>(table.rows.size()) - 1;
  match.doubtful = filled.size() > 1;
  emit(table, part, *filled.front(), table.rows.back(), table.rows.back().key, match);
  for (std::size_t k = 1; k < filled.size(); ++k) report_row(table, part, *filled[k], Match{});
}

const char* Binder::doubt_of_row(const Match& match, bool shifted) {
  if (shifted) return "its cells and the heads above do not agree";
  switch (match.by) {
    case Match::By::order: return "its label is blank or damaged and only its place in the form tells what it is";
    case Match::By::moved: return "it stands out of the order of the form";
    case Match::By::near: return "its label is far from the form's";
    default: return "another row could be meant as well";
  }
}

void Binder::emit(const FormTable& table, Part& part, const DataRow& row, const FormNode& node, const std::string& key,
                  const Match& match) {
  std::vector<Column>& columns = columns_of(part, table, node.block);
  const std::vector<FormNode>& form_columns = table.blocks[index(node.block)].columns;
  Placed placed = place_values(row, part.heads, *part.table, sight(part));
  rescue_single(placed, row, columns, table, form_columns, part);
  const bool by_hand = match.by == Match::By::near || match.by == Match::By::order || joined(part, row.cell);
  std::string unit = printed_unit(text(part, row.cell));
  for (std::size_t h = 0; h < columns.size(); ++h) {
    const int c = columns[h].match.node;
    if (c < 0 || !form_columns[index(c)].unit_column || placed.cells[h] < 0) continue;
    const Cell& cell = cell_of(part, placed.cells[h]);
    const std::string printed = fold(cell.text);
    // A unit that is none we know says something all the same, unless the cell is one over several rows.
    if (is_unit(printed) || (cell.row_span == 1 && !letters_of(printed).empty())) unit = printed;
  }
  std::vector<std::string> fields;
  for (std::size_t h = 0; h < columns.size(); ++h) {
    Column& column = columns[h];
    const int cell = placed.cells[h];
    if (cell < 0) continue;
    const int c = column.match.node;
    if (c < 0 || !form_columns[index(c)].carries) {
      const bool unit_column = c >= 0 && form_columns[index(c)].unit_column;
      if (!unit_column && !sight(part)[index(cell)].blank) column.unbound.push_back(text(part, cell));
      continue;
    }
    Bound bound;
    bound.path = join_keys(key, form_columns[index(c)].key);
    bound.form = part.chosen->form;
    bound.form_table = part.chosen->form_table;
    bound.units = form_columns[index(c)].units.empty() ? node.units : form_columns[index(c)].units;
    bound.printed_unit = printed_unit(text(part, part.heads[h].cell));
    if (!unit.empty()) bound.printed_unit = unit;
    bound.table = part.chosen->segment.table;
    bound.cell = cell;
    bound.restored = by_hand || column.match.by == Match::By::near || column.match.by == Match::By::order ||
                     joined(part, part.heads[h].cell);
    column.fields.push_back(bound.path);
    fields.push_back(bound.path);
    out_.cells.push_back(std::move(bound));
  }
  // Of a row without any bound cell the doubt is about its own fields, which have no value; about no others.
  if (fields.empty()) {
    for (const FormNode& column : form_columns) {
      if (column.carries) fields.push_back(join_keys(key, column.key));
    }
  }
  const int at = row.cell >= 0 ? row.cell : row.values.empty() ? -1 : row.values.front();
  if (match.by == Match::By::near && !match.doubtful) {
    find(part, at, "label-repaired", Severity::note,
         "The row label " + quoted(text(part, row.cell)) + " was read as " + quoted(node.label) + ".");
  }
  if (match.by == Match::By::moved && !match.doubtful) {
    find(part, at, "out-of-order", Severity::note,
         "The row " + quoted(text(part, row.cell)) + " does not stand where the form has it.");
  }
  if (match.doubtful || placed.doubtful) {
    find(part, at, "row-in-doubt", Severity::warning,
         "The row " + quoted(text(part, row.cell)) + " was read as " + quoted(node.label) + ", but " +
             doubt_of_row(match, placed.doubtful) + ".",
         fields);
    out_.fit -= 1;
  }
  for (const int cell : placed.left) {
    find(part, cell, "unbound-number", Severity::warning,
         "The text " + quoted(text(part, cell)) + " stands under no head, or under several, and was not bound.",
         fields);
  }
}

bool Binder::is_column_of_other_block(const FormTable& table, const std::vector<FormNode>& own, const LabelText& text) {
  return std::any_of(table.blocks.begin(), table.blocks.end(), [&](const FormBlock& block) {
    return &block.columns != &own && is_label_of(text, block.columns);
  });
}

void Binder::rescue_single(Placed& placed, const DataRow& row, std::vector<Column>& columns, const FormTable& table,
                           const std::vector<FormNode>& form_columns, const Part& part) {
  int only = -1;
  for (std::size_t c = 0; c < form_columns.size(); ++c) {
    if (!form_columns[c].carries) continue;
    if (only >= 0) return;
    only = static_cast<int>(c);
  }
  // Heads that were lost for one row of the block are lost for the next one too.
  const bool bound = std::any_of(columns.begin(), columns.end(),
                                 [only](const Column& c) { return c.match.node == only && !c.rescued; });
  std::vector<int> filled;
  for (const int i : row.values) {
    if (!sight(part)[index(i)].blank) filled.push_back(i);
  }
  if (filled.empty() && row.values.size() == 1) filled = row.values;
  if (only < 0 || bound || filled.size() != 1 || columns.empty()) return;
  // A head that is none of the other blocks' is no head that was lost: it says that the value is something else.
  const Cell& value = part.table->cells[index(filled.front())];
  for (std::size_t h = 0; h < part.heads.size(); ++h) {
    const Head& head = part.heads[h];
    const LabelText& own = head.label.own;
    if (overlap(value, head) && !own.rest.empty() && !is_column_of_other_block(table, form_columns, own)) return;
  }
  columns.front().match = Match{Match::By::order, only, true, {}, false};
  columns.front().rescued = true;
  std::fill(placed.cells.begin(), placed.cells.end(), -1);
  placed.cells.front() = filled.front();
  placed.left.clear();
  placed.doubtful = true;
}

Binding bind(const std::vector<Table>& tables, const std::vector<Form>& forms, const Vocabulary& vocabulary,
             const std::vector<RepeatedLabel>& barred) {
  return Binder(tables, forms, vocabulary, barred).run();
}

}  // namespace fubiao
