// Marked-up sources: the blocks of a document become prose and tables in reading order.
//
// Little is to be decided here. Paragraphs are prose, native tables are restored one by one (layout/native_grid.cc), a
// table in a cell is a table of its own that follows the one around it, and a table of one column with tables or a
// whole text inside is no table but a frame. Only one question spans blocks: whether a table goes on in the next one.
// Word writes two tables where somebody left an empty paragraph in a table, a text rendition where a cell ends in empty
// paragraphs, and what was made of a PDF has the paper's page number and 续表 there. The second is taken for the rest
// of the first only where nothing else is printed between them, both have the same grid columns, and the second begins
// with a row of values: with heads of its own it is a table that looks alike, unless a page break is printed and the
// heads are those of the first. Behind other text it stays a table of its own, with a note.
//
// Invariants: every paragraph with ink outside of tables is one Prose (what stood in a table that was put together
// follows it); the flow names each prose and each table once.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "layout/analyze.h"
#include "layout/furniture.h"
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

/// Paragraphs of sentences in one cell that make it a page and no cell: a boxed remark has one to three, the shortest
/// report seven.
constexpr std::size_t fewest_of_a_text = 5;

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

std::string text_of(const NativeRow& row) {
  std::string text;
  for (const NativeCell& cell : row.cells) {
    text += '\t' + std::to_string(cell.column) + '+' + std::to_string(cell.span) + ' ';
    for (const Block& block : cell.content) {
      if (const Paragraph* paragraph = std::get_if<Paragraph>(&block.value)) text += tidy(paragraph->text);
    }
  }
  return text;
}

/// How many rows of heads both begin with.
std::size_t repeated_heads(const NativeTable& first, const NativeTable& second) {
  std::size_t rows = 0;
  while (rows + 1 < std::min(first.rows.size(), second.rows.size()) && count(second.rows[rows]).words > 0 &&
         count(second.rows[rows]).values == 0 && text_of(first.rows[rows]) == text_of(second.rows[rows])) {
    ++rows;
  }
  return rows;
}

/// What stands between two tables.
struct Between {
  std::size_t next = 0;             ///< the block behind it
  std::vector<std::size_t> prints;  ///< paragraphs with ink
  bool page_break = false;          ///< and that is a page number or "continued", nothing else
};

Between between(const std::vector<Block>& all, std::size_t at) {
  Between result;
  result.page_break = true;
  for (; at < all.size(); ++at) {
    const Paragraph* paragraph = std::get_if<Paragraph>(&all[at].value);
    if (paragraph == nullptr) break;
    if (is_blank(paragraph->text)) continue;
    if (result.prints.size() == 3) break;  // a page number, a running head, "continued"; more is text
    result.prints.push_back(at);
    const std::string text = tidy(paragraph->text);
    result.page_break = result.page_break && (is_page_number(text) || is_continuation_mark(text));
  }
  result.page_break = result.page_break && !result.prints.empty();
  result.next = at;
  return result;
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
      std::vector<std::size_t> inside;  // paragraphs that stood in it
      Seams seams;
      bool goes_on_behind_text = false;
      while (true) {
        const Between gap = between(all, i + 1);
        const NativeTable* more = gap.next < all.size() ? std::get_if<NativeTable>(&all[gap.next].value) : nullptr;
        if (more == nullptr) break;
        const NativeTable& so_far = seams.joined ? joined : *next;
        NativeTable rest;
        const std::size_t heads = gap.page_break && same_grid(so_far, *more) ? repeated_heads(so_far, *more) : 0;
        if (heads > 0) {
          rest = *more;
          rest.rows.erase(rest.rows.begin(), rest.rows.begin() + static_cast<std::ptrdiff_t>(heads));
          more = &rest;
        }
        if (!goes_on(so_far, *more)) break;
        goes_on_behind_text = !gap.prints.empty() && !gap.page_break;
        if (goes_on_behind_text) break;
        if (!seams.joined) joined = *next;
        seams.joined = true;
        seams.repeated_heads += heads;
        inside.insert(inside.end(), gap.prints.begin(), gap.prints.end());
        joined.rows.insert(joined.rows.end(), more->rows.begin(), more->rows.end());
        i = gap.next;
      }
      table(seams.joined ? joined : *next, seams);
      for (std::size_t at : inside) prose(std::get<Paragraph>(all[at].value));
      behind_text_ = goes_on_behind_text;
    }
  }

 private:
  /// How a table was put together.
  struct Seams {
    bool joined = false;
    std::size_t repeated_heads = 0;
  };

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

  /// One column, and tables or a whole text inside: a frame around a part of the page, drawn to hold it together. Its
  /// contents are the page's.
  static bool is_frame(const NativeTable& native) {
    bool frames = false;
    for (const NativeRow& row : native.rows) {
      if (row.cells.size() > 1) return false;
      for (const NativeCell& cell : row.cells) {
        std::size_t paragraphs = 0;
        for (const Block& block : cell.content) {
          const Paragraph* paragraph = std::get_if<Paragraph>(&block.value);
          frames = frames || paragraph == nullptr;
          if (paragraph != nullptr && tidy(paragraph->text).ends_with("。")) ++paragraphs;
        }
        frames = frames || paragraphs >= fewest_of_a_text;
      }
    }
    return frames;
  }

  void table(const NativeTable& native, const Seams& seams) {
    const bool behind_text = std::exchange(behind_text_, false);
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
      const auto note = [&](const char* code, std::string message) {
        restored.findings.push_back({code, Severity::note, std::move(message), {}, {}});
      };
      if (seams.joined) {
        note("table-joined",
             "Two tables with the same columns and nothing but white space or a page break between them were taken for "
             "one.");
      }
      if (seams.repeated_heads > 0) {
        note("header-repeated",
             std::to_string(seams.repeated_heads) + " header row(s) that the second part repeats were dropped.");
      }
      if (behind_text) {
        note("table-behind-text",
             "A table without heads has the columns of the one before it, but text stands between them; it is given as "
             "a table of its own.");
      }
      for (Finding& finding : restored.findings) finding.place.table = index;
    }
    for (Finding& finding : restored.findings) layout_.findings.push_back(std::move(finding));
    for (const NativeRow& row : native.rows) {
      for (const NativeCell& cell : row.cells) {
        if (framed(cell) != nullptr) continue;  // it is the cell's text
        for (const Block& block : cell.content) {
          if (const NativeTable* nested = std::get_if<NativeTable>(&block.value)) table(*nested, {});
        }
      }
    }
  }

  const KnowsLabel& knows_label_;
  Layout& layout_;
  bool behind_text_ = false;  ///< the next table could go on with the one before the text
};

}  // namespace

Layout analyze_marked_up(const Document& document, const KnowsLabel& knows_label) {
  Layout layout;
  Walk(knows_label, layout).blocks(document.blocks);
  return layout;
}

}  // namespace fubiao
