// Decides whether the printed numbers agree with each other as their form says they must.
//
// A check never changes a number. It holds, or fails, or says nothing (null) because a part is blank or not printed.
// A row that is missing must not make a check weaker in silence: a sum over the outcome rows that are there may still
// prove the total wrong (then it fails), but it cannot prove it right (then it says nothing).
//
// Invariants: every check of the form appears, in the form's order, each with all paths that take part, the total last;
// `expected` is null exactly where `holds` is.
// It does not apply to rules between two reports (see `fubiao check`).
#include "normalize/checks.h"

#include <algorithm>
#include <map>

namespace fubiao {
namespace {

using Values = std::map<std::string, std::optional<Decimal>>;

/// A sum with a memory for what was missing.
struct Sum {
  std::optional<Decimal> value = Decimal{};
  bool complete = true;
  void add(const Values& values, const std::string& path) {
    const auto at = values.find(path);
    if (at == values.end() || !at->second) {
      complete = false;
    } else if (value) {
      value = sum(*value, *at->second);
    }
  }
};

std::optional<Decimal> value_of(const Values& values, const std::string& path) {
  const auto at = values.find(path);
  return at == values.end() ? std::nullopt : at->second;
}

void judge(Check& check, const Sum& expected, const std::optional<Decimal>& printed) {
  check.printed = printed;
  if (!expected.complete || !expected.value || !printed) return;
  check.expected = expected.value;
  check.holds = *expected.value == *printed;
}

struct Row {
  std::string key;
  int block = 0;
};

/// The rows of a table that must be printed: those that carry values, a row alone in place of its children.
std::vector<Row> rows_of(const FormTable& table, const Values& values) {
  std::vector<Row> rows;
  const auto printed = [&](const std::string& key, int block) {
    for (const FormNode& column : table.blocks[static_cast<std::size_t>(block)].columns) {
      if (column.carries && values.count(join_keys(key, column.key)) > 0) return true;
    }
    return false;
  };
  std::vector<bool> replaced(table.rows.size(), false);
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const FormNode& node = table.rows[i];
    if (node.parent >= 0 && replaced[static_cast<std::size_t>(node.parent)]) {
      replaced[i] = true;
      continue;
    }
    if (!node.alone.empty() && printed(node.alone, node.block)) {
      replaced[i] = true;
      rows.push_back({node.alone, node.block});
    } else if (node.carries) {
      rows.push_back({node.key, node.block});
    }
  }
  return rows;
}

const FormTable* table_named(const std::vector<const FormTable*>& tables, const std::string& name) {
  for (const FormTable* table : tables) {
    if (table->name == name) return table;
  }
  return nullptr;
}

Check sum_check(const std::string& total, const std::vector<std::string>& parts, const Values& values) {
  Check check;
  check.name = "sum:" + total;
  Sum expected;
  for (const std::string& part : parts) {
    expected.add(values, part);
    check.fields.push_back(part);
  }
  check.fields.push_back(total);
  judge(check, expected, value_of(values, total));
  return check;
}

std::vector<std::string> columns_of(const FormTable& table) {
  std::vector<std::string> keys;
  for (const FormNode& column : table.blocks.front().columns) {
    if (column.carries) keys.push_back(column.key);
  }
  return keys;
}

void outcomes(const CheckRule& rule, const FormTable& table, const Values& values, std::vector<Check>& checks) {
  const std::string prefix = rule.parts.front() + ".";
  std::vector<std::string> keys;
  for (const Row& row : rows_of(table, values)) {
    if (row.key != rule.total && row.key.compare(0, prefix.size(), prefix) == 0) keys.push_back(row.key);
  }
  for (const std::string& column : columns_of(table)) {
    Check check;
    check.name = "outcomes:" + column;
    Sum expected;
    bool blank = false;
    for (const std::string& key : keys) {
      const std::string path = join_keys(key, column);
      const auto at = values.find(path);
      expected.add(values, path);
      if (at != values.end() && !at->second) blank = true;
      check.fields.push_back(path);
    }
    const std::string total = join_keys(rule.total, column);
    check.fields.push_back(total);
    judge(check, expected, value_of(values, total));
    // Rows are missing, none is blank: what is there may still be too much or too little.
    const bool some = std::any_of(check.fields.begin(), check.fields.end() - 1,
                                  [&](const std::string& path) { return values.count(path) > 0; });
    if (!check.holds && !blank && some && check.printed && expected.value && !(*expected.value == *check.printed)) {
      check.holds = false;
      check.expected = expected.value;
    }
    checks.push_back(std::move(check));
  }
}

void balance(const CheckRule& rule, const FormTable& table, const Values& values, std::vector<Check>& checks) {
  for (const std::string& column : columns_of(table)) {
    Check check;
    check.name = "balance:" + column;
    Sum in;
    Sum out;
    for (const std::string& key : rule.parts) {
      in.add(values, join_keys(key, column));
      check.fields.push_back(join_keys(key, column));
    }
    for (const std::string& key : rule.others) out.add(values, join_keys(key, column));
    for (auto key = rule.others.rbegin(); key != rule.others.rend(); ++key) {
      check.fields.push_back(join_keys(*key, column));  // the total, which the form prints first, last
    }
    judge(check, in, out.complete ? out.value : std::nullopt);
    checks.push_back(std::move(check));
  }
}

}  // namespace

std::vector<Check> run_checks(const Form& form, const std::vector<const FormTable*>& tables,
                              const std::vector<Field>& fields) {
  Values values;
  for (const Field& field : fields) values.emplace(field.path, field.value);
  std::vector<Check> checks;
  for (const CheckRule& rule : form.checks) {
    if (rule.kind == CheckRule::Kind::follows) continue;  // between reports: following.h
    if (rule.kind == CheckRule::Kind::sum) {
      checks.push_back(sum_check(rule.total, rule.parts, values));
      continue;
    }
    const FormTable* table = table_named(tables, rule.table);
    if (table == nullptr || table->blocks.empty()) continue;
    if (rule.kind == CheckRule::Kind::across) {
      for (const Row& row : rows_of(*table, values)) {
        std::vector<std::string> parts;
        for (const std::string& column : rule.parts) parts.push_back(join_keys(row.key, column));
        checks.push_back(sum_check(join_keys(row.key, rule.total), parts, values));
      }
    } else if (rule.kind == CheckRule::Kind::outcomes) {
      outcomes(rule, *table, values, checks);
    } else {
      balance(rule, *table, values, checks);
    }
  }
  return checks;
}

namespace {

/// A sum that cannot be checked since parts are blank. Senders leave zeros blank: where what is printed does not add up
/// to the total, a blank hides a number or a cell has moved. Where parts are not printed at all, only too much says so:
/// nothing that is counted is negative.
std::optional<Finding> misfit(const Check& check, const std::map<std::string, const Field*>& by_path) {
  std::optional<Decimal> total = Decimal{};
  bool is_blank = false, is_absent = false;
  const Field* some = nullptr;
  for (std::size_t i = 0; i + 1 < check.fields.size(); ++i) {
    const auto at = by_path.find(check.fields[i]);
    if (at == by_path.end()) {
      is_absent = true;
    } else if (!at->second->value) {
      is_blank = true;
    } else {
      some = at->second;
      if (total) total = sum(*total, *some->value);
    }
  }
  const std::optional<Decimal> over = total ? difference(*total, *check.printed) : std::nullopt;
  if (some == nullptr || !over || over->digits == 0) return std::nullopt;
  if (over->digits < 0 && (is_absent || !is_blank)) return std::nullopt;
  Finding finding;
  finding.code = "values-shifted";
  finding.severity = Severity::warning;
  finding.message = "A part of the total " + check.fields.back() + " is blank and the others come to " +
                    total->to_string() + ", not " + check.printed->to_string() +
                    ": a number may be lost, or stand in the wrong cell.";
  finding.fields = check.fields;
  finding.place.page = some->page;
  finding.place.table = some->table;
  return finding;
}

/// The largest number is the sum of the others: how many of these are not 0. Else 0.
int parts_of_largest(const std::vector<const Field*>& printed) {
  std::optional<Decimal> all = Decimal{};
  Decimal largest;
  int parts = -1;  // but the largest
  for (const Field* field : printed) {
    if (all) all = sum(*all, *field->value);
    const std::optional<Decimal> more = difference(*field->value, largest);
    if (more && more->digits > 0) largest = *field->value;
    parts += !(*field->value == Decimal{});
  }
  const std::optional<Decimal> twice = sum(largest, largest);
  return all && twice && *all == *twice ? std::max(parts, 0) : 0;
}

}  // namespace

std::vector<Finding> find_shifted(const Form& form, const std::vector<Check>& checks,
                                  const std::vector<Field>& fields) {
  std::map<std::string, const Field*> by_path;
  for (const Field& field : fields) by_path.emplace(field.path, &field);
  struct Suspect {
    const Check* check;
    const Field* last;
    bool is_sum;  // the last number is the sum of those before it
  };
  std::vector<Suspect> suspects;
  int could_be = 0, could_not = 0;  // rows whose last number could be the total
  for (const Check& check : checks) {
    const bool across = std::any_of(form.checks.begin(), form.checks.end(), [&](const CheckRule& rule) {
      return rule.kind == CheckRule::Kind::across && check.fields.size() == rule.parts.size() + 1 &&
             check.name == "sum:" + check.fields.back();
    });
    if (!across || check.holds || check.printed) continue;
    std::vector<const Field*> printed;
    for (const std::string& path : check.fields) {
      const auto at = by_path.find(path);
      if (at != by_path.end() && at->second->value) printed.push_back(at->second);
    }
    const bool says_nothing =
        std::all_of(printed.begin(), printed.end(), [](const Field* field) { return *field->value == Decimal{}; });
    if (printed.empty()) continue;
    std::optional<Decimal> total = Decimal{};
    for (std::size_t i = 0; total && i + 1 < printed.size(); ++i) total = sum(*total, *printed[i]->value);
    const Decimal over = (total ? difference(*printed.back()->value, *total) : std::nullopt).value_or(Decimal{-1, 0});
    const bool enough = printed.size() >= 3 && !says_nothing;  // one number beside an equal one is no sum
    const int parts = parts_of_largest(printed);
    if (enough) ++(over.digits < 0 && parts == 0 ? could_not : could_be);
    suspects.push_back({&check, printed.back(), enough && (over.digits == 0 || parts >= 2)});
  }
  // One row that lost a cell still adds up; a table that lost a column has, in every row but those that are printed
  // wrong, a number that is the sum of the others, or a last one that is at least the sum of what is left. In a sound
  // table without totals many rows have not.
  const bool lost_a_column = could_be > 0 && could_not * 5 <= could_be;
  std::vector<Finding> findings;
  for (const Suspect& suspect : suspects) {
    if (!suspect.is_sum && !lost_a_column) continue;
    Finding finding;
    finding.code = "values-shifted";
    finding.severity = Severity::warning;
    finding.message = "The total is blank and the last number could be the total: the row may have lost a cell.";
    finding.fields = suspect.check->fields;
    finding.place.page = suspect.last->page;
    finding.place.table = suspect.last->table;
    finding.place.row = suspect.last->row;
    findings.push_back(std::move(finding));
  }
  for (const Check& check : checks) {
    if (check.holds || !check.printed || check.name.rfind("balance:", 0) == 0) continue;
    if (std::optional<Finding> finding = misfit(check, by_path)) findings.push_back(std::move(*finding));
  }
  return findings;
}

}  // namespace fubiao
