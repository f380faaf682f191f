// Tables from text art, for tests of what comes after layout.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/analyze.h"

namespace fubiao {

/// One line a row, cells between "|" (white space around a cell's text is dropped). "<" goes on with the cell on the
/// left, "^" with the cell above; a cell is the rectangle of what goes on with it. Every line has the same number of
/// cells; anything else throws std::logic_error.
Table make_table(std::string_view art);
/// The same from the texts of its slots.
Table make_table(const std::vector<std::vector<std::string>>& grid);

/// Tables in reading order, without prose.
Layout make_layout(std::vector<Table> tables);

/// The three tables of a filled-in 2021 form, of our own making: sums and balances hold, and no two rows or columns
/// have the same numbers, so that a shifted one shows.
std::string disclosure_2021();
std::string requests_2021();
std::string review_2021();
/// The disclosure table of 2019, filled in; its other tables are those of 2021 but for one row.
std::string disclosure_2019();

}  // namespace fubiao
