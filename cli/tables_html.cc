// Tables as HTML 5.
//
// - The end tags of body and html may be left out in HTML, so a page is valid after each document: results are handed
//   on before the next file is read, and a run that is stopped leaves a sound page.
// - Text from a file is escaped wherever it stands, never an attribute, and the page forbids itself every script and
//   every load (Content-Security-Policy): two locks, either of which would do.
// - A row that only goes on with cells from above is an empty <tr>: HTML's table model frowns on it, but the rows below
//   it would stand in the wrong place without it. Browsers read a colspan up to 1000 and a rowspan up to 65534.
#include "cli/tables_html.h"

#include "cli/diagnostics.h"
#include "cli/html_escape.h"
#include "cli/source_info.h"

namespace fubiao {
namespace {

constexpr std::string_view kStyle = R"(
body { margin: 2em auto; max-width: 80em; padding: 0 1em; font-family: sans-serif; line-height: 1.4; color: #222; }
section { margin-bottom: 4em; }
h1 { font-size: 1.3em; overflow-wrap: anywhere; }
h2 { font-size: 1em; font-weight: normal; color: #666; margin: 2em 0 0.3em; }
table { border-collapse: collapse; }
caption { text-align: left; font-weight: bold; padding-bottom: 0.3em; }
td { border: 1px solid #999; padding: 0.2em 0.5em; height: 1.4em; }
.error { color: #b00; }
)";

std::string heading(const SourceInfo& source) {
  return "<h1>" + html_escaped(shown_name(source)) + "</h1>\n";
}

void append_cell(const Cell& cell, std::string& html) {
  html += "<td";
  if (cell.row_span > 1) html += " rowspan=\"" + std::to_string(cell.row_span) + '"';
  if (cell.column_span > 1) html += " colspan=\"" + std::to_string(cell.column_span) + '"';
  html += '>' + html_escaped(cell.text) + "</td>";
}

void append_table(const Table& table, std::string& html) {
  html += "<table>\n";
  if (!table.caption.empty()) html += "<caption>" + html_escaped(table.caption) + "</caption>\n";
  auto cell = table.cells.begin();
  for (int row = 0; row < table.rows; ++row) {
    html += "<tr>";
    for (; cell != table.cells.end() && cell->row == row; ++cell) append_cell(*cell, html);
    html += "</tr>\n";
  }
  html += "</table>\n";
}

}  // namespace

std::string html_head(std::string_view title) {
  std::string html =
      "<!DOCTYPE html>\n"
      "<html lang=\"zh\">\n"
      "<head>\n"
      "<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  html += "<title>" + html_escaped(title) + "</title>\n";
  html += "<style>";
  html += kStyle;
  html += "</style>\n</head>\n<body>\n";
  return html;
}

std::string to_html(const SourceInfo& source, const std::vector<ChosenTable>& tables) {
  std::string html = "<section>\n" + heading(source);
  if (tables.empty()) html += "<p>No tables to show.</p>\n";
  for (const ChosenTable& chosen : tables) {
    html += "<h2>" + place_of(chosen) + "</h2>\n";
    append_table(chosen.table, html);
  }
  return html + "</section>\n";
}

std::string to_html(const SourceInfo& source, const Error& error) {
  return "<section>\n" + heading(source) + "<p class=\"error\">Error: " + html_escaped(shown_error(error)) +
         "</p>\n</section>\n";
}

}  // namespace fubiao
