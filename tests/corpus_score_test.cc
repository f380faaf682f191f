#include "cli/corpus_score.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "corpus_case.h"
#include "make_table.h"
#include "run_program.h"

namespace fubiao::tests {
namespace {

namespace fs = std::filesystem;

using Value = std::optional<Decimal>;

Value value(const char* text) {
  return text == nullptr ? std::nullopt : Decimal::parse(text);
}

/// A report that gives these fields; nullptr: null.
Report report_of(const std::vector<std::pair<const char*, const char*>>& fields) {
  Report report;
  for (const auto& [path, text] : fields) {
    Field field;
    field.path = path;
    field.value = value(text);
    report.fields.push_back(field);
  }
  return report;
}

Truth truth_of(const std::vector<std::pair<const char*, const char*>>& fields) {
  Truth truth;
  truth.state = TruthState::checked;
  for (const auto& [path, text] : fields) truth.fields.emplace(path, value(text));
  return truth;
}

Finding finding(Severity severity, const std::string& field) {
  Finding finding;
  finding.code = "cell-cut";
  finding.severity = severity;
  finding.fields = {field};
  return finding;
}

Check check(std::optional<bool> holds, const std::string& field) {
  Check check;
  check.name = "sum:total";
  check.holds = holds;
  check.expected = value("3");
  check.printed = value("4");
  check.fields = {field};
  return check;
}

CaseResult scored(const Truth& truth, const Report& report, const Layout& layout = {}, bool evidence_taken = false) {
  CaseResult result;
  result.about.evidence_taken = evidence_taken;
  result.outcome = outcome_of(report, layout);
  score_report(truth, report, layout, result);
  return result;
}

struct KindOfMiss {
  const char* truth;  ///< a number, "null", or "absent"
  const char* given;
  std::optional<MissKind> kind;
};

TEST(CorpusScore, EachWayInWhichAFieldCanDiffer) {
  const std::vector<KindOfMiss> kinds = {
      {"3", "3", std::nullopt},
      {"3", "4", MissKind::wrong},
      {"3", "null", MissKind::lost},
      {"3", "absent", MissKind::lost},
      {"null", "0", MissKind::invented},
      {"null", "null", std::nullopt},
      {"null", "absent", MissKind::not_given},
      {"absent", "0", MissKind::invented},
      {"absent", "null", MissKind::not_there},
  };
  const auto fields = [](const std::string& text) {
    std::vector<std::pair<const char*, const char*>> made = {{"other", "1"}};
    if (text != "absent") made.emplace_back("a.b", text == "null" ? nullptr : text.c_str());
    return made;
  };
  for (const KindOfMiss& entry : kinds) {
    SCOPED_TRACE(std::string(entry.truth) + ", given " + entry.given);
    const std::string truth = entry.truth;
    const std::string given = entry.given;
    const CaseResult result = scored(truth_of(fields(truth)), report_of(fields(given)));
    const Score& score = result.score;
    const auto counts = [&](MissKind kind) { return entry.kind == kind ? 1 : 0; };
    EXPECT_EQ(score.wrong, counts(MissKind::wrong));
    EXPECT_EQ(score.invented, counts(MissKind::invented));
    EXPECT_EQ(score.lost, counts(MissKind::lost));
    EXPECT_EQ(score.not_given, counts(MissKind::not_given));
    EXPECT_EQ(score.not_there, counts(MissKind::not_there));
    EXPECT_EQ(score.silent, score.wrong + score.invented);
    EXPECT_EQ(score.taken, 0);
    EXPECT_EQ(score.right, !entry.kind || entry.kind == MissKind::not_given ? 2 : 1);
    EXPECT_EQ(score.perfect(), !entry.kind);
    ASSERT_EQ(result.misses.size(), entry.kind ? 1U : 0U);
    if (!entry.kind) continue;
    const FieldMiss& miss = result.misses.front();
    EXPECT_EQ(miss.field, "a.b");
    EXPECT_EQ(miss.kind, *entry.kind);
    EXPECT_EQ(miss.silent, score.silent == 1);
    EXPECT_EQ(miss.truth, Decimal::parse(truth));
    EXPECT_EQ(miss.value, Decimal::parse(given));
    EXPECT_EQ(miss.status.empty(), given == "absent");
  }
}

TEST(CorpusScore, AMissTellsWhereItWasRead) {
  Report report = report_of({{"a", "4"}});
  Field& field = report.fields.front();
  field.text = "4\n件";
  field.status = Status::repaired;
  field.page = 2;
  field.box = Box{1, 2, 3, 4};
  field.table = 5;
  field.row = 6;
  field.column = 7;
  const FieldMiss miss = scored(truth_of({{"a", "3"}}), report).misses.at(0);
  EXPECT_EQ(miss.text, "4\n件");
  EXPECT_EQ(miss.status, "repaired");
  EXPECT_EQ(miss.page, 2);
  ASSERT_TRUE(miss.box);
  EXPECT_EQ(miss.box->x1, 3);
  EXPECT_EQ(miss.table, 5);
  EXPECT_EQ(miss.row, 6);
  EXPECT_EQ(miss.column, 7);
}

TEST(CorpusScore, AWrongNumberIsSilentUnlessSomethingListsIt) {
  const Truth truth = truth_of({{"a", "3"}, {"b", "1"}});
  const auto silent = [&](const Report& report) {
    const CaseResult result = scored(truth, report);
    EXPECT_EQ(result.score.wrong, 1);
    EXPECT_EQ(result.misses.size(), 1U);
    EXPECT_EQ(result.score.silent, result.misses.at(0).silent ? 1 : 0);
    EXPECT_EQ(result.misses.at(0).silent, result.misses.at(0).doubts.empty());
    return result.misses.at(0).silent;
  };
  const Report plain = report_of({{"a", "4"}, {"b", "1"}});
  EXPECT_TRUE(silent(plain));
  const auto with_finding = [&](const Finding& found) {
    Report report = plain;
    report.findings = {found};
    return silent(report);
  };
  EXPECT_TRUE(with_finding(finding(Severity::note, "a")));
  EXPECT_TRUE(with_finding(finding(Severity::warning, "b")));
  EXPECT_FALSE(with_finding(finding(Severity::warning, "a")));
  EXPECT_FALSE(with_finding(finding(Severity::error, "a")));
  const auto with_check = [&](const Check& made) {
    Report report = plain;
    report.checks = {made};
    return silent(report);
  };
  EXPECT_TRUE(with_check(check(true, "a")));
  EXPECT_TRUE(with_check(check(std::nullopt, "a")));
  EXPECT_TRUE(with_check(check(false, "b")));
  EXPECT_FALSE(with_check(check(false, "a")));
}

TEST(CorpusScore, DoubtsAreNamedEachOnce) {
  Report report = report_of({{"a", "4"}});
  report.findings = {finding(Severity::warning, "a"), finding(Severity::error, "a")};
  report.checks = {check(false, "a")};
  EXPECT_EQ(scored(truth_of({{"a", "3"}}), report).misses.at(0).doubts,
            (std::vector<std::string>{"cell-cut", "sum:total"}));
}

TEST(CorpusScore, AnAlarmIsAWarningOnARightField) {
  const auto alarms = [](const Report& report) {
    const CaseResult result = scored(truth_of({{"a", "3"}}), report);
    EXPECT_EQ(result.score.right, 1);
    return result.score.alarms;
  };
  Report report = report_of({{"a", "3"}});
  EXPECT_EQ(alarms(report), 0);
  report.checks = {check(false, "a")};
  EXPECT_EQ(alarms(report), 0);
  report.findings = {finding(Severity::note, "a")};
  EXPECT_EQ(alarms(report), 0);
  report.findings = {finding(Severity::warning, "a"), finding(Severity::error, "a")};
  EXPECT_EQ(alarms(report), 1);
  report.fields.front().value = value("4");
  EXPECT_EQ(scored(truth_of({{"a", "3"}}), report).score.alarms, 0);
}

TEST(CorpusScore, HeadsAreTheSameButForWhiteSpaceAndNormalForm) {
  Truth truth = truth_of({});
  truth.head = {"ogi-2021", "甲 局2023年e\u0301", "甲局", 2023};
  Report report;
  report.form = "ogi-2021";
  report.title = "甲局2023\u3000年\u00E9\n";
  report.agency = "甲局";
  report.year = 2023;
  EXPECT_TRUE(scored(truth, report).score.perfect());
  report.form = std::nullopt;
  report.title = "乙局2023年é";
  report.agency = std::nullopt;
  report.year = 2022;
  const CaseResult result = scored(truth, report);
  EXPECT_EQ(result.score.heads, 4);
  EXPECT_FALSE(result.score.perfect());
  ASSERT_EQ(result.other_misses.size(), 4U);
  EXPECT_EQ(result.other_misses[0].what, "form");
  EXPECT_EQ(result.other_misses[1].what, "title");
  EXPECT_EQ(result.other_misses[1].value, "乙局2023年é");
  EXPECT_EQ(result.other_misses[2].what, "agency");
  EXPECT_EQ(result.other_misses[2].value, "null");
  EXPECT_EQ(result.other_misses[3].what, "year");
  EXPECT_EQ(result.other_misses[3].truth, "2023");
}

TEST(CorpusScore, ChecksMustFailAsInPrintAndNoOthers) {
  Truth truth = truth_of({});
  truth.failing_checks = {{"sum:total", value("3"), value("4"), {}}};
  Report report;
  EXPECT_EQ(scored(truth, report).score.checks, 1);
  report.checks = {check(true, "a")};
  EXPECT_EQ(scored(truth, report).score.checks, 1);
  report.checks = {check(false, "a")};
  EXPECT_TRUE(scored(truth, report).score.perfect());
  EXPECT_EQ(scored(truth_of({}), report).score.checks, 1);
  report.checks.front().printed = value("5");
  const CaseResult result = scored(truth, report);
  EXPECT_EQ(result.score.checks, 2);
  EXPECT_FALSE(result.score.perfect());
  ASSERT_EQ(result.other_misses.size(), 2U);
  EXPECT_EQ(result.other_misses[0].truth, "sum:total expected 3, printed 4");
  EXPECT_EQ(result.other_misses[1].value, "sum:total expected 3, printed 5");
}

CaseResult with_tables(const std::vector<Table>& truth, const std::vector<Table>& given) {
  Truth wanted = truth_of({});
  wanted.tables.emplace();
  for (const Table& table : truth) wanted.tables->push_back(grid_view(table));
  return scored(wanted, {}, make_layout(given));
}

TEST(CorpusScore, TablesAreTheSameCells) {
  const Table table = make_table(R"(
      甲 | < | 乙
      1 | 2 | 3)");
  Table spaced = table;
  spaced.cells[0].text = " 甲\u3000";
  EXPECT_EQ(with_tables({table}, {spaced}).score.tables_right, 1);
  EXPECT_TRUE(with_tables({table}, {spaced}).score.perfect());
  for (const char* other : {"甲 | 乙 | <\n1 | 2 | 3", "甲 | < | 乙\n1 | 2 | 4", "甲 | < | 乙\n1 | 2 | 3\n4 | 5 | 6"}) {
    const CaseResult result = with_tables({table}, {make_table(other)});
    EXPECT_EQ(result.score.tables_wrong, 1) << other;
    EXPECT_EQ(result.score.tables_right, 0) << other;
    EXPECT_FALSE(result.score.perfect()) << other;
    EXPECT_EQ(result.other_misses.at(0).what, "table 0") << other;
  }
  const CaseResult fewer = with_tables({table, table}, {table});
  EXPECT_EQ(fewer.score.tables_right, 1);
  EXPECT_EQ(fewer.score.tables_wrong, 1);
  EXPECT_EQ(fewer.other_misses.at(0).what, "table 1");
  EXPECT_EQ(fewer.other_misses.at(0).value, "none");
  EXPECT_EQ(with_tables({}, {table}).other_misses.at(0).truth, "none");
}

TEST(CorpusScore, WithoutTablesInItsTruthNoTableCounts) {
  const CaseResult result = scored(truth_of({}), {}, make_layout({make_table("甲")}));
  EXPECT_EQ(result.score.tables_right + result.score.tables_wrong, 0);
}

TEST(CorpusScore, RowsWithoutACellMayBeDroppedWhereTruthHasThem) {
  const Table padded = make_table("甲 | 乙\n^ | ^\n1 | 2");
  const Table dense = make_table("甲 | 乙\n1 | 2");
  EXPECT_EQ(with_tables({padded}, {dense}).score.tables_right, 1);
  EXPECT_EQ(with_tables({padded}, {make_table("甲 | 乙\n1 | 2\n^ | ^")}).score.tables_right, 1);
  EXPECT_EQ(with_tables({padded}, {make_table("甲 | 乙\n1 | 3")}).score.tables_wrong, 1);
  // Truth has none: one that was found is one too many.
  EXPECT_EQ(with_tables({dense}, {padded}).score.tables_wrong, 1);
}

TEST(CorpusScore, WhereTheEvidenceIsTakenOnlySilentAndInventedErrorsCount) {
  Truth truth = truth_of({{"listed", "1"}, {"silent", "2"}, {"lost", "3"}, {"null", nullptr}, {"right", "5"}});
  truth.failing_checks = {{"sum:total", value("1"), value("2"), {}}};
  truth.tables.emplace();
  truth.tables->push_back(grid_view(make_table("甲")));
  Report report = report_of({{"listed", "7"}, {"silent", "7"}, {"null", "7"}, {"right", "5"}});
  report.findings = {finding(Severity::warning, "listed"), finding(Severity::warning, "null")};
  const CaseResult result = scored(truth, report, {}, true);
  EXPECT_EQ(result.score.taken, 2);
  EXPECT_EQ(result.score.wrong, 1);
  EXPECT_EQ(result.score.invented, 1);
  EXPECT_EQ(result.score.lost, 0);
  EXPECT_EQ(result.score.silent, 1);
  EXPECT_EQ(result.score.right, 1);
  EXPECT_EQ(result.score.checks, 0);
  EXPECT_EQ(result.score.tables_wrong, 0);
  ASSERT_EQ(result.misses.size(), 2U);
  EXPECT_EQ(result.misses[0].field, "null");
  EXPECT_EQ(result.misses[1].field, "silent");
  const CaseResult strict = scored(truth, report);
  EXPECT_EQ(strict.score.taken, 0);
  EXPECT_EQ(strict.score.wrong, 2);
  EXPECT_EQ(strict.score.lost, 1);
  EXPECT_EQ(strict.score.checks, 1);
  EXPECT_EQ(strict.score.tables_wrong, 1);
}

TEST(CorpusScore, ATruthThatNobodyCheckedScoresNothing) {
  for (const TruthState state : {TruthState::none, TruthState::unchecked}) {
    Truth truth = truth_of({{"a", "1"}});
    truth.state = state;
    const CaseResult result = scored(truth, report_of({{"a", "2"}}));
    EXPECT_TRUE(result.score.perfect());
    EXPECT_EQ(result.score.silent, 0);
    EXPECT_TRUE(result.misses.empty());
    CaseResult failed;
    score_failure(truth, failed);
    EXPECT_EQ(failed.score.lost, 0);
  }
}

TEST(CorpusScore, AFileThatIsNotReadLosesAllNumbers) {
  Truth truth = truth_of({{"a", "1"}, {"b", "0"}, {"c", nullptr}});
  truth.head.title = "甲";
  CaseResult result;
  score_failure(truth, result);
  EXPECT_EQ(result.score.lost, 2);
  EXPECT_EQ(result.score.not_given, 1);
  EXPECT_EQ(result.score.silent, 0);
  EXPECT_EQ(result.score.heads, 1);
  EXPECT_FALSE(result.score.perfect());
}

TEST(CorpusScore, AnOutcomeHoldsWhatIsCompared) {
  Report report = report_of({{"a", "1"}, {"b", nullptr}});
  report.checks = {check(true, "a"), check(false, "b")};
  report.findings = {finding(Severity::note, "a")};
  report.findings[0].place.page = 3;
  Table table = make_table("甲");
  table.caption = "表";
  table.parts = {{4, {}, {}}, {5, {}, {}}};
  const Outcome outcome = outcome_of(report, make_layout({table}));
  EXPECT_EQ(outcome.fields, (FieldValues{{"a", value("1")}, {"b", std::nullopt}}));
  ASSERT_EQ(outcome.failing_checks.size(), 1U);
  EXPECT_EQ(outcome.failing_checks[0].fields, std::vector<std::string>{"b"});
  ASSERT_EQ(outcome.findings.size(), 1U);
  EXPECT_EQ(outcome.findings[0].place.page, 3);
  ASSERT_EQ(outcome.tables.size(), 1U);
  EXPECT_EQ(outcome.tables[0].caption, "表");
  EXPECT_EQ(outcome.tables[0].pages, (std::vector<int>{4, 5}));
  EXPECT_EQ(outcome.tables[0].lines.size(), 3U);
}

// ---- the comparison of the tests, which shares no code with it ----------------------------------------------------

/// One thing of a truth made another one, by turns.
void spoil(nlohmann::json& truth, nlohmann::json& tables, std::size_t turn) {
  nlohmann::json& fields = truth.at("fields");
  const bool has_fields = !fields.empty();
  switch (turn % 8) {
    case 0: truth["year"] = 1999; return;
    case 1: truth["title"] = "x"; return;
    case 2: fields["no.such"] = nullptr; return;
    case 3: truth["failing_checks"] = {{{"check", "sum:none"}, {"expected", 1}, {"printed", 2}}}; return;
    case 4:
      if (has_fields) fields.erase(fields.begin().key());
      return;
    case 5:
      if (has_fields) *fields.begin() = 987654;
      return;
    case 6:
      if (has_fields) *fields.begin() = nullptr;
      return;
    case 7:
      if (tables.is_object() && !tables.at("tables").empty()) tables["tables"][0]["cells"][0]["text"] = "其他";
      return;
  }
}

TEST(CorpusScore, EveryCommittedCaseIsPerfectExactlyWhenTheOtherComparisonFindsNothing) {
  const TemporaryFolder folder;
  std::size_t turn = 0;
  int perfect = 0;
  int spoilt = 0;
  for (const fs::path& file : corpus::scored_files(fs::path(in_repository("corpus/cases")))) {
    const corpus::Reading reading = corpus::read(file);
    fs::path beside = file;
    nlohmann::json truth = nlohmann::json::parse(corpus::slurp(beside.replace_extension(".truth.json")));
    nlohmann::json tables;
    beside.replace_extension().replace_extension(".tables.json");
    if (fs::exists(beside)) tables = nlohmann::json::parse(corpus::slurp(beside));
    const auto agrees = [&](const char* which) {
      folder.write("a.truth.json", truth.dump());
      fs::remove(folder.path() / "a.tables.json");
      std::string differences = corpus::differences(reading.report, truth.dump());
      if (!tables.is_null()) {
        folder.write("a.tables.json", tables.dump());
        differences += corpus::table_differences(reading.layout, tables.dump());
      }
      const CaseResult result = scored(truth_beside(folder.path() / "a.pdf"), reading.report, reading.layout);
      EXPECT_EQ(result.score.perfect(), differences.empty()) << file << " (" << which << "): " << differences;
      EXPECT_EQ(result.score.perfect(), result.misses.empty() && result.other_misses.empty()) << file;
      return result.score.perfect();
    };
    perfect += agrees("as it is") ? 1 : 0;
    spoil(truth, tables, turn++);
    spoilt += agrees("spoilt") ? 0 : 1;
  }
  EXPECT_GT(perfect, 100);
  EXPECT_GT(spoilt, 100);
}

}  // namespace
}  // namespace fubiao::tests
