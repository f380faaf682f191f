// Rows and cells from white space: the sequence of the steps, and the piece that comes of them.
//
//   1. Columns are known (columns.cc). Those before the first column of figures are the stub.
//   2. Letters below each other are labels (white_labels.cc).
//   3. The head, and the rows of the body (white_rows.cc).
//   4. Titles over all columns, and columns that a section merges (white_sections.cc).
//   5. Labels of several rows (white_labels.cc).
//   6. Head cells (white_heads.cc).
//
// Invariant: every glyph is in one cell, every slot in one cell. Tested by white_grid_test.cc.

#include "layout/white_grid.h"

#include <algorithm>
#include <cmath>

#include "layout/white_heads.h"
#include "layout/white_labels.h"
#include "layout/white_rows.h"
#include "layout/white_sections.h"

namespace fubiao {

namespace {

/// What no step has placed: to the row nearest to it.
void place_rest(WhiteSketch& sketch) {
  auto place = [&](TextBlock block) {
    int best = 0;
    for (std::size_t r = 0; r < sketch.rows.size(); ++r) {
      const double away = std::abs(sketch.row_centre(r) - block.box.centre().y);
      if (away < std::abs(sketch.row_centre(static_cast<std::size_t>(best)) - block.box.centre().y))
        best = static_cast<int>(r);
    }
    if (sketch.rows.empty()) {
      sketch.head_rows = std::max(sketch.head_rows, 1);
      sketch.heads.push_back({std::move(block), 0, 1});
    } else {
      sketch.body.push_back({std::move(block), best, 1});
    }
  };
  for (TextBlock& stack : sketch.stacks) {
    if (stack.last_line >= sketch.head_lines && stack.columns.first >= sketch.label) place(std::move(stack));
  }
  for (std::size_t l = 0; l < sketch.lines.size(); ++l) {
    for (std::size_t s = 0; s < sketch.lines[l].segments.size(); ++s) {
      if (sketch.taken[l][s]) continue;
      TextBlock block;
      block.columns = sketch.range(l, s);
      add_segment(block, sketch.segment(l, s), static_cast<int>(l));
      place(std::move(block));
    }
  }
}

bool all_free(auto&& slot, const Span& span) {
  for (int r = span.row; r < span.row + span.row_span; ++r) {
    for (int c = span.column; c < span.column + span.column_span; ++c) {
      if (slot(r, c) >= 0) return false;
    }
  }
  return true;
}

Piece finish(WhiteSketch& sketch) {
  Piece piece;
  piece.page = sketch.table.page;
  Grid& grid = piece.grid;
  const int columns_count = sketch.columns();
  const int rows_count = sketch.head_rows + static_cast<int>(sketch.rows.size());
  grid.xs.push_back(sketch.layout.columns.front().x0);
  for (int c = 1; c < columns_count; ++c) {
    grid.xs.push_back((sketch.layout.columns[static_cast<std::size_t>(c) - 1].x1 +
                       sketch.layout.columns[static_cast<std::size_t>(c)].x0) /
                      2);
  }
  grid.xs.push_back(sketch.layout.columns.back().x1);
  Box box = Box::nothing();
  for (const SegmentLine& line : sketch.lines) box.add(line.box);
  grid.xs.front() = std::min(grid.xs.front(), box.x0);
  grid.xs.back() = std::max(grid.xs.back(), box.x1);
  grid.ys.push_back(box.y0);
  for (double cut : sketch.head_cuts) grid.ys.push_back(cut);
  for (std::size_t r = 0; r < sketch.rows.size(); ++r) {
    if (r == 0 && sketch.head_rows == 0) continue;
    double above = box.y0;
    if (r > 0) {
      above = sketch.rows[r - 1].box.y1;
    } else {
      for (const PlacedBlock& head : sketch.heads) above = std::max(above, head.block.box.y1);
    }
    grid.ys.push_back((above + sketch.rows[r].box.y0) / 2);
  }
  grid.ys.push_back(box.y1);
  for (std::size_t i = 1; i < grid.ys.size(); ++i) grid.ys[i] = std::max(grid.ys[i], grid.ys[i - 1] + 0.01);

  std::vector<int> owner(static_cast<std::size_t>(rows_count) * static_cast<std::size_t>(columns_count), -1);
  auto slot = [&](int r, int c) -> int& {
    return owner[static_cast<std::size_t>(r) * static_cast<std::size_t>(columns_count) + static_cast<std::size_t>(c)];
  };
  std::vector<PlacedBlock> cells = std::move(sketch.heads);
  for (PlacedBlock& placed : sketch.body) {
    placed.row += sketch.head_rows;
    cells.push_back(std::move(placed));
  }
  for (PlacedBlock& cell : cells) {
    // What is taken already stays; a cell that finds its first slot taken joins its owner.
    const int first = slot(cell.row, cell.block.columns.first);
    if (first >= 0) {
      std::vector<int>& glyphs = piece.glyphs[static_cast<std::size_t>(first)];
      glyphs.insert(glyphs.end(), cell.block.glyphs.begin(), cell.block.glyphs.end());
      continue;
    }
    Span span{cell.row, cell.block.columns.first, cell.row_span, cell.block.columns.count(), true};
    while (span.column_span > 1 && !all_free(slot, {span.row, span.column, 1, span.column_span, true}))
      --span.column_span;
    while (span.row_span > 1 && !all_free(slot, span)) --span.row_span;
    for (int r = span.row; r < span.row + span.row_span; ++r) {
      for (int c = span.column; c < span.column + span.column_span; ++c)
        slot(r, c) = static_cast<int>(piece.spans.size());
    }
    piece.spans.push_back(span);
    piece.glyphs.push_back(std::move(cell.block.glyphs));
  }
  for (int r = 0; r < rows_count; ++r) {
    for (int c = 0; c < columns_count; ++c) {
      if (slot(r, c) >= 0) continue;
      slot(r, c) = static_cast<int>(piece.spans.size());
      piece.spans.push_back({r, c, 1, 1, true});
      piece.glyphs.emplace_back();
    }
  }
  std::vector<std::size_t> order(piece.spans.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const Span& p = piece.spans[a];
    const Span& q = piece.spans[b];
    return p.row != q.row ? p.row < q.row : p.column < q.column;
  });
  std::vector<Span> spans;
  std::vector<std::vector<int>> glyphs;
  for (std::size_t i : order) {
    spans.push_back(piece.spans[i]);
    glyphs.push_back(std::move(piece.glyphs[i]));
    std::sort(glyphs.back().begin(), glyphs.back().end());
  }
  piece.spans = std::move(spans);
  piece.glyphs = std::move(glyphs);
  piece.overrun.assign(piece.spans.size(), false);
  grid.upper.assign(static_cast<std::size_t>(rows_count + 1) * static_cast<std::size_t>(columns_count), Edge::open);
  grid.left.assign(static_cast<std::size_t>(rows_count) * static_cast<std::size_t>(columns_count + 1), Edge::open);
  for (const Span& span : piece.spans) {
    for (int c = span.column; c < span.column + span.column_span; ++c) {
      grid.upper_of(span.row, c) = grid.upper_of(span.row + span.row_span, c) = Edge::gap;
    }
    for (int r = span.row; r < span.row + span.row_span; ++r) {
      grid.left_of(r, span.column) = grid.left_of(r, span.column + span.column_span) = Edge::gap;
    }
  }
  return piece;
}

}  // namespace

Piece white_grid(const WhiteTable& table, const Piece* before) {
  WhiteSketch sketch(table, before);
  find_stacks(sketch);
  find_stub_and_head(sketch);
  find_rows(sketch);
  place_body(sketch);
  widen_middle_cells(sketch);
  place_group_labels(sketch);
  place_heads(sketch);
  place_rest(sketch);
  return finish(sketch);
}

}  // namespace fubiao
