// Cutting lines at wide gaps.
//
// The gap is measured between the inks of two neighbouring glyphs, in em of the smaller one. White space glyphs do not
// fill it: tables are also set with blanks and tabs. Letters of words that are spaced out evenly ("总 计") are cut here
// and put together again by whoever finds that they stand in one column.
//
// Invariant: each upright glyph given is in one segment. Tested by segments_test.cc.

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
  static constexpr std::string_view stand_ins[] = {"n.a.", "n.a", "na", "NA", "N/A", "n/a", "(X)", "X", "x",
                                                   "(D)",  "(S)", "(Z)", "(NA)", "Z",  "D", "…"};
  if (std::find(std::begin(stand_ins), std::end(stand_ins), tidy_text) != std::end(stand_ins)) return true;
  return letters == 0 && others > 0 && tidy_text.size() <= 9;
}

namespace {

void finish(const Document& document, const Page& page, Segment& segment) {
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

/// Letters of one size on two baselines: texts of neighbouring cells that are centred in different heights. Raised
/// letters of one text are smaller.
bool is_shifted(const Glyph& a, const Glyph& b) {
  constexpr double one_baseline = 0.12;  // em; rounding of producers stays below .02
  return std::abs(a.size - b.size) < 0.1 * a.size && std::abs(a.origin.y - b.origin.y) > one_baseline * a.size;
}

/// Signs that belong to a figure though they are set at the edge of its column.
bool is_currency(std::string_view text) {
  static constexpr std::string_view signs[] = {"$", "€", "£", "¥", "￥", "US$"};
  return std::find(std::begin(signs), std::end(signs), text) != std::end(signs);
}

bool is_leader(std::string_view text) {
  return text.find_first_not_of(". ") == std::string_view::npos;
}

/// Puts currency signs to the figure behind them, dots of a leader to the label before them.
void join_marks(const Document& document, const Page& page, std::vector<Segment>& segments) {
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

std::vector<Segment> split_segment(const Document& document, const Page& page, const Segment& segment,
                                   std::span<const double> cuts) {
  std::vector<Segment> parts(cuts.size() + 1);
  for (int index : segment.glyphs) {
    const Glyph& glyph = page.glyphs[static_cast<std::size_t>(index)];
    const auto part = static_cast<std::size_t>(
        std::upper_bound(cuts.begin(), cuts.end(), glyph.box.x0 + 0.01) - cuts.begin());
    parts[part].glyphs.push_back(index);
    if (is_white_glyph(glyph)) continue;
    parts[part].box.add(glyph.box);
    parts[part].size = std::max(parts[part].size, glyph.size);
  }
  std::erase_if(parts, [](const Segment& part) { return part.box.empty(); });
  for (Segment& part : parts) {
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

std::vector<SegmentLine> segment_lines(const Document& document, const Page& page, std::span<const int> glyphs,
                                       std::span<const Rule> vertical) {
  std::vector<int> upright;
  upright.reserve(glyphs.size());
  for (int index : glyphs) {
    if (page.glyphs[static_cast<std::size_t>(index)].turn == Turn::none) upright.push_back(index);
  }
  std::vector<SegmentLine> lines;
  for (const Line& line : lines_of(page, upright)) {
    SegmentLine result;
    result.baseline = line.baseline;
    result.size = line.size;
    result.box = line.box;
    const double middle = line.baseline - 0.4 * line.size;
    std::vector<double> cuts;
    for (const Rule& rule : vertical) {
      if (rule.from < middle && middle < rule.to) cuts.push_back(rule.at);
    }
    auto is_cut = [&](const Glyph& a, const Glyph& b) {
      const auto cut = std::upper_bound(cuts.begin(), cuts.end(), a.box.centre().x);
      return cut != cuts.end() && *cut < b.box.centre().x;
    };
    const Glyph* previous = nullptr;
    std::vector<int> white;  // between two inks: belongs to the segment only if it goes on
    for (int index : line.glyphs) {
      const Glyph& glyph = page.glyphs[static_cast<std::size_t>(index)];
      if (is_white_glyph(glyph)) {
        white.push_back(index);
        continue;
      }
      if (previous == nullptr || glyph.box.x0 - previous->box.x1 > wide_gap * std::min(glyph.size, previous->size) ||
          is_cut(*previous, glyph) || is_shifted(*previous, glyph)) {
        result.segments.emplace_back();
        result.segments.back().baseline = glyph.origin.y;
        white.clear();
      }
      Segment& segment = result.segments.back();
      segment.glyphs.insert(segment.glyphs.end(), white.begin(), white.end());
      white.clear();
      segment.glyphs.push_back(index);
      segment.box.add(glyph.box);
      segment.size = std::max(segment.size, glyph.size);
      previous = &glyph;
    }
    for (Segment& segment : result.segments) finish(document, page, segment);
    join_marks(document, page, result.segments);
    lines.push_back(std::move(result));
  }
  return lines;
}

}  // namespace fubiao
