// Forms of a user's own, through the program: --forms, fubiao forms, and the page that teaches them.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "run_program.h"

namespace fubiao::tests {
namespace {

using Json = nlohmann::ordered_json;

const std::string harvest = in_repository("tests/data/forms");

TEST(Forms, AreListedWithTheirFieldsAndWhereTheyAreFrom) {
  const ProgramRun run = run_program({"forms"});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(run.err, "");
  const std::vector<std::string> listed = lines(run.out);
  ASSERT_EQ(listed.size(), 4u);
  EXPECT_EQ(listed[0].rfind("final-accounts   164 fields  bundled  部门决算", 0), 0u) << listed[0];
  EXPECT_EQ(listed[3].rfind("ogi-2021         200 fields  bundled  政府信息公开工作年度报告", 0), 0u) << listed[3];
}

TEST(Forms, OneIsPrintedByteForByte) {
  const ProgramRun run = run_program({"forms", "ogi-2014"});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.out, read_file(in_repository("normalize/forms/ogi-2014.json")));
  const ProgramRun own = run_program({"forms", "--forms", harvest, "harvest"});
  EXPECT_EQ(own.out, read_file(harvest + "/harvest.json"));
}

TEST(Forms, AnUnknownNameIsWrongUseAndTheNearestIsNamed) {
  const ProgramRun run = run_program({"forms", "ogi-2012"});
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_NE(run.err.find("no form is named \"ogi-2012\"; did you mean \"ogi-20"), std::string::npos) << run.err;
}

// A report of a third family, in no way like the bundled ones, read by a form that nobody compiled in.
TEST(Forms, AUsersFormReadsItsReport) {
  const ProgramRun run = run_program({"extract", "--forms", harvest, harvest + "/report.txt"});
  ASSERT_EQ(run.status, 0) << run.err;
  const Json report = Json::parse(run.out);
  EXPECT_EQ(
      report["report"],
      Json::parse(R"({"form": "harvest", "title": "柳桥镇2022年粮食收成公报", "agency": "柳桥镇", "year": 2022})"));
  EXPECT_EQ(report["data"], Json::parse(R"({"grain": {"rice": {"area": 1200, "yield": 640.5}, "wheat": {"area": 800,
      "yield": null}, "total": {"area": 2000, "yield": 640.5}}})"));
  EXPECT_EQ(report["sections"].back()["heading"], "收成概况");
  ASSERT_EQ(report["checks"].size(), 2u);
  EXPECT_EQ(report["checks"][0]["check"], "sum:grain.total.area");
  EXPECT_EQ(report["checks"][0]["holds"], true);
  EXPECT_TRUE(report["checks"][1]["holds"].is_null());
  EXPECT_EQ(report["findings"], Json::array());
  const Json stranger = Json::parse(run_program({"extract", harvest + "/report.txt"}).out);
  EXPECT_TRUE(stranger["report"]["form"].is_null());
}

TEST(Forms, AFormWithABundledNameTakesItsPlace) {
  const TemporaryFolder folder;
  folder.write("forms/mine.json", R"({"name": "ogi-2014", "title": "Mine", "tables": [{"name": "t", "blocks": [
      {"columns": [{"label": "亩数", "key": "a"}], "rows": [{"label": "水稻", "key": "r"}]}]}]})");
  const ProgramRun run = run_program({"forms", "--forms", "forms"}, {.folder = folder.path()});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_NE(run.out.find("ogi-2014           1 fields  forms/mine.json  Mine\n"), std::string::npos) << run.out;
  EXPECT_EQ(lines(run.out).size(), 4u);
}

TEST(Forms, EveryProblemOfEveryFileIsWrongUse) {
  const TemporaryFolder folder;
  folder.write("forms/a.json", "{\n\"name\": \"a\",\n\"titel\": \"A\"\n}");
  folder.write("forms/b.json", "{\n\"name\" 1}");
  const std::string sound = read_file(harvest + "/harvest.json");
  folder.write("forms/c.json", sound);
  folder.write("forms/d.json", sound);
  folder.write("forms/.hidden.json", "{");
  std::string shared = sound;
  shared.replace(shared.find("\"harvest\""), 9, "\"harvest-e\"");
  const std::size_t begin = shared.find("\"family\": {");
  shared.replace(begin, shared.find("\n  },", begin) + 5 - begin, "\"family\": \"ogi-2012\",");
  folder.write("forms/e.json", shared);
  for (const std::vector<std::string>& command : {std::vector<std::string>{"forms", "--forms", "forms"},
                                                  {"extract", "--forms", "forms", harvest + "/report.txt"},
                                                  {"tables", "--forms", "forms", harvest + "/report.txt"}}) {
    const ProgramRun run = run_program(command, {.folder = folder.path()});
    EXPECT_EQ(run.status, 2);
    EXPECT_EQ(run.out, "");
    for (const char* problem : {
             "forms/a.json:1: \"tables\" is missing; add it\n",
             "forms/a.json:3: \"titel\" is not known here; did you mean \"title\"?\n",
             "forms/b.json:2: the text is no JSON at column 8: Missing a colon after a name of object member; mend it",
             "forms/d.json:2: the form of forms/c.json has the name \"harvest\" too; give one of them another\n",
             "forms/e.json:3: no form is named \"ogi-2012\"; did you mean \"ogi-201",
         }) {
      EXPECT_NE(run.err.find(problem), std::string::npos) << problem << "\nis not in\n" << run.err;
    }
  }
}

TEST(Forms, AFolderWithoutFormsIsWrongUse) {
  const TemporaryFolder folder;
  const ProgramRun empty = run_program({"forms", "--forms", "."}, {.folder = folder.path()});
  EXPECT_EQ(empty.status, 2);
  EXPECT_NE(empty.err.find("no form is in it"), std::string::npos) << empty.err;
  const ProgramRun absent = run_program({"forms", "--forms", "absent"}, {.folder = folder.path()});
  EXPECT_EQ(absent.status, 2);
  EXPECT_NE(absent.err.find("--forms absent: cannot be read as a folder"), std::string::npos) << absent.err;
}

TEST(Forms, FieldsAreAListInTheShapeOfTheContract) {
  const Json fields = Json::parse(run_program({"forms", "--forms", harvest, "--fields", "harvest"}).out);
  ASSERT_EQ(fields.size(), 6u);
  EXPECT_EQ(fields[0], Json::parse(R"({"path": "grain.rice.area", "form": "harvest", "table": "grain",
      "row": ["水稻"], "column": ["播种面积"], "unit": "亩"})"));
  EXPECT_EQ(Json::parse(run_program({"forms", "--fields"}).out).size(), 456u + 164u);
}

/// Runs docs/forms.md from top to bottom: files are written, commands run, and each piece of the output between two "…"
/// found, in order.
TEST(Forms, ThePageThatTeachesThemIsTrue) {
  const TemporaryFolder folder;
  const std::vector<std::string> page = lines(read_file(in_repository("docs/forms.md")));
  int commands = 0;
  for (auto line = page.begin(); line != page.end(); ++line) {
    if (line->rfind("```", 0) != 0) continue;
    const std::string info = line->substr(3);
    const auto begin = line + 1;
    line = std::find(begin, page.end(), "```");
    ASSERT_NE(line, page.end()) << info;
    if (const std::size_t space = info.find(' '); space != std::string::npos) {
      std::string text;
      for (auto at = begin; at != line; ++at) text += *at + "\n";
      folder.write(info.substr(space + 1), text);
      continue;
    }
    ASSERT_EQ(info, "console");
    ASSERT_EQ(begin->rfind("$ fubiao ", 0), 0u) << *begin;
    std::istringstream words(begin->substr(9));
    std::vector<std::string> arguments;
    for (std::string word; words >> word;) arguments.push_back(word);
    const ProgramRun run = run_program(arguments, {.folder = folder.path()});
    ++commands;
    const std::vector<std::string> printed = lines(run.status == 0 ? run.out : run.err);
    auto from = printed.begin();
    for (auto piece = begin + 1; piece < line;) {
      const auto end = std::find(piece, line, "…");
      const auto at = std::search(from, printed.end(), piece, end);
      ASSERT_NE(at, printed.end()) << *begin << "\ndoes not print, or not in this order:\n"
                                   << *piece << "\nbut\n"
                                   << run.out << run.err;
      from = at + (end - piece);
      piece = end == line ? end : end + 1;
    }
  }
  EXPECT_GE(commands, 5);
}

}  // namespace
}  // namespace fubiao::tests
