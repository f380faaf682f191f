// Writing the JSON of the output contract: schema "fubiao/report/1" and "fubiao/tables/1". Keys in a fixed order, the
// same input gives the same bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "normalize/following.h"
#include "normalize/report.h"

namespace fubiao {

/// The `source` object.
struct SourceInfo {
  std::string path;    ///< as given, "-" for standard input
  std::string format;  ///< "pdf", "docx", "text"; empty: unknown (a failed file)
  std::string sha256;  ///< lower-case hex; empty: the file could not be read
  std::optional<std::uint64_t> bytes;
  std::optional<int> pages;  ///< drawn formats only
  std::string producer;      ///< empty: not known
};

struct JsonStyle {
  bool indented = true;  ///< false: one line (JSON Lines). Neither style ends with a line feed.
};

/// Which command a failed file was given to: it names the schema of its record.
enum class OutputKind { report, tables };

/// With `tables`, the report also carries every table of the document (extract --tables).
std::string to_json(const SourceInfo& source, const Report& report, const Layout* tables, JsonStyle style);
/// The record of a file that failed.
std::string to_json(const SourceInfo& source, const Error& error, JsonStyle style,
                    OutputKind kind = OutputKind::report);
/// `fubiao check --format json`; schema "fubiao/check/1".
std::string to_json(const Following& following, JsonStyle style);
/// `fubiao forms --fields`: a list, one field a line, with path, form, table, row, column and unit.
std::string fields_json(const std::vector<const Form*>& forms);
/// `fubiao tables --format json`.
std::string to_json(const SourceInfo& source, const Layout& layout, JsonStyle style);

}  // namespace fubiao
