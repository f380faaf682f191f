#include "tests/make_table.h"

#include <map>
#include <stdexcept>

namespace fubiao {
namespace {

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

std::vector<std::vector<std::string>> grid_of(std::string_view art) {
  std::vector<std::vector<std::string>> grid;
  while (!art.empty()) {
    const std::size_t end = std::min(art.find('\n'), art.size());
    std::string_view line = art.substr(0, end);
    art.remove_prefix(std::min(end + 1, art.size()));
    if (trimmed(line).empty()) continue;
    std::vector<std::string> row;
    for (;;) {
      const std::size_t bar = line.find('|');
      row.push_back(trimmed(line.substr(0, bar)));
      if (bar == std::string_view::npos) break;
      line.remove_prefix(bar + 1);
    }
    if (!grid.empty() && grid.front().size() != row.size())
      throw std::logic_error("a row of another length: " + row[0]);
    grid.push_back(std::move(row));
  }
  return grid;
}

}  // namespace

Table make_table(std::string_view art) {
  return make_table(grid_of(art));
}

Table make_table(const std::vector<std::vector<std::string>>& grid) {
  Table table;
  table.rows = static_cast<int>(grid.size());
  table.columns = grid.empty() ? 0 : static_cast<int>(grid.front().size());
  std::vector<std::vector<std::size_t>> owner(grid.size());
  for (std::size_t r = 0; r < grid.size(); ++r) {
    for (std::size_t c = 0; c < grid[r].size(); ++c) {
      const std::string& text = grid[r][c];
      std::size_t cell = table.cells.size();
      if (text == "<" && c > 0) {
        cell = owner[r][c - 1];
      } else if (text == "^" && r > 0) {
        cell = owner[r - 1][c];
      } else {
        Cell made;
        made.row = static_cast<int>(r);
        made.column = static_cast<int>(c);
        made.text = made.print = text;
        table.cells.push_back(std::move(made));
      }
      owner[r].push_back(cell);
      Cell& own = table.cells[cell];
      own.row_span = std::max(own.row_span, static_cast<int>(r) - own.row + 1);
      own.column_span = std::max(own.column_span, static_cast<int>(c) - own.column + 1);
    }
  }
  if (!covers_exactly_once(table)) throw std::logic_error("cells that are no rectangles");
  return table;
}

Layout make_layout(std::vector<Table> tables) {
  Layout layout;
  layout.tables = std::move(tables);
  for (std::size_t i = 0; i < layout.tables.size(); ++i) {
    layout.flow.push_back({FlowItem::Kind::table, static_cast<int>(i)});
  }
  return layout;
}

std::string disclosure_2021() {
  return R"(
第二十条第（一）项 | < | < | <
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
规章 | 1 | 2 | 13
行政规范性文件 | 4 | 5 | 26
第二十条第（五）项 | < | < | <
信息内容 | 本年处理决定数量 | < | <
行政许可 | 1207 | < | <
第二十条第（六）项 | < | < | <
信息内容 | 本年处理决定数量 | < | <
行政处罚 | 318 | < | <
行政强制 | 29 | < | <
第二十条第（八）项 | < | < | <
信息内容 | 本年收费金额（单位：万元） | < | <
行政事业性收费 | 14.67 | < | <
)";
}

std::string disclosure_2019() {
  return R"(
第二十条第（一）项 | < | < | <
信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量
规章 | 1 | 2 | 13
规范性文件 | 4 | 5 | 26
第二十条第（五）项 | < | < | <
信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量
行政许可 | 31 | +19 | 1207
其他对外管理服务事项 | 32 | -18 | 1208
第二十条第（六）项 | < | < | <
信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量
行政处罚 | 33 | -3 | 318
行政强制 | 34 | 0 | 29
第二十条第（八）项 | < | < | <
信息内容 | 上一年项目数量 | 本年增/减 | <
行政事业性收费 | 35 | 6 | <
第二十条第（九）项 | < | < | <
信息内容 | 采购项目数量 | 采购总金额 | <
政府集中采购 | 36 | 477.35 | <
)";
}

std::string requests_2021() {
  // Each row has its own base number; the columns are base times 1, 2, 3, 0, 1, 5 and their sum.
  static const struct {
    const char* stub;
    int base;
  } rows[] = {
      {"一、本年新收政府信息公开申请数量 | < | <", 200},
      {"二、上年结转政府信息公开申请数量 | < | <", 60},
      {"三、本年度办理结果 | （一）予以公开 | <", 1},
      {"^ | （二）部分公开（区分处理的，只计这一情形，不计其他情形） | <", 2},
      {"^ | （三）不予公开 | 1.属于国家秘密", 3},
      {"^ | ^ | 2.其他法律行政法规禁止公开", 4},
      {"^ | ^ | 3.危及“三安全一稳定”", 5},
      {"^ | ^ | 4.保护第三方合法权益", 6},
      {"^ | ^ | 5.属于三类内部事务信息", 7},
      {"^ | ^ | 6.属于四类过程性信息", 8},
      {"^ | ^ | 7.属于行政执法案卷", 9},
      {"^ | ^ | 8.属于行政查询事项", 10},
      {"^ | （四）无法提供 | 1.本机关不掌握相关政府信息", 11},
      {"^ | ^ | 2.没有现成信息需要另行制作", 12},
      {"^ | ^ | 3.补正后申请内容仍不明确", 13},
      {"^ | （五）不予处理 | 1.信访举报投诉类申请", 14},
      {"^ | ^ | 2.重复申请", 15},
      {"^ | ^ | 3.要求提供公开出版物", 16},
      {"^ | ^ | 4.无正当理由大量反复申请", 17},
      {"^ | ^ | 5.要求行政机关确认或重新出具已获取信息", 18},
      {"^ | （六）其他处理 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", 19},
      {"^ | ^ | 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", 20},
      {"^ | ^ | 3.其他", 21},
      {"^ | （七）总计 | <", 231},
      {"四、结转下年度继续办理 | < | <", 29},
  };
  std::string art = R"(
（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | < | < | 申请人情况 | < | < | < | < | < | <
^ | < | < | 自然人 | 法人或其他组织 | < | < | < | < | 总计
^ | < | < | ^ | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | ^
)";
  static const int times[] = {1, 2, 3, 0, 1, 5, 12};
  for (const auto& row : rows) {
    art += row.stub;
    for (const int n : times) art += " | " + std::to_string(n * row.base);
    art += "\n";
  }
  return art;
}

std::string review_2021() {
  return R"(
行政复议 | < | < | < | < | 行政诉讼 | < | < | < | < | < | < | < | < | <
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | < | < | < | < | 复议后起诉 | < | < | < | <
^ | ^ | ^ | ^ | ^ | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计
1 | 2 | 3 | 4 | 10 | 5 | 6 | 7 | 8 | 26 | 9 | 11 | 12 | 13 | 45
)";
}

}  // namespace fubiao
