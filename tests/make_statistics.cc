#include "tests/make_statistics.h"

#include <algorithm>
#include <array>
#include <map>

#include "normalize/fold.h"

namespace fubiao {
namespace {

/// A label cut behind its mark: "（一）" and "收到申请数".
std::pair<std::string, std::string> cut_mark(const std::string& label) {
  for (const std::string end : {"、", "）", "."}) {
    const std::size_t at = label.find(end);
    const bool numbered = split_mark(fold(label)).mark.ordinal > 0;
    if (numbered && at != std::string::npos && at <= 6)
      return {label.substr(0, at + end.size()), label.substr(at + end.size())};
  }
  return {"", label};
}

}  // namespace

std::vector<StatisticsRow> sound_statistics() {
  const Form& form = form_named("ogi-2014");
  std::vector<StatisticsRow> rows;
  std::map<std::string, long> numbers;
  for (const FormNode& node : form.tables[0].rows) {
    const bool heading = std::any_of(form.tables[0].rows.begin(), form.tables[0].rows.end(), [&](const FormNode& n) {
      return n.parent == static_cast<int>(&node - form.tables[0].rows.data());
    });
    if (!node.carries && !heading) continue;  // a row of other prints
    StatisticsRow row;
    for (int up = node.parent; up >= 0; up = form.tables[0].rows[static_cast<std::size_t>(up)].parent) ++row.level;
    row.level = std::min(row.level, 2);
    row.label = node.label;
    row.path = node.key;
    row.unit = node.units.empty() ? "" : node.units.front();
    numbers[row.path] = 101 + 13 * static_cast<long>(rows.size());
    rows.push_back(std::move(row));
  }
  const std::function<long(const std::string&)> number = [&](const std::string& path) {
    for (const CheckRule& rule : form.checks) {
      if (rule.total != path) continue;
      long sum = 0;
      for (const std::string& part : rule.parts) sum += number(part);
      return sum;
    }
    return numbers.at(path);
  };
  for (StatisticsRow& row : rows) {
    if (!row.path.empty()) row.value = std::to_string(number(row.path));
  }
  return rows;
}

Truth truth_of(const std::vector<StatisticsRow>& rows) {
  Truth truth;
  for (const StatisticsRow& row : rows) {
    if (!row.path.empty()) truth[row.path] = row.value;
  }
  return truth;
}

std::string statistics_art(const std::vector<StatisticsRow>& rows, const StatisticsLook& look) {
  using Stub = StatisticsLook::Stub;
  const std::size_t labels = look.stub == Stub::one ? 1 : look.stub == Stub::levels ? 3 : 2;
  const auto line = [&](const std::string& code, std::vector<std::string> stub, const std::string& unit,
                        const std::string& value) {
    std::vector<std::string> cells;
    if (look.codes_before) cells.push_back(code == "0" ? "序号" : code);
    for (std::string& cell : stub) cells.push_back(std::move(cell));
    if (look.codes_behind) cells.push_back(code == "0" ? "代码" : code);
    if (look.units) cells.push_back(unit);
    cells.push_back(value);
    return line_of(cells);
  };
  std::vector<std::string> head(labels, "<");
  head[0] = "指标名称";
  std::string art = "\n" + line("0", head, "单位", look.number_head);
  int code = 0;
  bool group_open = false;  // merged: a heading waits for its first row
  std::string group;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const StatisticsRow& row = rows[i];
    const bool heading = row.path.empty();
    std::string text = look.label ? look.label(row.label) : row.label;
    if (look.indented) {
      for (int k = 0; k < row.level; ++k) text = "　　" + text;
    }
    std::vector<std::string> stub(labels, "<");
    std::string value = row.value;
    std::string unit = row.unit;
    if (heading && look.headings == StatisticsLook::Headings::dash) unit = value = "——";
    switch (look.stub) {
      case Stub::one: stub[0] = text; break;
      case Stub::levels:
        for (int k = 0; k < row.level; ++k) stub[static_cast<std::size_t>(k)] = "";
        stub[static_cast<std::size_t>(row.level)] = text;
        break;
      case Stub::merged:
      case Stub::merged_total: {
        const bool parent = row.level == 0 && i + 1 < rows.size() && rows[i + 1].level > 0;
        const bool total = parent && !heading && look.stub == Stub::merged_total;
        if (parent && heading) {
          group = text;
          group_open = true;
          continue;  // it has no row of its own
        }
        if (total) {
          stub = {text, "合计"};
          group_open = false;
          group = "^";
        } else if (row.level == 0) {
          stub = {text, "<"};
          group = parent ? "" : group;
          group_open = parent;
        } else {
          stub = {group, text};
          if (group_open) group = "^";
          group_open = false;
        }
        break;
      }
    }
    if (heading && look.headings == StatisticsLook::Headings::bar) {
      std::vector<std::string> bar(labels + (look.units ? 2 : 1) + (look.codes_before || look.codes_behind ? 1 : 0),
                                   "<");
      bar[0] = text;
      art += line_of(bar);
      continue;
    }
    ++code;
    art += line(std::to_string(code), stub, unit, value);
  }
  return art;
}

std::string enumerated(const std::string& label, int way) {
  const auto [mark, rest] = cut_mark(label);
  const Mark number = split_mark(fold(label)).mark;
  if (mark.empty()) return label;
  const auto ordinal = static_cast<std::size_t>(number.ordinal);
  static constexpr std::array<const char*, 11> han = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  const std::string name = han[ordinal];
  if (number.level == Level::chinese_bracketed) {
    const std::array<std::string, 5> ways = {std::string("\xE3\x88") + static_cast<char>(0x9F + ordinal),
                                             "(" + name + ")", name + "）", name + ")", "（ " + name + " ）"};
    return ways[static_cast<std::size_t>(way) % ways.size()] + rest;
  }
  if (number.level == Level::arabic) {
    const std::string digit = std::to_string(ordinal);
    const std::array<std::string, 5> ways = {digit + "、",
                                             "\xEF\xBC" + std::string(1, static_cast<char>(0x90 + ordinal)) + "．",
                                             digit + " ", digit + ")", digit + "．"};
    return ways[static_cast<std::size_t>(way) % ways.size()] + rest;
  }
  return way % 2 == 0 ? name + " 、" + rest : label;
}

std::string unnumbered(const std::string& label) {
  const std::string rest = cut_mark(label).second;
  const std::string among = "其中：";
  return rest.rfind(among, 0) == 0 ? rest.substr(among.size()) : rest;
}

}  // namespace fubiao
