// From the arguments of a call to the list of files to read, in order.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/output.h"
#include "extract/finding.h"

namespace fubiao {

/// What the user named. Paths are bytes: the system does not promise that they are UTF-8.
struct InputArguments {
  std::vector<std::string> paths;         ///< files, folders, "-"
  std::optional<std::string> files_from;  ///< a list of further paths, "-" for standard input
  bool nul_separated = false;             ///< the list separates by NUL, not by line feed
};

/// One file to read, or one failure that was seen while looking for files.
struct Input {
  std::string path;              ///< as given: a folder argument and the path below it; "-" for standard input
  std::filesystem::path output;  ///< below the folder of -o, without what the format adds
  bool standard_input = false;
  std::optional<Error> error = {};  ///< there is nothing to read: a folder without report files, …
};

struct InputList {
  std::vector<Input> inputs;
  /// Exactly one argument, and it is a file or "-": its result is printed indented.
  bool single = false;
};

/// The call cannot be meant as it stands: exit status 2. `what()` is one line for people.
class WrongUsage : public std::exception {
 public:
  explicit WrongUsage(std::string message) : message_(std::move(message)) {}
  const char* what() const noexcept override { return message_.c_str(); }

 private:
  std::string message_;
};

/// What a folder argument gives.
struct FolderFiles {
  std::vector<std::string_view> extensions;  ///< lower case, with their dot; they count in any case
  std::string_view what;                     ///< for people: "the folder holds no " + what
};
/// .pdf, .docx and .txt.
const FolderFiles& report_files();

/// Looks the arguments up. Folders give their files of some extensions, recursive, in byte order of the path below the
/// folder; hidden entries, links and whatever is no regular file are left out.
/// Throws WrongUsage: no input, standard input named twice, a list that cannot be read.
InputList list_inputs(const InputArguments& arguments, const FolderFiles& files = report_files());

/// Throws WrongUsage where two inputs would write one output file, or one a folder where the other may write a file.
void check_outputs(const std::vector<Input>& inputs, const OutputShape& shape);

/// Everything that standard input gives, up to `limit` bytes. Throws Error (unreadable, limit).
std::string read_standard_input(std::uint64_t limit);

}  // namespace fubiao
