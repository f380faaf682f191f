// One table as CSV (RFC 4180).
//
// - Rows end in CR LF: the letter of the RFC, and what Excel, LibreOffice, pandas and Python's csv all read and write.
// - A field is quoted only where it has to be: comma, quote, line end. One case more: the blank cell of a row of one
//   column is "", since an empty line would be no row to most readers, and is what we put between two tables.
// - Values stand as printed, also those that begin with = + - @, which a spreadsheet may take for a formula. A mark
//   before them would change the data: -3 and +19 are numbers of reports. Who opens files of strangers in a spreadsheet
//   imports their columns as text; README says so.
#include "cli/tables_csv.h"

#include "normalize/clean_text.h"

namespace fubiao {
namespace {

void append_field(std::string_view text, std::string& csv) {
  const std::string clean = clean_text(text);
  if (clean.find_first_of(",\"\r\n") == std::string::npos) {
    csv += clean;
    return;
  }
  csv += '"';
  for (const char c : clean) {
    if (c == '"') csv += '"';
    csv += c;
  }
  csv += '"';
}

}  // namespace

std::string to_csv(const Table& table, SpanText spans) {
  std::string csv;
  for (const std::vector<std::string_view>& row : text_rows(table, spans)) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) csv += ',';
      append_field(row[i], csv);
    }
    if (row.size() == 1 && row.front().empty()) csv += "\"\"";
    csv += "\r\n";
  }
  return csv;
}

}  // namespace fubiao
