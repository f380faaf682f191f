// Which report this is: title, agency, year.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/document.h"
#include "layout/analyze.h"
#include "normalize/heading.h"

namespace fubiao {

struct Identity {
  std::optional<std::string> title;   ///< its lines joined without white space
  std::optional<std::string> agency;  ///< as printed, simplified or traditional
  std::optional<int> year;            ///< of the data
  std::vector<Finding> findings;      ///< `year-contradiction`
};

Identity identify(const Document& document, const Layout& layout, const ReportWords& words);
/// The same with `lines` at hand: narrative_lines(layout, words).
Identity identify(const Document& document, const Layout& layout, const std::vector<NarrativeLine>& lines,
                  const ReportWords& words);

/// The title without its year, and cut where the words say that the agency ends (政府信息公开 …); empty: nothing is
/// left.
std::string agency_of_title(std::string_view title, const ReportWords& words);

/// The years (2000 to 2099, in digits or as 二〇二三) that a title names, in order, each once.
std::vector<int> years_of_title(std::string_view title);

/// The year of the period that the prose says its figures are of ("自2023年1月1日至2023年12月31日"); nullopt where it
/// says none, or where the dates are damaged. `text` is tidy.
std::optional<int> year_of_period(std::string_view text);

}  // namespace fubiao
