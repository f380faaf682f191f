// What `corpus add` writes is a draft: its truth is what the program reads now, so a run does not score it until a
// person has looked at the page and taken "unchecked" out of it.
#include <filesystem>
#include <system_error>

#include "cli/corpus_case.h"
#include "cli/corpus_command.h"
#include "cli/corpus_json.h"
#include "cli/corpus_score.h"
#include "cli/diagnostics.h"
#include "cli/form_files.h"
#include "cli/output.h"
#include "cli/read_input.h"
#include "normalize/json_writer.h"

namespace fubiao {
namespace {

namespace fs = std::filesystem;

/// X.truth.json, fields in the order of the form.
std::string truth_draft(const Report& report, const Outcome& outcome) {
  rapidjson::StringBuffer buffer;
  JsonWriter writer(buffer);
  writer.SetIndent(' ', 1);
  writer.StartObject();
  writer.Key("unchecked");
  writer.Bool(true);
  member(writer, "title", outcome.head.title);
  member(writer, "agency", outcome.head.agency);
  member(writer, "year", outcome.head.year);
  member(writer, "form", outcome.head.form);
  lines(writer, "failing_checks", outcome.failing_checks, [](JsonWriter& inner, const FailingCheck& check) {
    member(inner, "check", check.check);
    member(inner, "expected", check.expected);
    member(inner, "printed", check.printed);
  });
  writer.Key("fields");
  writer.StartObject();
  for (const Field& field : report.fields) member(writer, field.path.c_str(), field.value);
  writer.EndObject();
  writer.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + '\n';
}

std::string case_draft() {
  return object({.indented = true},
                [](JsonWriter& writer) {
                  member(writer, "proves", std::string_view("(say here what this case proves)"));
                  member(writer, "made_by", std::string_view("fubiao corpus add"));
                  writer.Key("switches");
                  writer.StartObject();
                  writer.EndObject();
                }) +
         '\n';
}

}  // namespace

ExitStatus corpus_add_command(const CorpusAddCommand& command) {
  const KnownForms forms(command.forms_folder);
  const fs::path file = command.file;
  const std::string stem = file.stem().native();
  const std::string name = command.name.value_or(stem);
  if (name.empty() || name == "." || name == ".." || name.find('/') != std::string::npos)
    throw WrongUsage("--name \"" + name + "\": is no name of a folder");
  const fs::path folder = fs::path(command.folder) / name;
  std::error_code error;
  if (fs::exists(folder, error)) throw WrongUsage(folder.native() + " is there already: --name gives it another name");

  std::string bytes;
  std::string truth;
  Outcome outcome;
  const Input input{.path = command.file, .output = file.filename()};
  const ReadInput read =
      read_input(input, [&](const Source& source, const SourceInfo& /*info*/, const Document& document) {
        const Layout layout = analyze(document, label_question(*forms));
        const Report report = normalize(document, layout, *forms);
        outcome = outcome_of(report, layout);
        truth = truth_draft(report, outcome);
        bytes = source.bytes;
      });
  if (read.error) {
    // A file that gives no report may be a case too: what is expected of it is its error.
    outcome = {};
    outcome.failure = {std::string(fubiao::name(read.error->code())), read.error->what()};
    try {
      bytes = load(file, command.file).bytes;
    } catch (const Error& unreadable) {
      complain_about(command.file, shown_error(unreadable));
      return ExitStatus::failed;
    }
  }

  const fs::path copy = folder / file.filename();
  const fs::path truth_file = folder / (stem + ".truth.json");
  const fs::path accepted = accepted_file({.path = copy.native(), .output = {}}, std::nullopt);
  std::vector<std::pair<fs::path, std::string>> files = {
      {copy, bytes}, {accepted, accepted_json(outcome)}, {folder / "case.json", case_draft()}};
  if (!read.error) files.emplace_back(truth_file, truth);
  for (const auto& [path, text] : files) {
    const std::string problem = write_file(path, text);
    if (problem.empty()) continue;
    complain_about(path.native(), problem);
    return ExitStatus::failed;
  }
  std::string text = printable(folder.native()) + "\n";
  if (read.error) {
    text += "  The file gives no report (" + outcome.failure->code + "), which is what is expected of it now.\n";
  } else {
    text += "  1. " + printable(truth_file.native()) + " holds what was read: compare each value with the page.\n" +
            "     " + printable(accepted.native()) + " shows its tables as text.\n" +
            "  2. Mend what is wrong, and take the line \"unchecked\" out: until then the case is not scored.\n" +
            "  3. Say in case.json what the case proves.\n";
  }
  Output output({.extension = ".json"}, true);
  return output.give({}, {{text}}) && output.close() ? ExitStatus::ok : ExitStatus::failed;
}

}  // namespace fubiao
