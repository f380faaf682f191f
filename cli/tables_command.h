// fubiao tables: every table of any document, whatever form it has.
#pragma once

#include "cli/batch.h"

namespace fubiao {

struct TablesOptions {
  BatchOptions batch;
};

/// Throws WrongUsage.
ExitStatus tables_command(const TablesOptions& options);

}  // namespace fubiao
