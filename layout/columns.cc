// Columns from text.
//
// Segments are taken from the narrowest to the widest, and gathered into tracks: what overlaps a track belongs to it
// and widens it. A segment that overlaps two tracks either shows that they are one column (a long label over the words
// of short ones), or spans two columns (a head over a group, the title of a section). Two witnesses speak for two
// columns: lines that have text of both tracks side by side, and tracks that are strong by themselves, with text
// aligned at one edge line after line. The narrow ones speak first, so columns stand before anything spans them.
//
// Not decided here: whether the lines are a table. Invariant: tracks do not overlap, and every segment has a range.
// Tested by columns_test.cc.

#include "layout/columns.h"

#include <algorithm>
#include <cmath>

#include "extract/utf8.h"
#include "layout/ink.h"
#include "layout/join.h"

namespace fubiao {

namespace {

/// Inks that overlap by less than this part of an em do not share a column: italics and kerned letters reach over.
constexpr double least_overlap = 0.1;
/// Text is aligned when its edges lie within this part of an em: producers place to .05 pt, but digits have side
/// bearings of up to .1 em.
constexpr double aligned = 0.25;

/// A gap, in em, that parts two cells where it lies between two columns: letters of Han text touch, words are .25 to
/// .35 apart.
constexpr double solid_gap = 0.2;
constexpr double word_gap = 0.5;

struct Item {
  int line = 0;
  int segment = 0;
  double x0 = 0;
  double x1 = 0;
  double size = 0;
  double y0 = 0;
  double y1 = 0;
  bool figure = false;
  bool ends_line = false;  ///< nothing stands behind it in its line: a label of several rows, between two of them
};

struct Track {
  double x0 = 0;
  double x1 = 0;
  std::vector<int> items;
};

/// How many of the items agree at their commonest left edge, right edge or centre.
int best_alignment(const std::vector<Item>& items, const Track& track) {
  int best = 0;
  for (int edge = 0; edge < 3; ++edge) {
    std::vector<double> at;
    double size = 0;
    for (int i : track.items) {
      const Item& item = items[static_cast<std::size_t>(i)];
      at.push_back(edge == 0 ? item.x0 : edge == 1 ? item.x1 : (item.x0 + item.x1) / 2);
      size = std::max(size, item.size);
    }
    std::sort(at.begin(), at.end());
    std::size_t begin = 0;
    for (std::size_t end = 0; end < at.size(); ++end) {
      while (at[end] - at[begin] > aligned * size) ++begin;
      best = std::max(best, static_cast<int>(end - begin + 1));
    }
  }
  return best;
}

bool is_strong(const std::vector<Item>& items, const Track& track) {
  const int count = static_cast<int>(track.items.size());
  return count >= 3 && 3 * best_alignment(items, track) >= 2 * count;
}

/// The median of the middles of its figures, or of all its items.
double axis_of(const std::vector<Item>& items, const Track& track, bool figures) {
  std::vector<double> middles;
  for (int i : track.items) {
    const Item& item = items[static_cast<std::size_t>(i)];
    if (!figures || item.figure) middles.push_back((item.x0 + item.x1) / 2);
  }
  std::nth_element(middles.begin(), middles.begin() + static_cast<std::ptrdiff_t>(middles.size() / 2), middles.end());
  return middles[middles.size() / 2];
}

/// A head that is wider than its column can be, since columns of figures stand close on both sides, spans several of
/// them and says nothing of the width of this one.
void drop_wide_items(const std::vector<Item>& items, const std::vector<Track>& tracks,
                     std::vector<InkColumn>& columns) {
  for (std::size_t c = 1; c + 1 < columns.size(); ++c) {
    if (columns[c].figures == 0 || columns[c - 1].figures == 0 || columns[c + 1].figures == 0) continue;
    const double widest = (columns[c + 1].axis - columns[c - 1].axis) / 2;
    double x0 = 1e300, x1 = -1e300;
    for (int i : tracks[c].items) {
      const Item& item = items[static_cast<std::size_t>(i)];
      if (item.x1 - item.x0 > widest) continue;
      x0 = std::min(x0, item.x0);
      x1 = std::max(x1, item.x1);
    }
    if (x0 > x1) continue;
    columns[c].x0 = x0;
    columns[c].x1 = x1;
  }
}

/// Lines in which two of the tracks [first, last] have text side by side.
int lines_side_by_side(const std::vector<Item>& items, const std::vector<Track>& tracks, std::size_t first,
                       std::size_t last) {
  std::vector<std::pair<int, std::size_t>> seen;  // (line, track)
  for (std::size_t t = first; t <= last; ++t) {
    for (int i : tracks[t].items) seen.emplace_back(items[static_cast<std::size_t>(i)].line, t);
  }
  std::sort(seen.begin(), seen.end());
  int count = 0;
  for (std::size_t i = 1; i < seen.size(); ++i) {
    const bool pair = seen[i].first == seen[i - 1].first && seen[i].second != seen[i - 1].second;
    const bool counted = i > 1 && seen[i - 2].first == seen[i].first && seen[i - 2].second != seen[i - 1].second;
    count += pair && !counted;
  }
  return count;
}

/// `budget`: how many items may still be looked at, in all calls; hostile pages have thousands of wide segments over
/// tracks of thousands of items. When it is used up, a wide segment merges nothing.
bool spans(const std::vector<Item>& items, const std::vector<Track>& tracks, std::size_t first, std::size_t last,
           int lines, long& budget) {
  for (std::size_t t = first; t <= last; ++t) budget -= static_cast<long>(tracks[t].items.size());
  if (budget < 0) return true;
  // Figures side by side in one line are two columns, whatever else there is.
  std::vector<int> lines_with_figures;
  for (std::size_t t = first; t <= last; ++t) {
    std::vector<int> of_track;
    for (int i : tracks[t].items) {
      if (items[static_cast<std::size_t>(i)].figure) of_track.push_back(items[static_cast<std::size_t>(i)].line);
    }
    std::sort(of_track.begin(), of_track.end());
    of_track.erase(std::unique(of_track.begin(), of_track.end()), of_track.end());
    lines_with_figures.insert(lines_with_figures.end(), of_track.begin(), of_track.end());
  }
  std::sort(lines_with_figures.begin(), lines_with_figures.end());
  if (std::adjacent_find(lines_with_figures.begin(), lines_with_figures.end()) != lines_with_figures.end()) return true;
  const int together = lines_side_by_side(items, tracks, first, last);
  if (together >= 2 || (together >= 1 && lines <= 4)) return true;
  int strong = 0;
  std::ptrdiff_t floating = 0;  // labels of several rows: nothing behind them
  for (std::size_t t = first; t <= last; ++t) {
    strong += is_strong(items, tracks[t]);
    floating += std::count_if(tracks[t].items.begin(), tracks[t].items.end(),
                              [&](int i) { return items[static_cast<std::size_t>(i)].ends_line; });
  }
  return strong >= 2 && floating >= 2;
}

bool is_single_han(const TextSegment& segment) {
  const std::u32string text = to_u32(segment.text);
  return text.size() == 1 && is_cjk(text.front());
}

/// Lines above the first one with figures that name no columns.
int head_lines(std::span<const SegmentLine> lines, const std::vector<Item>& items) {
  int first = static_cast<int>(lines.size());
  for (const Item& item : items) {
    if (item.figure && !has_head_figures(lines[static_cast<std::size_t>(item.line)]))
      first = std::min(first, item.line);
  }
  return first;
}

/// A head may stand beside the figures or labels of its column, and not above them: over the middle of a wide stub, or
/// with its letters spaced out ("总 计"). A track with heads alone goes to the nearest neighbour without a head there.
void join_lone_heads(std::span<const SegmentLine> lines, const std::vector<Item>& items, std::vector<Track>& tracks) {
  const int first_figures = head_lines(lines, items);
  if (first_figures == static_cast<int>(lines.size())) return;
  auto item_at = [&](int i) -> const Item& { return items[static_cast<std::size_t>(i)]; };
  auto is_head = [&](int i) { return item_at(i).line < first_figures; };
  // Of heads in the middle of their cells, one of a line stands between the two lines of another.
  auto side_by_side = [](const Item& a, const Item& b) {
    return a.line == b.line || std::min(a.y1, b.y1) - std::max(a.y0, b.y0) > 0.25 * std::min(a.size, b.size);
  };
  auto letter = [&](int i) {
    const Item& item = item_at(i);
    return is_single_han(lines[static_cast<std::size_t>(item.line)].segments[static_cast<std::size_t>(item.segment)]);
  };
  for (std::size_t t = 0; t < tracks.size();) {
    const std::vector<int>& own = tracks[t].items;
    if (tracks.size() < 3 || !std::all_of(own.begin(), own.end(), is_head)) {
      ++t;
      continue;
    }
    auto distance = [&](std::size_t other) {
      const Track& track = tracks[other];
      const bool body = std::any_of(track.items.begin(), track.items.end(), [&](int i) { return !is_head(i); });
      const bool beside = std::any_of(track.items.begin(), track.items.end(), [&](int i) {
        return std::any_of(own.begin(), own.end(),
                           [&](int k) { return side_by_side(item_at(i), item_at(k)) && !(letter(i) && letter(k)); });
      });
      return !body || beside ? 1e300 : std::max(track.x0 - tracks[t].x1, tracks[t].x0 - track.x1);
    };
    const double before = t > 0 ? distance(t - 1) : 1e300;
    const double after = t + 1 < tracks.size() ? distance(t + 1) : 1e300;
    if (std::min(before, after) >= 1e300) {
      ++t;
      continue;
    }
    const std::size_t into = before <= after ? t - 1 : t + 1;
    tracks[into].x0 = std::min(tracks[into].x0, tracks[t].x0);
    tracks[into].x1 = std::max(tracks[into].x1, tracks[t].x1);
    tracks[into].items.insert(tracks[into].items.end(), own.begin(), own.end());
    tracks.erase(tracks.begin() + static_cast<std::ptrdiff_t>(t));
    t = 0;
  }
}

/// Figures aligned at the decimal point leave signs without one ("–") beside them: two tracks that stand close, never
/// in one line, and under one head at most, are one column.
void join_halves(std::span<const SegmentLine> lines, const std::vector<Item>& items, std::vector<Track>& tracks) {
  const int head = head_lines(lines, items);
  auto item_at = [&](int i) -> const Item& { return items[static_cast<std::size_t>(i)]; };
  auto is_half = [&](const Track& track) {
    return std::all_of(track.items.begin(), track.items.end(),
                       [&](int i) { return item_at(i).figure || item_at(i).line < head; });
  };
  auto has_head = [&](const Track& track) {
    return std::any_of(track.items.begin(), track.items.end(), [&](int i) { return item_at(i).line < head; });
  };
  for (std::size_t t = 0; t + 1 < tracks.size();) {
    Track& left = tracks[t];
    const Track& right = tracks[t + 1];
    const double em = item_at(left.items.front()).size;
    if (right.x0 - left.x1 > 1.5 * em || !is_half(left) || !is_half(right) || (has_head(left) && has_head(right)) ||
        lines_side_by_side(items, tracks, t, t + 1) > 0) {
      ++t;
      continue;
    }
    left.x1 = std::max(left.x1, right.x1);
    left.items.insert(left.items.end(), right.items.begin(), right.items.end());
    tracks.erase(tracks.begin() + static_cast<std::ptrdiff_t>(t) + 1);
  }
}

}  // namespace

ColumnLayout columns_of(std::span<const SegmentLine> lines) {
  std::vector<Item> items;
  for (std::size_t l = 0; l < lines.size(); ++l) {
    for (std::size_t s = 0; s < lines[l].segments.size(); ++s) {
      const TextSegment& segment = lines[l].segments[s];
      items.push_back({static_cast<int>(l), static_cast<int>(s), segment.box.x0, segment.box.x1, segment.size,
                       segment.box.y0, segment.box.y1, segment.figure, s + 1 == lines[l].segments.size()});
    }
  }
  std::vector<int> order(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) order[i] = static_cast<int>(i);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
    const Item& p = items[static_cast<std::size_t>(a)];
    const Item& q = items[static_cast<std::size_t>(b)];
    return p.x1 - p.x0 < q.x1 - q.x0;
  });

  std::vector<Track> tracks;  // sorted, apart
  long budget = 5'000'000;    // the largest table seen takes 40,000
  for (int i : order) {
    const Item& item = items[static_cast<std::size_t>(i)];
    const double slack = least_overlap * item.size;
    auto first =
        std::find_if(tracks.begin(), tracks.end(), [&](const Track& track) { return track.x1 - item.x0 > slack; });
    auto last = first;
    while (last != tracks.end() && item.x1 - last->x0 > slack) ++last;
    if (first == last) {
      tracks.insert(first, Track{item.x0, item.x1, {i}});
      continue;
    }
    const auto f = static_cast<std::size_t>(first - tracks.begin());
    const auto l = static_cast<std::size_t>(last - tracks.begin()) - 1;
    if (f < l && spans(items, tracks, f, l, static_cast<int>(lines.size()), budget)) continue;
    Track& track = tracks[f];
    for (std::size_t t = f + 1; t <= l; ++t) {
      track.x1 = std::max(track.x1, tracks[t].x1);
      track.items.insert(track.items.end(), tracks[t].items.begin(), tracks[t].items.end());
    }
    track.items.push_back(i);
    track.x0 = std::min(track.x0, item.x0);
    track.x1 = std::max(track.x1, item.x1);
    tracks.erase(tracks.begin() + static_cast<std::ptrdiff_t>(f) + 1,
                 tracks.begin() + static_cast<std::ptrdiff_t>(l) + 1);
  }

  // The widest table seen has 40 columns; what has more than this is no table, and is one column here.
  constexpr std::size_t most_columns = 512;
  if (tracks.size() > most_columns) {
    Track all{tracks.front().x0, tracks.back().x1, {}};
    for (std::size_t i = 0; i < items.size(); ++i) all.items.push_back(static_cast<int>(i));
    tracks = {std::move(all)};
  }
  join_lone_heads(lines, items, tracks);
  join_halves(lines, items, tracks);

  ColumnLayout layout;
  for (const Track& track : tracks) {
    InkColumn column;
    column.x0 = track.x0;
    column.x1 = track.x1;
    column.items = static_cast<int>(track.items.size());
    int first = static_cast<int>(lines.size());  // line with a figure
    for (int i : track.items) {
      const Item& item = items[static_cast<std::size_t>(i)];
      column.figures += item.figure;
      if (item.figure) first = std::min(first, item.line);
    }
    for (int i : track.items) {
      const Item& item = items[static_cast<std::size_t>(i)];
      column.words += !item.figure && item.line > first;
    }
    column.axis = axis_of(items, track, column.figures > 0);
    layout.columns.push_back(column);
  }
  drop_wide_items(items, tracks, layout.columns);
  layout.place = places_in(layout.columns, lines);
  return layout;
}

std::vector<std::vector<ColumnRange>> places_in(const std::vector<InkColumn>& columns,
                                                std::span<const SegmentLine> lines) {
  std::vector<std::vector<ColumnRange>> result;
  for (const SegmentLine& line : lines) {
    std::vector<ColumnRange>& places = result.emplace_back();
    for (const TextSegment& segment : line.segments) {
      const double slack = least_overlap * segment.size;
      const auto first = std::partition_point(
          columns.begin(), columns.end(), [&](const InkColumn& column) { return column.x1 - segment.box.x0 <= slack; });
      auto end = first;
      while (end != columns.end() && segment.box.x1 - end->x0 > slack) ++end;
      const int at = static_cast<int>(first - columns.begin());
      if (end != first) {
        places.push_back({at, static_cast<int>(end - columns.begin()) - 1});
        continue;
      }
      // Between two columns: the nearer one.
      const double before = at > 0 ? segment.box.x0 - std::prev(first)->x1 : 1e300;
      const double after = first != columns.end() ? first->x0 - segment.box.x1 : 1e300;
      places.push_back(before <= after ? ColumnRange{at - 1, at - 1} : ColumnRange{at, at});
    }
  }
  return result;
}

void split_at_columns(const Document& document, const Page& page, std::vector<SegmentLine>& lines,
                      const ColumnLayout& layout) {
  for (std::size_t l = 0; l < lines.size(); ++l) {
    std::vector<TextSegment> parts;
    for (std::size_t s = 0; s < lines[l].segments.size(); ++s) {
      TextSegment& segment = lines[l].segments[s];
      const ColumnRange& range = layout.place[l][s];
      std::vector<double> cuts;
      const Glyph* before = nullptr;
      for (int index : segment.glyphs) {
        const Glyph& glyph = page.glyphs[static_cast<std::size_t>(index)];
        if (is_white_glyph(glyph)) continue;
        if (before != nullptr) {
          const double gap = glyph.box.x0 - before->box.x1;
          const bool solid =
              !before->text.empty() && !glyph.text.empty() && is_cjk(before->text.back()) && is_cjk(glyph.text.front());
          for (int c = range.first; c < range.last; ++c) {
            const InkColumn& left = layout.columns[static_cast<std::size_t>(c)];
            const InkColumn& right = layout.columns[static_cast<std::size_t>(c) + 1];
            const double middle = (before->box.x1 + glyph.box.x0) / 2;
            if (gap > (solid ? solid_gap : word_gap) * glyph.size && left.axis < middle && middle < right.axis) {
              cuts.push_back(glyph.box.x0);
            }
          }
        }
        before = &glyph;
      }
      if (static_cast<int>(cuts.size()) != range.last - range.first) {
        parts.push_back(std::move(segment));
        continue;
      }
      for (TextSegment& part : split_segment(document, page, segment, cuts)) parts.push_back(std::move(part));
    }
    lines[l].segments = std::move(parts);
  }
}

}  // namespace fubiao
