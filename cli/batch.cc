#include "cli/batch.h"

#include <exception>
#include <filesystem>
#include <new>
#include <system_error>
#include <utility>

#include "cli/diagnostics.h"
#include "cli/source_info.h"
#include "extract/limits.h"
#include "extract/open.h"

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

struct Result {
  std::vector<OutputPart> parts;
  std::optional<Error> error;
};

Source read(const Input& input, const Limits& limits) {
  if (input.error) throw *input.error;
  if (input.standard_input) return {.path = input.path, .bytes = read_standard_input(limits.file_bytes)};
  return load(input.path, input.path, limits);
}

/// Never throws for anything that a file can cause: a report of ten thousand files must not end at the ninth.
Result process(const Input& input, const OutputFormat& format, Destination destination) {
  SourceInfo info;
  info.path = valid_utf8(input.path);
  std::optional<Error> error;
  try {
    const Limits limits;
    const Source source = read(input, limits);
    info = describe(source);
    try {
      const Document document = open(source, limits);
      describe(document, info);
      return {format.render(info, document, destination), std::nullopt};
    } catch (const Error&) {
      info.format = format_name(source);
      throw;
    }
  } catch (const Error& known) {
    error = known;
  } catch (const std::bad_alloc&) {
    error = Error(ErrorCode::limit, "reading it needs more memory than there is");
  } catch (const std::exception& unknown) {
    // A mistake of ours, met by an odd file. The code stays within the contract; the message asks to hear of it.
    error = Error(ErrorCode::damaged, std::string("unexpected failure, please report it: ") + unknown.what());
  }
  return {format.render_failure(info, *error, destination), error};
}

/// Makes the folder of -o, so that a wrong one is said before anything is read.
std::filesystem::path output_folder(const std::string& given) {
  std::error_code error;
  std::filesystem::create_directories(given, error);
  if (!error && !std::filesystem::is_directory(given, error)) error = std::make_error_code(std::errc::not_a_directory);
  if (error) throw WrongUsage("-o " + given + ": cannot be used as a folder: " + error.message());
  return given;
}

}  // namespace

OutputFormat json_format(OutputKind kind,
                         std::function<std::string(const SourceInfo&, const Document&, JsonStyle)> render) {
  OutputFormat format;
  format.shape = {.extension = ".json"};
  format.render = [render = std::move(render)](const SourceInfo& info, const Document& document,
                                               Destination destination) {
    return std::vector<OutputPart>{{render(info, document, {.indented = destination.alone}) + '\n'}};
  };
  format.render_failure = [kind](const SourceInfo& info, const Error& error, Destination destination) {
    return std::vector<OutputPart>{{to_json(info, error, {.indented = destination.alone}, kind) + '\n'}};
  };
  return format;
}

ExitStatus run_batch(const BatchOptions& options, const OutputFormat& format) {
  const InputList list = list_inputs(options.inputs);
  Output output(format.shape, list.single);
  if (!options.output_folder && format.shape.numbered && list.inputs.size() > 1) {
    throw WrongUsage(format.shape.extension.substr(1) +
                     " has no place for the names of several inputs: -o DIR writes " + format.shape.pattern("NAME") +
                     " for each");
  }
  if (options.output_folder) {
    check_outputs(list.inputs, format.shape);
    output = Output(format.shape, output_folder(*options.output_folder));
  }

  bool failed = false;
  for (const Input& input : list.inputs) {
    const Result result = process(input, format, output.destination());
    if (result.error) {
      failed = true;
      complain_about(input.path, shown_error(*result.error));
    }
    if (!output.give(input.output, result.parts)) failed = true;
    if (output.broken()) break;
  }
  if (!output.close()) failed = true;
  return failed ? ExitStatus::failed : ExitStatus::ok;
}

}  // namespace fubiao
