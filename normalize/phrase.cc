// Decides what a phrase of a form file means, as a regular expression.
//
// Why a notation of its own: people who write forms know how their reports word a heading, but need not know regular
// expressions, and what they write is compared after folding, which no expression of theirs would foresee.
//
// Invariants: a pattern is valid wherever `problem` is empty; it holds no capturing group but those of `year`.
// It does not apply to labels of rows and columns: those are compared whole, with their aliases.
#include "normalize/phrase.h"

#include <re2/re2.h>

#include <algorithm>
#include <vector>

#include "extract/utf8.h"
#include "normalize/fold.h"

namespace fubiao {
namespace {

constexpr std::u32string_view openings = U"[{<";
constexpr std::u32string_view closings = U"]}>";
constexpr const char* repeats[] = {"?", "", "*"};

class Writer {
 public:
  Writer(std::string_view year, bool letters) : year_(year), letters_(letters) {}

  Phrase write(std::u32string_view text) {
    while (!text.empty()) {
      const std::size_t stop = std::min(text.find_first_of(U"[]{}<>|"), text.size());
      piece(text.substr(0, stop), true);
      text.remove_prefix(stop);
      if (text.empty()) break;
      const std::size_t kind = openings.find(text.front());
      if (kind == std::u32string_view::npos) return wrong("\"" + to_utf8(text.substr(0, 1)) + "\" opens nothing");
      const std::size_t end = text.find_first_of(U"[]{}<>", 1);
      if (end == std::u32string_view::npos || text[end] != closings[kind])
        return wrong("\"" + to_utf8(text.substr(0, 1)) + "\" is not closed by \"" + to_utf8(closings.substr(kind, 1)) +
                     "\"");
      if (!group(text.substr(1, end - 1), repeats[kind])) return wrong("an alternative is empty");
      text.remove_prefix(end + 1);
    }
    if (out_.pattern.empty()) return wrong("it is empty");
    return std::move(out_);
  }

 private:
  Phrase wrong(std::string problem) {
    out_.problem = std::move(problem);
    return std::move(out_);
  }

  /// Without brackets. `needed`: every text has it.
  void piece(std::u32string_view text, bool needed) {
    while (!text.empty()) {
      const std::size_t stop = std::min(text.find(U'#'), text.size());
      std::string folded = fold(to_utf8(text.substr(0, stop)));
      if (letters_) folded = letters_of(folded);
      out_.pattern += RE2::QuoteMeta(folded);
      if (needed && folded.size() > out_.literal.size()) out_.literal = folded;
      if (needed && !folded.empty()) out_.fits_anything = false;
      text.remove_prefix(stop);
      if (text.empty()) break;
      out_.pattern += year_;
      text.remove_prefix(1);
    }
  }

  bool group(std::u32string_view alternatives, const char* repeat) {
    if (*repeat == '\0') out_.fits_anything = false;
    out_.pattern += "(?:";
    for (bool first = true;; first = false) {
      const std::size_t stop = std::min(alternatives.find(U'|'), alternatives.size());
      if (stop == 0) return false;
      if (!first) out_.pattern += '|';
      piece(alternatives.substr(0, stop), false);
      if (stop == alternatives.size()) break;
      alternatives.remove_prefix(stop + 1);
    }
    out_.pattern += std::string(")") + repeat;
    return true;
  }

  std::string year_;
  bool letters_ = false;
  Phrase out_;
};

}  // namespace

Phrase read_phrase(std::string_view phrase, std::string_view year, bool letters) {
  return Writer(year, letters).write(to_u32(phrase));
}

}  // namespace fubiao
