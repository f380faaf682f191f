// All labels of some forms at once: what a printed text could be, before anyone knows which form it belongs to.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "normalize/form.h"

namespace fubiao {

/// What a text is a label of; several may be set.
struct Meaning {
  bool row = false;      ///< a row, or a heading over rows in the stub
  bool column = false;   ///< a column, or a head over columns
  bool heading = false;  ///< a heading of a block or a table, printed as a row of its own
  bool corner = false;   ///< a text of the header that is no column
  bool near = false;     ///< not an exact spelling
  bool any() const { return row || column || heading || corner; }
};

class Vocabulary {
 public:
  explicit Vocabulary(const std::vector<Form>& forms);
  /// Exact spellings and spellings with a remark; else, with `near`, the label that the text is clearly nearest to.
  Meaning meaning(const LabelText& text, bool near = true) const;

 private:
  struct Entry {
    const Label* label;
    Meaning meaning;
  };
  void add(const Label& label, Meaning meaning);
  Meaning exact(const LabelText& text) const;

  std::vector<Entry> entries_;  ///< one for each different official spelling
  std::unordered_multimap<std::string, std::pair<Mark, Meaning>> spellings_;
  mutable std::map<std::string, Meaning> near_;
};

}  // namespace fubiao
