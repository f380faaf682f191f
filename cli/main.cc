#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <cstring>
#include <exception>
#include <string>
#include <variant>

#include "cli/diagnostics.h"
#include "cli/exit_status.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/output.h"

namespace {

using fubiao::ExitStatus;

/// A standard stream that the caller closed would be reopened by the first file that we open, and a diagnostic would
/// end up in it. /dev/null, opened the wrong way round, keeps the number and fails each use.
void occupy_standard_streams() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(descriptor, F_GETFD) >= 0) continue;
    static_cast<void>(::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY));
  }
}

ExitStatus give(const fubiao::Answer& answer) {
  const bool good = answer.status == ExitStatus::ok;
  const int failure = fubiao::write_all(good ? STDOUT_FILENO : STDERR_FILENO, answer.text);
  if (failure == 0 || !good) return answer.status;
  fubiao::complain_about("standard output", std::string("cannot write: ") + std::strerror(failure));
  return ExitStatus::failed;
}

ExitStatus run(int argc, char** argv) {
  const fubiao::Request request = fubiao::parse_command_line(argc, argv);
  const char* command = "";
  try {
    if (const auto* extract = std::get_if<fubiao::ExtractOptions>(&request)) {
      command = "extract";
      return fubiao::extract_command(*extract);
    }
    if (const auto* tables = std::get_if<fubiao::TablesOptions>(&request)) {
      command = "tables";
      return fubiao::tables_command(*tables);
    }
    if (const auto* check = std::get_if<fubiao::CheckOptions>(&request)) {
      command = "check";
      return fubiao::check_command(*check);
    }
    if (const auto* forms = std::get_if<fubiao::FormsOptions>(&request)) {
      command = "forms";
      return fubiao::forms_command(*forms);
    }
    if (const auto* corpus_run = std::get_if<fubiao::CorpusRunCommand>(&request)) {
      command = "corpus run";
      return fubiao::corpus_run_command(*corpus_run);
    }
    if (const auto* accept = std::get_if<fubiao::CorpusAcceptCommand>(&request)) {
      command = "corpus accept";
      return fubiao::corpus_accept_command(*accept);
    }
    if (const auto* add = std::get_if<fubiao::CorpusAddCommand>(&request)) {
      command = "corpus add";
      return fubiao::corpus_add_command(*add);
    }
    if (const auto* diff = std::get_if<fubiao::CorpusDiffCommand>(&request)) {
      command = "corpus diff";
      return fubiao::corpus_diff_command(*diff);
    }
    return give(std::get<fubiao::Answer>(request));
  } catch (const fubiao::WrongUsage& wrong) {
    fubiao::complain(std::string(wrong.what()) + " (see 'fubiao " + command + " --help')");
    return ExitStatus::wrong_usage;
  }
}

}  // namespace

int main(int argc, char** argv) {
  occupy_standard_streams();
  // A reader that goes away shows as a failed write, which is said, instead of a silent end.
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return static_cast<int>(run(argc, argv));
  } catch (const std::exception& error) {
    fubiao::complain(error.what());
    return static_cast<int>(ExitStatus::failed);
  }
}
