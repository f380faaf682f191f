// A report against its truth, field by field.
#pragma once

#include "cli/corpus_case.h"
#include "cli/corpus_result.h"
#include "layout/analyze.h"
#include "normalize/report.h"

namespace fubiao {

/// What is compared of a report and its tables.
Outcome outcome_of(const Report& report, const Layout& layout);

/// Fills in `score`, `misses` and `other_misses` of a case that was read; a truth that is not `checked` scores nothing.
void score_report(const Truth& truth, const Report& report, const Layout& layout, CaseResult& result);
/// The same of a case that gave no report: every number of its truth is lost.
void score_failure(const Truth& truth, CaseResult& result);

}  // namespace fubiao
