// What stands around the title of a published report and is none.
//
// Decides: whether a line is a date, a document number, an entry of an index block (索引号, 发布机构 …), the name of an
// organ. Why by hand and not by regular expressions: there are many words and few shapes, and compiling patterns with
// classes of Chinese characters costs more time than reading the whole front of a report.
//
// Invariants: no answer depends on another line. Does not apply to long lines: those are prose.
#include "normalize/front_matter.h"

#include <algorithm>

#include "extract/utf8.h"
#include "layout/join.h"
#include "normalize/fold.h"

namespace fubiao {
namespace {

/// 0..9 for a digit, -1 otherwise. Chinese: also what is printed for 〇 between Chinese digits.
int year_digit(char32_t c, bool chinese) {
  if (!chinese) return c >= U'0' && c <= U'9' ? static_cast<int>(c - U'0') : -1;
  constexpr std::u32string_view zeros = U"〇零○◯o0";
  if (zeros.find(c) != std::u32string_view::npos) return 0;
  constexpr std::u32string_view digits = U"一二三四五六七八九";
  const std::size_t at = digits.find(c);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at) + 1;
}

std::optional<int> year_at(std::u32string_view folded, std::size_t at, bool chinese) {
  int year = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    const int digit = year_digit(folded[i], chinese);
    if (digit < 0) return std::nullopt;
    year = year * 10 + digit;
  }
  const bool longer = (at > 0 && year_digit(folded[at - 1], chinese) >= 0) ||
                      (at + 4 < folded.size() && year_digit(folded[at + 4], chinese) >= 0);
  if (longer || year < 2000 || year > 2099) return std::nullopt;
  return year;
}

bool contains_only(std::u32string_view text, std::u32string_view set) {
  return text.find_first_not_of(set) == std::u32string_view::npos;
}

}  // namespace

std::optional<YearAt> find_year(std::u32string_view folded, std::size_t from) {
  for (std::size_t at = from; at + 4 <= folded.size(); ++at) {
    std::optional<int> year = year_at(folded, at, false);
    if (!year) year = year_at(folded, at, true);
    if (!year) continue;
    std::size_t end = at + 4;
    if (end < folded.size() && folded[end] == U'年') ++end;
    if (end < folded.size() && folded[end] == U'度') ++end;
    return YearAt{*year, at, end - at};
  }
  return std::nullopt;
}

bool is_date(std::string_view text) {
  if (text.size() > longest_front_line) return false;
  const std::u32string folded = to_u32(fold(text));
  const auto year = find_year(folded, 0);
  if (!year || year->at + year->length == folded.size()) return false;
  const std::u32string_view before = std::u32string_view(folded).substr(0, year->at);
  const std::u32string_view after = std::u32string_view(folded).substr(year->at + year->length);
  if (after == U")") return false;  // "（2023年度）": a year alone is no date
  const bool starts = before.empty() || before == U"(" || before.rfind(U"发布", 0) == 0;
  return starts && contains_only(after, U"0123456789一二三四五六七八九十月日./-:()");
}

bool is_document_number(std::string_view text) {
  if (text.size() > longest_front_line) return false;
  const std::u32string folded = to_u32(fold(text));
  if (!ends_in(folded, U"号") && !ends_in(folded, U"号)")) return false;
  const auto year = find_year(folded, 0);
  return year && contains_only(std::u32string_view(folded).substr(year->at + year->length), U"0123456789()第号");
}

bool is_year_line(std::string_view text) {
  if (text.size() > longest_front_line) return false;
  const std::u32string folded = to_u32(fold(text));
  const auto year = find_year(folded, 0);
  if (!year) return false;
  const std::size_t brackets = folded.front() == U'(' && folded.back() == U')' ? 1 : 0;
  return year->at == brackets && year->at + year->length + brackets == folded.size();
}

IndexEntry index_entry(std::string_view text) {
  static constexpr std::string_view labels[] = {
      "索引号",   "信息索引", "信息索引号", "文号",     "发文字号", "信息来源", "来源",     "责任部门",
      "发布日期", "发布时间", "生成日期",   "成文日期", "公开日期", "公开方式", "公开范围", "主题分类",
      "主题词",   "体裁分类", "信息分类",   "分类",     "有效性",   "效力",     "时效性",   "关键词",
      "内容概述", "标题",     "名称",       "信息名称", "浏览次数", "访问量",   "阅读",     "点击数",
      "作者",     "编辑",     "字体",       "字号",     "当前位置", "您的位置"};
  static constexpr std::string_view organs[] = {"发布机构", "发布单位", "发文机关", "发文单位", "公开机构", "公开主体",
                                                "编制单位", "编制机关", "报告单位", "填报单位", "单位名称", "单位"};
  if (text.size() > longest_front_line) return {};
  const std::string folded = fold(text);
  const std::string label = folded.substr(0, folded.find_first_of(":(["));
  const bool organ = std::find(std::begin(organs), std::end(organs), label) != std::end(organs);
  if (!organ && std::find(std::begin(labels), std::end(labels), label) == std::end(labels)) return {};
  const std::u32string print = to_u32(text);
  const std::size_t colon = print.find_first_of(U":：");
  return {label, colon == std::u32string::npos ? "" : to_utf8(std::u32string_view(print).substr(colon + 1)), organ};
}

bool is_title_like(std::string_view text) {
  if (text.size() > longest_front_line) return false;
  const std::u32string points = to_u32(text);
  // The longest names of organs, with a year, have some 40 characters.
  if (points.size() > 45 || points.find_first_of(U"。；;：:！!？?，,《》“”|>→/") != std::u32string::npos) return false;
  if (is_year_line(text)) return true;
  if (is_date(text) || is_document_number(text) || !index_entry(text).label.empty()) return false;
  const std::u32string folded = to_u32(fold(text));
  if (folded.empty() || contains_only(folded, U"0123456789-第页共")) return false;
  if (folded == U"目录" || folded == U"目次" || folded.rfind(U"首页", 0) == 0) return false;
  if (folded.front() == U'(' && folded.back() == U')') return false;
  return !ends_in(folded, U"文件") && !ends_in(folded, U"号") && !ends_in(folded, U"通知");
}

bool is_organ(std::string_view text) {
  if (text.size() > longest_front_line) return false;
  const std::u32string points = to_u32(fold(text));
  constexpr std::u32string_view endings =
      U"府局委会室办厅部院心处署社站所队道镇乡区县市省州盟旗行司团学校关组馆台统场科园)";
  if (points.size() < 2 || points.size() > 40 || endings.find(points.back()) == std::u32string_view::npos) return false;
  return std::all_of(points.begin(), points.end(), [](char32_t c) {
    return c == U'(' || c == U')' || c == U',' || (c >= 0x3400 && c <= 0x9FFF) || c >= 0x20000;
  });
}

std::string organ_in(std::string_view text, const ReportWords& words) {
  std::u32string name = to_u32(tidy(text.substr(0, longest_front_line)));
  trim_to_name(name);
  const std::string found = to_utf8(name);
  return is_organ(found) && !words.is_title(found) ? found : "";
}

bool ends_in(std::u32string_view text, std::u32string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

void trim_to_name(std::u32string& name) {
  constexpr std::u32string_view around = U"()（）[]〔〕【】-—–·,，、:：《》\"“”. ";
  const std::size_t first = name.find_first_not_of(around);
  if (first == std::u32string::npos) {
    name.clear();
    return;
  }
  std::size_t last = name.find_last_not_of(around);
  // A closing bracket that was opened inside the name belongs to it: 甲县乙局（丙办）.
  for (const auto& [open, close] : {std::pair(U'（', U'）'), std::pair(U'(', U')')}) {
    const std::size_t opened = name.find(open, first);
    if (opened != std::u32string::npos && opened < last && last + 1 < name.size() && name[last + 1] == close) ++last;
  }
  name = name.substr(first, last - first + 1);
}

}  // namespace fubiao
