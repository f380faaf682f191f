// The promises of the command line: what is read, where results go, what the exit status says.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "run_program.h"

namespace fubiao::tests {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
using Strings = std::vector<std::string>;

/// Prose is enough for tests of the command line: a report in no known form.
constexpr const char* kProse = "某某县概况\n\n本县地处平原。\n";

std::vector<Json> records(const std::string& out) {
  std::vector<Json> result;
  for (const std::string& line : lines(out)) result.push_back(Json::parse(line));
  return result;
}

Strings paths(const std::string& out) {
  Strings result;
  for (const Json& record : records(out)) result.push_back(record.at("source").at("path"));
  return result;
}

Strings files_below(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) names.insert(entry.path().lexically_relative(folder).native());
  }
  return {names.begin(), names.end()};
}

TEST(Usage, WithoutArgumentsHelpGoesToStandardError) {
  const ProgramRun run = run_program({});
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_NE(run.err.find("fubiao extract report.pdf"), std::string::npos) << run.err;
}

TEST(Usage, HelpNamesEveryCommandAndOption) {
  const ProgramRun top = run_program({"--help"});
  EXPECT_EQ(top.status, 0);
  EXPECT_EQ(top.err, "");
  for (const char* word : {"extract", "tables", "--version", "Exit status", "Examples"}) {
    EXPECT_NE(top.out.find(word), std::string::npos) << word;
  }
  const ProgramRun extract = run_program({"extract", "--help"});
  EXPECT_EQ(extract.status, 0);
  for (const char* word : {"INPUT", "--output", "--files-from", "--null", "--tables", "JSON Lines", "Examples"}) {
    EXPECT_NE(extract.out.find(word), std::string::npos) << word;
  }
  EXPECT_EQ(run_program({"tables", "-h"}).status, 0);
}

TEST(Usage, VersionIsOneLine) {
  const ProgramRun run = run_program({"--version"});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.out.rfind("fubiao ", 0), 0U);
  EXPECT_EQ(lines(run.out).size(), 1U);
}

TEST(Usage, WrongCallsGiveStatusTwoAndOneLine) {
  const std::vector<std::pair<Strings, std::string>> calls = {
      {{"extract", "--bogus", "x.pdf"}, "--bogus"},
      {{"extrakt", "x.pdf"}, "extrakt"},
      {{"extract"}, "no input"},
      {{"extract", "-o"}, "--output"},
      {{"extract", "-0", "x.pdf"}, "--files-from"},
      {{"extract", "-", "-"}, "standard input"},
      {{"extract", "--files-from", "-", "-"}, "standard input"},
      {{"extract", "--files-from", "/nowhere/list"}, "/nowhere/list"},
      {{"tables", "--format", "yaml", "x.pdf"}, "yaml"},
  };
  for (const auto& [arguments, word] : calls) {
    const ProgramRun run = run_program(arguments, {.input = "-\n"});
    EXPECT_EQ(run.status, 2) << word;
    EXPECT_EQ(run.out, "") << word;
    EXPECT_EQ(lines(run.err).size(), 1U) << run.err;
    EXPECT_NE(run.err.find(word), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("--help"), std::string::npos) << run.err;
  }
}

TEST(Outputs, OneFileIsIndented) {
  const TemporaryFolder folder;
  const std::string file = folder.write("a.txt", kProse);
  const ProgramRun run = run_program({"extract", file});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(run.out.rfind("{\n  \"schema\": \"fubiao/report/1\"", 0), 0U) << run.out;
  EXPECT_TRUE(run.out.ends_with("}\n"));
  EXPECT_EQ(Json::parse(run.out).at("source").at("path"), file);
}

TEST(Outputs, StandardInputIsIndentedAndNamedByADash) {
  const ProgramRun run = run_program({"extract", "-"}, {.input = kProse});
  EXPECT_EQ(run.status, 0);
  EXPECT_GT(lines(run.out).size(), 1U);
  EXPECT_EQ(Json::parse(run.out).at("source").at("path"), "-");
}

TEST(Outputs, SourceCarriesTheHashOfTheBytes) {
  const ProgramRun run = run_program({"extract", "-"}, {.input = "abc"});
  const Json source = Json::parse(run.out).at("source");
  // The first example of FIPS 180-4.
  EXPECT_EQ(source.at("sha256"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(source.at("bytes"), 3);
  EXPECT_EQ(source.at("format"), "text");
}

TEST(Outputs, SeveralFilesAreJsonLinesInOrder) {
  const TemporaryFolder folder;
  const std::string b = folder.write("b.txt", kProse);
  const std::string a = folder.write("a.txt", kProse);
  const ProgramRun run = run_program({"extract", b, a});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(paths(run.out), (Strings{b, a}));
}

TEST(Inputs, AFolderGivesItsReportFilesInByteOrder) {
  const TemporaryFolder folder;
  for (const char* name : {"2023/b.TXT", "2023/a.txt", "2023.txt", "Z.Txt", "a.txt", "note.md", ".hidden.txt",
                           ".git/x.txt", "2023/.x.txt", "\xE5\x8E\xBF.txt"}) {
    folder.write(name, kProse);
  }
  fs::create_symlink(folder.path() / "a.txt", folder.path() / "link.txt");
  fs::create_directory_symlink(folder.path() / "2023", folder.path() / "linked");
  // "." is 0x2E and stands before "/", 0x2F.
  const Strings expected = {"in/2023.txt", "in/2023/a.txt", "in/2023/b.TXT", "in/Z.Txt", "in/a.txt", "in/县.txt"};
  const TemporaryFolder work;
  fs::create_directory_symlink(folder.path(), work.path() / "in");  // a link that the user names is followed
  for (const char* argument : {"in", "in/"}) {
    const ProgramRun run = run_program({"extract", argument}, {.folder = work.path()});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(paths(run.out), expected);
  }
}

TEST(Inputs, AFolderWithOneFileIsJsonLines) {
  const TemporaryFolder folder;
  folder.write("only.txt", kProse);
  const ProgramRun run = run_program({"extract", folder.path().native()});
  EXPECT_EQ(lines(run.out).size(), 1U);
}

TEST(Inputs, AFileIsReadWhateverItsName) {
  const TemporaryFolder folder;
  for (const char* name : {"tables", ".hidden", "[a,b]", "-dash", "a b\n.txt", "no-extension"}) {
    folder.write(name, kProse);
    const ProgramRun run = run_program({"extract", "--", name}, {.folder = folder.path()});
    EXPECT_EQ(run.status, 0) << run.err;
    ASSERT_NE(run.out, "") << name;
    EXPECT_EQ(Json::parse(run.out).at("source").at("path"), name);
  }
}

TEST(Inputs, APathThatIsNoUtf8IsOpened) {
  const TemporaryFolder folder;
  const std::string name = "\xB9\xAB\xBF\xAA.txt";  // 公开 in GB18030
  folder.write(name, kProse);
  const ProgramRun run = run_program({"extract", name}, {.folder = folder.path()});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(Json::parse(run.out).at("source").at("path"), "\uFFFD\uFFFD\uFFFD\uFFFD.txt");
}

TEST(Inputs, FilesFromAList) {
  const TemporaryFolder folder;
  folder.write("a.txt", kProse);
  folder.write("b c.txt", kProse);
  folder.write("d/e.txt", kProse);
  const std::string list = folder.write("list", "b c.txt\r\n\nd\na.txt");
  const ProgramRun run = run_program({"extract", "--files-from", "list"}, {.folder = folder.path()});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(paths(run.out), (Strings{"b c.txt", "d/e.txt", "a.txt"}));

  const ProgramRun nul = run_program({"extract", "-0", "--files-from", "-"},
                                     {.input = std::string("b c.txt\0a.txt\0", 14), .folder = folder.path()});
  EXPECT_EQ(paths(nul.out), (Strings{"b c.txt", "a.txt"}));

  const ProgramRun one = run_program({"extract", "--files-from", "-"}, {.input = "a.txt\n", .folder = folder.path()});
  EXPECT_EQ(lines(one.out).size(), 1U) << "a list gives JSON Lines, however short it is";
}

TEST(Inputs, AnEmptyListIsAFailure) {
  const ProgramRun run = run_program({"extract", "--files-from", "-"}, {.input = "\n"});
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(records(run.out).at(0).at("error").at("code"), "empty");
}

TEST(OutputFolder, KeepsThePathBelowAFolder) {
  const TemporaryFolder folder;
  folder.write("reports/2023/a.txt", kProse);
  folder.write("reports/b.txt", kProse);
  folder.write("elsewhere/c.txt", kProse);
  const ProgramRun run = run_program({"extract", "-o", "new/out", "reports", "elsewhere/c.txt", "-"},
                                     {.input = kProse, .folder = folder.path()});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(files_below(folder.path() / "new/out"),
            (Strings{"2023/a.txt.json", "b.txt.json", "c.txt.json", "stdin.json"}));
  const std::string text = read_file(folder.path() / "new/out/2023/a.txt.json");
  EXPECT_EQ(text.rfind("{\n  \"schema\"", 0), 0U);
  EXPECT_EQ(Json::parse(text).at("source").at("path"), "reports/2023/a.txt");
}

TEST(OutputFolder, FailuresAreRecordedThereToo) {
  const TemporaryFolder folder;
  folder.write("a.txt", "");
  fs::create_directories(folder.path() / "none/");
  const ProgramRun run =
      run_program({"extract", "-o", "out", "a.txt", "missing.pdf", "none/"}, {.folder = folder.path()});
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(files_below(folder.path() / "out"), (Strings{"a.txt.json", "missing.pdf.json", "none.json"}));
  EXPECT_EQ(Json::parse(read_file(folder.path() / "out/missing.pdf.json")).at("error").at("code"), "not-found");
}

TEST(OutputFolder, TwoInputsWithOneOutputAreWrongUseBeforeAnythingIsWritten) {
  const TemporaryFolder folder;
  folder.write("2022/report.txt", kProse);
  folder.write("2023/report.txt", kProse);
  folder.write("stdin", kProse);
  folder.write("x/report.txt.json/deep.txt", kProse);
  for (const Strings& inputs :
       {Strings{"2022/report.txt", "2023/report.txt"}, Strings{"2022", "2023"},
        Strings{"2022/report.txt", "2022/report.txt"}, Strings{"stdin", "-"}, Strings{"2022/report.txt", "x"}}) {
    Strings arguments = {"extract", "-o", "out"};
    arguments.insert(arguments.end(), inputs.begin(), inputs.end());
    const ProgramRun run = run_program(arguments, {.input = kProse, .folder = folder.path()});
    EXPECT_EQ(run.status, 2) << inputs.at(0) << " " << inputs.at(1);
    EXPECT_EQ(lines(run.err).size(), 1U) << run.err;
    EXPECT_FALSE(fs::exists(folder.path() / "out"));
  }
}

TEST(OutputFolder, AFileInItsPlaceIsWrongUse) {
  const TemporaryFolder folder;
  folder.write("out", "mine");
  folder.write("a.txt", kProse);
  const ProgramRun run = run_program({"extract", "-o", "out", "a.txt"}, {.folder = folder.path()});
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(read_file(folder.path() / "out"), "mine");
}

TEST(OutputFolder, OneThatCannotBeWrittenDoesNotStopTheOthers) {
  const TemporaryFolder folder;
  folder.write("a.txt", kProse);
  folder.write("b.txt", kProse);
  fs::create_directories(folder.path() / "out/a.txt.json");  // a folder where the file should go
  const ProgramRun run = run_program({"extract", "-o", "out", "a.txt", "b.txt"}, {.folder = folder.path()});
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.err.find("a.txt.json"), std::string::npos) << run.err;
  EXPECT_EQ(files_below(folder.path() / "out"), (Strings{"b.txt.json"})) << "and no temporary file is left";
}

TEST(OutputFolder, FilesGetTheUsualPermissions) {
  const TemporaryFolder folder;
  folder.write("a.txt", kProse);
  run_program({"extract", "-o", "out", "a.txt"}, {.folder = folder.path()});
  struct stat made {};
  struct stat usual {};
  ASSERT_EQ(::stat((folder.path() / "out/a.txt.json").c_str(), &made), 0);
  ASSERT_EQ(::stat((folder.path() / "a.txt").c_str(), &usual), 0);
  EXPECT_EQ(made.st_mode & 0777U, usual.st_mode & 0777U);
}

TEST(Writing, AFullDiskIsSaid) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  const ProgramRun run = run_program({"extract", "-"}, {.input = kProse, .out_file = "/dev/full"});
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.err.find("standard output"), std::string::npos) << run.err;
  EXPECT_EQ(run_program({"--version"}, {.out_file = "/dev/full"}).status, 1);
}

TEST(Writing, AClosedStandardOutputIsSaidAndNoFileTakesItsPlace) {
  const TemporaryFolder folder;
  const std::string file = folder.write("a.txt", kProse);
  const ProgramRun run = run_program({"extract", file}, {.closed = {1}});
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.err.find("standard output"), std::string::npos) << run.err;
  EXPECT_EQ(read_file(file), kProse);

  // With standard error closed, a diagnostic must not land in the first output file that is opened.
  const ProgramRun quiet =
      run_program({"extract", "-o", "out", "missing.pdf"}, {.folder = folder.path(), .closed = {2}});
  EXPECT_EQ(quiet.status, 1);
  EXPECT_EQ(read_file(folder.path() / "out/missing.pdf.json").front(), '{');
}

TEST(Tables, GivesItsOwnSchemaAlsoForAFailure) {
  const ProgramRun run = run_program({"tables", "-", "/nowhere.pdf"}, {.input = "\t甲\t乙\n\n\t1\t2\n\n"});
  EXPECT_EQ(run.status, 1);
  const std::vector<Json> all = records(run.out);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all.at(0).at("schema"), "fubiao/tables/1");
  EXPECT_EQ(all.at(0).at("tables").size(), 1U);
  EXPECT_EQ(all.at(1).at("schema"), "fubiao/tables/1");
  EXPECT_EQ(all.at(1).at("error").at("code"), "not-found");
}

TEST(Tables, GoAlongWithAReportOnlyWhenAskedFor) {
  const std::string text = "\t甲\t乙\n\n\t1\t2\n\n";
  const Json without = Json::parse(run_program({"extract", "-"}, {.input = text}).out);
  const Json with = Json::parse(run_program({"extract", "--tables", "-"}, {.input = text}).out);
  EXPECT_FALSE(without.contains("tables"));
  EXPECT_EQ(with.at("tables").size(), 1U);
}

TEST(Determinism, TheSameFileGivesTheSameBytes) {
  const std::string file = in_repository("corpus/cases/four-renditions/report-wps.pdf");
  const ProgramRun first = run_program({"extract", "--tables", file});
  EXPECT_EQ(first.status, 0) << first.err;
  EXPECT_EQ(first.out, run_program({"extract", "--tables", file}).out);
}

}  // namespace
}  // namespace fubiao::tests
