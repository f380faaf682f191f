// The letters of a page by height: to look at the text of a strip.
#pragma once

#include <vector>

#include "extract/document.h"

namespace fubiao {

/// Seen letters with ink. Sorted when it is asked for the first time; the page must outlive it.
class Strips {
 public:
  explicit Strips(const Page& page) : page_(page) {}

  /// Indices into page.glyphs of those whose middle is in a box, from top to bottom.
  std::vector<int> in(const Box& box);

 private:
  const Page& page_;
  bool sorted_ = false;
  std::vector<int> by_height_;
  double middle(int i) const { return page_.glyphs[static_cast<std::size_t>(i)].box.centre().y; }
};

}  // namespace fubiao
