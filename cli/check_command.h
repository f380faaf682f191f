// fubiao check: following years of each agency, over what fubiao extract wrote.
#pragma once

#include <optional>
#include <string>

#include "cli/exit_status.h"
#include "cli/inputs.h"

namespace fubiao {

enum class CheckFormat {
  text,  ///< one line for each thing to look at, for people
  json,  ///< all of it, for programs
};

struct CheckOptions {
  InputArguments inputs;
  CheckFormat format = CheckFormat::text;
  std::optional<std::string> forms_folder;  ///< --forms; absent: the bundled forms alone
};

/// Throws WrongUsage.
ExitStatus check_command(const CheckOptions& options);

}  // namespace fubiao
