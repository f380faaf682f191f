// fubiao corpus: scored runs over reports whose truth, or whose last result, is known.
#pragma once

#include <optional>
#include <string>

#include "cli/corpus_run.h"
#include "cli/exit_status.h"

namespace fubiao {

struct CorpusRunCommand {
  CorpusRunOptions run;
  bool strict = false;                ///< any change fails, not only one for the worse
  bool json = false;                  ///< JSON Lines instead of text
  std::optional<std::string> report;  ///< a page of HTML
  std::optional<std::string> junit;   ///< JUnit XML
  std::size_t lines = 12;             ///< shown of each case
};
/// Exit status 1: a case got worse, or fails otherwise (Judgement). Throws WrongUsage.
ExitStatus corpus_run_command(const CorpusRunCommand& command);

struct CorpusAcceptCommand {
  CorpusRunOptions run;
  bool yes = false;  ///< without asking
};
/// Exit status 1: nothing was accepted since the answer was no, or something could not be written. Throws WrongUsage:
/// under CI; without --yes where nobody can be asked.
ExitStatus corpus_accept_command(const CorpusAcceptCommand& command);

struct CorpusAddCommand {
  std::string file;
  std::string folder;               ///< --to: the corpus
  std::optional<std::string> name;  ///< of the case, a folder below it; absent: the name of the file
  std::optional<std::string> forms_folder;
};
/// Throws WrongUsage: the case is there already.
ExitStatus corpus_add_command(const CorpusAddCommand& command);

struct CorpusDiffCommand {
  std::string before;
  std::string after;
  bool json = false;
};
/// Exit status 0: no difference, 1: some, or something could not be read. Throws WrongUsage.
ExitStatus corpus_diff_command(const CorpusDiffCommand& command);

}  // namespace fubiao
