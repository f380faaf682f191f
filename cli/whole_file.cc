#include "cli/whole_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>
#include <utility>

#include "cli/output.h"

namespace fubiao {
namespace {

constexpr std::size_t kBlock = 1u << 16;

/// The permissions that a file made by open() would get; mkstemp gives 0600.
mode_t default_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return static_cast<mode_t>(0666) & ~mask;
}

std::filesystem::path folder_of(const std::filesystem::path& file) {
  return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

/// The name of a new temporary file; -1 and errno where there is none.
int temporary_in(const std::filesystem::path& folder, std::string& name) {
  name = (folder / ".fubiao-XXXXXX").native();
  return ::mkostemp(name.data(), O_CLOEXEC);
}

std::string why(int failure) {
  return std::string("cannot write: ") + std::strerror(failure);
}

}  // namespace

// ---- text that waits -------------------------------------------------------------------------------------------

HeldText::HeldText(const std::filesystem::path& near) {
  std::error_code ignored;  // what follows from it is told below
  std::filesystem::create_directories(folder_of(near), ignored);
  std::string name;
  descriptor_ = temporary_in(folder_of(near), name);
  if (descriptor_ < 0) {
    failure_ = errno;
  } else {
    ::unlink(name.c_str());
  }
}

HeldText::~HeldText() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void HeldText::add(std::string_view bytes) {
  if (failure_ != 0) return;
  waiting_ += bytes;
  if (waiting_.size() >= kBlock) flush();
}

void HeldText::flush() {
  if (failure_ == 0) failure_ = write_all(descriptor_, waiting_);
  waiting_.clear();
}

// ---- the file --------------------------------------------------------------------------------------------------

WholeFile::WholeFile(std::filesystem::path file) : file_(std::move(file)) {
  std::error_code error;
  const auto there = std::filesystem::status(file_, error).type();
  if (there == std::filesystem::file_type::directory) {
    problem_ = "cannot write: it is a folder";
    return;
  }
  if (std::filesystem::exists(std::filesystem::file_status(there)) && there != std::filesystem::file_type::regular) {
    problem_ = "cannot write: it is no file that could be replaced";  // renaming over /dev/null would do away with it
    return;
  }
  error.clear();
  std::filesystem::create_directories(folder_of(file_), error);
  if (error) {
    problem_ = "cannot make its folder: " + error.message();
    return;
  }
  descriptor_ = temporary_in(folder_of(file_), temporary_);
  if (descriptor_ < 0) problem_ = why(errno);
}

WholeFile::~WholeFile() {
  if (descriptor_ < 0) return;
  ::close(descriptor_);
  ::unlink(temporary_.c_str());
}

void WholeFile::add(std::string_view bytes) {
  if (!problem_.empty()) return;
  const int failure = write_all(descriptor_, bytes);
  if (failure != 0) problem_ = why(failure);
}

void WholeFile::add(HeldText& text) {
  text.flush();
  if (problem_.empty() && text.failure_ != 0) problem_ = why(text.failure_);
  std::array<char, kBlock> block{};
  off_t from = 0;
  while (problem_.empty()) {
    const ssize_t got = ::pread(text.descriptor_, block.data(), block.size(), from);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) problem_ = why(errno);
    if (got <= 0) break;
    add(std::string_view(block.data(), static_cast<std::size_t>(got)));
    from += got;
  }
}

std::string WholeFile::finish() {
  if (descriptor_ < 0) return problem_;
  if (problem_.empty() && ::fchmod(descriptor_, default_mode()) != 0) problem_ = why(errno);
  if (::close(std::exchange(descriptor_, -1)) != 0 && problem_.empty()) problem_ = why(errno);
  if (problem_.empty() && ::rename(temporary_.c_str(), file_.c_str()) != 0) problem_ = why(errno);
  if (!problem_.empty()) ::unlink(temporary_.c_str());
  return problem_;
}

}  // namespace fubiao
