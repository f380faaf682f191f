#include "cli/chosen_tables.h"

#include <algorithm>
#include <set>
#include <utility>

#include "extract/limits.h"

namespace fubiao {
namespace {

void refuse_flood(const Table& table) {
  std::uint64_t bytes = 0;
  for (const Cell& cell : table.cells) {
    bytes += std::uint64_t{cell.text.size()} * static_cast<std::uint64_t>(cell.row_span) *
             static_cast<std::uint64_t>(cell.column_span);
    if (bytes > Limits{}.text_bytes) {
      throw Error(ErrorCode::limit, "with its merged cells repeated a table gives more than " +
                                        std::to_string(Limits{}.text_bytes) + " bytes");
    }
  }
}

}  // namespace

std::vector<ChosenTable> choose_tables(std::vector<Table> tables, const std::optional<PageList>& pages) {
  std::vector<ChosenTable> chosen;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const auto& parts = tables[i].parts;
    if (pages && std::none_of(parts.begin(), parts.end(), [&](const CellPart& p) { return contains(*pages, p.page); }))
      continue;
    chosen.push_back({static_cast<int>(i), std::move(tables[i])});
  }
  return chosen;
}

std::string place_of(const ChosenTable& chosen) {
  std::string place = "Table " + std::to_string(chosen.number);
  std::set<int> pages;
  for (const CellPart& part : chosen.table.parts) pages.insert(part.page);
  if (pages.empty()) return place;
  place += pages.size() == 1 ? ", page " : ", pages ";
  if (*pages.rbegin() - *pages.begin() + 1 == static_cast<int>(pages.size())) {
    place += std::to_string(*pages.begin());
    if (pages.size() > 1) place += "–" + std::to_string(*pages.rbegin());
    return place;
  }
  for (const int page : pages) place += (page == *pages.begin() ? "" : ", ") + std::to_string(page);
  return place;
}

std::vector<std::vector<std::string_view>> text_rows(const Table& table, SpanText spans) {
  if (spans == SpanText::repeat) refuse_flood(table);
  const std::vector<int> view = slots(table);
  std::vector<std::vector<std::string_view>> rows;
  std::size_t slot = 0;
  for (int row = 0; row < table.rows; ++row) {
    std::vector<std::string_view>& texts = rows.emplace_back();
    for (int column = 0; column < table.columns; ++column, ++slot) {
      if (view[slot] < 0) {
        texts.emplace_back();
        continue;
      }
      const Cell& cell = table.cells[static_cast<std::size_t>(view[slot])];
      const bool first = cell.row == row && cell.column == column;
      texts.push_back(first || spans == SpanText::repeat ? std::string_view(cell.text) : std::string_view());
    }
  }
  return rows;
}

}  // namespace fubiao
