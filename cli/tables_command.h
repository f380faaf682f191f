// fubiao tables: every table of any document, whatever form it has.
#pragma once

#include <optional>

#include "cli/batch.h"
#include "cli/chosen_tables.h"
#include "cli/page_list.h"

namespace fubiao {

enum class TablesFormat {
  json,      ///< one record for each input
  csv,       ///< one file for each table; on standard output the tables of one input, an empty line between them
  markdown,  ///< one document for each input; on standard output one after the other
  html,      ///< one page for each input; on standard output one page for all
};

struct TablesOptions {
  BatchOptions batch;
  TablesFormat format = TablesFormat::json;
  std::optional<PageList> pages;     ///< --pages; absent: all tables
  SpanText spans = SpanText::blank;  ///< csv and markdown
};

/// Throws WrongUsage.
ExitStatus tables_command(const TablesOptions& options);

}  // namespace fubiao
