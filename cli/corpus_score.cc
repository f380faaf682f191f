// Decides whether a field is right, wrong, invented or lost, and whether that is silent (the words of the output
// contract, "No silent error").
//
// A wrong or invented number is silent unless a failing check, a warning or an error lists its field. A right field
// that a warning or an error lists is an alarm: it costs its reader a look. A failing check on a right field is none,
// since the print itself is what does not add up.
//
// Title, agency, year and form count for themselves, failing checks by what they say (a check that fails in print must
// fail here, with the same numbers, and no other), tables by their cells: the same spans and the same texts after NFC
// and removal of white space. Rows in which no cell begins may be given or dropped where the truth has such rows: a
// merged head may be spread over any number of physical rows.
#include "cli/corpus_score.h"

#include <algorithm>
#include <set>
#include <utility>

#include "cli/shown_values.h"
#include "cli/tables_art.h"
#include "normalize/clean_text.h"

namespace fubiao {
namespace {

std::string shown_cell(const GridCell& cell) {
  const std::string span = cell.row_span == 1 && cell.column_span == 1
                               ? ""
                               : " " + std::to_string(cell.row_span) + "×" + std::to_string(cell.column_span);
  return "row " + std::to_string(cell.row) + " column " + std::to_string(cell.column) + span + " “" + cell.text + "”";
}

/// What speaks against each field: codes of warnings and errors, names of failing checks, each once.
struct Doubts {
  std::map<std::string, std::vector<std::string>, std::less<>> by_field;
  std::set<std::string, std::less<>> warned;  ///< by a finding

  explicit Doubts(const Report& report) {
    for (const Finding& finding : report.findings) {
      if (finding.severity == Severity::note) continue;
      for (const std::string& field : finding.fields) {
        add(field, finding.code);
        warned.insert(field);
      }
    }
    for (const Check& check : report.checks) {
      if (check.holds != false) continue;
      for (const std::string& field : check.fields) add(field, check.name);
    }
  }
  void add(const std::string& field, const std::string& doubt) {
    std::vector<std::string>& list = by_field[field];
    if (std::find(list.begin(), list.end(), doubt) == list.end()) list.push_back(doubt);
  }
};

/// nullopt: as its truth.
std::optional<MissKind> miss_of(const MaybeGiven& truth, const MaybeGiven& given) {
  const bool number = given && *given;
  if (!truth) return number ? MissKind::invented : MissKind::not_there;
  if (!*truth) {
    if (number) return MissKind::invented;
    return given ? std::nullopt : std::optional(MissKind::not_given);
  }
  if (!number) return MissKind::lost;
  return **given == **truth ? std::nullopt : std::optional(MissKind::wrong);
}

int& count_of(MissKind kind, Score& score) {
  switch (kind) {
    case MissKind::wrong: return score.wrong;
    case MissKind::invented: return score.invented;
    case MissKind::lost: return score.lost;
    case MissKind::not_given: return score.not_given;
    case MissKind::not_there: return score.not_there;
    case MissKind::taken: return score.taken;
  }
  return score.wrong;
}

FieldMiss miss(const std::string& path, MissKind kind, const Field* field) {
  FieldMiss miss;
  miss.field = path;
  miss.kind = kind;
  if (field == nullptr) return miss;
  miss.value = field->value;
  miss.text = clean_text(field->text);
  miss.status = name(field->status);
  miss.page = field->page;
  miss.box = field->box;
  miss.table = field->table;
  miss.row = field->row;
  miss.column = field->column;
  return miss;
}

void score_fields(const Truth& truth, const Report& report, CaseResult& result) {
  const Doubts doubts(report);
  std::map<std::string_view, const Field*> given;
  for (const Field& field : report.fields) given.emplace(field.path, &field);

  const auto judge = [&](const std::string& path, const MaybeGiven& want, const Field* field) {
    const MaybeGiven have = field == nullptr ? MaybeGiven{} : MaybeGiven{field->value};
    std::optional<MissKind> kind = miss_of(want, have);
    if (!kind) {
      ++result.score.right;
      if (doubts.warned.contains(path)) ++result.score.alarms;
      return;
    }
    FieldMiss found = miss(path, *kind, field);
    if (want) found.truth = *want;
    if (const auto at = doubts.by_field.find(path); at != doubts.by_field.end()) found.doubts = at->second;
    found.silent = (kind == MissKind::wrong || kind == MissKind::invented) && found.doubts.empty();
    if (result.about.evidence_taken && !found.silent && kind != MissKind::invented) kind = MissKind::taken;
    ++count_of(*kind, result.score);
    if (kind == MissKind::taken) return;
    // It neither gives a number that is none, nor loses one.
    if (kind == MissKind::not_given) ++result.score.right;
    if (found.silent) ++result.score.silent;
    result.misses.push_back(std::move(found));
  };
  for (const auto& [path, value] : truth.fields) {
    const auto at = given.find(path);
    judge(path, MaybeGiven{value}, at == given.end() ? nullptr : at->second);
  }
  for (const Field& field : report.fields) {
    if (!truth.fields.contains(field.path)) judge(field.path, std::nullopt, &field);
  }
}

void score_head(const ReportHead& truth, const ReportHead& given, CaseResult& result) {
  const auto compare = [&](const char* what, const auto& want, const auto& have) {
    if (folded_text(shown(want)) == folded_text(shown(have))) return;
    ++result.score.heads;
    result.other_misses.push_back({what, shown(want), shown(have)});
  };
  compare("form", truth.form, given.form);
  compare("title", truth.title, given.title);
  compare("agency", truth.agency, given.agency);
  compare("year", truth.year, given.year);
}

void score_checks(const std::vector<FailingCheck>& truth, const std::vector<FailingCheck>& given, CaseResult& result) {
  std::set<std::string> want;
  std::set<std::string> have;
  for (const FailingCheck& check : truth) want.insert(shown(check));
  for (const FailingCheck& check : given) have.insert(shown(check));
  for (const std::string& check : want) {
    if (have.contains(check)) continue;
    ++result.score.checks;
    result.other_misses.push_back({"check", check, "does not fail"});
  }
  for (const std::string& check : have) {
    if (want.contains(check)) continue;
    ++result.score.checks;
    result.other_misses.push_back({"check", "does not fail", check});
  }
}

GridView without_padding(const GridView& grid) {
  std::set<int> begins;
  for (const GridCell& cell : grid.cells) begins.insert(cell.row);
  const auto place = [&](int row) { return static_cast<int>(std::distance(begins.begin(), begins.lower_bound(row))); };
  GridView dense{static_cast<int>(begins.size()), grid.columns, grid.cells};
  for (GridCell& cell : dense.cells) {
    const int end = place(cell.row + cell.row_span);
    cell.row = place(cell.row);
    cell.row_span = end - cell.row;
  }
  std::sort(dense.cells.begin(), dense.cells.end());
  return dense;
}

/// The first cell that the other does not have.
std::string first_stranger(const GridView& grid, const GridView& other) {
  for (const GridCell& cell : grid.cells) {
    if (!std::binary_search(other.cells.begin(), other.cells.end(), cell)) return "; " + shown_cell(cell);
  }
  return "";
}

void score_tables(const std::vector<GridView>& truth, const std::vector<Table>& given, CaseResult& result) {
  const auto size = [](const GridView& grid) { return std::to_string(grid.rows) + "×" + std::to_string(grid.columns); };
  for (std::size_t i = 0; i < std::max(truth.size(), given.size()); ++i) {
    const std::string what = "table " + std::to_string(i);
    OtherMiss miss{what, "none", "none"};
    if (i < truth.size() && i < given.size()) {
      const GridView have = grid_view(given[i]);
      const GridView& want = truth[i];
      const GridView dense = without_padding(want);
      if (have == want || (dense != want && without_padding(have) == dense)) {
        ++result.score.tables_right;
        continue;
      }
      miss.truth = size(want) + first_stranger(want, have);
      miss.value = size(have) + first_stranger(have, want);
    } else if (i < truth.size()) {
      miss.truth = size(truth[i]);
    } else {
      miss.value = size(grid_view(given[i]));
    }
    ++result.score.tables_wrong;
    result.other_misses.push_back(std::move(miss));
  }
}

}  // namespace

std::string_view name(MissKind kind) {
  switch (kind) {
    case MissKind::wrong: return "wrong";
    case MissKind::invented: return "invented";
    case MissKind::lost: return "lost";
    case MissKind::not_given: return "not given";
    case MissKind::not_there: return "not there";
    case MissKind::taken: return "taken";
  }
  return {};
}

std::string_view name(TruthState state) {
  switch (state) {
    case TruthState::none: return "none";
    case TruthState::unchecked: return "unchecked";
    case TruthState::checked: return "checked";
  }
  return {};
}

Outcome outcome_of(const Report& report, const Layout& layout) {
  const auto clean = [](const std::optional<std::string>& text) {
    return text ? std::optional(clean_text(*text)) : std::nullopt;
  };
  Outcome outcome;
  outcome.head = {report.form, clean(report.title), clean(report.agency), report.year};
  for (const Field& field : report.fields) outcome.fields.emplace(field.path, field.value);
  for (const Check& check : report.checks) {
    if (check.holds == false)
      outcome.failing_checks.push_back({check.name, check.expected, check.printed, check.fields});
  }
  for (const Finding& finding : report.findings) {
    outcome.findings.push_back({finding.code, finding.severity, finding.fields, finding.place});
  }
  for (const Table& table : layout.tables) {
    TableArt art{clean_text(table.caption), {}, table_art(table)};
    for (const CellPart& part : table.parts) art.pages.push_back(part.page);
    outcome.tables.push_back(std::move(art));
  }
  return outcome;
}

void score_report(const Truth& truth, const Report& report, const Layout& layout, CaseResult& result) {
  if (truth.state != TruthState::checked) return;
  score_fields(truth, report, result);
  score_head(truth.head, result.outcome.head, result);
  if (result.score.taken > 0) return;  // nor do sums and tables come out right
  score_checks(truth.failing_checks, result.outcome.failing_checks, result);
  if (truth.tables) score_tables(*truth.tables, layout.tables, result);
}

void score_failure(const Truth& truth, CaseResult& result) {
  if (truth.state != TruthState::checked) return;
  score_fields(truth, {}, result);
  score_head(truth.head, {}, result);
}

}  // namespace fubiao
