// What a heading looks like.
//
// Decides: whether a line of prose is a heading, and of what kind. Why by form and not by
// size: a text rendition has no sizes, and published reports set headings in whatever size there was. A heading is a
// short line with a number in front and no sentence in it. A run-in ("（一）主要问题：2023年…") begins a paragraph and
// is text, and so is a list inside prose (一是…).
//
// Invariants: a line with a sentence end inside is no heading; the family's own headings have rank 1, numbered or
// not. Does not apply to: headings that are told by their size alone, of which reports of this kind have none but
// the title.
#include "normalize/heading.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>

#include "extract/utf8.h"
#include "layout/join.h"
#include "normalize/fold.h"

namespace fubiao {
namespace {

/// The longest official heading has 27 characters; explanations in brackets follow some. A run-in without a full stop
/// is longer.
constexpr std::size_t longest_heading = 45;

bool contains_any(std::u32string_view text, std::u32string_view set) {
  return text.find_first_of(set) != std::u32string_view::npos;
}

// A pattern takes longer to compile than a report's lines to match: each is compiled where plainer tests leave a doubt.

/// "一、总体情况……3": an entry of a table of contents, by its leader or its tab and page number.
bool is_contents_entry(std::string_view raw) {
  if (raw.size() > 400) return false;  // a leader is on a line, not in a paragraph
  const std::size_t last = raw.find_last_not_of("- \t\n\f\r");
  if (last == std::string_view::npos || raw[last] < '0' || raw[last] > '9') return false;
  const auto has = [&](std::string_view leader) { return raw.find(leader) != std::string_view::npos; };
  if (!has("\t") && !has("…") && !has(".") && !has("．") && !has("·") && !has("‥")) return false;
  static const RE2 pattern(R"((?:(?:[.．…·‥]\s*){3,}|…+|\t[ .…·]*)\s*-?\s*\d{1,3}\s*-?\s*$)");
  return RE2::PartialMatch(re2::StringPiece(raw.data(), raw.size()), pattern);
}

bool is_contents_title(std::string_view text) {
  if (text.size() > 30) return false;
  const std::string folded = fold(text);
  return folded == "目录" || folded == "目次";
}

/// Whether the number in front is one that headings have: with its separator ("3类信息" has none), and no "第一，…".
bool heads_a_line(const std::string& folded, const Mark& mark) {
  if (mark.level == Level::arabic || mark.level == Level::arabic_bracketed) {
    static const RE2 numbered(R"(^(?:\d{1,2}[.,)]|\(\d{1,2}\)))");
    return RE2::PartialMatch(folded, numbered);
  }
  if (folded.rfind("第", 0) != 0) return true;
  static const RE2 ordinal("^第[一二三四五六七八九十]+(?:章|编|部分)");
  return RE2::PartialMatch(folded, ordinal);
}

}  // namespace

int heading_rank(std::string_view text, const ReportWords& words, int outline_level) {
  const std::u32string points = to_u32(text.substr(0, 4 * (longest_heading + 1)));
  if (points.empty() || points.size() > longest_heading) return 0;
  const std::string folded = fold(text);
  const Enumerated split = split_mark(folded);
  const std::string letters = letters_of(split.rest);
  if (words.is_section(letters)) return 1;
  if (words.is_title(text)) return 0;

  // One closing full stop or colon is borne by a numbered line that has no other punctuation of a sentence.
  std::u32string_view body = points;
  const bool closed = contains_any(body.substr(body.size() - 1), U"。：:");
  if (closed) body.remove_suffix(1);
  if (contains_any(body, U"。；;！!？?")) return 0;
  if (contains_any(body.substr(body.empty() ? 0 : body.size() - 1), U"，,、")) return 0;
  const bool colon_inside = contains_any(body, U"：:");

  if (split.mark.level == Level::none || !heads_a_line(folded, split.mark)) {
    return !closed && !letters.empty() && outline_level > 0 ? outline_level : 0;
  }
  if (letters.empty() || colon_inside || (closed && contains_any(body, U"，,"))) return 0;
  // A numbered list of things to do or of addresses has short lines too: below （一） a comma tells them from headings.
  const bool low = split.mark.level == Level::arabic || split.mark.level == Level::arabic_bracketed;
  if (low && (closed || contains_any(body, U"，"))) return 0;
  return static_cast<int>(split.mark.level);
}

std::vector<NarrativeLine> narrative_lines(const Layout& layout, const ReportWords& words) {
  std::vector<NarrativeLine> lines;
  int block = 0;
  for (const FlowItem& item : layout.flow) {
    if (item.kind == FlowItem::Kind::table) {
      ++block;
      continue;
    }
    if (item.index < 0 || static_cast<std::size_t>(item.index) >= layout.prose.size()) continue;
    const Prose& prose = layout.prose[static_cast<std::size_t>(item.index)];
    std::string_view rest = prose.text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view raw = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      NarrativeLine line;
      line.text = tidy(raw);
      if (line.text.empty()) continue;
      line.block = block;
      line.page = prose.page;
      line.centred = prose.centred;
      line.size = prose.size;
      line.contents = is_contents_entry(raw);
      if (!line.contents) line.rank = heading_rank(line.text, words, prose.outline_level);
      lines.push_back(std::move(line));
    }
  }

  // A table of contents without page numbers: headings in a row below 目录 that come again.
  std::map<std::string, int> times;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!is_contents_title(lines[i].text)) continue;
    if (times.empty()) {
      for (const NarrativeLine& line : lines) {
        if (line.rank > 0) ++times[fold(line.text)];
      }
    }
    for (++i; i < lines.size() && (lines[i].contents || (lines[i].rank > 0 && times[fold(lines[i].text)]-- > 1)); ++i) {
      lines[i].contents = true;
      lines[i].rank = 0;
    }
    --i;
  }
  return lines;
}

}  // namespace fubiao
