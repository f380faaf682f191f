// What stands around the title of a published report and is none: dates, document numbers, index blocks; and what the
// name of an organ looks like.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "normalize/report_words.h"

namespace fubiao {

/// In bytes: no line of a title or an index block is longer; what is, is prose and is not looked at closely.
inline constexpr std::size_t longest_front_line = 300;

struct YearAt {
  int year = 0;  ///< 2000..2099
  std::size_t at = 0;
  std::size_t length = 0;  ///< with 年 or 年度
};

/// The first year from `from` on in a folded text: four digits (2023, 二〇二三) that are not part of a longer number.
std::optional<YearAt> find_year(std::u32string_view folded, std::size_t from);

/// "2024年1月20日", "二〇二四年一月", "（2024-01-20）", "发布日期：2024.1.20".
bool is_date(std::string_view text);

/// "甲政发〔2024〕3号".
bool is_document_number(std::string_view text);

/// "2023年度", "（2023年）": a year and nothing else.
bool is_year_line(std::string_view text);

struct IndexEntry {
  std::string label;         ///< folded; empty: no index entry
  std::string value;         ///< as printed behind the colon
  bool names_organ = false;  ///< 发布机构, 编制单位 and the like
};
/// "索引号：…", "发布机构：…", or such a label alone.
IndexEntry index_entry(std::string_view text);

/// Whether a text could be one line of a title of several lines.
bool is_title_like(std::string_view text);

/// Whether a text could be the name of an organ of government: Han characters and brackets, an ending like 局.
bool is_organ(std::string_view text);

/// The name of an organ in `text`, punctuation around it taken off; empty: there is none. A title is none.
std::string organ_in(std::string_view text, const ReportWords& words);

bool ends_in(std::u32string_view text, std::u32string_view end);

/// Takes brackets, dashes and other punctuation off both ends of a name.
void trim_to_name(std::u32string& name);

}  // namespace fubiao
