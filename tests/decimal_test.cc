#include "normalize/decimal.h"

#include <gtest/gtest.h>

namespace fubiao {
namespace {

std::string round_trip(std::string_view text) {
  const auto decimal = Decimal::parse(text);
  return decimal ? decimal->to_string() : "none";
}

TEST(Decimal, PrintsTheShortestEqualDecimal) {
  EXPECT_EQ(round_trip("0"), "0");
  EXPECT_EQ(round_trip("0.00"), "0");
  EXPECT_EQ(round_trip("-0.0"), "0");
  EXPECT_EQ(round_trip("007"), "7");
  EXPECT_EQ(round_trip("12.50"), "12.5");
  EXPECT_EQ(round_trip("73802895.90"), "73802895.9");
  EXPECT_EQ(round_trip("0.092"), "0.092");
  EXPECT_EQ(round_trip("-0.05"), "-0.05");
  EXPECT_EQ(round_trip("+19"), "19");
  EXPECT_EQ(round_trip("-18"), "-18");
  EXPECT_EQ(round_trip("100"), "100");
  EXPECT_EQ(round_trip("100.000"), "100");
}

TEST(Decimal, KeepsDigitsThatADoubleLoses) {
  EXPECT_EQ(round_trip("9007199254740993"), "9007199254740993");
  EXPECT_EQ(round_trip("123456789012345678901234567890.123456"), "123456789012345678901234567890.123456");
  EXPECT_EQ(round_trip("0.1234567890123456789012345678901"), "0.1234567890123456789012345678901");
}

TEST(Decimal, TakesPlainNumbersOnly) {
  for (const char* text :
       {"", "+", "-", ".", ".5", "5.", "1e5", " 1", "1 ", "1,000", "--1", "+-1", "1.2.3", "１", "0x1"})
    EXPECT_EQ(round_trip(text), "none") << text;
}

TEST(Decimal, ThirtySixDigitsFitAndThirtySevenDoNot) {
  const std::string nines(36, '9');
  EXPECT_EQ(round_trip(nines), nines);
  EXPECT_EQ(round_trip("-" + nines), "-" + nines);
  EXPECT_EQ(round_trip(nines + "9"), "none");
  EXPECT_EQ(round_trip("0." + nines), "0." + nines);
  EXPECT_EQ(round_trip("0." + nines + "9"), "none");
  EXPECT_EQ(round_trip(nines + ".0000"), nines) << "zeros after the point are no digits";
  EXPECT_EQ(round_trip("0000" + nines), nines);
  EXPECT_EQ(round_trip("0." + std::string(36, '0') + "1"), "none");
}

TEST(Decimal, AddsExactly) {
  const auto add = [](const char* a, const char* b) {
    const auto result = sum(*Decimal::parse(a), *Decimal::parse(b));
    return result ? result->to_string() : "none";
  };
  EXPECT_EQ(add("0.1", "0.2"), "0.3");
  EXPECT_EQ(add("12.5", "0.5"), "13");
  EXPECT_EQ(add("-3", "3"), "0");
  EXPECT_EQ(add("24252.311082", "0.092"), "24252.403082");
  EXPECT_EQ(add("0", "0.000000000000000000000000000000000001"), "0.000000000000000000000000000000000001");
}

TEST(Decimal, OverflowIsNoNumberInsteadOfAWrongOne) {
  const Decimal large = *Decimal::parse(std::string(36, '9'));
  EXPECT_FALSE(sum(large, *Decimal::parse("1")));
  EXPECT_FALSE(sum(large, *Decimal::parse("0.1")));
  EXPECT_FALSE(difference(*Decimal::parse("-" + std::string(36, '9')), large));
  EXPECT_EQ(difference(large, large)->to_string(), "0");
}

TEST(Decimal, DifferenceKeepsTheOrder) {
  EXPECT_EQ(difference(*Decimal::parse("1.5"), *Decimal::parse("4"))->to_string(), "-2.5");
}

TEST(Decimal, EqualNumbersAreEqualHoweverPrinted) {
  EXPECT_EQ(*Decimal::parse("12.50"), *Decimal::parse("+012.5"));
  EXPECT_FALSE(*Decimal::parse("12.5") == *Decimal::parse("125"));
}

TEST(Decimal, CountsSignificantDigits) {
  EXPECT_EQ(Decimal::parse("0")->significant_digits(), 1);
  EXPECT_EQ(Decimal::parse("0.0120")->significant_digits(), 2);
  EXPECT_EQ(Decimal::parse("-123456789012345.6")->significant_digits(), 16);
}

}  // namespace
}  // namespace fubiao
