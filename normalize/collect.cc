// Decides the value, unit and status of each field from the cell that it was bound to.
//
// Invariants: one field for each path; a value is what the cell prints and nothing else; whatever a careful reader
// could read differently in the cell is a warning on the field, and a field that is bound twice with two values is one
// as well. It does not apply to the question whether the cell is the right one: see bind.cc.
#include "normalize/collect.h"

#include <algorithm>
#include <map>
#include <set>

#include "normalize/fold.h"
#include "normalize/index.h"
#include "normalize/number.h"

namespace fubiao {
namespace {

/// More digits than a binary double keeps: a reader of the JSON may lose some.
constexpr int most_digits = 15;

/// For messages.
std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

class Collector {
 public:
  Collector(const std::vector<Bound>& cells, const std::vector<Table>& tables) : cells_(cells), tables_(tables) {}

  Collected run() {
    for (const Bound& bound : cells_) add(bound);
    return std::move(out_);
  }

 private:
  void find(const Bound& bound, const char* code, Severity severity, std::string message, bool on_field) {
    const Cell& cell = tables_[index(bound.table)].cells[index(bound.cell)];
    Finding finding;
    finding.code = code;
    finding.severity = severity;
    finding.message = std::move(message);
    if (on_field) finding.fields.push_back(bound.path);
    if (!cell.parts.empty()) finding.place.page = cell.parts.front().page;
    finding.place.table = bound.table;
    finding.place.row = cell.row;
    finding.place.column = cell.column;
    out_.findings.push_back(std::move(finding));
  }

  void add(const Bound& bound) {
    const Cell& cell = tables_[index(bound.table)].cells[index(bound.cell)];
    const std::string& print = cell.print.empty() ? cell.text : cell.print;
    const Number number = number_of(cell, print);
    Field field;
    field.path = bound.path;
    field.value = number.value;
    field.text = print;
    field.status = number.status;
    const bool restored = bound.restored || cell.joined || cell.repaired;
    if (number.value && restored) field.status = Status::repaired;
    field.table = bound.table;
    field.row = cell.row;
    field.column = cell.column;
    place(cell, field);

    const auto known = first_.find(bound.path);
    if (known != first_.end()) {
      const Field& before = out_.fields[known->second];
      if (before.value == field.value) {
        find(bound, "printed-twice", Severity::note,
             "The field " + bound.path + " is printed twice with the same value.", false);
      } else {
        find(bound, "printed-twice", Severity::warning,
             "The field " + bound.path + " is printed twice: \"" + one_line(before.text) + "\" was taken, not \"" +
                 one_line(print) + "\".",
             true);
      }
      return;
    }
    unit(bound, number, field);
    doubts(bound, number, cell, print);
    first_.emplace(bound.path, out_.fields.size());
    out_.fields.push_back(std::move(field));
  }

  /// A number in a cell that is too narrow for it is broken where the width ends ("42", "93"). Layout knows whether the
  /// next digit had no room; then it is one number, and two numbers below each other are the less likely reading.
  static Number number_of(const Cell& cell, const std::string& print) {
    Number number = parse_number(print);
    if (!cell.wrapped || (number.value && !number.doubtful) || number.status == Status::blank) return number;
    std::string joined;
    for (char c : print) {
      if (c != '\n') joined += c;
    }
    Number whole = parse_number(joined);
    if (!whole.value || whole.doubtful) return number;
    whole.status = Status::repaired;
    whole.doubtful = true;
    whole.doubt = "the width of its cell breaks it over two lines or more";
    return whole;
  }

  static void place(const Cell& cell, Field& field) {
    // The part with ink; of a blank cell the first.
    const CellPart* part = nullptr;
    for (const CellPart& one : cell.parts) {
      if (part == nullptr || (part->ink.empty() && !one.ink.empty())) part = &one;
    }
    if (part == nullptr) return;
    field.page = part->page;
    field.box = part->ink.empty() ? part->box : part->ink;
  }

  void unit(const Bound& bound, const Number& number, Field& field) {
    const std::string printed = !number.unit.empty() ? number.unit : bound.printed_unit;
    const std::string own = bound.units.size() == 1 ? bound.units.front() : "";
    field.unit = printed.empty() ? own : printed;
    if (printed.empty() || !number.value) return;
    const bool known = std::any_of(bound.units.begin(), bound.units.end(),
                                   [&](const std::string& unit) { return fold(unit) == fold(printed); });
    if (known || bound.units.empty()) return;
    find(bound, "unit-differs", Severity::warning,
         "The unit printed is " + printed + ", that of the form is " + bound.units.front() +
             "; the number is given as printed.",
         true);
  }

  void doubts(const Bound& bound, const Number& number, const Cell& cell, const std::string& print) {
    if (cell.untrusted && number.status != Status::blank) {
      find(bound, "guessed-unicode", Severity::warning,
           "The characters of \"" + one_line(print) + "\" are guessed: their font does not say what they stand for.",
           true);
    }
    if (number.doubtful) {
      find(bound, cell.wrapped ? "number-broken" : "number-in-doubt", Severity::warning,
           "\"" + one_line(print) + "\" was read as " + (number.value ? number.value->to_string() : "nothing") + ": " +
               number.doubt + ".",
           true);
    } else if (number.value && number.value->significant_digits() > most_digits) {
      find(bound, "number-in-doubt", Severity::warning,
           "\"" + one_line(print) + "\" has more digits than most programs keep.", true);
    }
    if (number.status == Status::unreadable) {
      find(bound, "unreadable-number", Severity::error,
           "\"" + one_line(print) + "\" is no number" + (number.doubt.empty() ? "" : ": " + number.doubt) + ".", true);
    }
  }

  const std::vector<Bound>& cells_;
  const std::vector<Table>& tables_;
  std::map<std::string, std::size_t> first_;
  Collected out_;
};

}  // namespace

Collected collect(const std::vector<Bound>& cells, const std::vector<Table>& tables) {
  return Collector(cells, tables).run();
}

void give_fields(std::vector<Finding>& findings, const std::vector<Bound>& cells, const std::vector<Table>& tables) {
  for (Finding& finding : findings) {
    const Place& place = finding.place;
    if (finding.severity == Severity::note || !finding.fields.empty() || !place.table) continue;
    // What covers the place by all that is said of it; a label covers the fields of its row or column.
    const auto collect_where = [&](bool by_row, bool by_column) {
      std::set<std::string> seen;
      for (const Bound& bound : cells) {
        if (bound.table != *place.table) continue;
        const Cell& cell = tables[index(bound.table)].cells[index(bound.cell)];
        const bool row = !place.row || (cell.row <= *place.row && *place.row < cell.row + cell.row_span);
        const bool column =
            !place.column || (cell.column <= *place.column && *place.column < cell.column + cell.column_span);
        if ((by_row && !row) || (by_column && !column)) continue;
        if (seen.insert(bound.path).second) finding.fields.push_back(bound.path);
      }
    };
    collect_where(true, true);
    if (finding.fields.empty() && place.row) collect_where(true, false);
    if (finding.fields.empty() && place.column) collect_where(false, true);
    if (finding.fields.empty()) collect_where(false, false);
  }
}

}  // namespace fubiao
