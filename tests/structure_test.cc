// The house rules that a compiler does not see: which stage may include which, where a library may be used, how long
// a file may be, and that the list of finding codes is complete.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "extract/finding.h"
#include "run_program.h"

namespace fubiao::tests {
namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, 4> kStages = {"extract", "layout", "normalize", "cli"};

struct SourceFile {
  std::string name;  ///< below the repository
  std::string text;
  std::vector<std::string> includes;  ///< as written, without <> or ""
};

std::vector<SourceFile> sources_in(const std::string& folder) {
  std::vector<SourceFile> result;
  for (const auto& entry : fs::recursive_directory_iterator(in_repository(folder))) {
    const std::string extension = entry.path().extension();
    if (extension != ".cc" && extension != ".h") continue;
    SourceFile file;
    file.name = entry.path().lexically_relative(FUBIAO_SOURCE);
    file.text = read_file(entry.path());
    for (const std::string& line : lines(file.text)) {
      if (line.rfind("#include ", 0) != 0) continue;
      const std::size_t begin = line.find_first_of("<\"") + 1;
      file.includes.push_back(line.substr(begin, line.find_first_of(">\"", begin) - begin));
    }
    result.push_back(std::move(file));
  }
  std::sort(result.begin(), result.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return result;
}

std::vector<SourceFile> stage_sources() {
  std::vector<SourceFile> all;
  for (const char* stage : kStages) {
    for (SourceFile& file : sources_in(stage)) all.push_back(std::move(file));
  }
  return all;
}

/// Names of the files that include a header which satisfies `test`.
template <typename Test>
std::set<std::string> users_of(Test test) {
  std::set<std::string> users;
  for (const SourceFile& file : stage_sources()) {
    if (std::any_of(file.includes.begin(), file.includes.end(), test)) users.insert(file.name);
  }
  return users;
}

bool starts_with(const std::string& text, const std::string& start) {
  return text.rfind(start, 0) == 0;
}

TEST(Structure, AStageUsesOnlyThoseBeforeIt) {
  std::map<std::string, std::size_t> rank;
  for (std::size_t i = 0; i < kStages.size(); ++i) rank[kStages[i]] = i;
  int checked = 0;
  for (const SourceFile& file : stage_sources()) {
    const std::size_t own = rank.at(file.name.substr(0, file.name.find('/')));
    for (const std::string& include : file.includes) {
      const auto other = rank.find(include.substr(0, include.find('/')));
      if (other == rank.end() || include.find('/') == std::string::npos) continue;
      EXPECT_LE(other->second, own) << file.name << " includes " << include;
      ++checked;
    }
  }
  EXPECT_GT(checked, 100) << "the test found nothing to check";
}

TEST(Structure, NoStageIncludesTheTests) {
  EXPECT_EQ(users_of([](const std::string& i) { return starts_with(i, "tests/") || starts_with(i, "gtest"); }),
            std::set<std::string>{});
}

TEST(Structure, EachLibraryStaysInItsPlace) {
  const auto poppler = users_of([](const std::string& i) {
    static const std::regex name(
        "poppler.*|goo/.*|splash/.*|(GfxState|GfxFont|OutputDev|PDFDoc|GlobalParams|Page|Object|Stream|Dict|XRef).h");
    return std::regex_match(i, name);
  });
  EXPECT_EQ(poppler, (std::set<std::string>{"extract/pdf.cc", "extract/pdf_fonts.cc", "extract/pdf_picture.cc",
                                            "extract/pdf_setup.cc"}))
      << "Poppler's private headers change from release to release: the PDF module alone knows them";

  EXPECT_EQ(users_of([](const std::string& i) { return starts_with(i, "CLI/"); }),
            std::set<std::string>{"cli/options.cc"});
  const auto json = users_of([](const std::string& i) { return starts_with(i, "nlohmann/"); });
  EXPECT_LE(json.size(), 3U) << "nlohmann/json is slow to compile";
  for (const std::string& user : json) EXPECT_FALSE(user.ends_with(".h")) << user;
  for (const std::string& user :
       users_of([](const std::string& i) { return starts_with(i, "libxml/") || i == "zip.h"; })) {
    EXPECT_TRUE(starts_with(user, "extract/")) << user;
  }
}

TEST(Structure, EachFileOfTheHeartOpensWithAnEssay) {
  for (const char* stage : {"layout", "normalize"}) {
    for (const SourceFile& file : sources_in(stage)) {
      if (!file.name.ends_with(".cc")) continue;
      const std::vector<std::string> text = lines(file.text);
      std::size_t length = 0;
      while (length < text.size() && starts_with(text[length], "//")) ++length;
      // Where there is hardly anything to decide, a line says so.
      EXPECT_GE(length, text.size() > 60 ? 3U : 1U) << file.name << " opens without saying what it decides and why";
    }
  }
}

TEST(Structure, FilesStaySmall) {
  for (const char* folder : {"extract", "layout", "normalize", "cli", "tests"}) {
    for (const SourceFile& file : sources_in(folder)) {
      EXPECT_LE(lines(file.text).size(), 500U) << file.name << ": split it by subject";
    }
  }
}

// Two types of one name in one namespace, in two files, link without a word and crash in the release build: the linker
// keeps one of the two destructors. Anonymous namespaces are exempt.
TEST(Structure, EachTypeIsDefinedOnce) {
  const std::regex definition(R"(^(?:struct|class|enum class) (\w+)[^;:]*\{.*)");
  std::map<std::string, std::string> seen;
  for (const SourceFile& file : stage_sources()) {
    bool anonymous = false;
    for (const std::string& line : lines(file.text)) {
      if (line == "namespace {") anonymous = true;
      if (starts_with(line, "}  // namespace") && line != "}  // namespace fubiao") anonymous = false;
      std::smatch found;
      if (anonymous || !std::regex_match(line, found, definition)) continue;
      const auto [other, fresh] = seen.emplace(found[1], file.name);
      EXPECT_TRUE(fresh) << found[1] << " of " << file.name << " and of " << other->second;
    }
  }
  EXPECT_GT(seen.size(), 50U) << "the test found nothing to check";
}

TEST(Structure, NoPathOfOneMachine) {
  // Put together here, so that this file passes its own test.
  const std::vector<std::string> machines = {std::string("/wo") + "rk/", std::string("/ho") + "me/",
                                             std::string("/ro") + "ot/"};
  for (const auto& entry : fs::recursive_directory_iterator(FUBIAO_SOURCE)) {
    const std::string name = entry.path().lexically_relative(FUBIAO_SOURCE);
    if (!entry.is_regular_file() || starts_with(name, "build/") || starts_with(name, ".git/") || name == ".git")
      continue;
    const std::string extension = entry.path().extension();
    if (extension == ".pdf" || extension == ".docx" || extension == ".pyc") continue;
    const std::string text = read_file(entry.path());
    for (const std::string& machine : machines)
      EXPECT_EQ(text.find(machine), std::string::npos) << name << ": " << machine;
  }
}

// A mistake in a form file must not be repeated in the truth: the maker of the corpus has labels of its own.
TEST(Structure, TheMakerOfTheCorpusKnowsNothingOfTheProgram) {
  const fs::path corpus = fs::path(FUBIAO_SOURCE) / "corpus";
  int files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(corpus)) {
    const bool maker = entry.path().parent_path().filename() == "maker" && entry.path().extension() == ".py";
    if (!maker && entry.path() != corpus / "make") continue;
    ++files;
    const std::string text = read_file(entry.path());
    for (const char* word : {"normalize/", "extract/", "layout/", "forms/", "fields.json"})
      EXPECT_EQ(text.find(word), std::string::npos) << entry.path().filename() << ": " << word;
  }
  EXPECT_GT(files, 20) << "the maker is not where this test looks for it";
}

// Every quoted word-with-hyphens in the stages is a finding code, or one of the few others that stand here. So a
// finding cannot be made under a name that the list does not explain, however the code that makes it is written.
TEST(Structure, TheListOfFindingCodesIsComplete) {
  const std::set<std::string> other_words = {
      "not-found",       "no-cmaps",             // ErrorCode
      "core-properties", "extended-properties",  // OOXML relationships
      "windows-950",                             // ICU converter
      "utf-8",                                   // HTML
      "pdf-word",                                // renditions
      "timed-out",                               // CaseFailure
      "ogi-2014",        "ogi-2019",
      "ogi-2021",  // forms
  };
  std::set<std::string> listed;
  std::string last;
  for (const FindingCode& entry : finding_codes()) {
    EXPECT_LT(last, entry.code) << "alphabetical, each once";
    last = entry.code;
    listed.insert(last);
    EXPECT_TRUE(entry.meaning.ends_with('.')) << entry.code;
  }
  std::map<std::string, std::string> used;
  const std::regex quoted("\"([a-z0-9]+(?:-[a-z0-9]+)+)\"");
  for (const SourceFile& file : stage_sources()) {
    if (file.name == "extract/finding.cc") continue;
    for (std::sregex_iterator it(file.text.begin(), file.text.end(), quoted), end; it != end; ++it) {
      if (other_words.count((*it)[1]) == 0) used.emplace((*it)[1], file.name);
    }
  }
  for (const auto& [code, file] : used)
    EXPECT_EQ(listed.count(code), 1U) << code << " of " << file << " is not in the list";
  for (const std::string& code : listed) EXPECT_EQ(used.count(code), 1U) << code << " is listed, but never given";
}

}  // namespace
}  // namespace fubiao::tests
