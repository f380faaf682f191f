// The promises of fubiao corpus, through the program: with results made wrong on purpose the scoreboard says so, a
// change for the worse fails, and nothing becomes an expected result unseen.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "run_program.h"

namespace fubiao::tests {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
using Strings = std::vector<std::string>;

/// A corpus of two committed cases, to be spoiled.
struct SpoiledCorpus {
  TemporaryFolder folder;
  std::string path = (folder.path() / "corpus").native();

  SpoiledCorpus() {
    copy("review-total-zero", {"report.pdf", "report.truth.json", "report.tables.json", "case.json"});
    copy("stray-zero-in-merged-cell", {"report.docx", "report.truth.json", "case.json"});
  }
  void copy(const std::string& name, const Strings& files) const {
    for (const std::string& file : files)
      write(name + "/" + file, read_file(in_repository("corpus/cases/" + name + "/" + file)));
  }
  std::string write(const std::string& name, const std::string& bytes) const {
    return folder.write("corpus/" + name, bytes);
  }
  std::string file(const std::string& name) const { return path + "/" + name; }
  void edit(const std::string& name, const std::function<void(Json&)>& change) const {
    Json json = Json::parse(read_file(file(name)));
    change(json);
    write(name, json.dump(1));
  }
  void edit_truth(const std::function<void(Json&)>& change) const {
    edit("review-total-zero/report.truth.json", change);
  }

  /// The records of a run; the last is that of the run itself.
  std::vector<Json> run(int status, const Strings& more = {}) const {
    Strings arguments = {"corpus", "run", path, "--json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const ProgramRun run = run_program(arguments);
    EXPECT_EQ(run.status, status) << run.out.substr(0, 2000) << run.err;
    std::vector<Json> records;
    for (const std::string& line : lines(run.out)) records.push_back(Json::parse(line));
    return records;
  }
  void accept() const {
    const ProgramRun run = run_program({"corpus", "accept", "--yes", path});
    ASSERT_EQ(run.status, 0) << run.err;
  }
};

Json counts(const Json& tally, const Strings& keys) {
  Json out = Json::object();
  for (const std::string& key : keys) out[key] = tally.at(key);
  return out;
}

class CorpusCommand : public testing::Test {
 protected:
  // .ci/run sets it; here it is a matter of the test.
  void SetUp() override {
    if (const char* value = std::getenv("CI")) ci_ = value;
    ::unsetenv("CI");
  }
  void TearDown() override {
    if (!ci_.empty()) ::setenv("CI", ci_.c_str(), 1);
  }

 private:
  std::string ci_;
};

TEST_F(CorpusCommand, ASoundCorpusIsPerfect) {
  const SpoiledCorpus corpus;
  const std::vector<Json> records = corpus.run(0);
  ASSERT_EQ(records.size(), 3U);
  const Json& all = records.back().at("all");
  EXPECT_EQ(counts(all, {"files", "scored", "perfect", "right", "wrong", "lost", "invented", "silent", "failed"}),
            Json({{"files", 2},
                  {"scored", 2},
                  {"perfect", 2},
                  {"right", 400},
                  {"wrong", 0},
                  {"lost", 0},
                  {"invented", 0},
                  {"silent", 0},
                  {"failed", 0}}));
  EXPECT_EQ(records[0].at("path"), corpus.file("review-total-zero/report.pdf"));
  EXPECT_EQ(records[0].at("verdict"), "fresh");
  EXPECT_EQ(records.back().at("by_format").at("pdf-wps").at("files"), 1);
  EXPECT_EQ(records.back().at("by_format").at("docx-word").at("files"), 1);
  EXPECT_EQ(records.back().at("by_form").at("ogi-2021").at("perfect"), 2);
  EXPECT_EQ(records.back().at("by_switch").at("stray_zero").at("right"), 200);
}

// Whatever of the result is not as its truth is counted, in its groups too, and the run fails where it is silent.
TEST_F(CorpusCommand, ResultsMadeWrongAreSeen) {
  const SpoiledCorpus corpus;
  corpus.edit_truth([](Json& truth) {
    Json& fields = truth["fields"];
    fields["disclosure.licensing.decisions"] = 219;   // printed 218: wrong, silent
    fields["requests.new_received.total"] = nullptr;  // printed 57: invented, silent
    fields["review.total"] = 11;                      // printed 0: wrong, listed by the failing check
    fields.erase("requests.new_received.research");   // no such field: invented, silent
    fields["requests.results.never"] = 5;             // not printed: lost
    fields["requests.results.blank"] = nullptr;       // not given
    truth["title"] = "另一机关2023年政府信息公开工作年度报告";
    truth["year"] = 2024;
    truth["failing_checks"] = Json::array();
  });
  corpus.edit("review-total-zero/report.tables.json",
              [](Json& tables) { tables["tables"][1]["cells"][0]["text"] = "别的"; });
  const std::vector<Json> records = corpus.run(1);
  const Json expected = {{"perfect", 1}, {"right", 396 + 1}, {"wrong", 2},  {"lost", 1},         {"invented", 2},
                         {"silent", 3},  {"heads", 2},       {"checks", 1}, {"tables_right", 2}, {"tables_wrong", 1}};
  Strings keys;
  for (const auto& [key, value] : expected.items()) keys.push_back(key);
  EXPECT_EQ(counts(records.back().at("all"), keys), expected);
  EXPECT_EQ(records.back().at("failed"), true);
  EXPECT_EQ(records.back().at("by_switch").at("broken_arithmetic=review").at("silent"), 3);
  EXPECT_EQ(records.back().at("by_switch").at("stray_zero").at("silent"), 0);
  EXPECT_EQ(records.back().at("by_format").at("pdf-wps").at("wrong"), 2);
  const auto miss = [&](const std::string& field) {
    for (const Json& one : records[0].at("misses")) {
      if (one.at("field") == field) return one;
    }
    return Json();
  };
  EXPECT_EQ(miss("disclosure.licensing.decisions").at("kind"), "wrong");
  EXPECT_EQ(miss("disclosure.licensing.decisions").at("value"), 218);
  EXPECT_EQ(miss("disclosure.licensing.decisions").at("truth"), 219);
  EXPECT_EQ(miss("disclosure.licensing.decisions").at("text"), "218");
  EXPECT_EQ(miss("disclosure.licensing.decisions").at("silent"), true);
  EXPECT_EQ(miss("review.total").at("silent"), false);
  EXPECT_EQ(miss("review.total").at("doubts"), Json::array({"sum:review.total"}));
  EXPECT_EQ(miss("requests.results.never").at("kind"), "lost");
  EXPECT_EQ(miss("requests.results.blank").at("kind"), "not given");

  const ProgramRun text = run_program({"corpus", "run", corpus.path});
  EXPECT_EQ(text.status, 1);
  EXPECT_NE(text.out.find("SILENT wrong  disclosure.licensing.decisions: 218, truth 219 (page 1"), std::string::npos)
      << text.out;
  EXPECT_NE(text.out.find("1 of 2 reports perfect; 397 of 402 fields right (98.7562 %), 3 silent errors; 2 files in"),
            std::string::npos)
      << text.out;
}

TEST_F(CorpusCommand, WhatGotWorseSinceItWasAcceptedFails) {
  const SpoiledCorpus corpus;
  corpus.accept();
  EXPECT_EQ(corpus.run(0, {"--strict"}).back().at("verdicts").at("same"), 2);
  const std::string accepted = "review-total-zero/report.pdf.accepted.json";
  // As if an earlier version had lost one number and the present one found it.
  corpus.edit(accepted, [](Json& json) { json["fields"]["review.upheld"] = nullptr; });
  EXPECT_EQ(corpus.run(0).back().at("verdicts").at("better"), 1);
  corpus.run(1, {"--strict"});
  // As if it had known a head that the present one does not.
  corpus.accept();
  corpus.edit_truth([](Json& truth) { truth["fields"]["review.upheld"] = 9; });
  corpus.edit(accepted, [](Json& json) { json["fields"]["review.upheld"] = 9; });
  const std::vector<Json> records = corpus.run(1);
  EXPECT_EQ(records[0].at("verdict"), "worse");
  EXPECT_EQ(records[0].at("changes"),
            Json::parse(R"([{"verdict": "worse", "what": "review.upheld", "accepted": "9", "now": "8"}])"));
  const ProgramRun text = run_program({"corpus", "run", corpus.path});
  EXPECT_NE(text.out.find("worse  review.upheld: accepted 9, now 8"), std::string::npos) << text.out;
  EXPECT_NE(text.out.find("against the accepted results: 1 worse, 1 same"), std::string::npos) << text.out;
  EXPECT_NE(text.out.find("1 case fails"), std::string::npos) << text.out;
  // A finding alone is a change, no loss.
  corpus.edit_truth([](Json& truth) { truth["fields"]["review.upheld"] = 8; });
  corpus.accept();
  corpus.edit(accepted, [](Json& json) {
    json["findings"].push_back({{"code", "stray-text"}, {"severity", "note"}, {"fields", Json::array()}, {"page", 1}});
  });
  EXPECT_EQ(corpus.run(0)[0].at("verdict"), "changed");
}

TEST_F(CorpusCommand, AFileWithoutATruthIsListedAndHeldToWhatWasAccepted) {
  const SpoiledCorpus corpus;
  fs::remove(corpus.file("review-total-zero/report.truth.json"));
  const Json all = corpus.run(0).back().at("all");
  EXPECT_EQ(counts(all, {"files", "scored", "right"}), Json({{"files", 2}, {"scored", 1}, {"right", 200}}));
  corpus.accept();
  corpus.edit("review-total-zero/report.pdf.accepted.json", [](Json& json) { json["fields"]["review.upheld"] = 7; });
  EXPECT_EQ(corpus.run(1)[0].at("verdict"), "unjudged");
  corpus.accept();
  EXPECT_EQ(corpus.run(0)[0].at("verdict"), "same");
}

TEST_F(CorpusCommand, ATruthThatCannotBeReadIsNoMissingTruth) {
  const SpoiledCorpus corpus;
  const std::string truth =
      corpus.write("review-total-zero/report.truth.json", "{\"title\": \"甲\",\n \"fields\": {\"a.b\": 1,}}");
  const std::vector<Json> records = corpus.run(1);
  EXPECT_EQ(records[0].at("truth"), "none");
  const std::string problem = records[0].at("problems").at(0);
  EXPECT_EQ(problem.find(truth + ":2: is no JSON"), 0U) << problem;
  corpus.write("review-total-zero/report.truth.json", R"({"fields": {"review.total": "many"}})");
  EXPECT_NE(corpus.run(1)[0]
                .at("problems")
                .at(0)
                .get<std::string>()
                .find("review.total: a value is neither null nor a number"),
            std::string::npos);
}

TEST_F(CorpusCommand, AcceptShowsAndAsksAndIsRefusedInCi) {
  const SpoiledCorpus corpus;
  const fs::path accepted = corpus.file("review-total-zero/report.pdf.accepted.json");
  ProgramRun run = run_program({"corpus", "accept", corpus.path}, {.input = "y\n"});
  EXPECT_EQ(run.status, 2);
  EXPECT_NE(run.err.find("--yes"), std::string::npos) << run.err;
  ::setenv("CI", "true", 1);
  run = run_program({"corpus", "accept", "--yes", corpus.path});
  ::unsetenv("CI");
  EXPECT_EQ(run.status, 2);
  EXPECT_NE(run.err.find("CI"), std::string::npos) << run.err;
  EXPECT_FALSE(fs::exists(accepted));

  corpus.accept();
  ASSERT_TRUE(fs::exists(accepted));
  EXPECT_NE(read_file(accepted).find("| 信息内容       | 本年制发件数 | 本年废止件数 | 现行有效件数 |"),
            std::string::npos);
  const std::string before = read_file(accepted);
  run = run_program({"corpus", "accept", "--yes", corpus.path});
  EXPECT_NE(run.out.find("0 cases are new or changed"), std::string::npos) << run.out;
  EXPECT_EQ(read_file(accepted), before);

  corpus.edit("review-total-zero/report.pdf.accepted.json", [](Json& json) { json["fields"]["review.upheld"] = 7; });
  fs::remove(corpus.file("stray-zero-in-merged-cell/report.docx"));
  const Json gone = corpus.run(0).back();
  EXPECT_EQ(gone.at("verdicts").at("gone"), 1);
  run = run_program({"corpus", "accept", "--yes", corpus.path});
  EXPECT_EQ(run.status, 0);
  EXPECT_NE(run.out.find("better  review.upheld: accepted 7, now 8"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("gone"), std::string::npos) << run.out;
  EXPECT_EQ(read_file(accepted), before);
  EXPECT_FALSE(fs::exists(corpus.file("stray-zero-in-merged-cell/report.docx.accepted.json")));
}

TEST_F(CorpusCommand, AcceptedResultsMayLieElsewhere) {
  const SpoiledCorpus corpus;
  const std::string elsewhere = (corpus.folder.path() / "accepted").native();
  ASSERT_EQ(run_program({"corpus", "accept", "--yes", "--accepted", elsewhere, corpus.path}).status, 0);
  EXPECT_TRUE(fs::exists(elsewhere + "/review-total-zero/report.pdf.accepted.json"));
  EXPECT_FALSE(fs::exists(corpus.file("review-total-zero/report.pdf.accepted.json")));
  EXPECT_EQ(corpus.run(0, {"--accepted", elsewhere, "--strict"}).back().at("verdicts").at("same"), 2);
  fs::remove(corpus.file("stray-zero-in-merged-cell/report.docx"));
  EXPECT_EQ(corpus.run(0, {"--accepted", elsewhere}).back().at("verdicts").at("gone"), 1);
}

TEST_F(CorpusCommand, AnAddedCaseCountsOnceAPersonHasCheckedIt) {
  const TemporaryFolder folder;
  const std::string corpus = (folder.path() / "mine").native();
  const std::string file = in_repository("corpus/cases/review-total-zero/report.pdf");
  ASSERT_EQ(run_program({"corpus", "add", file, "--to", corpus, "--name", "zero"}).status, 0);
  const Json truth = Json::parse(read_file(corpus + "/zero/report.truth.json"));
  Json wanted = Json::parse(read_file(in_repository("corpus/cases/review-total-zero/report.truth.json")));
  EXPECT_EQ(truth.at("unchecked"), true);
  for (const char* key : {"title", "agency", "year", "form", "failing_checks"})
    EXPECT_EQ(truth.at(key), wanted.at(key)) << key;
  EXPECT_EQ(nlohmann::json(truth.at("fields")), nlohmann::json(wanted.at("fields")));
  EXPECT_EQ(read_file(corpus + "/zero/report.pdf"), read_file(file));

  ProgramRun run = run_program({"corpus", "run", corpus, "--json"});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(counts(Json::parse(lines(run.out).back()).at("all"), {"files", "scored", "unchecked"}),
            Json({{"files", 1}, {"scored", 0}, {"unchecked", 1}}));
  Json checked = truth;
  checked.erase("unchecked");
  folder.write("mine/zero/report.truth.json", checked.dump());
  run = run_program({"corpus", "run", corpus, "--json"});
  EXPECT_EQ(counts(Json::parse(lines(run.out).back()).at("all"), {"scored", "perfect", "unchecked"}),
            Json({{"scored", 1}, {"perfect", 1}, {"unchecked", 0}}));

  run = run_program({"corpus", "add", file, "--to", corpus, "--name", "zero"});
  EXPECT_EQ(run.status, 2);
  EXPECT_NE(run.err.find("is there already"), std::string::npos) << run.err;
  EXPECT_EQ(run_program({"corpus", "add", file, "--to", corpus, "--name", "../out"}).status, 2);
  EXPECT_EQ(run_program({"corpus", "add", corpus + "/absent.pdf", "--to", corpus}).status, 1);
  EXPECT_FALSE(fs::exists(corpus + "/absent"));
  // What gives no report is a case too.
  const std::string bad = folder.write("bad.pdf", "%PDF-1.4 and nothing else");
  EXPECT_EQ(run_program({"corpus", "add", bad, "--to", corpus}).status, 0);
  EXPECT_EQ(run_program({"corpus", "run", corpus}).status, 0) << "its error is what is expected";
}

TEST_F(CorpusCommand, DiffComparesRunsAndOutputs) {
  const SpoiledCorpus corpus;
  const std::string first =
      corpus.folder.write("first.jsonl", run_program({"corpus", "run", corpus.path, "--json"}).out);
  EXPECT_EQ(run_program({"corpus", "diff", first, first}).status, 0);
  std::string text = read_file(first);
  const std::string before = "\"review.upheld\": 8";
  ASSERT_NE(text.find(before), std::string::npos) << "the fixture";
  text.replace(text.find(before), before.size(), "\"review.upheld\": 80");
  const std::string second = corpus.folder.write("second.jsonl", text);
  ProgramRun run = run_program({"corpus", "diff", first, second});
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.out.find("    review.upheld: 8 → 80\n"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("1 of 2 reports differ, in 1 fields; 0 only in the first, 0 only in the second"),
            std::string::npos);

  // What fubiao extract wrote, as folders; a report that only one of them has.
  const std::string a = (corpus.folder.path() / "a").native();
  const std::string b = (corpus.folder.path() / "b").native();
  ASSERT_EQ(run_program({"extract", "-o", a, corpus.path}).status, 0);
  fs::copy(a, b, fs::copy_options::recursive);
  EXPECT_EQ(run_program({"corpus", "diff", a, b}).status, 0);
  fs::remove(b + "/stray-zero-in-merged-cell/report.docx.json");
  run = run_program({"corpus", "diff", a, b, "--json"});
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(Json::parse(lines(run.out).back()).at("only_before"), 1);
  EXPECT_EQ(Json::parse(lines(run.out).front()).at("path"), "stray-zero-in-merged-cell/report.docx");

  run = run_program({"corpus", "diff", first, corpus.folder.write("not.json", "{\"schema\": \"other\"}")});
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.err.find("not.json"), std::string::npos) << run.err;
  EXPECT_EQ(run_program({"corpus", "diff", first, corpus.path + "/absent"}).status, 2);
}

// A file on which a reader would wait for ever costs its own time limit, and the others are done.
TEST_F(CorpusCommand, AFileThatHangsCostsItselfAlone) {
  const SpoiledCorpus corpus;
  const std::string pipe = (corpus.folder.path() / "pipe.pdf").native();
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const ProgramRun run = run_program({"corpus", "run", pipe, corpus.path, "--json", "--timeout", "4"});
  EXPECT_EQ(run.status, 1);
  const Strings records = lines(run.out);
  ASSERT_EQ(records.size(), 4U);
  EXPECT_EQ(Json::parse(records[0]).at("error").at("code"), "timed-out");
  EXPECT_EQ(Json::parse(records[3]).at("all").at("perfect"), 2);
}

TEST_F(CorpusCommand, EveryNumberOfWorkersGivesTheSame) {
  const std::string cases = in_repository("corpus/cases");
  const TemporaryFolder folder;
  const auto results = [&](const char* jobs) {
    std::vector<Json> records;
    const fs::path out = folder.path() / jobs;  // not kept for the schemas: other tests print such records
    EXPECT_EQ(run_program({"corpus", "run", cases, "--json", "-j", jobs}, {.out_file = out}).status, 0);
    for (const std::string& line : lines(read_file(out))) {
      records.push_back(Json::parse(line));
      for (const char* varies : {"seconds", "jobs", "slowest"}) records.back().erase(varies);
    }
    return records;
  };
  const std::vector<Json> one = results("1");
  EXPECT_GT(one.size(), 150U);
  EXPECT_EQ(one, results("7"));
}

TEST_F(CorpusCommand, WritesAPageAndJunit) {
  const SpoiledCorpus corpus;
  corpus.edit_truth([](Json& truth) { truth["fields"]["review.upheld"] = 9; });
  const std::string page = (corpus.folder.path() / "out" / "page.html").native();
  const std::string junit = (corpus.folder.path() / "junit.xml").native();
  EXPECT_EQ(run_program({"corpus", "run", corpus.path, "--report", page, "--junit", junit}).status, 0)
      << "wrong, but listed by the failing check";
  const std::string html = read_file(page);
  EXPECT_NE(html.find("review.upheld"), std::string::npos);
  EXPECT_NE(html.find("data:image/png;base64,"), std::string::npos) << "a picture of the place";
  const std::string xml = read_file(junit);
  EXPECT_NE(xml.find("tests=\"2\" failures=\"0\" errors=\"0\""), std::string::npos) << xml;
  EXPECT_EQ(run_program({"corpus", "run", corpus.path, "--report", corpus.path}).status, 1) << "a folder is no page";
}

// The committed cases: their accepted results are those of now. `fubiao corpus accept corpus/cases` shows what differs.
TEST_F(CorpusCommand, CommittedCasesAreAsAccepted) {
  const ProgramRun run = run_program({"corpus", "run", "--strict", "--quiet", in_repository("corpus/cases")});
  EXPECT_EQ(run.status, 0) << run.out;
  EXPECT_NE(run.out.find(" 0 silent errors"), std::string::npos);
}

TEST_F(CorpusCommand, WrongUseIsSaid) {
  EXPECT_EQ(run_program({"corpus"}).status, 2);
  EXPECT_EQ(run_program({"corpus", "run"}).status, 2);
  EXPECT_EQ(run_program({"corpus", "run", "-"}).status, 2);
  EXPECT_EQ(run_program({"corpus", "run", "--jobs", "0", "."}).status, 2);
  const ProgramRun run = run_program({"corpus", "rum", "x"});
  EXPECT_EQ(run.status, 2);
  EXPECT_NE(run.err.find("the commands of corpus are run, accept, add and diff"), std::string::npos) << run.err;
  const ProgramRun absent = run_program({"corpus", "run", "absent/nowhere"});
  EXPECT_EQ(absent.status, 1);
  EXPECT_NE(absent.out.find("not-found"), std::string::npos) << absent.out;
}

}  // namespace
}  // namespace fubiao::tests
