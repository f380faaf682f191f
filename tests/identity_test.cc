#include "normalize/identity.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "normalize/form_set.h"
#include "tests/label_collection.h"

namespace fubiao {
namespace {

constexpr char table_here[] = "<table>";

struct Line {
  std::string text;
  bool centred = false;
  double size = 0;
};

Layout layout_of(const std::vector<Line>& lines) {
  Layout layout;
  for (const Line& line : lines) {
    if (line.text == table_here) {
      layout.flow.push_back({FlowItem::Kind::table, static_cast<int>(layout.tables.size())});
      layout.tables.emplace_back();
      continue;
    }
    layout.flow.push_back({FlowItem::Kind::prose, static_cast<int>(layout.prose.size())});
    Prose prose;
    prose.text = line.text;
    prose.centred = line.centred;
    prose.size = line.size;
    layout.prose.push_back(prose);
  }
  return layout;
}

/// "title | agency | year", "-" for null.
std::string identify_lines(const std::vector<Line>& lines, const Properties& properties = {}) {
  Document document;
  document.properties = properties;
  const Identity found = identify(document, layout_of(lines), bundled_set().any_words);
  return found.title.value_or("-") + " | " + found.agency.value_or("-") + " | " +
         (found.year ? std::to_string(*found.year) : "-");
}

const Line intro{"本报告根据《中华人民共和国政府信息公开条例》要求编制。"};
const Line first_heading{"一、总体情况"};

TEST(Identity, EveryKindOfTitleOnOneLine) {
  struct Case {
    const char* title;
    const char* agency;
    const char* year;
  };
  for (const Case& c : std::vector<Case>{
           {"甲县乙局2022年政府信息公开工作年度报告", "甲县乙局", "2022"},
           {"甲县乙局2020年度政府信息公开工作年度报告", "甲县乙局", "2020"},
           {"2022年甲县乙局政府信息公开工作年度报告", "甲县乙局", "2022"},
           {"甲县乙局2019年政府信息公开年度报告", "甲县乙局", "2019"},
           {"甲县乙局2020年政府信息公开工作报告", "甲县乙局", "2020"},
           {"甲县乙局2020年政府信息公开工作的年度报告", "甲县乙局", "2020"},
           {"甲县乙局2021年度政府信息公开年报", "甲县乙局", "2021"},
           {"甲县乙局2021年信息公开工作年度报告", "甲县乙局", "2021"},
           {"甲县乙局2016年政务信息公开年度报告", "甲县乙局", "2016"},
           {"甲县乙局政府信息公开工作年度报告", "甲县乙局", "-"},
           {"甲县乙局政府信息公开2023年度工作报告", "甲县乙局", "2023"},
           {"甲县乙局政府信息公开工作年度报告（2023年）", "甲县乙局", "2023"},
           {"甲县乙局二〇二三年政府信息公开工作年度报告", "甲县乙局", "2023"},
           {"甲县乙局二○二三年度政府信息公开工作年度报告", "甲县乙局", "2023"},
           {"甲县乙局（丙办）２０２３年政府信息公开工作年度报告", "甲县乙局（丙办）", "2023"},
           {"关于甲县乙局2023年政府信息公开工作年度报告", "甲县乙局", "2023"},
           {"甲縣乙局2012年政府信息公開年度報(bào)告", "甲縣乙局", "2012"},
       }) {
    EXPECT_EQ(identify_lines({{c.title}, intro, first_heading}),
              std::string(c.title) + " | " + c.agency + " | " + c.year);
  }
}

TEST(Identity, EveryCollectedTitle) {
  const std::vector<std::string> lines = collected_lines("Report titles seen");
  if (lines.empty()) GTEST_SKIP() << "the collection is not there";
  int titles = 0;
  for (const std::string& line : lines) {
    // "| X2022年政府信息公开工作年度报告 (standard) |", X for the agency; other lines describe what other tests show.
    if (line.rfind("| X", 0) != 0 && line.rfind("| 20", 0) != 0) continue;
    std::string title = line.substr(2, std::min(line.find(" ("), line.find(" |")) - 2);
    const std::size_t agency = title.find('X');
    const std::size_t year = title.find("20");
    title.replace(agency, 1, "甲县乙局");
    EXPECT_EQ(identify_lines({{title}, intro, first_heading}),
              title + " | 甲县乙局 | " + (year == std::string::npos ? "-" : line.substr(2 + year, 4)));
    ++titles;
  }
  EXPECT_EQ(titles, 10);
}

TEST(Identity, TwoReportsOfOneAgencyAreToldByTheirTitles) {
  EXPECT_EQ(identify_lines({{"甲市乙局机关2023年政府信息公开工作年度报告"}, intro}),
            "甲市乙局机关2023年政府信息公开工作年度报告 | 甲市乙局机关 | 2023");
  EXPECT_EQ(identify_lines({{"甲市乙局系统2023年政府信息公开工作年度报告"}, intro}),
            "甲市乙局系统2023年政府信息公开工作年度报告 | 甲市乙局系统 | 2023");
  EXPECT_EQ(identify_lines({{"甲市乙局2023年政府信息公开工作年度报告（系统）"}, intro}),
            "甲市乙局2023年政府信息公开工作年度报告（系统） | 甲市乙局 | 2023");
}

TEST(Identity, YearOfAQuotedNoticeIsNotTheYear) {
  // 《2020年政务公开工作要点》 in the prose of a report on 2021, with and without a year in its title.
  const Line notice{"根据《2020年政务公开工作要点》和国办公开办函〔2019〕60号文件的要求，编制本报告。"};
  const Line period{"本报告所列数据的统计期限自2021年1月1日起至2021年12月31日止。"};
  EXPECT_EQ(identify_lines({{"甲县乙局2021年政府信息公开工作年度报告"}, notice, period, first_heading}),
            "甲县乙局2021年政府信息公开工作年度报告 | 甲县乙局 | 2021");
  EXPECT_EQ(identify_lines({{"甲县乙局政府信息公开工作年度报告"}, notice, period, first_heading}),
            "甲县乙局政府信息公开工作年度报告 | 甲县乙局 | 2021");
}

TEST(Identity, SpacesAtTheEndsOfPrintedLines) {
  EXPECT_EQ(
      identify_lines({{"甲旗乙苏木2021年政府信息 公开工作年度报告"}, {"根据《条例》（以下简 称《条例》）编制。"}}),
      "甲旗乙苏木2021年政府信息公开工作年度报告 | 甲旗乙苏木 | 2021");
  EXPECT_EQ(identify_lines({{"2022 年度 甲县 政府信息公开工作年度报告"}, intro}),
            "2022年度甲县政府信息公开工作年度报告 | 甲县 | 2022");
}

TEST(Identity, WhiteSpaceInsideTheTitleIsNone) {
  EXPECT_EQ(identify_lines({{" 甲 县 2019 年政府信息 公开工作年度报告 "}, intro}),
            "甲县2019年政府信息公开工作年度报告 | 甲县 | 2019");
  EXPECT_EQ(identify_lines({{"甲县2022年度 政府信息公开工作年度报告"}, intro}),
            "甲县2022年度政府信息公开工作年度报告 | 甲县 | 2022");
}

TEST(Identity, TitleBrokenOverLines) {
  const std::string whole = "甲县人民政府办公室2023年政府信息公开工作年度报告 | 甲县人民政府办公室 | 2023";
  for (const auto& lines : std::vector<std::vector<Line>>{
           {{"甲县人民政府办公室"}, {"2023年政府信息公开工作年度报告"}},
           {{"甲县人民政府办公室2023年"}, {"政府信息公开工作年度报告"}},
           {{"甲县人民政府办公室2023年政府"}, {"信息公开工作年度报告"}},
           {{"甲县人民政府办公室2023"}, {"年政府信息公开工作年度报告"}},
           {{"甲县人民政府办公室2023年政府信息公开工"}, {"作年度报告"}},
           {{"甲县人民政府办公室"}, {"2023年"}, {"政府信息公开工作年度报告"}},
           {{"甲县人民政"}, {"府办公室2023年政府信息公开工作年度报告"}},
           {{"甲县人民政府办公室\n2023年政府信息公开工作年度报告"}},
       }) {
    std::vector<Line> all = lines;
    all.push_back(intro);
    all.push_back(first_heading);
    EXPECT_EQ(identify_lines(all), whole) << lines.front().text;
    for (Line& line : all) line = {line.text, line.text != intro.text && line.text != first_heading.text, 22};
    all[lines.size()].size = all[lines.size() + 1].size = 16;
    EXPECT_EQ(identify_lines(all), whole) << lines.front().text << ", with sizes";
  }
  EXPECT_EQ(identify_lines({{"甲县办公厅2022"}, {"政府信息公开工作年度报告"}, intro}),
            "甲县办公厅2022政府信息公开工作年度报告 | 甲县办公厅 | 2022");
}

TEST(Identity, BareTitleTakesTheOrganisationBesideIt) {
  EXPECT_EQ(identify_lines({{"政府信息公开工作年度报告"}, {"甲县乙局"}, {"2024年1月20日"}, intro}),
            "政府信息公开工作年度报告 | 甲县乙局 | -");
  EXPECT_EQ(identify_lines({{"政府信息公开工作年度报告"}, {"（2023年度）"}, {"甲县乙局"}, intro}),
            "政府信息公开工作年度报告（2023年度） | 甲县乙局 | 2023");
  EXPECT_EQ(identify_lines({{"2023年政府信息公开工作年度报告"}, {"编制单位：甲县乙局"}, intro}),
            "2023年政府信息公开工作年度报告 | 甲县乙局 | 2023");
}

TEST(Identity, ProseNamesTheAgencyWhereTheTitleDoesNot) {
  EXPECT_EQ(
      identify_lines({{"2023年政府信息公开工作年度报告"}, {"本报告由甲县乙局根据《条例》要求编制。"}, first_heading}),
      "2023年政府信息公开工作年度报告 | 甲县乙局 | 2023");
  EXPECT_EQ(identify_lines(
                {{"2023年政府信息公开工作年度报告"}, {"根据《条例》要求，由甲县乙局编制本年度报告。"}, first_heading}),
            "2023年政府信息公开工作年度报告 | 甲县乙局 | 2023");
  EXPECT_EQ(identify_lines({{"2023年政府信息公开工作年度报告"}, {"本报告由我局编制。"}, first_heading}),
            "2023年政府信息公开工作年度报告 | - | 2023");
}

TEST(Identity, PropertiesAreTheLastWitness) {
  Properties properties;
  properties.author = "用户";
  properties.company = "甲县乙局";
  EXPECT_EQ(identify_lines({{"2023年政府信息公开工作年度报告"}, intro}, properties),
            "2023年政府信息公开工作年度报告 | 甲县乙局 | 2023");
  properties.company = "Microsoft";
  EXPECT_EQ(identify_lines({{"2023年政府信息公开工作年度报告"}, intro}, properties),
            "2023年政府信息公开工作年度报告 | - | 2023");
}

TEST(Identity, BlankFormHasNeitherAgencyNorYear) {
  EXPECT_EQ(identify_lines({{"政府信息公开工作年度报告格式模板"},
                            first_heading,
                            {"（文字描述）"},
                            {"二、主动公开政府信息情况"},
                            {table_here}}),
            "政府信息公开工作年度报告格式模板 | - | -");
}

TEST(Identity, WhatStandsAboveTheTitleIsNoPartOfIt) {
  const std::string expected = "甲县乙局2023年政府信息公开工作年度报告 | 甲县乙局 | 2023";
  const Line title{"甲县乙局2023年政府信息公开工作年度报告"};
  EXPECT_EQ(identify_lines({{table_here}, title, intro}), expected) << "an index table";
  EXPECT_EQ(identify_lines({{"索引号：0001"}, {"发布机构：丙县"}, {"发布日期：2024-01-20"}, title, intro}), expected);
  EXPECT_EQ(identify_lines({{"索 引 号"}, {"文号"}, title, intro}), expected);
  EXPECT_EQ(identify_lines({{"甲县人民政府文件"}, {"甲政发〔2024〕3号"}, title, intro}), expected);
  EXPECT_EQ(identify_lines({{"首页>政府信息公开>政府信息公开年报"}, title, intro}), expected);
  EXPECT_EQ(identify_lines({{"政府信息公开年报"}, title, intro}), expected);
  EXPECT_EQ(identify_lines({{"甲县乙局"}, title, intro}), expected) << "the title says the name again";
  EXPECT_EQ(identify_lines({{"目 录"}, {"一、总体情况"}, {"二、概述"}, title, intro, first_heading, {"二、概述"}}),
            expected);
}

TEST(Identity, IndexEntryGivesTheTitleWhereNothingElseDoes) {
  EXPECT_EQ(identify_lines({{"标题：甲县乙局2023年政府信息公开工作年度报告"}, {"正文。"}}),
            "甲县乙局2023年政府信息公开工作年度报告 | 甲县乙局 | 2023");
}

TEST(Identity, SentencesAndHeadingsAreNoTitle) {
  EXPECT_EQ(identify_lines({{"现公布甲县2023年政府信息公开工作年度报告。"}, first_heading}), "- | 甲县 | -");
  EXPECT_EQ(identify_lines({{"四、政府信息公开行政复议、行政诉讼情况"}, {table_here}}), "- | - | -");
  EXPECT_EQ(identify_lines({{"本单位2023年政府信息公开工作年度报告"}}), "- | - | -");
  EXPECT_EQ(identify_lines({{"编制了2023年政府信息公开工作年度报告"}}), "- | - | -");
  EXPECT_EQ(identify_lines({{"甲县2023年部门预算"}, {"一、概况"}}), "- | - | -");
  EXPECT_EQ(identify_lines({}), "- | - | -");
}

TEST(Identity, YearComesFromThePeriodWhereTheTitleHasNone) {
  EXPECT_EQ(identify_lines(
                {{"甲县乙局政府信息公开工作年度报告"}, {"所列数据的统计期限自2023年1月1日起至2023年12月31日止。"}}),
            "甲县乙局政府信息公开工作年度报告 | 甲县乙局 | 2023");
  EXPECT_EQ(
      identify_lines(
          {{"甲县乙局政府信息公开工作年度报告"}, {"所列数据的统计期限自2023年1月1日起至"}, {"2023年12月31日止。"}}),
      "甲县乙局政府信息公开工作年度报告 | 甲县乙局 | 2023")
      << "a sentence broken by hand";
  EXPECT_EQ(year_of_period("2023 年 1 月 1 日至 12 月 31 日"), 2023);
  EXPECT_EQ(year_of_period("2008年5月1日—2008年12月31日"), 2008);
  EXPECT_EQ(year_of_period("二〇二三年一月一日"), std::nullopt);
}

TEST(Identity, DamagedDatesGiveNoYear) {
  for (const char* text : {"统计期限自202311日至20231231日", "自20231月1日至2023年", "自2022年12月1日至2023年12月31日",
                           "电话20231231至12月31日", "12023年1月1日至12023年12月31日"}) {
    EXPECT_EQ(year_of_period(text), std::nullopt) << text;
  }
  EXPECT_EQ(identify_lines({{"甲县20231年政府信息公开工作年度报告"}}),
            "甲县20231年政府信息公开工作年度报告 | 甲县 | -");
}

TEST(Identity, AgencyOfTheTitleIsWhatIsLeftOfIt) {
  EXPECT_EQ(agency_of_title("甲县乙局20××年政府信息公开工作年度报告", bundled_set().any_words), "甲县乙局");
  EXPECT_EQ(agency_of_title("甲县乙局____年度政府信息公开工作年度报告", bundled_set().any_words), "甲县乙局");
  EXPECT_EQ(agency_of_title("甲县乙局年度政府信息公开工作报告", bundled_set().any_words), "甲县乙局");
  EXPECT_EQ(agency_of_title("政府信息公开工作年度报告", bundled_set().any_words), "");
  EXPECT_EQ(agency_of_title("甲县人民政府信息公开工作年度报告", bundled_set().any_words), "甲县人民政府");
  EXPECT_EQ(agency_of_title("甲县人民政府政府信息公开工作年度报告", bundled_set().any_words), "甲县人民政府");
}

TEST(Identity, ContradictionOfYearsIsAWarning) {
  const Layout layout =
      layout_of({{"甲县2022年政府信息公开工作年度报告"}, {"统计期限为2023年1月1日至2023年12月31日。"}, first_heading});
  const Identity found = identify({}, layout, bundled_set().any_words);
  EXPECT_EQ(found.year, 2022);
  ASSERT_EQ(found.findings.size(), 1u);
  EXPECT_EQ(found.findings[0].code, "year-contradiction");
  EXPECT_EQ(found.findings[0].severity, Severity::warning);
  EXPECT_TRUE(identify({},
                       layout_of({{"甲县2023年政府信息公开工作年度报告"},
                                  {"自2023年1月1日至2023年12月31日，见《2020年要点》。"}}),
                       bundled_set().any_words)
                  .findings.empty());
  EXPECT_TRUE(identify({},
                       layout_of({{"甲县2023年政府信息公开工作年度报告"},
                                  {"上期自2022年1月1日至2022年12月31日。"},
                                  {"本期自2023年1月1日至2023年12月31日。"}}),
                       bundled_set().any_words)
                  .findings.empty());
}

}  // namespace
}  // namespace fubiao
