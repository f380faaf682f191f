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
// never a title. What is particular to a family of reports (the words of
// its title, who made it, where the name of the agency ends) is data: ReportWords.
#include "normalize/identity.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "extract/utf8.h"
#include "layout/join.h"
#include "normalize/fold.h"
#include "normalize/front_matter.h"
#include "normalize/heading.h"

namespace fubiao {
namespace {

using namespace std::string_view_literals;

using Lines = std::vector<NarrativeLine>;

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

// ---- the title ------------------------------------------------------------------------------------------------

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

bool same_place(const NarrativeLine& a, const NarrativeLine& b) {
  return a.block == b.block && a.page == b.page;
}

/// Whether the line above goes on into the title that begins with `below`.
bool continues_upwards(const Lines& lines, std::size_t above, const Title& title, const ReportWords& words) {
  const NarrativeLine& line = lines[above];
  const NarrativeLine& below = lines[title.first];
  if (!same_place(line, below) || line.rank > 0 || line.contents || !is_title_like(line.text) ||
      words.is_title(line.text))
    return false;
  const std::string agency = agency_of_title(title.text, words);
  // The name of the site, or a running head: the title says it again.
  if (!agency.empty() && fold(agency).rfind(fold(line.text), 0) == 0) return false;
  const std::string end = words.agency_ends().empty() ? "" : to_utf8(words.agency_ends().front());
  const bool names_organ = is_organ(line.text) || is_organ(agency_of_title(line.text + end, words));
  if (line.size > 0 && below.size > 0) {
    if (below.centred && !line.centred) return false;
    // One title has one size; measured sizes of one size of type differ by rounding alone.
    const double ratio = line.size / below.size;
    return (ratio > 0.9 && ratio < 1.1) || (agency.empty() && names_organ);
  }
  if (below.centred && !line.centred) return false;
  return above == 0 || agency.empty() || names_organ;
}

std::optional<Title> title_ending_at(const Lines& lines, std::size_t last, const ReportWords& words) {
  constexpr std::size_t most_lines = 4;
  for (std::size_t count = 1; count <= most_lines && count <= last + 1; ++count) {
    const std::size_t first = last + 1 - count;
    if (!same_place(lines[first], lines[last]) || lines[first].rank > 0 || lines[first].contents) return std::nullopt;
    if (!index_entry(lines[first].text).label.empty()) return std::nullopt;
    Title title{joined(lines, first, last), first, last};
    if (!words.is_title(title.text)) continue;
    while (title.first > 0 && last - title.first + 1 < most_lines &&
           continues_upwards(lines, title.first - 1, title, words)) {
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
std::optional<Title> find_title(const Lines& lines, std::size_t end, const ReportWords& words) {
  std::optional<Title> best;
  int best_score = -1;
  for (std::size_t last = 0; last < end; ++last) {
    const auto title = title_ending_at(lines, last, words);
    if (!title) continue;
    const int score =
        (years_of_title(title->text).empty() ? 0 : 1) + (agency_of_title(title->text, words).empty() ? 0 : 1);
    if (score > best_score) {
      best = title;
      best_score = score;
    }
    last = std::max(last, title->last);
  }
  return best;
}

/// The title in an index block (标题：…) or in a cell of the first table.
std::string title_elsewhere(const Lines& lines, const Layout& layout, const ReportWords& words) {
  for (const NarrativeLine& line : lines) {
    const std::string value = index_entry(line.text).value;
    if (words.is_title(value)) return tidy(value);
  }
  if (layout.tables.empty()) return {};
  for (const Cell& cell : layout.tables.front().cells) {
    if (words.is_title(cell.text)) return tidy(cell.text);
  }
  return {};
}

// ---- the agency ----------------------------------------------------------------------------------------------

std::string agency_of_line(const NarrativeLine& line, const ReportWords& words) {
  if (line.rank > 0 || line.contents) return {};
  if (const IndexEntry entry = index_entry(line.text); !entry.label.empty()) {
    return entry.names_organ ? organ_in(entry.value, words) : "";
  }
  const std::u32string text = to_u32(line.text);
  std::u32string_view name = text;
  if (name.size() > 2 && ends_in(name, U"文件")) name.remove_suffix(2);  // a red head
  return organ_in(to_utf8(name), words);
}

/// An organisation on the lines below the title (a date may stand between), else above it.
std::string agency_beside(const Lines& lines, const Title& title, const ReportWords& words) {
  constexpr std::size_t reach = 3;
  for (std::size_t i = title.last + 1; i < lines.size() && i <= title.last + reach; ++i) {
    if (lines[i].rank > 0 || lines[i].block != lines[title.last].block) break;
    if (std::string found = agency_of_line(lines[i], words); !found.empty()) return found;
  }
  for (std::size_t i = title.first; i > 0 && i + reach > title.first; --i) {
    if (lines[i - 1].rank > 0) break;
    if (std::string found = agency_of_line(lines[i - 1], words); !found.empty()) return found;
  }
  return {};
}

/// The part of `text` before the first of `ends`; all of it where there is none.
template <class Words>
std::u32string_view before_any(std::u32string_view text, const Words& ends) {
  std::size_t end = text.size();
  for (std::u32string_view word : ends) end = std::min(end, text.find(word));
  return text.substr(0, end);
}

bool contains_any(std::u32string_view text, const std::vector<std::u32string>& words) {
  return before_any(text, words).size() < text.size();
}

/// In one clause: "本报告由甲县乙局根据…", "由甲县乙局负责编制", "现将甲县乙局2023年政府信息公开工作年度报告公布如下".
std::string agency_of_clause(std::u32string_view clause, const ReportWords& words) {
  constexpr auto npos = std::u32string_view::npos;
  // 我局, 本机关: no name.
  const auto nameless = [](std::u32string_view name) {
    return name.empty() || std::u32string_view(U"我本各该").find(name.front()) != npos;
  };
  if (const std::size_t by = clause.find(U'由'); by != npos) {
    const std::u32string_view before = clause.substr(0, by);
    const bool of_report = std::any_of(words.reports().begin(), words.reports().end(),
                                       [&](const std::u32string& word) { return ends_in(before, word); });
    if (!of_report && !contains_any(clause, words.made())) return {};
    std::u32string_view name = before_any(clause.substr(by + 1), words.made());
    name = before_any(name, std::array{U"根据"sv, U"依据"sv, U"按照"sv, U"依照"sv, U"负责"sv, U"组织"sv});
    return nameless(name) ? "" : organ_in(to_utf8(name), words);
  }
  for (const std::u32string& word : words.announced()) {
    const std::size_t at = clause.find(word);
    if (at == npos || !contains_any(clause.substr(at), words.agency_ends())) continue;
    const std::string name = organ_in(agency_of_title(to_utf8(clause.substr(at + word.size())), words), words);
    return nameless(to_u32(name)) ? "" : name;
  }
  return {};
}

std::string agency_of_prose(std::string_view text, const ReportWords& words) {
  const std::u32string points = to_u32(text);
  std::u32string_view rest = points;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(U"，。；、《》,;：:"), rest.size());
    if (std::string found = agency_of_clause(rest.substr(0, end), words); !found.empty()) return found;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return {};
}

std::string agency_of_properties(const Properties& properties, const ReportWords& words) {
  if (words.is_title(properties.title)) {
    if (std::string found = organ_in(agency_of_title(properties.title, words), words); !found.empty()) return found;
  }
  for (const std::string* text : {&properties.company, &properties.author}) {
    std::string found = organ_in(*text, words);
    // Programs put their own words there: two characters (用户, 微软) name no organ.
    if (to_u32(found).size() > 3) return found;
  }
  return {};
}

}  // namespace

std::string agency_of_title(std::string_view title, const ReportWords& words) {
  Aligned text = aligned(title);
  std::size_t end = before_any(text.folded, words.agency_ends()).size();
  // 甲县人民政府信息公开…: one 政府 stands for two, and the name keeps it.
  const std::u32string_view name = std::u32string_view(text.folded).substr(0, end);
  if (ends_in(name, U"人民") && text.folded.compare(end, 2, U"政府") == 0) end += 2;
  text.erase(end, text.folded.size() - end);
  while (const auto year = find_year(text.folded, 0)) text.erase(year->at, year->length);
  for (std::u32string_view word : {U"关于公布"sv, U"关于发布"sv, U"关于报送"sv, U"关于"sv}) {
    if (text.folded.substr(0, word.size()) == word) text.erase(0, word.size());
  }
  while (!text.folded.empty() && text.folded.back() == U'的') text.erase(text.folded.size() - 1, 1);
  // What is left of a year that is none: "年度", "20××年", "20231年".
  for (std::u32string_view word : {U"年度"sv, U"年"sv}) {
    if (!ends_in(text.folded, word)) continue;
    text.erase(text.folded.size() - word.size(), word.size());
    const std::size_t name_end = text.folded.find_last_not_of(U"0123456789×x*_");
    const std::size_t kept = name_end == std::u32string::npos ? 0 : name_end + 1;
    text.erase(kept, text.folded.size() - kept);
    break;
  }
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
  const auto has = [&](std::string_view word) { return text.find(word) != std::string_view::npos; };
  if (!has("31") && !has("３１") && !has("三十一")) return std::nullopt;
  const std::string folded = fold(text);
  if (folded.find("月31日") == std::string::npos && folded.find("月三十一日") == std::string::npos) return std::nullopt;
  // A year has four digits and ends on 31 December. "自202311日至20231231日" says nothing that can be trusted.
  static const RE2 period(
      R"((?:^|[^0-9])(20\d\d)年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日?[^.;\d]{0,6}[至到~-][^.;\d]{0,4}(20\d\d年)?(?:12|十二)月(?:31|三十一)日)");
  re2::StringPiece rest(folded);
  std::string from;
  std::string to;
  while (RE2::FindAndConsume(&rest, period, &from, &to)) {
    if (to.empty() || to.compare(0, 4, from) == 0) return std::stoi(from);
  }
  return std::nullopt;
}

Identity identify(const Document& document, const Layout& layout, const ReportWords& words) {
  return identify(document, layout, narrative_lines(layout, words), words);
}

Identity identify(const Document& document, const Layout& layout, const std::vector<NarrativeLine>& lines,
                  const ReportWords& words) {
  Identity identity;
  const auto heading =
      std::find_if(lines.begin(), lines.end(), [](const NarrativeLine& line) { return line.rank > 0; });
  const auto front = static_cast<std::size_t>(heading - lines.begin());

  std::optional<Title> title = find_title(lines, front, words);
  // A heading in front of the title (a document that begins with its contents): look on, but not through the whole
  // text.
  constexpr std::size_t lines_looked_at = 150;
  if (!title) title = find_title(lines, std::min(lines.size(), lines_looked_at), words);
  if (title) {
    identity.title = title->text;
  } else if (const std::string elsewhere = title_elsewhere(lines, layout, words); !elsewhere.empty()) {
    identity.title = elsewhere;
  }

  std::string agency = identity.title ? agency_of_title(*identity.title, words) : "";
  if (agency.empty() && title) agency = agency_beside(lines, *title, words);
  // The introduction says it first, hence before anything else that looks like it.
  for (std::size_t i = 0; agency.empty() && i < lines.size(); ++i) {
    if (lines[i].rank == 0) agency = agency_of_prose(lines[i].text, words);
  }
  if (agency.empty()) agency = agency_of_properties(document.properties, words);
  if (!agency.empty()) identity.agency = agency;

  std::vector<int> years = identity.title ? years_of_title(*identity.title) : std::vector<int>();
  std::optional<int> period;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::optional<int> found = year_of_period(lines[i].text);
    // Sentences that somebody broke by hand, as they were broken in print.
    if (!found && i + 1 < lines.size()) found = year_of_period(lines[i].text + lines[i + 1].text);
    if (!found || (period && (years.empty() || *found != years.front()))) continue;
    period = found;  // the first, but that of the title where it is among them
    if (years.empty() || *period == years.front()) break;
  }
  identity.year = years.empty() ? period : std::optional(years.front());
  // The families' own phrases only where nothing else says it: prose also names the years before.
  for (std::size_t i = 0; !identity.year && i < lines.size(); ++i) identity.year = words.year_in(lines[i].text);
  if (period && std::find(years.begin(), years.end(), *period) == years.end()) years.push_back(*period);
  if (years.size() > 1) {
    Finding finding;
    finding.code = "year-contradiction";
    finding.severity = Severity::warning;
    finding.message = "The title and the period of the statistics do not name one year (" + std::to_string(years[0]) +
                      ", " + std::to_string(years[1]) + "); " + std::to_string(*identity.year) + " is given.";
    identity.findings.push_back(std::move(finding));
  }
  return identity;
}

}  // namespace fubiao
