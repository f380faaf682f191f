#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "layout/analyze.h"
#include "normalize/report.h"

namespace fubiao {
namespace {

std::string text_of(const std::optional<Decimal>& value) {
  return value ? value->to_string() : "null";
}

/// The tables of a real report as they are drawn, so that only normalize is on trial.
Layout true_layout(const nlohmann::json& tables) {
  Layout layout;
  for (const nlohmann::json& item : tables["tables"]) {
    Table table;
    table.rows = item["rows"];
    table.columns = item["columns"];
    for (const nlohmann::json& c : item["cells"]) {
      Cell cell;
      cell.row = c["row"];
      cell.column = c["col"];
      cell.row_span = c["row_span"];
      cell.column_span = c["col_span"];
      cell.text = cell.print = c["text"];
      table.cells.push_back(std::move(cell));
    }
    layout.tables.push_back(std::move(table));
  }
  return layout;
}

void expect_truth(const std::string& stem) {
  const std::filesystem::path folder = std::filesystem::path(FUBIAO_SHARED) / "reports";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << folder << " is not there";
  std::ifstream truth_file(folder / (stem + ".truth.json"));
  const nlohmann::json truth = nlohmann::json::parse(truth_file);
  std::ifstream tables_file(folder / (stem + ".tables.json"));
  const Report report = normalize({}, true_layout(nlohmann::json::parse(tables_file)), bundled_set());
  EXPECT_EQ(report.form.value_or(""), truth["form"]);
  std::map<std::string, std::string> fields;
  for (const Field& field : report.fields) fields[field.path] = text_of(field.value);
  std::map<std::string, std::string> expected;
  for (const auto& item : truth["fields"].items()) {
    expected[item.key()] = item.value().is_null() ? "null" : text_of(Decimal::parse(item.value().dump()));
  }
  EXPECT_EQ(fields, expected);
  std::set<std::string> failing;
  for (const Check& check : report.checks) {
    if (check.holds && !*check.holds) failing.insert(check.name);
    EXPECT_TRUE(check.holds.has_value()) << check.name;
  }
  std::set<std::string> known;
  if (truth.contains("failing_checks")) {
    for (const auto& check : truth["failing_checks"]) known.insert(check["check"]);
  }
  EXPECT_EQ(failing, known);
  for (const Finding& finding : report.findings) {
    if (finding.severity != Severity::note) ADD_FAILURE() << finding.code << ": " << finding.message;
  }
}

TEST(Normalize, TrueTablesOfAReportThatAddsUpGiveItsTruth) {
  expect_truth("acheng-2023");
}
TEST(Normalize, TrueTablesWithARowOfTheOlderFormGiveTheirTruth) {
  expect_truth("hongze-2023");
}

TEST(Normalize, OtherDocumentHasNoForm) {
  const Report report = normalize({}, {}, bundled_set());
  EXPECT_FALSE(report.form.has_value());
  EXPECT_TRUE(report.fields.empty());
  EXPECT_TRUE(report.checks.empty());
  ASSERT_EQ(report.findings.size(), 1u);
  EXPECT_EQ(report.findings[0].code, "no-known-form");
  EXPECT_EQ(report.findings[0].severity, Severity::note);
}

TEST(Normalize, LabelsOfTheFormsAreKnown) {
  EXPECT_TRUE(is_form_label("一、本年新收政府信息公开申请数量", bundled_set()));
  EXPECT_TRUE(is_form_label("1属于国家秘密", bundled_set()));
  EXPECT_TRUE(is_form_label("第二十條第（八）項", bundled_set()));
  EXPECT_FALSE(is_form_label("属于国家", bundled_set()));
  EXPECT_FALSE(is_form_label("", bundled_set()));
  EXPECT_FALSE(is_form_label("21", bundled_set()));
}

}  // namespace
}  // namespace fubiao
