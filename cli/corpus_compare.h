// Two results of one file compared: the one that was accepted and the one of now, or those of two runs.
#pragma once

#include "cli/corpus_case.h"
#include "cli/corpus_result.h"

namespace fubiao {

/// Everything that differs, in the order: error, form, title, agency, year, fields, failing checks, findings, tables.
/// `truth` (none: nullptr) judges each but findings and tables: see Verdict.
std::vector<Change> changes_between(const Outcome& accepted, const Outcome& now, const Truth* truth);

/// Judges the tables among the changes by the misses of the result of now, where the truth has tables: one that is not
/// as its truth counts as worse, since text art does not tell what it was before.
void judge_tables(const Truth& truth, const std::vector<OtherMiss>& misses, std::vector<Change>& changes);

/// Of all changes of a case: the worst, but `better` only where nothing is worse or unjudged.
Verdict verdict_of(const std::vector<Change>& changes);

}  // namespace fubiao
