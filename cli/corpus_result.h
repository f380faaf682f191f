// What a run over a corpus knows of one case: what was read, how it compares with its truth and with the result that
// was accepted last. Workers send it to the run, `--json` prints it, `corpus diff` reads it back.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/finding.h"
#include "normalize/decimal.h"

namespace fubiao {

/// What a report says of itself.
struct ReportHead {
  std::optional<std::string> form;
  std::optional<std::string> title;
  std::optional<std::string> agency;
  std::optional<int> year;
  friend bool operator==(const ReportHead&, const ReportHead&) = default;
};

/// A check that does not hold, with its numbers.
struct FailingCheck {
  std::string check;
  std::optional<Decimal> expected;
  std::optional<Decimal> printed;
  std::vector<std::string> fields;  ///< that take part; a truth does not say them
};

/// A finding without its message, whose wording is no promise.
struct FindingMark {
  std::string code;
  Severity severity = Severity::note;
  std::vector<std::string> fields;
  Place place;
  friend bool operator==(const FindingMark&, const FindingMark&) = default;
};

/// Why a file gave no report. `code` as in the output contract, and two that only a run can see: "crashed" and
/// "timed-out".
struct CaseFailure {
  std::string code;
  std::string message;  ///< for people; no promise
};

/// One table as people read it, and as two results are compared: see tables_art.h.
struct TableArt {
  std::string caption;
  std::vector<int> pages;          ///< from 1; empty for marked-up sources
  std::vector<std::string> lines;  ///< UTF-8
  friend bool operator==(const TableArt&, const TableArt&) = default;
};

using FieldValues = std::map<std::string, std::optional<Decimal>, std::less<>>;

/// Absent, null, or a number.
using MaybeGiven = std::optional<std::optional<Decimal>>;

/// What was read of a file, as far as results are compared.
struct Outcome {
  std::optional<CaseFailure> failure;  ///< then all else is empty
  ReportHead head;
  FieldValues fields;  ///< by canonical path; nullopt: null
  std::vector<FailingCheck> failing_checks;
  std::vector<FindingMark> findings;
  std::vector<TableArt> tables;
};

/// How a field differs from its truth (spec: "No silent error"). The first three are errors; the others give no wrong
/// number and lose none, but the report is not perfect.
enum class MissKind {
  wrong,      ///< a number where truth has another number
  invented,   ///< a number where truth has null, or no such field
  lost,       ///< null or absent where truth has a number
  not_given,  ///< absent where truth has null
  not_there,  ///< null where truth has no such field
  /// Wrong or lost, not silent, where the case says that only the page tells and not the file
  /// (CaseAbout::evidence_taken). Counted, and listed nowhere.
  taken,
};
std::string_view name(MissKind kind);

/// One field that is not as its truth, with what a person needs to judge it.
struct FieldMiss {
  std::string field;
  MissKind kind = MissKind::wrong;
  bool silent = false;  ///< wrong or invented, and no failing check, warning or error lists it
  std::optional<Decimal> truth;
  std::optional<Decimal> value;
  std::vector<std::string> doubts;  ///< codes of findings (warning, error) and names of failing checks that list it
  // Where and what was read; absent (an empty status) where the report does not give the field.
  std::string text;    ///< the print, line breaks as '\n'
  std::string status;  ///< as in the output contract
  std::optional<int> page;
  std::optional<Box> box;
  std::optional<int> table;  ///< index into Outcome::tables
  std::optional<int> row;
  std::optional<int> column;
  std::string picture;  ///< PNG of the place on the page; empty: none was asked for, or the source has no pages
};

/// A difference from truth that is no field: "form", "title", "agency", "year", "check" or "table".
struct OtherMiss {
  std::string what;
  std::string truth;
  std::string value;
};

/// Fields of a case against its truth, and what else counts.
struct Score {
  int right = 0;
  int wrong = 0;
  int lost = 0;
  int invented = 0;
  int silent = 0;
  int alarms = 0;  ///< right fields that a warning or an error lists
  int not_given = 0;
  int not_there = 0;
  int taken = 0;
  int heads = 0;   ///< of form, title, agency and year: those that are not as their truth
  int checks = 0;  ///< failing checks too many or too few
  int tables_right = 0;
  int tables_wrong = 0;

  /// Everything as in truth. Alarms do not spoil it.
  bool perfect() const { return wrong + lost + invented + not_given + not_there + heads + checks + tables_wrong == 0; }
};

/// A result against the one that was accepted.
enum class Verdict {
  same,
  better,    ///< something that was not as its truth is so now, and nothing the other way round
  changed,   ///< neither: another wrong number, other findings, other tables
  unjudged,  ///< a value of a file without a truth: only a person can say whether that is better or worse
  worse,     ///< something is not as its truth that was so, or a file is not read any more
  fresh,     ///< nothing was accepted yet
};
std::string_view name(Verdict verdict);

/// One thing that is not as it was accepted.
struct Change {
  Verdict verdict = Verdict::changed;
  std::string what;  ///< a canonical path, "title", "check sum:review.total", "finding cell-cut", "table 2", "error"
  std::string accepted;
  std::string now;
};

/// What `X.case.json`, or else the `case.json` of the folder, says. All of it may be empty.
struct CaseAbout {
  std::string proves;
  std::string form;
  std::string rendition;
  std::vector<std::string> switches;  ///< "name", or "name=value" where the value is a word
  /// Something takes away what the file tells, though not the page (digits with made-up Unicode): of such a case
  /// nothing is asked but that no error is silent and nothing invented.
  bool evidence_taken = false;
};

/// How a case stands to its truth.
enum class TruthState {
  none,       ///< listed, not scored
  unchecked,  ///< `corpus add` wrote it and nobody has looked at it yet: listed, not scored
  checked,
};
std::string_view name(TruthState state);

struct CaseResult {
  std::string path;    ///< as given: a folder argument and the path below it
  std::string format;  ///< "pdf", "docx", "text"; empty: unknown
  CaseAbout about;
  double seconds = 0;  ///< from opening the file to its report
  TruthState truth = TruthState::none;
  Outcome outcome;
  Score score;  ///< of a checked truth
  std::vector<FieldMiss> misses;
  std::vector<OtherMiss> other_misses;
  Verdict verdict = Verdict::fresh;
  std::vector<Change> changes;
  /// What is wrong with the files beside it: a truth or an accepted result that cannot be read. A case with problems
  /// fails the run.
  std::vector<std::string> problems;
};

}  // namespace fubiao
