#include "cli/corpus_compare.h"

#include <gtest/gtest.h>

namespace fubiao::tests {
namespace {

/// A number, "null", or "absent".
void give(FieldValues& fields, const std::string& path, const std::string& text) {
  if (text != "absent") fields.emplace(path, Decimal::parse(text));
}

Outcome outcome(const std::string& text, bool listed = false, Severity severity = Severity::warning) {
  Outcome made;
  give(made.fields, "a", text);
  give(made.fields, "b", "1");
  // In both, so that no finding changes: one that lists nothing of what is compared.
  made.findings.push_back({"cell-cut", severity, {listed ? "a" : "b"}, {}});
  return made;
}

Truth truth(const std::string& text) {
  Truth made;
  made.state = TruthState::checked;
  give(made.fields, "a", text);
  give(made.fields, "b", "1");
  return made;
}

/// Changes without those of findings.
std::vector<Change> field_changes(const Outcome& accepted, const Outcome& now, const Truth* with) {
  std::vector<Change> changes;
  for (const Change& change : changes_between(accepted, now, with)) {
    if (!change.what.starts_with("finding ")) changes.push_back(change);
  }
  return changes;
}

void expect_one(const std::vector<Change>& changes, Verdict verdict, const std::string& what,
                const std::string& accepted, const std::string& now) {
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(name(changes[0].verdict), name(verdict));
  EXPECT_EQ(changes[0].what, what);
  EXPECT_EQ(changes[0].accepted, accepted);
  EXPECT_EQ(changes[0].now, now);
}

TEST(CorpusCompare, TheSameIsNoChange) {
  Outcome all = outcome("3");
  all.head = {"ogi-2021", "甲", "乙", 2023};
  all.failing_checks = {{"sum:a", Decimal::parse("1"), std::nullopt, {"a"}}};
  all.tables = {{"表", {1}, {"+--+"}}};
  const Truth known = truth("4");
  EXPECT_TRUE(changes_between(all, all, nullptr).empty());
  EXPECT_TRUE(changes_between(all, all, &known).empty());
  EXPECT_EQ(verdict_of({}), Verdict::same);
}

struct FieldStep {
  const char* truth;
  const char* accepted;
  const char* now;
  Verdict verdict;
};

TEST(CorpusCompare, AFieldIsJudgedByItsTruth) {
  const std::vector<FieldStep> steps = {
      {"3", "3", "null", Verdict::worse},          // right, lost
      {"3", "3", "absent", Verdict::worse},        //
      {"3", "3", "4", Verdict::worse},             // right, wrong
      {"3", "null", "3", Verdict::better},         // lost, right
      {"3", "absent", "3", Verdict::better},       //
      {"3", "4", "3", Verdict::better},            // wrong, right
      {"3", "4", "5", Verdict::changed},           // wrong, otherwise wrong
      {"3", "null", "absent", Verdict::changed},   // lost either way
      {"3", "null", "4", Verdict::worse},          // lost, silent
      {"3", "4", "null", Verdict::better},         // silent, lost
      {"null", "null", "0", Verdict::worse},       // right, invented
      {"null", "0", "null", Verdict::better},      //
      {"null", "null", "absent", Verdict::worse},  // right, not given
      {"null", "absent", "null", Verdict::better},
      {"absent", "absent", "0", Verdict::worse},     // right, invented
      {"absent", "absent", "null", Verdict::worse},  // right, not there
      {"absent", "null", "absent", Verdict::better},
      {"absent", "0", "1", Verdict::changed},
  };
  for (const FieldStep& step : steps) {
    SCOPED_TRACE(std::string(step.truth) + ": " + step.accepted + ", now " + step.now);
    const Truth known = truth(step.truth);
    const std::vector<Change> changes = changes_between(outcome(step.accepted), outcome(step.now), &known);
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_EQ(name(changes[0].verdict), name(step.verdict));
    EXPECT_EQ(changes[0].what, "a");
    EXPECT_TRUE(changes[0].accepted.starts_with(step.accepted)) << changes[0].accepted;
    EXPECT_TRUE(changes[0].now.starts_with(step.now)) << changes[0].now;
    expect_one(changes_between(outcome(step.accepted), outcome(step.now), nullptr), Verdict::unjudged, "a",
               step.accepted, step.now);
  }
}

TEST(CorpusCompare, ASilentErrorThatIsListedNowIsBetterWithTheSameValue) {
  const Truth known = truth("3");
  expect_one(field_changes(outcome("4"), outcome("4", true), &known), Verdict::better, "a", "4 (silent)", "4");
  expect_one(field_changes(outcome("4", true), outcome("4"), &known), Verdict::worse, "a", "4", "4 (silent)");
  expect_one(field_changes(outcome("4", true), outcome("5", true), &known), Verdict::changed, "a", "4", "5");
  expect_one(field_changes(outcome("null"), outcome("4", true), &known), Verdict::worse, "a", "null", "4");
  // A note lists nothing.
  EXPECT_TRUE(field_changes(outcome("4"), outcome("4", true, Severity::note), &known).empty());
  EXPECT_TRUE(field_changes(outcome("4"), outcome("4", true), nullptr).empty());
  // A failing check lists its fields.
  Outcome failing = outcome("4");
  failing.failing_checks = {{"sum:a", std::nullopt, std::nullopt, {"a"}}};
  EXPECT_EQ(name(changes_between(outcome("4"), failing, &known).at(0).verdict), name(Verdict::better));
}

TEST(CorpusCompare, HeadsAreJudgedEach) {
  Truth known = truth("3");
  known.head = {"ogi-2021", "甲局 报告", "甲局", 2023};
  Outcome right = outcome("3");
  right.head = {"ogi-2021", "甲局报告", "甲局", 2023};
  Outcome wrong = outcome("3");
  wrong.head = {std::nullopt, "乙", std::nullopt, 2022};
  const auto verdicts = [](const std::vector<Change>& changes) {
    std::string all;
    for (const Change& change : changes) all += change.what + " " + std::string(name(change.verdict)) + "; ";
    return all;
  };
  EXPECT_EQ(verdicts(changes_between(right, wrong, &known)), "form worse; title worse; agency worse; year worse; ");
  EXPECT_EQ(verdicts(changes_between(wrong, right, &known)), "form better; title better; agency better; year better; ");
  EXPECT_EQ(verdicts(changes_between(wrong, right, nullptr)),
            "form unjudged; title unjudged; agency unjudged; year unjudged; ");
  Outcome other = wrong;
  other.head.title = "丙";
  expect_one(changes_between(wrong, other, &known), Verdict::changed, "title", "乙", "丙");
  other.head = right.head;
  other.head.title = "甲局  报告";
  expect_one(changes_between(right, other, &known), Verdict::changed, "title", "甲局报告", "甲局  报告");
}

TEST(CorpusCompare, AFileThatIsNotReadAnyMoreIsWorse) {
  const Outcome read = outcome("3");
  Outcome damaged;
  damaged.failure = {"damaged", "one wording"};
  Outcome crashed;
  crashed.failure = {"crashed", ""};
  const Truth known = truth("3");
  for (const Truth* with : {static_cast<const Truth*>(nullptr), &known}) {
    expect_one(changes_between(read, damaged, with), Verdict::worse, "error", "read", "damaged");
    expect_one(changes_between(damaged, read, with), Verdict::better, "error", "damaged", "read");
    expect_one(changes_between(damaged, crashed, with), Verdict::changed, "error", "damaged", "crashed");
    Outcome reworded = damaged;
    reworded.failure->message = "another wording";
    EXPECT_TRUE(changes_between(damaged, reworded, with).empty());
  }
}

TEST(CorpusCompare, FailingChecksAreJudgedByThoseOfTheTruth) {
  const auto with_check = [](const char* printed) {
    Outcome made = outcome("3");
    made.failing_checks = {{"sum:b", Decimal::parse("1"), Decimal::parse(printed), {}}};
    return made;
  };
  const std::string shown = "sum:b expected 1, printed 2";
  const std::string none = "does not fail";
  Truth sound = truth("3");
  expect_one(changes_between(outcome("3"), with_check("2"), &sound), Verdict::worse, "check", none, shown);
  expect_one(changes_between(with_check("2"), outcome("3"), &sound), Verdict::better, "check", shown, none);
  Truth failing = truth("3");
  failing.failing_checks = with_check("2").failing_checks;
  expect_one(changes_between(outcome("3"), with_check("2"), &failing), Verdict::better, "check", none, shown);
  expect_one(changes_between(with_check("2"), outcome("3"), &failing), Verdict::worse, "check", shown, none);
  expect_one(changes_between(with_check("2"), outcome("3"), nullptr), Verdict::unjudged, "check", shown, none);
  expect_one(changes_between(outcome("3"), with_check("2"), nullptr), Verdict::unjudged, "check", none, shown);
  EXPECT_EQ(changes_between(with_check("2"), with_check("4"), &failing).size(), 2U);
}

TEST(CorpusCompare, OtherFindingsAndTablesHaveChangedAndNoMore) {
  const Truth known = truth("3");
  for (const Truth* with : {static_cast<const Truth*>(nullptr), &known}) {
    Outcome more = outcome("3");
    more.findings.push_back({"row-cut", Severity::note, {"a", "b"}, {1, 0, 2, 3}});
    expect_one(changes_between(outcome("3"), more, with), Verdict::changed, "finding row-cut", "none",
               "note, page 1, table 0, row 2, column 3, 2 fields");
    expect_one(changes_between(more, outcome("3"), with), Verdict::changed, "finding row-cut",
               "note, page 1, table 0, row 2, column 3, 2 fields", "none");
    // Twice the same is not once the same.
    Outcome twice = more;
    twice.findings.push_back(more.findings.back());
    EXPECT_EQ(changes_between(more, twice, with).size(), 1U);
    // Moved: one less, one more.
    Outcome moved = more;
    moved.findings.back().place.row = 5;
    EXPECT_EQ(changes_between(more, moved, with).size(), 2U);

    Outcome drawn = outcome("3");
    drawn.tables = {{"表", {1, 2}, {"+--+", "|甲|"}}};
    Outcome redrawn = drawn;
    redrawn.tables[0].lines[1] = "|乙|";
    expect_one(changes_between(drawn, redrawn, with), Verdict::changed, "table 0", "line 1: |甲|", "line 1: |乙|");
    redrawn = drawn;
    redrawn.tables[0].pages = {1};
    expect_one(changes_between(drawn, redrawn, with), Verdict::changed, "table 0", "表, page 1, page 2", "表, page 1");
    redrawn = drawn;
    redrawn.tables.push_back(drawn.tables[0]);
    expect_one(changes_between(drawn, redrawn, with), Verdict::changed, "table 1", "none", "line 0: +--+");
    expect_one(changes_between(redrawn, drawn, with), Verdict::changed, "table 1", "line 0: +--+", "none");
  }
}

TEST(CorpusCompare, ChangesStandInTheirOrder) {
  Outcome now = outcome("4");
  now.head = {"f", "t", "a", 1};
  now.failing_checks = {{"sum:a", std::nullopt, std::nullopt, {}}};
  now.findings.push_back({"row-cut", Severity::note, {}, {}});
  now.tables = {{}};
  now.tables[0].lines = {"x"};
  std::string order;
  for (const Change& change : changes_between(outcome("3"), now, nullptr)) order += change.what + " ";
  EXPECT_EQ(order, "form title agency year a check finding row-cut table 0 ");
}

TEST(CorpusCompare, ATruthWithTablesJudgesThem) {
  const auto changes = [] {
    return std::vector<Change>{{Verdict::changed, "finding cell-cut", "none", "note"},
                               {Verdict::changed, "table 0", "", ""},
                               {Verdict::changed, "table 1", "", ""}};
  };
  const std::vector<OtherMiss> misses = {{"table 1", "", ""}, {"title", "", ""}};
  Truth known = truth("3");
  std::vector<Change> judged = changes();
  judge_tables(known, misses, judged);
  EXPECT_EQ(verdict_of(judged), Verdict::changed);
  known.tables.emplace();
  judge_tables(known, misses, judged);
  EXPECT_EQ(judged[0].verdict, Verdict::changed);
  EXPECT_EQ(judged[1].verdict, Verdict::changed);
  EXPECT_EQ(judged[2].verdict, Verdict::worse);
}

TEST(CorpusCompare, TheVerdictOfACaseIsThatOfItsWorstChange) {
  const std::vector<Verdict> order = {Verdict::worse, Verdict::unjudged, Verdict::better, Verdict::changed};
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (std::size_t j = i; j < order.size(); ++j) {
      EXPECT_EQ(name(verdict_of({{order[j], "a", "", ""}, {order[i], "b", "", ""}})), name(order[i]));
      EXPECT_EQ(name(verdict_of({{order[i], "a", "", ""}, {order[j], "b", "", ""}})), name(order[i]));
    }
  }
}

}  // namespace
}  // namespace fubiao::tests
