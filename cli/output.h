// Where results go: standard output, or files below a folder.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fubiao {

/// Writes all of it, going on after interrupts and short writes. 0, or the errno of the failure.
int write_all(int descriptor, std::string_view bytes);

/// Writes a file so that it is seen whole or not at all: into a temporary file beside it, then renamed. Folders above
/// it are made. Empty on success, else what is wrong, for people.
std::string write_file(const std::filesystem::path& file, std::string_view bytes);

/// What a format asks of files and of standard output. Files of -o are named after the input: "a.pdf" gives
/// "a.pdf.json", or, `numbered`, any number of files "a.pdf.0.csv", "a.pdf.1.csv", …, which then have no place for the
/// name of their input, so that standard output takes a single one.
struct OutputShape {
  std::string extension;  ///< with its dot
  bool numbered = false;
  std::string separator = {};  ///< between two parts on standard output

  std::string file_name(const std::string& input, int number) const;
  /// The names of all files of an input, for people.
  std::string pattern(const std::string& input) const;
  /// The name of the input that may give this file, if there is one.
  std::optional<std::string> input_of(std::string_view file) const;
};

/// A file of its own with -o, else a part of standard output.
struct OutputPart {
  std::string text;  ///< with its last line end
  int number = 0;    ///< of a `numbered` shape
};

/// Where the result of an input goes, as far as what it looks like depends on that.
struct Destination {
  bool file = false;  ///< each part is a file
  bool alone = true;  ///< no other input goes there
  bool first = true;  ///< nothing went there before
};

/// How results leave the program. Every result is handed to the system before the next input is read, so that nothing
/// that comes later can lose it.
class Output {
 public:
  /// To standard output; `alone`: it is for a single input.
  Output(OutputShape shape, bool alone) : shape_(std::move(shape)), alone_(alone) {}
  /// To files below `folder`.
  Output(OutputShape shape, std::filesystem::path folder)
      : shape_(std::move(shape)), folder_(std::move(folder)), to_files_(true) {}

  Destination destination() const {
    return {.file = to_files_, .alone = to_files_ || alone_, .first = to_files_ || first_};
  }

  /// Gives the result of one input. `name` is its path below the folder and not used for standard output. False after
  /// a failure, which has been said on standard error.
  bool give(const std::filesystem::path& name, const std::vector<OutputPart>& parts);

  /// True when there is no use in going on: standard output does not take any more.
  bool broken() const { return broken_; }

  /// To be called at the end: some systems tell of a full disk only when the file is closed.
  bool close();

 private:
  bool give_files(const std::filesystem::path& name, const std::vector<OutputPart>& parts) const;

  OutputShape shape_;
  std::filesystem::path folder_;
  bool to_files_ = false;
  bool alone_ = true;
  bool first_ = true;
  bool broken_ = false;
};

}  // namespace fubiao
