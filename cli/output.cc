#include "cli/output.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "cli/diagnostics.h"
#include "cli/whole_file.h"

namespace fubiao {
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return errno;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

std::string write_file(const std::filesystem::path& file, std::string_view bytes) {
  WholeFile whole(file);
  whole.add(bytes);
  return whole.finish();
}

std::string OutputShape::file_name(const std::string& input, int number) const {
  return input + (numbered ? "." + std::to_string(number) : "") + extension;
}

std::string OutputShape::pattern(const std::string& input) const {
  return input + (numbered ? ".N" : "") + extension;
}

std::optional<std::string> OutputShape::input_of(std::string_view file) const {
  if (!file.ends_with(extension)) return std::nullopt;
  file.remove_suffix(extension.size());
  if (numbered) {
    const std::size_t dot = file.find_last_not_of("0123456789");
    if (dot == std::string_view::npos || file[dot] != '.' || dot + 1 == file.size()) return std::nullopt;
    file = file.substr(0, dot);
  }
  return std::string(file);
}

bool Output::give_files(const std::filesystem::path& name, const std::vector<OutputPart>& parts) const {
  bool good = true;
  for (const OutputPart& part : parts) {
    const std::filesystem::path file = folder_ / shape_.file_name(name.native(), part.number);
    const std::string problem = write_file(file, part.text);
    if (problem.empty()) continue;
    complain_about(file.native(), problem);
    good = false;
  }
  return good;
}

bool Output::give(const std::filesystem::path& name, const std::vector<OutputPart>& parts) {
  if (to_files_) return give_files(name, parts);
  std::string text;
  for (const OutputPart& part : parts) {
    if (!first_) text += shape_.separator;
    text += part.text;
    first_ = false;
  }
  const int failure = write_all(STDOUT_FILENO, text);
  if (failure == 0) return true;
  broken_ = true;
  complain_about("standard output", std::string("cannot write: ") + std::strerror(failure));
  return false;
}

bool Output::close() {
  if (to_files_ || broken_) return !broken_;
  if (::close(STDOUT_FILENO) == 0) return true;
  broken_ = true;
  complain_about("standard output", std::string("cannot write: ") + std::strerror(errno));
  return false;
}

}  // namespace fubiao
