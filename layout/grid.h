// The grid of evidence: what speaks for each edge between two slots.
#pragma once

#include <string>
#include <vector>

#include "extract/geometry.h"
#include "layout/regions.h"

namespace fubiao {

/// Lines of a region's grid and the evidence between its slots. Slots are numbered from the top left.
struct Grid {
  std::vector<double> xs;  ///< columns() + 1 positions, ascending
  std::vector<double> ys;  ///< rows() + 1 positions, ascending
  /// Upper edges: (rows() + 1) × columns(); the last row holds the lower edges of the bottom slots.
  std::vector<Edge> upper;
  /// Left edges: rows() × (columns() + 1); the last column holds the right edges of the rightmost slots.
  std::vector<Edge> left;

  int columns() const { return static_cast<int>(xs.size()) - 1; }
  int rows() const { return static_cast<int>(ys.size()) - 1; }
  Edge& upper_of(int row, int column) {
    return upper[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns()) +
                 static_cast<std::size_t>(column)];
  }
  Edge upper_of(int row, int column) const { return const_cast<Grid*>(this)->upper_of(row, column); }
  Edge& left_of(int row, int column) {
    return left[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns() + 1) +
                static_cast<std::size_t>(column)];
  }
  Edge left_of(int row, int column) const { return const_cast<Grid*>(this)->left_of(row, column); }
  Box box() const { return {xs.front(), ys.front(), xs.back(), ys.back()}; }
};

/// The grid of one region. `columns()` and `rows()` are at least 1.
Grid grid_of(const Region& region);

/// A rectangle of slots.
struct Span {
  int row = 0;
  int column = 0;
  int row_span = 1;
  int column_span = 1;
  bool whole = true;  ///< false: cut out of a merged area that is no rectangle
};

/// The cells: unions of slots over open edges, sorted by row, then column; rectangles only (an area of another shape is
/// cut into rectangles, `whole` is false in them).
std::vector<Span> cells_of(const Grid& grid);

/// Drops grid lines at which no cell begins or ends, and adjusts the spans.
void collapse(Grid& grid, std::vector<Span>& spans);

/// For people and tests: one character a slot, its edges drawn as text art.
std::string to_text_art(const Grid& grid);

}  // namespace fubiao
