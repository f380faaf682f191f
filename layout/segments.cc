// Cutting lines at wide gaps.
//
// The gap is measured between the inks of two neighbouring glyphs, in em of the smaller one. White space glyphs do not
// fill it: tables are also set with blanks and tabs. Letters of words that are spaced out evenly ("总 计") are cut here
// and put together again by whoever finds that they stand in one column.
//
// Lines are gathered from segments, and segments from glyphs of one baseline that stand close: so the lines of two
// columns of a page, which may stand anywhere between each other, are not mixed.
//
// Invariant: each upright glyph with ink is in one segment. Tested by segments_test.cc.

#include "layout/segments.h"

#include <algorithm>
#include <cmath>

#include "extract/utf8.h"
#include "layout/ink.h"
#include "layout/join.h"
#include "layout/lines.h"
#include "layout/shape.h"

namespace fubiao {

bool is_figure(std::string_view tidy_text) {
  if (tidy_text.empty()) return false;
  if (shape_of(tidy_text) == Shape::value) return true;
  // A number with marks around it: digits, and hardly any letters.
  int digits = 0, letters = 0, others = 0;
  for (char32_t c : to_u32(tidy_text)) {
    if (c >= U'0' && c <= U'9') {
      ++digits;
    } else if ((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c >= 0x3400) {
      ++letters;
    } else if (!is_white(c)) {
      ++others;
    }
  }
  if (digits > 0) return letters == 0 || (letters == 1 && digits > 1) || (letters <= 2 && digits >= 3);
  static constexpr std::string_view stand_ins[] = {"n.a.", "n.a", "na",  "NA",  "N/A",  "n/a", "(X)", "X",
                                                   "x",    "(D)", "(S)", "(Z)", "(NA)", "Z",   "D",   "…"};
  if (std::find(std::begin(stand_ins), std::end(stand_ins), tidy_text) != std::end(stand_ins)) return true;
  static constexpr std::u32string_view bullets = U"•·∙●○◦■□▪▫◆◇▲△►▶★☆✓✔√§";
  const std::u32string text = to_u32(tidy_text);
  const bool bullet =
      std::any_of(text.begin(), text.end(), [](char32_t c) { return bullets.find(c) != std::u32string_view::npos; });
  return letters == 0 && others > 0 && text.size() <= 3 && !bullet;
}

namespace {

void finish(const Document& document, const Page& page, TextSegment& segment) {
  Line line;
  line.glyphs = segment.glyphs;
  segment.text = tidy(line_text(page, line));
  segment.figure = is_figure(segment.text);
  int bold = 0, inked = 0;
  for (int index : segment.glyphs) {
    const Glyph& glyph = page.glyphs[static_cast<std::size_t>(index)];
    if (is_white_glyph(glyph)) continue;
    ++inked;
    bold += glyph.font >= 0 && document.fonts[static_cast<std::size_t>(glyph.font)].bold;
  }
  segment.bold = 2 * bold > inked;
}

/// Letters whose baselines differ by no more than this part of an em stand on one; rounding of producers stays below
/// .02, texts of neighbouring cells that are centred in different heights differ by more.
constexpr double one_baseline = 0.12;

/// Signs that belong to a figure though they are set at the edge of its column.
bool is_currency(std::string_view text) {
  static constexpr std::string_view signs[] = {"$", "€", "£", "¥", "￥", "US$"};
  return std::find(std::begin(signs), std::end(signs), text) != std::end(signs);
}

bool is_leader(std::string_view text) {
  return text.find_first_not_of(". ") == std::string_view::npos;
}

/// Puts currency signs to the figure behind them, dots of a leader to the label before them.
void join_marks(const Document& document, const Page& page, std::vector<TextSegment>& segments) {
  for (std::size_t s = 0; s + 1 < segments.size();) {
    const bool sign = is_currency(segments[s].text) && segments[s + 1].figure;
    const bool dots = is_leader(segments[s + 1].text) && !segments[s].figure;
    if (!sign && !dots) {
      ++s;
      continue;
    }
    segments[s].glyphs.insert(segments[s].glyphs.end(), segments[s + 1].glyphs.begin(), segments[s + 1].glyphs.end());
    segments[s].box.add(segments[s + 1].box);
    segments[s].size = std::max(segments[s].size, segments[s + 1].size);
    finish(document, page, segments[s]);
    segments.erase(segments.begin() + static_cast<std::ptrdiff_t>(s) + 1);
  }
}

}  // namespace

std::vector<TextSegment> split_segment(const Document& document, const Page& page, const TextSegment& segment,
                                       std::span<const double> cuts) {
  std::vector<TextSegment> parts(cuts.size() + 1);
  for (int index : segment.glyphs) {
    const Glyph& glyph = page.glyphs[static_cast<std::size_t>(index)];
    const auto part =
        static_cast<std::size_t>(std::upper_bound(cuts.begin(), cuts.end(), glyph.box.x0 + 0.01) - cuts.begin());
    parts[part].glyphs.push_back(index);
    if (is_white_glyph(glyph)) continue;
    parts[part].box.add(glyph.box);
    parts[part].size = std::max(parts[part].size, glyph.size);
  }
  std::erase_if(parts, [](const TextSegment& part) { return part.box.empty(); });
  for (TextSegment& part : parts) {
    part.baseline = segment.baseline;
    finish(document, page, part);
  }
  return parts;
}

bool shares_a_gap(const SegmentLine& a, const SegmentLine& b) {
  const double least = 0.5 * std::min(a.size, b.size);
  for (std::size_t i = 1; i < a.segments.size(); ++i) {
    for (std::size_t j = 1; j < b.segments.size(); ++j) {
      const double x0 = std::max(a.segments[i - 1].box.x1, b.segments[j - 1].box.x1);
      const double x1 = std::min(a.segments[i].box.x0, b.segments[j].box.x0);
      if (x1 - x0 >= least) return true;
    }
  }
  return false;
}

bool holds_a_table(std::span<const SegmentLine> lines) {
  int gapped = 0, shared = 0, figures = 0;
  const SegmentLine* before = nullptr;
  for (const SegmentLine& line : lines) {
    figures += line.segments.size() == 1 && line.segments.front().figure;
    if (line.segments.size() < 2) continue;
    ++gapped;
    shared += before != nullptr && shares_a_gap(*before, line);
    before = &line;
  }
  const int count = static_cast<int>(lines.size());
  return (shared >= 2 && 2 * gapped > count) || (figures >= 3 && 3 * figures > 2 * count);
}

namespace {

/// Whether a gap narrower than wide_gap parts two cells: Han letters are set solid, so of "结果纠 其他结" the gap is
/// none of the text, if two letters on either side touch and no blank fills it. In running text all letters of a line
/// that is stretched stand apart.
bool parts_solid_text(const Page& page, std::span<const int> inked, std::size_t before) {
  constexpr double narrow_gap = 0.55;  // em; a blank of half an em is a blank
  constexpr double solid = 0.15;
  if (before < 1 || before + 2 >= inked.size()) return false;
  auto glyph = [&](std::size_t i) -> const Glyph& { return page.glyphs[static_cast<std::size_t>(inked[i])]; };
  auto gap = [&](std::size_t i) {
    return (glyph(i + 1).box.x0 - glyph(i).box.x1) / std::min(glyph(i).size, glyph(i + 1).size);
  };
  for (std::size_t i = before - 1; i <= before + 2; ++i) {
    if (glyph(i).text.empty() || !is_cjk(glyph(i).text.front()) || !is_cjk(glyph(i).text.back())) return false;
  }
  return gap(before) > narrow_gap && gap(before - 1) < solid && gap(before + 1) < solid;
}

/// Glyphs of one baseline, from left to right, cut at wide gaps and upright rules; appended to `segments`.
void cut_baseline(const Page& page, std::span<const int> glyphs, std::span<const Rule> vertical,
                  std::vector<TextSegment>& segments) {
  const Glyph& first = page.glyphs[static_cast<std::size_t>(glyphs.front())];
  const double middle = first.origin.y - 0.4 * first.size;
  std::vector<double> cuts;
  for (const Rule& rule : vertical) {
    if (rule.from < middle && middle < rule.to) cuts.push_back(rule.at);
  }
  auto is_cut = [&](const Glyph& a, const Glyph& b) {
    const auto cut = std::upper_bound(cuts.begin(), cuts.end(), a.box.centre().x);
    return cut != cuts.end() && *cut < b.box.centre().x;
  };
  std::vector<int> inked;
  for (int index : glyphs) {
    if (!is_white_glyph(page.glyphs[static_cast<std::size_t>(index)])) inked.push_back(index);
  }
  std::size_t seen = 0;  // glyphs with ink
  const Glyph* previous = nullptr;
  std::vector<int> white;  // between two inks: belongs to the segment only if it goes on
  for (int index : glyphs) {
    const Glyph& glyph = page.glyphs[static_cast<std::size_t>(index)];
    if (is_white_glyph(glyph)) {
      white.push_back(index);
      continue;
    }
    if (previous == nullptr || glyph.box.x0 - previous->box.x1 > wide_gap * std::min(glyph.size, previous->size) ||
        is_cut(*previous, glyph) || (white.empty() && parts_solid_text(page, inked, seen - 1))) {
      segments.emplace_back();
      segments.back().baseline = glyph.origin.y;
      white.clear();
    }
    ++seen;
    TextSegment& segment = segments.back();
    segment.glyphs.insert(segment.glyphs.end(), white.begin(), white.end());
    white.clear();
    segment.glyphs.push_back(index);
    segment.box.add(glyph.box);
    segment.size = std::max(segment.size, glyph.size);
    previous = &glyph;
  }
}

/// Puts raised and lowered small letters to the text that they hang on: beside it, and at most half an em off its
/// baseline. `segments` are sorted by baseline.
void join_raised(std::vector<TextSegment>& segments) {
  constexpr double smaller = 0.85;   // of the size of what they hang on
  constexpr double beside = 0.5;     // em
  constexpr std::size_t most = 400;  // neighbours looked at: lines have fewer
  std::vector<bool> gone(segments.size(), false);
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const TextSegment& mark = segments[i];
    if (mark.box.width() > 4 * mark.size) continue;
    std::size_t best = segments.size();
    auto look = [&](std::size_t k) {
      const TextSegment& text = segments[k];
      if (gone[k] || mark.size > smaller * text.size || std::abs(text.baseline - mark.baseline) > 0.55 * text.size)
        return;
      const double gap = std::max(mark.box.x0 - text.box.x1, text.box.x0 - mark.box.x1);
      if (gap < beside * text.size && gap > -0.5 * text.size) best = k;
    };
    const double reach = 2 * mark.size;
    for (std::size_t k = i, n = 0; k-- > 0 && n < most && mark.baseline - segments[k].baseline < reach; ++n) look(k);
    for (std::size_t k = i + 1; k < segments.size() && k - i < most && segments[k].baseline - mark.baseline < reach;
         ++k)
      look(k);
    if (best == segments.size()) continue;
    TextSegment& text = segments[best];
    text.glyphs.insert(text.glyphs.end(), mark.glyphs.begin(), mark.glyphs.end());
    text.box.add(mark.box);
    gone[i] = true;
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (gone[i]) continue;
    if (kept != i) segments[kept] = std::move(segments[i]);
    ++kept;
  }
  segments.resize(kept);
}

/// Cuts behind the dots that lead from a label to its figure, which may touch both. The dots stay with the label.
void cut_leaders(const Page& page, std::vector<TextSegment>& segments) {
  constexpr int fewest_dots = 4;
  auto glyph_at = [&](int index) -> const Glyph& { return page.glyphs[static_cast<std::size_t>(index)]; };
  for (std::size_t s = 0; s < segments.size(); ++s) {
    int dots = 0;
    std::size_t cut = 0;
    for (std::size_t i = 0; i < segments[s].glyphs.size(); ++i) {
      const Glyph& glyph = glyph_at(segments[s].glyphs[i]);
      if (is_white_glyph(glyph)) continue;
      const bool dot = glyph.text == U"." || glyph.text == U"…" || glyph.text == U"·";
      if (!dot && dots >= fewest_dots) {
        cut = i;
        break;
      }
      dots = dot ? dots + (glyph.text == U"…" ? 3 : 1) : 0;
    }
    if (cut == 0) continue;
    TextSegment rest;
    rest.glyphs.assign(segments[s].glyphs.begin() + static_cast<std::ptrdiff_t>(cut), segments[s].glyphs.end());
    segments[s].glyphs.resize(cut);
    for (TextSegment* part : {&segments[s], &rest}) {
      part->box = Box::nothing();
      part->size = 0;
      for (int index : part->glyphs) {
        if (is_white_glyph(glyph_at(index))) continue;
        if (part->size == 0) part->baseline = glyph_at(index).origin.y;
        part->box.add(glyph_at(index).box);
        part->size = std::max(part->size, glyph_at(index).size);
      }
    }
    segments.insert(segments.begin() + static_cast<std::ptrdiff_t>(s) + 1, std::move(rest));
  }
}

/// Segments at most this part of an em off each other's baseline stand in one line: labels and figures of other sizes
/// in the middle of one row. Lines of one text are .9 em apart or more.
constexpr double one_line = 0.5;

}  // namespace

std::vector<SegmentLine> segment_lines(const Document& document, const Page& page, std::span<const int> glyphs,
                                       std::span<const Rule> vertical) {
  std::vector<int> upright;
  upright.reserve(glyphs.size());
  for (int index : glyphs) {
    if (page.glyphs[static_cast<std::size_t>(index)].turn == Turn::none) upright.push_back(index);
  }
  auto glyph_at = [&](int index) -> const Glyph& { return page.glyphs[static_cast<std::size_t>(index)]; };
  std::stable_sort(upright.begin(), upright.end(),
                   [&](int a, int b) { return glyph_at(a).origin.y < glyph_at(b).origin.y; });
  std::vector<TextSegment> segments;
  for (std::size_t begin = 0; begin < upright.size();) {
    const Glyph& first = glyph_at(upright[begin]);
    std::size_t end = begin;
    while (end < upright.size() && glyph_at(upright[end]).origin.y - first.origin.y <= one_baseline * first.size) ++end;
    std::stable_sort(upright.begin() + static_cast<std::ptrdiff_t>(begin),
                     upright.begin() + static_cast<std::ptrdiff_t>(end),
                     [&](int a, int b) { return glyph_at(a).box.x0 < glyph_at(b).box.x0; });
    cut_baseline(page, std::span(upright).subspan(begin, end - begin), vertical, segments);
    begin = end;
  }
  std::stable_sort(segments.begin(), segments.end(),
                   [](const TextSegment& a, const TextSegment& b) { return a.baseline < b.baseline; });
  join_raised(segments);

  std::vector<SegmentLine> lines;
  for (TextSegment& segment : segments) {
    if (lines.empty() ||
        segment.baseline - lines.back().baseline > one_line * std::min(segment.size, lines.back().size)) {
      lines.emplace_back();
      lines.back().baseline = segment.baseline;
      lines.back().size = segment.size;
    }
    lines.back().segments.push_back(std::move(segment));
  }
  for (SegmentLine& line : lines) {
    std::stable_sort(line.segments.begin(), line.segments.end(),
                     [](const TextSegment& a, const TextSegment& b) { return a.box.x0 < b.box.x0; });
    cut_leaders(page, line.segments);
    for (TextSegment& segment : line.segments) finish(document, page, segment);
    join_marks(document, page, line.segments);
    measure(line);
  }
  return lines;
}

namespace {

/// 1900 … 2100, alone: the name of a column as often as a number.
bool is_year(std::string_view text) {
  return text.size() == 4 && (text.starts_with("19") || text.starts_with("20")) &&
         text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "3" or "(3)".
bool is_column_number(std::string_view text, int number) {
  const std::string digits = std::to_string(number);
  return text == digits || text == "(" + digits + ")" || text == "（" + digits + "）";
}

}  // namespace

bool has_head_figures(const SegmentLine& line) {
  int figures = 0, years = 0, numbers = 0;
  for (const TextSegment& segment : line.segments) {
    if (!segment.figure) continue;
    ++figures;
    years += is_year(segment.text);
    numbers += is_column_number(segment.text, figures);
  }
  return figures > 0 && (years == figures || (figures > 1 && numbers == figures));
}

void measure(SegmentLine& line) {
  line.box = Box::nothing();
  line.size = 0;
  for (const TextSegment& segment : line.segments) {
    line.box.add(segment.box);
    if (segment.size > line.size) {
      line.size = segment.size;
      line.baseline = segment.baseline;
    }
  }
}

}  // namespace fubiao
