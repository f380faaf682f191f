// Marked-up sources: the blocks of a document become prose and tables in reading order.
//
// Little is to be decided here. Paragraphs are prose, native tables are restored one by one (layout/native_grid.cc), a
// table in a cell is a table of its own that follows the one around it, and a table of one column with tables inside is
// no table but a frame. Only one question spans blocks: whether a table
// goes on in the next one. Word writes two tables where somebody left an empty paragraph in a table, and a text
// rendition where a cell ends in empty paragraphs. The second is taken for the rest of the first only where nothing is
// printed between them, both have the same grid columns, and the second begins with a row of values and not with heads
// of its own.
//
// Invariants: every paragraph with ink outside of tables is one Prose; the flow names each prose and each table once.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "layout/analyze.h"
#include "layout/join.h"
#include "layout/native_grid.h"
#include "layout/shape.h"

namespace fubiao {
namespace {

std::string prose_text(const std::string& text) {
  std::string out;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = tidy(std::string_view(text).substr(begin, end - begin));
    if (!line.empty()) out += (out.empty() ? "" : "\n") + line;
    begin = end + 1;
  }
  return out;
}

/// What a row is made of.
struct Count {
  int words = 0;
  int values = 0;
  int tail = 0;  ///< cells behind the last words

  bool heads() const { return words >= 2 && values == 0; }
};

Count count(const NativeRow& row) {
  Count result;
  for (const NativeCell& cell : row.cells) {
    std::string text;
    for (const Block& block : cell.content) {
      if (const Paragraph* paragraph = std::get_if<Paragraph>(&block.value)) text += paragraph->text;
    }
    const Shape shape = shape_of(tidy(text));
    result.words += shape == Shape::words;
    result.values += shape == Shape::value;
    result.tail = shape == Shape::words ? 0 : result.tail + 1;
  }
  return result;
}

bool same_grid(const NativeTable& first, const NativeTable& second) {
  if (first.columns != second.columns || first.widths.size() != second.widths.size()) return false;
  // A table that somebody cut keeps its grid to the twip; 3 points allow for what an office suite recomputes.
  return std::equal(first.widths.begin(), first.widths.end(), second.widths.begin(),
                    [](double a, double b) { return std::abs(a - b) < 3; });
}

bool has_heads(const NativeTable& table, std::size_t rows) {
  return std::any_of(table.rows.begin(),
                     table.rows.begin() + static_cast<std::ptrdiff_t>(std::min(rows, table.rows.size())),
                     [](const NativeRow& row) { return count(row).heads(); });
}

bool goes_on(const NativeTable& first, const NativeTable& second) {
  if (first.rows.empty() || second.rows.empty() || !same_grid(first, second)) return false;
  constexpr std::size_t deepest_heads = 12;  // a head of eight physical rows is printed; then the numbers begin
  if (has_heads(second, deepest_heads) || !has_heads(first, deepest_heads)) return false;
  const Count begin = count(second.rows.front());
  const Count end = count(first.rows.back());
  // Labelled values on both sides of the gap; or heads before it, and behind it all their values.
  if (end.values > 0) return begin.words > 0 && begin.values > 0 && begin.tail == end.tail;
  return end.heads() && begin.words == 0 && begin.values > 1 &&
         second.rows.front().cells.size() >= first.rows.back().cells.size();
}

class Walk {
 public:
  Walk(const KnowsLabel& knows_label, Layout& layout) : knows_label_(knows_label), layout_(layout) {}

  void blocks(const std::vector<Block>& all) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (const Paragraph* paragraph = std::get_if<Paragraph>(&all[i].value)) {
        prose(*paragraph);
        continue;
      }
      const NativeTable* next = std::get_if<NativeTable>(&all[i].value);
      NativeTable joined;
      bool is_joined = false;
      while (true) {
        const std::size_t following = next_with_ink(all, i + 1);
        const NativeTable* more = following < all.size() ? std::get_if<NativeTable>(&all[following].value) : nullptr;
        if (more == nullptr || !goes_on(is_joined ? joined : *next, *more)) break;
        if (!is_joined) joined = *next;
        is_joined = true;
        joined.rows.insert(joined.rows.end(), more->rows.begin(), more->rows.end());
        i = following;
      }
      table(is_joined ? joined : *next, is_joined);
    }
  }

 private:
  static std::size_t next_with_ink(const std::vector<Block>& all, std::size_t at) {
    while (at < all.size()) {
      const Paragraph* paragraph = std::get_if<Paragraph>(&all[at].value);
      if (paragraph == nullptr || !is_blank(paragraph->text)) break;
      ++at;
    }
    return at;
  }

  void prose(const Paragraph& paragraph) {
    Prose prose;
    prose.text = prose_text(paragraph.text);
    if (prose.text.empty()) return;
    prose.outline_level = paragraph.outline_level;
    prose.centred = paragraph.centred;
    prose.size = paragraph.size;
    layout_.flow.push_back({FlowItem::Kind::prose, static_cast<int>(layout_.prose.size())});
    layout_.prose.push_back(std::move(prose));
  }

  /// One column and tables inside: a frame around a part of the page, drawn to hold it together. Its contents are the
  /// page's.
  static bool is_frame(const NativeTable& native) {
    bool nests = false;
    for (const NativeRow& row : native.rows) {
      if (row.cells.size() > 1) return false;
      for (const NativeCell& cell : row.cells) {
        nests = nests || std::any_of(cell.content.begin(), cell.content.end(), [](const Block& block) {
                  return std::holds_alternative<NativeTable>(block.value);
                });
      }
    }
    return nests;
  }

  void table(const NativeTable& native, bool is_joined) {
    if (is_frame(native)) {
      for (const NativeRow& row : native.rows) {
        for (const NativeCell& cell : row.cells) blocks(cell.content);
      }
      return;
    }
    Restored restored = restore(native, knows_label_);
    const int index = static_cast<int>(layout_.tables.size());
    if (restored.table.rows > 0 && restored.table.columns > 0) {
      layout_.flow.push_back({FlowItem::Kind::table, index});
      layout_.tables.push_back(std::move(restored.table));
      if (is_joined) {
        Finding finding;
        finding.code = "table-joined";
        finding.message = "Two tables with the same columns and nothing between them were taken for one.";
        restored.findings.push_back(std::move(finding));
      }
      for (Finding& finding : restored.findings) finding.place.table = index;
    }
    for (Finding& finding : restored.findings) layout_.findings.push_back(std::move(finding));
    for (const NativeRow& row : native.rows) {
      for (const NativeCell& cell : row.cells) {
        for (const Block& block : cell.content) {
          if (const NativeTable* nested = std::get_if<NativeTable>(&block.value)) table(*nested, false);
        }
      }
    }
  }

  const KnowsLabel& knows_label_;
  Layout& layout_;
};

}  // namespace

Layout analyze_marked_up(const Document& document, const KnowsLabel& knows_label) {
  Layout layout;
  Walk(knows_label, layout).blocks(document.blocks);
  return layout;
}

}  // namespace fubiao
