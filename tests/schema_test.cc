// The schemas of docs/: that they say of every field what the forms say, of every key what it is, and that all that the
// program prints of the corpus is valid (the last test of the suite validates what these tests see;
// tests/CMakeLists.txt).
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "extract/finding.h"
#include "normalize/form.h"
#include "run_program.h"

namespace fubiao::tests {
namespace {

using Json = nlohmann::ordered_json;

Json schema(const std::string& name) {
  return Json::parse(read_file(in_repository("docs/" + name + ".schema.json")));
}

/// The leaves of a tree of objects, by path.
void leaves(const Json& node, const std::string& path, std::map<std::string, Json>& found) {
  if (!node.contains("properties")) {
    found[path] = node;
    return;
  }
  EXPECT_EQ(node["additionalProperties"], false) << path;
  for (const auto& [key, child] : node["properties"].items())
    leaves(child, path.empty() ? key : path + "." + key, found);
}

std::string joined(const FormField& field) {
  std::string text;
  for (const auto* labels : {&field.row, &field.column}) {
    for (const std::string& label : *labels) text += (text.empty() ? "" : " > ") + label;
  }
  return text;
}

TEST(Schemas, KnowEveryFieldOfEveryForm) {
  std::map<std::string, Json> written;
  leaves(schema("report")["$defs"]["known_data"], "", written);
  std::set<std::string> paths;
  for (const Form& form : bundled_forms()) {  // the newest first
    for (const FormField& field : fields_of(form)) {
      const bool newest = paths.insert(field.path).second;
      ASSERT_EQ(written.count(field.path), 1U) << field.path;
      const Json& leaf = written[field.path];
      EXPECT_EQ(leaf["type"], Json::array({"number", "null"})) << field.path;
      const std::string label = joined(field);
      if (newest) {
        EXPECT_EQ(leaf["title"], label) << field.path;
      }
      const std::string description = leaf["description"];
      EXPECT_NE(description.find(form.name), std::string::npos) << field.path;
      EXPECT_TRUE(leaf["title"] == label || description.find("Printed " + label + " in ") != std::string::npos)
          << field.path << " of " << form.name << ": " << description;
      std::string unit;
      if (leaf.contains("x-unit") && leaf["x-unit"].is_string()) unit = leaf["x-unit"];
      if (leaf.contains("x-unit") && leaf["x-unit"].is_array()) {
        for (const Json& one : leaf["x-unit"])
          unit += (unit.empty() ? "as printed (" : " or ") + one.get<std::string>();
        unit += ")";
      }
      EXPECT_EQ(unit, field.unit) << field.path;
    }
    // Rows that are printed alone in place of their children are no fields of the list, but may be in a report.
    for (const FormTable& table : form.tables) {
      for (const FormNode& row : table.rows) {
        if (row.alone.empty()) continue;
        for (const FormNode& column : table.blocks[static_cast<std::size_t>(row.block)].columns) {
          if (!column.carries) continue;
          const std::string path = join_keys(row.alone, column.key);
          EXPECT_EQ(written.count(path), 1U) << path;
          paths.insert(path);
        }
      }
    }
  }
  EXPECT_EQ(written.size(), paths.size()) << "the schema has fields that no form has";
  EXPECT_GT(paths.size(), 250U);
}

TEST(Schemas, NameTheFormsAndTheFindings) {
  const Json report = schema("report");
  std::set<std::string> forms;
  for (const Form& form : bundled_forms()) forms.insert(form.name);
  EXPECT_EQ(report["$defs"]["known_form"]["enum"].get<std::set<std::string>>(), forms);
  std::set<std::string> codes;
  for (const FindingCode& code : finding_codes()) codes.insert(std::string(code.code));
  EXPECT_EQ(report["$defs"]["finding"]["properties"]["code"]["enum"].get<std::set<std::string>>(), codes);
}

TEST(Schemas, AreWhatTheirScriptMakes) {
  if (std::system("python3 --version > /dev/null") != 0) GTEST_SKIP() << "needs python3";
  EXPECT_EQ(std::system("python3 '" FUBIAO_SOURCE "/scripts/make-schema' --check"), 0)
      << "run scripts/make-schema and look at what it changes";
}

/// Every key of an object, wherever it stands, is explained: by its own description or by that of what it refers to.
void expect_descriptions(const Json& node, const std::string& where, const Json& definitions, int& checked) {
  if (node.is_array()) {
    for (const Json& item : node) expect_descriptions(item, where, definitions, checked);
  }
  if (!node.is_object()) return;
  // Conditions, and what is added to a reference, name keys that are explained elsewhere.
  const bool condition = where.find("/if") != std::string::npos || where.find("/then") != std::string::npos ||
                         where.find("/else") != std::string::npos || node.contains("$ref");
  for (const auto& [key, child] : node.items()) {
    if (key == "properties" && child.is_object() && !condition) {
      for (const auto& [property, about] : child.items()) {
        const std::string target = about.value("$ref", "");
        const bool referred =
            !target.empty() && definitions[target.substr(target.rfind('/') + 1)].contains("description");
        const bool constant = about.contains("const");
        EXPECT_TRUE(about.contains("description") || referred || constant) << where << "/" << property;
        ++checked;
        expect_descriptions(about, where + "/" + property, definitions, checked);
      }
    } else if (key != "$ref") {
      expect_descriptions(child, where + "/" + key, definitions, checked);
    }
  }
}

TEST(Schemas, ExplainEveryKey) {
  for (const char* name : {"report", "tables", "check", "corpus"}) {
    const Json whole = schema(name);
    int checked = 0;
    expect_descriptions(whole, name, whole["$defs"], checked);
    EXPECT_GT(checked, 20) << name;
  }
}

/// The corpus in every way in which the program gives JSON. Kept by run_program for the validator.
TEST(Schemas, WhatTheProgramSaysOfTheCorpus) {
  const TemporaryFolder folder;
  const std::string cases = in_repository("corpus/cases");
  const std::string out = (folder.path() / "out").native();
  const ProgramRun reports = run_program({"extract", cases});
  EXPECT_EQ(reports.status, 0);
  EXPECT_GT(lines(reports.out).size(), 100U);
  EXPECT_EQ(run_program({"extract", "--tables", "-o", out, cases}).status, 0);
  EXPECT_EQ(run_program({"tables", cases, in_repository("corpus/tables")}).status, 0);
  // The cases are of few agencies whose numbers are drawn by lot.
  const ProgramRun check = run_program({"check", "--format", "json", out});
  EXPECT_EQ(check.status, 1);
  EXPECT_EQ(Json::parse(check.out)["unread"].size(), 0U);
  EXPECT_GT(Json::parse(check.out)["conflicts"].size(), 0U);
  const std::string report = read_file(cases + "/plain-2021/report.pdf");
  for (const char* command : {"extract", "tables"}) {
    EXPECT_EQ(run_program({command, "-"}, {.input = report}).status, 0);
    EXPECT_EQ(run_program({command, cases + "/not-a-report/report.pdf"}).status, 0);
    // Failures: alone, and in JSON Lines.
    EXPECT_EQ(run_program({command, "-"}, {.input = report.substr(0, 1000)}).status, 1);
    EXPECT_EQ(run_program({command, "-"}, {.input = ""}).status, 1);
    EXPECT_EQ(run_program({command, folder.write("x.pdf", "%PDF-1.7\n"), folder.write("x.docx", "PK\3\4"), "gone.pdf",
                           folder.write("empty.txt", "")})
                  .status,
              1);
  }
}

}  // namespace
}  // namespace fubiao::tests
