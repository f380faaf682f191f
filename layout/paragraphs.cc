// Where a paragraph ends.
//
// Chinese reports set a paragraph with its first line indented by two ems and all lines but the last filled to the
// right margin. So a line goes on with the one before if that one was full, and if it is not indented itself. Titles
// and headings end before the right margin and are paragraphs of their own; so is every line of a title that is broken
// by hand. A page break inside a paragraph changes nothing; a table between two lines ends the paragraph.
//
// Both margins are measured from the document: the left one is where most lines begin, the right one where the full
// lines end. Does not apply to prose in columns. Tested by paragraphs_test.cc.

#include "layout/paragraphs.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "layout/join.h"

namespace fubiao {

namespace {

struct Margins {
  double left = 0;
  double right = 0;
};

/// The most frequent left edge, and the 90th percentile of the right edges.
Margins margins_of(const std::vector<PlacedLine>& lines) {
  std::map<long, int> lefts;
  std::vector<double> rights;
  for (const PlacedLine& line : lines) {
    ++lefts[std::lround(line.line.box.x0 / 2)];
    rights.push_back(line.line.box.x1);
  }
  long best = 0;
  int most = 0;
  for (const auto& [left, count] : lefts) {
    if (count > most) {
      most = count;
      best = left;
    }
  }
  std::sort(rights.begin(), rights.end());
  return {static_cast<double>(best) * 2, rights[(rights.size() - 1) * 9 / 10]};
}

bool is_centred(const PlacedLine& line, const Margins& margins) {
  const double em = line.line.size;
  return std::abs(line.line.box.centre().x - line.page_width / 2) < em && line.line.box.x0 > margins.left + em &&
         line.line.box.x1 < margins.right - em;
}

bool goes_on(const PlacedLine& before, const PlacedLine& line, const Margins& margins) {
  const double em = before.line.size;
  if (line.after_table) return false;
  // A turned line is a remark in the margin, or belongs to a turned table.
  if (before.line.turn != Turn::none || line.line.turn != Turn::none) return false;
  // Letters of another size begin something else (title, heading, body).
  if (std::abs(before.line.size - line.line.size) > 0.12 * std::max(em, line.line.size)) return false;
  // Where nothing is set over the whole width, no line is full.
  if (before.line.box.x1 < 0.55 * before.page_width) return false;
  // A full line ends within two ems of the margin: a bracket or a number that may not be broken leaves such a gap.
  if (before.line.box.x1 < margins.right - 2 * em) return false;
  if (line.line.box.x0 > margins.left + 0.8 * em) return false;
  if (before.page == line.page) {
    const double pitch = line.line.baseline - before.line.baseline;
    return pitch > 0 && pitch < 3 * em;  // body text of reports is led by up to 2 em
  }
  return line.page == before.page + 1;
}

}  // namespace

std::vector<Prose> paragraphs_of(const std::vector<PlacedLine>& lines, std::vector<std::size_t>& first_line) {
  std::vector<Prose> paragraphs;
  first_line.clear();
  if (lines.empty()) return paragraphs;
  const Margins margins = margins_of(lines);
  std::vector<std::string> texts;
  auto finish = [&] {
    if (!texts.empty()) paragraphs.back().text = join_lines(texts);
    texts.clear();
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const PlacedLine& line = lines[i];
    if (i == 0 || !goes_on(lines[i - 1], line, margins)) {
      finish();
      Prose prose;
      prose.page = line.page;
      prose.box = line.line.box;
      prose.size = line.line.size;
      prose.centred = is_centred(line, margins);
      paragraphs.push_back(std::move(prose));
      first_line.push_back(i);
    } else {
      Prose& prose = paragraphs.back();
      if (prose.page == line.page) prose.box.add(line.line.box);
      prose.size = std::max(prose.size, line.line.size);
      prose.centred = false;
    }
    texts.push_back(line.text);
  }
  finish();
  return paragraphs;
}

}  // namespace fubiao
