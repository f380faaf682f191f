// fubiao forms: the report forms known, or one of them whole.
#pragma once

#include <optional>
#include <string>

#include "cli/exit_status.h"

namespace fubiao {

struct FormsOptions {
  std::optional<std::string> name;    ///< absent: all of them, a line each
  std::optional<std::string> folder;  ///< --forms: the user's own besides
  bool fields = false;                ///< the fields of the form, or of all forms, instead of its text
};

/// Throws WrongUsage.
ExitStatus forms_command(const FormsOptions& options);

}  // namespace fubiao
