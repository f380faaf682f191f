#include "cli/inputs.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <map>
#include <string_view>
#include <system_error>
#include <utility>

#include "extract/limits.h"
#include "extract/open.h"

namespace fubiao {
namespace {

namespace fs = std::filesystem;

bool is_one_of(const FolderFiles& files, const fs::path& path) {
  std::string extension = path.extension().native();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return std::find(files.extensions.begin(), files.extensions.end(), extension) != files.extensions.end();
}

bool hidden(const fs::path& path) {
  return path.filename().native().starts_with('.');
}

/// A path below a folder argument, or a folder there that could not be listed.
struct Entry {
  std::string below;
  std::optional<Error> error;
};

/// Walks without recursion: the depth of a tree is the user's, the stack is not.
std::vector<Entry> entries_below(const fs::path& folder, const FolderFiles& files) {
  std::vector<Entry> found;
  std::vector<fs::path> waiting = {{}};
  while (!waiting.empty()) {
    const fs::path below = std::move(waiting.back());
    waiting.pop_back();
    std::error_code error;
    fs::directory_iterator step(below.empty() ? folder : folder / below, error);
    for (; !error && step != fs::directory_iterator(); step.increment(error)) {
      if (hidden(step->path())) continue;
      std::error_code status_error;
      const fs::file_status status = step->symlink_status(status_error);
      if (fs::is_directory(status)) {
        waiting.push_back(below / step->path().filename());
      } else if (fs::is_regular_file(status) && is_one_of(files, step->path())) {
        found.push_back({(below / step->path().filename()).native(), std::nullopt});
      }
    }
    // Part of a folder may have been listed already: what was found is kept, and the rest is not passed over silently.
    if (error)
      found.push_back({below.native(), Error(ErrorCode::unreadable, "cannot list the folder: " + error.message())});
  }
  // std::string compares as unsigned bytes, whatever the locale.
  std::sort(found.begin(), found.end(), [](const Entry& a, const Entry& b) { return a.below < b.below; });
  return found;
}

/// The last component that names something: "2023" of "reports/2023/" and of "reports/2023/.".
std::string folder_name(const fs::path& folder) {
  std::error_code error;
  fs::path path = fs::absolute(folder, error).lexically_normal();
  if (path.filename().empty()) path = path.parent_path();
  return path.filename().empty() ? "folder" : path.filename().native();
}

void add_folder(const std::string& path, const FolderFiles& files, std::vector<Input>& inputs) {
  std::vector<Entry> entries = entries_below(path, files);
  if (entries.empty()) {
    entries.push_back({{}, Error(ErrorCode::unsupported, "the folder holds no " + std::string(files.what))});
  }
  for (Entry& entry : entries) {
    const std::string slash = path.ends_with('/') ? "" : "/";
    const std::string& output = entry.below.empty() ? folder_name(path) : entry.below;
    inputs.push_back({.path = entry.below.empty() ? path : path + slash + entry.below,
                      .output = output,
                      .error = std::move(entry.error)});
  }
}

/// Adds what one argument names; true when it is a file or standard input.
bool add_argument(const std::string& path, const FolderFiles& files, std::vector<Input>& inputs) {
  if (path == "-") {
    inputs.push_back({.path = path, .output = "stdin", .standard_input = true});
    return true;
  }
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (fs::is_directory(status)) {
    add_folder(path, files, inputs);
    return false;
  }
  // A path that leads to nothing stays in the list: reading it says why, in its place among the others.
  const std::string name = fs::path(path).filename().native();
  inputs.push_back({.path = path, .output = name.empty() ? "unnamed" : name});
  return fs::exists(status);
}

std::vector<std::string> split_list(std::string_view bytes, bool nul_separated) {
  if (!nul_separated && bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::vector<std::string> paths;
  const char separator = nul_separated ? '\0' : '\n';
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find(separator), bytes.size());
    std::string_view path = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    // Lists made on Windows; a name that really ends so can be given with -0.
    if (!nul_separated && path.ends_with('\r')) path.remove_suffix(1);
    if (!path.empty()) paths.emplace_back(path);
  }
  return paths;
}

std::vector<std::string> read_list(const std::string& file, bool nul_separated) {
  try {
    const std::string bytes = file == "-" ? read_standard_input(Limits{}.file_bytes) : load(file, file).bytes;
    return split_list(bytes, nul_separated);
  } catch (const Error& error) {
    if (error.code() == ErrorCode::empty) return {};
    throw WrongUsage("--files-from " + file + ": " + error.what());
  }
}

}  // namespace

const FolderFiles& report_files() {
  static const FolderFiles files = {{".pdf", ".docx", ".txt"}, "report files (.pdf, .docx, .txt)"};
  return files;
}

InputList list_inputs(const InputArguments& arguments, const FolderFiles& files) {
  if (arguments.paths.empty() && !arguments.files_from) throw WrongUsage("no input given");
  if (arguments.nul_separated && !arguments.files_from) throw WrongUsage("-0 belongs to --files-from");

  InputList list;
  bool last_is_file = false;
  for (const std::string& path : arguments.paths) last_is_file = add_argument(path, files, list.inputs);
  list.single = arguments.paths.size() == 1 && !arguments.files_from && last_is_file;

  if (arguments.files_from) {
    const std::vector<std::string> paths = read_list(*arguments.files_from, arguments.nul_separated);
    for (const std::string& path : paths) add_argument(path, files, list.inputs);
    if (paths.empty()) {
      // Like a folder without report files: more likely a mistake upstream than a wish.
      const std::string name =
          *arguments.files_from == "-" ? "stdin" : fs::path(*arguments.files_from).filename().native();
      list.inputs.push_back(
          {.path = *arguments.files_from, .output = name, .error = Error(ErrorCode::empty, "the list names no files")});
    }
  }

  const auto readers =
      std::count_if(list.inputs.begin(), list.inputs.end(), [](const Input& i) { return i.standard_input; });
  const bool list_from_standard_input = arguments.files_from == "-";
  if (readers > 1) throw WrongUsage("standard input (-) is named more than once");
  if (readers == 1 && list_from_standard_input) {
    throw WrongUsage("standard input (-) cannot be both the list of files and a document");
  }
  return list;
}

void check_outputs(const std::vector<Input>& inputs, const OutputShape& shape) {
  std::map<std::string, const Input*> taken;
  for (const Input& input : inputs) {
    const auto [other, fresh] = taken.emplace(input.output.native(), &input);
    if (!fresh) {
      throw WrongUsage("two inputs would give one output file, " + shape.pattern(input.output.native()) + ": " +
                       other->second->path + " and " + input.path);
    }
  }
  for (const auto& [output, input] : taken) {
    for (fs::path above = fs::path(output).parent_path(); !above.empty(); above = above.parent_path()) {
      const std::optional<std::string> name = shape.input_of(above.native());
      if (!name) continue;
      const auto other = taken.find(*name);
      if (other == taken.end()) continue;
      throw WrongUsage("the output " + above.native() + " would be both a file, for " + other->second->path +
                       ", and a folder, for " + input->path);
    }
  }
}

std::string read_standard_input(std::uint64_t limit) {
  std::string bytes;
  std::array<char, 1 << 16> buffer{};
  while (true) {
    const ssize_t count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count < 0) {
      if (errno == EINTR) continue;
      throw Error(ErrorCode::unreadable, std::string("cannot read standard input: ") + std::strerror(errno));
    }
    if (count == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
    if (bytes.size() > limit) {
      throw Error(ErrorCode::limit, "standard input gives more than " + std::to_string(limit) + " bytes");
    }
  }
}

}  // namespace fubiao
