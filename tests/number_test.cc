#include "normalize/number.h"

#include <gtest/gtest.h>

namespace fubiao {
namespace {

/// What matters of a number in one line: "12.5 万元", "55009?" (doubtful), "-" (not applicable), "blank", "unreadable".
std::string read(std::string_view print) {
  const Number number = parse_number(print);
  EXPECT_EQ(number.value.has_value(), number.status == Status::read || number.status == Status::repaired) << print;
  EXPECT_EQ(!number.doubt.empty(), number.doubtful || number.status == Status::unreadable) << print;
  if (!number.value) {
    EXPECT_FALSE(number.doubtful) << print;
    EXPECT_EQ(number.unit, "") << print;
    return number.status == Status::not_applicable ? "-" : std::string(name(number.status));
  }
  return number.value->to_string() + (number.doubtful ? "?" : "") + (number.unit.empty() ? "" : " " + number.unit);
}

struct Case {
  std::string_view print;
  const char* expected;
};

void expect(std::initializer_list<Case> cases) {
  for (const Case& c : cases) EXPECT_EQ(read(c.print), c.expected) << '"' << c.print << '"';
}

TEST(Number, PlainNumbersAreReadAsPrinted) {
  expect({{"0", "0"},
          {"21", "21"},
          {"55009", "55009"},
          {"0.00", "0"},
          {"12.50", "12.5"},
          {"7730.28", "7730.28"},
          {"24252.311082", "24252.311082"},
          {"73802895.90", "73802895.9"},
          {"0.092", "0.092"}});
  EXPECT_EQ(parse_number("21").status, Status::read);
}

TEST(Number, WhiteSpaceAroundItIsNoPartOfIt) {
  expect({{" 112", "112"},
          {"0\xC2\xA0", "0"},
          {"\xC2\xA0"
           "0",
           "0"},
          {"\n21\n", "21"},
          {"\xE3\x80\x80"
           "7\t",
           "7"},
          {"\xE2\x80\x8B"
           "7\xEF\xBB\xBF",
           "7"},
          {"2\xE2\x80\x8B"
           "1",
           "21"}});
}

TEST(Number, ACellWithoutInkIsBlank) {
  expect({{"", "blank"},
          {" \n\t", "blank"},
          {"\xC2\xA0\xC2\xA0", "blank"},
          {"\xE3\x80\x80\xE3\x80\x80", "blank"},
          {"\xE2\x80\x8B\xEF\xBB\xBF", "blank"}});
}

TEST(Number, DashesSlashesAndNoneAreNotApplicable) {
  expect({{"/", "-"},
          {"-", "-"},
          {"–", "-"},
          {"—", "-"},
          {"无", "-"},
          {"無", "-"},
          {"／", "-"},
          {"－", "-"},
          {"―", "-"},
          {"−", "-"},
          {"——", "-"},
          {"--", "-"},
          {" / ", "-"},
          {"─", "-"}});
}

TEST(Number, OtherTextIsUnreadableAndNeverZero) {
  expect({{"无此项", "unreadable"}, {"不适用", "unreadable"}, {"持平", "unreadable"},     {"件", "unreadable"},
          {"约3", "unreadable"},    {"(3)", "unreadable"},    {"（3）", "unreadable"},    {"3-", "unreadable"},
          {"±5", "unreadable"},     {"1e5", "unreadable"},    {"2023年", "unreadable"},   {"3月", "unreadable"},
          {"第3", "unreadable"},    {"3无", "unreadable"},    {"+", "unreadable"},        {".", "unreadable"},
          {"①", "unreadable"},      {"l", "unreadable"},      {"\xFF\xFE", "unreadable"}, {"1\xFF", "unreadable"}});
}

TEST(Number, WhatSaysThatItIsNotExactIsNoNumber) {
  expect({{"约5", "unreadable"},
          {"5余", "unreadable"},
          {"5余件", "unreadable"},
          {"5多", "unreadable"},
          {"5左右", "unreadable"},
          {"5以上", "unreadable"},
          {"近5", "unreadable"},
          {"≥3", "unreadable"},
          {"＜3", "unreadable"},
          {">3", "unreadable"},
          {"3+", "unreadable"},
          {"~3", "unreadable"},
          {"超过3", "unreadable"},
          {"3?", "unreadable"}});
}

TEST(Number, FullWidthDigitsAndSigns) {
  expect({{"１２３", "123"},
          {"１，２３４．５０", "1234.5"},
          {"－３", "-3"},
          {"＋１９", "19"},
          {"５％", "5 %"},
          {"１2", "12"}});
}

TEST(Number, Signs) {
  expect({{"-18", "-18"},
          {"−3", "-3"},
          {"–3", "-3"},
          {"+19", "19"},
          {"减3", "-3"},
          {"减少3", "-3"},
          {"減3件", "-3 件"},
          {"增5", "5"},
          {"增加 5", "5"},
          {"↑5", "5"},
          {"↓5", "-5?"},
          {"—3", "-3?"},
          {"- 3", "-3?"},
          {"-\n3", "-3?"},
          {"减\n3", "-3"},
          {"-0", "0?"},
          {"减-3", "unreadable"},
          {"增-3", "unreadable"},
          {"增3减2", "unreadable"},
          {"增减3", "unreadable"},
          {"+-3", "unreadable"},
          {"--3", "unreadable"},
          {"-0.5", "-0.5"}});
}

TEST(Number, TrianglesSayTooLittleOfTheSign) {
  // ▲ is a rise in the tables of most offices and a minus in those of some accountants; △ has no usual meaning here.
  expect({{"▲3", "3?"}, {"▼3", "-3?"}, {"△3", "unreadable"}, {"3▲", "unreadable"}, {"▲", "unreadable"}});
}

TEST(Number, SeparatorsStandBetweenGroupsOfThreeOnly) {
  expect({{"1,234", "1234"},
          {"1，234", "1234"},
          {"12,345,678.90", "12345678.9"},
          {"1'234", "1234"},
          {"1’234", "1234"},
          {"1\u202F234", "1234"},
          {"1 234", "1234?"},
          {"1\u00A0234 567.5", "1234567.5?"},
          {"1, 234", "1234?"},
          {"12,34", "unreadable"},
          {"1,2345", "unreadable"},
          {"1234,567", "unreadable"},
          {"0,123", "unreadable"},
          {"0,5", "unreadable"},
          {"1,234'567", "unreadable"},
          {"1.234.567", "unreadable"},
          {"1.234,5", "unreadable"},
          {"1,234,", "unreadable"},
          {",234", "unreadable"}});
}

TEST(Number, OtherSignsForThePointAreDoubtful) {
  expect({{"12。50", "12.5?"}, {"12·50", "12.5?"}, {".5", "0.5?"}, {"5.", "5?"}, {"12。", "12?"}, {"12. 5", "12.5?"}});
}

TEST(Number, TwoNumbersInOneCellAreNeitherJoinedNorChosenFrom) {
  expect({{"21 0", "unreadable"},    {"21\n0", "unreadable"},         {"5/3", "unreadable"},
          {"5 5 0", "unreadable"},   {"0 0", "unreadable"},           {"12\n34", "unreadable"},
          {"0\n0", "unreadable"},    {"3、5", "unreadable"},          {"1-2", "unreadable"},
          {"3~5", "unreadable"},     {"3+2", "unreadable"},           {"1:2", "unreadable"},
          {"3（1）", "unreadable"},  {"3(含1)", "unreadable"},        {"3件5件", "unreadable"},
          {"12\n345", "unreadable"}, {"5500\n0", "unreadable"},       {"0\n012", "unreadable"},
          {"3 -", "unreadable"},     {"100\n200\n300", "unreadable"}, {"0.37\n0.52", "unreadable"}});
}

TEST(Number, BrokenBetweenTwoDigitsIsDoubtfulAndRepaired) {
  expect({{"55\n009", "55009?"}, {"123\n45", "12345?"}, {"75394\n432", "75394432?"}, {"1,2\n34", "1234?"}});
  EXPECT_EQ(parse_number("55\n009").status, Status::repaired);
}

TEST(Number, BrokenAtItsPointOrCommaIsCertain) {
  expect({{"7730.\n28", "7730.28"},
          {"7730\n.28", "7730.28"},
          {"0.\n37万元", "0.37 万元"},
          {"1,\n234", "1234"},
          {"75394432.\n52元", "75394432.52 元"},
          {"3.\n28", "3.28?"}});
}

TEST(Number, UnitsAreKeptApartAndNeverConverted) {
  expect({{"3件", "3 件"},
          {"0项", "0 项"},
          {"1.2万元", "1.2 万元"},
          {"12.5 万元", "12.5 万元"},
          {"12.5\n万元", "12.5 万元"},
          {"1.2万\n元", "1.2 万元"},
          {"12.5万元", "12.5 万元"},
          {"12.5（万元）", "12.5 万元"},
          {"12.5萬元", "12.5 万元"},
          {"251000元", "251000 元"},
          {"75394432.52元", "75394432.52 元"},
          {"15人次", "15 人次"},
          {"3万", "3 万"},
          {"1.5亿元", "1.5 亿元"},
          {"12.5%", "12.5 %"},
          {"3（件）", "3 件"},
          {"0件", "0 件"},
          {"0.37万元", "0.37 万元"},
          {"1,234.50元", "1234.5 元"},
          {"＋3件", "3 件"},
          {"减3项", "-3 项"},
          {"¥12.50", "12.5 元"},
          {"￥3万元", "3 万元"},
          {"3其他", "3? 其他"},
          {"3万5000元", "unreadable"},
          {"3other", "unreadable"}});
}

TEST(Number, FootnoteMarksAreNoDigits) {
  expect({{"12¹", "12"},
          {"12[1]", "12"},
          {"12〔1〕", "12"},
          {"12[¹]", "12"},
          {"12（¹）", "unreadable"},
          {"12（1）", "unreadable"},
          {"12[¹²³]", "unreadable"},
          {"12*", "12"},
          {"12①", "12"},
          {"12注", "12"},
          {"12注1", "12"},
          {"12注345", "unreadable"},
          {"12[345]", "unreadable"},
          {"12（注345）", "unreadable"},
          {"12（注）", "12"},
          {"12（见注2）", "12"},
          {"*12", "12"},
          {"①12", "12?"},
          {"12件¹", "12 件"}});
}

TEST(Number, ChineseNumerals) {
  expect({{"零", "0"},
          {"〇", "0"},
          {"三", "3?"},
          {"三件", "3 件"},
          {"两件", "2 件"},
          {"叁", "3?"},
          {"十", "10?"},
          {"十二", "12?"},
          {"二十", "20?"},
          {"一百零五", "105?"},
          {"二百一十三件", "213? 件"},
          {"三千二百", "3200?"},
          {"二〇二三", "2023?"},
          {"三万元", "3 万元"},
          {"减三", "-3?"},
          {"一", "1?"},
          {"⼀", "1?"},
          {"一件", "1 件"},
          {"一千二百三十四", "1234?"},
          {"壹仟贰佰叁拾肆", "1234?"},
          {"一千零五", "1005?"},
          {"一千零五十二", "1052?"},
          {"二〇", "20?"},
          {"拾", "10?"},
          {"拾伍件", "15? 件"},
          {"零件", "0 件"},
          {"一百二", "unreadable"},
          {"三千二", "unreadable"},
          {"二百零", "unreadable"},
          {"二十〇", "unreadable"},
          {"十几", "unreadable"},
          {"第一", "unreadable"},
          {"一万二千", "unreadable"},
          {"十十", "unreadable"},
          {"三二百", "unreadable"}});
}

TEST(Number, LettersForDigitsAreDoubtful) {
  expect({{"1O5", "105?"}, {"O", "0?"}, {"○", "0?"}, {"2l", "21?"}, {"1〇5", "105?"}, {"OO", "unreadable"}});
  EXPECT_EQ(parse_number("1O5").status, Status::repaired);
}

TEST(Number, LeadingZerosAreDoubtful) {
  expect({{"007", "7?"}, {"00", "0?"}, {"00.5", "0.5?"}});
}

TEST(Number, LongNumbersAreDoubtfulAndEndlessOnesUnreadable) {
  expect({{"123456789012345", "123456789012345"},
          {"1234567890123456", "1234567890123456?"},
          {"123456789012.3456", "123456789012.3456?"}});
  EXPECT_EQ(read(std::string(36, '9')), std::string(36, '9') + "?");
  EXPECT_EQ(read(std::string(37, '9')), "unreadable");
  EXPECT_EQ(read(std::string(1 << 16, '1')), "unreadable");
}

}  // namespace
}  // namespace fubiao
