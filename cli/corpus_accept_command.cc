// Accepting is for a person at a terminal: it shows what would become the expected result before anything is written.
// The cases that are new or changed are read twice, once to show them and once to write them, so that nothing has to be
// kept in memory between: the same file gives the same result.
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "cli/corpus_case.h"
#include "cli/corpus_command.h"
#include "cli/corpus_json.h"
#include "cli/corpus_text.h"
#include "cli/diagnostics.h"
#include "cli/output.h"

namespace fubiao {
namespace {

/// True where the last answer on standard input begins with y.
bool asked(const std::string& question) {
  static_cast<void>(write_all(STDERR_FILENO, question + " [y/N] "));
  std::array<char, 256> answer{};
  const ssize_t count = ::read(STDIN_FILENO, answer.data(), answer.size());
  return count > 0 && (answer[0] == 'y' || answer[0] == 'Y');
}

std::string fresh_text(const CaseResult& result) {
  const Outcome& outcome = result.outcome;
  std::string text = "    fresh  ";
  if (outcome.failure) return text + "gives the error " + outcome.failure->code + '\n';
  return text + outcome.head.form.value_or("no form") + ", " + std::to_string(outcome.fields.size()) + " fields, " +
         std::to_string(outcome.failing_checks.size()) + " failing checks, " + std::to_string(outcome.findings.size()) +
         " findings, " + std::to_string(outcome.tables.size()) + " tables\n";
}

/// What is accepted, as text: all of it, however long.
std::string accepting_text(const CaseResult& result) {
  std::string text = case_text(result, static_cast<std::size_t>(-1));
  if (text.empty()) text = printable(result.path) + '\n';
  if (result.verdict == Verdict::fresh) text += fresh_text(result);
  return text;
}

std::string counted(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + ' ' + (count == 1 ? one : many);
}

}  // namespace

ExitStatus corpus_accept_command(const CorpusAcceptCommand& command) {
  if (const char* ci = std::getenv("CI"); ci != nullptr && *ci != '\0')
    throw WrongUsage("accept is refused where CI is set: a person has to look at what becomes the expected result");
  const bool ask = !command.yes;
  if (ask && ::isatty(STDIN_FILENO) != 1)
    throw WrongUsage("accept asks before it writes, and standard input is no terminal: --yes accepts without asking");

  Output output({.extension = ".json"}, false);
  InputArguments chosen;
  std::size_t unlike_truth = 0;
  bool broken = false;
  const auto wanted = [](const CaseResult& result) { return result.verdict != Verdict::same; };
  const auto show = [&](const Input& input, CaseResult&& result) {
    if (!result.problems.empty()) {
      broken = true;
      for (const std::string& problem : result.problems) complain_about(result.path, problem);
      return true;
    }
    if (!wanted(result)) return true;
    chosen.paths.push_back(input.path);
    if (result.truth == TruthState::checked && (result.outcome.failure || !result.score.perfect())) ++unlike_truth;
    return output.give({}, {{accepting_text(result)}});
  };
  run_corpus(command.run, show);
  if (output.broken()) return ExitStatus::failed;
  const std::vector<std::string> gone = accepted_without_report(command.run.inputs, command.run.accepted_folder);
  std::string summary;
  for (const std::string& file : gone) summary += printable(file) + "\n    gone  its report is not there any more\n";
  summary += '\n' + counted(chosen.paths.size(), "case is", "cases are") + " new or changed, " +
             counted(gone.size(), "accepted result has", "accepted results have") + " no report any more\n";
  if (unlike_truth > 0)
    summary += counted(unlike_truth, "of them is", "of them are") +
               " not as the truth: accepted as they are now, they do not fail a run\n";
  if (!output.give({}, {{summary}})) return ExitStatus::failed;
  if (chosen.paths.empty() && gone.empty()) return broken ? ExitStatus::failed : ExitStatus::ok;
  if (ask && !asked("Accept?")) {
    complain("nothing was accepted");
    return ExitStatus::failed;
  }

  bool written = true;
  const auto write = [&](const Input& input, CaseResult&& result) {
    if (!wanted(result) || !result.problems.empty()) return true;
    const std::filesystem::path file = accepted_file(input, command.run.accepted_folder);
    const std::string problem = write_file(file, accepted_json(result.outcome));
    if (problem.empty()) return true;
    complain_about(file.native(), problem);
    written = false;
    return true;
  };
  // All of them again where they lie in another folder, whose files are named by the path below the argument.
  CorpusRunOptions again = command.run;
  if (!command.run.accepted_folder) again.inputs = std::move(chosen);
  if (!again.inputs.paths.empty() || again.inputs.files_from) run_corpus(again, write);
  for (const std::string& file : gone) {
    std::error_code error;
    std::filesystem::remove(file, error);
    if (!error) continue;
    complain_about(file, "cannot be removed: " + error.message());
    written = false;
  }
  return written && !broken ? ExitStatus::ok : ExitStatus::failed;
}

}  // namespace fubiao
