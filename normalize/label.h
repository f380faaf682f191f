// One printed text against one label of a form.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "normalize/fold.h"

namespace fubiao {

/// A text made ready to be compared. A year that is all of it ("2014年度") is "本年度".
struct LabelText {
  Mark mark;
  std::string folded;     ///< whole, with its mark
  std::string rest;       ///< letters after the mark (fold.h, letters_of)
  std::string plain;      ///< the same without remarks in brackets; empty when nothing else is left
  std::u32string points;  ///< of `rest`
};
LabelText label_text(std::string_view print);

/// A label of a form with all its spellings.
struct Label {
  std::vector<LabelText> spellings;  ///< the official one first
};
Label make_label(const std::string& official, const std::vector<std::string>& aliases = {});

/// How much a print is like a label.
struct Likeness {
  enum class Kind {
    none,    ///< too far away to bind
    near,    ///< a typo, a cut end, a lost character: `value` says how near
    remark,  ///< a spelling of the label with an explanation in brackets added or left out
    exact,   ///< a spelling of the label; the mark may be spelt otherwise
  };
  Kind kind = Kind::none;
  double value = 0;             ///< 0..1: 1 for exact and remark
  bool mark_fits = false;       ///< both carry the same mark
  bool mark_conflicts = false;  ///< both carry a mark, and another
};
Likeness likeness(const LabelText& print, const Label& label);

/// The print begins or ends with a spelling of `other`, of two letters or more, and `own` does not.
bool holds_besides(const LabelText& print, const LabelText& own, const Label& other);

/// Insertions, deletions and replacements, each 1; `limit` + 1 where there are more than `limit`.
int edit_distance(std::u32string_view a, std::u32string_view b, int limit);

/// Whether a folded text is a unit of the forms and nothing else: "件", "万元".
bool is_unit(std::string_view folded);

/// The unit that a row label or a column head prints: "（单位：万元）", "采购总金额（万元）"; empty: none.
std::string printed_unit(std::string_view print);

}  // namespace fubiao
