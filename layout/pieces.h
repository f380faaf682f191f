// Pieces: what one page holds of a table.
#pragma once

#include <functional>
#include <vector>

#include "extract/document.h"
#include "layout/grid.h"

namespace fubiao {

/// A ruled grid on one page, with the glyphs in its cells.
struct Piece {
  int page = 0;  ///< index into document.pages
  Grid grid;
  std::vector<Span> spans;
  std::vector<std::vector<int>> glyphs;  ///< for each span, indices into page.glyphs in paint order
  /// For each span: text ran over its edge, and was put here whole by majority.
  std::vector<bool> overrun;
  /// Of the table's letters (layout/turn.h). The grid is that of the page as it lies.
  Turn turn = Turn::none;
  Box box() const { return grid.box(); }
};

/// The ruled grids of a page that may be (parts of) tables, in reading order, without glyphs. Grids of more slots than
/// Limits::table_slots are left out, and counted in `too_large`.
std::vector<Piece> find_pieces(const Page& page, int page_index, int* too_large = nullptr);

/// Puts each glyph into the cell that it stands in: of the smallest piece around it. Gives back those that stand in
/// none.
std::vector<int> place_glyphs(const Page& page, const std::vector<int>& glyphs, std::vector<Piece>& pieces);

}  // namespace fubiao
