// A report beside its truth (spec: X.truth.json, X.tables.json), read by the library's entrances and compared.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "layout/analyze.h"
#include "normalize/report.h"

namespace fubiao::corpus {

/// One source read from end to end.
struct Reading {
  Layout layout;
  Report report;
};
Reading read(const std::filesystem::path& file);
Reading read(const Document& document);

/// Sources below `folder` that have a truth beside them, in byte order of the path. Empty when there is no such folder.
std::vector<std::filesystem::path> scored_files(const std::filesystem::path& folder);

std::string slurp(const std::filesystem::path& file);

/// What differs from X.truth.json, one line each; empty: everything as in truth. Fields must agree exactly, and no
/// field more may be given; title, agency, year, form and the failing checks with their numbers too.
std::string differences(const Report& report, const std::string& truth_json);

/// What differs from X.tables.json: spans, and texts after NFC and removal of white space. Physical rows in which no
/// cell begins may be given or dropped.
std::string table_differences(const Layout& layout, const std::string& tables_json);

/// As `table_differences`, but a span may differ over positions that are blank: some are told by a line alone.
std::string placement_differences(const Layout& layout, const std::string& tables_json);

/// The tables as text that can be compared between renditions of one report.
std::string grids(const Layout& layout);

}  // namespace fubiao::corpus
