// Runs the program as a user would: its own process, its own standard streams.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace fubiao::tests {

struct ProgramRun {
  int status = -1;  ///< exit status; minus the signal number when a signal ended it
  std::string out;
  std::string err;
};

struct ProgramSetting {
  std::string input = {};               ///< standard input
  std::filesystem::path folder = {};    ///< to run in; empty: where the tests run
  std::filesystem::path out_file = {};  ///< standard output goes there, not to `out`
  std::vector<int> closed = {};         ///< standard streams (0..2) that the program finds closed
};

/// Runs FUBIAO_PROGRAM. JSON that it gives, on standard output or below -o, is kept, and the last test of the suite
/// holds it to the schemas of docs/. A run of more than two minutes is ended (status -14, SIGALRM): nothing may hang.
ProgramRun run_program(const std::vector<std::string>& arguments, const ProgramSetting& setting = {});

/// A folder of its own for a test, removed at the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  /// Writes a file below it, with the folders above; its path.
  std::string write(const std::string& name, const std::string& bytes) const;

 private:
  std::filesystem::path path_;
};

/// All bytes of a file; throws std::runtime_error when it cannot be read.
std::string read_file(const std::filesystem::path& file);

/// Lines without their line feeds.
std::vector<std::string> lines(const std::string& text);

/// A path in the repository.
std::string in_repository(const std::string& path);

}  // namespace fubiao::tests
