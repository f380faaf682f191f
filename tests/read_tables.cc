#include "read_tables.h"

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "make_table.h"
#include "run_program.h"

namespace fubiao::tests {
namespace {

/// Standard output of a command, given the text as a file.
std::string output_of(const std::string& command, const std::string& text) {
  const TemporaryFolder folder;
  const std::string line = command + " '" + folder.write("text", text) + "' 2>&1";
  std::FILE* pipe = ::popen(line.c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
  std::string out;
  std::array<char, 1 << 16> buffer{};
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe)) out.append(buffer.data(), got);
  const int status = ::pclose(pipe);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw std::runtime_error(command + ": " + out);
  return out;
}

std::vector<Matrix> read(const std::string& format, const std::string& text) {
  const std::string command = "python3 '" FUBIAO_SOURCE "/tests/read_tables.py' " + format;
  return nlohmann::json::parse(output_of(command, text)).get<std::vector<Matrix>>();
}

}  // namespace

std::vector<Matrix> read_csv(const std::string& text) {
  return read("csv", text);
}

std::vector<Matrix> read_html(const std::string& text) {
  return read("html", text);
}

std::string html_of_markdown(const std::string& text) {
  return output_of("cmark-gfm -e table -e strikethrough -e autolink", text);
}

Matrix matrix_of(const Table& table, SpanText spans) {
  Matrix matrix(static_cast<std::size_t>(table.rows),
                std::vector<std::string>(static_cast<std::size_t>(table.columns)));
  for (const Cell& cell : table.cells) {
    const int rows = spans == SpanText::repeat ? cell.row_span : 1;
    const int columns = spans == SpanText::repeat ? cell.column_span : 1;
    for (int row = cell.row; row < cell.row + rows; ++row) {
      for (int column = cell.column; column < cell.column + columns; ++column)
        matrix.at(static_cast<std::size_t>(row)).at(static_cast<std::size_t>(column)) = cell.text;
    }
  }
  return matrix;
}

const std::vector<std::string>& hostile_texts() {
  static const std::vector<std::string> texts = {
      "<script>alert(1)</script>",
      "</td></tr></table><img src=x onerror=alert(1)>",
      "\" onmouseover=\"alert(1)",
      "a|b\\|c\\",
      "\"quoted\", 'single', comma",
      "=cmd|' /C calc'!A0",
      "+19",
      "-3",
      "@SUM(A1)",
      "# 1",
      "- 1",
      "1. 1",
      "---",
      "*a* _b_ **c** `d` ~~e~~ $f$",
      "[a](javascript:alert(1))",
      "![a](x)",
      "&amp; &lt; &#39;",
      "<!-- a",
      "]]>",
      "二、（一）“甲”、乙；丙",
      "",
  };
  return texts;
}

Table hostile_table() {
  Table table = make_table("甲 | 乙 | 丙");
  table.rows = 1 + static_cast<int>(hostile_texts().size());
  for (int row = 1; row < table.rows; ++row) {
    Cell text;
    text.row = row;
    text.text = hostile_texts()[static_cast<std::size_t>(row - 1)];
    Cell merged;
    merged.row = row;
    merged.column = 1;
    merged.column_span = 2;
    merged.text = "x" + text.text;
    table.cells.push_back(text);
    table.cells.push_back(merged);
  }
  return table;
}

}  // namespace fubiao::tests
