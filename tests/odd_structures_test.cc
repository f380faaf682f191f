// Reports as they were found to be odd: forms of other years, forms mixed, rows left out and added, tables broken by
// converters. What binds, and what is reported. (Oddities that other tests show: heads cut or broken in
// label_variants_test.cc, damaged dates and spaces in titles in identity_test.cc, provincial forms in
// provincial_forms_test.cc.)
#include <gtest/gtest.h>

#include <algorithm>

#include "extract/open.h"
#include "normalize/report.h"
#include "tests/corpus_case.h"
#include "tests/make_damage.h"
#include "tests/make_table.h"

namespace fubiao {
namespace {

/// Lines of prose, then tables.
Report report_of(const std::vector<std::string>& lines, const Art& art) {
  Layout layout;
  for (const std::string& line : lines) {
    layout.flow.push_back({FlowItem::Kind::prose, static_cast<int>(layout.prose.size())});
    Prose prose;
    prose.text = line;
    layout.prose.push_back(prose);
  }
  for (const std::string& one : art) {
    layout.flow.push_back({FlowItem::Kind::table, static_cast<int>(layout.tables.size())});
    layout.tables.push_back(make_table(one));
  }
  return normalize({}, layout, bundled_set());
}

Truth values_of_2019() {
  return values_of(read_art({disclosure_2019()}));
}

/// No finding but notes, and no failing check.
void expect_calm(const Report& report) {
  for (const Finding& finding : report.findings) EXPECT_EQ(finding.severity, Severity::note) << finding.message;
  for (const Check& check : report.checks) EXPECT_NE(check.holds, false) << check.name;
}

/// Seven applicant columns, three sub-rows of （六） as one row.
std::string requests_2019() {
  std::string art = requests_2021();
  art = change(art, line_with(art, "（六）其他处理"), "^ | （六）其他处理 | < | 60 | 120 | 180 | 0 | 60 | 300 | 720\n");
  art = change(art, line_with(art, "2.申请人逾期未按收费通知"), "");
  return change(art, line_with(art, "^ | ^ | 3.其他 "), "");
}

// ---- 1. the form of another year ------------------------------------------------------------------------------

TEST(OddStructures, TheFormIsToldByItsLabelsNeverByAYearOrANotice) {
  const std::string cites_2019 =
      "根据《国务院办公厅政府信息与政务公开办公室关于规范政府信息公开年度报告有关事项的通知》（国办公开办函〔2019〕60号"
      "）编制。";
  const Report late = report_of({"甲乡2023年政府信息公开工作年度报告", "本报告根据国办公开办函〔2021〕30号编制。"},
                                {disclosure_2019(), requests_2019(), review_2021()});
  EXPECT_EQ(late.form, "ogi-2019");
  EXPECT_EQ(late.year, 2023);
  expect_calm(late);
  EXPECT_EQ(late.fields.size(), 22u + 23u * 7u + 15u) << trace(late);

  const Report early = report_of({"甲镇2019年政府信息公开工作年度报告", cites_2019},
                                 {disclosure_2021(), requests_2021(), review_2021()});
  EXPECT_EQ(early.form, "ogi-2021");
  EXPECT_EQ(early.year, 2019);
  expect_calm(early);
  EXPECT_EQ(values_of(early), sound_truth());
}

TEST(OddStructures, TablesOfTwoFormsInOneReport) {
  // A disclosure table of 2021 beside requests of 2019, and the other way round: the disclosure table names the form.
  const Report newer = read_art({disclosure_2021(), requests_2019(), review_2021()});
  EXPECT_EQ(newer.form, "ogi-2021");
  expect_calm(newer);
  EXPECT_EQ(values_of(newer).at("requests.results.other_processing.all.total"), "720");
  EXPECT_EQ(values_of(newer).count("requests.results.other_processing.other.total"), 0u);

  const Report older = read_art({disclosure_2019(), requests_2021(), review_2021()});
  EXPECT_EQ(older.form, "ogi-2019");
  expect_calm(older);
  EXPECT_EQ(values_of(older).at("requests.results.other_processing.other.total"), "252");
  EXPECT_EQ(values_of(older).count("requests.results.other_processing.all.total"), 0u);
  for (const auto& [path, value] : values_of_2019()) EXPECT_EQ(values_of(older).at(path), value) << path;
}

TEST(OddStructures, WithoutADisclosureTableTheRowsUnderSixTellTheForm) {
  EXPECT_EQ(read_art({requests_2021(), review_2021()}).form, "ogi-2021");
  EXPECT_EQ(read_art({requests_2019(), review_2021()}).form, "ogi-2019");
  expect_calm(read_art({requests_2019(), review_2021()}));
}

TEST(OddStructures, ATieOfTwoFormsIsTheNewerWithAWarning) {
  const Report report = read_art({review_2021()});
  EXPECT_EQ(report.form, "ogi-2021");
  ASSERT_EQ(report.findings.size(), 1u) << trace(report);
  EXPECT_EQ(report.findings[0].code, "form-in-doubt");
  EXPECT_EQ(report.findings[0].severity, Severity::warning);
}

// ---- 2. and 3. rows left out, rows added, other words ---------------------------------------------------------

TEST(OddStructures, RowsLeftOutMoveNothing) {
  for (const char* row :
       {"规章 |", "规范性文件 |", "行政许可 |", "其他对外管理服务事项 |", "行政处罚 |", "行政强制 |"}) {
    const std::string art = disclosure_2019();
    const Report report = read_art({change(art, line_with(art, row), ""), requests_2019()});
    EXPECT_EQ(report.form, "ogi-2019") << row;
    expect_calm(report);
    const Truth got = values_of(report);
    for (const auto& [path, value] : values_of_2019()) {
      if (got.count(path) == 0) continue;
      EXPECT_EQ(got.at(path), value) << row << path;
    }
    const Truth all = values_of(read_art({art, requests_2019()}));
    EXPECT_GE(got.size() + 3, all.size()) << row;
    EXPECT_LT(got.size(), all.size()) << row;
  }
}

TEST(OddStructures, TheOlderWordForNormativeDocumentsInTheNewerTable) {
  const Report report = read_art({change(disclosure_2021(), "行政规范性文件", "规范性文件"), requests_2021()});
  EXPECT_EQ(report.form, "ogi-2021");
  EXPECT_EQ(values_of(report).at("disclosure.normative_documents.issued"), "4");
  EXPECT_TRUE(report.findings.empty()) << trace(report);
}

TEST(OddStructures, RowsOfASenderAreReportedWithTheirNumbers) {
  std::string art =
      change(disclosure_2019(), "第二十条第（五）项", "其他主动公开文件 | 70 | 71 | 72\n第二十条第（五）项");
  const Report report = read_art({art});
  EXPECT_EQ(values_of(report), values_of_2019());
  EXPECT_TRUE(says(report, "unbound-row", "70, 71, 72")) << trace(report);
  expect_calm(report);
}

TEST(OddStructures, ExplanationsInsideLabelsAndHeads) {
  std::string art = disclosure_2019();
  art = change(art, "规章 |",
               "规章（设区的市、自治州人民政府应提供相关数据，县级人民政府及其部门无此项，填写时不得留空） |");
  art = change(art, "规范性文件 |", "规范性文件（指本年度新制作并对外公开的具有普遍约束力的行政规范性文件的数量） |");
  art = change(art, "上一年项目数量", "上一年项目数量（指2019年事项数，以政务服务网公布的权责清单为准，不含子项）");
  art = change(art, "处理决定数量", "处理决定数量（指2020年办件量，含网上办理、窗口办理和自助终端办理的全部办件）");
  const Report report = read_art({art});
  EXPECT_EQ(values_of(report), values_of_2019()) << trace(report);
  expect_calm(report);
}

TEST(OddStructures, OtherWordsForTotalsAndHeadingsRenumbered) {
  std::string requests = requests_2021();
  requests = change(requests, "| 总计\n", "| 合计\n");
  requests = change(requests, "（七）总计", "（七）合计");
  Report report = read_art({disclosure_2021(), requests, review_2021()});
  EXPECT_EQ(values_of(report), sound_truth()) << trace(report);
  expect_calm(report);

  // 一、 二、 as 1、 2、; （一） as 1） and without any.
  requests = requests_2021();
  for (const auto& [from, to] : std::vector<std::pair<const char*, const char*>>{{"一、本年新收", "1、本年新收"},
                                                                                 {"二、上年结转", "2、上年结转"},
                                                                                 {"三、本年度", "（三）本年度"},
                                                                                 {"（一）予以公开", "1）予以公开"},
                                                                                 {"（七）总计", "7.总计"},
                                                                                 {"四、结转", "结转"}}) {
    requests = change(requests, from, to);
  }
  report = read_art({disclosure_2021(), requests, review_2021()});
  EXPECT_EQ(values_of(report), sound_truth()) << trace(report);
  expect_calm(report);
}

TEST(OddStructures, ColumnsInAnotherOrderFollowTheirHeads) {
  std::string art = disclosure_2021();
  art = change(art, "本年制发件数 | 本年废止件数", "本年废止件数 | 本年制发件数");
  art = change(art, "规章 | 1 | 2 |", "规章 | 2 | 1 |");
  art = change(art, "行政规范性文件 | 4 | 5 |", "行政规范性文件 | 5 | 4 |");
  const Report report = read_art({art, requests_2021(), review_2021()});
  EXPECT_EQ(values_of(report), sound_truth()) << trace(report);
}

// ---- 4. to 6. broken and bent tables --------------------------------------------------------------------------

TEST(OddStructures, AGroupLabelPrintedTwiceBecauseItsSourceWasCut) {
  std::string art = requests_2021();
  const std::string row = line_with(art, "（四）无法提供");
  art = change(art, row, "三、本年度办理结果" + row.substr(1));
  const Report report = read_art({disclosure_2021(), art, review_2021()});
  EXPECT_EQ(values_of(report), sound_truth()) << trace(report);
  expect_calm(report);
}

TEST(OddStructures, MoreGridColumnsThanLogicalOnes) {
  // Five columns for four: in one row the first value is wide, in the next one the last.
  const Report report = read_art({R"(
第二十条第（一）项 | < | < | < | <
信息内容 | 本年制发件数 | < | 本年废止件数 | 现行有效件数
规章 | 1 | < | 2 | 13
行政规范性文件 | 4 | < | 5 | 26
第二十条第（五）项 | < | < | < | <
信息内容 | 本年处理决定数量 | < | < | <
行政许可 | 1207 | < | < | <
第二十条第（六）项 | < | < | < | <
信息内容 | 本年处理决定数量 | < | < | <
行政处罚 | 318 | < | < | <
行政强制 | 29 | < | < | <
第二十条第（八）项 | < | < | < | <
信息内容 | 本年收费金额（单位：万元） | < | < | <
行政事业性收费 | 14.67 | < | < | <
)"});
  EXPECT_EQ(values_of(report), values_of(read_art({disclosure_2021()}))) << trace(report);
  expect_calm(report);
}

TEST(OddStructures, AnEmptyColumnAndAnEmptyRowAtTheEnd) {
  std::string art = each_line(disclosure_2021(), [](std::vector<std::string>& cells) { cells.emplace_back(); });
  art += " |  |  |  | \n";
  const Report report = read_art({art});
  EXPECT_EQ(values_of(report), values_of(read_art({disclosure_2021()}))) << trace(report);
  expect_calm(report);
}

TEST(OddStructures, BarsThatAreOneCellAndThreeBlankOnes) {
  std::string art = disclosure_2021();
  for (const char* item : {"（一）", "（五）", "（六）", "（八）"}) {
    const std::string bar = std::string("第二十条第") + item + "项";
    art = change(art, bar + " | < | < | <", bar + " |  |  | ");
  }
  const Report report = read_art({art});
  EXPECT_EQ(values_of(report), values_of(read_art({disclosure_2021()}))) << trace(report);
  expect_calm(report);
}

// ---- 5. and 7. what converters drop ---------------------------------------------------------------------------

Report read_rendition(const std::string& bytes) {
  return corpus::read(read_text(bytes, {})).report;
}

/// As Tika gives it: a tab before each cell, an empty line after each row.
std::string rendition(const std::string& art) {
  std::string out = "甲镇2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n";
  each_line(art, [&](std::vector<std::string>& cells) {
    for (const std::string& cell : cells) {
      if (cell != "<") out += "\t" + (cell == "^" ? "" : cell) + "\n";
    }
    out += "\n";
  });
  return out + "\n三、其他\n";
}

TEST(OddStructures, EmptyParagraphsInsideHeads) {
  // "本年新" over an empty line over "制作数量", and an empty line between two heads: lines are no cells.
  const Truth whole = values_of(read_rendition(rendition(disclosure_2019())));
  EXPECT_EQ(whole, values_of_2019());
  std::string text = rendition(disclosure_2019());
  text = change(text, "\t本年新制作数量\n", "\t本年新\n制作数量\n");
  text = change(text, "\t本年新公开数量\n", "\t本年新\n公开数量\n");
  EXPECT_EQ(values_of(read_rendition(text)), whole);
}

TEST(OddStructures, SevenCellsRunTogetherInARendition) {
  const std::string row = line_with(requests_2021(), "2.重复申请");
  const std::string art = change(requests_2021(), row, "^ | ^ | 2.重复申请 | 640020470 | < | < | < | < | < | <\n");
  const Report report = read_rendition(rendition(art));
  Truth truth = values_of(read_art({requests_2021()}));
  for (auto& [path, value] : truth) {
    if (path.find("not_processed.repeated") != std::string::npos) value = "null";
  }
  const Outcome outcome = judge(report, truth);
  EXPECT_EQ(outcome.silent, 0) << outcome.what << trace(report);
  EXPECT_EQ(values_of(report).at("requests.results.denied.state_secret.total"), "36") << "other rows stay";
}

TEST(OddStructures, ALabelLostBesideItsLoneZero) {
  // The converter dropped the label and the repeated zeros of a row: what is left is never another row's number.
  for (const char* row : {" | 0 | < | <\n", "0 |  |  | \n", " | 0 |  | \n"}) {
    std::string art = change(disclosure_2021(), "规章 | 1 | 2 | 13\n", row);
    const Truth truth = [] {
      Truth t = values_of(read_art({disclosure_2021()}));
      for (const char* column : {"issued", "repealed", "in_force"})
        t[std::string("disclosure.regulations.") + column] = "0";
      return t;
    }();
    const Report report = read_art({art});
    const Outcome outcome = judge(report, truth);
    EXPECT_EQ(outcome.silent, 0) << row << outcome.what << trace(report);
    EXPECT_LE(outcome.lost, 3) << row << trace(report);
    EXPECT_EQ(values_of(report).at("disclosure.normative_documents.issued"), "4") << row;
  }
}

TEST(OddStructures, HeadsThatAppearOnlyOnce) {
  // 信息内容 and 上一年项目数量 stand above the first block alone.
  std::string art = disclosure_2019();
  const std::string second = "第二十条第（六）项 | < | < | <\n信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量\n";
  art = change(art, second, "第二十条第（六）项 | < | < | <\n");
  const Report report = read_art({art});
  const Outcome outcome = judge(report, values_of_2019());
  EXPECT_EQ(outcome.silent, 0) << outcome.what << trace(report);
}

// ---- 9. to 11. no tables, other tables ------------------------------------------------------------------------

TEST(OddStructures, TablesThatAreImagesOrWereNeverThere) {
  const Report report =
      report_of({"甲镇2021年政府信息公开工作年度报告", "一、总体情况", "文。", "二、主动公开政府信息情况",
                 "2021年，共制作规范性文件1份。行政事业性收费0项。", "三、收到和处理政府信息公开申请情况"},
                {});
  EXPECT_FALSE(report.form.has_value());
  EXPECT_TRUE(report.fields.empty()) << "a sentence is no table";
  EXPECT_TRUE(report.checks.empty());
  EXPECT_EQ(report.title, "甲镇2021年政府信息公开工作年度报告");
  EXPECT_EQ(report.sections.size(), 4u);
  ASSERT_EQ(report.findings.size(), 1u);
  EXPECT_EQ(report.findings[0].code, "no-known-form");
  EXPECT_EQ(report.findings[0].severity, Severity::note);
}

TEST(OddStructures, ACatalogueCardBeforeTheReport) {
  const std::string card = R"(
索引号 | 000123456/2024-00012 | 主题分类 | 政务公开
发布机构 | 甲县乙局 | 发文日期 | 2024-01-20
文号 |  | 有效性 | 有效
)";
  const Report report = read_art({card, disclosure_2021(), requests_2021(), review_2021()});
  EXPECT_EQ(values_of(report), sound_truth()) << trace(report);
  EXPECT_TRUE(report.findings.empty()) << trace(report);
}

// ---- 14. an organisation that the body does not know ----------------------------------------------------------

TEST(OddStructures, TheAgencyIsThatOfTheTitleWhateverTheBodySays) {
  const Report report =
      report_of({"甲县人民政府2023年政府信息公开工作年度报告", "现将某某平台2023年政府信息公开工作年度报告公布如下。",
                 "本报告由某某平台编制。", "一、总体情况", "某某平台认真贯彻。"},
                {disclosure_2021()});
  EXPECT_EQ(report.agency, "甲县人民政府");
}

}  // namespace
}  // namespace fubiao
