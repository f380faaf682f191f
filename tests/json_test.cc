#include "normalize/json.h"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdio>
#include <nlohmann/json.hpp>

namespace fubiao {
namespace {

using Json = nlohmann::ordered_json;

constexpr JsonStyle indented{.indented = true};
constexpr JsonStyle one_line{.indented = false};

SourceInfo pdf_source() {
  return {.path = "2023/report.pdf",
          .format = "pdf",
          .sha256 = std::string(64, 'a'),
          .bytes = 240143,
          .pages = 5,
          .producer = "WPS 文字"};
}
SourceInfo text_source() {
  return {.path = "-", .format = "text", .sha256 = std::string(64, '0'), .bytes = 12, .pages = {}, .producer = ""};
}

Field field(std::string path, std::optional<Decimal> value, Status status = Status::read) {
  Field result;
  result.path = std::move(path);
  result.value = value;
  result.status = status;
  result.text = value ? value->to_string() : "";
  return result;
}

Report full_report() {
  Report report;
  report.form = "ogi-2021";
  report.title = "甲县人民政府2023年政府信息公开工作年度报告";
  report.agency = "甲县人民政府";
  report.year = 2023;
  Field total = field("requests.new_received.total", Decimal::parse("95"));
  total.unit = "件";
  total.page = 3;
  total.box = Box{505.1, 411.04, 517.249, 423.9};
  total.table = 1;
  total.row = 3;
  total.column = 9;
  report.fields = {field("requests.new_received.natural_person", Decimal::parse("95")), total,
                   field("disclosure.fees.amount", Decimal::parse("12.5")),
                   field("requests.carried_over.total", std::nullopt, Status::blank)};
  report.sections = {{std::nullopt, 1, "开头"}, {"一、总体情况", 1, "第一段\n第二段"}};
  report.checks = {
      {"sum:review.total", false, Decimal::parse("11"), Decimal::parse("0"), {"review.upheld", "review.total"}},
      {"balance:total", std::nullopt, std::nullopt, Decimal::parse("3"), {"requests.new_received.total"}}};
  report.findings = {{"stray-text", Severity::note, "a \"0\" was dropped", {}, {3, 1, 23, 0}},
                     {"number-in-doubt", Severity::warning, "doubt", {"disclosure.fees.amount"}, {}}};
  return report;
}

Layout one_table() {
  Layout layout;
  Table table;
  table.rows = 1;
  table.columns = 2;
  table.caption = "三、收到";
  table.parts = {{3, {52.02, 250.11, 339.8, 506.94}, {}}, {4, {52, 60, 339.8, 100}, {}}};
  Cell left;
  left.text = "规章";
  left.parts = {{3, {52.02, 250.11, 100, 300}, {}}};
  Cell right;
  right.column = 1;
  table.cells = {left, right};
  layout.tables = {table};
  return layout;
}

std::vector<std::string> keys(const Json& object) {
  std::vector<std::string> result;
  for (const auto& item : object.items()) result.push_back(item.key());
  return result;
}
using Keys = std::vector<std::string>;

TEST(Json, KeysKeepTheOrderOfTheContract) {
  const Layout layout = one_table();
  const Json json = Json::parse(to_json(pdf_source(), full_report(), &layout, indented));
  EXPECT_EQ(keys(json),
            (Keys{"schema", "source", "report", "data", "cells", "sections", "checks", "findings", "tables"}));
  EXPECT_EQ(keys(json["source"]), (Keys{"path", "format", "sha256", "bytes", "pages", "producer"}));
  EXPECT_EQ(keys(json["report"]), (Keys{"form", "title", "agency", "year"}));
  EXPECT_EQ(keys(json["cells"][1]),
            (Keys{"field", "value", "text", "unit", "status", "page", "bbox", "table", "row", "column"}));
  EXPECT_EQ(keys(json["sections"][0]), (Keys{"heading", "level", "text"}));
  EXPECT_EQ(keys(json["checks"][0]), (Keys{"check", "holds", "expected", "printed", "fields"}));
  EXPECT_EQ(keys(json["findings"][0]),
            (Keys{"code", "severity", "message", "fields", "page", "table", "row", "column"}));
  EXPECT_EQ(keys(json["tables"][0]), (Keys{"page", "pages", "bbox", "bboxes", "caption", "rows", "columns", "cells"}));
  EXPECT_EQ(keys(json["tables"][0]["cells"][0]), (Keys{"row", "col", "row_span", "col_span", "text", "page", "bbox"}));
}

TEST(Json, ValuesAreThoseOfTheReport) {
  const Json json = Json::parse(to_json(pdf_source(), full_report(), nullptr, indented));
  EXPECT_EQ(json["schema"], "fubiao/report/1");
  EXPECT_EQ(json["source"]["bytes"], 240143);
  EXPECT_EQ(json["report"]["year"], 2023);
  EXPECT_EQ(json["data"]["requests"]["new_received"]["total"], 95);
  EXPECT_TRUE(json["data"]["requests"]["carried_over"]["total"].is_null());
  EXPECT_EQ(json["cells"][1]["bbox"], Json::parse("[505.1, 411.0, 517.2, 423.9]"));
  EXPECT_EQ(json["cells"][3]["status"], "blank");
  EXPECT_EQ(json["checks"][0]["holds"], false);
  EXPECT_EQ(json["checks"][0]["expected"], 11);
  EXPECT_TRUE(json["checks"][1]["holds"].is_null());
  EXPECT_EQ(json["findings"][1]["severity"], "warning");
  EXPECT_EQ(json["findings"][1]["fields"], Json::parse(R"(["disclosure.fees.amount"])"));
  EXPECT_EQ(json["sections"][1]["text"], "第一段\n第二段");
}

TEST(Json, UnknownIsNullWhereTheContractSaysSoAndAbsentElsewhere) {
  Report report;
  report.fields = {field("a.b", std::nullopt, Status::blank)};
  report.findings = {{"unknown-form", Severity::note, "none", {}, {}}};
  const Json json = Json::parse(to_json(text_source(), report, nullptr, indented));
  for (const char* key : {"form", "title", "agency", "year"}) EXPECT_TRUE(json["report"].at(key).is_null()) << key;
  EXPECT_EQ(keys(json["source"]), (Keys{"path", "format", "sha256", "bytes"}));
  EXPECT_EQ(keys(json["cells"][0]), (Keys{"field", "value", "text", "status", "table", "row", "column"}));
  EXPECT_EQ(keys(json["findings"][0]), (Keys{"code", "severity", "message", "fields"}));
  EXPECT_EQ(json["sections"], Json::array());
  EXPECT_FALSE(json.contains("tables"));
  EXPECT_EQ(Json::parse(to_json(text_source(), Report(), nullptr, indented))["data"], Json::object());
}

TEST(Json, TablesWithoutPagesHaveNoneOfTheFourKeys) {
  Layout layout = one_table();
  layout.tables[0].parts.clear();
  layout.tables[0].caption.clear();
  layout.tables[0].cells[0].parts.clear();
  const Json json = Json::parse(to_json(text_source(), layout, indented));
  EXPECT_EQ(json["schema"], "fubiao/tables/1");
  EXPECT_EQ(keys(json), (Keys{"schema", "source", "tables"}));
  EXPECT_EQ(keys(json["tables"][0]), (Keys{"rows", "columns", "cells"}));
  EXPECT_EQ(keys(json["tables"][0]["cells"][0]), (Keys{"row", "col", "row_span", "col_span", "text"}));
}

TEST(Json, TableOverTwoPagesNamesBoth) {
  const Json table = Json::parse(to_json(pdf_source(), one_table(), one_line))["tables"][0];
  EXPECT_EQ(table["page"], 3);
  EXPECT_EQ(table["pages"], Json::parse("[3, 4]"));
  EXPECT_EQ(table["bbox"], Json::parse("[52.0, 250.1, 339.8, 506.9]"));
  EXPECT_EQ(table["bboxes"].size(), 2u);
  EXPECT_EQ(table["bboxes"][1], Json::parse("[52.0, 60.0, 339.8, 100.0]"));
}

TEST(Json, NumbersNeverPassThroughADouble) {
  Report report;
  const char* numbers[] = {"73802895.9", "0.1", "-3", "9007199254740993", "123456789012345678901234567890.123456"};
  for (const char* number : numbers)
    report.fields.push_back(field(std::string("n.") + std::to_string(report.fields.size()), Decimal::parse(number)));
  const std::string json = to_json(text_source(), report, nullptr, one_line);
  for (const char* number : numbers) {
    EXPECT_NE(json.find(std::string("\"value\": ") + number + ","), std::string::npos) << number << '\n' << json;
  }
}

TEST(Json, DataNestsInOrderOfFirstAppearance) {
  Report report;
  for (const char* path : {"b.y.n", "a.x", "b.x", "b.y.m"}) report.fields.push_back(field(path, Decimal::parse("1")));
  EXPECT_EQ(Json::parse(to_json(text_source(), report, nullptr, indented))["data"].dump(),
            R"({"b":{"y":{"n":1,"m":1},"x":1},"a":{"x":1}})");
}

TEST(Json, PathThatIsValueAndObjectKeepsItsFirstMeaning) {
  Report report;
  report.fields = {field("a", Decimal::parse("1")), field("a.b", Decimal::parse("2")),
                   field("c.d", Decimal::parse("3")), field("c", Decimal::parse("4")),
                   field("c.d", Decimal::parse("5"))};
  const Json json = Json::parse(to_json(text_source(), report, nullptr, indented));
  EXPECT_EQ(json["data"].dump(), R"({"a":1,"c":{"d":3}})");
  EXPECT_EQ(json["cells"].size(), 5u);
}

TEST(Json, OneLineIsOneLineAndSaysTheSame) {
  const Layout layout = one_table();
  const std::string line = to_json(pdf_source(), full_report(), &layout, one_line);
  const std::string page = to_json(pdf_source(), full_report(), &layout, indented);
  EXPECT_EQ(line.find('\n'), std::string::npos);
  EXPECT_EQ(Json::parse(line).dump(), Json::parse(page).dump());
  EXPECT_NE(page.back(), '\n');
}

TEST(Json, IndentedStyleGivesEachEntryALine) {
  const std::string page = to_json(pdf_source(), full_report(), nullptr, indented);
  EXPECT_NE(
      page.find("\n    {\"field\": \"requests.new_received.total\", \"value\": 95, \"text\": \"95\", \"unit\": "
                "\"件\", \"status\": \"read\", \"page\": 3, \"bbox\": [505.1, 411.0, 517.2, 423.9], \"table\": 1, "
                "\"row\": 3, \"column\": 9},\n"),
      std::string::npos)
      << page;
  EXPECT_NE(page.find("\n    \"requests\": {\n      \"new_received\": {\n        \"natural_person\": 95,\n"),
            std::string::npos)
      << page;
}

TEST(Json, StringsAreValidUtf8InNfc) {
  Report report;
  report.title = "e\xCC\x81";
  report.agency =
      "a\xFF"
      "b\xE4\xB8";
  report.sections = {{"\"\\\x01", 1, std::string("\0", 1)}};
  const std::string json = to_json(text_source(), report, nullptr, one_line);
  const Json parsed = Json::parse(json);  // throws on invalid UTF-8
  EXPECT_EQ(parsed["report"]["title"], "\xC3\xA9");
  EXPECT_EQ(parsed["report"]["agency"],
            "a\xEF\xBF\xBD"
            "b\xEF\xBF\xBD");
  EXPECT_EQ(parsed["sections"][0]["heading"], "\"\\\x01");
}

TEST(Json, CoordinatesAreNeverNoiseOrNoNumber) {
  Layout layout = one_table();
  layout.tables[0].parts = {{1, {-0.01, 1e300, 0.1 + 0.2, 100.0 / 3}, {}}};
  const std::string json = to_json(pdf_source(), layout, one_line);
  EXPECT_NE(json.find("\"bbox\": [0.0, 0.0, 0.3, 33.3]"), std::string::npos) << json;
}

TEST(Json, FailedFileGivesARecordOfItsCommand) {
  SourceInfo missing;
  missing.path = "gone.pdf";
  const Error error(ErrorCode::not_found, "no such file");
  EXPECT_EQ(
      to_json(missing, error, one_line),
      R"({"schema": "fubiao/report/1", "source": {"path": "gone.pdf"}, "error": {"code": "not-found", "message": "no such file"}})");
  EXPECT_EQ(Json::parse(to_json(missing, error, indented, OutputKind::tables))["schema"], "fubiao/tables/1");
}

/// Runs the independent validator; its exit status.
int validate(const std::string& json) {
  const std::string command = "python3 '" FUBIAO_SOURCE "/tests/validate_json.py' '" FUBIAO_SOURCE "/docs' -";
  std::FILE* pipe = popen(command.c_str(), "w");
  if (pipe == nullptr) return 77;
  std::fwrite(json.data(), 1, json.size(), pipe);
  const int status = pclose(pipe);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

TEST(JsonSchema, AcceptsWhatIsWritten) {
  const Layout layout = one_table();
  SourceInfo missing;
  missing.path = "gone.pdf";
  const std::string all = to_json(pdf_source(), full_report(), &layout, one_line) + '\n' +
                          to_json(text_source(), Report(), nullptr, one_line) + '\n' +
                          to_json(pdf_source(), layout, one_line) + '\n' +
                          to_json(missing, Error(ErrorCode::not_found, "no such file"), one_line) + '\n';
  const int status = validate(all);
  if (status == 77 || status == 127) GTEST_SKIP() << "needs python3-jsonschema (4.0 or later)";
  EXPECT_EQ(status, 0);
}

TEST(JsonSchema, RefusesWhatTheContractForbids) {
  const Json good = Json::parse(to_json(pdf_source(), full_report(), nullptr, one_line));
  const int status = validate(good.dump());
  if (status == 77 || status == 127) GTEST_SKIP() << "needs python3-jsonschema (4.0 or later)";
  ASSERT_EQ(status, 0);
  Json bad = good;
  bad["cells"][3]["value"] = 0;  // a blank is never 0
  EXPECT_EQ(validate(bad.dump()), 1);
  bad = good;
  bad["report"].erase("agency");
  EXPECT_EQ(validate(bad.dump()), 1);
  bad = good;
  bad["checks"][0]["expected"] = nullptr;
  EXPECT_EQ(validate(bad.dump()), 1);
  bad = good;
  bad["extra"] = 1;
  EXPECT_EQ(validate(bad.dump()), 1);
  bad = good;
  bad["findings"][0]["code"] = "no-such-code";
  EXPECT_EQ(validate(bad.dump()), 1);
  bad = good;
  bad["checks"][0]["check"] = "product:review.total";
  EXPECT_EQ(validate(bad.dump()), 1);
  // A bundled form has no other fields than its own, a form of the user's has those that its author gave it, and
  // without a form there are none.
  Json other = good;
  other["data"]["requests"]["invented"] = 1;
  EXPECT_EQ(validate(other.dump()), 1);
  other["report"]["form"] = "accounts";
  EXPECT_EQ(validate(other.dump()), 0);
  other["report"]["form"] = nullptr;
  EXPECT_EQ(validate(other.dump()), 1);
}

}  // namespace
}  // namespace fubiao
