// From the command line to what is to be done. The only place that knows the names of options.
#pragma once

#include <string>
#include <variant>

#include "cli/check_command.h"
#include "cli/corpus_command.h"
#include "cli/exit_status.h"
#include "cli/extract_command.h"
#include "cli/forms_command.h"
#include "cli/tables_command.h"

namespace fubiao {

/// Text to print and be done: --help and --version (standard output), wrong use (standard error).
struct Answer {
  std::string text;
  ExitStatus status = ExitStatus::ok;
};

using Request = std::variant<Answer, ExtractOptions, TablesOptions, FormsOptions, CheckOptions, CorpusRunCommand,
                             CorpusAcceptCommand, CorpusAddCommand, CorpusDiffCommand>;

Request parse_command_line(int argc, const char* const* argv);

}  // namespace fubiao
