// fubiao extract: a canonical report for each input.
#pragma once

#include "cli/batch.h"

namespace fubiao {

struct ExtractOptions {
  BatchOptions batch;
  bool tables = false;  ///< every table of the document goes along
};

/// Throws WrongUsage.
ExitStatus extract_command(const ExtractOptions& options);

}  // namespace fubiao
