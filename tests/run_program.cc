#include "run_program.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <sstream>
#include <stdexcept>

namespace fubiao::tests {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

/// Files, not pipes: a program that writes much cannot block on a test that does not read yet.
File temporary(const std::string& bytes = {}) {
  File file(std::tmpfile());
  if (!file) throw std::runtime_error("tmpfile failed");
  std::fwrite(bytes.data(), 1, bytes.size(), file.get());
  std::fflush(file.get());
  std::rewind(file.get());
  return file;
}

std::string contents(const File& file) {
  std::rewind(file.get());
  std::string bytes;
  std::array<char, 1 << 16> buffer{};
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), file.get()))
    bytes.append(buffer.data(), got);
  return bytes;
}

[[noreturn]] void become_program(const std::vector<std::string>& arguments, const ProgramSetting& setting,
                                 const std::array<int, 3>& streams) {
  for (int i = 0; i < 3; ++i) ::dup2(streams[static_cast<std::size_t>(i)], i);
  if (!setting.out_file.empty()) {
    const int out = ::open(setting.out_file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (out < 0) ::_exit(126);
    ::dup2(out, 1);
    ::close(out);
  }
  for (const int stream : setting.closed) ::close(stream);
  if (!setting.folder.empty() && ::chdir(setting.folder.c_str()) != 0) ::_exit(126);
  std::vector<char*> argv;
  std::string program = FUBIAO_PROGRAM;
  argv.push_back(program.data());
  std::vector<std::string> copies = arguments;
  for (std::string& copy : copies) argv.push_back(copy.data());
  argv.push_back(nullptr);
  ::alarm(120);  // kept across exec
  ::execv(program.c_str(), argv.data());
  ::_exit(127);
}

/// Keeps JSON of the program for the last test of the suite, which validates all of it in one process
/// (tests/CMakeLists.txt). Named by content: what two tests see is validated once.
void keep_json(const std::string& json) {
  if (!json.starts_with('{')) return;
  namespace fs = std::filesystem;
  const fs::path folder = FUBIAO_KEPT_JSON;
  const fs::path file = folder / (std::to_string(std::hash<std::string>{}(json)) + ".json");
  if (fs::exists(file)) return;
  fs::create_directories(folder);
  const fs::path part = file.native() + "." + std::to_string(::getpid());
  std::ofstream(part, std::ios::binary) << json;
  fs::rename(part, file);
}

/// The JSON files that a run with -o may have written.
void keep_json_of(const std::vector<std::string>& arguments, const ProgramSetting& setting) {
  namespace fs = std::filesystem;
  const auto option = std::find_if(arguments.begin(), arguments.end(),
                                   [](const std::string& word) { return word == "-o" || word == "--output"; });
  if (option == arguments.end() || option + 1 == arguments.end()) return;
  const fs::path folder = setting.folder / *(option + 1);
  if (!fs::is_directory(folder)) return;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.path().extension() == ".json") keep_json(read_file(entry.path()));
  }
}

}  // namespace

ProgramRun run_program(const std::vector<std::string>& arguments, const ProgramSetting& setting) {
  const File in = temporary(setting.input);
  const File out = temporary();
  const File err = temporary();
  const std::array<int, 3> streams = {::fileno(in.get()), ::fileno(out.get()), ::fileno(err.get())};
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("fork failed");
  if (child == 0) become_program(arguments, setting, streams);
  int status = 0;
  ::waitpid(child, &status, 0);
  ProgramRun run;
  run.status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  run.out = contents(out);
  run.err = contents(err);
  // A form of one's own may take a bundled name, and a form file is no output: the schemas speak of neither.
  const bool own_forms = std::find(arguments.begin(), arguments.end(), "--forms") != arguments.end();
  if (own_forms || (!arguments.empty() && arguments.front() == "forms")) return run;
  keep_json(run.out);
  keep_json_of(arguments, setting);
  return run;
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "fubiao-test-XXXXXX").native();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp failed");
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string TemporaryFolder::write(const std::string& name, const std::string& bytes) const {
  const std::filesystem::path file = path_ / name;
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
  return file.native();
}

std::string read_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.native());
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> lines(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> result;
  for (std::string line; std::getline(in, line);) result.push_back(line);
  return result;
}

std::string in_repository(const std::string& path) {
  return std::string(FUBIAO_SOURCE) + "/" + path;
}

}  // namespace fubiao::tests
