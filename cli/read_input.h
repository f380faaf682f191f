// Reading one input, whatever it holds: a document that is handed on, or the error to report.
#pragma once

#include <functional>
#include <optional>

#include "cli/inputs.h"
#include "extract/open.h"
#include "normalize/json.h"

namespace fubiao {

struct ReadInput {
  SourceInfo info;             ///< as far as it is known
  std::optional<Error> error;  ///< why there was nothing to hand on
};

using UseDocument = std::function<void(const Source&, const SourceInfo&, const Document&)>;

/// Reads and opens the input and hands it to `use`. Never throws for anything that a file can cause, in `use` neither:
/// a report of ten thousand files must not end at the ninth.
ReadInput read_input(const Input& input, const UseDocument& use);

}  // namespace fubiao
