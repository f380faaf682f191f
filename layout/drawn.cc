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
#include <optional>

#include "layout/analyze.h"
#include "layout/furniture.h"
#include "layout/ink.h"
#include "layout/join.h"
#include "layout/lines.h"
#include "layout/paragraphs.h"
#include "layout/pieces.h"
#include "layout/splice.h"
#include "layout/turn.h"

namespace fubiao {

namespace {

struct Sheet {
  std::vector<Piece> pieces;   // in reading order
  std::vector<int> outside;    // glyphs in no cell
  std::vector<bool> is_table;  // for each piece
};

bool has_ink(const Page& page, const std::vector<int>& glyphs) {
  return std::any_of(glyphs.begin(), glyphs.end(),
                     [&](int i) { return !is_white_glyph(page.glyphs[static_cast<std::size_t>(i)]); });
}

long ink_count(const Page& page, const std::vector<int>& glyphs) {
  return std::count_if(glyphs.begin(), glyphs.end(),
                       [&](int i) { return !is_white_glyph(page.glyphs[static_cast<std::size_t>(i)]); });
}

/// A grid with one column is a box around text, a frame, or a piece of a table of which a page shows full-width rows
/// only. A grid in which at most one cell is printed is a drawing, or a frame. One with text in less than half of its
/// rows and in less than half of its columns is a chart: the lines of its scale, with a few numbers between them. (A
/// form that is not filled in has a label in each row, or a head on each column.)
bool looks_like_a_table(const Page& page, const Piece& piece) {
  if (turned(piece.grid, piece.turn).columns() < 2) return false;
  int printed = 0;
  std::vector<bool> rows(static_cast<std::size_t>(piece.grid.rows()), false);
  std::vector<bool> columns(static_cast<std::size_t>(piece.grid.columns()), false);
  for (std::size_t i = 0; i < piece.spans.size(); ++i) {
    if (!has_ink(page, piece.glyphs[i])) continue;
    ++printed;
    const Span& span = piece.spans[i];
    std::fill_n(rows.begin() + span.row, span.row_span, true);
    std::fill_n(columns.begin() + span.column, span.column_span, true);
  }
  auto less_than_half = [](const std::vector<bool>& lines) {
    return 2 * std::count(lines.begin(), lines.end(), true) < static_cast<std::ptrdiff_t>(lines.size());
  };
  return printed >= 2 && !(less_than_half(rows) && less_than_half(columns));
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

/// A line within a table, but in no cell of it, is a watermark (place_glyphs leaves nothing else there): on the paper,
/// not in the text.
void mark_watermarks(const std::vector<Piece>& tables, PageLines& lines) {
  for (std::size_t i = 0; i < lines.lines.size(); ++i) {
    const Point centre = lines.lines[i].box.centre();
    const bool within =
        std::any_of(tables.begin(), tables.end(), [&](const Piece& table) { return table.box().contains(centre); });
    lines.furniture[i] = lines.furniture[i] || within;
  }
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
    sheet.pieces = find_pieces(page, static_cast<int>(p));
    sheet.outside = place_glyphs(page, glyphs, sheet.pieces);
    for (const Piece& piece : sheet.pieces) sheet.is_table.push_back(looks_like_a_table(page, piece));
  }
  rescue_small_pieces(sheets);

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
    // A frame around a number inside a cell: the number is the cell's.
    const std::vector<int> in_no_cell = place_glyphs(page, given_back, sheet.pieces);
    sheet.outside.insert(sheet.outside.end(), in_no_cell.begin(), in_no_cell.end());
    lines.lines = lines_of(page, sheet.outside);
    for (const Line& line : lines.lines) lines.texts.push_back(tidy(line_text(page, line)));
  }
  mark_furniture(page_lines);
  for (std::size_t p = 0; p < sheets.size(); ++p) mark_watermarks(sheets[p].pieces, page_lines[p]);

  // Reading order of a page: tables and lines by their upper sides. A table is taken as one line.
  struct Step {
    double y = 0;
    int piece = -1;
    int line = -1;
  };
  std::vector<PlacedLine> prose_lines;
  std::vector<std::vector<Fragment>> tables;             // fragments of each table
  std::vector<std::vector<double>> columns;              // their column positions
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
      if (follows) complete_sides(columns.back(), fragment);
      if (follows && may_continue(columns.back(), tables.back(), fragment)) {
        columns.back() = united_columns(columns.back(), fragment.xs);
        tables.back().push_back(std::move(fragment));
      } else {
        columns.push_back(fragment.xs);
        table_after.emplace_back(prose_lines.size(), static_cast<int>(tables.size()));
        tables.emplace_back();
        tables.back().push_back(std::move(fragment));
      }
      first_table_on_page = false;
      only_furniture_since_table = true;
    }
  }

  for (std::size_t t = 0; t < tables.size(); ++t) {
    std::vector<Finding> findings;
    layout.tables.push_back(splice(std::move(tables[t]), knows_label, findings));
    report_doubtful_cells(layout.tables.back(), findings);
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
