// Every spelling of a label that was seen in print, and the label in whose place it stands. The table is our own; where
// ../shared lies beside the checkout, a test compares it with the collection that it was made from. Rows of older
// provincial forms: provincial_forms_test.cc.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "normalize/report.h"
#include "tests/label_collection.h"
#include "tests/make_damage.h"
#include "tests/make_statistics.h"
#include "tests/make_table.h"

namespace fubiao {
namespace {

// ---- reports of every form, whole -----------------------------------------------------------------------------

enum class Base { disclosure_2021, disclosure_2019, requests, review, statistics };

std::string art_of(Base base) {
  switch (base) {
    case Base::disclosure_2021: return disclosure_2021();
    case Base::disclosure_2019: return disclosure_2019();
    case Base::requests: return requests_2021();
    case Base::review: return review_2021();
    case Base::statistics: return statistics_art(sound_statistics());
  }
  return {};
}

/// A cell of the art with ⏎ for its line breaks: the print has them, the text has them joined away.
Report read_broken(const std::string& art) {
  Table table = make_table(art);
  const std::string mark = "⏎";
  for (Cell& cell : table.cells) {
    std::string text;
    std::string print;
    for (std::size_t at = 0; at < cell.text.size();) {
      const bool here = cell.text.compare(at, mark.size(), mark) == 0;
      if (!here) text += cell.text[at];
      print += here ? '\n' : cell.text[at];
      at += here ? mark.size() : 1;
    }
    cell.text = text;
    cell.print = print;
  }
  return normalize({}, make_layout({table}), bundled_set());
}

/// Cells equal to `from` become `to`.
std::string relabelled(const std::string& art, const std::string& from, const std::string& to) {
  int times = 0;
  std::string out = each_line(art, [&](std::vector<std::string>& cells) {
    for (std::string& cell : cells) {
      if (cell == from) cell = to, ++times;
    }
  });
  if (times == 0) throw std::logic_error("not in the art: " + from);
  return out;
}

// ---- the spellings --------------------------------------------------------------------------------------------

struct Spelling {
  const char* section;  ///< of the collection
  const char* print;
  Base base;
  const char* official;  ///< the label in whose place it stands
  bool cut = false;      ///< the end of the head is lost: the fields are right, and a finding says what was done
};

const std::vector<Spelling>& spellings() {
  using enum Base;
  static const std::vector<Spelling> all = {
      {"T2 header: item (一)", "第二十条第（一）项", disclosure_2021, "第二十条第（一）项"},
      {"T2 header: item (一)", "第二十條第（一）項", disclosure_2021, "第二十条第（一）项"},
      {"T2 (五)", "第二十条第（五）项", disclosure_2021, "第二十条第（五）项"},
      {"T2 (五)", "第二十條第（五）項", disclosure_2021, "第二十条第（五）项"},
      {"T2 (六)", "第二十条第（六）项", disclosure_2021, "第二十条第（六）项"},
      {"T2 (六)", "第二十條第（六）項", disclosure_2021, "第二十条第（六）项"},
      {"T2 (八)", "第二十条第（八）项", disclosure_2021, "第二十条第（八）项"},
      {"T2 (八)", "第二十條第（八）項", disclosure_2021, "第二十条第（八）项"},
      {"T2 (九) 2019 only", "第二十条第（九）项", disclosure_2019, "第二十条第（九）项"},
      {"T2 (九) 2019 only", "第二十條第（九）項", disclosure_2019, "第二十条第（九）项"},
      {"信息内容", "信息内容", disclosure_2021, "信息内容"},
      {"信息内容", "信息內容", disclosure_2021, "信息内容"},
      {"2021 col 制发", "本年制发件数", disclosure_2021, "本年制发件数"},
      {"2021 col 制发", "本年制發件數", disclosure_2021, "本年制发件数"},
      {"2021 col 废止", "本年废止件数", disclosure_2021, "本年废止件数"},
      {"2021 col 废止", "本年廢止件數", disclosure_2021, "本年废止件数"},
      {"2021 col 有效", "现行有效件数", disclosure_2021, "现行有效件数"},
      {"2021 col 有效", "現行有效件數", disclosure_2021, "现行有效件数"},
      {"2019 col 新制作", "本年新制作数量", disclosure_2019, "本年新制作数量"},
      {"2019 col 新制作", "本年新 制作数量", disclosure_2019, "本年新制作数量"},
      {"2019 col 新制作", "本年新⏎制作数量", disclosure_2019, "本年新制作数量"},
      {"2019 col 新制作", "本年新⏎⏎制作数量", disclosure_2019, "本年新制作数量"},
      {"2019 col 新制作", "本年新 製作數量", disclosure_2019, "本年新制作数量"},
      {"2019 col 新公开", "本年新公开数量", disclosure_2019, "本年新公开数量"},
      {"2019 col 新公开", "本年新 公开数量", disclosure_2019, "本年新公开数量"},
      {"2019 col 新公开", "本年新⏎公开数量", disclosure_2019, "本年新公开数量"},
      {"2019 col 新公开", "本年新⏎⏎公开数量", disclosure_2019, "本年新公开数量"},
      {"2019 col 新公开", "本年新 公開數量", disclosure_2019, "本年新公开数量"},
      {"2019 col 总数", "对外公开总数量", disclosure_2019, "对外公开总数量"},
      {"2019 col 总数", "对外公开⏎⏎总数量", disclosure_2019, "对外公开总数量"},
      {"2019 col 总数", "對外公開總數量", disclosure_2019, "对外公开总数量"},
      {"row 规章", "规章", disclosure_2021, "规章"},
      {"row 规章", "规章（县级无此项）", disclosure_2021, "规章"},
      {"row 规章", "規章", disclosure_2021, "规章"},
      {"row 规章", "規章（設區的市、自治州人民政府應提供相關數據）", disclosure_2019, "规章"},
      {"row 规范性文件", "行政规范性文件", disclosure_2021, "行政规范性文件"},
      {"row 规范性文件", "行政规范性文件", disclosure_2019, "规范性文件"},
      {"row 规范性文件", "规范性文件", disclosure_2019, "规范性文件"},
      {"row 规范性文件", "规范性文件", disclosure_2021, "行政规范性文件"},
      {"row 规范性文件", "行政規范性文件", disclosure_2021, "行政规范性文件"},
      {"row 规范性文件", "規範性檔案（", disclosure_2019, "规范性文件", true},
      {"2021 col 处理决定", "本年处理决定数量", disclosure_2021, "本年处理决定数量"},
      {"2021 col 处理决定", "本年處理決定數量", disclosure_2021, "本年处理决定数量"},
      {"2019 cols", "上一年项目数量", disclosure_2019, "上一年项目数量"},
      {"2019 cols", "上一年項目數量（指2019年事項數）", disclosure_2019, "上一年项目数量"},
      {"2019 cols", "本年增/减", disclosure_2019, "本年增/减"},
      {"2019 cols", "本年增/", disclosure_2019, "本年增/减", true},
      {"2019 cols", "本年增/減（指2020年", disclosure_2019, "本年增/减", true},
      {"2019 cols", "处理决定数量", disclosure_2019, "处理决定数量"},
      {"2019 cols", "處理決定數量（指2020年辦件量）", disclosure_2019, "处理决定数量"},
      {"row 许可/其他", "行政许可", disclosure_2021, "行政许可"},
      {"row 许可/其他", "行政許可", disclosure_2021, "行政许可"},
      {"row 许可/其他", "其他对外管理服务事项", disclosure_2019, "其他对外管理服务事项"},
      {"row 许可/其他", "其他對外管理服務事項（", disclosure_2019, "其他对外管理服务事项", true},
      {"row 处罚/强制", "行政处罚", disclosure_2021, "行政处罚"},
      {"row 处罚/强制", "行政處罰", disclosure_2021, "行政处罚"},
      {"row 处罚/强制", "行政强制", disclosure_2021, "行政强制"},
      {"row 处罚/强制", "行政強制", disclosure_2021, "行政强制"},
      {"收费", "行政事业性收费", disclosure_2021, "行政事业性收费"},
      {"收费", "行政事業性收費", disclosure_2021, "行政事业性收费"},
      {"收费", "本年收费金额（单位：万元）", disclosure_2021, "本年收费金额（单位：万元）"},
      {"收费", "本年收费金额（单位:万元）", disclosure_2021, "本年收费金额（单位：万元）"},
      {"收费", "本年收費金額（單位:萬元）", disclosure_2021, "本年收费金额（单位：万元）"},
      {"采购", "政府集中采购", disclosure_2019, "政府集中采购"},
      {"采购", "采购项目数量", disclosure_2019, "采购项目数量"},
      {"采购", "採購項目數量（指", disclosure_2019, "采购项目数量", true},
      {"采购", "采购总金额（万元）", disclosure_2019, "采购总金额"},
      {"采购", "采购总金额", disclosure_2019, "采购总金额"},
      {"T3 corner", "本列数据的勾稽关系为", requests,
       "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"},
      {"T3 columns", "自然人", requests, "自然人"},
      {"T3 columns", "商业企业", requests, "商业企业"},
      {"T3 columns", "商业⏎⏎企业", requests, "商业企业"},
      {"T3 columns", "商业 企业", requests, "商业企业"},
      {"T3 columns", "科研机构", requests, "科研机构"},
      {"T3 columns", "科研⏎⏎机构", requests, "科研机构"},
      {"T3 columns", "科研 机构", requests, "科研机构"},
      {"T3 columns", "社会公益组织", requests, "社会公益组织"},
      {"T3 columns", "法律服务机构", requests, "法律服务机构"},
      {"T3 rows", "一、本年新收政府信息公开申请数量", requests, "一、本年新收政府信息公开申请数量"},
      {"T3 rows", "二、上年结转政府信息公开申请数量", requests, "二、上年结转政府信息公开申请数量"},
      {"T3 rows", "三、本年度办理结果", requests, "三、本年度办理结果"},
      {"T3 rows", "（一）予以公开", requests, "（一）予以公开"},
      {"T3 rows", "（二）部分公开（区分处理的", requests, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
       true},
      {"T3 rows", "（三）不予公开", requests, "（三）不予公开"},
      {"T3 rows", "（三）⏎⏎不予公开", requests, "（三）不予公开"},
      {"T3 rows", "（六）其他处理", requests, "（六）其他处理"},
      {"T3 rows", "（七）总计", requests, "（七）总计"},
      {"T3 rows", "四、结转下年度继续办理", requests, "四、结转下年度继续办理"},
      {"T3 (六) sub-rows (2021 only)", "1.申请人无正当理由逾期不补正", requests,
       "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"},
      {"T3 (六) sub-rows (2021 only)", "2.申请人逾期未按收费通知要求缴纳费用", requests,
       "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"},
      {"T3 (六) sub-rows (2021 only)", "3.其他", requests, "3.其他"},
      {"T4", "未经复议直接起诉", review, "未经复议直接起诉"},
      {"T4", "复议后起诉", review, "复议后起诉"},
      {"T4", "结果维持", review, "结果维持"},
      {"T4", "尚未审结", review, "尚未审结"},
      {"pre-2019 (national 2014 style / district 统计制度)", "主动公开规范性文件数", statistics,
       "其中：主动公开规范性文件数"},
      {"pre-2019 (national 2014 style / district 统计制度)", "制发规范性文件总数", statistics, "制发规范性文件总数"},
      {"pre-2019 (national 2014 style / district 统计制度)", "统 计 指 标", statistics, "指标名称"},
      {"pre-2019 提供 (Fujian form)", "指标名称", statistics, "指标名称"},
      {"pre-2019 提供 (Fujian form)", "指 标 名 称", statistics, "指标名称"},
      {"pre-2019 提供 (Fujian form)", "计量单位", statistics, "单位"},
      {"pre-2019 提供 (Fujian form)", "计量⏎单位", statistics, "单位"},
      {"pre-2019 提供 (Fujian form)", "本年累计", statistics, "统计数"},
  };
  return all;
}

/// Findings about labels: that a table alone fits two forms is none.
long said(const Report& report) {
  return std::count_if(report.findings.begin(), report.findings.end(),
                       [](const Finding& finding) { return finding.code != "form-in-doubt"; });
}

TEST(LabelVariants, EverySpellingBindsToWhatItMeans) {
  std::map<Base, Truth> whole;
  for (const Spelling& spelling : spellings()) {
    SCOPED_TRACE(std::string(spelling.section) + ": " + spelling.print);
    const std::string art = art_of(spelling.base);
    if (whole.count(spelling.base) == 0) {
      const Report sound = read_broken(art);
      whole[spelling.base] = values_of(sound);
      ASSERT_GE(sound.fields.size(), 10u);
      ASSERT_EQ(said(sound), 0) << trace(sound);
    }
    const Report report = read_broken(relabelled(art, spelling.official, spelling.print));
    EXPECT_EQ(values_of(report), whole[spelling.base]) << trace(report);
    const auto repaired = std::count_if(report.fields.begin(), report.fields.end(),
                                        [](const Field& field) { return field.status == Status::repaired; });
    if (spelling.cut) {
      EXPECT_GT(said(report), 0) << "what is lost might have said that it is something else";
      EXPECT_GT(repaired, 0);
    } else {
      EXPECT_EQ(said(report), 0) << trace(report);
      EXPECT_EQ(repaired, 0);
    }
  }
}

TEST(LabelVariants, TheCollectionHasNothingThatIsNotHere) {
  const auto collected = collected_spellings();
  if (collected.empty()) GTEST_SKIP() << "the collection is not there";
  std::set<std::pair<std::string, std::string>> known;
  for (const Spelling& spelling : spellings()) known.emplace(spelling.section, spelling.print);
  int others = 0;
  for (const auto& [section, print] : collected) {
    // Headings: printed_text_test.cc.
    if (section.rfind("pre-2019", 0) == 0 || print.rfind("四、政府信息公开行政", 0) == 0) {
      ++others;
      continue;
    }
    EXPECT_EQ(known.count({section, print}), 1u) << section << ": " << print;
  }
  EXPECT_GT(collected.size(), 120u);
  EXPECT_EQ(others, 34 + 6 + 2);
}

}  // namespace
}  // namespace fubiao
