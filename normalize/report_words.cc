// Decides whether a line words what its family of reports words: a title, a heading, a year.
//
// What the words are stands in the form files (Family); here stands what all published reports have in common: a title
// is no sentence, may be followed by a remark in brackets or "文本", and may have pinyin behind a character.
//
// Invariants: the families outlive it; no answer depends on another line. It does not apply to index blocks, dates and
// names of organs: see front_matter.h.
#include "normalize/report_words.h"

#include <re2/re2.h>

#include <algorithm>

#include "extract/utf8.h"
#include "normalize/fold.h"
#include "normalize/phrase.h"

namespace fubiao {
namespace {

/// In titles # is also what converters and forms leave of a year: "二〇", "()", "2023".
constexpr std::string_view year_in_title = R"((?:20\d\d|二[〇零○o]|[〇零○o一二三四五六七八九]{2}|[()~-]))";
constexpr std::string_view year_in_prose = R"((20\d\d))";

std::vector<std::u32string> folded(const std::vector<const Family*>& families,
                                   const std::vector<std::string> Family::*texts) {
  std::vector<std::u32string> out;
  for (const Family* family : families) {
    for (const std::string& text : family->*texts) {
      std::u32string word = to_u32(fold(text));
      if (std::find(out.begin(), out.end(), word) == out.end()) out.push_back(std::move(word));
    }
  }
  return out;
}

/// Several phrases as one pattern, compiled when it is needed.
class Phrases {
 public:
  void add(const std::string& text, std::string_view year, bool letters) {
    Phrase phrase = read_phrase(text, year, letters);
    if (!phrase.problem.empty()) return;
    pattern_ += (pattern_.empty() ? "(?:" : "|") + phrase.pattern;
    literals_.push_back(std::move(phrase.literal));
  }

  bool empty() const { return literals_.empty(); }
  bool could_be_in(const std::string& text) const {
    return std::any_of(literals_.begin(), literals_.end(),
                       [&](const std::string& literal) { return text.find(literal) != std::string::npos; });
  }
  const RE2& compiled(const char* end) {
    if (!compiled_) compiled_ = std::make_unique<RE2>(pattern_ + ")" + end, RE2::Quiet);
    return *compiled_;
  }

 private:
  std::string pattern_;
  std::vector<std::string> literals_;
  std::unique_ptr<RE2> compiled_;
};

}  // namespace

struct ReportWords::Patterns {
  Phrases titles;
  Phrases sections;
  std::vector<Phrases> years;  ///< one each: # is captured
};

ReportWords::ReportWords(std::vector<const Family*> families)
    : families_(std::move(families)),
      agency_ends_(folded(families_, &Family::agency_ends)),
      made_(folded(families_, &Family::made)),
      reports_(folded(families_, &Family::reports)),
      announced_(folded(families_, &Family::announced)) {}

ReportWords::ReportWords(ReportWords&&) noexcept = default;
ReportWords& ReportWords::operator=(ReportWords&&) noexcept = default;
ReportWords::~ReportWords() = default;

const ReportWords::Patterns& ReportWords::patterns() const {
  if (patterns_) return *patterns_;
  patterns_ = std::make_unique<Patterns>();
  for (const Family* family : families_) {
    for (const std::string& text : family->titles) patterns_->titles.add(text, year_in_title, false);
    for (const std::string& text : family->sections) patterns_->sections.add(text, year_in_title, true);
    for (const std::string& text : family->years) patterns_->years.emplace_back().add(text, year_in_prose, false);
  }
  return *patterns_;
}

bool ReportWords::is_title(std::string_view text) const {
  // What a sentence, an address or a quotation has and a title has not.
  const std::u32string points = to_u32(text.substr(0, 400));
  if (points.size() > 90 || points.find_first_of(U"。；;：:！!？?，,《》“”\"|>→") != std::u32string::npos) return false;
  static_cast<void>(patterns());
  Phrases& titles = patterns_->titles;
  if (titles.empty()) return false;
  std::string folded = fold(text);
  if (!titles.could_be_in(folded) && folded.find('(') == std::string::npos) return false;
  if (folded.find('(') != std::string::npos) {
    static const RE2 pinyin(R"(\([a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]+\))");
    RE2::GlobalReplace(&folded, pinyin, "");
  }
  static constexpr const char* end = R"((?:\([^()]{1,14}\)|格式|模板|范本|样本|样表|文本|全文|20\d\d年?度?)*$)";
  if (!RE2::PartialMatch(folded, titles.compiled(end))) return false;
  static const RE2 sentence("^(?:本|现|根据|按照|依据|依照|为|特)|报告的|附件|编制|要求|规定|查阅|下载");
  return !RE2::PartialMatch(folded, sentence);
}

bool ReportWords::is_section(const std::string& letters) const {
  static_cast<void>(patterns());
  Phrases& sections = patterns_->sections;
  return !sections.empty() && sections.could_be_in(letters) && RE2::FullMatch(letters, sections.compiled(""));
}

std::optional<int> ReportWords::year_in(std::string_view text) const {
  static_cast<void>(patterns());
  if (patterns_->years.empty()) return std::nullopt;
  const std::string folded = fold(text);
  for (Phrases& phrase : patterns_->years) {
    std::string year;
    if (!phrase.empty() && phrase.could_be_in(folded) && RE2::PartialMatch(folded, phrase.compiled(""), &year))
      return std::stoi(year);
  }
  return std::nullopt;
}

}  // namespace fubiao
