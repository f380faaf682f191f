// Layout of drawn pages: from glyphs and rules to tables and prose in reading order.
//
//   1. each page: ruled grids (pieces), glyphs into their cells, what is left over into lines;
//   2. all pages: page furniture;
//   3. pieces that are no tables give their text back to the prose;
//   4. pieces on following pages that are one table are spliced;
//   5. lines become paragraphs, and everything is put into reading order.
//
// Invariant: painted = in cells + in prose + furniture + drawn twice + unseen (Census), counted glyph by glyph.

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <set>

#include "extract/backdrop.h"
#include "layout/analyze.h"
#include "layout/furniture.h"
#include "layout/ink.h"
#include "layout/join.h"
#include "layout/lines.h"
#include "layout/paragraphs.h"
#include "layout/pieces.h"
#include "layout/splice.h"
#include "layout/turn.h"
#include "layout/unruled.h"
#include "layout/white_grid.h"

namespace fubiao {

namespace {

struct Sheet {
  std::vector<Piece> pieces;   // in reading order
  std::vector<int> outside;    // glyphs in no cell
  std::vector<bool> is_table;  // for each piece
  std::vector<Box> ruled;      // of the pieces that rules tell
  std::vector<WhiteTable> white;
  std::vector<Box> charts;  // with the ticks around them
};

bool has_ink(const Page& page, const std::vector<int>& glyphs) {
  return std::any_of(glyphs.begin(), glyphs.end(),
                     [&](int i) { return !is_white_glyph(page.glyphs[static_cast<std::size_t>(i)]); });
}

long ink_count(const Page& page, const std::vector<int>& glyphs) {
  return std::count_if(glyphs.begin(), glyphs.end(),
                       [&](int i) { return !is_white_glyph(page.glyphs[static_cast<std::size_t>(i)]); });
}

int printed_cells(const Page& page, const Piece& piece) {
  return static_cast<int>(std::count_if(piece.glyphs.begin(), piece.glyphs.end(),
                                        [&](const std::vector<int>& glyphs) { return has_ink(page, glyphs); }));
}

/// The lines of a chart, with a few numbers between them: text in less than half of the rows and in less than half of
/// the columns; or in a few of many cells, and neither the first row nor the first column is filled, where a table has
/// its labels. (A form that is not filled in has a label in each row, or a head on each column.)
bool looks_like_a_chart(const Page& page, const Piece& piece) {
  constexpr double sparse = 0.15;
  std::vector<bool> rows(static_cast<std::size_t>(piece.grid.rows()), false);
  std::vector<bool> columns(static_cast<std::size_t>(piece.grid.columns()), false);
  int printed = 0, row = 0, row_printed = 0, column = 0, column_printed = 0;
  for (std::size_t i = 0; i < piece.spans.size(); ++i) {
    const Span& span = piece.spans[i];
    const bool ink = has_ink(page, piece.glyphs[i]);
    if (span.row == 0) ++row, row_printed += ink;
    if (span.column == 0) ++column, column_printed += ink;
    if (!ink) continue;
    ++printed;
    std::fill_n(rows.begin() + span.row, span.row_span, true);
    std::fill_n(columns.begin() + span.column, span.column_span, true);
  }
  auto less_than_half = [](const std::vector<bool>& lines) {
    return 2 * std::count(lines.begin(), lines.end(), true) < static_cast<std::ptrdiff_t>(lines.size());
  };
  if (printed < 2) return false;
  if (less_than_half(rows) && less_than_half(columns)) return true;
  return printed <= sparse * static_cast<double>(piece.spans.size()) && 2 * row_printed < row &&
         2 * column_printed < column;
}

/// A grid with one column is a box around text, a frame, or a piece of a table of which a page shows full-width rows
/// only. A grid in which at most one cell is printed is a drawing, or a frame. One with text in less than half of its
/// rows and in less than half of its columns is a chart: the lines of its scale, with a few numbers between them. (A
/// form that is not filled in has a label in each row, or a head on each column.)
bool looks_like_a_table(const Page& page, const Piece& piece) {
  return turned(piece.grid, piece.turn).columns() >= 2 && printed_cells(page, piece) >= 2 &&
         !looks_like_a_chart(page, piece);
}

/// Rules are missing: some cell, or the cells of following rows that are merged alike, hold columns or rows of their
/// own.
bool is_incomplete(const Document& document, const Page& page, const Piece& piece) {
  constexpr std::size_t fewest_glyphs = 4;
  std::map<std::pair<int, int>, std::vector<SegmentLine>> merged;  // by column and span
  for (std::size_t i = 0; i < piece.spans.size(); ++i) {
    if (piece.glyphs[i].size() < fewest_glyphs) continue;
    std::vector<SegmentLine> lines = segment_lines(document, page, piece.glyphs[i], {});
    if (holds_a_table(lines)) return true;
    const Span& span = piece.spans[i];
    if (span.column_span < 2) continue;
    std::vector<SegmentLine>& all = merged[{span.column, span.column_span}];
    std::move(lines.begin(), lines.end(), std::back_inserter(all));
  }
  return std::any_of(merged.begin(), merged.end(), [](const auto& item) { return holds_a_table(item.second); });
}

/// The turn that the reader gives the page to read its tables; none if they differ.
Turn turn_of(const std::vector<Piece>& pieces) {
  if (pieces.empty()) return Turn::none;
  const Turn turn = pieces.front().turn;
  return std::all_of(pieces.begin(), pieces.end(), [&](const Piece& piece) { return piece.turn == turn; }) ? turn
                                                                                                           : Turn::none;
}

bool same_sides(const Piece& a, const Piece& b) {
  const Box first = turned(a.box(), a.turn);
  const Box second = turned(b.box(), b.turn);
  return a.turn == b.turn && std::abs(first.x0 - second.x0) < 2 && std::abs(first.x1 - second.x1) < 2;
}

/// A piece at a page break may show too little of its table to be told by itself: full-width rows only, or the first
/// row of a head with one printed cell. It is a piece of the table on the other side of the break if their sides agree.
void rescue_small_pieces(std::vector<Sheet>& sheets) {
  auto rescue_at = [&](std::size_t p) {
    if (sheets[p].pieces.empty() || sheets[p + 1].pieces.empty()) return;
    const std::size_t last = sheets[p].pieces.size() - 1;
    if (!same_sides(sheets[p].pieces[last], sheets[p + 1].pieces.front())) return;
    const bool either = sheets[p].is_table[last] || sheets[p + 1].is_table[0];
    sheets[p].is_table[last] = either;
    sheets[p + 1].is_table[0] = either;
  };
  // Forwards and backwards: a page may be rescued by one that was rescued itself.
  for (std::size_t p = 0; p + 1 < sheets.size(); ++p) rescue_at(p);
  for (std::size_t p = sheets.size(); p-- > 1;) rescue_at(p - 1);
}

/// A line within a ruled table, but in no cell of it, is a watermark (place_glyphs leaves nothing else there): on the
/// paper, not in the text.
void mark_watermarks(const std::vector<Box>& ruled, PageLines& lines) {
  for (std::size_t i = 0; i < lines.lines.size(); ++i) {
    const Point centre = lines.lines[i].box.centre();
    const bool within = std::any_of(ruled.begin(), ruled.end(), [&](const Box& box) { return box.contains(centre); });
    lines.furniture[i] = lines.furniture[i] || within;
  }
}

/// The letters of a watermark that a table shows (place_glyphs leaves them in no cell) stand beside the tables too, and
/// there amid the prose: pale letters of that colour and size are taken out of it, on all pages. Gives how many.
long take_watermarks(const Document& document, std::vector<Sheet>& sheets) {
  const auto look = [](const Glyph& glyph) { return std::pair{glyph.colour, std::lround(10 * glyph.size)}; };
  std::set<std::pair<std::uint32_t, long>> looks;
  for (std::size_t p = 0; p < sheets.size(); ++p) {
    for (int i : sheets[p].outside) {
      const Glyph& glyph = document.pages[p].glyphs[static_cast<std::size_t>(i)];
      if (contrast(glyph.colour, 0xFFFFFF) >= pale_letters || is_white_glyph(glyph)) continue;
      for (std::size_t k = 0; k < sheets[p].pieces.size(); ++k) {
        if (sheets[p].is_table[k] && sheets[p].pieces[k].box().contains(glyph.box.centre())) looks.insert(look(glyph));
      }
    }
  }
  if (looks.empty()) return 0;
  long taken = 0;
  for (std::size_t p = 0; p < sheets.size(); ++p) {
    std::erase_if(sheets[p].outside, [&](int i) {
      const Glyph& glyph = document.pages[p].glyphs[static_cast<std::size_t>(i)];
      if (!looks.contains(look(glyph))) return false;
      taken += !is_white_glyph(glyph);
      return true;
    });
  }
  return taken;
}

void read_lines(const Document& document, const Page& page, const std::vector<int>& glyphs, PageLines& lines) {
  lines.lines = lines_of(page, glyphs);
  lines.texts.clear();
  for (const Line& line : lines.lines) lines.texts.push_back(tidy(line_text(page, line)));
  mark_rows(document, page, lines);
}

/// The tables that only their text tells.
void find_tables_without_rules(const Document& document, int page_index, Sheet& sheet, const PageLines& lines) {
  std::vector<int> glyphs;
  for (std::size_t i = 0; i < lines.lines.size(); ++i) {
    const Point middle = lines.lines[i].box.centre();
    const bool in_chart =
        std::any_of(sheet.charts.begin(), sheet.charts.end(), [&](const Box& box) { return box.contains(middle); });
    if (lines.furniture[i] || in_chart) continue;
    glyphs.insert(glyphs.end(), lines.lines[i].glyphs.begin(), lines.lines[i].glyphs.end());
  }
  std::sort(glyphs.begin(), glyphs.end());
  sheet.white = find_white_tables(document, page_index, sheet.ruled, glyphs);
}

/// Takes what the tables without rules hold from the glyphs outside of tables.
void take_white_tables(const Page& page, Sheet& sheet) {
  std::vector<bool> taken(page.glyphs.size(), false);
  for (const WhiteTable& table : sheet.white) {
    for (const SegmentLine& line : table.lines) {
      for (const TextSegment& segment : line.segments) {
        for (int index : segment.glyphs) taken[static_cast<std::size_t>(index)] = true;
      }
    }
  }
  std::erase_if(sheet.outside, [&](int index) { return taken[static_cast<std::size_t>(index)]; });
}

/// Nothing but furniture below the last table of the page, or above the first one.
bool is_last_on_page(const Sheet& sheet, const PageLines& lines, double bottom) {
  for (std::size_t i = 0; i < lines.lines.size(); ++i) {
    if (!lines.furniture[i] && lines.lines[i].box.centre().y > bottom) return false;
  }
  return std::none_of(sheet.pieces.begin(), sheet.pieces.end(),
                      [&](const Piece& piece) { return piece.box().y1 > bottom + 1; });
}

bool is_first_on_page(const Sheet& sheet, const PageLines& lines, double top) {
  for (std::size_t i = 0; i < lines.lines.size(); ++i) {
    if (!lines.furniture[i] && lines.lines[i].box.centre().y < top) return false;
  }
  return std::none_of(sheet.pieces.begin(), sheet.pieces.end(),
                      [&](const Piece& piece) { return piece.box().y0 < top - 1; });
}

/// For each page, whether its first table without rules goes on with the last one of the page before; both then get
/// the same columns. What is a table only by going on and does not is dropped.
std::vector<bool> link_white_tables(std::vector<Sheet>& sheets, const std::vector<PageLines>& page_lines) {
  std::vector<bool> continued(sheets.size(), false);
  for (std::size_t p = 1; p < sheets.size(); ++p) {
    if (sheets[p].white.empty() || sheets[p - 1].white.empty()) continue;
    WhiteTable& above = sheets[p - 1].white.back();
    WhiteTable& below = sheets[p].white.front();
    continued[p] = is_last_on_page(sheets[p - 1], page_lines[p - 1], above.box.y1) &&
                   is_first_on_page(sheets[p], page_lines[p], below.box.y0) && goes_on_with(above, below);
    if (continued[p]) above.weak = below.weak = false;
  }
  // The columns of a table of many pages are those found last.
  for (std::size_t p = sheets.size(); p-- > 1;) {
    if (continued[p]) sheets[p - 1].white.back().columns = sheets[p].white.front().columns;
  }
  for (Sheet& sheet : sheets) std::erase_if(sheet.white, [](const WhiteTable& table) { return table.weak; });
  return continued;
}

/// `before`: the piece that the first of them goes on with, or null.
void add_white_pieces(Sheet& sheet, const Piece* before) {
  for (std::size_t i = 0; i < sheet.white.size(); ++i) {
    sheet.pieces.push_back(white_grid(sheet.white[i], i == 0 ? before : nullptr));
  }
  std::stable_sort(sheet.pieces.begin(), sheet.pieces.end(),
                   [](const Piece& a, const Piece& b) { return a.box().y0 < b.box().y0; });
}

/// Nothing is drawn around or in the grid.
bool is_told_by_text(const Grid& grid) {
  auto is_gap = [](Edge edge) { return edge == Edge::gap || edge == Edge::open; };
  return std::all_of(grid.upper.begin(), grid.upper.end(), is_gap) &&
         std::all_of(grid.left.begin(), grid.left.end(), is_gap);
}

void report_doubtful_cells(const Table& table, std::vector<Finding>& findings) {
  for (const Cell& cell : table.cells) {
    const Place place{.page = cell.parts.front().page, .table = {}, .row = cell.row, .column = cell.column};
    if (cell.overrun) {
      findings.push_back({"text-over-edge",
                          Severity::warning,
                          "Text runs over the drawn edge of the cell \"" + cell.text + "\".",
                          {},
                          place});
    }
    if (cell.shapeless) {
      findings.push_back({"merge-not-rectangular",
                          Severity::warning,
                          "A merged area of the table is no rectangle; it was cut into rectangles.",
                          {},
                          place});
    }
  }
}

}  // namespace

Layout analyze_drawn(const Document& document, const KnowsLabel& knows_label) {
  Layout layout;
  std::vector<Sheet> sheets(document.pages.size());
  for (std::size_t p = 0; p < document.pages.size(); ++p) {
    const Page& page = document.pages[p];
    Sheet& sheet = sheets[p];
    const std::vector<int> glyphs = visible_glyphs(page, layout.census);
    int too_large = 0;
    sheet.pieces = find_pieces(page, static_cast<int>(p), &too_large);
    if (too_large > 0) {
      layout.findings.push_back(
          {"table-too-large",
           Severity::error,
           "A grid of lines has more rows and columns than the limits allow; its text was read as prose.",
           {},
           {.page = page.number, .table = {}, .row = {}, .column = {}}});
    }
    sheet.outside = place_glyphs(page, glyphs, sheet.pieces);
    for (const Piece& piece : sheet.pieces) {
      constexpr double ticks = 18;  // points around a chart
      if (looks_like_a_chart(page, piece)) sheet.charts.push_back(grown(piece.box(), ticks));
      sheet.is_table.push_back(looks_like_a_table(page, piece) && !is_incomplete(document, page, piece));
    }
  }
  rescue_small_pieces(sheets);
  layout.census.furniture += take_watermarks(document, sheets);

  // What is no table gives its text back; then the rest is lines.
  std::vector<PageLines> page_lines(sheets.size());
  for (std::size_t p = 0; p < sheets.size(); ++p) {
    Sheet& sheet = sheets[p];
    const Page& page = document.pages[p];
    PageLines& lines = page_lines[p];
    lines.height = page.height;
    std::vector<Piece> tables;
    std::vector<int> given_back;
    for (std::size_t i = 0; i < sheet.pieces.size(); ++i) {
      Piece& piece = sheet.pieces[i];
      if (sheet.is_table[i]) {
        lines.tables_top = std::min(lines.tables_top, piece.box().y0);
        lines.tables_bottom = std::max(lines.tables_bottom, piece.box().y1);
        tables.push_back(std::move(piece));
      } else {
        for (const std::vector<int>& glyphs : piece.glyphs) {
          given_back.insert(given_back.end(), glyphs.begin(), glyphs.end());
        }
      }
    }
    sheet.pieces = std::move(tables);
    for (const Piece& piece : sheet.pieces) sheet.ruled.push_back(piece.box());
    // A frame around a number inside a cell: the number is the cell's.
    const std::vector<int> in_no_cell = place_glyphs(page, given_back, sheet.pieces);
    sheet.outside.insert(sheet.outside.end(), in_no_cell.begin(), in_no_cell.end());
    read_lines(document, page, sheet.outside, lines);
  }
  mark_furniture(page_lines);
  for (std::size_t p = 0; p < sheets.size(); ++p) mark_watermarks(sheets[p].ruled, page_lines[p]);
  for (std::size_t p = 0; p < sheets.size(); ++p) {
    find_tables_without_rules(document, static_cast<int>(p), sheets[p], page_lines[p]);
  }
  const std::vector<bool> continued = link_white_tables(sheets, page_lines);
  bool any_white = false;
  for (std::size_t p = 0; p < sheets.size(); ++p) {
    if (sheets[p].white.empty()) continue;
    any_white = true;
    take_white_tables(document.pages[p], sheets[p]);
    read_lines(document, document.pages[p], sheets[p].outside, page_lines[p]);
    for (const WhiteTable& table : sheets[p].white) {
      page_lines[p].tables_top = std::min(page_lines[p].tables_top, table.box.y0);
      page_lines[p].tables_bottom = std::max(page_lines[p].tables_bottom, table.box.y1);
    }
    add_white_pieces(sheets[p], continued[p] ? &sheets[p - 1].pieces.back() : nullptr);
  }
  if (any_white) {
    mark_furniture(page_lines);
    for (std::size_t p = 0; p < sheets.size(); ++p) mark_watermarks(sheets[p].ruled, page_lines[p]);
  }

  // Reading order of a page: tables and lines by their upper sides. A table is taken as one line.
  struct Step {
    double y = 0;
    int piece = -1;
    int line = -1;
  };
  std::vector<PlacedLine> prose_lines;
  std::vector<std::vector<Fragment>> tables;             // fragments of each table
  std::vector<std::vector<double>> columns;              // their column positions
  std::vector<int> unruled;                              // first page on which text alone tells it, from 1; or 0
  std::vector<std::pair<std::size_t, int>> table_after;  // (number of prose lines before it, table)
  bool only_furniture_since_table = false;
  for (std::size_t p = 0; p < sheets.size(); ++p) {
    const Page& page = document.pages[p];
    std::vector<Step> steps;
    const Turn turn = turn_of(sheets[p].pieces);
    for (std::size_t i = 0; i < sheets[p].pieces.size(); ++i) {
      steps.push_back({turned(sheets[p].pieces[i].box(), turn).y0, static_cast<int>(i), -1});
    }
    for (std::size_t i = 0; i < page_lines[p].lines.size(); ++i) {
      steps.push_back({turned(page_lines[p].lines[i].box, turn).centre().y, -1, static_cast<int>(i)});
    }
    std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.y < b.y; });
    bool first_table_on_page = true;
    for (const Step& step : steps) {
      if (step.line >= 0) {
        const auto i = static_cast<std::size_t>(step.line);
        const Line& line = page_lines[p].lines[i];
        const long ink = ink_count(page, line.glyphs);
        if (page_lines[p].furniture[i]) {
          layout.census.furniture += ink;
          continue;
        }
        layout.census.in_prose += ink;
        PlacedLine prose;
        prose.page = page.number;
        prose.page_width = page.width;
        prose.line = line;
        prose.text = line_text(page, line);
        prose.after_table = !table_after.empty() && table_after.back().first == prose_lines.size();
        prose_lines.push_back(std::move(prose));
        only_furniture_since_table = false;
        continue;
      }
      const Piece& piece = sheets[p].pieces[static_cast<std::size_t>(step.piece)];
      for (const std::vector<int>& glyphs : piece.glyphs) layout.census.in_cells += ink_count(page, glyphs);
      Fragment fragment = fragment_of(document, piece);
      const bool follows = first_table_on_page && only_furniture_since_table && !tables.empty() &&
                           tables.back().back().last_page + 1 == static_cast<int>(p);
      if (follows) undo_scale(columns.back(), fragment);
      if (follows) complete_sides(columns.back(), fragment);
      if (follows && may_continue(columns.back(), tables.back(), fragment)) {
        columns.back() = united_columns(columns.back(), fragment.xs);
        tables.back().push_back(std::move(fragment));
      } else {
        columns.push_back(fragment.xs);
        table_after.emplace_back(prose_lines.size(), static_cast<int>(tables.size()));
        tables.emplace_back();
        tables.back().push_back(std::move(fragment));
        unruled.push_back(0);
      }
      if (unruled.back() == 0 && is_told_by_text(piece.grid)) unruled.back() = page.number;
      first_table_on_page = false;
      only_furniture_since_table = true;
    }
  }

  for (std::size_t t = 0; t < tables.size(); ++t) {
    std::vector<Finding> findings;
    layout.tables.push_back(splice(std::move(tables[t]), knows_label, findings));
    report_doubtful_cells(layout.tables.back(), findings);
    if (unruled[t] > 0) {
      findings.push_back({"table-unruled",
                          Severity::note,
                          "No rule tells the rows and columns of the table; they were told by white space.",
                          {},
                          {.page = unruled[t], .table = {}, .row = {}, .column = {}}});
    }
    for (Finding& finding : findings) {
      finding.place.table = static_cast<int>(t);
      layout.findings.push_back(std::move(finding));
    }
  }
  std::vector<std::size_t> first_line;
  layout.prose = paragraphs_of(prose_lines, first_line);
  std::size_t next_table = 0;
  for (std::size_t i = 0; i <= layout.prose.size(); ++i) {
    const std::size_t line = i < layout.prose.size() ? first_line[i] : prose_lines.size();
    while (next_table < table_after.size() && table_after[next_table].first <= line) {
      layout.flow.push_back({FlowItem::Kind::table, table_after[next_table].second});
      ++next_table;
    }
    if (i < layout.prose.size()) layout.flow.push_back({FlowItem::Kind::prose, static_cast<int>(i)});
  }
  return layout;
}

}  // namespace fubiao
