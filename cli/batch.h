// What every command that reads documents does: for each input one result, whatever happens.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/exit_status.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "extract/document.h"
#include "normalize/json.h"

namespace fubiao {

struct BatchOptions {
  InputArguments inputs;
  std::optional<std::string> output_folder;  ///< -o; absent: standard output
  std::optional<std::string> forms_folder;   ///< --forms; absent: the bundled forms alone
};

/// How results are written.
struct OutputFormat {
  OutputShape shape;
  /// The result of one document.
  std::function<std::vector<OutputPart>(const SourceInfo&, const Document&, Destination)> render;
  /// The record of an input that failed; a format without a place for it gives nothing.
  std::function<std::vector<OutputPart>(const SourceInfo&, const Error&, Destination)> render_failure;
};

/// JSON: indented where a result stands alone, else JSON Lines. `kind` names the schema of a failure.
OutputFormat json_format(OutputKind kind,
                         std::function<std::string(const SourceInfo&, const Document&, JsonStyle)> render);

/// Reads every input, renders it and gives the result, in order. An input that fails gives the record of its failure
/// and one line on standard error; the others are done all the same. Throws WrongUsage.
ExitStatus run_batch(const BatchOptions& options, const OutputFormat& format);

}  // namespace fubiao
