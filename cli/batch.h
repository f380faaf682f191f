// What every command that reads documents does: for each input one result, whatever happens.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "cli/exit_status.h"
#include "cli/inputs.h"
#include "extract/document.h"
#include "normalize/json.h"

namespace fubiao {

struct BatchOptions {
  InputArguments inputs;
  std::optional<std::string> output_folder;  ///< -o; absent: standard output
};

/// Makes the JSON of one document.
using Render = std::function<std::string(const SourceInfo&, const Document&, JsonStyle)>;

/// `kind` names the schema of a failure. Reads every input, renders it and gives the result, in order. An input that
/// fails gives the record of its failure and one line on standard error; the others are done all the same.
ExitStatus run_batch(const BatchOptions& options, OutputKind kind, const Render& render);

}  // namespace fubiao
