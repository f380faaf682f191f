// The stub and the data columns of a table whose source gives only the order of the cells in each row.
#pragma once

#include <vector>

#include "layout/shape.h"
#include "layout/spans.h"

namespace fubiao {

/// What a row is made of.
struct RowShape {
  std::vector<Shape> shapes;
  int count = 0;
  int words = 0;
  int values = 0;
  int tail = 0;  ///< cells behind the last words

  int alike = 1;  ///< rows of the table with as many cells and as long a tail

  bool blank() const { return words == 0 && values == 0; }
  /// Words and no number, and not a row of labels before values that nobody filled in: those repeat.
  bool like_heads() const { return words >= 2 && values == 0 && 2 * tail < count && (tail == 0 || alike < 3); }
  /// Ends in values, filled in or not.
  bool like_data() const { return count > 1 && !like_heads() && tail > 0 && (values > 0 || words > 0); }
};

/// Of one row; `alike` is not known from it.
RowShape shape_of_row(const LooseRow& row);

std::vector<RowShape> shapes_of(const std::vector<LooseRow>& rows);

/// The number of data columns, and the width of the stub.
struct Frame {
  int stub = 0;
  int data = 0;
};

Frame frame_of(const std::vector<RowShape>& shapes);

}  // namespace fubiao
