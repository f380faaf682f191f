// Where results go: standard output, or one file for each input below a folder.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "normalize/json.h"

namespace fubiao {

/// Writes all of it, going on after interrupts and short writes. 0, or the errno of the failure.
int write_all(int descriptor, std::string_view bytes);

/// Writes a file so that it is seen whole or not at all: into a temporary file beside it, then renamed. Folders above
/// it are made. Empty on success, else what is wrong, for people.
std::string write_file(const std::filesystem::path& file, std::string_view bytes);

/// How results leave the program. Every result is handed to the system before the next input is read, so that nothing
/// that comes later can lose it.
class Output {
 public:
  /// To standard output; not `indented` means JSON Lines.
  explicit Output(bool indented) : indented_(indented) {}
  /// To files below `folder`.
  explicit Output(std::filesystem::path folder) : folder_(std::move(folder)), to_files_(true) {}

  JsonStyle style() const { return {.indented = indented_}; }

  /// Gives one result. `name` is the path below the folder and not used for standard output. False after a failure,
  /// which has been said on standard error.
  bool give(const std::filesystem::path& name, std::string json);

  /// True when there is no use in going on: standard output does not take any more.
  bool broken() const { return broken_; }

  /// To be called at the end: some systems tell of a full disk only when the file is closed.
  bool close();

 private:
  std::filesystem::path folder_;
  bool to_files_ = false;
  bool indented_ = true;
  bool broken_ = false;
};

}  // namespace fubiao
