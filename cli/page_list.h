// --pages 2,4-6: which pages the user asks for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fubiao {

struct PageRange {
  int first = 0;  ///< from 1
  int last = 0;   ///< included
};

/// Never empty; ranges in the order given, which may overlap.
using PageList = std::vector<PageRange>;

/// Throws WrongUsage for anything but numbers from 1 and rising ranges of them, between commas.
PageList parse_page_list(std::string_view text);

bool contains(const PageList& list, int page);

/// What the list asks of a document that it does not have, as one line for people; empty when there is something for
/// each item. A range that the document ends within is no mistake: 1-20 is how one asks for the first twenty pages.
/// `pages`: how many the document has, 0 for formats without pages.
std::string what_is_missing(const PageList& list, int pages);

}  // namespace fubiao
