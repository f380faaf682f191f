#include "cli/corpus_json.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "run_program.h"

namespace fubiao::tests {
namespace {

const std::string kLongest = "123456789012345678901234567890123456";
const std::string kFine = "-0.12345678901234567890123456789012345";

std::string all_bytes() {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  return bytes;
}

Outcome full_outcome() {
  Outcome outcome;
  outcome.head = {"ogi-2021", "甲局“2023”年\n度报告\\", "𠮷局", 2023};
  outcome.fields = {{"a.long", Decimal::parse(kLongest)},
                    {"a.fine", Decimal::parse(kFine)},
                    {"a.null", std::nullopt},
                    {"a.zero", Decimal::parse("0")},
                    {"甲\"", Decimal::parse("12.5")}};
  outcome.failing_checks = {{"sum:a", Decimal::parse(kLongest), std::nullopt, {"a.long", "a.fine"}},
                            {"sum:b", std::nullopt, Decimal::parse("3"), {}}};
  outcome.findings = {{"cell-cut", Severity::warning, {"a.long", "a.null"}, {1, 0, 2, 3}},
                      {"row-cut", Severity::note, {}, {}},
                      {"row-cut", Severity::error, {"a.fine"}, {std::nullopt, 4, std::nullopt, 0}}};
  outcome.tables = {{"表“一”", {1, 2}, {"+--+", "|甲|"}}, {"", {}, {}}};
  return outcome;
}

FieldMiss full_miss() {
  FieldMiss miss;
  miss.field = "a.long";
  miss.kind = MissKind::invented;
  miss.silent = true;
  miss.truth = Decimal::parse(kFine);
  miss.value = Decimal::parse(kLongest);
  miss.doubts = {"cell-cut", "sum:a"};
  miss.text = "1\n2";
  miss.status = "repaired";
  miss.page = 1;
  miss.box = Box{1.5, -2, 300.1, 400};
  miss.table = 0;
  miss.row = 3;
  miss.column = 4;
  miss.picture = all_bytes();
  return miss;
}

CaseResult full_result() {
  CaseResult result;
  result.path = "corpus/cases/甲 乙/报告.pdf";
  result.format = "pdf";
  result.about = {"它证明“一切”。", "ogi-2021", "pdf-word", {"crossed", "zeros=blank"}, true};
  result.seconds = 12.345;
  result.truth = TruthState::checked;
  result.outcome = full_outcome();
  Score& score = result.score;
  int next = 1;
  for (int* count :
       {&score.right, &score.wrong, &score.lost, &score.invented, &score.silent, &score.alarms, &score.not_given,
        &score.not_there, &score.taken, &score.heads, &score.checks, &score.tables_right, &score.tables_wrong}) {
    *count = next++;
  }
  result.misses = {full_miss(), {}};
  result.misses[1].field = "absent";
  result.misses[1].kind = MissKind::lost;
  result.other_misses = {{"title", "甲", "null"}};
  result.verdict = Verdict::worse;
  for (const Verdict verdict : {Verdict::same, Verdict::better, Verdict::changed, Verdict::unjudged, Verdict::worse})
    result.changes.push_back({verdict, "table 0", "line 1: |甲|", "none"});
  result.problems = {"a.truth.json:3: is no JSON", "另一个"};
  return result;
}

void expect_same(const Outcome& a, const Outcome& b) {
  EXPECT_EQ(a.head, b.head);
  EXPECT_EQ(a.fields, b.fields);
  ASSERT_EQ(a.failing_checks.size(), b.failing_checks.size());
  for (std::size_t i = 0; i < a.failing_checks.size(); ++i) {
    EXPECT_EQ(a.failing_checks[i].check, b.failing_checks[i].check);
    EXPECT_EQ(a.failing_checks[i].expected, b.failing_checks[i].expected);
    EXPECT_EQ(a.failing_checks[i].printed, b.failing_checks[i].printed);
    EXPECT_EQ(a.failing_checks[i].fields, b.failing_checks[i].fields);
  }
  EXPECT_EQ(a.findings, b.findings);
  EXPECT_EQ(a.tables, b.tables);
}

void expect_same(const FieldMiss& a, const FieldMiss& b) {
  EXPECT_EQ(a.field, b.field);
  EXPECT_EQ(a.kind, b.kind);
  EXPECT_EQ(a.silent, b.silent);
  EXPECT_EQ(a.truth, b.truth);
  EXPECT_EQ(a.value, b.value);
  EXPECT_EQ(a.doubts, b.doubts);
  EXPECT_EQ(a.text, b.text);
  EXPECT_EQ(a.status, b.status);
  EXPECT_EQ(a.page, b.page);
  ASSERT_EQ(a.box.has_value(), b.box.has_value());
  if (a.box) {
    EXPECT_EQ(a.box->x0, b.box->x0);
    EXPECT_EQ(a.box->y0, b.box->y0);
    EXPECT_EQ(a.box->x1, b.box->x1);
    EXPECT_EQ(a.box->y1, b.box->y1);
  }
  EXPECT_EQ(a.table, b.table);
  EXPECT_EQ(a.row, b.row);
  EXPECT_EQ(a.column, b.column);
  EXPECT_TRUE(a.picture == b.picture);
}

TEST(CorpusJson, ACaseIsReadBackAsItWas) {
  const CaseResult result = full_result();
  for (const bool indented : {true, false}) {
    const std::string json = to_json(result, {.indented = indented});
    EXPECT_EQ(nlohmann::json::parse(json).at("schema"), "fubiao/corpus-case/1");
    const CaseResult read = case_from_json(json);
    EXPECT_EQ(read.path, result.path);
    EXPECT_EQ(read.format, result.format);
    EXPECT_EQ(read.about.proves, result.about.proves);
    EXPECT_EQ(read.about.form, result.about.form);
    EXPECT_EQ(read.about.rendition, result.about.rendition);
    EXPECT_EQ(read.about.switches, result.about.switches);
    EXPECT_TRUE(read.about.evidence_taken);
    EXPECT_EQ(read.seconds, result.seconds);
    EXPECT_EQ(read.truth, result.truth);
    expect_same(read.outcome, result.outcome);
    EXPECT_EQ(read.score.right, 1);
    EXPECT_EQ(read.score.taken, 9);
    EXPECT_EQ(read.score.tables_wrong, 13);
    ASSERT_EQ(read.misses.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) expect_same(read.misses[i], result.misses[i]);
    ASSERT_EQ(read.other_misses.size(), 1U);
    EXPECT_EQ(read.other_misses[0].what, "title");
    EXPECT_EQ(read.other_misses[0].truth, "甲");
    EXPECT_EQ(read.other_misses[0].value, "null");
    EXPECT_EQ(read.verdict, result.verdict);
    ASSERT_EQ(read.changes.size(), result.changes.size());
    for (std::size_t i = 0; i < read.changes.size(); ++i) EXPECT_EQ(read.changes[i].verdict, result.changes[i].verdict);
    EXPECT_EQ(read.changes[0].what, "table 0");
    EXPECT_EQ(read.changes[0].accepted, "line 1: |甲|");
    EXPECT_EQ(read.changes[0].now, "none");
    EXPECT_EQ(read.problems, result.problems);
    // And whatever else is written is read.
    EXPECT_EQ(to_json(read, {.indented = indented}), json);
  }
}

TEST(CorpusJson, ACaseWithNothingInItIsReadBack) {
  CaseResult result;
  result.path = "a";
  const CaseResult read = case_from_json(to_json(result, {}));
  EXPECT_EQ(read.path, "a");
  EXPECT_EQ(read.format, "");
  EXPECT_EQ(read.truth, TruthState::none);
  EXPECT_EQ(read.verdict, Verdict::fresh);
  EXPECT_FALSE(read.about.evidence_taken);
  EXPECT_FALSE(read.outcome.failure);
  EXPECT_EQ(read.outcome.head, ReportHead{});
  EXPECT_TRUE(read.outcome.fields.empty());
}

TEST(CorpusJson, EveryKindOfMissAndEveryStateIsReadBack) {
  for (const MissKind kind : {MissKind::wrong, MissKind::invented, MissKind::lost, MissKind::not_given,
                              MissKind::not_there, MissKind::taken}) {
    CaseResult result = full_result();
    result.misses[0].kind = kind;
    EXPECT_EQ(case_from_json(to_json(result, {})).misses.at(0).kind, kind);
  }
  for (const TruthState state : {TruthState::none, TruthState::unchecked, TruthState::checked}) {
    CaseResult result;
    result.truth = state;
    EXPECT_EQ(case_from_json(to_json(result, {})).truth, state);
  }
}

TEST(CorpusJson, PicturesOfAnyLengthAreReadBack) {
  CaseResult result = full_result();
  for (std::size_t length = 0; length <= 256; ++length) {
    result.misses[0].picture = all_bytes().substr(256 - length);
    EXPECT_TRUE(case_from_json(to_json(result, {})).misses.at(0).picture == result.misses[0].picture) << length;
  }
}

TEST(CorpusJson, AFailureIsReadBack) {
  CaseResult result;
  result.outcome.failure = {"timed-out", "它太慢"};
  const CaseResult read = case_from_json(to_json(result, {}));
  ASSERT_TRUE(read.outcome.failure);
  EXPECT_EQ(read.outcome.failure->code, "timed-out");
  EXPECT_EQ(read.outcome.failure->message, "它太慢");
}

TEST(CorpusJson, WhatIsNotUtf8StillGivesJson) {
  CaseResult result = full_result();
  result.problems = {
      "a\xFF"
      "b"};
  result.outcome.tables[0].lines[0] = "\xE7\x94";
  EXPECT_EQ(case_from_json(to_json(result, {})).problems.at(0), "a\uFFFDb");
}

TEST(CorpusJson, AnAcceptedResultIsReadBack) {
  const std::string json = accepted_json(full_outcome());
  EXPECT_EQ(nlohmann::json::parse(json).at("schema"), "fubiao/accepted/1");
  const Outcome read = outcome_from(parse_tree(json, "a"));
  expect_same(read, full_outcome());
  EXPECT_EQ(accepted_json(read), json);
}

TEST(CorpusJson, AnAcceptedResultIsMadeForDiffs) {
  const std::vector<std::string> text = lines(accepted_json(full_outcome()));
  const auto count = [&](const std::string& part) {
    return std::count_if(text.begin(), text.end(),
                         [&](const std::string& line) { return line.find(part) != std::string::npos; });
  };
  // Each on a line of its own: a field, a finding with all of its members, a line of a table.
  EXPECT_EQ(count("\"a.long\": " + kLongest), 1);
  EXPECT_EQ(count("\"a.null\": null"), 1);
  EXPECT_EQ(count("\"cell-cut\""), 1);
  EXPECT_EQ(count("\"row-cut\""), 2);
  for (const std::string& line : text) {
    if (line.find("\"cell-cut\"") != std::string::npos) {
      EXPECT_NE(line.find("\"column\": 3"), std::string::npos) << line;
    }
    if (line.find("|甲|") != std::string::npos) {
      EXPECT_EQ(line.find("+--+"), std::string::npos) << line;
    }
  }
  EXPECT_EQ(count("|甲|"), 1);
  EXPECT_EQ(accepted_json(full_outcome()).back(), '\n');
}

TEST(CorpusJson, TheWordingOfAFailureIsNotAccepted) {
  Outcome failed;
  failed.failure = {"damaged", "one wording"};
  EXPECT_EQ(accepted_json(failed).find("wording"), std::string::npos);
  EXPECT_EQ(outcome_from(parse_tree(accepted_json(failed), "a")).failure->code, "damaged");
}

/// What is wrong with it; empty: nothing.
template <class Read>
std::string problem_of(const Read& read) {
  try {
    read();
  } catch (const BrokenJson& broken) {
    return broken.what();
  }
  return {};
}

TEST(CorpusJson, BrokenJsonIsToldWithItsLine) {
  const auto problem = [](const std::string& json) { return problem_of([&] { parse_tree(json, "x.json"); }); };
  EXPECT_TRUE(problem("{\n \"a\": 1,\n \"b\" 2\n}").starts_with("x.json:3: is no JSON: ")) << problem("{\n\"a\" 2}");
  EXPECT_TRUE(problem("").starts_with("x.json:1: "));
  EXPECT_TRUE(problem("{\"a\": \"\xFF\"}").starts_with("x.json:1: "));
  EXPECT_TRUE(problem("{} x").starts_with("x.json:1: "));
  EXPECT_EQ(problem("[1]"), "x.json: is JSON, but no object");
  EXPECT_EQ(problem("\xEF\xBB\xBF{}"), "");
  // However deep.
  EXPECT_NE(problem("{\"a\":" + std::string(200'000, '[')), "");
  EXPECT_EQ(problem("{\"a\":" + std::string(200'000, '[') + std::string(200'000, ']') + "}"), "");
}

TEST(CorpusJson, AFileIsNamedOrNotThere) {
  const TemporaryFolder folder;
  EXPECT_FALSE(read_tree(folder.path() / "none.json"));
  const std::string file = folder.write("a.json", "{\n\n,}");
  EXPECT_TRUE(problem_of([&] { read_tree(file); }).starts_with(file + ":3: is no JSON: "));
  EXPECT_EQ(problem_of([&] { read_tree(folder.write("b.json", "")); }).find(folder.path().string() + "/b.json: "), 0U);
}

TEST(CorpusJson, NumbersAreWhatIsWritten) {
  const JsonTree tree = parse_tree(R"({"a": 1e3, "b": 12.50, "c": -0, "d": 0.1, "e": null, "f": "x", "g": true,
      "h": 1234567890123456789012345678901234567, "i": 2.5e-1, "j": 12, "k": )" +
                                       kLongest + "}",
                                   "x");
  const auto shown = [&](const char* key) {
    const std::optional<Decimal> value = decimal_of(tree, key);
    return value ? value->to_string() : "none";
  };
  EXPECT_EQ(shown("a"), "1000");
  EXPECT_EQ(shown("b"), "12.5");
  EXPECT_EQ(shown("c"), "0");
  EXPECT_EQ(shown("d"), "0.1");
  EXPECT_EQ(shown("e"), "none");
  EXPECT_EQ(shown("i"), "0.25");
  EXPECT_EQ(shown("k"), kLongest);
  EXPECT_EQ(shown("absent"), "none");
  for (const char* key : {"f", "g", "h"}) EXPECT_THROW(decimal_of(tree, key), BrokenJson) << key;
  EXPECT_EQ(integer_of(tree, "j"), 12);
  EXPECT_EQ(integer_of(tree, "b"), std::nullopt);
  EXPECT_EQ(text_of(tree, "b"), "12.50");
}

TEST(CorpusJson, AResultThatIsNoneIsRefused) {
  EXPECT_THROW(case_from_json("{}"), BrokenJson);
  EXPECT_THROW(case_from_json(accepted_json(full_outcome())), BrokenJson);
  EXPECT_THROW(outcome_from(parse_tree("{\"fields\": {}}", "x")), BrokenJson);
  EXPECT_THROW(outcome_from(parse_tree("{\"report\": {}}", "x")), BrokenJson);
  EXPECT_THROW(outcome_from(parse_tree("{\"report\": {}, \"fields\": {\"a\": \"many\"}}", "x")), BrokenJson);
}

TEST(CorpusJson, ARunIsItsScoreboard) {
  Scoreboard board;
  board.add(full_result());
  board.seconds = 1.5;
  board.jobs = 2;
  board.gone = {"a.pdf"};
  board.gone_count = 11;
  const nlohmann::json run = nlohmann::json::parse(to_json(board, true, {}));
  EXPECT_EQ(run.at("schema"), "fubiao/corpus-run/1");
  EXPECT_EQ(run.at("failed"), true);
  EXPECT_EQ(run.at("seconds"), 1.5);
  EXPECT_EQ(run.at("jobs"), 2);
  EXPECT_EQ(run.at("all").at("files"), 1);
  EXPECT_EQ(run.at("all").at("silent"), 5);
  EXPECT_EQ(run.at("all").at("tables_wrong"), 13);
  EXPECT_EQ(run.at("by_format").at("pdf-word").at("right"), 1);
  EXPECT_EQ(run.at("by_form").at("ogi-2021").at("wrong"), 2);
  EXPECT_EQ(run.at("by_switch").at("zeros=blank").at("lost"), 3);
  EXPECT_EQ(run.at("slowest").at(0).at("path"), full_result().path);
  EXPECT_EQ(run.at("verdicts").at("worse"), 1);
  EXPECT_EQ(run.at("verdicts").at("same"), 0);
  EXPECT_EQ(run.at("verdicts").at("gone"), 11);
  EXPECT_EQ(run.at("gone"), nlohmann::json({"a.pdf"}));
}

}  // namespace
}  // namespace fubiao::tests
