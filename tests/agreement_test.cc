// One report in every rendition gives the same data: what Word, WPS, LibreOffice, Chromium and Tika make of it differs
// in everything but the numbers.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "tests/corpus_case.h"

namespace fubiao::corpus {
namespace {

namespace fs = std::filesystem;

const std::vector<fs::path>& renditions() {
  static const std::vector<fs::path> files =
      scored_files(fs::path(FUBIAO_SOURCE) / "corpus" / "cases" / "four-renditions");
  return files;
}

std::map<std::string, std::string> data(const Report& report) {
  std::map<std::string, std::string> out;
  for (const Field& field : report.fields) out[field.path] = field.value ? field.value->to_string() : "null";
  return out;
}

TEST(Agreement, EveryKindOfSourceIsThere) {
  std::map<std::string, int> kinds;
  for (const fs::path& file : renditions()) ++kinds[file.extension().string()];
  EXPECT_EQ(kinds[".docx"], 3);  // Word, WPS, LibreOffice
  EXPECT_EQ(kinds[".pdf"], 4);   // LibreOffice, Chromium, Word, WPS
  EXPECT_EQ(kinds[".txt"], 1);
}

TEST(Agreement, EveryRenditionGivesTheSameData) {
  const Reading first = read(renditions().front());
  ASSERT_EQ(first.report.fields.size(), 200u) << renditions().front();
  for (const fs::path& file : renditions()) {
    const Reading other = read(file);
    EXPECT_EQ(data(other.report), data(first.report)) << file;
    EXPECT_EQ(other.report.form, first.report.form) << file;
    EXPECT_EQ(other.report.title, first.report.title) << file;
    EXPECT_EQ(other.report.agency, first.report.agency) << file;
    EXPECT_EQ(other.report.year, first.report.year) << file;
  }
}

TEST(Agreement, EveryRenditionGivesTheSameGrids) {
  const std::string first = grids(read(renditions().front()).layout);
  for (const fs::path& file : renditions()) EXPECT_EQ(grids(read(file).layout), first) << file;
}

// What a report says of its numbers must not depend on its format either: a sound report gives no alarm in any.
TEST(Agreement, ASoundReportGivesNoWarningOnAnyField) {
  for (const fs::path& file : renditions()) {
    for (const Finding& finding : read(file).report.findings) {
      if (finding.severity != Severity::note) {
        EXPECT_TRUE(finding.fields.empty()) << file << ": " << finding.code << ": " << finding.message;
      }
    }
  }
}

}  // namespace
}  // namespace fubiao::corpus
