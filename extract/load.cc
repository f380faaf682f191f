#include <array>
#include <cerrno>
#include <cstdio>
#include <system_error>

#include "extract/open.h"

namespace fubiao {

OpenFile open_file(const std::filesystem::path& file) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(file, error);
  if (status.type() == std::filesystem::file_type::not_found)
    throw Error(ErrorCode::not_found, "there is no such file");
  if (status.type() == std::filesystem::file_type::directory) {
    throw Error(ErrorCode::unreadable, "this is a folder, not a file");
  }
  errno = 0;
  OpenFile stream(std::fopen(file.c_str(), "rb"));
  if (!stream) {
    const int reason = errno;
    if (reason == ENOENT || reason == ENOTDIR) throw Error(ErrorCode::not_found, "there is no such file");
    throw Error(ErrorCode::unreadable,
                "the system does not let us read it (" + std::generic_category().message(reason) + ")");
  }
  return stream;
}

Source load(const std::filesystem::path& file, std::string path_as_given, const Limits& limits) {
  const OpenFile stream = open_file(file);
  std::error_code error;
  Source source;
  source.path = std::move(path_as_given);
  const std::uintmax_t size = std::filesystem::file_size(file, error);
  if (!error && size <= limits.file_bytes) source.bytes.reserve(static_cast<std::size_t>(size));
  std::array<char, 1 << 16> buffer{};
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), stream.get())) {
    source.bytes.append(buffer.data(), got);
    if (source.bytes.size() > limits.file_bytes) {
      throw Error(ErrorCode::limit, "the file is larger than " + std::to_string(limits.file_bytes >> 20) + " MiB");
    }
  }
  if (std::ferror(stream.get()) != 0) throw Error(ErrorCode::unreadable, "reading it failed");
  if (source.bytes.empty()) throw Error(ErrorCode::empty, "the file is empty");
  return source;
}

}  // namespace fubiao
