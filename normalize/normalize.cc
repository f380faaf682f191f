// The entrance of normalize: which form the report is of, its fields, checks and findings.
//
// Tables of which layout gives several readings are bound in each; the reading with more labels bound and more checks
// holding is kept, and whatever another reading would change is a warning. The name of the form is told from what was
// bound (the ranks of its file), never from a year; title, agency and sections are then read with the words of its
// family, or of all families where the form is not known.
//
// Invariants: fields are in the order of the form, findings in the order of the stages; nothing is thrown.
// It does not apply to several reports in one document: the first print of a field counts, the others are findings.
#include <algorithm>
#include <map>
#include <set>

#include "normalize/bind.h"
#include "normalize/checks.h"
#include "normalize/collect.h"
#include "normalize/identity.h"
#include "normalize/index.h"
#include "normalize/report.h"
#include "normalize/sections.h"

namespace fubiao {
namespace {

// ---- the form ------------------------------------------------------------------------------------------------

struct Told {
  int form = -1;
  bool tie = false;
};

Told tell_form(const std::vector<Form>& forms, const std::vector<Bound>& cells) {
  std::size_t ranks = 0;
  for (const Form& form : forms) ranks = std::max(ranks, form.told_by.size());
  std::vector<std::set<std::string>> own(forms.size());
  for (std::size_t f = 0; f < forms.size(); ++f) {
    for (FormField& field : fields_of(forms[f])) own[f].insert(std::move(field.path));
  }
  // By most labels: a label that two forms share speaks for both, whichever it was bound in.
  std::vector<long> labels(forms.size(), 0);
  for (std::size_t f = 0; f < forms.size(); ++f) {
    labels[f] = std::count_if(cells.begin(), cells.end(), [&](const Bound& bound) {
      return index(bound.form) == f || own[f].count(bound.path) > 0;
    });
  }
  // A path speaks for a form when it was bound as one of its own, or as one that the form it was bound in has not.
  const auto speaks = [&](const Bound& bound, std::size_t f, const std::string& rule) {
    return tells(rule, bound.path) && (index(bound.form) == f || (rule != "*" && own[f].count(bound.path) > 0 &&
                                                                  own[index(bound.form)].count(bound.path) == 0));
  };
  for (std::size_t rank = 0; rank <= ranks; ++rank) {
    std::vector<long> votes(forms.size(), 0);
    for (std::size_t f = 0; f < forms.size(); ++f) {
      if (rank == ranks) {
        votes[f] = labels[f];
      } else if (rank < forms[f].told_by.size()) {
        for (const std::string& rule : forms[f].told_by[rank]) {
          votes[f] += std::count_if(cells.begin(), cells.end(), [&](const Bound& b) { return speaks(b, f, rule); });
        }
      }
    }
    const auto best = std::max_element(votes.begin(), votes.end());  // the first of equals: the newest
    if (best == votes.end() || *best == 0) continue;
    return {static_cast<int>(best - votes.begin()), std::count(votes.begin(), votes.end(), *best) > 1};
  }
  return {};
}

/// Brings the fields into the order of the form. A field that only another form has follows the one that it follows
/// there.
void sort_fields(std::vector<Field>& fields, const std::vector<Form>& forms, int told) {
  std::map<std::string, std::pair<int, int>> order;
  const auto enter = [&order](const Form& form, bool own) {
    int last = -1;
    int step = 0;
    int position = 0;
    for (const std::string& path : paths_of(form)) {
      if (own) {
        order.emplace(path, std::make_pair(position++, 0));
      } else if (const auto known = order.find(path); known != order.end()) {
        last = known->second.first;
        step = known->second.second;
      } else {
        order.emplace(path, std::make_pair(last, ++step));
      }
    }
  };
  enter(forms[index(told)], true);
  for (std::size_t f = 0; f < forms.size(); ++f) {
    if (static_cast<int>(f) != told) enter(forms[f], false);
  }
  std::stable_sort(fields.begin(), fields.end(),
                   [&](const Field& a, const Field& b) { return order[a.path] < order[b.path]; });
}

/// The form tables that were printed: of each name the one that most fields were bound in, else that of the told form.
std::vector<const FormTable*> printed_tables(const std::vector<Form>& forms, const std::vector<Bound>& cells,
                                             int told) {
  std::map<std::string, std::map<const FormTable*, int>> counts;
  for (const Bound& bound : cells) {
    const FormTable& table = forms[index(bound.form)].tables[index(bound.form_table)];
    ++counts[table.name][&table];
  }
  std::vector<const FormTable*> tables;
  for (const FormTable& table : forms[index(told)].tables) {
    const FormTable* best = &table;
    int most = counts[table.name][best];
    for (const auto& [other, count] : counts[table.name]) {
      if (count > most) best = other, most = count;
    }
    tables.push_back(best);
  }
  return tables;
}

// ---- readings ------------------------------------------------------------------------------------------------

struct Reading {
  Binding binding;
  Collected collected;
  Told told;
  std::vector<Check> checks;
  double arithmetic = 0;  ///< what the checks say for it
  double worth = 0;       ///< the same, with the labels that it binds
};

Reading read(const std::vector<Table>& tables, const FormSet& set, const std::vector<RepeatedLabel>& barred = {}) {
  const std::vector<Form>& forms = set.forms;
  Reading reading;
  reading.binding = bind(tables, forms, set.vocabulary, barred);
  reading.collected = collect(reading.binding.cells, tables);
  reading.told = tell_form(forms, reading.binding.cells);
  if (reading.told.form >= 0) {
    reading.checks =
        run_checks(forms[index(reading.told.form)], printed_tables(forms, reading.binding.cells, reading.told.form),
                   reading.collected.fields);
  }
  for (const Check& check : reading.checks) {
    // A failing check weighs as much as two labels: sums are broken in print now and then, labels hardly ever.
    if (check.holds) reading.arithmetic += *check.holds ? 1 : -4;
  }
  reading.worth = reading.binding.fit + reading.arithmetic;
  return reading;
}

/// Paths to which two readings give different values (absent counts as a value of its own).
std::vector<std::string> differences(const std::vector<Field>& a, const std::vector<Field>& b) {
  std::map<std::string, std::pair<const Field*, const Field*>> both;
  for (const Field& field : a) both[field.path].first = &field;
  for (const Field& field : b) both[field.path].second = &field;
  std::vector<std::string> paths;
  for (const auto& [path, pair] : both) {
    if (pair.first == nullptr || pair.second == nullptr || pair.first->value != pair.second->value)
      paths.push_back(path);
  }
  return paths;
}

/// Tries the other readings of each table in turn and keeps the best. `tables` becomes what was kept.
Reading best_reading(std::vector<Table>& tables, const FormSet& forms, std::vector<Finding>& findings) {
  Reading best = read(tables, forms);
  constexpr int most_tries = 40;  // of a hostile file; a real one has a handful
  int tries = 0;
  for (std::size_t t = 0; t < tables.size(); ++t) {
    const Table first = tables[t];
    std::vector<Reading> others;
    for (const Table& other : first.other_readings) {
      if (++tries > most_tries) break;
      std::vector<Table> changed = tables;
      changed[t] = other;
      Reading reading = read(changed, forms);
      if (reading.worth > best.worth) {
        std::swap(reading, best);
        tables[t] = other;
      }
      others.push_back(std::move(reading));
    }
    std::set<std::string> fields;
    for (const Reading& other : others) {
      for (std::string& path : differences(best.collected.fields, other.collected.fields))
        fields.insert(std::move(path));
    }
    if (fields.empty()) continue;
    Finding finding;
    finding.code = "several-readings";
    finding.severity = Severity::warning;
    finding.message = first.doubt.empty()
                          ? "The table can be read in several ways; the one that fits the form best was taken."
                          : first.doubt;
    finding.fields.assign(fields.begin(), fields.end());
    finding.place.table = static_cast<int>(t);
    if (!first.parts.empty()) finding.place.page = first.parts.front().page;
    findings.push_back(std::move(finding));
  }
  return best;
}

/// The unit that is announced above each table ("金额单位：万元"), in the prose before it or in its first rows; empty:
/// none.
std::vector<std::string> announced_units(const Layout& layout) {
  constexpr std::size_t reach = 4;  // lines of prose, and rows: title, number of the table, organ and unit
  std::vector<std::string> units(layout.tables.size());
  std::vector<std::string> lines;
  for (const FlowItem& item : layout.flow) {
    if (item.index < 0) continue;
    if (item.kind == FlowItem::Kind::prose) {
      if (index(item.index) < layout.prose.size()) lines.push_back(layout.prose[index(item.index)].text);
      continue;
    }
    if (index(item.index) >= units.size()) continue;
    std::string& unit = units[index(item.index)];
    const Table& table = layout.tables[index(item.index)];
    for (const Cell& cell : table.cells) {
      if (cell.row < static_cast<int>(reach) && unit.empty() && cell.text.find("单位") != std::string::npos)
        unit = printed_unit(cell.text);
    }
    if (unit.empty()) unit = printed_unit(table.caption);
    for (std::size_t i = lines.size(); unit.empty() && i > 0 && i + reach > lines.size(); --i) {
      if (lines[i - 1].find("单位") != std::string::npos) unit = printed_unit(lines[i - 1]);
    }
    lines.clear();
  }
  return units;
}

/// Where the form leaves the unit open and neither cell nor row nor head prints one, the one above the table is meant.
void give_units(std::vector<Field>& fields, const std::vector<Bound>& cells, const std::vector<std::string>& units) {
  std::map<std::string, const Bound*> first;
  for (const Bound& bound : cells) first.emplace(bound.path, &bound);
  for (Field& field : fields) {
    const auto bound = first.find(field.path);
    if (!field.unit.empty() || bound == first.end() || bound->second->units.size() < 2) continue;
    const std::string& unit = units[index(bound->second->table)];
    const std::vector<std::string>& possible = bound->second->units;
    if (std::find(possible.begin(), possible.end(), unit) != possible.end()) field.unit = unit;
  }
}

/// Labels that the form repeats, where neither headings nor order say which is meant: the sums are the witness. A row
/// or head is barred from what it was bound to; a reading that binds as much and adds up better is taken. Without such
/// a reading the first one stays, with the warning that it has.
void ask_the_sums(const std::vector<Table>& tables, const FormSet& forms, Reading& best,
                  std::vector<Finding>& findings) {
  const std::vector<RepeatedLabel> repeated = best.binding.repeated;
  if (repeated.empty()) return;
  std::vector<std::vector<RepeatedLabel>> tries;
  constexpr std::size_t most_tries = 12;
  for (const RepeatedLabel& one : repeated) tries.push_back({one});
  if (tries.size() > most_tries) tries.resize(most_tries);
  if (repeated.size() > 1) tries.push_back(repeated);
  const Reading first = best;
  for (const std::vector<RepeatedLabel>& barred : tries) {
    Reading reading = read(tables, forms, barred);
    const bool binds_as_much = reading.binding.cells.size() >= first.binding.cells.size();
    if (binds_as_much && reading.arithmetic > best.arithmetic) best = std::move(reading);
  }
  const std::vector<std::string> fields = differences(first.collected.fields, best.collected.fields);
  if (fields.empty()) return;
  Finding finding;
  finding.code = "several-readings";
  finding.severity = Severity::warning;
  finding.message = "Labels that the form repeats can be bound in several ways; the one whose sums come out was taken.";
  finding.fields = fields;
  findings.push_back(std::move(finding));
}

void append(std::vector<Finding>& to, std::vector<Finding> from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

/// A number that was put together from the lines of its cell is settled when a sum in which it takes part comes out: no
/// other reading of the cell would give the same sum.
void settle_broken_numbers(const std::vector<Check>& checks, std::vector<Finding>& findings) {
  for (Finding& finding : findings) {
    if (finding.code != "number-broken" || finding.fields.size() != 1) continue;
    for (const Check& check : checks) {
      const bool takes_part =
          std::find(check.fields.begin(), check.fields.end(), finding.fields.front()) != check.fields.end();
      if (takes_part && check.holds == true) finding.severity = Severity::note;
    }
  }
}

}  // namespace

Report normalize(const Document& document, const Layout& layout, const FormSet& set) {
  const std::vector<Form>& forms = set.forms;
  Report report;
  std::vector<Finding> readings;
  std::vector<Table> tables = layout.tables;
  Reading reading = best_reading(tables, set, readings);
  ask_the_sums(tables, set, reading, readings);
  const ReportWords& words = reading.told.form < 0 ? set.any_words : set.words[index(reading.told.form)];
  const std::vector<NarrativeLine> lines = narrative_lines(layout, words);
  Identity identity = identify(document, layout, lines, words);
  report.title = std::move(identity.title);
  report.agency = std::move(identity.agency);
  report.year = identity.year;
  report.sections = sections_of(lines);
  report.findings = document.findings;
  append(report.findings, layout.findings);
  append(report.findings, std::move(identity.findings));
  append(report.findings, std::move(readings));
  append(report.findings, std::move(reading.binding.findings));
  append(report.findings, std::move(reading.collected.findings));
  give_fields(report.findings, reading.binding.cells, tables);
  report.fields = std::move(reading.collected.fields);
  give_units(report.fields, reading.binding.cells, announced_units(layout));
  if (reading.told.form < 0) {
    Finding finding;
    finding.code = "no-known-form";
    finding.message = "No table of a known report form was found.";
    report.findings.push_back(std::move(finding));
    return report;
  }
  const Form& form = forms[index(reading.told.form)];
  report.form = form.name;
  if (reading.told.tie) {
    Finding finding;
    finding.code = "form-in-doubt";
    finding.severity = Severity::warning;
    finding.message = "The tables fit two forms equally well; the newer one was taken.";
    report.findings.push_back(std::move(finding));
  }
  append(report.findings, find_shifted(form, reading.checks, report.fields));
  sort_fields(report.fields, forms, reading.told.form);
  settle_broken_numbers(reading.checks, report.findings);
  report.checks = std::move(reading.checks);
  return report;
}

bool is_form_label(std::string_view text, const FormSet& forms) {
  constexpr std::size_t longest = 600;  // bytes
  return text.size() <= longest && forms.vocabulary.meaning(label_text(text), false).any();
}

KnowsLabel label_question(const FormSet& forms) {
  return [&forms](std::string_view text) { return is_form_label(text, forms); };
}

}  // namespace fubiao
