// What follows from one year to the next, and reading reports back, where the program alone does not show it.
#include "normalize/following.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace fubiao {
namespace {

TEST(Following, TheNationalFormsSince2019FollowInSevenColumns) {
  for (const Form& form : bundled_forms()) {
    if (form.name != "ogi-2021" && form.name != "ogi-2019") continue;
    const std::vector<FollowedFields> followed = followed_fields(form);
    ASSERT_EQ(followed.size(), 7U) << form.name;
    EXPECT_EQ(followed.front().before, "requests.carried_forward.natural_person");
    EXPECT_EQ(followed.front().after, "requests.carried_over.natural_person");
    EXPECT_EQ(followed.front().before_label,
              (std::vector<std::string>{"四、结转下年度继续办理", "申请人情况", "自然人"}));
    EXPECT_EQ(followed.back().after, "requests.carried_over.total");
  }
}

TEST(Following, ARuleWithoutTableNamesPaths) {
  const Form form = parse_form(R"({"name": "accounts", "tables": [{"name": "t", "blocks": [{
      "columns": [{"label": "金额", "key": "amount"}],
      "rows": [{"label": "年初结转和结余", "key": "opening"}, {"label": "年末结转和结余", "key": "closing"}]}]}],
      "checks": [{"follows": ["closing.amount", "opening.amount"]}]})")
                        .form;
  const std::vector<FollowedFields> followed = followed_fields(form);
  ASSERT_EQ(followed.size(), 1U);
  EXPECT_EQ(followed[0].before_label, (std::vector<std::string>{"年末结转和结余", "金额"}));

  FoundReport last;
  last.report.form = "accounts";
  last.report.agency = "甲局";
  last.report.year = 2022;
  last.report.values["closing.amount"].value = Decimal::parse("12.50");
  FoundReport next = last;
  next.report.year = 2023;
  next.report.values.clear();
  next.report.values["opening.amount"].value = Decimal::parse("12.51");
  const Following following = compare_following({next, last}, {form});
  ASSERT_EQ(following.breaks.size(), 1U);
  EXPECT_EQ(following.breaks[0].before.values[0].read.value, Decimal::parse("12.5"));
  EXPECT_TRUE(compare_following({next, last}, {}).pairs[0].unrelated) << "a form that nobody knows";
}

TEST(Following, ARuleNeedsTwoRows) {
  const ParsedForm parsed = parse_form(R"({"name": "x", "tables": [{"name": "t", "blocks": [{
      "columns": [{"label": "a", "key": "a"}], "rows": [{"label": "b", "key": "b"}]}]}], "checks": [{"table": "t", "follows": ["b"]}]})");
  EXPECT_TRUE(std::any_of(parsed.problems.begin(), parsed.problems.end(),
                          [](const FormProblem& problem) { return problem.where == "/checks/0/follows"; }));
}

TEST(ReadReports, JsonNumbersAreDecimals) {
  const auto text = [](std::string_view number) {
    const std::optional<Decimal> decimal = decimal_of_json(number);
    return decimal ? decimal->to_string() : "none";
  };
  EXPECT_EQ(text("0.1"), "0.1");
  EXPECT_EQ(text("1e3"), "1000");
  EXPECT_EQ(text("1.25E+1"), "12.5");
  EXPECT_EQ(text("-12.5e-3"), "-0.0125");
  EXPECT_EQ(text("120e-1"), "12");
  EXPECT_EQ(text("0e999999999"), "0");
  EXPECT_EQ(text("1e-36"), "0." + std::string(35, '0') + "1");
  EXPECT_EQ(text("1e36"), "none");
  EXPECT_EQ(text("1e999999999"), "none");
  EXPECT_EQ(text("1e99999999999999999999"), "none");
}

/// Bytes that come `piece` at a time, so that every token is cut somewhere.
std::vector<std::string> agencies_read(std::string_view bytes, std::size_t piece) {
  std::vector<std::string> agencies;
  ReportSink sink;
  sink.report = [&](ReadReport&& report, long line) {
    agencies.push_back(report.agency.value_or("?") + ":" + std::to_string(line));
  };
  sink.problem = [&](const Error& error, long line) {
    agencies.push_back(std::string(name(error.code())) + ":" + std::to_string(line));
  };
  read_reports(
      [&](char* buffer, std::size_t size) {
        const std::size_t count = std::min({size, piece, bytes.size()});
        std::copy_n(bytes.data(), count, buffer);
        bytes.remove_prefix(count);
        return count;
      },
      {}, sink);
  return agencies;
}

TEST(ReadReports, HoweverTheBytesCome) {
  const std::string bytes =
      "\xEF\xBB\xBF{\"schema\": \"fubiao/report/1\",\n \"report\": {\"agency\": \"甲局\"}, \"data\": {}}\n"
      "{\"schema\": \"fubiao/rep\n"
      "{\"schema\": \"fubiao/report/1\", \"data\": {}, \"report\": {\"agency\": \"乙局\"}}"
      "{\"schema\": \"fubiao/report/1\", \"data\": {}, \"report\": {\"agency\": \"丙局\"}}\n";
  const std::vector<std::string> expected = {"甲局:1", "damaged:3", "乙局:4", "丙局:4"};
  for (const std::size_t piece : {1U, 2U, 3U, 7U, 100U, 100000U}) EXPECT_EQ(agencies_read(bytes, piece), expected);
}

}  // namespace
}  // namespace fubiao
