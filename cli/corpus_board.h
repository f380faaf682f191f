// The scoreboard of a run: sums over its cases by format, form and switch. It grows with the number of groups, never
// with the number of cases.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "cli/corpus_result.h"

namespace fubiao {

/// Sums over some cases. A case with a switch counts in the group of each of its switches.
struct Tally {
  long files = 0;
  long scored = 0;     ///< with a checked truth
  long perfect = 0;    ///< of the scored
  long unchecked = 0;  ///< their truth waits for a look
  long failed = 0;     ///< gave no report
  long right = 0;
  long wrong = 0;
  long lost = 0;
  long invented = 0;
  long silent = 0;
  long alarms = 0;
  long taken = 0;
  long heads = 0;
  long checks = 0;
  long tables_right = 0;
  long tables_wrong = 0;
};

struct SlowCase {
  double seconds = 0;
  std::string path;
};

/// The groups that a case counts in, besides those of its switches.
struct CaseGroups {
  std::string format;  ///< the rendition where the case names one, else the format; "unknown"
  std::string form;    ///< "none"
};
CaseGroups groups_of(const CaseResult& result);

struct Scoreboard {
  Tally all;
  std::map<std::string, Tally> by_format;  ///< the rendition where the case names one: "pdf-word"; else the format
  std::map<std::string, Tally> by_form;    ///< of the truth, else as read; "none"
  std::map<std::string, Tally> by_switch;
  std::vector<SlowCase> slowest;     ///< at most ten, slowest first
  std::map<Verdict, long> verdicts;  ///< against the accepted results
  std::vector<std::string> gone;     ///< results were accepted, the file is not there; at most ten names
  long gone_count = 0;
  double seconds = 0;  ///< wall clock
  int jobs = 0;        ///< workers

  void add(const CaseResult& result);
};

/// Whether the run is to fail (exit status 1).
struct Judgement {
  bool strict = false;  ///< any change fails, not only one for the worse
  /// A case fails where it got worse, or changed and has no truth to tell by; a fresh one where it gave no report, or
  /// has a silent error.
  bool fails(const CaseResult& result) const;
};

/// As text for a terminal or a log, line by line.
std::string board_text(const Scoreboard& board);

}  // namespace fubiao
