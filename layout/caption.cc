// Which prose is the caption of a table.
//
// The prose directly above it, if it is a heading or caption and not a sentence: short, without a full stop. One or two
// lines in brackets between the two (a unit, a note on the form) belong to neither and are passed over. A table that
// follows another with nothing between has no caption: the heading is that of the first.
//
// The shape decides, never the words, so that a heading in any language and with any numbering is one. It does not
// apply to captions below a table.
#include "layout/caption.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "layout/join.h"

namespace fubiao {
namespace {

// The longest heading of the forms has 33 characters ("因政府信息公开工作被申请行政复议、提起行政诉讼情况" with its
// number and an agency's additions); captions with their number and unit stay under 60. Sentences that short end in a
// full stop.
constexpr std::size_t longest_caption = 60;
constexpr std::size_t longest_caption_bytes = 4 * longest_caption;

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

/// A line in brackets, or a few words with a colon: （单位：件）, 单位：万元.
bool is_remark(const Prose& prose) {
  if (prose.text.size() > 120 || prose.outline_level > 0) return false;
  const std::u32string text = to_u32(tidy(prose.text));
  if (text.size() < 2) return true;
  if (is_one_of(text.front(), U"(（[【") && is_one_of(text.back(), U")）]】")) return true;
  const std::size_t colon = text.find_first_of(U":：");
  return colon != std::u32string::npos && colon <= 4 && colon + 1 < text.size() && text.size() <= 12;
}

}  // namespace

bool is_heading_like(const Prose& prose) {
  if (prose.text.size() > longest_caption_bytes) return false;
  const std::u32string text = to_u32(tidy(prose.text));
  if (text.size() < 2 || text.size() > longest_caption) return false;
  if (prose.outline_level > 0) return true;
  if (is_one_of(text.back(), U"。；;！!？?，,、：:")) return false;
  if (std::any_of(text.begin(), text.end(), [](char32_t c) { return is_one_of(c, U"。；！？"); })) return false;
  // "Table 3. Results" has a point inside; a line that ends in one is a sentence.
  return text.back() != '.';
}

void add_captions(Layout& layout) {
  for (std::size_t i = 0; i < layout.flow.size(); ++i) {
    if (layout.flow[i].kind != FlowItem::Kind::table) continue;
    Table& table = layout.tables[static_cast<std::size_t>(layout.flow[i].index)];
    std::size_t at = i;
    for (int remarks = 0; at > 0 && remarks < 3; ++remarks) {
      --at;
      if (layout.flow[at].kind != FlowItem::Kind::prose) break;
      const Prose& prose = layout.prose[static_cast<std::size_t>(layout.flow[at].index)];
      if (is_remark(prose)) continue;
      if (is_heading_like(prose)) table.caption = tidy(prose.text);
      break;
    }
    for (Table& reading : table.other_readings) reading.caption = table.caption;
  }
}

}  // namespace fubiao
