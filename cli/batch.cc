#include "cli/batch.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "cli/diagnostics.h"
#include "cli/read_input.h"

namespace fubiao {
namespace {

struct Result {
  std::vector<OutputPart> parts;
  std::optional<Error> error;
};

Result process(const Input& input, const OutputFormat& format, Destination destination) {
  Result result;
  ReadInput read = read_input(input, [&](const Source& /*source*/, const SourceInfo& info, const Document& document) {
    result.parts = format.render(info, document, destination);
  });
  if (read.error) result.parts = format.render_failure(read.info, *read.error, destination);
  result.error = std::move(read.error);
  return result;
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
