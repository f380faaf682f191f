#include "cli/corpus_junit.h"

#include <gtest/gtest.h>

#include "extract/finding.h"
#include "extract/xml.h"
#include "run_program.h"

namespace fubiao::tests {
namespace {

namespace fs = std::filesystem;

struct Element {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::string text;  ///< its own
  int parent = -1;
};

/// All elements of a file that is well-formed; libxml2 throws where it is not.
std::vector<Element> elements_of(const std::string& bytes) {
  static const std::vector<std::string> known = {"name", "classname", "message", "tests", "failures", "errors", "time"};
  Xml xml(bytes, "junit", {});
  std::vector<Element> all;
  std::vector<int> open;
  while (xml.next()) {
    if (xml.node() == Xml::Node::start) {
      Element element{std::string(xml.name()), {}, {}, open.empty() ? -1 : open.back()};
      for (const std::string& key : known) {
        if (const auto value = xml.attribute(key)) element.attributes.emplace(key, *value);
      }
      all.push_back(element);
      if (!xml.empty()) open.push_back(static_cast<int>(all.size()) - 1);
    } else if (xml.node() == Xml::Node::end) {
      open.pop_back();
    } else if (xml.node() == Xml::Node::text && !open.empty()) {
      all[static_cast<std::size_t>(open.back())].text += xml.text();
    }
  }
  return all;
}

std::vector<Element> named(const std::vector<Element>& all, const std::string& name) {
  std::vector<Element> some;
  for (const Element& element : all) {
    if (element.name == name) some.push_back(element);
  }
  return some;
}

struct Given {
  CaseResult result;
  bool fails = false;
};

std::vector<Element> written(const std::vector<Given>& cases, const std::string& suite = "corpus") {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "out" / "junit.xml";
  JunitFile junit(file, suite);
  Scoreboard board;
  board.seconds = 2.5;
  for (const Given& given : cases) {
    junit.add(given.result, given.fails);
    board.add(given.result);
  }
  EXPECT_FALSE(fs::exists(file));
  EXPECT_EQ(junit.finish(board), "");
  return elements_of(read_file(file));
}

CaseResult named_case(const std::string& path) {
  CaseResult result;
  result.path = path;
  result.seconds = 0.25;
  return result;
}

CaseResult changed(const std::string& path, const std::string& what) {
  CaseResult result = named_case(path);
  result.verdict = Verdict::worse;
  result.changes = {{Verdict::worse, what, "5", "4"}};
  return result;
}

CaseResult not_read(const std::string& path) {
  CaseResult result = named_case(path);
  result.outcome.failure = {"damaged", "it is torn"};
  return result;
}

TEST(CorpusJunit, CountsWhatFailsAndWhatWasNotRead) {
  const std::vector<Element> all = written({{named_case("c/a.pdf"), false},
                                            {changed("c/b.pdf", "total"), true},
                                            {changed("c/c.pdf", "total"), false},
                                            {not_read("c/d.pdf"), true},
                                            {not_read("c/e.pdf"), false},
                                            {changed("f.pdf", "total"), true}});
  ASSERT_EQ(all[0].name, "testsuites");
  ASSERT_EQ(all[1].name, "testsuite");
  for (const std::size_t i : {0U, 1U}) {
    EXPECT_EQ(all[i].attributes,
              (std::map<std::string, std::string>{
                  {"name", "corpus"}, {"tests", "6"}, {"failures", "2"}, {"errors", "1"}, {"time", "2.500"}}));
  }
  const std::vector<Element> cases = named(all, "testcase");
  ASSERT_EQ(cases.size(), 6U);
  for (const Element& element : cases) EXPECT_EQ(element.parent, 1);
  EXPECT_EQ(cases[0].attributes,
            (std::map<std::string, std::string>{{"classname", "c"}, {"name", "a.pdf"}, {"time", "0.250"}}));
  EXPECT_EQ(cases[5].attributes.at("classname"), ".");
  const std::vector<Element> failures = named(all, "failure");
  ASSERT_EQ(failures.size(), 2U);
  EXPECT_EQ(all[static_cast<std::size_t>(failures[0].parent)].attributes.at("name"), "b.pdf");
  EXPECT_EQ(failures[0].attributes.at("message"), "worse  total: accepted 5, now 4");
  EXPECT_EQ(failures[0].text, "worse  total: accepted 5, now 4\n");
  const std::vector<Element> errors = named(all, "error");
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(all[static_cast<std::size_t>(errors[0].parent)].attributes.at("name"), "d.pdf");
  EXPECT_EQ(errors[0].attributes.at("message"), "not read  it is torn (damaged)");
  // What does not fail is told all the same.
  const std::vector<Element> told = named(all, "system-out");
  ASSERT_EQ(told.size(), 2U);
  EXPECT_EQ(told[0].text, "worse  total: accepted 5, now 4\n");
}

TEST(CorpusJunit, AFreshCaseThatFailsSaysWhy) {
  const std::vector<Element> all = written({{named_case("a.pdf"), true}});
  EXPECT_EQ(named(all, "failure").at(0).attributes.at("message"), "nothing was accepted yet");
}

TEST(CorpusJunit, NoCases) {
  const std::vector<Element> all = written({});
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[1].attributes.at("tests"), "0");
}

struct HostileName {
  std::string given;
  std::string read;
};

TEST(CorpusJunit, NothingInANameEndsAnything) {
  std::string controls;
  std::string replaced;
  for (char c = 1; c < 0x20; ++c) {
    controls += c;
    replaced += c == '\n' || c == '\t' ? std::string(1, c) : "\uFFFD";
  }
  const std::vector<HostileName> names = {
      {"<a>&amp;\"'", "<a>&amp;\"'"},
      {"]]>", "]]>"},
      {"\"/><failure message=\"x\"/>", "\"/><failure message=\"x\"/>"},
      {"<!-- ", "<!-- "},
      {"x" + controls + "y", "x" + replaced + "y"},
      {std::string("a\0b", 3), "a\uFFFDb"},
      {"\xFF\xE7\x94", "\uFFFD\uFFFD"},
      {"\uFFFE\uFFFF", "\uFFFD\uFFFD"},
      {"甲𠮷 x", "甲𠮷 x"},
      {"a  b", "a  b"},
  };
  for (const HostileName& name : names) {
    // A slash parts a name from its folder.
    const std::string path = "f" + name.given;
    const std::size_t slash = path.find_last_of('/');
    const std::vector<Element> all = written({{changed(path, name.given), true}}, name.given);
    EXPECT_EQ(all.at(0).attributes.at("name"), name.read);
    const std::map<std::string, std::string> attributes = named(all, "testcase").at(0).attributes;
    EXPECT_EQ((slash == std::string::npos ? "" : attributes.at("classname") + "/") + attributes.at("name"),
              "f" + name.read);
    ASSERT_EQ(named(all, "failure").size(), 1U) << name.read;
    const Element failure = named(all, "failure").front();
    EXPECT_EQ(failure.attributes.at("message"), "worse  " + name.read + ": accepted 5, now 4");
    EXPECT_EQ(failure.text, failure.attributes.at("message") + "\n");
  }
}

TEST(CorpusJunit, AFileThatCannotBeWrittenIsTold) {
  const TemporaryFolder folder;
  folder.write("file", "");
  JunitFile junit(folder.path() / "file" / "junit.xml", "corpus");
  junit.add(named_case("a.pdf"), false);
  EXPECT_NE(junit.finish({}), "");
}

}  // namespace
}  // namespace fubiao::tests
