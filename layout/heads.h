// Which cells of the row below stand under which cell of a head row, where the source does not say.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace fubiao {

/// A cell of the row below the head row (or a column of the table, below the last head row).
struct LowerCell {
  enum class Kind {
    stub,   ///< a column of the stub: row labels stand in it
    value,  ///< a column of numbers
    blank,  ///< a head cell without text: the cell above goes on
    text,   ///< a head cell with text
  };
  Kind kind = Kind::value;
  int span = 1;  ///< columns that it takes
  std::string text;
};

/// One way to divide the lower cells among the heads, in order.
struct Grouping {
  /// What speaks against it; 0: nothing at all.
  int cost = 0;
  /// The columns below are in doubt: a head stands over several columns of numbers that no second head tells apart,
  /// over the stub and numbers, or over the continuation of another head; or the head of the stub is missing.
  bool doubtful = false;
  int skipped = 0;         ///< lower cells before the first head that stand under none
  std::vector<int> sizes;  ///< lower cells under each head, each at least 1
};

/// The `most` best groupings, best first; empty where there are more heads than lower cells, or more lower cells than
/// are worth dividing (64; the widest head of a real report has 15).
std::vector<Grouping> group_under_heads(const std::vector<bool>& head_is_blank, const std::vector<LowerCell>& lower,
                                        std::size_t most);

}  // namespace fubiao
