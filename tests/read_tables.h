// Tables read back from what was written, by parsers that share no code with the program.
#pragma once

#include <string>
#include <vector>

#include "cli/chosen_tables.h"

namespace fubiao::tests {

using Matrix = std::vector<std::vector<std::string>>;

/// Python's csv and html.parser (tests/read_tables.py). Throw std::runtime_error for what they do not take.
std::vector<Matrix> read_csv(const std::string& text);
std::vector<Matrix> read_html(const std::string& text);

/// What cmark-gfm makes of GitHub Flavored Markdown: HTML, where it hides raw HTML of the text.
std::string html_of_markdown(const std::string& text);

/// The matrix of a table, from its cells and spans alone.
Matrix matrix_of(const Table& table, SpanText spans);

/// Texts that mean something to each of the formats.
const std::vector<std::string>& hostile_texts();
/// A table with them below a row of 甲, 乙, 丙: one a row, and again behind an "x" in a merged cell.
Table hostile_table();

}  // namespace fubiao::tests
