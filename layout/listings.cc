// What makes a list of what could be a table of two or three columns.
//
//   - Items: a mark (a bullet, 1., (a)) or the number of a heading before words; or marks side by side.
//   - Keys: words that end in a colon before something else.
//   - An index: entries that end in the pages where they stand, in columns.
//   - Numbered lines, as of a program: 1, 2, 3 … before anything that is no figure.
//   - A table of contents, or an index with leaders: one column of page numbers behind words that have leaders; or page
//     numbers that never fall behind words that are numbered themselves (or are so many that a table sorted by its only
//     figures is the less likely reading).
//
// Measured on the manuals of R, LaTeX and gnuplot (2,500 pages without a report among them), where these were most of
// what looked like tables. Does not apply where two or more columns hold figures. Tested by listings_test.cc.

#include "layout/listings.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "extract/utf8.h"

namespace fubiao {

namespace {

/// "Births, 8", "出生率9": words and the page where they stand.
bool is_index_entry(const std::string& text) {
  const std::size_t last = text.find_last_not_of("0123456789");
  if (last == std::string::npos || last + 1 >= text.size()) return false;
  const std::size_t comma = text.find_last_of(',');
  return static_cast<unsigned char>(text[last]) >= 0x80 || (comma != std::string::npos && comma + 5 >= last);
}

/// A whole number below 100,000; -1 for anything else.
int small_number(const std::string& text) {
  if (text.empty() || text.size() > 5 || text.find_first_not_of("0123456789") != std::string::npos) return -1;
  return std::stoi(text);
}

bool has_leaders(const std::string& text) {
  return text.find(". . .") != std::string::npos || text.find("....") != std::string::npos;
}

bool is_letter(const std::string& text) {
  const std::u32string letters = to_u32(text);
  return letters.size() == 1 && u_isalpha(static_cast<UChar32>(letters.front())) != 0;
}

/// A mark and words; or, where the marks are no single letters, which tables have too, two such items side by side.
bool is_item(const SegmentLine& line) {
  const std::size_t count = line.segments.size();
  if (count != 2 && count != 4) return false;
  if (count == 4 && is_letter(line.segments.front().text)) return false;
  for (std::size_t s = 0; s < line.segments.size(); s += 2) {
    if (!is_list_mark(line.segments[s].text) || line.segments[s + 1].figure) return false;
  }
  return true;
}

struct Counts {
  int rows = 0;      // lines with gaps
  int words = 0;     // segments
  int marks = 0;     // rows of a mark or heading number, and words
  int keys = 0;      // rows of a key and something else
  int entries = 0;   // of an index
  int numbered = 0;  // rows whose number follows that of the row before
  int pages = 0;     // rows that end in a number no smaller than the row before
  int falls = 0;     // rows that end in a smaller one
  int others = 0;    // figures elsewhere than in the first and last segment
  int leaders = 0;   // rows with leaders
  int guided = 0;    // segments with leaders
  int figures = 0;   // segments
  int guides = 0;    // rows with leaders, or that begin with the number of a heading
  bool numbers_from_the_top = false;
  bool figures_from_the_top = false;  // the last segment of the first row is one
};

Counts count(std::span<const SegmentLine> lines) {
  Counts counts;
  int number = -2, page = -1;
  for (const SegmentLine& line : lines) {
    if (line.segments.size() < 2) continue;
    ++counts.rows;
    const std::string& first = line.segments.front().text;
    const std::string& last = line.segments.back().text;
    const bool pair = line.segments.size() == 2;
    const bool heading = is_heading_number(first);
    counts.marks += is_item(line) || (pair && heading && !line.segments.back().figure);
    counts.keys += pair && (first.ends_with(':') || first.ends_with("："));
    for (std::size_t s = 0; s < line.segments.size(); ++s) {
      const TextSegment& segment = line.segments[s];
      counts.guided += has_leaders(segment.text);
      if (segment.figure) {
        counts.figures += s > 0 || !heading;
        counts.others += s > 0 && s + 1 < line.segments.size();
        continue;
      }
      ++counts.words;
      counts.entries += is_index_entry(segment.text);
    }
    if (const int own = small_number(first); own >= 0) {
      if (counts.rows == 1) counts.numbers_from_the_top = true;
      counts.numbered += own == number + 1;
      number = own;
    }
    if (counts.rows == 1) counts.figures_from_the_top = line.segments.back().figure && !has_head_figures(line);
    if (const int own = small_number(last); own >= 0) {
      ++(own >= page ? counts.pages : counts.falls);
      page = own;
    }
    const bool leads = std::any_of(line.segments.begin(), line.segments.end(),
                                   [](const TextSegment& segment) { return has_leaders(segment.text); });
    counts.leaders += leads;
    counts.guides += heading || leads;
  }
  return counts;
}

bool is_contents(const Counts& counts, const ColumnLayout& layout) {
  constexpr int surely_sorted = 12;  // rows; a table of so many rows is seldom sorted by its only figures, upwards
  constexpr int sorted = 5;          // and one without a head is seldom a table at all
  if (!layout.columns.back().of_figures()) return false;
  // Leaders, one whole number behind each, and no head.
  if (10 * counts.leaders > 7 * counts.rows && 5 * counts.figures <= 6 * counts.guided &&
      10 * (counts.pages + counts.falls) >= 7 * counts.rows && counts.figures_from_the_top) {
    return true;
  }
  if (counts.others > 0) return false;
  if (counts.falls > 0 || counts.pages < 3 || 10 * counts.pages < 7 * counts.rows) return false;
  return 2 * counts.guides > counts.rows || counts.pages >= (counts.figures_from_the_top ? sorted : surely_sorted);
}

}  // namespace

bool is_list_mark(const std::string& text) {
  const std::u32string letters = to_u32(text);
  if (letters.empty() || letters.size() > 5) return false;
  const char32_t last = letters.back();
  if (letters.size() == 1) return !(last >= U'0' && last <= U'9') && last != U'-' && last != U'–';
  return last == U'.' || last == U')' || last == U'）' || last == U':' || last == U'、' || last == U'．';
}

bool is_heading_number(const std::string& text) {
  return text.size() <= 8 && text.find_first_not_of("0123456789.-") == std::string::npos;
}

TextMix mix_of(std::span<const SegmentLine> lines) {
  TextMix mix;
  for (const SegmentLine& line : lines) {
    if (line.segments.size() < 2) continue;
    ++mix.rows;
    for (const TextSegment& segment : line.segments) {
      mix.figures += segment.figure;
      if (segment.figure) continue;
      ++mix.words;
      mix.width += segment.box.width() / segment.size;
    }
  }
  return mix;
}

bool is_listing(std::span<const SegmentLine> lines, const ColumnLayout& layout) {
  const Counts counts = count(lines);
  const auto columns = std::count_if(layout.columns.begin(), layout.columns.end(),
                                     [](const InkColumn& column) { return column.items >= 2; });
  if (2 * counts.marks > counts.rows) return true;
  if (10 * counts.entries > 7 * counts.words) return true;
  if (columns == 2 && 10 * counts.keys > 6 * counts.rows) return true;
  // Numbered lines have no head over their numbers, and no figures behind them.
  if (columns >= 2 && counts.numbers_from_the_top && counts.numbered >= 2 &&
      10 * counts.numbered > 6 * (counts.rows - 1) &&
      std::none_of(layout.columns.begin() + 1, layout.columns.end(),
                   [](const InkColumn& column) { return column.of_figures(); })) {
    return true;
  }
  return is_contents(counts, layout);
}

}  // namespace fubiao
