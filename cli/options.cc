#include "cli/options.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/corpus_help.h"
#include "cli/diagnostics.h"

namespace fubiao {
namespace {

constexpr const char* kProgramFooter = R"(Examples:
  fubiao extract report.pdf                the report as JSON on the screen
  fubiao extract -o out 2023/ 2024/        one JSON file below out/ for each report
  fubiao tables --format html minutes.docx > minutes.html
  fubiao check out/                        following years of each agency compared
  fubiao corpus run reports/               scored by their truth

'fubiao COMMAND --help' explains a command.

Exit status: 0 every file gave a result, 1 some file failed (the others are
done all the same), 2 the call is wrong. Diagnostics go to standard error.)";

// The first line alone stands in the list of commands.
constexpr const char* kExtractAbout =
    "Read reports and print their numbers as JSON.\n\n"
    "Each number stands under its canonical field, with the place where it was read,\n"
    "the arithmetic checks of the form, and a finding for whatever was repaired,\n"
    "doubted or left over.";

constexpr const char* kTablesAbout =
    "Read documents and print every table as JSON, CSV, Markdown or HTML.\n\n"
    "Whatever it holds: cells keep their spans, and a table that a page break cuts is\n"
    "put together again.";

constexpr const char* kCheckAbout =
    "Compare following years of each agency over extracted reports.\n\n"
    "What a report leaves over for the next year must be what the next one begins with.\n"
    "Inputs are what fubiao extract wrote.";

constexpr const char* kFormsAbout =
    "List the report forms that extract knows, or print one of them.\n\n"
    "A form is a JSON file that says what a report prints and which canonical field\n"
    "each number is. docs/forms.md teaches how to write one.";

constexpr const char* kFormsFooter = R"(
--forms DIR adds your own forms, here as in extract: each file DIR/NAME.json is one.
A form with the name of a bundled one takes its place. What is wrong with a form
is said with its file and line, and the exit status is then 2.

Examples:
  fubiao forms                             every form: name, fields, where from, title
  fubiao forms ogi-2021 > my-forms/mine.json    a form to begin with
  fubiao forms --forms my-forms            checks them
  fubiao forms --fields ogi-2021           its fields with their printed labels)";

constexpr const char* kInputs = R"(Inputs are read by their content (PDF, DOCX, or the text rendition of a Word
file); the name does not matter. A folder gives its .pdf, .docx and .txt files,
also those in folders below; hidden entries and links are left out.
)";

constexpr const char* kExtractFooter = R"(
One file gives indented JSON, anything else JSON Lines: one line for each file,
in order. A file that cannot be read gives a record with "error" instead.

Examples:
  fubiao extract report.pdf
  fubiao extract reports/ > reports.jsonl
  fubiao extract -o out reports/           writes out/2023/a.pdf.json, …
  curl -s URL | fubiao extract -
  find . -name '*.pdf' -print0 | fubiao extract -0 --files-from -)";

constexpr const char* kTablesFooter = R"(
Formats
  json      Cells with their spans and places. One file gives indented JSON,
            anything else JSON Lines. DIR/a.pdf.json
  csv       With -o, each table is a file: DIR/a.pdf.0.csv, DIR/a.pdf.1.csv, …
            (with a byte order mark, for Excel). Without, the tables of one input,
            an empty line between them. RFC 4180; values stand as printed, also
            those that begin with = + - @.
  markdown  Pipe tables as on GitHub, the first row as header, below the name of
            the document, the place of the table and its caption. DIR/a.pdf.md
  html      One page with captions and merged cells. DIR/a.pdf.html
The numbers of tables (csv, markdown, html) are the "table" of the reports that
extract gives: from 0, whatever --pages leaves out.

--pages gives whole the tables that have a part on one of these pages. A DOCX or
text file has no pages, so it gives none. Standard error names each file that
lacks a page asked for.

A file that cannot be read gives a record with its error; in csv it gives nothing
but the line on standard error and exit status 1.

Examples:
  fubiao tables minutes.docx
  fubiao tables --format csv --pages 3 report.pdf > page-3.csv
  fubiao tables --format csv --spans repeat -o out papers/
  fubiao tables --format html papers/ > papers.html)";

constexpr const char* kCheckFooter = R"(A folder gives its .json, .jsonl and .ndjson files, also those in folders below;
hidden entries and links are left out.

text prints one line for each
  break     a number of one year that is not the number of the next
  conflict  reports of one agency and year that differ in such a number
  gap       years without a report between two that have one
  unplaced  a report without agency or year
and a summary as the last line; files that are no reports stand on standard error.
json (schema fubiao/check/1) has all of it, and each pair of years compared.

Exit status: 0 no break; 1 some break, or some file that is no report (the others
are compared all the same); 2 the call is wrong.

Examples:
  fubiao extract -o out reports/; fubiao check out/
  fubiao extract reports/ | fubiao check -)";

/// CLI11 takes an argument of the form [a,b] for a list of values. It is a file name like any other: a mark that no
/// path can end with by chance hides the bracket while CLI11 looks.
constexpr std::string_view kMark = "\x01[";

std::string marked(std::string argument) {
  if (argument.starts_with('[') && argument.ends_with(']')) argument += kMark;
  return argument;
}

void unmark(std::string& argument) {
  if (argument.ends_with(kMark)) argument.resize(argument.size() - kMark.size());
}

void unmark(InputArguments& inputs) {
  for (std::string& path : inputs.paths) unmark(path);
  if (inputs.files_from) unmark(*inputs.files_from);
}

void unmark(BatchOptions& options) {
  unmark(options.inputs);
  if (options.output_folder) unmark(*options.output_folder);
  if (options.forms_folder) unmark(*options.forms_folder);
}

void add_forms_option(CLI::App& command, std::optional<std::string>& folder) {
  command.add_option("--forms", folder, "Know your own forms too: the .json files in this folder")->type_name("DIR");
}

void add_input_options(CLI::App& command, InputArguments& inputs) {
  command.add_option("INPUT", inputs.paths, "Files, folders, or - for standard input")->type_name("");
  command
      .add_option("--files-from", inputs.files_from, "Read more inputs from a list, one a line; - for standard input")
      ->type_name("FILE");
  command.add_flag("-0,--null", inputs.nul_separated, "The list separates its paths by NUL, not by line");
}

void add_batch_options(CLI::App& command, BatchOptions& options) {
  add_input_options(command, options.inputs);
  command.add_option("-o,--output", options.output_folder, "Write one file for each input below this folder")
      ->type_name("DIR");
  add_forms_option(command, options.forms_folder);
}

constexpr std::array<std::pair<std::string_view, TablesFormat>, 4> kFormats = {{{"json", TablesFormat::json},
                                                                                {"csv", TablesFormat::csv},
                                                                                {"markdown", TablesFormat::markdown},
                                                                                {"html", TablesFormat::html}}};
constexpr std::array<std::pair<std::string_view, SpanText>, 2> kSpans = {
    {{"blank", SpanText::blank}, {"repeat", SpanText::repeat}}};

constexpr std::array<std::pair<std::string_view, CheckFormat>, 2> kCheckFormats = {
    {{"text", CheckFormat::text}, {"json", CheckFormat::json}}};

/// The value of an option that knows a few words. Throws WrongUsage for any other.
template <class Words>
auto one_of(const Words& words, std::string_view option, const std::string& given) {
  std::string known;
  for (const auto& [word, value] : words) {
    if (word == given) return value;
    known += (known.empty() ? "" : ", ") + std::string(word);
  }
  throw WrongUsage(std::string(option) + " \"" + given + "\": not one of " + known);
}

/// The options of tables that take a value, as they were written.
struct TablesWords {
  std::optional<std::string> format;
  std::optional<std::string> pages;
  std::optional<std::string> spans;
};

void add_tables_options(CLI::App& command, TablesWords& words) {
  command.add_option("--format", words.format, "json (default), csv, markdown or html")->type_name("FORMAT");
  command.add_option("--pages", words.pages, "Only tables on these pages, from 1: 2,4-6")->type_name("PAGES");
  command
      .add_option("--spans", words.spans,
                  "csv, markdown: the positions of a merged cell after its first are\n"
                  "blank (default), or repeat its text")
      ->type_name("HOW");
}

/// Throws WrongUsage.
void understand(TablesWords words, TablesOptions& options) {
  for (std::optional<std::string>* word : {&words.format, &words.pages, &words.spans}) {
    if (*word) unmark(**word);
  }
  if (words.format) options.format = one_of(kFormats, "--format", *words.format);
  if (words.pages) {
    try {
      options.pages = parse_page_list(*words.pages);
    } catch (const WrongUsage& wrong) {
      throw WrongUsage("--pages \"" + *words.pages + "\": " + wrong.what());
    }
  }
  if (!words.spans) return;
  options.spans = one_of(kSpans, "--spans", *words.spans);
  if (options.format != TablesFormat::csv && options.format != TablesFormat::markdown)
    throw WrongUsage("--spans belongs to --format csv and markdown: the others have merged cells");
}

// ---- corpus ---------------------------------------------------------------------------------------------------

/// The commands of `fubiao corpus` with what was written.
struct CorpusCommands {
  CLI::App* group = nullptr;
  CLI::App* run_app = nullptr;
  CLI::App* accept_app = nullptr;
  CLI::App* add_app = nullptr;
  CLI::App* diff_app = nullptr;
  CorpusRunCommand run;
  CorpusAcceptCommand accept;
  CorpusAddCommand add;
  CorpusDiffCommand diff;
  int timeout = 60;
  bool quiet = false;
};

void add_corpus_run_options(CLI::App& app, CorpusRunOptions& options, CorpusCommands& commands) {
  add_input_options(app, options.inputs);
  app.get_option("INPUT")->description("Folders and files");
  add_forms_option(app, options.forms_folder);
  app.add_option("--accepted", options.accepted_folder, "Accepted results are kept below this folder, not beside")
      ->type_name("DIR");
  app.add_option("-j,--jobs", options.jobs, "Reports read at a time (default: the cores of the machine)")
      ->type_name("N")
      ->check(CLI::Range(1, 1024).description(""));
  app.add_option("--timeout", commands.timeout, "Seconds for one report (default: 60)")
      ->type_name("SECONDS")
      ->check(CLI::Range(1, 86400).description(""));
  app.add_flag("-q,--quiet", commands.quiet, "No progress on standard error");
}

void add_corpus(CLI::App& app, CorpusCommands& commands) {
  commands.group = app.add_subcommand("corpus", kCorpusAbout)->group("Commands");
  commands.group->require_subcommand(0, 1);
  commands.group->footer(kCorpusFooter);
  const auto command = [&](const char* name, const char* about) {
    return commands.group->add_subcommand(name, about)->group("Commands");
  };
  CorpusRunCommand& run = commands.run;
  commands.run_app = command("run", kCorpusRunAbout);
  add_corpus_run_options(*commands.run_app, run.run, commands);
  commands.run_app->add_flag("--strict", run.strict, "Any change fails, not only one for the worse");
  commands.run_app->add_option("--report", run.report, "Write a page with the failing fields to look at")
      ->type_name("FILE.html");
  commands.run_app->add_option("--junit", run.junit, "Write JUnit XML, for CI systems")->type_name("FILE.xml");
  commands.run_app->add_flag("--json", run.json, "JSON Lines: one for each case, one for the run");
  commands.run_app->add_option("--lines", run.lines, "Lines shown of each case (default: 12)")->type_name("N");
  commands.run_app->footer(kCorpusRunFooter);

  commands.accept_app = command("accept", kCorpusAcceptAbout);
  add_corpus_run_options(*commands.accept_app, commands.accept.run, commands);
  commands.accept_app->add_flag("--yes", commands.accept.yes, "Do not ask");

  CorpusAddCommand& add = commands.add;
  commands.add_app = command("add", kCorpusAddAbout);
  commands.add_app->add_option("FILE", add.file, "The report")->required()->type_name("");
  commands.add_app->add_option("--to", add.folder, "The corpus, a folder")->required()->type_name("DIR");
  commands.add_app->add_option("--name", add.name, "Name of the case, a folder in it (default: the name of the file)")
      ->type_name("NAME");
  add_forms_option(*commands.add_app, add.forms_folder);

  CorpusDiffCommand& diff = commands.diff;
  commands.diff_app = command("diff", kCorpusDiffAbout);
  commands.diff_app->add_option("A", diff.before, "The earlier one")->required()->type_name("");
  commands.diff_app->add_option("B", diff.after, "The later one")->required()->type_name("");
  commands.diff_app->add_flag("--json", diff.json, "JSON Lines: one for each report that differs, one for all");
  commands.diff_app->footer(kCorpusDiffFooter);
}

void unmark_corpus(CorpusRunOptions& options) {
  unmark(options.inputs);
  for (std::optional<std::string>* word : {&options.forms_folder, &options.accepted_folder}) {
    if (*word) unmark(**word);
  }
}

/// What was asked for; nullopt: no command of it.
std::optional<Request> corpus_request(CorpusCommands& commands) {
  for (CorpusRunOptions* options : {&commands.run.run, &commands.accept.run}) {
    unmark_corpus(*options);
    options->time_limit = std::chrono::seconds(commands.timeout);
    if (commands.quiet) options->progress = Progress::Where::nowhere;
  }
  for (std::optional<std::string>* word :
       {&commands.run.report, &commands.run.junit, &commands.add.name, &commands.add.forms_folder}) {
    if (*word) unmark(**word);
  }
  for (std::string* word : {&commands.add.file, &commands.add.folder, &commands.diff.before, &commands.diff.after})
    unmark(*word);
  if (commands.run_app->parsed()) return commands.run;
  if (commands.accept_app->parsed()) return commands.accept;
  if (commands.add_app->parsed()) return commands.add;
  if (commands.diff_app->parsed()) return commands.diff;
  return std::nullopt;
}

/// CLI11's layout of the help, with air before the usage and one line for each command.
class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter() {
    column_width(26);
    label("SUBCOMMAND", "COMMAND");
    label("Positionals", "Inputs");
  }
  std::string make_usage(const CLI::App* app, std::string name) const override {
    return "\n" + CLI::Formatter::make_usage(app, std::move(name));
  }
  std::string make_subcommand(const CLI::App* command) const override {
    const std::string about = command->get_description();
    std::ostringstream out;
    CLI::detail::format_help(out, command->get_name(), about.substr(0, about.find('\n')), get_column_width());
    return out.str();
  }
};

/// One line on what is wrong, and where to read on.
Answer wrong_usage(std::string problem, std::string_view command) {
  for (std::size_t at = problem.find(kMark); at != std::string::npos; at = problem.find(kMark)) {
    problem.erase(at, kMark.size());
  }
  std::string text = "fubiao: " + printable(problem) + " (see 'fubiao";
  if (!command.empty()) text.append(" ").append(command);
  return {text + " --help')\n", ExitStatus::wrong_usage};
}

}  // namespace

Request parse_command_line(int argc, const char* const* argv) {
  CLI::App app(
      "fubiao reads published Chinese report files, restores their broken tables and\n"
      "gives their numbers as JSON, each under a canonical field name.",
      "fubiao");
  app.set_version_flag("--version", "fubiao " FUBIAO_VERSION, "Print the version and exit");
  app.set_help_flag("-h,--help", "Print this help and exit");
  app.footer(kProgramFooter);
  app.require_subcommand(0, 1);
  app.formatter(std::make_shared<HelpFormatter>());

  ExtractOptions extract;
  CLI::App* extract_app = app.add_subcommand("extract", kExtractAbout)->group("Commands");
  add_batch_options(*extract_app, extract.batch);
  extract_app->add_flag("--tables", extract.tables, "Add every table of the document to its report");
  extract_app->footer(std::string(kInputs) + kExtractFooter);

  TablesOptions tables;
  CLI::App* tables_app = app.add_subcommand("tables", kTablesAbout)->group("Commands");
  add_batch_options(*tables_app, tables.batch);
  TablesWords words;
  add_tables_options(*tables_app, words);
  tables_app->footer(std::string(kInputs) + kTablesFooter);

  CheckOptions check;
  CLI::App* check_app = app.add_subcommand("check", kCheckAbout)->group("Commands");
  add_input_options(*check_app, check.inputs);
  std::optional<std::string> check_format;
  check_app->add_option("--format", check_format, "text (default) or json")->type_name("FORMAT");
  add_forms_option(*check_app, check.forms_folder);
  check_app->footer(kCheckFooter);

  CorpusCommands corpus;
  add_corpus(app, corpus);

  FormsOptions forms;
  CLI::App* forms_app = app.add_subcommand("forms", kFormsAbout)->group("Commands");
  forms_app->add_option("NAME", forms.name, "Print this form; without it, list them all")->type_name("");
  add_forms_option(*forms_app, forms.folder);
  forms_app->add_flag("--fields", forms.fields, "Print fields and their labels as JSON, of NAME or of all");
  forms_app->footer(kFormsFooter);

  std::vector<std::string> arguments;
  for (int i = argc - 1; i > 0; --i) arguments.push_back(marked(argv[i]));  // CLI11 wants them reversed
  try {
    app.parse(std::move(arguments));
  } catch (const CLI::CallForHelp&) {
    return Answer{app.help(), ExitStatus::ok};
  } catch (const CLI::CallForVersion&) {
    return Answer{"fubiao " FUBIAO_VERSION "\n", ExitStatus::ok};
  } catch (const CLI::ParseError& error) {
    const auto parsed = app.get_subcommands();
    std::string command = parsed.empty() ? "" : parsed.front()->get_name();
    for (const CLI::App* below : corpus.group->get_subcommands()) command += " " + below->get_name();
    const std::vector<std::string> unknown = app.remaining(true);
    if (unknown.empty()) return wrong_usage(error.what(), command);
    // CLI11 lists the strangers in no helpful order and calls every one an argument.
    const auto option = std::find_if(unknown.begin(), unknown.end(), [](const auto& u) { return u.starts_with('-'); });
    if (option != unknown.end()) return wrong_usage("unknown option " + *option, command);
    const bool of_corpus = corpus.group->parsed();
    return wrong_usage(
        "unknown command " + unknown.front() + ", the commands " +
            (of_corpus ? "of corpus are run, accept, add and diff" : "are extract, tables, forms, check and corpus"),
        command);
  }

  unmark(extract.batch);
  unmark(tables.batch);
  unmark(check.inputs);
  if (extract_app->parsed()) return extract;
  if (tables_app->parsed()) {
    try {
      understand(std::move(words), tables);
    } catch (const WrongUsage& wrong) {
      return wrong_usage(wrong.what(), "tables");
    }
    return tables;
  }
  if (check_app->parsed()) {
    try {
      if (check_format) unmark(*check_format);
      if (check.forms_folder) unmark(*check.forms_folder);
      if (check_format) check.format = one_of(kCheckFormats, "--format", *check_format);
    } catch (const WrongUsage& wrong) {
      return wrong_usage(wrong.what(), "check");
    }
    return check;
  }
  if (corpus.group->parsed()) {
    if (std::optional<Request> request = corpus_request(corpus)) return std::move(*request);
    return Answer{corpus.group->help(), ExitStatus::wrong_usage};
  }
  if (forms_app->parsed()) {
    for (std::optional<std::string>* word : {&forms.name, &forms.folder}) {
      if (*word) unmark(**word);
    }
    return forms;
  }
  return Answer{app.help(), ExitStatus::wrong_usage};
}

}  // namespace fubiao
