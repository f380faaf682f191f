// Files too long for memory that are seen whole or not at all, and parts of them that have to wait on disk because
// what stands before them is known only at the end.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace fubiao {

/// Text that waits in a file without a name; it goes away with the object, whatever ends the program.
class HeldText {
 public:
  /// In the folder of `near`, where there must be room for it anyway; the folder is made. Never throws: what goes wrong
  /// is told by the file that it is added to.
  explicit HeldText(const std::filesystem::path& near);
  ~HeldText();
  HeldText(const HeldText&) = delete;
  HeldText& operator=(const HeldText&) = delete;

  void add(std::string_view bytes);

 private:
  friend class WholeFile;
  void flush();

  int descriptor_ = -1;
  int failure_ = 0;      ///< an errno
  std::string waiting_;  ///< added, not yet on disk
};

/// A file that is written piece by piece into a temporary one beside it and then renamed. Folders above it are made.
class WholeFile {
 public:
  explicit WholeFile(std::filesystem::path file);
  /// Without `finish` nothing is left of it.
  ~WholeFile();
  WholeFile(const WholeFile&) = delete;
  WholeFile& operator=(const WholeFile&) = delete;

  void add(std::string_view bytes);
  void add(HeldText& text);
  /// Empty on success, else the first thing that went wrong, for people; then the file is as it was.
  std::string finish();

 private:
  std::filesystem::path file_;
  std::string temporary_;
  int descriptor_ = -1;
  std::string problem_;
};

}  // namespace fubiao
