// The promises of `fubiao tables` in its formats, through the program: what is given, where, and what is said.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "cli/output.h"
#include "make_docx.h"
#include "read_tables.h"
#include "run_program.h"

namespace fubiao::tests {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using Strings = std::vector<std::string>;

/// The text rendition of a table of two columns, a paragraph, a table of three columns.
constexpr const char* kTwoTables =
    "\t甲\n\t乙\n\n\t1\n\t2\n\n\n这里是一段文字，不属于任何表格。\n\t丙\n\t丁\n\t戊\n\n\t3\n\t4\n\t5\n\n\n";

const std::string& report_pdf() {
  static const std::string path = in_repository("corpus/cases/plain-2021/report.pdf");
  return path;
}

ProgramRun tables(Strings arguments, const ProgramSetting& setting = {}) {
  arguments.insert(arguments.begin(), "tables");
  return run_program(arguments, setting);
}

Strings files_in(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) names.insert(entry.path().lexically_relative(folder).native());
  }
  return {names.begin(), names.end()};
}

/// The matrices of `fubiao tables --format json`, from the cells and their spans.
std::vector<Matrix> matrices(const Json& record, SpanText spans) {
  std::vector<Matrix> all;
  for (const Json& entry : record.at("tables")) {
    Table table;
    table.rows = entry.at("rows");
    table.columns = entry.at("columns");
    for (const Json& from : entry.at("cells")) {
      Cell cell;
      cell.row = from.at("row");
      cell.column = from.at("col");
      cell.row_span = from.at("row_span");
      cell.column_span = from.at("col_span");
      cell.text = from.at("text");
      table.cells.push_back(cell);
    }
    all.push_back(matrix_of(table, spans));
  }
  return all;
}

std::string escaped_for_xml(const std::string& text) {
  std::string xml;
  for (const char c : text) xml += c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : std::string(1, c);
  return xml;
}

/// A Word file with hostile_table().
std::string hostile_docx() {
  std::string rows = test::row(test::cell("甲") + test::cell("乙") + test::cell("丙"));
  for (const std::string& text : hostile_texts()) {
    const std::string run = escaped_for_xml(text);
    rows += test::row(test::cell(run) + test::cell("x" + run, "<w:gridSpan w:val=\"2\"/>"));
  }
  return test::make_docx(test::table(3, rows));
}

TEST(TablesFormats, AllSayTheSame) {
  const TemporaryFolder folder;
  for (const std::string& file :
       {report_pdf(), in_repository("corpus/cases/four-renditions/report.docx"),
        in_repository("corpus/cases/four-renditions/report.txt"), folder.write("hostile.docx", hostile_docx())}) {
    const Json record = Json::parse(tables({file}).out);
    ASSERT_FALSE(record.at("tables").empty()) << file;
    EXPECT_EQ(read_csv(tables({"--format", "csv", file}).out), matrices(record, SpanText::blank)) << file;
    EXPECT_EQ(read_csv(tables({"--format", "csv", "--spans", "repeat", file}).out), matrices(record, SpanText::repeat))
        << file;
    EXPECT_EQ(read_html(tables({"--format", "html", file}).out), matrices(record, SpanText::repeat)) << file;
  }
}

TEST(TablesFormats, HostileCellsArriveAsTheyWerePrinted) {
  const std::vector<Matrix> read = read_csv(tables({"--format", "csv", "-"}, {.input = hostile_docx()}).out);
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(read.front(), matrix_of(hostile_table(), SpanText::blank));
}

TEST(TablesFormats, JsonIsTheDefault) {
  const ProgramRun plain = tables({report_pdf()});
  EXPECT_EQ(plain.out, tables({"--format", "json", report_pdf()}).out);
  EXPECT_EQ(Json::parse(plain.out).at("schema"), "fubiao/tables/1");
}

TEST(TablesFormats, MarkdownHasAHeadingForEachFile) {
  const TemporaryFolder folder;
  folder.write("a.txt", kTwoTables);
  folder.write("b.txt", "只有文字。\n");
  const ProgramRun run = tables({"--format", "markdown", "a.txt", "none.pdf", "b.txt"}, {.folder = folder.path()});
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(lines(run.err).size(), 1U) << run.err;
  EXPECT_EQ(run.out,
            "# a.txt\n\n"
            "## Table 0\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n\n"
            "## Table 1\n\n| 丙 | 丁 | 戊 |\n| --- | --- | --- |\n| 3 | 4 | 5 |\n"
            "\n# none.pdf\n\nError: there is no such file (not-found)\n"
            "\n# b.txt\n\nNo tables to show.\n");
}

TEST(TablesFormats, HtmlIsOnePageForAll) {
  const TemporaryFolder folder;
  folder.write("a.txt", kTwoTables);
  folder.write("b.txt", kTwoTables);
  const ProgramRun run = tables({"--format", "html", "none.pdf", "a.txt", "b.txt"}, {.folder = folder.path()});
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(run.out.rfind("<!DOCTYPE html>", 0), 0U);
  EXPECT_EQ(run.out.find("<!DOCTYPE", 1), std::string::npos) << "one head";
  EXPECT_NE(run.out.find("there is no such file (not-found)"), std::string::npos);
  EXPECT_EQ(read_html(run.out).size(), 4U);
  EXPECT_NE(tables({"--format", "html", "a.txt"}, {.folder = folder.path()}).out.find("<title>a.txt</title>"),
            std::string::npos);
}

TEST(TablesFormats, CsvOnStandardOutputHasAnEmptyLineBetweenTables) {
  const ProgramRun run = tables({"--format", "csv", "-"}, {.input = kTwoTables});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(run.out, "甲,乙\r\n1,2\r\n\r\n丙,丁,戊\r\n3,4,5\r\n");
  EXPECT_EQ(run.err, "");
}

TEST(TablesFormats, CsvOfSeveralInputsNeedsAFolder) {
  const TemporaryFolder folder;
  folder.write("in/a.txt", kTwoTables);
  EXPECT_EQ(tables({"--format", "csv", "in"}, {.folder = folder.path()}).status, 0) << "a folder with one file";
  folder.write("in/b.txt", kTwoTables);
  const ProgramRun run = tables({"--format", "csv", "in"}, {.folder = folder.path()});
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_NE(run.err.find("-o"), std::string::npos) << run.err;
}

TEST(TablesFormats, AFailureInCsvIsNothingButTheDiagnostic) {
  const TemporaryFolder folder;
  const ProgramRun one = tables({"--format", "csv", "none.pdf"}, {.folder = folder.path()});
  EXPECT_EQ(one.status, 1);
  EXPECT_EQ(one.out, "");
  EXPECT_EQ(one.err, "fubiao: none.pdf: there is no such file (not-found)\n");

  folder.write("a.txt", kTwoTables);
  const ProgramRun two = tables({"--format", "csv", "-o", "out", "none.pdf", "a.txt"}, {.folder = folder.path()});
  EXPECT_EQ(two.status, 1);
  EXPECT_EQ(files_in(folder.path() / "out"), (Strings{"a.txt.0.csv", "a.txt.1.csv"}));
}

TEST(TablesFormats, FilesAreNamedAfterTheFormat) {
  const TemporaryFolder folder;
  folder.write("in/2023/a.txt", kTwoTables);
  for (const char* format : {"json", "csv", "markdown", "html"}) {
    const ProgramRun run = tables({"--format", format, "-o", "out", "in", "-", "none.pdf"},
                                  {.input = kTwoTables, .folder = folder.path()});
    EXPECT_EQ(run.status, 1) << run.err;
    EXPECT_EQ(run.out, "");
  }
  EXPECT_EQ(files_in(folder.path() / "out"),
            (Strings{"2023/a.txt.0.csv", "2023/a.txt.1.csv", "2023/a.txt.html", "2023/a.txt.json", "2023/a.txt.md",
                     "none.pdf.html", "none.pdf.json", "none.pdf.md", "stdin.0.csv", "stdin.1.csv", "stdin.html",
                     "stdin.json", "stdin.md"}));
  EXPECT_EQ(read_file(folder.path() / "out/2023/a.txt.1.csv"), "\xEF\xBB\xBF丙,丁,戊\r\n3,4,5\r\n") << "for Excel";
  EXPECT_EQ(read_html(read_file(folder.path() / "out/2023/a.txt.html")).size(), 2U) << "a page of its own";
}

TEST(TablesFormats, ClashingNamesAreSaidBeforeAnythingIsWritten) {
  const TemporaryFolder folder;
  for (const char* name : {"x/a.txt", "y/a.txt", "z/a.txt.3.csv/deep.txt", "z/a.txt.csv/deep.txt", "v/a.txt.md/b.txt"})
    folder.write(name, kTwoTables);
  const auto run = [&](const std::string& format, const std::string& first, const std::string& second) {
    fs::remove_all(folder.path() / "out");
    ProgramRun result = tables({"--format", format, "-o", "out", first, second}, {.folder = folder.path()});
    EXPECT_EQ(fs::exists(folder.path() / "out"), result.status != 2);
    return result;
  };
  EXPECT_EQ(run("csv", "x", "y").status, 2);
  EXPECT_NE(run("csv", "x", "y").err.find("a.txt.N.csv"), std::string::npos);
  EXPECT_EQ(run("csv", "x", "z").status, 2) << "a.txt.3.csv may be a table and is a folder";
  EXPECT_EQ(run("markdown", "x", "z").status, 0);
  EXPECT_EQ(run("markdown", "x", "v").status, 2);
  EXPECT_EQ(run("csv", "x", "v").status, 0);
  fs::remove_all(folder.path() / "z/a.txt.3.csv");
  EXPECT_EQ(run("csv", "x", "z").status, 0) << "a.txt.csv is no name of a table";
}

std::string without_white_space(const std::string& text) {
  std::string rest;
  for (const char c : text) {
    if (c != ' ' && c != '\n') rest += c;
  }
  return rest;
}

TEST(TablesFormats, CsvFilesAreNumberedAsAReportNumbersItsTables) {
  const TemporaryFolder folder;
  tables({"--format", "csv", "--spans", "repeat", "-o", folder.path().native(), report_pdf()});
  std::vector<Matrix> files;
  for (const std::string& name : files_in(folder.path()))
    files.push_back(read_csv(read_file(folder.path() / name).substr(3)).at(0));
  const Json report = Json::parse(run_program({"extract", report_pdf()}).out);
  int compared = 0;
  for (const Json& cell : report.at("cells")) {
    const std::string& text = files.at(cell.at("table")).at(cell.at("row")).at(cell.at("column"));
    EXPECT_EQ(without_white_space(text), without_white_space(cell.at("text"))) << cell;
    ++compared;
  }
  EXPECT_GT(compared, 150);
}

TEST(OutputShape, KnowsWhichInputMayGiveAFile) {
  const OutputShape csv = {.extension = ".csv", .numbered = true};
  EXPECT_EQ(csv.file_name("a.pdf", 12), "a.pdf.12.csv");
  EXPECT_EQ(csv.input_of("d/a.pdf.12.csv"), "d/a.pdf");
  for (const char* other : {"a.pdf", "a.pdf.csv", "a.pdf.12.md", "a.pdf.x.csv", "a.pdf12.csv", "12.csv", ".csv"}) {
    EXPECT_EQ(csv.input_of(other), std::nullopt) << other;
  }
  const OutputShape html = {.extension = ".html"};
  EXPECT_EQ(html.file_name("a.pdf", 12), "a.pdf.html");
  EXPECT_EQ(html.input_of("a.pdf.html"), "a.pdf");
  EXPECT_EQ(html.input_of("a.pdf"), std::nullopt);
}

// The report has tables on page 3, on pages 3 to 5, and on page 5.
TEST(TablesPages, GiveWholeTablesUnderTheirPagesAndNumbers) {
  const Json all = Json::parse(tables({report_pdf()}).out);
  ASSERT_EQ(all.at("tables").size(), 3U);
  ASSERT_EQ(all.at("tables")[1].at("pages"), Json({3, 4, 5}));
  const Json four = Json::parse(tables({"--pages", "4", report_pdf()}).out);
  EXPECT_EQ(four.at("tables"), Json::array({all.at("tables")[1]}))
      << "as in the whole list, with the page it begins on";
  EXPECT_EQ(four.at("source"), all.at("source"));

  const ProgramRun late = tables({"--pages", "4-5", "--format", "markdown", report_pdf()});
  EXPECT_EQ(late.out.find("## Table 0"), std::string::npos);
  EXPECT_NE(late.out.find("## Table 1, pages 3–5: "), std::string::npos) << late.out;
  EXPECT_NE(late.out.find("## Table 2, page 5: "), std::string::npos) << late.out;

  const TemporaryFolder folder;
  EXPECT_EQ(tables({"--pages", "4-6", "--format", "csv", "-o", folder.path().native(), report_pdf()}).status, 0);
  EXPECT_EQ(files_in(folder.path()), (Strings{"report.pdf.1.csv", "report.pdf.2.csv"}));
}

TEST(TablesPages, APageWithoutTablesGivesNoneAndNoWord) {
  const ProgramRun run = tables({"--pages", "1-2,6", report_pdf()});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.err, "");
  EXPECT_TRUE(Json::parse(run.out).at("tables").empty());
}

TEST(TablesPages, PagesThatAreNotThereAreSaid) {
  const ProgramRun run = tables({"--pages", "7,3-9,8-9", report_pdf()});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.err, "fubiao: " + report_pdf() + ": --pages 7,8-9: it has 6 pages\n");
  EXPECT_EQ(Json::parse(run.out).at("tables").size(), 3U);
}

TEST(TablesPages, ADocumentWithoutPagesGivesNoneAndSaysWhy) {
  const ProgramRun run = tables({"--pages", "1", "-"}, {.input = kTwoTables});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(lines(run.err).size(), 1U);
  EXPECT_NE(run.err.find("no pages"), std::string::npos) << run.err;
  EXPECT_TRUE(Json::parse(run.out).at("tables").empty());
}

TEST(TablesUsage, WrongOptionsGiveStatusTwoAndOneLine) {
  const std::vector<std::pair<Strings, std::string>> calls = {
      {{"--format", "yaml"}, "json, csv, markdown, html"},
      {{"--format", ""}, "--format"},
      {{"--format", "csv", "--spans", "none"}, "blank, repeat"},
      {{"--spans", "repeat"}, "csv and markdown"},
      {{"--format", "html", "--spans", "blank"}, "csv and markdown"},
      {{"--pages", "0"}, "from 1"},
      {{"--pages", "5-2"}, "backwards"},
      {{"--pages", "a"}, "\"a\""},
      {{"--pages", "[2]"}, "\"[2]\""},
      {{"--pages", ""}, "no page"},
      {{"--pages", "1", "--pages", "2"}, "--pages"},
  };
  for (auto [arguments, word] : calls) {
    arguments.push_back("-");
    const ProgramRun run = tables(arguments, {.input = kTwoTables});
    EXPECT_EQ(run.status, 2) << word;
    EXPECT_EQ(run.out, "") << word;
    EXPECT_EQ(lines(run.err).size(), 1U) << run.err;
    EXPECT_NE(run.err.find(word), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("fubiao tables --help"), std::string::npos) << run.err;
  }
}

TEST(TablesUsage, HelpExplainsFormatsAndOptions) {
  const std::string help = tables({"--help"}).out;
  for (const char* word : {"json", "csv", "markdown", "html", "--pages", "2,4-6", "--spans", "repeat", "no pages",
                           "a.pdf.0.csv", ".md", "byte order mark", "exit status 1"}) {
    EXPECT_NE(help.find(word), std::string::npos) << word;
  }
  for (const std::string& line : lines(help)) EXPECT_LE(line.size(), 92U) << line;
}

}  // namespace
}  // namespace fubiao::tests
