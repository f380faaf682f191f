// What `fubiao corpus --help` and its commands say.
#pragma once

namespace fubiao {

inline constexpr const char* kCorpusAbout =
    "Run over reports whose truth is known, score, and compare with accepted results.\n\n"
    "A corpus is a folder of reports. Beside a.pdf may lie a.truth.json (title, agency,\n"
    "year, form and fields), a.tables.json, a.case.json or case.json (switches), and\n"
    "a.pdf.accepted.json, the result that was accepted last.";

inline constexpr const char* kCorpusFooter = R"(
Examples:
  fubiao corpus run reports/ --report out.html     a scoreboard, and a page to look at
  fubiao corpus accept reports/                    what is read now is what is expected
  fubiao corpus add strange.pdf --to reports/      a case, for you to check
  fubiao corpus diff old.jsonl new.jsonl           two runs, field by field

'fubiao corpus COMMAND --help' explains a command.)";

inline constexpr const char* kCorpusRunAbout =
    "Read every report, score it by its truth and compare it with the accepted result.\n\n"
    "Prints what is not as its truth or not as it was accepted, then a scoreboard.";

inline constexpr const char* kCorpusRunFooter = R"(
Fields are right; wrong (another number); lost (no number, truth has one);
invented (a number, truth has none). A wrong or invented field is SILENT where no
failing check, warning or error lists it: that number must be 0. An alarm is a
warning on a right field. A report is perfect where everything is as its truth:
fields, title, agency, year, form, failing checks, and tables where they are known.
A file without a truth is listed and compared, not scored.

Against the accepted result a case is the same, better, changed (findings, tables,
another wrong number), worse, unjudged (a value changed and there is no truth), or
fresh (nothing was accepted).

Exit status: 1 where a case is worse or unjudged, or where a fresh one gave no
report or has a silent error; with --strict also where one is better, changed,
fresh or gone. 2 the call is wrong. Each report is read in a process of its own, so
that one that crashes or runs out of time costs itself alone.

Examples:
  fubiao corpus run corpus/cases
  fubiao corpus run reports/ --report out.html --junit out.xml
  fubiao corpus run reports/ --json > new.jsonl; fubiao corpus diff old.jsonl new.jsonl)";

inline constexpr const char* kCorpusAcceptAbout =
    "Make what is read now the expected result of new and changed cases.\n\n"
    "Shows the differences field by field, asks, and writes X.accepted.json beside each\n"
    "report. Refused where CI is set.";

inline constexpr const char* kCorpusAddAbout =
    "Make a case of a report: a copy, and what is read of it now, for you to check.\n\n"
    "The truth that it writes is a draft: it counts for nothing until you have compared\n"
    "it with the page and taken \"unchecked\" out of it.";

inline constexpr const char* kCorpusDiffAbout =
    "Compare two runs, or the outputs of two versions, field by field.\n\n"
    "Each is a file or a folder of what fubiao extract or fubiao corpus run --json wrote.";

inline constexpr const char* kCorpusDiffFooter = R"(
Exit status: 0 no difference, 1 some, or something could not be read, 2 the call is
wrong.)";

}  // namespace fubiao
