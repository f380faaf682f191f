#include "cli/read_input.h"

#include <exception>
#include <new>
#include <string>

#include "cli/diagnostics.h"
#include "cli/source_info.h"
#include "extract/limits.h"

namespace fubiao {
namespace {

/// The format for the record of a failed file, where at least that can be told.
std::string format_name(const Source& source) {
  try {
    return std::string(name(sniff(source.bytes)));
  } catch (const Error&) {
    return {};
  }
}

Source source_of(const Input& input, const Limits& limits) {
  if (input.error) throw *input.error;
  if (input.standard_input) return {.path = input.path, .bytes = read_standard_input(limits.file_bytes)};
  return load(input.path, input.path, limits);
}

}  // namespace

ReadInput read_input(const Input& input, const UseDocument& use) {
  ReadInput result;
  SourceInfo& info = result.info;
  info.path = valid_utf8(input.path);
  try {
    const Limits limits;
    const Source source = source_of(input, limits);
    info = describe(source);
    try {
      const Document document = open(source, limits);
      describe(document, info);
      use(source, info, document);
    } catch (const Error&) {
      info.format = format_name(source);
      throw;
    }
  } catch (const Error& known) {
    result.error = known;
  } catch (const std::bad_alloc&) {
    result.error = Error(ErrorCode::limit, "reading it needs more memory than there is");
  } catch (const std::exception& unknown) {
    // A mistake of ours, met by an odd file. The code stays within the contract; the message asks to hear of it.
    result.error = Error(ErrorCode::damaged, std::string("unexpected failure, please report it: ") + unknown.what());
  }
  return result;
}

}  // namespace fubiao
