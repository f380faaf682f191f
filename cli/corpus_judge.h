// One case from its file to its result: read, scored by its truth, compared with what was accepted.
#pragma once

#include <optional>
#include <string>

#include "cli/corpus_result.h"
#include "cli/inputs.h"
#include "normalize/form_set.h"

namespace fubiao {

struct JudgeOptions {
  std::optional<std::string> accepted_folder;  ///< --accepted; absent: accepted results lie beside the reports
  bool pictures = false;                       ///< of the places of the misses, for sources with pages
};

/// Never throws for anything that a file can cause.
CaseResult judge_case(const Input& input, const FormSet& forms, const JudgeOptions& options);

/// The same of a case whose process ended before it could say anything.
CaseResult judge_failure(const Input& input, CaseFailure failure, const JudgeOptions& options);

}  // namespace fubiao
