// fubiao tables --format html: the tables of documents as a page of HTML 5.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/chosen_tables.h"
#include "normalize/json.h"

namespace fubiao {

/// What a page begins with. One page may hold many documents; nothing has to follow the last: a page is whole after
/// each.
std::string html_head(std::string_view title);

/// The section of one document: its name, then each table with its place, its caption and its merged cells.
std::string to_html(const SourceInfo& source, const std::vector<ChosenTable>& tables);
/// The record of a file that failed.
std::string to_html(const SourceInfo& source, const Error& error);

}  // namespace fubiao
