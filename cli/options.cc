#include "cli/options.h"

#include <algorithm>
#include <CLI/CLI.hpp>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/diagnostics.h"

namespace fubiao {
namespace {

constexpr const char* kProgramFooter = R"(Examples:
  fubiao extract report.pdf                the report as JSON on the screen
  fubiao extract -o out 2023/ 2024/        one JSON file below out/ for each report
  fubiao tables minutes.docx               every table, whatever it holds

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
    "Read documents and print every table as JSON, whatever it holds.\n\n"
    "Cells come with their spans, in reading order; a table that a page break cuts is\n"
    "put together again.";

constexpr const char* kInputFooter = R"(Inputs are read by their content (PDF, DOCX, or the text rendition of a Word
file); the name does not matter. A folder gives its .pdf, .docx and .txt files,
also those in folders below; hidden entries and links are left out.

One file gives indented JSON, anything else JSON Lines: one line for each file,
in order. A file that cannot be read gives a record with "error" instead.)";

constexpr const char* kExtractExamples = R"(

Examples:
  fubiao extract report.pdf
  fubiao extract reports/ > reports.jsonl
  fubiao extract -o out reports/           writes out/2023/a.pdf.json, …
  curl -s URL | fubiao extract -
  find . -name '*.pdf' -print0 | fubiao extract -0 --files-from -)";

constexpr const char* kTablesExamples = R"(

Examples:
  fubiao tables minutes.docx
  fubiao tables -o out papers/)";

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

void unmark(BatchOptions& options) {
  for (std::string& path : options.inputs.paths) unmark(path);
  if (options.inputs.files_from) unmark(*options.inputs.files_from);
  if (options.output_folder) unmark(*options.output_folder);
}

void add_batch_options(CLI::App& command, BatchOptions& options) {
  command.add_option("INPUT", options.inputs.paths, "Files, folders, or - for standard input")->type_name("");
  command.add_option("-o,--output", options.output_folder, "Write one file for each input below this folder")
      ->type_name("DIR");
  command
      .add_option("--files-from", options.inputs.files_from,
                  "Read more inputs from a list, one a line; - for standard input")
      ->type_name("FILE");
  command.add_flag("-0,--null", options.inputs.nul_separated, "The list separates its paths by NUL, not by line");
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
  extract_app->footer(std::string(kInputFooter) + kExtractExamples);

  TablesOptions tables;
  CLI::App* tables_app = app.add_subcommand("tables", kTablesAbout)->group("Commands");
  add_batch_options(*tables_app, tables.batch);
  std::string format;
  tables_app->add_option("--format", format, "How to print them; json is the default and so far the only one")
      ->type_name("FORMAT");
  tables_app->footer(std::string(kInputFooter) + kTablesExamples);

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
    const std::string command = parsed.empty() ? "" : parsed.front()->get_name();
    const std::vector<std::string> unknown = app.remaining(true);
    if (unknown.empty()) return wrong_usage(error.what(), command);
    // CLI11 lists the strangers in no helpful order and calls every one an argument.
    const auto option = std::find_if(unknown.begin(), unknown.end(), [](const auto& u) { return u.starts_with('-'); });
    if (option != unknown.end()) return wrong_usage("unknown option " + *option, command);
    return wrong_usage("unknown command " + unknown.front() + ", the commands are extract and tables", command);
  }

  unmark(extract.batch);
  unmark(tables.batch);
  if (extract_app->parsed()) return extract;
  if (tables_app->parsed()) {
    if (!format.empty() && format != "json")
      return wrong_usage("--format " + format + ": only json is known", "tables");
    return tables;
  }
  return Answer{app.help(), ExitStatus::wrong_usage};
}

}  // namespace fubiao
