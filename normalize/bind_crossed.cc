// Decides the fields of a table whose heads are printed half above and half beside the values: outcomes down, kinds of
// procedure across, or the other way round.
//
// Every meeting of a row and a head is one column of the form, with the labels of both; all meetings are aligned with
// the columns of the form at once, in the order in which the form has them.
//
// Invariant: a meeting binds only where both labels lead to one column, or is in a finding.
// It does not apply to tables of a form with more than one row: their rows are the form's rows.
#include "normalize/binder.h"

namespace fubiao {

bool Binder::is_label_of(const LabelText& text, const std::vector<FormNode>& nodes) {
  return std::any_of(nodes.begin(), nodes.end(), [&](const FormNode& node) {
    const Likeness like = text.rest.empty() ? Likeness{} : likeness(text, node.names);
    return like.kind == Likeness::Kind::exact || like.kind == Likeness::Kind::remark;
  });
}

bool Binder::bind_crossed(const FormTable& table, Part& part) {
  const std::vector<FormNode>& nodes = table.blocks.front().columns;
  std::vector<const DataRow*> rows;
  for (const DataRow& row : part.chosen->segment.rows) {
    if (is_label_of(row.label.own, nodes)) rows.push_back(&row);
  }
  if (rows.size() < 2) return false;
  const bool leaves_beside = std::any_of(nodes.begin(), nodes.end(), [&](const FormNode& node) {
    return node.carries && is_label_of(rows.front()->label.own, {node});
  });
  struct Meeting {
    const DataRow* row;
    std::size_t head;
  };
  std::vector<Meeting> meetings;
  std::vector<Observed> observed;
  const std::size_t outer = leaves_beside ? part.heads.size() : rows.size();
  const std::size_t inner = leaves_beside ? rows.size() : part.heads.size();
  for (std::size_t o = 0; o < outer; ++o) {
    for (std::size_t k = 0; k < inner; ++k) {
      const Meeting meeting = leaves_beside ? Meeting{rows[k], o} : Meeting{rows[o], k};
      const Observed& beside = meeting.row->label;
      const Observed& above = part.heads[meeting.head].label;
      Observed both = leaves_beside ? beside : above;
      const Observed& rest = leaves_beside ? above : beside;
      both.above.insert(both.above.end(), rest.above.begin(), rest.above.end());
      both.above.push_back(rest.own);
      both.values = true;
      observed.push_back(std::move(both));
      meetings.push_back(meeting);
    }
  }
  const std::vector<Match> matches = align(observed, nodes);
  std::vector<std::string> doubtful;
  for (std::size_t i = 0; i < meetings.size(); ++i) {
    const Placed placed = place_values(*meetings[i].row, part.heads, *part.table, sight(part));
    const int cell = placed.cells[meetings[i].head];
    if (cell < 0) continue;
    if (matches[i].node < 0 || !nodes[index(matches[i].node)].carries) {
      if (!sight(part)[index(cell)].blank) {
        find(part, cell, "unbound-number", Severity::note,
             "The value " + quoted(text(part, cell)) + " stands where the form has no field.");
      }
      continue;
    }
    const FormNode& node = nodes[index(matches[i].node)];
    Bound bound;
    bound.path = join_keys(table.rows.back().key, node.key);
    bound.form = part.chosen->form;
    bound.form_table = part.chosen->form_table;
    bound.units = node.units.empty() ? table.rows.back().units : node.units;
    bound.table = part.chosen->segment.table;
    bound.cell = cell;
    bound.restored = matches[i].by == Match::By::near || matches[i].by == Match::By::order;
    if (matches[i].doubtful || placed.doubtful || bound.restored) doubtful.push_back(bound.path);
    out_.cells.push_back(std::move(bound));
  }
  for (const DataRow* row : rows) {
    for (const int cell : place_values(*row, part.heads, *part.table, sight(part)).left) {
      find(part, cell, "unbound-number", Severity::warning,
           "The text " + quoted(text(part, cell)) + " stands under no head, or under several, and was not bound.");
    }
  }
  if (!doubtful.empty()) {
    find(part, rows.front()->cell, "row-in-doubt", Severity::warning,
         "Labels beside and above the values name these fields, but another reading is possible.", doubtful);
  }
  for (const DataRow& row : part.chosen->segment.rows) {
    if (row.label.values && std::find(rows.begin(), rows.end(), &row) == rows.end())
      report_row(table, part, row, Match{});
  }
  return true;
}

}  // namespace fubiao
