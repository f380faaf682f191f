// Findings and the one error type.
//
// Only opening a file may fail, with an `Error`. Every later stage always gives a result and says what it
// repaired, doubted or left over as a `Finding`. Nothing logs.
#pragma once

#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fubiao {

/// Why a file gives no report. The names of `name()` are part of the output (schema fubiao/report/1).
enum class ErrorCode {
  not_found,    ///< the path does not exist
  unreadable,   ///< it exists, but the system does not let us read it
  empty,        ///< no bytes, or nothing but white space
  damaged,      ///< of a known format, but beyond reading
  unsupported,  ///< of a format that fubiao does not read, or a folder without report files
  encrypted,    ///< needs a password that we do not have
  limit,        ///< reading it would need more than `Limits` allows
  no_cmaps,     ///< poppler-data is not installed, so that no PDF can be read right
};
std::string_view name(ErrorCode code);

/// A file that cannot be used. `what()` is one line for people: what is wrong, without the path.
class Error : public std::exception {
 public:
  Error(ErrorCode code, std::string message) : code_(code), message_(std::move(message)) {}
  ErrorCode code() const { return code_; }
  const char* what() const noexcept override { return message_.c_str(); }

 private:
  ErrorCode code_;
  std::string message_;
};

/// What a finding means for the numbers.
enum class Severity {
  note,     ///< put right, and no other reading of the page would give any field another number
  warning,  ///< another reading was possible; `fields` lists every field that it would change
  error,    ///< could not be read
};
std::string_view name(Severity severity);

/// Where a finding was made. Absent members do not apply. Pages count from 1, the rest from 0.
struct Place {
  std::optional<int> page;
  std::optional<int> table;
  std::optional<int> row;
  std::optional<int> column;
  friend bool operator==(const Place&, const Place&) = default;
};

struct Finding {
  /// Kebab-case, one of `finding_codes()`.
  std::string code;
  Severity severity = Severity::note;
  /// One sentence for people, in English, quoting the print where that helps.
  std::string message;
  /// Canonical paths. Stages before normalize leave it empty; normalize fills it in from `place`.
  std::vector<std::string> fields;
  Place place;
};

struct FindingCode {
  std::string_view code;
  /// One sentence: what was found, and what fubiao did about it.
  std::string_view meaning;
};
/// Every code that the program can give, in alphabetical order. A test holds each use to this list.
const std::vector<FindingCode>& finding_codes();

}  // namespace fubiao
