// fubiao tables --format csv: one table as RFC 4180.
#pragma once

#include <string>
#include <string_view>

#include "cli/chosen_tables.h"

namespace fubiao {

/// UTF-8's byte order mark: without it Excel takes a CSV file for one in the code page of the system.
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Rows end in CR LF and have the same number of fields. Without a byte order mark.
std::string to_csv(const Table& table, SpanText spans);

}  // namespace fubiao
