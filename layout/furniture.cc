// What belongs to the paper and not to the text.
//
// A line is furniture when it stands at the very top or bottom of its page, above or below everything else, in the
// margin zone, and
//   - has the shape of a page number, or
//   - stands at the same height on another page with the same words (digits aside, since page numbers differ).
// A line inside the body is never furniture: a table row that consists of a number, a heading that comes twice. The
// rows of ruled tables are not asked at all, and what looks like rows of a table without rules stays (mark_rows).
//
// Does not apply to a one-page document's running header: nothing tells it from a first line, and it stays.
// Tested by furniture_test.cc.

#include "layout/furniture.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "extract/utf8.h"
#include "layout/join.h"
#include "layout/segments.h"

namespace fubiao {

namespace {

/// Part of the page height at top and bottom where furniture stands. A4 reports: page numbers at .93 to .96 of the
/// height, running headers at .04 to .09; bodies begin at .09 (Word's narrow margins) and mostly end by .91.
constexpr double margin_zone = 0.12;
/// Running heads of two pages stand at the same height to within rounding.
constexpr double same_height = 3.0;

std::string without_digits(const std::string& text) {
  std::string out;
  for (char c : text) {
    if ((c < '0' || c > '9') && c != ' ') out += c;
  }
  return out;
}

/// The lines that are first or last of everything on the page, from outside inwards, at most three on each side.
std::vector<std::size_t> outermost(const PageLines& page) {
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < page.lines.size() && i < 3; ++i) {
    const Box& box = page.lines[i].box;
    if (box.centre().y < page.tables_top && box.centre().y < margin_zone * page.height) result.push_back(i);
  }
  for (std::size_t k = 0; k < page.lines.size() && k < 3; ++k) {
    const std::size_t i = page.lines.size() - 1 - k;
    const Box& box = page.lines[i].box;
    if (box.centre().y > page.tables_bottom && box.centre().y > (1 - margin_zone) * page.height) result.push_back(i);
  }
  return result;
}

}  // namespace

bool is_page_number(std::string_view tidy_text) {
  // Words that go with page numbers are taken out; what stays must be one or two numbers between dashes.
  std::u32string rest;
  int numbers = 0;
  bool in_number = false;
  bool dash = false;   // or another sign between two numbers, or before the first
  bool apart = false;  // two numbers and white between them: heads and figures of columns
  for (char32_t c : to_u32(tidy_text)) {
    if (c >= U'０' && c <= U'９') c = c - U'０' + U'0';
    if (c >= U'0' && c <= U'9') {
      apart = apart || (!in_number && numbers > 0 && !dash);
      numbers += !in_number;
      in_number = true;
      continue;
    }
    in_number = false;
    dash = dash || !is_white(c);
    static constexpr std::u32string_view around = U"-–—―－─~·•|／/,，. 　第页頁共总總";
    if (around.find(c) != std::u32string_view::npos) continue;
    rest.push_back(c);
  }
  const bool words_are_page_words = rest.empty() || rest == U"Page" || rest == U"Pageof" || rest == U"page" ||
                                    rest == U"pageof" || rest == U"P" || rest == U"of";
  return words_are_page_words && !apart && (numbers == 1 || numbers == 2) && tidy_text.size() <= 40;
}

bool is_continuation_mark(std::string_view tidy_text) {
  std::u32string rest;
  for (char32_t c : to_u32(tidy_text)) {
    static constexpr std::u32string_view around =
        U" 　()（）[]［］【】:：.．-–—…、0123456789０１２３４５６７８９一二三四五六七八九十";
    if (around.find(c) == std::u32string_view::npos) rest.push_back(c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c);
  }
  static constexpr std::u32string_view marks[] = {U"续",     U"续表",   U"表续",   U"续上表",    U"接上表",
                                                  U"续前表", U"上接表", U"附表续", U"continued", U"tablecontinued"};
  return std::find(std::begin(marks), std::end(marks), rest) != std::end(marks);
}

void mark_rows(const Document& document, const Page& page, PageLines& lines) {
  constexpr std::size_t asked = 6;        // outermost() gives three; a run of three may reach three further
  constexpr std::size_t fewest_rows = 3;  // running heads have one line or two
  constexpr double row_gap = 0.9;         // em; running heads stand further from the body
  const std::size_t count = lines.lines.size();
  lines.in_rows.assign(count, false);
  auto mark = [&](std::size_t begin, std::size_t end) {
    SegmentLine above;             // the last line with gaps
    std::vector<std::size_t> run;  // the rows that it ends
    bool rest = false;             // a line of one run came since: the rest of a label
    double bottom = 0;             // of the line before
    for (std::size_t i = begin; i < end; ++i) {
      std::vector<SegmentLine> here = segment_lines(document, page, lines.lines[i].glyphs, {});
      const Box& box = lines.lines[i].box;
      const bool close = box.y0 - bottom < row_gap * lines.lines[i].size;
      bottom = box.y1;
      if (here.size() == 1 && here[0].segments.size() == 1 && close && !run.empty() && !rest) {
        rest = true;
        continue;
      }
      rest = false;
      if (!close || here.size() != 1 || run.empty() || !shares_a_gap(above, here[0])) run.clear();
      if (here.size() != 1) continue;
      above = std::move(here[0]);
      run.push_back(i);
      if (run.size() < fewest_rows) continue;
      for (std::size_t k : run) lines.in_rows[k] = true;
    }
  };
  mark(0, std::min(asked, count));
  mark(count - std::min(asked, count), count);
}

void mark_furniture(std::vector<PageLines>& pages) {
  // (words, height in steps of same_height) -> on how many pages
  std::map<std::pair<std::string, long>, int> seen;
  auto step = [](const Line& line) { return std::lround(line.baseline / same_height); };
  for (PageLines& page : pages) {
    page.furniture.assign(page.lines.size(), false);
    for (std::size_t i : outermost(page)) ++seen[{without_digits(page.texts[i]), step(page.lines[i])}];
  }
  for (PageLines& page : pages) {
    for (std::size_t i : outermost(page)) {
      bool repeated = false;
      const std::string words = without_digits(page.texts[i]);
      for (long d = -1; d <= 1; ++d) {
        const auto it = seen.find({words, step(page.lines[i]) + d});
        if (it != seen.end() && it->second - (d == 0 ? 1 : 0) >= 1) repeated = true;
      }
      // Bare digits that repeat are page numbers too; but they must look like one.
      page.furniture[i] = !page.in_rows[i] && (is_page_number(page.texts[i]) || (repeated && !words.empty()));
    }
  }
}

}  // namespace fubiao
