// docs/findings.md: every code of the list stands on the page, is shown by a committed case, and its example is what
// the program says of that case, with that severity.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "extract/finding.h"
#include "run_program.h"
#include "tests/corpus_case.h"

namespace fubiao::tests {
namespace {

namespace fs = std::filesystem;

struct Example {
  std::string folder;
  std::string severity;
  std::string message;
};

struct Entry {
  std::string code;
  std::string text;                  ///< all that stands below the heading
  std::set<std::string> severities;  ///< explained
  std::vector<Example> examples;
};

std::vector<Entry> entries() {
  static const std::regex heading("## `([^`]+)`");
  static const std::regex severity(R"(- \*\*(note|warning|error)\*\*: .+)");
  static const std::regex example(R"(- Shown by `([^`]+)`, \*\*(note|warning|error)\*\*: (.+))");
  std::vector<Entry> found;
  for (const std::string& line : lines(read_file(in_repository("docs/findings.md")))) {
    std::smatch match;
    if (std::regex_match(line, match, heading)) found.push_back({match[1], {}, {}, {}});
    if (found.empty()) continue;
    found.back().text += line + '\n';
    if (std::regex_match(line, match, severity)) found.back().severities.insert(match[1]);
    if (std::regex_match(line, match, example)) found.back().examples.push_back({match[1], match[2], match[3]});
  }
  return found;
}

/// The findings of all sources of a case.
const std::vector<Finding>& findings_of(const std::string& folder) {
  static std::map<std::string, std::vector<Finding>> known;
  const auto [at, fresh] = known.try_emplace(folder);
  if (!fresh) return at->second;
  for (const fs::path& file : corpus::scored_files(in_repository("corpus/cases/" + folder))) {
    for (Finding& finding : corpus::read(file).report.findings) at->second.push_back(std::move(finding));
  }
  return at->second;
}

TEST(Findings, ThePageExplainsEveryCode) {
  std::vector<std::string> listed;
  for (const FindingCode& code : finding_codes()) listed.emplace_back(code.code);
  std::vector<std::string> explained;
  for (const Entry& entry : entries()) {
    explained.push_back(entry.code);
    EXPECT_FALSE(entry.severities.empty()) << entry.code << " has no severity";
    EXPECT_FALSE(entry.examples.empty()) << entry.code << " has no example";
    EXPECT_NE(entry.text.find("\n- Fields: "), std::string::npos) << entry.code;
    EXPECT_NE(entry.text.find("\n- What to do: "), std::string::npos) << entry.code;
  }
  EXPECT_EQ(explained, listed) << "in the order of the list";
}

TEST(Findings, TheCaseOfEachCodeRaisesIt) {
  for (const Entry& entry : entries()) {
    for (const Example& example : entry.examples) {
      ASSERT_TRUE(fs::is_directory(in_repository("corpus/cases/" + example.folder))) << example.folder;
      EXPECT_EQ(entry.severities.count(example.severity), 1U) << entry.code;
      const std::vector<Finding>& findings = findings_of(example.folder);
      EXPECT_TRUE(std::any_of(findings.begin(), findings.end(),
                              [&](const Finding& finding) {
                                return finding.code == entry.code && name(finding.severity) == example.severity &&
                                       finding.message == example.message;
                              }))
          << example.folder << " does not say " << entry.code << ", " << example.severity << ": " << example.message;
    }
  }
}

// Where no fields are promised there are none, in the whole corpus; and no code has a severity that the page is silent
// about.
TEST(Findings, NoCaseContradictsThePage) {
  std::map<std::string, Entry> by_code;
  for (Entry& entry : entries()) by_code.emplace(entry.code, std::move(entry));
  int checked = 0;
  for (const auto& folder : fs::directory_iterator(in_repository("corpus/cases"))) {
    for (const Finding& finding : findings_of(folder.path().filename())) {
      const Entry& entry = by_code[finding.code];
      EXPECT_EQ(entry.severities.count(std::string(name(finding.severity))), 1U)
          << finding.code << " is " << name(finding.severity) << " in " << folder.path();
      if (entry.text.find("\n- Fields: none") != std::string::npos) {
        EXPECT_EQ(finding.fields, std::vector<std::string>{}) << finding.code << " in " << folder.path();
      } else if (finding.severity != Severity::note) {
        EXPECT_NE(finding.fields, std::vector<std::string>{}) << finding.code << " in " << folder.path();
      }
      ++checked;
    }
  }
  EXPECT_GT(checked, 200);
}

}  // namespace
}  // namespace fubiao::tests
