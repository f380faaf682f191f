// fubiao tables --format markdown: the tables of a document as GitHub Flavored Markdown.
#pragma once

#include <string>
#include <vector>

#include "cli/chosen_tables.h"
#include "normalize/json.h"

namespace fubiao {

/// A heading with the document's name, then for each table a heading (its place, its caption) and a pipe table.
std::string to_markdown(const SourceInfo& source, const std::vector<ChosenTable>& tables, SpanText spans);
/// The record of a file that failed.
std::string to_markdown(const SourceInfo& source, const Error& error);

}  // namespace fubiao
