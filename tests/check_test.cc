// The promises of fubiao check, through the program: what is compared with what, what is said of the rest, and what the
// exit status means.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "run_program.h"

namespace fubiao::tests {
namespace {

using Json = nlohmann::ordered_json;
using Strings = std::vector<std::string>;

constexpr const char* kColumns[] = {"natural_person", "commercial", "research", "social_welfare",
                                    "legal_service",  "other",      "total"};

/// A report as fubiao extract gives it, with `over` in all seven columns of 二、 and `forward` in those of 四、.
Json report(const Json& agency, const Json& year, const Json& over, const Json& forward,
            const std::string& form = "ogi-2021") {
  Json made = {{"schema", "fubiao/report/1"},
               {"source", {{"path", "r.txt"}, {"format", "text"}, {"sha256", std::string(64, '0')}, {"bytes", 9}}},
               {"report", {{"form", form}, {"title", nullptr}, {"agency", agency}, {"year", year}}},
               {"data", Json::object()},
               {"cells", Json::array()},
               {"sections", Json::array()},
               {"checks", Json::array()},
               {"findings", Json::array()}};
  for (const char* column : kColumns) {
    made["data"]["requests"]["carried_over"][column] = over;
    made["data"]["requests"]["carried_forward"][column] = forward;
  }
  return made;
}

/// Files of a folder, by name.
struct Archive {
  TemporaryFolder folder;

  void add(const std::string& name, const Json& document) { folder.write(name, document.dump(2) + "\n"); }
  /// fubiao check on the folder, run beside it, so that paths are short and the same everywhere.
  ProgramRun check(const Strings& options = {}) const {
    Strings arguments = {"check"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    arguments.emplace_back(".");
    return run_program(arguments, {.folder = folder.path()});
  }
  Json json(int status) const {
    const ProgramRun run = check({"--format", "json"});
    EXPECT_EQ(run.status, status) << run.out << run.err;
    return Json::parse(run.out);
  }
};

TEST(Check, YearsThatFitGiveZero) {
  Archive archive;
  archive.add("a.json", report("某县人民政府", 2022, 1, 5));
  archive.add("b.json", report("某县人民政府", 2023, 5, 0));
  const ProgramRun run = archive.check();
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(run.out, "2 reports of 1 agency, 1 pair of following years: 7 values agree, 0 breaks\n");
}

TEST(Check, ABreakNamesBothValuesTheirFilesAndTheirLabels) {
  Archive archive;
  Json before = report("某县人民政府", 2022, 1, 5);
  before["cells"].push_back({{"field", "requests.carried_forward.other"}, {"value", 6}, {"unit", "件"}, {"page", 3}});
  before["data"]["requests"]["carried_forward"]["other"] = 6;
  archive.add("2022/a.json", before);
  archive.add("2023/a.json", report("某县人民政府", 2023, 5, 0));
  const ProgramRun run = archive.check();
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(lines(run.out),
            (Strings{"break: 某县人民政府 2022, 四、结转下年度继续办理 > 申请人情况 > 法人或其他组织 > 其他: 6 件 "
                     "(./2022/a.json, page 3); 2023, 二、上年结转政府信息公开申请数量 > 申请人情况 > 法人或其他组织 > "
                     "其他: 5 (./2023/a.json)",
                     "2 reports of 1 agency, 1 pair of following years: 6 values agree, 1 break"}));

  const Json json = archive.json(1);
  EXPECT_EQ(json["schema"], "fubiao/check/1");
  ASSERT_EQ(json["breaks"].size(), 1U);
  const Json& one = json["breaks"][0];
  EXPECT_EQ(one["agency"], "某县人民政府");
  EXPECT_EQ(one["before"]["year"], 2022);
  EXPECT_EQ(one["before"]["field"], "requests.carried_forward.other");
  EXPECT_EQ(one["before"]["values"][0].dump(),
            R"({"value":6,"unit":"件","file":"./2022/a.json","source":"r.txt","page":3,"doubts":[]})");
  EXPECT_EQ(one["after"]["field"], "requests.carried_over.other");
  EXPECT_EQ(one["after"]["label"].back(), "其他");
  EXPECT_EQ(one["after"]["values"][0]["value"], 5);
  EXPECT_EQ(
      json["pairs"][0].dump(),
      R"({"agency":"某县人民政府","before":2022,"after":2023,"equal":6,"breaks":1,"blank":0,"absent":0,"units":0})");
}

TEST(Check, BreaksComeByAgencyYearAndColumn) {
  Archive archive;
  // The names of the files run against the order of the years.
  archive.add("9.json", report("甲局", 2021, 0, 1));
  archive.add("8.json", report("甲局", 2022, 2, 3));
  archive.add("7.json", report("甲局", 2023, 4, 0));
  archive.add("1.json", report("乙局", 2023, 7, 0));
  archive.add("2.json", report("乙局", 2022, 0, 6));
  const Json json = archive.json(1);
  Strings order;
  for (const Json& one : json["breaks"]) {
    order.push_back(one["agency"].get<std::string>() + one["before"]["year"].dump() +
                    one["after"]["field"].get<std::string>().substr(22));
  }
  Strings expected;
  for (const char* pair : {"乙局2022", "甲局2021", "甲局2022"}) {  // 乙 U+4E59, 甲 U+7532
    for (const char* column : kColumns) expected.push_back(std::string(pair) + column);
  }
  EXPECT_EQ(order, expected);
}

TEST(Check, AnAgencyIsWhatAReaderTakesForOne) {
  Archive archive;
  archive.add("a.json", report("某县（市）人民政府 办公室", 2022, 0, 4));
  archive.add("b.json", report("某縣(市)人民政府办公室", 2023, 4, 5));
  archive.add("c.json", report("某县（市）人民政府办公厅", 2024, 9, 0));  // another one
  const Json json = archive.json(0);
  EXPECT_EQ(json["agencies"], 2);
  ASSERT_EQ(json["pairs"].size(), 1U);
  EXPECT_EQ(json["pairs"][0]["equal"], 7);
  EXPECT_EQ(json["pairs"][0]["agency"], "某縣(市)人民政府办公室") << "as the latest report spells it";
}

TEST(Check, AMissingYearIsAGapAndNothingIsComparedOverIt) {
  Archive archive;
  archive.add("a.json", report("甲局", 2019, 0, 1));
  archive.add("b.json", report("甲局", 2021, 2, 3));
  archive.add("c.json", report("甲局", 2024, 9, 0));
  const ProgramRun run = archive.check();
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(lines(run.out),
            (Strings{"gap: 甲局 has no report of 2020", "gap: 甲局 has no report of 2022 to 2023",
                     "3 reports of 1 agency, 0 pairs of following years: 0 values agree, 0 breaks; 2 gaps"}));
  const Json json = archive.json(0);
  EXPECT_EQ(json["gaps"].dump(),
            R"([{"agency":"甲局","before":2019,"after":2021},{"agency":"甲局","before":2021,"after":2024}])");
}

TEST(Check, SeveralReportsOfOneYear) {
  Archive archive;
  archive.add("2022.docx.json", report("甲局", 2022, 0, 4));
  archive.add("2022.pdf.json", report("甲局", 2022, 0, 4));
  archive.add("2023.json", report("甲局", 2023, 4, 0));
  EXPECT_EQ(archive.json(0)["conflicts"].size(), 0U) << "the same values";

  Json other = report("甲局", 2022, 0, 4);
  other["data"]["requests"]["carried_forward"]["total"] = 5;
  archive.add("2022.pdf.json", other);
  Json json = archive.json(0);
  ASSERT_EQ(json["conflicts"].size(), 1U);
  EXPECT_EQ(json["conflicts"][0]["in"]["field"], "requests.carried_forward.total");
  EXPECT_EQ(json["conflicts"][0]["in"]["values"][0]["value"], 4);
  EXPECT_EQ(json["conflicts"][0]["in"]["values"][1]["value"], 5);
  EXPECT_EQ(json["breaks"].size(), 0U) << "one of them fits the next year";

  archive.add("2023.json", report("甲局", 2023, 6, 0));
  json = archive.json(1);
  EXPECT_EQ(json["breaks"].size(), 7U);
  EXPECT_EQ(json["breaks"][6]["before"]["values"].size(), 2U);

  EXPECT_NE(archive.check().out.find(" > 自然人: 4 (./2022.docx.json; ./2022.pdf.json); 2023, "), std::string::npos)
      << "a value that several reports give stands once";

  // A number in one rendition and a blank in the other are no agreement.
  other["data"]["requests"]["carried_forward"]["total"] = nullptr;
  archive.add("2022.pdf.json", other);
  const ProgramRun run = archive.check();
  EXPECT_NE(
      run.out.find("conflict: 甲局 2022, 四、结转下年度继续办理 > 申请人情况 > 总计: 4 (./2022.docx.json) and null "
                   "(./2022.pdf.json)\n"),
      std::string::npos)
      << run.out;
}

TEST(Check, NullAndAbsentValuesAreNotComparedButCounted) {
  Archive archive;
  Json before = report("甲局", 2022, 0, 4);
  before["data"]["requests"]["carried_forward"]["other"] = nullptr;
  Json after = report("甲局", 2023, 4, 0);
  after["data"]["requests"]["carried_over"]["total"] = nullptr;
  after["data"]["requests"]["carried_over"].erase("research");
  after["data"]["requests"]["carried_over"]["commercial"] = 0;  // 4 in the year before: a break
  archive.add("a.json", before);
  archive.add("b.json", after);
  const Json pair = archive.json(1)["pairs"][0];
  EXPECT_EQ(pair["equal"], 3);
  EXPECT_EQ(pair["breaks"], 1);
  EXPECT_EQ(pair["blank"], 2);
  EXPECT_EQ(pair["absent"], 1);
  EXPECT_NE(archive.check().out.find("; 2 values not compared, since one is blank; 1 value not compared, since it is "
                                     "not printed"),
            std::string::npos);
}

TEST(Check, FormsWithoutSuchRowsHaveNothingToCompare) {
  Archive archive;
  Json old = report("甲局", 2018, 0, 0, "ogi-2014");
  old["data"] = {{"requests", {{"received", 5}}}};
  archive.add("2018.json", old);
  archive.add("2019.json", report("甲局", 2019, 3, 4, "ogi-2019"));
  archive.add("2020.json", report("甲局", 2020, 4, 5, "ogi-2021"));  // another form, the same two rows
  const Json json = archive.json(0);
  ASSERT_EQ(json["pairs"].size(), 2U);
  EXPECT_EQ(json["pairs"][0]["equal"], 0);
  EXPECT_EQ(json["pairs"][0]["absent"], 0);
  EXPECT_EQ(json["pairs"][1]["equal"], 7);
  EXPECT_NE(archive.check().out.find("; 1 pair with nothing to compare in its forms"), std::string::npos);
}

TEST(Check, ReportsWithoutAgencyOrYearAreListed) {
  Archive archive;
  archive.add("a.json", report(nullptr, 2022, 0, 4));
  archive.add("b.json", report("甲局", nullptr, 0, 4));
  archive.add("c.json", report(nullptr, nullptr, 0, 4));
  archive.add("d.json", report("甲局", "2023", 0, 4));  // no year of ours
  const ProgramRun run = archive.check();
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(lines(run.out),
            (Strings{"unplaced: ./a.json has no agency", "unplaced: ./b.json has no year",
                     "unplaced: ./c.json has no agency and no year", "unplaced: ./d.json has no year",
                     "0 reports of 0 agencies, 0 pairs of following years: 0 values agree, 0 breaks; 4 reports without "
                     "agency or year"}));
  EXPECT_EQ(archive.json(0)["unplaced"][0].dump(), R"({"file":"./a.json","source":"r.txt","agency":null,"year":2022})");
}

TEST(Check, RecordsOfFailedFilesAreSkippedAndCounted) {
  Archive archive;
  archive.add("a.json", Json{{"schema", "fubiao/report/1"},
                             {"source", {{"path", "a.pdf"}}},
                             {"error", {{"code", "encrypted"}, {"message", "…"}}}});
  archive.add("b.json", report("甲局", 2022, 0, 4));
  const ProgramRun run = archive.check();
  EXPECT_EQ(run.status, 0);
  EXPECT_NE(run.out.find("; 1 file that could not be extracted\n"), std::string::npos) << run.out;
  EXPECT_EQ(archive.json(0)["unplaced"].dump(), R"([{"file":"./a.json","source":"a.pdf","error":"encrypted"}])");
}

TEST(Check, NumbersAreComparedAsDecimals) {
  const auto with = [](const std::string& number, int year, const char* row) {
    std::string json = report("甲局", year, nullptr, nullptr).dump();
    const std::string at = std::string("\"") + row + "\":{\"natural_person\":null";
    const std::size_t from = json.find(at);
    return json.replace(from, at.size(), std::string("\"") + row + "\":{\"natural_person\":" + number);
  };
  const std::vector<std::tuple<std::string, std::string, bool>> cases = {
      {"12.50", "12.5", true},
      {"0.1", "0.10000000000000001", false},  // one double
      {"12345678901234567890", "12345678901234567891", false},
      {"1e3", "1000", true},
      {"12.5E-1", "1.25", true},
      {"-0", "0", true},
      {"-3", "3", false},
  };
  for (const auto& [before, after, equal] : cases) {
    const ProgramRun run = run_program(
        {"check", "-"}, {.input = with(before, 2022, "carried_forward") + "\n" + with(after, 2023, "carried_over")});
    EXPECT_EQ(run.status, equal ? 0 : 1) << before << " " << after << "\n" << run.out << run.err;
    EXPECT_NE(run.out.find(equal ? "1 value agrees" : "0 values agree"), std::string::npos) << run.out;
  }
}

TEST(Check, AmountsInOtherUnitsAreNotCompared) {
  Archive archive;
  Json before = report("甲局", 2022, 0, 4);
  before["cells"].push_back({{"field", "requests.carried_forward.total"}, {"value", 4}, {"unit", "万件"}});
  Json after = report("甲局", 2023, 4, 0);
  after["cells"].push_back({{"field", "requests.carried_over.total"}, {"value", 4}, {"unit", "件"}});
  archive.add("a.json", before);
  archive.add("b.json", after);
  EXPECT_EQ(archive.json(0)["pairs"][0]["units"], 1);
  EXPECT_EQ(archive.json(0)["pairs"][0]["equal"], 6);
}

// Whoever follows up a break wants to know whether the report is doubted already.
TEST(Check, ABreakSaysWhatSpeaksAgainstItsValues) {
  Archive archive;
  Json before = report("甲局", 2022, 0, 4);
  before["findings"].push_back({{"code", "row-in-doubt"},
                                {"severity", "warning"},
                                {"message", "…"},
                                {"fields", {"requests.carried_forward.total", "requests.new_received.total"}}});
  before["findings"].push_back({{"code", "label-repaired"},
                                {"severity", "note"},
                                {"message", "…"},
                                {"fields", {"requests.carried_forward.total"}}});
  before["checks"].push_back({{"check", "balance:total"},
                              {"holds", false},
                              {"expected", 1},
                              {"printed", 2},
                              {"fields", {"requests.carried_forward.total"}}});
  before["checks"].push_back({{"check", "sum:requests.carried_forward.total"},
                              {"holds", nullptr},
                              {"expected", nullptr},
                              {"printed", 2},
                              {"fields", {"requests.carried_forward.total"}}});
  Json after = report("甲局", 2023, 4, 0);
  after["data"]["requests"]["carried_over"]["total"] = 3;
  archive.add("a.json", before);
  archive.add("b.json", after);
  const Json one = archive.json(1)["breaks"][0];
  EXPECT_EQ(one["before"]["values"][0]["doubts"].dump(), R"(["balance:total","row-in-doubt"])");
  EXPECT_EQ(one["after"]["values"][0]["doubts"].dump(), "[]");
  EXPECT_NE(archive.check().out.find("4 (./a.json, in doubt by balance:total row-in-doubt)"), std::string::npos);
}

TEST(Check, ReadsJsonLinesWithTheirLines) {
  const std::string all = report("甲局", 2022, 0, 4).dump() + "\n" + report("甲局", 2023, 5, 0).dump() + "\n";
  const TemporaryFolder folder;
  folder.write("all.JSONL", all);
  const ProgramRun run = run_program({"check", "--format", "json", "all.JSONL"}, {.folder = folder.path()});
  EXPECT_EQ(run.status, 1);
  const Json json = Json::parse(run.out);
  EXPECT_EQ(json["breaks"][0]["before"]["values"][0]["line"], 1);
  EXPECT_EQ(json["breaks"][0]["after"]["values"][0]["line"], 2);
  EXPECT_EQ(json["reports"], 2);
  EXPECT_EQ(Json::parse(run_program({"check", "--format", "json", "-"}, {.input = all}).out)["breaks"].size(), 7U);
  EXPECT_EQ(run_program({"check", "--files-from", "-"}, {.input = "all.JSONL\n", .folder = folder.path()}).status, 1);
}

TEST(Check, ReadsWhatExtractWrote) {
  const std::string sources = in_repository("corpus/cases/");
  const TemporaryFolder folder;
  const std::string out = (folder.path() / "out").native();
  ASSERT_EQ(run_program({"extract", "-o", out, sources + "plain-2021"}).status, 0);
  const Json json = Json::parse(run_program({"check", "--format", "json", out}).out);
  EXPECT_EQ(json["reports"], 1);
  EXPECT_EQ(json["unread"].size(), 0U);

  // The same report again, as that of the next year: 二、 of it is not 四、 of it.
  Json next = Json::parse(read_file(out + "/report.pdf.json"));
  next["report"]["year"] = 2024;
  const std::string truth = read_file(sources + "plain-2021/report.truth.json");
  const Json fields = Json::parse(truth)["fields"];
  int differing = 0;
  for (const char* column : kColumns) {
    const std::string end = std::string(".") + column;
    if (fields["requests.carried_forward" + end] != fields["requests.carried_over" + end]) ++differing;
  }
  folder.write("out/next.json", next.dump());
  const Json found = Json::parse(run_program({"check", "--format", "json", out}).out);
  ASSERT_EQ(found["pairs"].size(), 1U);
  EXPECT_EQ(found["pairs"][0]["breaks"], differing);
  EXPECT_EQ(found["pairs"][0]["equal"], 7 - differing);
}

TEST(Check, WrongCallsGiveStatusTwo) {
  const std::vector<std::pair<Strings, std::string>> calls = {
      {{"check"}, "no input"},
      {{"check", "--format", "csv", "x"}, "csv"},
      {{"check", "-", "-"}, "standard input"},
      {{"check", "-o", "out", "x"}, "-o"},
      {{"check", "--files-from", "/nowhere/list"}, "/nowhere/list"},
  };
  for (const auto& [arguments, word] : calls) {
    const ProgramRun run = run_program(arguments);
    EXPECT_EQ(run.status, 2) << word;
    EXPECT_EQ(run.out, "") << word;
    EXPECT_EQ(lines(run.err).size(), 1U) << run.err;
    EXPECT_NE(run.err.find(word), std::string::npos) << run.err;
  }
}

TEST(Check, HelpExplainsTheLinesAndTheExitStatus) {
  const ProgramRun run = run_program({"check", "--help"});
  EXPECT_EQ(run.status, 0);
  for (const char* word : {"break", "conflict", "gap", "unplaced", "Exit status", "fubiao/check/1", "--format"})
    EXPECT_NE(run.out.find(word), std::string::npos) << word;
}

// What is no report is a failed file, as everywhere: said with its name, the others are compared all the same,
// status 1.
TEST(Check, WhatIsNoReportIsSaidAndTheOthersAreCompared) {
  const std::string good = report("甲局", 2022, 0, 4).dump();
  const std::string deep(100000, '[');
  std::string deep_data = R"({"schema":"fubiao/report/1","report":{},"data":)";
  for (int i = 0; i < 100000; ++i) deep_data += R"({"a":)";
  const std::vector<std::tuple<std::string, std::string, std::string>> hostile = {
      {"prose", "no JSON at all", "(damaged)"},
      {"nothing", "", "the file is empty (empty)"},
      {"blank", " \n\n", "the file is empty (empty)"},
      {"truncated", good.substr(0, good.size() / 2), "JSON that breaks off (damaged)"},
      {"array", "[" + good + "]", "no JSON object (damaged)"},
      {"number", "12", "no JSON object (damaged)"},
      {"deep arrays", R"({"schema":)" + deep, "nested more than 64 levels deep (limit)"},
      {"deep objects", deep_data, "nested more than 64 levels deep (limit)"},
      {"tables", R"({"schema": "fubiao/tables/1", "source": {}, "tables": []})", "\"fubiao/tables/1\" (unsupported)"},
      {"newer", R"({"schema": "fubiao/report/2"})", "\"fubiao/report/2\" (unsupported)"},
      {"other program", R"({"name": "left-pad"})", "it has no \"schema\" (unsupported)"},
      {"no data", R"({"schema": "fubiao/report/1", "report": {}})", "\"data\" is missing (damaged)"},
      {"invalid UTF-8",
       R"({"schema": "fubiao/report/1", "report": {"agency": ")"
       "\xC3\x28\"}}",
       "encoding in string"},
      {"UTF-16", std::string("\xFF\xFE{\0\"\0", 6), "UTF-16"},
      {"a NUL", std::string("{\"schema\": \"fubiao/report/1\",\0}", 31), "(damaged)"},
      {"a double comma", R"({"schema": "fubiao/report/1",, "report": {}})", "(damaged)"},
  };
  for (const auto& [name, bytes, word] : hostile) {
    Archive archive;
    archive.folder.write("bad.json", bytes);
    archive.add("a.json", report("甲局", 2022, 0, 4));
    archive.add("b.json", report("甲局", 2023, 4, 0));
    const ProgramRun run = archive.check();
    EXPECT_EQ(run.status, 1) << name;
    EXPECT_EQ(run.err.rfind("fubiao: ./bad.json: ", 0), 0U) << name << ": " << run.err;
    EXPECT_EQ(lines(run.err).size(), 1U) << name << ": " << run.err;
    EXPECT_NE(run.err.find(word), std::string::npos) << name << ": " << run.err;
    EXPECT_NE(run.out.find("7 values agree, 0 breaks; 1 input that is no report\n"), std::string::npos)
        << name << ": " << run.out;
  }
}

TEST(Check, AByteOrderMarkIsNoMatter) {
  const TemporaryFolder folder;
  folder.write("a.json", "\xEF\xBB\xBF" + report("甲局", 2022, 0, 4).dump(2));
  EXPECT_EQ(run_program({"check", folder.path().native()}).status, 0);
}

// A run that was killed leaves half a line; the next run may have added its own behind it.
TEST(Check, ALineThatBreaksOffTakesNoOtherWithIt) {
  const std::string first = report("甲局", 2022, 0, 4).dump();
  const std::string last = report("甲局", 2023, 4, 0).dump();
  // Within a string, behind a comma, behind a colon (the reader then takes the next line for the value), in an array.
  for (const std::string end :
       {R"({"schema":"fubi)", R"({"schema":"fubiao/report/1",)", R"({"data":)", R"({"cells":[)"}) {
    const ProgramRun run = run_program({"check", "-"}, {.input = first + "\n" + end + "\n" + last + "\n"});
    EXPECT_EQ(run.status, 1);
    EXPECT_EQ(run.err.rfind("fubiao: -:2: ", 0), 0U) << end << ": " << run.err;
    EXPECT_EQ(lines(run.err).size(), 1U) << end << ": " << run.err;
    EXPECT_EQ(run.out,
              "2 reports of 1 agency, 1 pair of following years: 7 values agree, 0 breaks; 1 input that is no report\n")
        << end;
  }
}

// A file of a million lines of another program is said once, not a million times.
TEST(Check, AFileOfOtherThingsIsLeft) {
  std::string other;
  for (int i = 0; i < 5000; ++i) other += "{\"a\": 1}\n";
  const ProgramRun run = run_program({"check", "-"}, {.input = other + report("甲局", 2022, 0, 4).dump()});
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(lines(run.err).size(), 101U);
  EXPECT_NE(
      run.err.find("fubiao: -:101: more than 100 documents that are no reports; the rest of the file was not read "
                   "(limit)\n"),
      std::string::npos)
      << run.err.substr(run.err.size() - 300);
}

TEST(Check, MissingPathsAndEmptyFoldersAreFailures) {
  const TemporaryFolder folder;
  folder.write("empty/readme.txt", "");
  const ProgramRun missing = run_program({"check", "nowhere"}, {.folder = folder.path()});
  EXPECT_EQ(missing.status, 1);
  EXPECT_EQ(missing.err, "fubiao: nowhere: there is no such file (not-found)\n");
  const ProgramRun empty = run_program({"check", "empty"}, {.folder = folder.path()});
  EXPECT_EQ(empty.status, 1);
  EXPECT_EQ(empty.err, "fubiao: empty: the folder holds no JSON files (.json, .jsonl, .ndjson) (unsupported)\n");
}

// A text of a report must not forge a line of the result.
TEST(Check, NoReportCanForgeALine) {
  Archive archive;
  archive.add("a.json", report("甲局\nbreak: 乙局", 2022, 0, 4));
  archive.add("b.json", report("甲局\nbreak: 乙局", 2023, 5, 0));
  const ProgramRun run = archive.check();
  EXPECT_EQ(lines(run.out).size(), 8U) << run.out;
  EXPECT_NE(run.out.find("break: 甲局\\x0abreak: 乙局 2022"), std::string::npos) << run.out;
}

TEST(Check, AResultThatCannotBeWrittenIsAFailure) {
  Archive archive;
  archive.add("a.json", report("甲局", 2022, 0, 4));
  const ProgramRun run = run_program({"check", "."}, {.folder = archive.folder.path(), .closed = {1}});
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.err.find("standard output: cannot write"), std::string::npos) << run.err;
}

}  // namespace
}  // namespace fubiao::tests
