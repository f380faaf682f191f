// What belongs to the paper and not to the text.
//
// A line is furniture when it stands at the very top or bottom of its page, above or below everything else, in the
// margin zone, and
//   - has the shape of a page number, or
//   - stands at the same height on another page with the same words (digits aside, since page numbers differ).
// A line inside the body is never furniture: a table row that consists of a number, a heading that comes twice. A
// table's own rows are not asked at all.
//
// Does not apply to a one-page document's running header: nothing tells it from a first line, and it stays.
// Tested by furniture_test.cc.

#include "layout/furniture.h"

#include <cmath>
#include <map>

#include "extract/utf8.h"

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
    if (c < '0' || c > '9') out += c;
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
  for (char32_t c : to_u32(tidy_text)) {
    if (c >= U'０' && c <= U'９') c = c - U'０' + U'0';
    if (c >= U'0' && c <= U'9') {
      numbers += !in_number;
      in_number = true;
      continue;
    }
    in_number = false;
    static constexpr std::u32string_view around = U"-–—―－─~·•|／/,，. 　第页頁共总總";
    if (around.find(c) != std::u32string_view::npos) continue;
    rest.push_back(c);
  }
  const bool words_are_page_words = rest.empty() || rest == U"Page" || rest == U"Pageof" || rest == U"page" ||
                                    rest == U"pageof" || rest == U"P" || rest == U"of";
  return words_are_page_words && (numbers == 1 || numbers == 2) && tidy_text.size() <= 40;
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
      page.furniture[i] = is_page_number(page.texts[i]) || (repeated && !words.empty());
    }
  }
}

}  // namespace fubiao
