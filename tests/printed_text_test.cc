// Headings and cell values as they were seen in print.
#include <gtest/gtest.h>

#include <algorithm>

#include "normalize/heading.h"
#include "normalize/report.h"
#include "tests/label_collection.h"
#include "tests/make_damage.h"
#include "tests/make_table.h"

namespace fubiao {
namespace {

/// Section headings, with the rank that they have as a line of prose.
const std::vector<std::pair<const char*, int>>& headings() {
  static const std::vector<std::pair<const char*, int>> all = {
      {"一、总体情况", 1},
      {"一、概述", 1},
      {"一、总体概述", 1},
      {"一、公开总体情况", 1},
      {"一、2023年工作开展情况", 1},
      {"二、主动公开政府信息情况", 1},
      {"二、行政机关主动公开政府信息情况", 1},
      {"二、主动公开、依申请公开工作情况", 1},
      {"三、收到和处理政府信息公开申请情况", 1},
      {"行政机关收到和处理政府信息公开申请情况", 1},
      {"四、政府信息公开行政复议、行政诉讼情况", 1},
      {"因政府信息公开工作被申请行政复议、提起行政诉讼情况", 1},
      {"政府信息公开行政复议和行政诉讼情况", 1},
      {"政府信息公开行政复议及行政诉讼情况", 1},
      {"政府信息公开行政复议行政诉讼情况", 1},
      {"政府信息公开行政法复议、行政诉讼情况", 1},
      {"四、政府信息公开行政法复议、行政诉讼情况", 1},
      {"五、存在的主要问题及改进情况", 1},
      {"五、存在的主要问题及改进措施", 1},
      {"五、存在的主要问题及下一步计划", 1},
      {"五、存在的主要问题及改正情况", 1},
      {"六、其他需要报告的事项", 1},
      {"六、其它需要报告的事项", 1},
      {"一、概述", 1},
      {"二、主动公开", 1},
      {"三、回应解读", 1},
      {"四、依申请公开", 1},
      {"五、行政复议、诉讼", 1},
      {"五、行政复议、诉讼和投诉、举报", 1},
      {"六、机构建设和保障经费", 1},
      {"七、会议和培训", 1},
      {"八、问题", 1},
      {"九、附表", 1},
      {"（一）政府信息管理情况", 2},
      {"㈠政府信息管理情况", 2},
      {"1、政府信息管理情况", 3},
      {"1.政府信息管理情况", 3},
      {"1．政府信息管理情况", 3},
      {"一 、总体情况", 1},
      {"三)政府信息管理情况", 2},
  };
  return all;
}

TEST(PrintedText, EverySectionHeadingIsOne) {
  for (const auto& [text, rank] : headings()) EXPECT_EQ(heading_rank(text, bundled_set().any_words), rank) << text;
}

TEST(PrintedText, TablesAreKnownUnderEveryHeadingPrintedInThem) {
  for (const char* heading :
       {"四、政府信息公开行政复议、行政诉讼情况", "四、政府信息公开行政法复议、行政诉讼情况",
        "政府信息公开行政复议及行政诉讼情况", "因政府信息公开工作被申请行政复议、提起行政诉讼情况", "随便一个标题"}) {
    std::string bar = heading;
    for (int i = 1; i < 15; ++i) bar += " | <";
    const Report report = read_art({bar + review_2021()});
    EXPECT_EQ(values_of(report), values_of(read_art({review_2021()}))) << heading << trace(report);
  }
}

struct Value {
  const char* print;
  const char* value;  ///< "null"
  const char* unit;   ///< of the field, in a cell of a head in 万元
  Status status;
  const char* finding;  ///< of severity warning or error on the field; empty: none
};

const std::vector<Value>& values() {
  static const std::vector<Value> all = {
      {"", "null", "万元", Status::blank, ""},
      {"\xC2\xA0", "null", "万元", Status::blank, ""},
      {"-", "null", "万元", Status::not_applicable, ""},
      {"/", "null", "万元", Status::not_applicable, ""},
      {"无", "null", "万元", Status::not_applicable, ""},
      {"—", "null", "万元", Status::not_applicable, ""},
      {"+19", "19", "万元", Status::read, ""},
      {"-18", "-18", "万元", Status::read, ""},
      {"-15", "-15", "万元", Status::read, ""},
      {"减3", "-3", "万元", Status::read, ""},
      {"251000元", "251000", "元", Status::read, "unit-differs"},
      {"75394432.52元", "75394432.52", "元", Status::read, "unit-differs"},
      {"73802895.90元", "73802895.9", "元", Status::read, "unit-differs"},
      {"0.37万元", "0.37", "万元", Status::read, ""},
      {"477.35", "477.35", "万元", Status::read, ""},
      {"24252.311082", "24252.311082", "万元", Status::read, ""},
      {"5949.088667", "5949.088667", "万元", Status::read, ""},
      {"9116.36", "9116.36", "万元", Status::read, ""},
      {"0.092", "0.092", "万元", Status::read, ""},
      {" 112", "112", "万元", Status::read, ""},
      {"\xC2\xA0"
       "112",
       "112", "万元", Status::read, ""},
      {"0\xC2\xA0", "0", "万元", Status::read, ""},
      {"\xC2\xA0"
       "0",
       "0", "万元", Status::read, ""},
      {"0件", "0", "件", Status::read, "unit-differs"},
      {"1,234", "1234", "万元", Status::read, ""},
      {"１２３", "123", "万元", Status::read, ""},
      {"零", "0", "万元", Status::read, ""},
      {"0.00", "0", "万元", Status::read, ""},
      {"约5", "null", "万元", Status::unreadable, "unreadable-number"},
  };
  return all;
}

TEST(PrintedText, EveryCellValueHasItsValueUnitAndStatus) {
  for (const Value& value : values()) {
    SCOPED_TRACE(value.print);
    Table table = make_table(disclosure_2021());
    for (Cell& cell : table.cells) {
      if (cell.text == "14.67") cell.text = cell.print = value.print;
    }
    const Report report = normalize({}, make_layout({table}), bundled_set());
    const auto at = std::find_if(report.fields.begin(), report.fields.end(),
                                 [](const Field& field) { return field.path == "disclosure.fees.amount"; });
    ASSERT_NE(at, report.fields.end());
    EXPECT_EQ(at->value ? at->value->to_string() : "null", value.value);
    EXPECT_EQ(at->unit, value.unit);
    EXPECT_EQ(at->status, value.status);
    EXPECT_EQ(at->text, value.print) << "as printed";
    std::string found;
    for (const Finding& finding : report.findings) {
      if (finding.severity != Severity::note) found += finding.code;
    }
    EXPECT_EQ(found, value.finding);
  }
}

TEST(PrintedText, TheCollectionHasNoValueThatIsNotHere) {
  const std::vector<std::string> lines = collected_lines("Cell values seen");
  if (lines.empty()) GTEST_SKIP() << "the collection is not there";
  int found = 0;
  for (std::string line : lines) {
    if (line.rfind("| ", 0) != 0) continue;
    for (std::size_t at = line.find("&nbsp;"); at != std::string::npos; at = line.find("&nbsp;")) {
      line.replace(at, 6, "\xC2\xA0");
    }
    for (std::size_t open = line.find('"'); open != std::string::npos; open = line.find('"', open)) {
      const std::size_t close = line.find('"', open + 1);
      const std::string print = line.substr(open + 1, close - open - 1);
      open = close + 1;
      ++found;
      const bool known =
          std::any_of(values().begin(), values().end(), [&](const Value& value) { return value.print == print; });
      EXPECT_TRUE(known || print == "640020470") << '"' << print << "\" (640020470: below)";
    }
  }
  EXPECT_EQ(found, 13);
}

TEST(PrintedText, SevenCellsRunTogetherAreNoNumber) {
  const std::string row = line_with(requests_2021(), "2.重复申请");
  const Report report =
      read_art({change(requests_2021(), row, "^ | ^ | 2.重复申请 | 640020470 | < | < | < | < | < | <\n")});
  for (const Field& field : report.fields) {
    EXPECT_NE(field.value, Decimal::parse("640020470")) << field.path;
    const bool of_the_row = field.path.find("not_processed.repeated") != std::string::npos;
    EXPECT_FALSE(of_the_row && field.value) << field.path;
  }
  EXPECT_TRUE(says(report, "unbound-number", "640020470")) << trace(report);
  // The doubt is about the seven numbers of that row and about no others.
  for (const Finding& finding : report.findings) {
    if (finding.code != "unbound-number" && finding.code != "row-in-doubt") continue;
    EXPECT_EQ(finding.fields.size(), 7U) << finding.code;
    for (const std::string& path : finding.fields)
      EXPECT_NE(path.find("not_processed.repeated"), std::string::npos) << finding.code << ' ' << path;
  }
}

TEST(PrintedText, OnlyTheTotalOfARowIsFilled) {
  std::string art = requests_2021();
  const std::string row = line_with(art, "2.重复申请");
  art = change(art, row, "^ | ^ | 2.重复申请 |  |  |  |  |  |  | 180\n");
  const Report report = read_art({art});
  const auto got = values_of(report);
  EXPECT_EQ(got.at("requests.results.not_processed.repeated.total"), "180");
  EXPECT_EQ(got.at("requests.results.not_processed.repeated.natural_person"), "null");
  for (const Check& check : report.checks) {
    if (check.name != "sum:requests.results.not_processed.repeated.total") continue;
    EXPECT_FALSE(check.holds.has_value());
  }
}

}  // namespace
}  // namespace fubiao
