// Plain text with tables in it.
//
// The rendition that Apache Tika gives of a Word report prints each cell behind a tab, one paragraph a line, ends a row
// with an empty line and a table with a second one:
//
//     \t规章          a cell
//     \t商业          a cell …
//     企业            … and its second paragraph: no tab
//                     end of the row (two of them: end of the table)
//
// Nothing in it tells the columns of a cell, so NativeTable::columns is 0 and NativeCell::column -1.
//
// An empty paragraph inside a cell looks like the end of a row. Where the text marks the ends of its tables by two
// empty lines, a line without tab behind a single empty line can only go on with the cell; where it does not (somebody
// squeezed the empty lines), it is the prose behind the table. An empty paragraph at the *end* of a cell cannot be told
// from the end of the row here; layout sees the two halves (layout/spans.cc).
//
// Two other ways of writing a table in text are read too, since people paste them: lines of cells with tabs between
// them, and Markdown pipe tables. Both give rows of cells in the same way.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "extract/encoding.h"
#include "extract/open.h"
#include "extract/utf8.h"

namespace fubiao {
namespace {

using Lines = std::vector<std::string_view>;

bool is_white(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

std::string_view trimmed(std::string_view line) {
  while (!line.empty() && is_white(line.front())) line.remove_prefix(1);
  while (!line.empty() && is_white(line.back())) line.remove_suffix(1);
  return line;
}

bool is_blank(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = next_code_point(line, at);
    if (c != ' ' && (c < '\t' || c > '\r') && c != 0xA0 && c != 0x3000 && c != 0xFEFF && c != 0x200B) return false;
  }
  return true;
}

/// Without `[bookmark: name]`, which Tika prints where Word has a bookmark.
std::string without_bookmarks(std::string_view text) {
  constexpr std::string_view opening = "[bookmark: ";
  std::string out;
  out.reserve(text.size());
  while (true) {
    const std::size_t begin = text.find(opening);
    const std::size_t end = begin == std::string_view::npos ? begin : text.find_first_of("]\n\r", begin);
    if (end == std::string_view::npos) return out.append(text);
    if (text[end] != ']') {
      out += text.substr(0, end);
      text.remove_prefix(end);
      continue;
    }
    out += text.substr(0, begin);
    text.remove_prefix(end + 1);
  }
}

/// Lines ended by LF, CR LF or CR, without the form feed that may begin a page.
Lines lines_of(std::string_view text) {
  Lines lines;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find_first_of("\n\r", begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    if (!line.empty() && line.front() == '\f') line.remove_prefix(1);
    lines.push_back(line);
    begin = end + 1;
    if (end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n') ++begin;
  }
  return lines;
}

bool begins_cell(std::string_view line) {
  return !line.empty() && line.front() == '\t';
}

/// A line of several cells with tabs between them: a tab somewhere behind its first visible character, or two tabs.
bool is_tabbed_row(std::string_view line) {
  const std::size_t tab = line.find('\t', 1);
  return tab != std::string_view::npos && !is_blank(line) &&
         (!begins_cell(line) || !is_blank(line.substr(tab)) || !is_blank(line.substr(0, tab)));
}

/// A row of blank cells in such a table: as many tabs as the row before, and nothing else. An empty line ends the
/// table.
bool is_blank_row(std::string_view line, std::string_view before) {
  return is_blank(line) && !line.empty() &&
         std::count(line.begin(), line.end(), '\t') == std::count(before.begin(), before.end(), '\t');
}

bool is_pipe_row(std::string_view line) {
  line = trimmed(line);
  return line.size() > 2 && line.front() == '|' && line.find('|', 1) != std::string_view::npos;
}

/// |---|:--:| between the head and the body of a Markdown table.
bool is_pipe_rule(std::string_view line) {
  return is_pipe_row(line) && line.find("--") != std::string_view::npos &&
         line.find_first_not_of("|-: \t") == std::string_view::npos;
}

NativeCell cell_of(std::string text) {
  NativeCell cell;
  Paragraph paragraph;
  paragraph.text = std::move(text);
  cell.content.push_back(Block{std::move(paragraph)});
  return cell;
}

std::string& text_of(NativeCell& cell) {
  return std::get<Paragraph>(cell.content.front().value).text;
}
const std::string& text_of(const NativeCell& cell) {
  return std::get<Paragraph>(cell.content.front().value).text;
}

struct Reader {
  const Lines& lines;
  const Limits& limits;
  std::vector<Block>& blocks;
  /// Whether tables end with two empty lines in this text.
  bool double_ends = false;

  std::size_t first_not_empty(std::size_t at) const {
    while (at < lines.size() && lines[at].empty()) ++at;
    return at;
  }

  void prose(std::string_view line) {
    if (is_blank(line)) return;
    Paragraph paragraph;
    paragraph.text = std::string(line);
    blocks.push_back(Block{std::move(paragraph)});
  }

  void add(NativeRow& row, std::string text) const {
    if (row.cells.size() >= static_cast<std::size_t>(limits.columns)) {
      throw Error(ErrorCode::limit, "a table row has more than " + std::to_string(limits.columns) + " cells");
    }
    row.cells.push_back(cell_of(std::move(text)));
  }

  /// Tika's form, from the first line that begins a cell. Gives the line behind the table.
  std::size_t tika_table(std::size_t at) {
    NativeTable table;
    bool open_row = false;
    while (at < lines.size()) {
      const std::string_view line = lines[at];
      if (begins_cell(line)) {
        if (!open_row) table.rows.emplace_back();
        open_row = true;
        add(table.rows.back(), std::string(line.substr(1)));
        ++at;
      } else if (!line.empty()) {
        text_of(table.rows.back().cells.back()).append("\n").append(line);
        ++at;
      } else {
        const std::size_t next = first_not_empty(at);
        const bool one = next == at + 1;
        if (next == lines.size() || !one || (!begins_cell(lines[next]) && !double_ends)) {
          at = next;
          break;
        }
        if (begins_cell(lines[next])) open_row = false;
        at = next;
      }
    }
    peel_indented_prose(table);
    if (!table.rows.empty()) blocks.push_back(Block{std::move(table)});
    return at;
  }

  /// Paragraphs whose first line somebody indented with a tab look like cells of the first row. No head of a table is a
  /// sentence: what ends with a full stop there, and all before it, is prose.
  void peel_indented_prose(NativeTable& table) {
    std::vector<NativeCell>& cells = table.rows.front().cells;
    std::size_t peel = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (trimmed(text_of(cells[i])).ends_with("。")) peel = i + 1;
    }
    // A lone row that ends with its sentence and has few of them may be a table of text; a whole table is not peeled
    // away unless every cell is a sentence.
    const auto first = cells.begin();
    const auto last = first + static_cast<std::ptrdiff_t>(peel);
    const auto sentences =
        std::count_if(first, last, [](const NativeCell& cell) { return trimmed(text_of(cell)).ends_with("。"); });
    if (table.rows.size() > 1 && table.rows.front().cells.size() == 1) return;
    if (static_cast<std::size_t>(sentences) < peel) return;
    for (std::size_t i = 0; i < peel; ++i) {
      for (const std::string_view line : lines_of(text_of(cells[i]))) prose(line);
    }
    cells.erase(first, last);
    if (cells.empty()) table.rows.erase(table.rows.begin());
  }

  template <typename IsRow, typename Split>
  std::size_t line_table(std::size_t at, IsRow is_row, Split split) {
    NativeTable table;
    const std::size_t first = at;
    for (; at < lines.size() && (is_row(lines[at]) || (at > first && is_blank_row(lines[at], lines[at - 1]))); ++at) {
      if (is_pipe_rule(lines[at])) continue;
      table.rows.emplace_back();
      (this->*split)(lines[at], table.rows.back());
    }
    blocks.push_back(Block{std::move(table)});
    return at;
  }

  void split_tabs(std::string_view line, NativeRow& row) const {
    while (true) {
      const std::size_t tab = line.find('\t');
      add(row, std::string(line.substr(0, tab)));
      if (tab == std::string_view::npos) return;
      line.remove_prefix(tab + 1);
    }
  }

  void split_pipes(std::string_view line, NativeRow& row) const {
    line = trimmed(line);
    line.remove_prefix(1);
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == '|') {
        text += line[++i];
      } else if (line[i] == '|') {
        add(row, std::move(text));
        text.clear();
      } else {
        text += line[i];
      }
    }
    if (!is_blank(text)) add(row, std::move(text));
  }

  bool two_rows(std::size_t at, bool (*is_row)(std::string_view)) const {
    return is_row(lines[at]) && at + 1 < lines.size() && is_row(lines[at + 1]);
  }

  void read() {
    std::size_t at = 0;
    while (at < lines.size()) {
      if (two_rows(at, is_pipe_row)) {
        at = line_table(at, is_pipe_row, &Reader::split_pipes);
      } else if (two_rows(at, is_tabbed_row)) {
        at = line_table(at, is_tabbed_row, &Reader::split_tabs);
      } else if (begins_cell(lines[at])) {
        at = tika_table(at);
      } else {
        prose(lines[at++]);
      }
    }
  }
};

/// Two empty lines somewhere behind a line that begins a cell, before anything else begins.
bool has_double_ends(const Lines& lines) {
  bool in_table = false;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (begins_cell(lines[i])) in_table = true;
    if (in_table && lines[i].empty() && lines[i + 1].empty()) return true;
  }
  return false;
}

}  // namespace

Document read_text(std::string_view bytes, const Limits& limits) {
  if (bytes.size() > limits.text_bytes) {
    throw Error(ErrorCode::limit, "the text is larger than " + std::to_string(limits.text_bytes >> 20) + " MiB");
  }
  std::optional<DecodedText> decoded = decode_text(bytes);
  if (!decoded) throw Error(ErrorCode::unsupported, "the content is no text in a known encoding");
  if (is_blank(decoded->text)) throw Error(ErrorCode::empty, "the file holds nothing but white space");
  Document document;
  document.format = Format::text;
  if (decoded->unreadable > 0) {
    Finding finding;
    finding.code = "undecodable-text";
    finding.severity = Severity::error;
    finding.message = std::to_string(decoded->unreadable) + " byte sequence(s) are no characters in " +
                      decoded->encoding + "; each is given as U+FFFD.";
    document.findings.push_back(finding);
  }
  const std::string text = without_bookmarks(decoded->text);
  const Lines lines = lines_of(text);
  Reader reader{lines, limits, document.blocks, has_double_ends(lines)};
  reader.read();
  return document;
}

}  // namespace fubiao
