// Which lines of a page are a table, where no lattice says so.
//
// Lines of a table have wide gaps, and the gaps of following lines stand one below the other. Prose has none, lists
// have one behind their marks, and columns of prose have one that parts full lines of words. So: lines with wide gaps
// that overlap the gaps of the lines before are gathered into a core; the core is judged; and what belongs to its head
// and its last row is added above and below.
//
// Does not apply to tables of one column. Tested by unruled_test.cc.

#include "layout/unruled.h"

#include <algorithm>
#include <cmath>

#include "extract/utf8.h"
#include "layout/columns.h"
#include "layout/join.h"
#include "layout/listings.h"
#include "layout/rules.h"
#include "layout/zones.h"

namespace fubiao {

namespace {

using Lines = std::vector<SegmentLine>;

struct Gap {
  double x0 = 0;
  double x1 = 0;
};

std::vector<Gap> gaps_of(const SegmentLine& line) {
  std::vector<Gap> gaps;
  for (std::size_t s = 1; s < line.segments.size(); ++s) {
    gaps.push_back({line.segments[s - 1].box.x1, line.segments[s].box.x0});
  }
  return gaps;
}

/// "Table 3", "表1", "附表2": begins the caption of a table.
bool is_caption(const SegmentLine& line) {
  static constexpr std::string_view words[] = {"Table ", "TABLE ", "Figure ", "FIGURE ", "Chart ", "表", "附表", "图"};
  const std::string& text = line.segments.front().text;
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) {
    if (!text.starts_with(word) || text.size() == word.size()) return false;
    const std::u32string rest = to_u32(std::string_view(text).substr(word.size()));
    static constexpr std::u32string_view numerals = U"0123456789一二三四五六七八九十ABCDEIVX";
    return numerals.find(rest.front()) != std::u32string_view::npos;
  });
}

/// Gaps that may part columns: not the one behind a mark, or behind the number of a heading or caption.
bool has_columns(const SegmentLine& line) {
  if (line.segments.size() != 2) return line.segments.size() > 2;
  const TextSegment& first = line.segments.front();
  const TextSegment& second = line.segments.back();
  const bool close = second.box.x0 - first.box.x1 < 2.5 * second.size;
  return !(close && !second.figure && (is_list_mark(first.text) || is_heading_number(first.text)));
}

/// A remark in brackets: "(In thousands)", "[Millions of dollars]".
bool is_remark(const SegmentLine& line) {
  if (line.segments.size() != 1) return false;
  const std::string& text = line.segments.front().text;
  return text.front() == '(' || text.front() == '[' || text.starts_with("（") || text.starts_with("［") ||
         text.starts_with("单位") || text.starts_with("計量單位") || text.starts_with("计量单位");
}

struct Stretch {
  std::size_t first = 0;  // lines
  std::size_t last = 0;
  bool weak = false;
  bool closed = false;  // between rules as wide as the table, which say where it begins and ends
};

class Finder {
 public:
  Finder(const Lines& lines, const Rules& rules, const std::vector<Box>& ruled)
      : lines_(lines), rules_(rules), ruled_(ruled) {
    std::vector<double> lefts, rights;
    for (const SegmentLine& line : lines) {
      lefts.push_back(line.box.x0);
      rights.push_back(line.box.x1);
    }
    std::sort(lefts.begin(), lefts.end());
    std::sort(rights.begin(), rights.end());
    if (!lines.empty()) text_width_ = rights[(rights.size() - 1) * 19 / 20] - lefts[lefts.size() / 20];
  }

  std::vector<Stretch> regions() {
    std::vector<Stretch> result;
    const std::vector<Stretch> all = with_bands(cores());
    for (std::size_t i = 0; i < all.size(); ++i) {
      Stretch region = all[i];
      if (region.closed) {
        if (!result.empty() && result.back().last >= region.first) result.pop_back();
        if (has_ruled_rows(region)) extend_down(region);
        result.push_back(region);
        continue;
      }
      trim(region);
      region.weak = !is_table(region);
      // What a page break has left of a table is the first or the last thing on its page.
      if (region.weak && i > 0 && i + 1 < all.size()) continue;
      const std::size_t floor = result.empty() || result.back().weak ? 0 : result.back().last + 1;
      if (!region.weak || i + 1 == all.size()) extend_up(region, floor);
      extend_down(region);
      if (!result.empty() && result.back().weak && result.back().last >= region.first) result.pop_back();
      result.push_back(region);
    }
    return result;
  }

 private:
  /// Rules of one length below each other, with lines of a table between them: the first is the top of a table whose
  /// head it closes, the last its end. A band without any gapped line (a caption, a note) parts two tables.
  std::vector<Stretch> bands() const {
    std::vector<Stretch> result;
    std::vector<bool> used(rules_.horizontal.size(), false);
    for (std::size_t i = 0; i < rules_.horizontal.size(); ++i) {
      if (used[i]) continue;
      const Rule& first = rules_.horizontal[i];
      std::vector<double> at = {first.at};
      for (std::size_t k = i + 1; k < rules_.horizontal.size(); ++k) {
        const Rule& rule = rules_.horizontal[k];
        if (used[k] || std::abs(rule.from - first.from) > 2 || std::abs(rule.to - first.to) > 2) continue;
        used[k] = true;
        at.push_back(rule.at);
      }
      Stretch open;
      bool is_open = false, head = false;
      int rows = 0;
      auto close = [&] {
        if (is_open && head && rows >= 2) result.push_back(open);
        is_open = false;
      };
      for (std::size_t k = 1; k < at.size(); ++k) {
        if (at[k] - at[k - 1] < 4) continue;  // a double rule
        const auto [begin, end] = lines_between(at[k - 1], at[k]);
        // Where each row has its rule, a row may hold one line over all columns.
        const double before = k > 1 ? at[k - 1] - at[k - 2] : 1e300,
                     after = k + 1 < at.size() ? at[k + 1] - at[k] : 1e300;
        const double nearest = std::min(before, after);
        const bool one_row = end - begin == 1 && at[k] - at[k - 1] < 1.4 * nearest && nearest < 5 * lines_[begin].size;
        if (!is_tabular(begin, end, first, one_row)) {
          close();
          continue;
        }
        if (!is_open) {
          open = {begin, end - 1, false, true};
          is_open = true;
          rows = 0;
          head = std::none_of(lines_[begin].segments.begin(), lines_[begin].segments.end(),
                              [](const TextSegment& segment) { return segment.figure; });
        }
        open.last = end - 1;
        for (std::size_t l = begin; l < end; ++l) rows += lines_[l].segments.size() > 1;
      }
      close();
    }
    std::sort(result.begin(), result.end(), [](const Stretch& a, const Stretch& b) { return a.first < b.first; });
    return result;
  }

  /// The lines whose middle lies between two heights: [first, second).
  std::pair<std::size_t, std::size_t> lines_between(double top, double bottom) const {
    auto middle = [](const SegmentLine& line) { return line.baseline - 0.35 * line.size; };
    const auto begin = std::lower_bound(lines_.begin(), lines_.end(), top,
                                        [&](const SegmentLine& line, double y) { return middle(line) < y; });
    const auto end = std::lower_bound(begin, lines_.end(), bottom,
                                      [&](const SegmentLine& line, double y) { return middle(line) < y; });
    return {static_cast<std::size_t>(begin - lines_.begin()), static_cast<std::size_t>(end - lines_.begin())};
  }

  bool is_tabular(std::size_t begin, std::size_t end, const Rule& rule, bool one_row) const {
    if (begin == end) return false;
    bool gapped = one_row;
    for (std::size_t l = begin; l < end; ++l) {
      const SegmentLine& line = lines_[l];
      if (line.box.x0 < rule.from - 2 * line.size || line.box.x1 > rule.to + 2 * line.size) return false;
      gapped = gapped || line.segments.size() > 1;
      if (line.segments.size() == 1 && line.box.width() > 0.8 * rule.length() && line.box.width() > 20 * line.size)
        return false;
    }
    return gapped;
  }

  /// Lines with gaps in [begin, end).
  int gapped_in(std::size_t begin, std::size_t end) const {
    int count = 0;
    for (std::size_t l = begin; l < end; ++l) count += lines_[l].segments.size() > 1;
    return count;
  }

  /// Bands instead of the cores that they overlap. A core that goes on below the last rule of a band takes it in.
  std::vector<Stretch> with_bands(const std::vector<Stretch>& cores) const {
    std::vector<Stretch> result = bands();
    std::erase_if(result, [&](const Stretch& band) {
      if (columns_of(of(band)).columns.size() < 2) return true;
      return std::any_of(cores.begin(), cores.end(), [&](const Stretch& core) {
        if (core.last < band.first || band.last < core.first) return false;
        return gapped_in(core.first, band.first) >= 2 || gapped_in(band.last + 1, core.last + 1) >= 1;
      });
    });
    const std::vector<Stretch> kept = result;
    for (const Stretch& core : cores) {
      const bool overlaps = std::any_of(kept.begin(), kept.end(), [&](const Stretch& band) {
        return core.first <= band.last && band.first <= core.last;
      });
      if (!overlaps) result.push_back(core);
    }
    std::sort(result.begin(), result.end(), [](const Stretch& a, const Stretch& b) { return a.first < b.first; });
    return result;
  }

  bool barrier_between(std::size_t a, std::size_t b) const {
    const double top = lines_[a].box.centre().y, bottom = lines_[b].box.centre().y;
    const double x0 = std::min(lines_[a].box.x0, lines_[b].box.x0), x1 = std::max(lines_[a].box.x1, lines_[b].box.x1);
    return std::any_of(ruled_.begin(), ruled_.end(), [&](const Box& box) {
      const double middle = box.centre().y;
      return middle > top && middle < bottom && box.x0 < x1 && x0 < box.x1;
    });
  }

  /// One run of words over much of the page.
  bool is_prose(const SegmentLine& line) const {
    if (line.segments.size() > 1) {
      double longest = 0;
      for (const TextSegment& segment : line.segments) longest = std::max(longest, segment.box.width());
      return longest > 28 * line.size;
    }
    const double width = line.box.width();
    if (line.segments.front().figure) return false;
    return (width > 24 * line.size && width > 0.55 * text_width_) || width > 36 * line.size;
  }

  /// Size of the largest words of a line; 0 where it holds figures only.
  static double words_size(const SegmentLine& line) {
    double size = 0;
    for (const TextSegment& segment : line.segments) {
      if (!segment.figure) size = std::max(size, segment.size);
    }
    return size;
  }

  /// A line of one run that reaches over a gap which the lines before and after it share.
  bool crosses(std::size_t before, std::size_t line, std::size_t after) const {
    const Box& box = lines_[line].box;
    const double em = lines_[line].size;
    const std::vector<Gap> below = gaps_of(lines_[after]);
    for (const Gap& gap : gaps_of(lines_[before])) {
      for (const Gap& other : below) {
        const double x0 = std::max(gap.x0, other.x0), x1 = std::min(gap.x1, other.x1);
        if (x1 - x0 >= 0.5 * em && box.x0 < x0 + 0.1 * em && box.x1 > x1 - 0.1 * em) return true;
      }
    }
    return false;
  }

  std::vector<Stretch> cores() const {
    std::vector<Stretch> cores;
    std::vector<std::size_t> members;  // lines with gaps
    std::vector<std::size_t> next_multi(lines_.size() + 1, lines_.size());
    for (std::size_t l = lines_.size(); l-- > 0;) next_multi[l] = has_columns(lines_[l]) ? l : next_multi[l + 1];
    int prose = 0, single = 0;
    auto close = [&] {
      if (!members.empty()) cores.push_back({members.front(), members.back()});
      members.clear();
      prose = single = 0;
    };
    for (std::size_t l = 0; l < lines_.size(); ++l) {
      const SegmentLine& line = lines_[l];
      if (!members.empty()) {
        const SegmentLine& before = lines_[l - 1];
        const double em = std::max(line.size, before.size);
        if (line.box.y0 - before.box.y1 > 4.5 * em || barrier_between(l - 1, l)) close();
      }
      if (is_caption(line)) {
        close();
        continue;
      }
      if (!has_columns(line)) {
        if (members.empty()) continue;
        if (is_prose(line)) ++prose;
        const bool letter = line.box.width() < 2.2 * line.size;
        if (!letter) ++single;
        const std::size_t after = next_multi[l];
        if (prose >= 2 || single > 4 || line.size > 1.25 * lines_[members.back()].size ||
            (after < lines_.size() && crosses(members.back(), l, after))) {
          close();
        }
        continue;
      }
      bool shares = members.empty();
      for (std::size_t back = 0; back < 4 && back < members.size() && !shares; ++back) {
        shares = shares_a_gap(lines_[members[members.size() - 1 - back]], line);
      }
      // Figures may be set larger than labels (14 over 9 or 10 pt); words in larger letters are titles.
      constexpr double larger = 1.3;
      const double size = words_size(line), before = members.empty() ? 0 : words_size(lines_[members.back()]);
      const bool other_size = size > 0 && before > 0 && (size > larger * before || before > larger * size);
      if (!shares || other_size) close();
      members.push_back(l);
      prose = single = 0;
    }
    close();
    return merged(cores);
  }

  /// The usual distance of two baselines.
  double usual_pitch(const Stretch& core) const {
    std::vector<double> steps;
    for (std::size_t l = core.first + 1; l <= core.last; ++l)
      steps.push_back(lines_[l].baseline - lines_[l - 1].baseline);
    if (steps.empty()) return 1.5 * lines_[core.first].size;
    std::nth_element(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2), steps.end());
    return steps[steps.size() / 2];
  }

  /// Puts cores together that a line over all columns (the title of a section) has parted.
  std::vector<Stretch> merged(const std::vector<Stretch>& cores) const {
    std::vector<Stretch> result;
    for (const Stretch& core : cores) {
      if (!result.empty() && belong_together(result.back(), core)) {
        result.back().last = core.last;
      } else {
        result.push_back(core);
      }
    }
    return result;
  }

  /// Much of it are lines of prose behind the marks of a list.
  bool is_wordy(const Stretch& core) const {
    int prose = 0;
    for (std::size_t l = core.first; l <= core.last; ++l) prose += is_prose(lines_[l]);
    return 3 * prose > static_cast<int>(core.last - core.first + 1);
  }

  bool belong_together(const Stretch& above, const Stretch& below) const {
    if (below.first - above.last > 3 || is_wordy(above) || is_wordy(below)) return false;
    const double pitch = std::max({usual_pitch(above), usual_pitch(below), 1.3 * lines_[above.last].size});
    const double smallest = std::min(lines_[above.last].size, lines_[below.first].size);
    for (std::size_t l = above.last + 1; l <= below.first; ++l) {
      if (lines_[l].baseline - lines_[l - 1].baseline > 1.5 * pitch || barrier_between(l - 1, l)) return false;
      if (l < below.first && (is_prose(lines_[l]) || lines_[l].size > 1.15 * smallest)) return false;
    }
    std::vector<SegmentLine> both(lines_.begin() + static_cast<std::ptrdiff_t>(above.first),
                                  lines_.begin() + static_cast<std::ptrdiff_t>(above.last) + 1);
    const std::size_t first = columns_of(both).columns.size();
    both.insert(both.end(), lines_.begin() + static_cast<std::ptrdiff_t>(below.first),
                lines_.begin() + static_cast<std::ptrdiff_t>(below.last) + 1);
    const std::size_t second = columns_of(of(below)).columns.size();
    return columns_of(both).columns.size() == std::max(first, second);
  }

  std::span<const SegmentLine> of(const Stretch& region) const {
    return std::span(lines_).subspan(region.first, region.last - region.first + 1);
  }

  bool is_table(const Stretch& region) const {
    const ColumnLayout layout = columns_of(of(region));
    int columns = 0, of_figures = 0;
    for (const InkColumn& column : layout.columns) {
      if (column.items < 2) continue;
      ++columns;
      of_figures += column.of_figures();
    }
    const int gapped = gapped_in(region.first, region.last + 1);
    if (columns < 2 || gapped < 2) return false;
    const bool ruled = is_between_rules(region);
    // Two lines may stand below each other by chance.
    if (gapped < 3 && !ruled && (columns < 3 || of_figures < 2)) return false;
    // Lines further apart than rows of any table are scattered over the page (2.6 em seen in forms with tall rows).
    if (!ruled && usual_white(region) > 3.2 * lines_[region.first].size) return false;
    if (is_listing(of(region), layout)) return false;
    const TextMix words = mix_of(of(region));
    const double slots = static_cast<double>(words.rows) * static_cast<double>(layout.columns.size());
    if (words.words + words.figures < 0.3 * slots) return false;  // ticks and labels of a chart
    if (words.words == 0 && (columns < 3 || words.figures < 0.7 * slots)) return false;
    const double width = words.words > 0 ? words.width / words.words : 0;
    if (of_figures == 0) return ruled || (columns >= 3 && words.rows >= 3 && width <= 14);
    return columns > 2 || width <= 30;
  }

  /// Drops lines at both ends that stand further away than rows do and have less text: running heads, signatures.
  void trim(Stretch& region) const {
    const double white = std::max(usual_white(region), 0.4 * lines_[region.first].size);
    std::vector<std::size_t> counts;
    for (std::size_t l = region.first; l <= region.last; ++l) counts.push_back(lines_[l].segments.size());
    std::nth_element(counts.begin(), counts.begin() + static_cast<std::ptrdiff_t>(counts.size() / 2), counts.end());
    const std::size_t usual = std::max<std::size_t>(2, counts[counts.size() / 2]);
    auto far = [&](std::size_t a, std::size_t b) { return lines_[b].box.y0 - lines_[a].box.y1 > 2.5 * white; };
    auto very_far = [&](std::size_t a, std::size_t b) {
      return lines_[b].box.y0 - lines_[a].box.y1 > std::max(5 * white, 1.8 * lines_[b].size);
    };
    auto other = [&](std::size_t l, std::size_t neighbour) {
      return 2 * lines_[l].segments.size() <= usual + 1 &&
             (lines_[l].segments.size() < usual ||
              std::abs(lines_[l].size - lines_[neighbour].size) > 0.1 * lines_[l].size);
    };
    while (region.last > region.first + 1 &&
           (very_far(region.last - 1, region.last) ||
            (far(region.last - 1, region.last) && other(region.last, region.last - 1)))) {
      --region.last;
    }
    while (region.first + 1 < region.last &&
           (very_far(region.first, region.first + 1) ||
            (far(region.first, region.first + 1) && other(region.first, region.first + 1)))) {
      ++region.first;
    }
    while (region.last > region.first && lines_[region.last].segments.size() < 2) --region.last;
    while (region.first < region.last && lines_[region.first].segments.size() < 2) ++region.first;
  }

  /// Two rules of one length, as wide as the region or wider, enclose it: one at most three lines above, one below.
  bool is_between_rules(const Stretch& region) const {
    const Box box = box_of(region);
    const double em = lines_[region.first].size;
    for (const Rule& below : rules_.horizontal) {
      if (below.at < box.y1 - 0.5 * em || below.from > box.x0 + 2 || below.to < box.x1 - 2) continue;
      if (below.at > box.y1 + 2 * em) break;
      for (const Rule& above : rules_.horizontal) {
        if (above.at > box.y0 + 0.5 * em) break;
        if (above.at > box.y0 - 5 * em && std::abs(above.from - below.from) < 2 && std::abs(above.to - below.to) < 2)
          return true;
      }
    }
    return false;
  }

  Box box_of(const Stretch& region) const {
    Box box = Box::nothing();
    for (std::size_t l = region.first; l <= region.last; ++l) box.add(lines_[l].box);
    return box;
  }

  /// A rule between two lines that is about as wide as the table.
  bool wide_rule(std::size_t above, std::size_t below, const Box& box) const {
    return rule_covers(above, below, box) > 0.75;
  }

  /// How much of the width is covered by the rules between two lines.
  double rule_covers(std::size_t above, std::size_t below, const Box& box) const {
    const double top = lines_[above].box.centre().y, bottom = lines_[below].box.centre().y;
    double covered = 0;
    for (const Rule& rule : rules_.horizontal) {
      if (rule.at < top || rule.at > bottom) continue;
      covered += std::max(0.0, std::min(rule.to, box.x1 + 6) - std::max(rule.from, box.x0 - 6));
    }
    return covered / std::max(box.width(), 1.0);
  }

  /// Most rows of the region are parted by rules.
  bool has_ruled_rows(const Stretch& region) const {
    const Box box = box_of(region);
    int rows = 0, ruled = 0;
    std::size_t before = region.first;
    for (std::size_t l = region.first + 1; l <= region.last; ++l) {
      if (lines_[l].segments.size() < 2) continue;
      ++rows;
      ruled += rule_covers(before, l, box) > 0.5;
      before = l;
    }
    return ruled >= 2 && 2 * ruled >= rows;
  }

  /// The usual white between two rows: between lines with gaps that follow each other.
  double usual_white(const Stretch& region) const {
    std::vector<double> white;
    for (std::size_t l = region.first + 1; l <= region.last; ++l) {
      const double gap = lines_[l].box.y0 - lines_[l - 1].box.y1;
      if (gap > 0) white.push_back(gap);
    }
    if (white.empty()) return 0;
    std::nth_element(white.begin(), white.begin() + static_cast<std::ptrdiff_t>(white.size() / 2), white.end());
    return white[white.size() / 2];
  }

  /// A line that stands over (or below) the region as lines inside it do: titles of sections, each in the same middle.
  bool like_section_inside(const Stretch& region, const SegmentLine& line) const {
    if (line.segments.size() != 1) return false;
    for (std::size_t l = region.first + 1; l < region.last; ++l) {
      const SegmentLine& inside = lines_[l];
      if (inside.segments.size() != 1 || std::abs(inside.size - line.size) > 0.1 * line.size) continue;
      const bool same_place = std::abs(inside.box.centre().x - line.box.centre().x) < 0.3 * line.size ||
                              std::abs(inside.box.x0 - line.box.x0) < 0.3 * line.size;
      if (same_place && crosses(l - 1, l, l + 1)) return true;
    }
    return false;
  }

  /// Lines of one run inside the region begin at the same place: titles of sections in the stub.
  bool like_title_inside(const Stretch& region, const SegmentLine& line) const {
    int like = 0;
    for (std::size_t l = region.first + 1; l < region.last; ++l) {
      const SegmentLine& inside = lines_[l];
      like += inside.segments.size() == 1 && std::abs(inside.size - line.size) < 0.1 * line.size &&
              std::abs(inside.box.x0 - line.box.x0) < 0.3 * line.size;
    }
    return like >= 1 && line.segments.size() == 1;
  }

  /// Each of its runs stands in the middle of several columns of figures.
  static bool stands_over_columns(const ColumnLayout& layout, const SegmentLine& line) {
    return std::all_of(line.segments.begin(), line.segments.end(), [&](const TextSegment& segment) {
      for (std::size_t a = 0; a < layout.columns.size(); ++a) {
        if (!layout.columns[a].of_figures()) continue;
        for (std::size_t z = a + 1; z < layout.columns.size() && layout.columns[z].of_figures(); ++z) {
          const double middle = (layout.columns[a].x0 + layout.columns[z].x1) / 2;
          if (std::abs(middle - segment.box.centre().x) < 0.6 * segment.size &&
              segment.box.x0 > layout.columns[a].x0 - segment.size)
            return true;
        }
      }
      return false;
    });
  }

  /// Above the rule over line l stands another one, with no more than two lines between: rules between levels of a
  /// head.
  bool rule_above_again(std::size_t l, std::size_t floor, const Box& box) const {
    for (std::size_t k = l; k-- > floor && l - k <= 2;) {
      if (k == 0 ? rule_over_first(box) : wide_rule(k - 1, k, box)) return true;
    }
    return false;
  }

  bool rule_over_first(const Box& box) const {
    double covered = 0;
    for (const Rule& rule : rules_.horizontal) {
      if (rule.at > lines_.front().box.centre().y) break;
      covered += std::max(0.0, std::min(rule.to, box.x1 + 6) - std::max(rule.from, box.x0 - 6));
    }
    return covered > 0.75 * box.width();
  }

  void extend_up(Stretch& region, std::size_t floor) const {
    const Box box = box_of(region);
    const ColumnLayout layout = columns_of(of(region));
    const double size = lines_[region.first].size;
    // Where the stub ends, and where the columns beside it begin.
    double second = layout.columns.size() > 1 ? layout.columns[1].x0 : box.x0;
    double beside_stub = second;
    for (std::size_t c = 0; c < layout.columns.size(); ++c) {
      if (layout.columns[c].of_figures()) {
        second = c > 0 ? layout.columns[c - 1].x1 : layout.columns[c].x0;
        beside_stub = layout.columns[c].x0;
        break;
      }
    }
    const double white = usual_white(region);
    const bool ruled_rows = has_ruled_rows(region);
    // How many lines above, up to a rule as wide as the table, may be its head.
    std::size_t to_rule = region.first;
    for (std::size_t l = region.first; l > floor && region.first - l < 8; --l) {
      if (l < region.first && (is_prose(lines_[l]) || is_caption(lines_[l]) || is_remark(lines_[l]))) break;
      if (lines_[l].box.y0 - lines_[l - 1].box.y1 > 4 * size || barrier_between(l - 1, l)) break;
      if (wide_rule(l - 1, l, box)) {
        to_rule = l;
        break;
      }
    }
    std::size_t first = region.first;  // of what surely belongs to the table
    int stub_lines = 0;                // lines over the stub alone since then
    for (std::size_t l = region.first; l > floor; --l) {
      const SegmentLine& line = lines_[l - 1];
      const SegmentLine& next = lines_[l];
      if (l > to_rule) {
        first = l - 1;
        continue;
      }
      if (barrier_between(l - 1, l) || is_caption(line)) break;
      if (l == to_rule && to_rule < region.first && !ruled_rows && !rule_above_again(l, floor, box)) break;
      const double em = std::max(line.size, next.size);
      const double gap = next.box.y0 - line.box.y1;
      const bool heads = gap < 3.2 * em && line.size < 1.1 * size && stands_over_columns(layout, line);
      if (gap > std::max(1.0 * em, 1.2 * white) && !heads) break;
      if (line.size > 1.25 * size || is_prose(line)) break;
      if (line.box.x0 < box.x0 - 2 * em || line.box.x1 > box.x1 + 2 * em) break;
      const bool over_figures = line.box.x0 > second - 1.0 * em;
      const bool has_gaps = line.segments.size() > 1;
      if (over_figures || has_gaps || like_section_inside(region, line)) {
        if (is_remark(line)) break;
        first = l - 1;
        stub_lines = 0;
        continue;
      }
      // Lines over the stub alone belong to the head if more of it stands above them.
      if (line.box.x1 > beside_stub || ++stub_lines > 4) break;
    }
    region.first = first;
  }

  void extend_down(Stretch& region) const {
    const Box box = box_of(region);
    const ColumnLayout layout = columns_of(of(region));
    const double size = lines_[region.last].size;
    const double white = usual_white(region);
    const bool ruled_rows = has_ruled_rows(region);
    std::size_t l = region.last;
    while (l + 1 < lines_.size()) {
      const SegmentLine& line = lines_[l + 1];
      const SegmentLine& before = lines_[l];
      if (barrier_between(l, l + 1) || (!ruled_rows && wide_rule(l, l + 1, box))) break;
      if (line.segments.size() > 1 || is_prose(line)) break;
      const double gap = line.box.y0 - before.box.y1;
      // The title of a section whose rows a page break has parted from it.
      if (l == region.last && l + 2 == lines_.size() && gap < 1.3 * white &&
          (like_section_inside(region, line) || like_title_inside(region, line))) {
        ++l;
        break;
      }
      if (gap > 0.5 * size || std::abs(line.size - size) > 0.1 * size) break;
      // The rest of a text in one column, where the line before had no more room.
      bool goes_on = false;
      for (const InkColumn& column : layout.columns) {
        if (line.box.x0 < column.x0 - 0.5 * size || line.box.x1 > column.x1 + 0.5 * size) continue;
        for (const TextSegment& segment : before.segments) {
          if (segment.figure || segment.box.x0 > column.x1 || segment.box.x1 < column.x0) continue;
          goes_on |= segment.box.x1 > column.x1 - 3 * size && segment.box.x0 < line.box.x0 + 0.3 * size;
        }
      }
      if (!goes_on) break;
      ++l;
    }
    region.last = l;
  }

  const Lines& lines_;
  const Rules& rules_;
  const std::vector<Box>& ruled_;
  double text_width_ = 0;  // of the page's lines, but for a few that stick out
};

/// The position between two tables that stand side by side, or 0. A wide gap that no line of the region crosses is one
/// where each side has a caption or rules of its own, and a stub of its own: words behind figures.
double side_by_side_gap(const Lines& zone, const Stretch& region, const Rules& rules) {
  const auto of = std::span(zone).subspan(region.first, region.last - region.first + 1);
  const ColumnLayout layout = columns_of(of);
  Box box = Box::nothing();
  for (const SegmentLine& line : of) box.add(line.box);
  for (std::size_t c = 1; c + 1 < layout.columns.size(); ++c) {
    const double x0 = layout.columns[c].x1, x1 = layout.columns[c + 1].x0, middle = (x0 + x1) / 2;
    const double em = of.front().size;
    if (x1 - x0 < 1.2 * em) continue;
    // Captions: a line of words over the head that the gap parts.
    bool crossed = false;
    int captions = 0;
    const std::size_t first = region.first >= 3 ? region.first - 3 : 0;
    for (std::size_t l = first; l <= region.last; ++l) {
      int left = 0, right = 0;
      bool words = true, over = false;
      for (const TextSegment& segment : zone[l].segments) {
        over = over || (segment.box.x0 < middle && middle < segment.box.x1);
        (segment.box.centre().x < middle ? left : right) += 1;
        words = words && !segment.figure && segment.box.width() > 3 * segment.size;
      }
      if (l >= region.first) crossed = crossed || over;
      if (l < region.first + 2 && !over && left == 1 && right == 1 && words && layout.columns.size() > 3) ++captions;
    }
    if (crossed) continue;
    int left_rules = 0, right_rules = 0, over_rules = 0;
    for (const Rule& rule : rules.horizontal) {
      if (rule.at < box.y0 - 2 * em || rule.at > box.y1 + 2 * em || rule.to < box.x0 || rule.from > box.x1) continue;
      if (rule.from < middle && middle < rule.to) {
        ++over_rules;
      } else if (rule.length() > 6 * em) {
        ++(rule.to < middle ? left_rules : right_rules);
      }
    }
    if (over_rules > 0) continue;
    const bool stub = !layout.columns[c + 1].of_figures() && layout.columns[c].of_figures() &&
                      std::any_of(layout.columns.begin() + static_cast<std::ptrdiff_t>(c) + 2, layout.columns.end(),
                                  [](const InkColumn& column) { return column.of_figures(); });
    const bool apart = left_rules >= 2 && right_rules >= 2;
    if (apart || (stub && captions > 0)) return middle;
  }
  return 0;
}

Lines side_of(const Lines& zone, std::size_t first, std::size_t last, double gap, bool left) {
  Lines lines;
  for (std::size_t l = first; l <= last; ++l) {
    SegmentLine line;
    for (const TextSegment& segment : zone[l].segments) {
      if ((segment.box.centre().x < gap) == left) line.segments.push_back(segment);
    }
    if (line.segments.empty()) continue;
    measure(line);
    lines.push_back(std::move(line));
  }
  return lines;
}

void add_tables_of(const Document& document, int page_index, const Lines& zone, const Rules& rules,
                   const std::vector<Box>& ruled, std::vector<WhiteTable>& tables) {
  const Page& page = document.pages[static_cast<std::size_t>(page_index)];
  for (const Stretch& region : Finder(zone, rules, ruled).regions()) {
    const double gap = region.weak ? 0 : side_by_side_gap(zone, region, rules);
    if (gap > 0) {
      for (const bool left : {true, false}) {
        add_tables_of(document, page_index, side_of(zone, region.first, region.last, gap, left), rules, ruled, tables);
      }
      continue;
    }
    WhiteTable table;
    table.page = page_index;
    table.weak = region.weak;
    table.lines.assign(zone.begin() + static_cast<std::ptrdiff_t>(region.first),
                       zone.begin() + static_cast<std::ptrdiff_t>(region.last) + 1);
    for (const SegmentLine& line : table.lines) table.box.add(line.box);
    for (const Rule& rule : rules.horizontal) {
      if (rule.at > table.box.y0 - 2 && rule.at < table.box.y1 + 2 && rule.from < table.box.x1 &&
          rule.to > table.box.x0) {
        table.rules.push_back(rule);
      }
    }
    split_at_columns(document, page, table.lines, columns_of(table.lines));
    table.columns = columns_of(table.lines).columns;
    if (table.columns.size() > 1 || table.weak) tables.push_back(std::move(table));
  }
}

}  // namespace

std::vector<WhiteTable> find_white_tables(const Document& document, int page_index, const std::vector<Box>& ruled,
                                          const std::vector<int>& outside) {
  const Page& page = document.pages[static_cast<std::size_t>(page_index)];
  std::vector<WhiteTable> tables;
  const Rules rules = rules_of(page);
  Lines lines = segment_lines(document, page, outside, rules.vertical);
  // Most pages are prose, without any line with gaps.
  if (std::none_of(lines.begin(), lines.end(), [](const SegmentLine& line) { return line.segments.size() > 1; })) {
    return tables;
  }
  for (const Lines& zone : zones_of(std::move(lines))) add_tables_of(document, page_index, zone, rules, ruled, tables);
  std::stable_sort(tables.begin(), tables.end(),
                   [](const WhiteTable& a, const WhiteTable& b) { return a.box.y0 < b.box.y0; });
  return tables;
}

bool goes_on_with(WhiteTable& above, WhiteTable& below) {
  if (above.weak && below.weak) return false;
  std::vector<SegmentLine> both = above.lines;
  both.insert(both.end(), below.lines.begin(), below.lines.end());
  std::vector<InkColumn> columns = columns_of(both).columns;
  if (columns.size() != std::max(above.columns.size(), below.columns.size())) return false;
  above.columns = columns;
  below.columns = std::move(columns);
  return true;
}

}  // namespace fubiao
