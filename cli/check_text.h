// The result of fubiao check for people.
#pragma once

#include <string>

#include "normalize/following.h"

namespace fubiao {

/// One line for each break, conflict, gap and report without a place, then the summary. No text of a file can forge a
/// line.
std::string check_text(const Following& following);

}  // namespace fubiao
