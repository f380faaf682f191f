// Tables as GitHub Flavored Markdown.
//
// - A pipe table has exactly one header row, and it cannot be left out: the first row stands there, whatever it holds.
// - Text from the file always stands inside a line that we begin (a heading, a row, "Error: "), so nothing in it can
//   begin a block: no list, no heading, no thematic break. Within the line each character that Markdown may take for
//   markup gets a backslash, and the three of HTML become entities, for the tools that pass HTML through unread.
// - Columns are not padded with blanks: an ideograph is as wide as two letters in some fonts only.
#include "cli/tables_markdown.h"

#include "cli/diagnostics.h"
#include "cli/source_info.h"
#include "normalize/clean_text.h"

namespace fubiao {
namespace {

/// One line of literal text.
std::string literal(std::string_view text) {
  std::string line;
  const std::string clean = clean_text(text);
  for (std::size_t i = 0; i < clean.size(); ++i) {
    const char c = clean[i];
    switch (c) {
      case '&': line += "&amp;"; break;
      case '<': line += "&lt;"; break;
      case '>': line += "&gt;"; break;
      case '\r':
        if (i + 1 < clean.size() && clean[i + 1] == '\n') break;
        [[fallthrough]];
      case '\n': line += "<br>"; break;
      // $ is mathematics on GitHub, # would end a heading, ~ strikes out.
      case '\\':
      case '|':
      case '`':
      case '*':
      case '_':
      case '[':
      case ']':
      case '~':
      case '#':
      case '$':
        line += '\\';
        line += c;
        break;
      default: line += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    }
  }
  return line;
}

void append_row(const std::vector<std::string_view>& row, std::string& markdown) {
  markdown += '|';
  for (const std::string_view text : row) markdown += ' ' + literal(text) + " |";
  markdown += '\n';
}

std::string heading(const SourceInfo& source) {
  return "# " + literal(shown_name(source)) + "\n\n";
}

}  // namespace

std::string to_markdown(const SourceInfo& source, const std::vector<ChosenTable>& tables, SpanText spans) {
  std::string markdown = heading(source);
  if (tables.empty()) return markdown + "No tables to show.\n";
  for (const ChosenTable& chosen : tables) {
    if (&chosen != &tables.front()) markdown += '\n';
    markdown += "## " + place_of(chosen);
    if (!chosen.table.caption.empty()) markdown += ": " + literal(chosen.table.caption);
    markdown += "\n\n";
    const std::vector<std::vector<std::string_view>> rows = text_rows(chosen.table, spans);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      append_row(rows[i], markdown);
      if (i > 0) continue;
      markdown += '|';
      for (std::size_t column = 0; column < rows[i].size(); ++column) markdown += " --- |";
      markdown += '\n';
    }
  }
  return markdown;
}

std::string to_markdown(const SourceInfo& source, const Error& error) {
  return heading(source) + "Error: " + literal(shown_error(error)) + "\n";
}

}  // namespace fubiao
