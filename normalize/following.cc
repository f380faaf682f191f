// Decides which reports are of one agency, which years follow, and what a difference means.
//
// Each organ reports every year, and what it left over (四、结转下年度继续办理) is what it begins the next year with
// (二、上年结转): the one place where a number is printed in two reports. A break is a mistake of theirs, or one of
// reading that no sum of a single report can show. Which fields follow is data: the rule `follows` of the forms.
//
// An agency is its name as a reader sees it, folded: white space, full-width brackets and traditional characters are no
// other agency. Nothing else is guessed: an office that was renamed is another agency, and its years do not follow.
//
// One year may have several reports: renditions of one, or a corrected one. Where they differ that is a conflict, not a
// break, for nobody reads two years against each other to see it; they break with another year only where no number of
// the one is a number of the other, so that the corrected report is not charged with the mistake it mends.
//
// Null is no number: a blank is compared with nothing, and counted. So are numbers whose units differ (an amount in 元
// and one in 万元), and fields that one of the reports does not print.
//
// Invariant: the result does not depend on the order of the reports. Does not apply to: years with none between them
// (a gap: what was left over in 2020 says nothing about 2022).
#include "normalize/following.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "normalize/fold.h"
#include "normalize/index.h"

namespace fubiao {
namespace {

using Reports = std::vector<FoundReport>;

/// The label of a field, empty where the form has no such field.
std::map<std::string, std::vector<std::string>> labels_of_fields(const Form& form) {
  std::map<std::string, std::vector<std::string>> labels;
  for (FormField& field : fields_of(form)) {
    std::vector<std::string>& label = labels[field.path];
    label = std::move(field.row);
    label.insert(label.end(), field.column.begin(), field.column.end());
  }
  return labels;
}

/// What the forms say, ready to be asked.
struct Rules {
  struct OfForm {
    std::map<std::string, std::vector<std::string>> labels;  ///< of every field
    std::vector<FollowedFields> followed;
  };
  std::map<std::string, OfForm> forms;

  explicit Rules(const std::vector<Form>& known) {
    for (const Form& form : known) forms[form.name] = {labels_of_fields(form), followed_fields(form)};
  }
  const OfForm* of(const ReadReport& report) const {
    const auto at = report.form ? forms.find(*report.form) : forms.end();
    return at == forms.end() ? nullptr : &at->second;
  }
};

/// The reports of an agency and year.
struct Year {
  Reports::const_iterator begin;
  Reports::const_iterator end;
  int number() const { return *begin->report.year; }
};

/// Whether a report of the year prints the field, or its form has it.
bool knows(const Year& year, const std::string& field, const Rules& rules) {
  return std::any_of(year.begin, year.end, [&](const FoundReport& found) {
    if (found.report.values.count(field) > 0) return true;
    const Rules::OfForm* form = rules.of(found.report);
    return form != nullptr && form->labels.count(field) > 0;
  });
}

/// The fields that follow from the one year to the next by the forms of either, each once.
std::vector<const FollowedFields*> followed_between(const Year& before, const Year& after, const Rules& rules) {
  std::vector<const FollowedFields*> followed;
  const auto add = [&](const ReadReport& report) {
    const Rules::OfForm* form = rules.of(report);
    if (form == nullptr) return;
    for (const FollowedFields& fields : form->followed) {
      const bool there = std::any_of(followed.begin(), followed.end(), [&](const FollowedFields* other) {
        return other->before == fields.before && other->after == fields.after;
      });
      if (!there && knows(before, fields.before, rules) && knows(after, fields.after, rules))
        followed.push_back(&fields);
    }
  };
  for (auto at = after.begin; at != after.end; ++at) add(at->report);
  for (auto at = before.begin; at != before.end; ++at) add(at->report);
  return followed;
}

FieldOfYear field_of(const Year& year, const std::string& path, const std::vector<std::string>& label) {
  FieldOfYear field{year.number(), path, label, {}};
  for (auto at = year.begin; at != year.end; ++at) {
    const auto value = at->report.values.find(path);
    if (value != at->report.values.end())
      field.values.push_back({at->file, at->line, at->report.source, value->second});
  }
  return field;
}

bool same_unit(const ReadValue& a, const ReadValue& b) {
  return a.unit.empty() || b.unit.empty() || fold(a.unit) == fold(b.unit);
}

enum class Outcome {
  equal,   ///< a number of the one is a number of the other
  differ,  ///< none is
  units,   ///< there are numbers, but none of one unit
  blank,   ///< one of them has no number
  absent,  ///< one of them does not print the field
};

Outcome compare(const FieldOfYear& before, const FieldOfYear& after) {
  if (before.values.empty() || after.values.empty()) return Outcome::absent;
  Outcome outcome = Outcome::blank;
  for (const FoundValue& a : before.values) {
    for (const FoundValue& b : after.values) {
      if (!a.read.value || !b.read.value) continue;
      if (!same_unit(a.read, b.read)) {
        if (outcome == Outcome::blank) outcome = Outcome::units;
        continue;
      }
      if (*a.read.value == *b.read.value) return Outcome::equal;
      outcome = Outcome::differ;
    }
  }
  return outcome;
}

YearPair compare_years(const std::string& agency, const Year& before, const Year& after, const Rules& rules,
                       std::vector<Break>& breaks) {
  YearPair pair;
  pair.agency = agency;
  pair.before = before.number();
  pair.after = after.number();
  const std::vector<const FollowedFields*> followed = followed_between(before, after, rules);
  pair.unrelated = followed.empty();
  for (const FollowedFields* fields : followed) {
    FieldOfYear from = field_of(before, fields->before, fields->before_label);
    FieldOfYear to = field_of(after, fields->after, fields->after_label);
    switch (compare(from, to)) {
      case Outcome::equal: ++pair.equal; break;
      case Outcome::differ:
        ++pair.breaks;
        breaks.push_back({agency, std::move(from), std::move(to)});
        break;
      case Outcome::units: ++pair.units; break;
      case Outcome::blank: ++pair.blank; break;
      case Outcome::absent: ++pair.absent; break;
    }
  }
  return pair;
}

void find_conflicts(const std::string& agency, const Year& year, const Rules& rules, std::vector<Conflict>& conflicts) {
  if (year.end - year.begin < 2) return;
  // In the order of the forms; what two forms share, once.
  std::vector<std::pair<std::string, std::vector<std::string>>> fields;
  for (auto at = year.begin; at != year.end; ++at) {
    const Rules::OfForm* form = rules.of(at->report);
    if (form == nullptr) continue;
    for (const bool of_next : {false, true}) {
      for (const FollowedFields& followed : form->followed) {
        const std::string& path = of_next ? followed.before : followed.after;
        const bool there = std::any_of(fields.begin(), fields.end(), [&](const auto& f) { return f.first == path; });
        if (!there) fields.emplace_back(path, of_next ? followed.before_label : followed.after_label);
      }
    }
  }
  for (const auto& [path, label] : fields) {
    FieldOfYear field = field_of(year, path, label);
    const bool differ = std::any_of(field.values.begin(), field.values.end(), [&](const FoundValue& value) {
      const ReadValue& first = field.values.front().read;
      return value.read.value != first.value || !same_unit(value.read, first);
    });
    if (differ) conflicts.push_back({agency, std::move(field)});
  }
}

}  // namespace

std::vector<FollowedFields> followed_fields(const Form& form) {
  const auto labels = labels_of_fields(form);
  std::vector<FollowedFields> followed;
  const auto add = [&](const std::string& before, const std::string& after) {
    const auto from = labels.find(before);
    const auto to = labels.find(after);
    if (from != labels.end() && to != labels.end()) followed.push_back({before, after, from->second, to->second});
  };
  for (const CheckRule& rule : form.checks) {
    if (rule.kind != CheckRule::Kind::follows || rule.parts.size() != 2) continue;
    if (rule.table.empty()) {
      add(rule.parts[0], rule.parts[1]);
      continue;
    }
    for (const FormTable& table : form.tables) {
      if (table.name != rule.table) continue;
      for (const FormNode& row : table.rows) {
        if (!row.carries || row.key != rule.parts[0]) continue;
        for (const FormNode& column : table.blocks[index(row.block)].columns) {
          if (column.carries) add(join_keys(rule.parts[0], column.key), join_keys(rule.parts[1], column.key));
        }
      }
    }
  }
  return followed;
}

std::set<std::string, std::less<>> paths_of_followed(const std::vector<Form>& forms) {
  std::set<std::string, std::less<>> paths;
  for (const Form& form : forms) {
    for (const FollowedFields& fields : followed_fields(form)) paths.insert({fields.before, fields.after});
  }
  return paths;
}

Following compare_following(std::vector<FoundReport> found, const std::vector<Form>& forms) {
  Following result;
  const Rules rules(forms);

  // By agency and year; what has none goes to `unplaced`.
  struct Key {
    std::string agency;
    std::size_t at;
  };
  std::vector<Key> keys;
  for (std::size_t i = 0; i < found.size(); ++i) {
    FoundReport& one = found[i];
    std::string agency = one.report.agency ? fold(*one.report.agency) : std::string();
    if (one.report.error_code.empty() && !agency.empty() && one.report.year) {
      keys.push_back({std::move(agency), i});
    } else {
      result.unplaced.push_back(
          {one.file, one.line, one.report.source, one.report.agency, one.report.year, one.report.error_code});
    }
  }
  std::sort(keys.begin(), keys.end(), [&](const Key& a, const Key& b) {
    const FoundReport& left = found[a.at];
    const FoundReport& right = found[b.at];
    return std::tie(a.agency, *left.report.year, left.file, left.line) <
           std::tie(b.agency, *right.report.year, right.file, right.line);
  });
  std::sort(result.unplaced.begin(), result.unplaced.end(),
            [](const Unplaced& a, const Unplaced& b) { return std::tie(a.file, a.line) < std::tie(b.file, b.line); });
  Reports reports;
  reports.reserve(keys.size());
  for (const Key& key : keys) reports.push_back(std::move(found[key.at]));
  result.reports = static_cast<int>(reports.size());

  for (std::size_t begin = 0, end = 0; begin < reports.size(); begin = end) {
    std::vector<Year> years;
    for (; end < reports.size() && keys[end].agency == keys[begin].agency; ++end) {
      const auto at = reports.cbegin() + static_cast<std::ptrdiff_t>(end);
      if (years.empty() || years.back().number() != *at->report.year) years.push_back({at, at});
      years.back().end = at + 1;
    }
    ++result.agencies;
    // As the latest report spells it.
    const std::string& agency = *years.back().begin->report.agency;
    for (std::size_t i = 0; i < years.size(); ++i) {
      if (i > 0 && years[i].number() - years[i - 1].number() > 1)
        result.gaps.push_back({agency, years[i - 1].number(), years[i].number()});
      if (i > 0 && years[i].number() - years[i - 1].number() == 1)
        result.pairs.push_back(compare_years(agency, years[i - 1], years[i], rules, result.breaks));
      find_conflicts(agency, years[i], rules, result.conflicts);
    }
  }
  return result;
}

}  // namespace fubiao
