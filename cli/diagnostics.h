// Lines for people, on standard error. Results never go there, and nothing else does.
#pragma once

#include <string>
#include <string_view>

#include "extract/finding.h"

namespace fubiao {

/// Text that is safe to print: valid UTF-8 (U+FFFD for each byte that is not) on one line, with control characters as
/// \xNN. A file name may hold any byte but '/' and NUL, and must not be able to forge a line or steer a terminal.
std::string printable(std::string_view bytes);

/// The same without the escapes: what JSON gets as a path.
std::string valid_utf8(std::string_view bytes);

/// What is wrong with a file, and the code of the output contract.
std::string shown_error(const Error& error);

/// Prints "fubiao: " and the text as one line.
void complain(std::string_view text);

/// The same about one input: "fubiao: PATH: TEXT".
void complain_about(std::string_view path, std::string_view text);

}  // namespace fubiao
