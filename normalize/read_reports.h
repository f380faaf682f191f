// Reading back what `fubiao extract` wrote, as far as somebody asks for it.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "extract/finding.h"
#include "extract/limits.h"
#include "normalize/decimal.h"

namespace fubiao {

/// One field of a report.
struct ReadValue {
  std::optional<Decimal> value;  ///< nullopt: null, or more digits than a report of ours has
  std::string unit;              ///< empty: the report says none
  std::optional<int> page;
  /// What speaks against it: codes of findings (warning, error) and names of failing checks that list the field, each
  /// once.
  std::vector<std::string> doubts;
};

/// What is kept of one report.
struct ReadReport {
  std::string source;  ///< source.path: the file that was extracted
  std::optional<std::string> form;
  std::optional<std::string> agency;
  std::optional<int> year;
  std::string error_code;  ///< of a file that could not be extracted; empty: it is a report
  /// By canonical path: the wanted fields that the report has.
  std::map<std::string, ReadValue, std::less<>> values;
};

/// Fills the buffer with what comes next; the number of bytes, 0 at the end.
using ByteSource = std::function<std::size_t(char* buffer, std::size_t size)>;

/// Where the documents of a file go. `line`: on which it begins, from 1.
struct ReportSink {
  std::function<void(ReadReport&&, long line)> report;
  /// A document that is no report: damaged (no JSON), unsupported (of another schema), limit, empty.
  std::function<void(const Error& error, long line)> problem;
};

/// Reads every report: one document, or several one after another (JSON Lines), however they are indented. Never
/// throws, whatever the bytes are; nothing is kept of a report but `wanted` (canonical paths).
void read_reports(const ByteSource& bytes, const std::set<std::string, std::less<>>& wanted, const ReportSink& sink,
                  const Limits& limits = {});

/// A JSON number as it is written, exponent and all; nullopt: more digits than Decimal has.
std::optional<Decimal> decimal_of_json(std::string_view number);

}  // namespace fubiao
