#include "cli/corpus_board.h"

#include <gtest/gtest.h>

#include <iterator>
#include <sstream>

#include "run_program.h"

namespace fubiao::tests {
namespace {

CaseResult case_of(const std::string& path, const std::string& format = "pdf") {
  CaseResult result;
  result.path = path;
  result.format = format;
  result.about.form = "ogi-2021";
  result.truth = TruthState::checked;
  result.score.right = 10;
  result.verdict = Verdict::same;
  return result;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(CorpusBoard, SumsByFormatFormAndSwitch) {
  Scoreboard board;
  CaseResult first = case_of("a.pdf");
  first.about.rendition = "pdf-word";
  first.about.switches = {"crossed", "zeros=blank"};
  first.score = {.right = 1, .wrong = 2, .lost = 3, .invented = 4, .silent = 5, .alarms = 6};
  first.score.taken = 7;
  first.score.heads = 8;
  first.score.checks = 9;
  first.score.tables_right = 10;
  first.score.tables_wrong = 11;
  board.add(first);
  CaseResult second = case_of("b.docx", "docx");
  second.about.form = "";
  second.about.switches = {"crossed"};
  board.add(second);
  CaseResult third = case_of("c", "");
  board.add(third);

  const Tally& all = board.all;
  EXPECT_EQ(all.files, 3);
  EXPECT_EQ(all.scored, 3);
  EXPECT_EQ(all.perfect, 2);
  EXPECT_EQ(all.right, 21);
  EXPECT_EQ(all.wrong, 2);
  EXPECT_EQ(all.lost, 3);
  EXPECT_EQ(all.invented, 4);
  EXPECT_EQ(all.silent, 5);
  EXPECT_EQ(all.alarms, 6);
  EXPECT_EQ(all.taken, 7);
  EXPECT_EQ(all.heads, 8);
  EXPECT_EQ(all.checks, 9);
  EXPECT_EQ(all.tables_right, 10);
  EXPECT_EQ(all.tables_wrong, 11);
  ASSERT_EQ(board.by_format.size(), 3U);
  EXPECT_EQ(board.by_format.at("pdf-word").wrong, 2);
  EXPECT_EQ(board.by_format.at("docx").right, 10);
  EXPECT_EQ(board.by_format.at("unknown").files, 1);
  ASSERT_EQ(board.by_form.size(), 2U);
  EXPECT_EQ(board.by_form.at("ogi-2021").files, 2);
  EXPECT_EQ(board.by_form.at("none").files, 1);
  ASSERT_EQ(board.by_switch.size(), 2U);
  EXPECT_EQ(board.by_switch.at("crossed").right, 11);
  EXPECT_EQ(board.by_switch.at("zeros=blank").right, 1);
}

TEST(CorpusBoard, OnlyWhatWasReadAndCheckedCanBePerfect) {
  Scoreboard board;
  CaseResult failed = case_of("a");
  failed.score = {};  // nothing in its truth, nothing lost
  failed.outcome.failure = {"damaged", ""};
  board.add(failed);
  CaseResult unchecked = case_of("b");
  unchecked.truth = TruthState::unchecked;
  board.add(unchecked);
  CaseResult without = case_of("c");
  without.truth = TruthState::none;
  board.add(without);
  CaseResult alarmed = case_of("d");
  alarmed.score.alarms = 2;
  board.add(alarmed);
  EXPECT_EQ(board.all.files, 4);
  EXPECT_EQ(board.all.scored, 2);
  EXPECT_EQ(board.all.perfect, 1);
  EXPECT_EQ(board.all.unchecked, 1);
  EXPECT_EQ(board.all.failed, 1);
}

TEST(CorpusBoard, TheTenSlowestSlowestFirst) {
  Scoreboard board;
  // 0, 7, 14, …: each of 0 to 24 once, in no order.
  for (int i = 0; i < 25; ++i) {
    CaseResult result = case_of(std::to_string(i * 7 % 25));
    result.seconds = i * 7 % 25;
    board.add(result);
  }
  ASSERT_EQ(board.slowest.size(), 10U);
  for (int i = 0; i < 10; ++i) {
    EXPECT_EQ(board.slowest[static_cast<std::size_t>(i)].seconds, 24 - i);
    EXPECT_EQ(board.slowest[static_cast<std::size_t>(i)].path, std::to_string(24 - i));
  }
}

struct Judged {
  Verdict verdict;
  bool fails;
  bool fails_strictly;
};

TEST(CorpusBoard, WhatFailsARun) {
  const std::vector<Judged> table = {
      {Verdict::same, false, false},   {Verdict::better, false, true}, {Verdict::changed, false, true},
      {Verdict::unjudged, true, true}, {Verdict::worse, true, true},   {Verdict::fresh, false, true},
  };
  for (const Judged& entry : table) {
    for (const bool strict : {false, true}) {
      for (const bool failure : {false, true}) {
        for (const bool silent : {false, true}) {
          SCOPED_TRACE(std::string(name(entry.verdict)) + (strict ? " strict" : "") + (failure ? " failure" : "") +
                       (silent ? " silent" : ""));
          CaseResult result = case_of("a");
          result.verdict = entry.verdict;
          if (failure) result.outcome.failure = {"damaged", ""};
          result.score.silent = silent ? 1 : 0;
          // What was accepted is accepted, failures and silent errors too; only of a fresh case they count.
          const bool fresh_error = entry.verdict == Verdict::fresh && (failure || silent);
          EXPECT_EQ(Judgement{strict}.fails(result), (strict ? entry.fails_strictly : entry.fails) || fresh_error);
          result.problems = {"its truth is no JSON"};
          EXPECT_TRUE(Judgement{strict}.fails(result));
        }
      }
    }
  }
}

TEST(CorpusBoard, ItsTextSaysHowManySilentErrorsThereAre) {
  Scoreboard board;
  board.jobs = 1;
  board.seconds = 1.5;
  board.add(case_of("a.pdf"));
  EXPECT_TRUE(has(board_text(board),
                  "\n1 of 1 reports perfect; 10 of 10 fields right (100.0000 %), 0 silent errors; "
                  "1 files in 1.500 s on 1 worker\n"))
      << board_text(board);
  CaseResult silent = case_of("b.pdf");
  silent.score.wrong = 1;
  silent.score.lost = 2;
  silent.score.invented = 3;
  silent.score.silent = 4;
  board.jobs = 2;
  board.add(silent);
  EXPECT_TRUE(has(board_text(board),
                  "\n1 of 2 reports perfect; 20 of 26 fields right (76.9231 %), 4 silent errors; "
                  "2 files in 1.500 s on 2 workers\n"))
      << board_text(board);
}

TEST(CorpusBoard, OneFieldInAMillionIsSeen) {
  Scoreboard board;
  board.all.right = 999'999'999;
  board.all.lost = 1;
  EXPECT_TRUE(has(board_text(board), "999999999 of 1000000000 fields right (99.9999 %)")) << board_text(board);
  board.all.lost = 0;
  EXPECT_TRUE(has(board_text(board), "999999999 of 999999999 fields right (100.0000 %)"));
  board.all.right = 0;
  EXPECT_TRUE(has(board_text(board), "0 of 0 fields right, 0 silent"));
}

/// The line that begins with the name, as words.
std::vector<std::string> words_of(const std::string& text, const std::string& name) {
  for (const std::string& line : lines(text)) {
    if (!line.starts_with("  " + name + " ")) continue;
    std::istringstream in(line);
    return {std::istream_iterator<std::string>(in), {}};
  }
  return {};
}

TEST(CorpusBoard, ItsColumnsAreTheCountsOfEachGroup) {
  Scoreboard board;
  CaseResult result = case_of("a.pdf");
  result.about.switches = {"crossed"};
  result.score = {.right = 1, .wrong = 2, .lost = 3, .invented = 4, .silent = 5, .alarms = 6};
  result.score.taken = 7;
  result.score.heads = 8;
  result.score.checks = 9;
  result.score.tables_right = 10;
  result.score.tables_wrong = 11;
  board.add(result);
  const std::string text = board_text(board);
  for (const char* name : {"all", "pdf", "ogi-2021", "crossed"}) {
    EXPECT_EQ(words_of(text, name),
              (std::vector<std::string>{name, "1", "1", "0", "1", "2", "3", "4", "5", "6", "7", "0", "8", "9", "11"}))
        << text;
  }
}

TEST(CorpusBoard, SwitchesWithoutAMissAreOnlyCounted) {
  Scoreboard board;
  CaseResult good = case_of("a.pdf");
  good.about.switches = {"crossed", "turned"};
  board.add(good);
  EXPECT_TRUE(has(board_text(board), "\nby switch: all 2 without a miss\n")) << board_text(board);
  CaseResult bad = case_of("b.pdf");
  bad.about.switches = {"crossed"};
  bad.score.lost = 1;
  board.add(bad);
  EXPECT_FALSE(words_of(board_text(board), "crossed").empty());
  EXPECT_TRUE(words_of(board_text(board), "turned").empty());
  EXPECT_TRUE(has(board_text(board), "\n  and 1 without a miss\n")) << board_text(board);
}

TEST(CorpusBoard, SaysWhatBecameOfTheAcceptedResults) {
  Scoreboard board;
  EXPECT_TRUE(has(board_text(board), "against the accepted results: no case\n"));
  for (const Verdict verdict : {Verdict::fresh, Verdict::same, Verdict::same, Verdict::better, Verdict::changed,
                                Verdict::unjudged, Verdict::worse}) {
    CaseResult result = case_of("a.pdf");
    result.verdict = verdict;
    board.add(result);
  }
  EXPECT_TRUE(has(board_text(board),
                  "against the accepted results: 1 worse, 1 unjudged, 1 better, 1 changed, 2 same, 1 fresh\n"))
      << board_text(board);
  board.gone = {"x\x1B.pdf"};
  board.gone_count = 2;
  EXPECT_TRUE(has(board_text(board), ", 2 gone\n"));
  EXPECT_TRUE(has(board_text(board), "  …\n"));
  EXPECT_FALSE(has(board_text(board), "\x1B"));
}

}  // namespace
}  // namespace fubiao::tests
