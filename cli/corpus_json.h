// Results of corpus runs as JSON, and read back. Keys in a fixed order, the same result gives the same bytes.
#pragma once

#include <string>
#include <string_view>

#include "cli/corpus_board.h"
#include "cli/corpus_result.h"
#include "cli/json_tree.h"
#include "normalize/json.h"

namespace fubiao {

/// One case of a run; schema "fubiao/corpus-case/1".
std::string to_json(const CaseResult& result, JsonStyle style);
/// Throws BrokenJson.
CaseResult case_from_json(std::string_view json);

/// The end of a run: schema "fubiao/corpus-run/1".
std::string to_json(const Scoreboard& board, bool failed, JsonStyle style);

/// X.accepted.json: schema "fubiao/accepted/1", made to be read in a diff: a field, a finding, a line of a table on a
/// line of its own.
std::string accepted_json(const Outcome& outcome);
/// Of an accepted result, or of a case. Throws BrokenJson.
Outcome outcome_from(const JsonNode& tree);
/// One finding, of whatever fubiao wrote.
FindingMark finding_from(const JsonNode& tree);

}  // namespace fubiao
