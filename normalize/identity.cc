// Which report this is: title, agency, year.
//
// Decides: which lines are the title, and what they say. The title is the first run of lines that ends in the name of
// such a report (heading.h); lines above belong to it while they look like a part of it. What goes with a publication
// but is no title is passed over: the index block (索引号, 发布机构 …), the red head and number of an official
// document, 目录, dates, site navigation. The order of the sources is that of the output contract: agency from the
// title, the line beside it, the prose, the file's properties; year from the title, else from the period of the
// statistics.
//
// Invariants: nothing is made up: each answer is print (or a property of the file), or null; a heading or a sentence is
// never a title. Does not apply to other families of reports: their title stays null.
#include "normalize/identity.h"

#include <re2/re2.h>

#include <algorithm>

#include "extract/utf8.h"
#include "layout/join.h"
#include "normalize/fold.h"
#include "normalize/heading.h"

namespace fubiao {
namespace {

using namespace std::string_view_literals;

using Lines = std::vector<ProseLine>;

re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

// ---- characters
// ------------------------------------------------------------------------------------------------------

/// A text beside its fold, character by character, so that what was found in the fold can be cut from the print.
/// Pinyin in brackets, which some converters put behind a character (報(bào)告), is left out of both.
struct Aligned {
  std::u32string print;
  std::u32string folded;

  void erase(std::size_t at, std::size_t length) {
    print.erase(at, length);
    folded.erase(at, length);
  }
};

Aligned aligned(std::string_view text) {
  Aligned result;
  for (char32_t c : to_u32(text)) {
    const std::u32string single = to_u32(fold(to_utf8(std::u32string(1, c))));
    if (single.empty()) continue;
    result.print.push_back(c);
    result.folded.push_back(single.size() == 1 ? single.front() : c);
  }
  const auto latin = [](char32_t c) { return (c >= U'a' && c <= U'z') || (c >= 0xE0 && c <= 0x1DC); };
  for (std::size_t at = result.folded.find(U'('); at != std::u32string::npos; at = result.folded.find(U'(', at)) {
    std::size_t end = at + 1;
    while (end < result.folded.size() && latin(result.folded[end])) ++end;
    if (end > at + 1 && end < result.folded.size() && result.folded[end] == U')') {
      result.erase(at, end + 1 - at);
    } else {
      ++at;
    }
  }
  return result;
}

/// 0..9 for a digit, also 〇 ○ o for 0 between Chinese ones; -1 otherwise.
int year_digit(char32_t c, bool chinese) {
  if (!chinese) return c >= U'0' && c <= U'9' ? static_cast<int>(c - U'0') : -1;
  if (c == U'〇' || c == U'零' || c == U'○' || c == U'o' || c == U'0' || c == U'◯') return 0;
  constexpr std::u32string_view digits = U"一二三四五六七八九";
  const std::size_t at = digits.find(c);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at) + 1;
}

struct YearAt {
  int year = 0;
  std::size_t at = 0;
  std::size_t length = 0;  ///< with 年 or 年度
};

/// The next year from `from` on: four digits, not part of a longer number.
std::optional<YearAt> find_year(std::u32string_view folded, std::size_t from) {
  for (std::size_t at = from; at + 4 <= folded.size(); ++at) {
    for (bool chinese : {false, true}) {
      int year = 0;
      for (std::size_t i = at; i < at + 4 && year >= 0; ++i) {
        const int digit = year_digit(folded[i], chinese);
        year = digit < 0 ? -1 : year * 10 + digit;
      }
      if (year < 2000 || year > 2099) continue;
      if (at > 0 && year_digit(folded[at - 1], chinese) >= 0) continue;
      std::size_t end = at + 4;
      if (end < folded.size() && year_digit(folded[end], chinese) >= 0) continue;
      if (end < folded.size() && folded[end] == U'年') ++end;
      if (end < folded.size() && folded[end] == U'度') ++end;
      return YearAt{year, at, end - at};
    }
  }
  return std::nullopt;
}

void trim_to_name(std::u32string& name) {
  constexpr std::u32string_view around = U"()（）[]〔〕【】-—–·,，、:：《》\"“”. ";
  const std::size_t first = name.find_first_not_of(around);
  if (first == std::u32string::npos) {
    name.clear();
    return;
  }
  // A closing bracket that was opened inside the name belongs to it: 甲县乙局（丙办）.
  std::size_t last = name.find_last_not_of(around);
  for (const auto& [open, close] : {std::pair(U'（', U'）'), std::pair(U'(', U')')}) {
    const std::size_t opened = name.find(open, first);
    if (opened != std::u32string::npos && opened < last && last + 1 < name.size() && name[last + 1] == close) ++last;
  }
  name = name.substr(first, last - first + 1);
}

// ---- lines that are no title
// -----------------------------------------------------------------------------------------

/// What the names of organs end in.
bool is_organ(std::string_view text) {
  const std::u32string points = to_u32(fold(text));
  constexpr std::u32string_view endings =
      U"府局委会室办厅部院心处署社站所队道镇乡区县市省州盟旗行司团学校关组馆台统场科园";
  constexpr std::u32string_view forbidden = U".,;:!?<>\"|";
  if (points.size() < 2 || points.size() > 40 || points.find_first_of(forbidden) != std::u32string::npos) return false;
  if (endings.find(points.back()) == std::u32string_view::npos) return false;
  return std::all_of(points.begin(), points.end(), [](char32_t c) { return is_cjk(c) || c == U'(' || c == U')'; });
}

bool is_date(std::string_view text) {
  static const RE2 pattern(
      R"(^\(?(?:发布(?:日期|时间)?:?)?[0-9〇零○o一二三四五六七八九十]{2,4}[年./-][0-9一二三四五六七八九十]{1,3}[月./-]?(?:[0-9一二三四五六七八九十]{1,3}日?)?.{0,8}\)?$)");
  return RE2::FullMatch(fold(text), pattern);
}

/// The number of an official document: 甲政办〔2024〕3号.
bool is_document_number(std::string_view text) {
  static const RE2 pattern(R"(\(?20\d\d\)?第?\d+号\)?$)");
  return RE2::PartialMatch(fold(text), pattern);
}

/// "索引号：…", "发布机构：…": the label, and what follows it.
bool is_index_entry(std::string_view text, std::string* label = nullptr, std::string* value = nullptr) {
  static const RE2 pattern(
      "^(索引号|信息索引号?|文号|发文字号|发布机构|发布单位|发文机关|发文单位|公开机构|公开主体|信息来源|来源|责任部门|"
      "编制单位|报告单位|填报单位|单位名称|"
      "单位|发布日期|发布时间|生成日期|成文日期|公开日期|公开方式|公开范围|主题分类|主题词|体裁分类|信息分类|分类|"
      "有效性|效力|时效性|关键词|内容概述|概述|标题|名称|信息名称|"
      "浏览次数|访问量|阅读|点击数|作者|编辑|字体|字号|当前位置|您的位置)(?:$|[:\\[(](.*)$)");
  std::string folded = fold(text);
  std::string found;
  if (!RE2::FullMatch(folded, pattern, label, &found)) return false;
  if (value != nullptr) {  // the value as printed: behind the colon
    const std::u32string print = to_u32(text);
    const std::size_t colon = print.find_first_of(U":：");
    *value = colon == std::u32string::npos ? "" : to_utf8(std::u32string_view(print).substr(colon + 1));
  }
  return true;
}

/// Could be one line of a title of several lines.
bool is_title_like(const ProseLine& line) {
  static const RE2 other(R"(^(?:目录|目次|首页.*|.*文件|.*号|\(.*\)|.*通知|第?\d+页?.*|-?\d+-?)$)");
  const std::u32string points = to_u32(line.text);
  if (points.size() > 45 || points.find_first_of(U"。；;：:！!？?，,《》“”|>→/") != std::u32string::npos) return false;
  if (line.rank > 0 || line.contents || is_date(line.text) || is_document_number(line.text)) return false;
  if (is_index_entry(line.text)) return false;
  const std::string folded = fold(line.text);
  static const RE2 year_first(R"(^20\d\d年)");
  return RE2::PartialMatch(folded, year_first) || !RE2::FullMatch(folded, other);
}

// ---- the title
// -------------------------------------------------------------------------------------------------------

struct Title {
  std::string text;
  std::size_t first = 0;  ///< lines [first, last]
  std::size_t last = 0;
};

std::string joined(const Lines& lines, std::size_t first, std::size_t last) {
  std::string text;
  for (std::size_t i = first; i <= last; ++i) {
    for (char32_t c : to_u32(lines[i].text)) {
      if (!is_white(c)) append_utf8(text, c);
    }
  }
  return text;
}

bool same_place(const ProseLine& a, const ProseLine& b) {
  return a.block == b.block && a.page == b.page;
}

/// Whether the line above goes on into the title that begins with `below`.
bool continues_upwards(const Lines& lines, std::size_t above, const Title& title) {
  const ProseLine& line = lines[above];
  const ProseLine& below = lines[title.first];
  if (!same_place(line, below) || !is_title_like(line) || is_report_title(line.text)) return false;
  const std::string agency = agency_of_title(title.text);
  // The name of the site, or a running head: the title says it again.
  if (!agency.empty() && fold(agency).rfind(fold(line.text), 0) == 0) return false;
  const bool names_organ = is_organ(line.text) || is_organ(agency_of_title(line.text + "政府信息公开"));
  if (line.size > 0 && below.size > 0) {
    if (below.centred && !line.centred) return false;
    // One title has one size; measured sizes of one size of type differ by rounding alone.
    const double ratio = line.size / below.size;
    return (ratio > 0.9 && ratio < 1.1) || (agency.empty() && names_organ);
  }
  if (below.centred && !line.centred) return false;
  return above == 0 || agency.empty() || names_organ;
}

/// "（2023年度）" below the title.
bool is_year_line(std::string_view text) {
  const std::u32string folded = to_u32(fold(text));
  const auto year = find_year(folded, 0);
  if (!year) return false;
  const std::size_t brackets = folded.front() == U'(' && folded.back() == U')' ? 1 : 0;
  return year->at == brackets && year->at + year->length + brackets == folded.size();
}

std::optional<Title> title_ending_at(const Lines& lines, std::size_t last) {
  constexpr std::size_t most_lines = 4;
  for (std::size_t count = 1; count <= most_lines && count <= last + 1; ++count) {
    const std::size_t first = last + 1 - count;
    if (!same_place(lines[first], lines[last]) || lines[first].rank > 0 || lines[first].contents) return std::nullopt;
    if (is_index_entry(lines[first].text)) return std::nullopt;
    Title title{joined(lines, first, last), first, last};
    if (!is_report_title(title.text)) continue;
    while (title.first > 0 && last - title.first + 1 < most_lines && continues_upwards(lines, title.first - 1, title)) {
      --title.first;
      title.text = joined(lines, title.first, last);
    }
    if (last + 1 < lines.size() && same_place(lines[last], lines[last + 1]) && is_year_line(lines[last + 1].text)) {
      ++title.last;
      title.text = joined(lines, title.first, title.last);
    }
    return title;
  }
  return std::nullopt;
}

/// The fullest title among the lines before `end`: a site's column head "政府信息公开年报" comes before the real one.
std::optional<Title> find_title(const Lines& lines, std::size_t end) {
  std::optional<Title> best;
  int best_score = -1;
  for (std::size_t last = 0; last < end; ++last) {
    const auto title = title_ending_at(lines, last);
    if (!title) continue;
    const int score = (years_of_title(title->text).empty() ? 0 : 1) + (agency_of_title(title->text).empty() ? 0 : 1);
    if (score > best_score) {
      best = title;
      best_score = score;
    }
    last = std::max(last, title->last);
  }
  return best;
}

/// The title in an index block (标题：…) or in a cell of the tables before the first heading.
std::string title_elsewhere(const Lines& lines, const Layout& layout) {
  for (const ProseLine& line : lines) {
    std::string label;
    std::string value;
    if (is_index_entry(line.text, &label, &value) && is_report_title(value)) return tidy(value);
  }
  if (layout.tables.empty()) return {};
  for (const Cell& cell : layout.tables.front().cells) {
    if (is_report_title(cell.text)) return tidy(cell.text);
  }
  return {};
}

// ---- the agency
// ------------------------------------------------------------------------------------------------------

std::string organ_in(std::string_view text) {
  std::u32string name = to_u32(tidy(text));
  trim_to_name(name);
  const std::string found = to_utf8(name);
  return is_organ(found) && !is_report_title(found) ? found : "";
}

/// An organisation on the lines below the title (a date may stand between), else above it.
std::string agency_beside(const Lines& lines, const Title& title) {
  constexpr std::size_t reach = 3;
  const auto read = [&](const ProseLine& line) -> std::string {
    std::string label;
    std::string value;
    if (is_index_entry(line.text, &label, &value)) {
      static const RE2 of_organ(
          "发布机构|发布单位|发文机关|发文单位|公开机构|公开主体|编制单位|报告单位|填报单位|单位名称|单位");
      return RE2::FullMatch(label, of_organ) ? organ_in(value) : "";
    }
    if (line.rank > 0 || line.contents) return "";
    const std::u32string text = to_u32(line.text);
    std::u32string_view name = text;
    if (name.size() > 2 && name.substr(name.size() - 2) == U"文件") name.remove_suffix(2);  // a red head
    return organ_in(to_utf8(name));
  };
  for (std::size_t i = title.last + 1; i < lines.size() && i <= title.last + reach; ++i) {
    if (lines[i].rank > 0 || lines[i].block != lines[title.last].block) break;
    if (std::string found = read(lines[i]); !found.empty()) return found;
  }
  for (std::size_t i = title.first; i > 0 && i + reach > title.first; --i) {
    if (lines[i - 1].rank > 0) break;
    if (std::string found = read(lines[i - 1]); !found.empty()) return found;
  }
  return {};
}

/// "本报告由甲县乙局根据…编制", "现将甲县乙局2023年政府信息公开…".
std::string agency_of_prose(std::string_view text) {
  static const RE2 made_by(
      "报告(?:是)?由([^，。；、《》,;]{2,40}?)(?:根据|依据|按照|依照|负责|组织|编制|编写|编撰|，|,)");
  static const RE2 any_by("由([^，。；、《》,;由]{2,40}?)(?:负责)?(?:编制|编写)");
  static const RE2 announces(
      "(?:现将|现公布|公布|发布)([^，。；、《》,;]{2,40}?)(?:20\\d\\d年度?)?(?:政府|政务)信息公开");
  for (const RE2* pattern : {&made_by, &any_by, &announces}) {
    std::string found;
    if (!RE2::PartialMatch(piece(text), *pattern, &found)) continue;
    static const RE2 ourselves("^(?:我|本|各|该)");
    if (RE2::PartialMatch(found, ourselves)) continue;
    if (found = organ_in(found); !found.empty()) return found;
  }
  return {};
}

std::string agency_of_properties(const Properties& properties) {
  if (is_report_title(properties.title)) {
    if (std::string found = organ_in(agency_of_title(properties.title)); !found.empty()) return found;
  }
  for (const std::string* text : {&properties.company, &properties.author}) {
    std::string found = organ_in(*text);
    // Programs put their own words there: two characters (用户, 微软) name no organ.
    if (to_u32(found).size() > 3) return found;
  }
  return {};
}

}  // namespace

std::string agency_of_title(std::string_view title) {
  Aligned text = aligned(title);
  std::size_t end = text.folded.size();
  for (std::u32string_view key : {U"政府信息公开"sv, U"政务信息公开"sv, U"信息公开"sv, U"政务公开"sv}) {
    end = std::min(end, text.folded.find(key));
  }
  text.erase(end, text.folded.size() - end);
  while (const auto year = find_year(text.folded, 0)) text.erase(year->at, year->length);
  for (std::u32string_view word : {U"关于公布"sv, U"关于发布"sv, U"关于报送"sv, U"关于"sv}) {
    if (text.folded.substr(0, word.size()) == word) text.erase(0, word.size());
  }
  while (!text.folded.empty() && text.folded.back() == U'的') text.erase(text.folded.size() - 1, 1);
  trim_to_name(text.print);
  return to_utf8(text.print);
}

std::vector<int> years_of_title(std::string_view title) {
  const Aligned text = aligned(title);
  std::vector<int> years;
  for (auto year = find_year(text.folded, 0); year; year = find_year(text.folded, year->at + year->length)) {
    if (std::find(years.begin(), years.end(), year->year) == years.end()) years.push_back(year->year);
  }
  return years;
}

std::optional<int> year_of_period(std::string_view text) {
  // A year has four digits and ends on 31 December. "自202311日至20231231日" says nothing that can be trusted.
  static const RE2 period(
      R"((?:^|[^0-9])(20\d\d)年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日?[^.;\d]{0,6}[至到~-][^.;\d]{0,4}(20\d\d年)?(?:12|十二)月(?:31|三十一)日)");
  const std::string folded = fold(text);
  re2::StringPiece rest(folded);
  std::string from;
  std::string to;
  while (RE2::FindAndConsume(&rest, period, &from, &to)) {
    if (to.empty() || to.compare(0, 4, from) == 0) return std::stoi(from);
  }
  return std::nullopt;
}

Identity identify(const Document& document, const Layout& layout) {
  Identity identity;
  const Lines lines = prose_lines(layout);
  const auto heading = std::find_if(lines.begin(), lines.end(), [](const ProseLine& line) { return line.rank > 0; });
  const auto front = static_cast<std::size_t>(heading - lines.begin());

  std::optional<Title> title = find_title(lines, front);
  // A heading in front of the title (a document that begins with its contents): look on, but not through the whole
  // text.
  constexpr std::size_t lines_looked_at = 150;
  if (!title) title = find_title(lines, std::min(lines.size(), lines_looked_at));
  if (title) {
    identity.title = title->text;
  } else if (const std::string elsewhere = title_elsewhere(lines, layout); !elsewhere.empty()) {
    identity.title = elsewhere;
  }

  std::string agency = identity.title ? agency_of_title(*identity.title) : "";
  if (agency.empty() && title) agency = agency_beside(lines, *title);
  std::optional<int> period;
  std::string prose;  // said in the introduction, hence before anything else that looks like it
  for (const ProseLine& line : lines) {
    if (prose.empty() && line.rank == 0) prose = agency_of_prose(line.text);
    if (!period) period = year_of_period(line.text);
    if (period && !prose.empty()) break;
  }
  if (agency.empty()) agency = prose;
  if (agency.empty()) agency = agency_of_properties(document.properties);
  if (!agency.empty()) identity.agency = agency;

  std::vector<int> years = identity.title ? years_of_title(*identity.title) : std::vector<int>();
  identity.year = years.empty() ? period : std::optional(years.front());
  if (period && std::find(years.begin(), years.end(), *period) == years.end()) years.push_back(*period);
  if (years.size() > 1) {
    Finding finding;
    finding.code = "year-contradiction";
    finding.severity = Severity::warning;
    finding.message = "The title and the period of the statistics name different years (" + std::to_string(years[0]) +
                      ", " + std::to_string(years[1]) + "); " + std::to_string(*identity.year) + " is given.";
    identity.findings.push_back(std::move(finding));
  }
  return identity;
}

}  // namespace fubiao
