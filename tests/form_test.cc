#include "normalize/form.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "extract/limits.h"

namespace fubiao {
namespace {

TEST(Form, BundledFormsHaveNoProblems) {
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
  counts.erase("final-accounts");  // none of the contract's; form_files_test reads it
  EXPECT_EQ(counts, (std::map<std::string, std::size_t>{{"ogi-2021", 200}, {"ogi-2019", 198}, {"ogi-2014", 58}}));
}

TEST(Form, ExpandsToTheSharedListExactly) {
  const std::filesystem::path file = std::filesystem::path(FUBIAO_SHARED) / "spec/fields.json";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << file << " is not there";
  std::ifstream in(file);
  const nlohmann::json listed = nlohmann::json::parse(in);
  std::map<std::string, std::vector<FormField>> ours;
  for (const Form& form : bundled_forms()) {
    if (form.name.rfind("ogi-", 0) == 0) ours[form.name] = fields_of(form);
  }
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

TEST(Form, AnyBytesGiveProblemsNotExceptions) {
  for (const char* text : {"", "{", "[]", "null", "\xff", "{\"name\": 3}", "{\"tables\": {}}", "{\"tables\": [1]}",
                           "{\"tables\": [{\"blocks\": [[]]}]}", "{\"told_by\": [3]}", "{\"checks\": [1, {}]}",
                           "{\"family\": 1}", "{\"family\": {\"agency\": []}}"}) {
    EXPECT_FALSE(parse_form(text).problems.empty()) << text;
  }
}

/// "LINE: message" of each problem.
std::vector<std::string> problems_of(const std::string& text) {
  std::vector<std::string> out;
  for (const FormProblem& problem : parse_form(text).problems)
    out.push_back(std::to_string(problem.place.line) + ": " + problem.message);
  return out;
}

using Problems = std::vector<std::string>;

/// A sound form, one part a line, to be damaged.
const char* const sound = R"({
"name": "stock", "title": "Stock",
"family": {"titles": ["库存[情况]年报"], "years": ["#年度库存"], "sections": ["库存概况"], "agency": {"ends": ["库存"]}},
"told_by": [["stock.grain.amount"], ["stock"], ["*"]],
"tables": [{"name": "stock", "headings": ["库存表"], "corner": ["项目"], "unit": "吨",
"blocks": [{"columns": [
{"label": "数量", "aliases": ["吨数"], "key": "amount"}],
"rows": [
{"label": "粮食", "key": "stock.grain"},
{"label": "油料", "alone": "stock.oil.all", "children": [
{"label": "菜籽", "key": "stock.oil.rape"}]},
{"label": "合计", "key": "stock.total"}]}]}],
"checks": [
{"sum": "stock.total.amount", "parts": ["stock.grain.amount", "stock.oil.all.amount"]},
{"sum": "across", "table": "stock", "total": "amount", "parts": ["amount"]},
{"outcomes": "stock.total", "under": "stock.oil", "table": "stock"},
{"balance": ["stock.grain"], "equals": ["stock.total"], "table": "stock"}]
})";

std::string damaged(const std::string& from, const std::string& to) {
  std::string text = sound;
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(FormProblems, ASoundFormHasNone) {
  EXPECT_EQ(problems_of(sound), Problems{});
  EXPECT_EQ(problems_of(std::string("\xEF\xBB\xBF") + sound), Problems{});
}

TEST(FormProblems, EachSaysItsLineAndTheMend) {
  struct Case {
    const char* from;
    const char* to;
    const char* problem;
  };
  for (
      const Case& c : std::vector<Case>{
          // the shape of the file
          {"\"title\": \"Stock\",", "\"titel\": \"Stock\", \"title\": \"Stock\",",
           "2: \"titel\" is not known here; did you mean \"title\"?"},
          {"\"title\": \"Stock\",", "\"author\": \"\", \"title\": \"Stock\",",
           "2: \"author\" is not known here; leave it out"},
          {", \"title\": \"Stock\"", "", "1: \"title\" is missing; add it"},
          {"\"Stock\"", "\"\"", "2: \"title\" is empty; write it"},
          {"\"Stock\"", "12", "2: \"title\" must be a text; put it in quotes"},
          {"\"Stock\"", "\"Stock\", \"title\": \"S\"", "2: \"title\" stands twice; leave one out"},
          {"\"name\": \"stock\", \"title\"", "\"name\": \"Stock 1\", \"title\"",
           "2: \"Stock 1\" is no name of a form; use lower-case letters, digits and \"-\", at most 64"},
          {"[\"库存表\"]", "\"库存表\"", "5: must be a list of texts; write [\"…\", \"…\"]"},
          {"[\"库存表\"]", "[1]", "5: must be a text; put it in quotes"},
          {"[\"吨数\"]", "[\"\"]", "7: the text is empty; write it or leave it out"},
          {"\"unit\": \"吨\"", "\"unit\": \"\"", "5: \"unit\" is empty; leave it out"},
          {"\"unit\": \"吨\"", "\"units\": []", "5: \"units\" names no unit; write one or leave it out"},
          {"\"unit\": \"吨\"", "\"unit\": \"吨\", \"units\": [\"吨\", \"千克\"]",
           "5: \"unit\" and \"units\" stand together; keep \"units\" where the print may have either"},
          {"\"key\": \"stock.grain\"", "\"kee\": \"stock.grain\", \"key\": \"stock.grain\"",
           "9: \"kee\" is not known here; did you mean \"key\"?"},
          {", \"key\": \"stock.grain\"", "",
           "9: has neither a \"key\" nor \"children\"; give it a key if it carries values"},
          {"\"key\": \"stock.grain\"", "\"role\": \"sum\", \"key\": \"stock.grain\"",
           "9: the roles are \"unit\", a column that prints the unit of its row, and \"other\", a row or column that "
           "is no "
           "field; leave it out"},
          {"\"key\": \"stock.grain\"", "\"alone\": \"stock.g\", \"key\": \"stock.grain\"",
           "9: \"alone\" is for a row without a \"key\" and with \"children\"; use \"key\""},
          {"{\"label\": \"粮食\"", "7, {\"label\": \"粮食\"", "9: must be an object; write { … }"},
          {"{\"balance\": [\"stock.grain\"], \"equals\": [\"stock.total\"], \"table\": \"stock\"}", "{}",
           "17: is no check; it needs \"sum\", \"outcomes\", \"balance\" or \"follows\""},
          {"\"equals\": [\"stock.total\"], \"table\": \"stock\"", "\"equals\": [\"stock.total\"]",
           "17: \"table\" is missing; name the table whose rows these are"},
          {"\"parts\": [\"stock.grain.amount\", \"stock.oil.all.amount\"]", "\"parts\": []",
           "14: has no parts; name what is added up"},
          // what the parts say about each other
          {"\"stock.grain\"}", "\"stock.total\"}",
           "12: two cells have the path stock.total.amount; change the key of a row or a column"},
          {"\"stock.grain\"}", "\"stock.total.amount\"}",
           "9: the path stock.total.amount.amount lies below stock.total.amount, which is a field itself; change one "
           "key (stock.total.amount.total)"},
          {"\"stock.grain\"}", "\"Stock-Grain\"}",
           "9: \"Stock-Grain\" is no key; use lower-case letters, digits and \"_\", with dots between words"},
          {"\"label\": \"粮食\"", "\"label\": \"合计\"",
           "12: \"合计\" stands twice under one heading; the print could not tell them apart: leave one out"},
          {"\"label\": \"粮食\"", "\"label\": \"\"",
           "9: the label is empty; only the one row of a table with a single row may have none"},
          {"\"label\": \"数量\"", "\"label\": \"\"", "7: the label of a column is empty; write what its head prints"},
          {"[[\"stock.grain.amount\"]", "[[\"stock.grian.amount\"]",
           "4: no path of this form is \"stock.grian.amount\"; did you mean \"stock.grain.amount\"?"},
          {"{\"sum\": \"stock.total.amount\"", "{\"sum\": \"stock.totals.amount\"",
           "14: no path of this form is \"stock.totals.amount\"; did you mean \"stock.total.amount\"?"},
          {"\"parts\": [\"stock.grain.amount\"", "\"parts\": [\"stock.total.amount\"",
           "14: the total is one of its own parts; leave it out"},
          {"\"table\": \"stock\", \"total\"", "\"table\": \"stick\", \"total\"",
           "15: no table of this form is \"stick\"; did you mean \"stock\"?"},
          {"\"total\": \"amount\"", "\"total\": \"amounts\"",
           "15: no column in the table \"stock\" of this form is \"amounts\"; did you mean \"amount\"?"},
          {"\"under\": \"stock.oil\"", "\"under\": \"stock.corn\"",
           "16: no row in the table \"stock\" of this form is \"stock.corn\""},
          {"\"balance\": [\"stock.grain\"]", "\"balance\": [\"wheat\"]",
           "17: no row in the table \"stock\" of this form is \"wheat\""},
          {"库存[情况]年报", "库存[情况年报",
           "3: the phrase cannot be read: \"[\" is not closed by \"]\"; [a|b] may be left out, {a|b} is one of them, "
           "<a|b> any number"},
          {"库存[情况]年报", "[库存][年报]",
           "3: all of the phrase may be left out, so that it would fit anything; leave a word outside of the brackets"},
          {"#年度库存", "年度库存", "3: the phrase must hold # once, where the year stands; write it as \"#年度决算\""},
      }) {
    const Problems found = problems_of(damaged(c.from, c.to));
    EXPECT_NE(std::find(found.begin(), found.end(), c.problem), found.end())
        << "expected " << c.problem << "\nfound " << (found.empty() ? "nothing" : found.front());
  }
}

TEST(FormProblems, AllAreToldAtOnceInTheOrderOfTheText) {
  EXPECT_EQ(problems_of(R"({"name": "x", "title": "X", "tables": [{"name": "t", "blocks": [
 {"columns": [{"label": "a", "key": "c"}],
  "rows": [{"label": "b"},
           {"label": "d", "key": "d", "kee": 1}]}]}],
 "chekcs": []})"),
            (Problems{"3: has neither a \"key\" nor \"children\"; give it a key if it carries values",
                      "4: \"kee\" is not known here; did you mean \"key\"?",
                      "5: \"chekcs\" is not known here; did you mean \"checks\"?"}));
}

TEST(FormProblems, WhatIsNoJsonSaysLineAndColumn) {
  EXPECT_EQ(
      problems_of("{\"name\": \"x\",\n \"title\": \"甲\" 1}"),
      Problems{"2: the text is no JSON at column 15: Missing a comma or '}' after an object member; mend it there or "
               "just before"});
}

TEST(FormProblems, TooDeepTooManyTooLarge) {
  std::string deep = R"({"name": "x", "title": "X", "tables": [{"name": "t", "blocks": [{"columns": [{"label": "a",
"key": "c"}], "rows": [)";
  std::string close;
  for (int i = 0; i < 40; ++i) deep += "{\"label\": \"b\", \"children\": [", close += "]}";
  Problems found = problems_of(deep + R"({"label": "e", "key": "e"})" + close + "]}]}]}");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0], "2: is nested too deeply; official forms have four levels");

  std::string wide = R"({"name": "x", "title": "X", "tables": [{"name": "t", "blocks": [{"columns": [)";
  std::string rows;
  for (int i = 0; i < 400; ++i) {
    const std::string node = std::string(i == 0 ? "" : ",") + "{\"label\": \"a" + std::to_string(i) +
                             "b\", \"key\": \"k" + std::to_string(i) + "\"}";
    wide += node, rows += node;
  }
  found = problems_of(wide + "], \"rows\": [" + rows + "]}]}]}");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0], "1: there are more than 100000 cells; a form has a few hundred: split it into several");

  found = problems_of(std::string(Limits{}.form_bytes + 1, ' '));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0], "1: the file is larger than any form (4 MiB); is it another kind of file?");
}

}  // namespace
}  // namespace fubiao
