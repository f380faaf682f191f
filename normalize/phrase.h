// Phrases of a form file: a text with parts that may be left out or stand in several wordings.
//   [a|b]  one of them, or nothing
//   {a|b}  one of them
//   <a|b>  any number of them, in any order
//   #      a year
// Brackets do not stand in each other. Everything else is compared as folded text (fold.h).
#pragma once

#include <string>
#include <string_view>

namespace fubiao {

struct Phrase {
  std::string pattern;        ///< RE2 syntax, for folded text
  std::string literal;        ///< the longest piece that every such text holds, folded; may be empty
  bool fits_anything = true;  ///< all of it may be left out
  std::string problem;        ///< what is wrong with it, for its writer; empty: nothing
};

/// `year`: the pattern that # stands for. `letters`: compared with letters_of(fold(text)) instead of the fold.
Phrase read_phrase(std::string_view phrase, std::string_view year, bool letters = false);

}  // namespace fubiao
