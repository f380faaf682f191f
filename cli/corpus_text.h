// What a run says of one case, as text for a terminal or a log.
#pragma once

#include <string>
#include <vector>

#include "cli/corpus_result.h"

namespace fubiao {

/// What is not as its truth, is not as it was accepted, or could not be read: one line each, without line ends, the
/// worst first. Empty: nothing to say.
std::vector<std::string> case_lines(const CaseResult& result);

/// One change: "review.total: accepted 5, now 4".
std::string change_line(const Change& change);

/// The path and its first `most` lines, each indented, with line ends. Empty where there is nothing to say.
std::string case_text(const CaseResult& result, std::size_t most);

}  // namespace fubiao
