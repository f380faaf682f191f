#include "normalize/form.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

namespace fubiao {
namespace {

TEST(Form, BundledFormsHaveNoProblems) {
  ASSERT_EQ(bundled_form_texts().size(), 3u);
  for (const std::string_view text : bundled_form_texts()) {
    const ParsedForm parsed = parse_form(text);
    for (const FormProblem& problem : parsed.problems) {
      ADD_FAILURE() << parsed.form.name << problem.where << " " << problem.message;
    }
  }
}

TEST(Form, FieldsAreThoseOfTheContract) {
  std::map<std::string, std::size_t> counts;
  for (const Form& form : bundled_forms()) counts[form.name] = fields_of(form).size();
  EXPECT_EQ(counts, (std::map<std::string, std::size_t>{{"ogi-2021", 200}, {"ogi-2019", 198}, {"ogi-2014", 58}}));
}

TEST(Form, ExpandsToTheSharedListExactly) {
  const std::filesystem::path file = std::filesystem::path(FUBIAO_SHARED) / "spec/fields.json";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << file << " is not there";
  std::ifstream in(file);
  const nlohmann::json listed = nlohmann::json::parse(in);
  std::map<std::string, std::vector<FormField>> ours;
  for (const Form& form : bundled_forms()) ours[form.name] = fields_of(form);
  std::map<std::string, std::size_t> next;
  for (const nlohmann::json& item : listed) {
    const std::string form = item["form"];
    ASSERT_LT(next[form], ours[form].size()) << form;
    const FormField& field = ours[form][next[form]++];
    EXPECT_EQ(field.path, item["path"]);
    EXPECT_EQ(field.table, item["table"]);
    EXPECT_EQ(field.row, item["row"].get<std::vector<std::string>>()) << field.path;
    EXPECT_EQ(field.column, item["column"].get<std::vector<std::string>>()) << field.path;
    EXPECT_EQ(field.unit, item["unit"]) << field.path;
  }
  for (const auto& [form, fields] : ours) EXPECT_EQ(next[form], fields.size()) << form;
}

TEST(Form, ProblemsSayWhereTheyAre) {
  const ParsedForm parsed = parse_form(R"({"name": "x", "tables": [{"name": "t", "blocks": [
      {"columns": [{"label": "a", "key": "c"}], "rows": [{"label": "b"}, {"label": "d", "key": "d", "kee": 1}]}]}]})");
  ASSERT_EQ(parsed.problems.size(), 2u);
  EXPECT_EQ(parsed.problems[0].where, "/tables/0/blocks/0/rows/0");
  EXPECT_EQ(parsed.problems[1].where, "/tables/0/blocks/0/rows/1/kee");
}

TEST(Form, AnyBytesGiveProblemsNotExceptions) {
  for (const char* text : {"", "{", "[]", "null", "\xff", "{\"name\": 3}", "{\"tables\": {}}", "{\"tables\": [1]}",
                           "{\"tables\": [{\"blocks\": [[]]}]}", "{\"told_by\": [3]}", "{\"checks\": [1, {}]}"}) {
    EXPECT_FALSE(parse_form(text).problems.empty()) << text;
  }
}

TEST(Form, TwoCellsWithOnePathAreAProblem) {
  const ParsedForm parsed = parse_form(R"({"name": "x", "tables": [{"name": "t", "blocks": [
      {"columns": [{"label": "a", "key": "c"}], "rows": [{"label": "b", "key": "r"}, {"label": "d", "key": "r"}]}]}]})");
  ASSERT_EQ(parsed.problems.size(), 1u);
  EXPECT_EQ(parsed.problems[0].message, "two cells have the path r.c");
}

}  // namespace
}  // namespace fubiao
