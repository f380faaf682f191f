#include "normalize/checks.h"

#include <gtest/gtest.h>

#include <map>

namespace fubiao {
namespace {

const Form& form(const std::string& name) {
  for (const Form& one : bundled_forms()) {
    if (one.name == name) return one;
  }
  throw std::logic_error("no such form");
}

using Values = std::map<std::string, std::string>;

/// Every field of the 2021 form is 0 but for what `values` says; "null" and "absent" are those.
std::map<std::string, Check> checks_of(const Values& values, const std::string& name = "ogi-2021") {
  std::vector<Field> fields;
  const auto add = [&fields](const std::string& path, const std::string& value) {
    if (value == "absent") return;
    Field field;
    field.path = path;
    if (value != "null") field.value = Decimal::parse(value);
    fields.push_back(std::move(field));
  };
  Values left = values;
  for (const FormField& field : fields_of(form(name))) {
    const auto at = left.find(field.path);
    add(field.path, at == left.end() ? "0" : at->second);
    if (at != left.end()) left.erase(at);
  }
  for (const auto& [path, value] : left) add(path, value);
  std::vector<const FormTable*> tables;
  for (const FormTable& table : form(name).tables) tables.push_back(&table);
  std::map<std::string, Check> by_name;
  for (Check& check : run_checks(form(name), tables, fields)) by_name[check.name] = check;
  return by_name;
}

TEST(Checks, TotalThatIsPrintedWrongFails) {
  const Check check = checks_of({{"review.upheld", "10"}, {"review.corrected", "1"}}).at("sum:review.total");
  EXPECT_EQ(check.holds, false);
  EXPECT_EQ(check.expected->to_string(), "11");
  EXPECT_EQ(check.printed->to_string(), "0");
  EXPECT_EQ(check.fields, (std::vector<std::string>{"review.upheld", "review.corrected", "review.other",
                                                    "review.pending", "review.total"}));
}

TEST(Checks, BlankPartSaysNothing) {
  for (const char* blank : {"null", "absent"}) {
    const Check check = checks_of({{"requests.new_received.research", blank}}).at("sum:requests.new_received.total");
    EXPECT_FALSE(check.holds.has_value());
    EXPECT_FALSE(check.expected.has_value());
    EXPECT_EQ(check.printed->to_string(), "0");
  }
}

TEST(Checks, MissingOutcomeRowProvesNothingRightButMuchWrong) {
  const std::string row = "requests.results.granted.natural_person";
  const std::string total = "requests.results.total.natural_person";
  EXPECT_FALSE(checks_of({{row, "absent"}}).at("outcomes:natural_person").holds.has_value());
  EXPECT_EQ(checks_of({{row, "absent"}, {total, "3"}}).at("outcomes:natural_person").holds, false);
  EXPECT_FALSE(checks_of({{row, "null"}, {total, "3"}}).at("outcomes:natural_person").holds.has_value());
}

TEST(Checks, RowThatIsPrintedAloneTakesThePlaceOfItsChildren) {
  Values values;
  for (const char* child : {"correction_overdue", "fee_overdue", "other"}) {
    for (const char* column :
         {"natural_person", "commercial", "research", "social_welfare", "legal_service", "other", "total"}) {
      values[std::string("requests.results.other_processing.") + child + "." + column] = "absent";
      values[std::string("requests.results.other_processing.all.") + column] = "0";
    }
  }
  values["requests.results.other_processing.all.research"] = "2";
  values["requests.results.total.research"] = "2";
  const std::map<std::string, Check> checks = checks_of(values);
  EXPECT_EQ(checks.at("outcomes:research").holds, true);
  EXPECT_EQ(checks.at("sum:requests.results.other_processing.all.total").holds, false);
  EXPECT_EQ(checks.count("sum:requests.results.other_processing.other.total"), 0u);
}

TEST(Checks, BalanceIsNewAndOldAgainstDoneAndLeft) {
  const Values values = {{"requests.new_received.total", "5"},
                         {"requests.carried_over.total", "2"},
                         {"requests.results.total.total", "4"},
                         {"requests.carried_forward.total", "3"}};
  const Check check = checks_of(values).at("balance:total");
  EXPECT_EQ(check.holds, true);
  EXPECT_EQ(check.expected->to_string(), "7");
  EXPECT_EQ(check.fields, (std::vector<std::string>{"requests.new_received.total", "requests.carried_over.total",
                                                    "requests.carried_forward.total", "requests.results.total.total"}));
}

TEST(Checks, SubTotalsOf2014) {
  const std::map<std::string, Check> checks =
      checks_of({{"requests.answered.denied.other", "1"}, {"requests.answered.denied.total", "1"}}, "ogi-2014");
  EXPECT_EQ(checks.size(), 7u);
  EXPECT_EQ(checks.at("sum:requests.answered.denied.total").holds, true);
  EXPECT_EQ(checks.at("sum:requests.answered.total").holds, false);
}

}  // namespace
}  // namespace fubiao
