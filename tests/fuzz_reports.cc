// fubiao check reads whatever JSON it is given: any bytes give reports or problems, and comparing them ends.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "normalize/following.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes(reinterpret_cast<const char*>(data), size);  // NOLINT: bytes are bytes
  std::vector<fubiao::FoundReport> found;
  fubiao::ReportSink sink;
  sink.report = [&](fubiao::ReadReport&& report, long line) { found.push_back({std::move(report), "f", line}); };
  sink.problem = [](const fubiao::Error& /*error*/, long /*line*/) {};
  const auto piece = [&](char* buffer, std::size_t room) {
    const std::size_t count = std::min(room, bytes.size());
    std::copy_n(bytes.data(), count, buffer);
    bytes.remove_prefix(count);
    return count;
  };
  const std::vector<fubiao::Form>& forms = fubiao::bundled_forms();
  static const auto wanted = fubiao::paths_of_followed(forms);
  fubiao::read_reports(piece, wanted, sink);
  fubiao::compare_following(std::move(found), forms);
  return 0;
}
