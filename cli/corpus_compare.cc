// Decides what changed between two results of one file, and whether for the better.
//
// A field has a rank by its truth, from a silent error (0) to right (4); a higher rank is better, a lower one worse,
// and another value of the same rank has changed. Where nobody knows the truth, a changed number, head or check is
// `unjudged`: it fails a run like a worse one until a person has accepted it.
//
// Findings are compared by code, severity, place and fields, in their order of appearance; a finding that moves to
// another place shows as one less and one more. Tables are compared as text art, and the first line that differs is
// shown: in a diff of the accepted files all of them are.
#include "cli/corpus_compare.h"

#include <algorithm>
#include <set>
#include <utility>

#include "cli/shown_values.h"

namespace fubiao {
namespace {

MaybeGiven given_in(const FieldValues& fields, const std::string& path) {
  const auto at = fields.find(path);
  return at == fields.end() ? std::nullopt : MaybeGiven(at->second);
}

std::string shown_field(const MaybeGiven& given) {
  return given ? shown(*given) : "absent";
}

/// Fields that a failing check, a warning or an error lists.
std::set<std::string, std::less<>> doubted(const Outcome& outcome) {
  std::set<std::string, std::less<>> fields;
  for (const FindingMark& finding : outcome.findings) {
    if (finding.severity != Severity::note) fields.insert(finding.fields.begin(), finding.fields.end());
  }
  for (const FailingCheck& check : outcome.failing_checks) fields.insert(check.fields.begin(), check.fields.end());
  return fields;
}

enum Rank { silent, doubtful, lost, untidy, right };

Rank rank_of(const MaybeGiven& truth, const MaybeGiven& given, bool doubt) {
  const bool number = given && *given;
  const bool true_number = truth && *truth;
  if (number && !(true_number && **given == **truth)) return doubt ? doubtful : silent;
  if (true_number && !number) return lost;
  return given.has_value() == truth.has_value() ? right : untidy;
}

class Comparison {
 public:
  Comparison(const Outcome& accepted, const Outcome& now, const Truth* truth)
      : accepted_(accepted), now_(now), truth_(truth) {}

  std::vector<Change> all() {
    failures();
    if (accepted_.failure || now_.failure) return std::move(changes_);
    const ReportHead* truth = truth_ == nullptr ? nullptr : &truth_->head;
    head("form", accepted_.head.form, now_.head.form, truth == nullptr ? nullptr : &truth->form);
    head("title", accepted_.head.title, now_.head.title, truth == nullptr ? nullptr : &truth->title);
    head("agency", accepted_.head.agency, now_.head.agency, truth == nullptr ? nullptr : &truth->agency);
    head("year", accepted_.head.year, now_.head.year, truth == nullptr ? nullptr : &truth->year);
    fields();
    checks();
    findings();
    tables();
    return std::move(changes_);
  }

 private:
  void add(Verdict verdict, std::string what, std::string accepted, std::string now) {
    changes_.push_back({verdict, std::move(what), std::move(accepted), std::move(now)});
  }

  static Verdict by_rank(int accepted, int now) {
    if (now == accepted) return Verdict::changed;
    return now > accepted ? Verdict::better : Verdict::worse;
  }

  void failures() {
    const auto code = [](const Outcome& o) { return o.failure ? o.failure->code : std::string("read"); };
    if (code(accepted_) == code(now_)) return;
    const Verdict verdict = !accepted_.failure ? Verdict::worse : now_.failure ? Verdict::changed : Verdict::better;
    add(verdict, "error", code(accepted_), code(now_));
  }

  template <class Value>
  void head(const char* what, const Value& accepted, const Value& now, const Value* truth) {
    if (accepted == now) return;
    const auto right = [&](const Value& value) { return folded_text(shown(value)) == folded_text(shown(*truth)); };
    const Verdict verdict = truth == nullptr ? Verdict::unjudged : by_rank(right(accepted), right(now));
    add(verdict, what, shown(accepted), shown(now));
  }

  void fields() {
    std::set<std::string, std::less<>> paths;
    for (const auto* values : {&accepted_.fields, &now_.fields}) {
      for (const auto& [path, value] : *values) paths.insert(path);
    }
    const auto doubted_before = doubted(accepted_);
    const auto doubted_now = doubted(now_);
    for (const std::string& path : paths) {
      const MaybeGiven before = given_in(accepted_.fields, path);
      const MaybeGiven after = given_in(now_.fields, path);
      if (truth_ == nullptr) {
        if (before != after) add(Verdict::unjudged, path, shown_field(before), shown_field(after));
        continue;
      }
      const MaybeGiven truth = given_in(truth_->fields, path);
      const Rank rank_before = rank_of(truth, before, doubted_before.contains(path));
      const Rank rank_now = rank_of(truth, after, doubted_now.contains(path));
      if (before == after && rank_before == rank_now) continue;
      const auto mark = [](Rank rank) { return rank == silent ? " (silent)" : ""; };
      add(by_rank(rank_before, rank_now), path, shown_field(before) + mark(rank_before),
          shown_field(after) + mark(rank_now));
    }
  }

  void checks() {
    const auto shown_all = [](const std::vector<FailingCheck>& checks) {
      std::set<std::string> all;
      for (const FailingCheck& check : checks) all.insert(shown(check));
      return all;
    };
    const std::set<std::string> before = shown_all(accepted_.failing_checks);
    const std::set<std::string> now = shown_all(now_.failing_checks);
    const std::set<std::string> truth = truth_ == nullptr ? std::set<std::string>{} : shown_all(truth_->failing_checks);
    const auto judge = [&](const std::string& check, bool fails_now) {
      if (truth_ == nullptr) return Verdict::unjudged;
      return truth.contains(check) == fails_now ? Verdict::better : Verdict::worse;
    };
    for (const std::string& check : before) {
      if (!now.contains(check)) add(judge(check, false), "check", check, "does not fail");
    }
    for (const std::string& check : now) {
      if (!before.contains(check)) add(judge(check, true), "check", "does not fail", check);
    }
  }

  static std::string shown_finding(const FindingMark& finding) {
    std::string text(name(finding.severity));
    const auto part = [&](const char* what, const std::optional<int>& number) {
      if (number) text += std::string(", ") + what + " " + std::to_string(*number);
    };
    part("page", finding.place.page);
    part("table", finding.place.table);
    part("row", finding.place.row);
    part("column", finding.place.column);
    if (finding.fields.size() == 1) text += ", " + finding.fields.front();
    if (finding.fields.size() > 1) text += ", " + std::to_string(finding.fields.size()) + " fields";
    return text;
  }

  void findings() {
    std::vector<FindingMark> fresh = now_.findings;
    for (const FindingMark& finding : accepted_.findings) {
      const auto at = std::find(fresh.begin(), fresh.end(), finding);
      if (at != fresh.end()) {
        fresh.erase(at);
      } else {
        add(Verdict::changed, "finding " + finding.code, shown_finding(finding), "none");
      }
    }
    for (const FindingMark& finding : fresh)
      add(Verdict::changed, "finding " + finding.code, "none", shown_finding(finding));
  }

  static std::string shown_table(const TableArt& table, const TableArt& other) {
    for (std::size_t i = 0; i < table.lines.size(); ++i) {
      if (i >= other.lines.size() || table.lines[i] != other.lines[i])
        return "line " + std::to_string(i) + ": " + table.lines[i];
    }
    if (table.lines.size() < other.lines.size()) return std::to_string(table.lines.size()) + " lines";
    std::string text = table.caption.empty() ? "without a caption" : table.caption;
    for (const int page : table.pages) text += ", page " + std::to_string(page);
    return text;
  }

  void tables() {
    for (std::size_t i = 0; i < std::max(accepted_.tables.size(), now_.tables.size()); ++i) {
      static const TableArt none;
      const TableArt& before = i < accepted_.tables.size() ? accepted_.tables[i] : none;
      const TableArt& after = i < now_.tables.size() ? now_.tables[i] : none;
      if (before == after) continue;
      const auto shown_side = [&](const TableArt& table, const TableArt& other, bool there) {
        return there ? shown_table(table, other) : std::string("none");
      };
      add(Verdict::changed, "table " + std::to_string(i), shown_side(before, after, i < accepted_.tables.size()),
          shown_side(after, before, i < now_.tables.size()));
    }
  }

  const Outcome& accepted_;
  const Outcome& now_;
  const Truth* truth_;
  std::vector<Change> changes_;
};

}  // namespace

std::string_view name(Verdict verdict) {
  switch (verdict) {
    case Verdict::same: return "same";
    case Verdict::better: return "better";
    case Verdict::changed: return "changed";
    case Verdict::unjudged: return "unjudged";
    case Verdict::worse: return "worse";
    case Verdict::fresh: return "fresh";
  }
  return {};
}

std::vector<Change> changes_between(const Outcome& accepted, const Outcome& now, const Truth* truth) {
  return Comparison(accepted, now, truth).all();
}

void judge_tables(const Truth& truth, const std::vector<OtherMiss>& misses, std::vector<Change>& changes) {
  if (!truth.tables) return;
  for (Change& change : changes) {
    if (!change.what.starts_with("table ")) continue;
    const bool missed =
        std::any_of(misses.begin(), misses.end(), [&](const OtherMiss& miss) { return miss.what == change.what; });
    change.verdict = missed ? Verdict::worse : Verdict::changed;
  }
}

Verdict verdict_of(const std::vector<Change>& changes) {
  const auto any = [&](Verdict verdict) {
    return std::any_of(changes.begin(), changes.end(), [&](const Change& c) { return c.verdict == verdict; });
  };
  for (const Verdict verdict : {Verdict::worse, Verdict::unjudged, Verdict::better, Verdict::changed}) {
    if (any(verdict)) return verdict;
  }
  return Verdict::same;
}

}  // namespace fubiao
