#include "cli/check_text.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/diagnostics.h"

namespace fubiao {
namespace {

/// "3 breaks", "1 break".
std::string counted(long number, std::string_view one, std::string_view many) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : many);
}

std::string joined(const std::vector<std::string>& items, std::string_view separator) {
  std::string text;
  for (const std::string& item : items) text.append(text.empty() ? "" : separator).append(item);
  return text;
}

std::string place(const std::string& file, long line) {
  return printable(file) + (line > 0 ? ":" + std::to_string(line) : "");
}

/// Where a value stands, and what speaks against it.
std::string place(const FoundValue& value) {
  std::string text = place(value.file, value.line);
  if (value.read.page) text += ", page " + std::to_string(*value.read.page);
  if (!value.read.doubts.empty()) text += ", in doubt by " + printable(joined(value.read.doubts, " "));
  return text;
}

/// "四、结转下年度继续办理 > 总计: 5 (a.pdf.json, page 3; a.docx.json) and 6 (b.json)": each value once.
std::string shown(const FieldOfYear& field) {
  std::vector<std::pair<std::string, std::string>> values;  // the value, where it stands
  for (const FoundValue& value : field.values) {
    std::string number = value.read.value ? value.read.value->to_string() : "null";
    if (value.read.value && !value.read.unit.empty()) number += " " + printable(value.read.unit);
    const auto same = std::find_if(values.begin(), values.end(), [&](const auto& v) { return v.first == number; });
    if (same == values.end()) {
      values.emplace_back(std::move(number), place(value));
    } else {
      same->second += "; " + place(value);
    }
  }
  std::string text = printable(joined(field.label, " > ")) + ": ";
  for (std::size_t i = 0; i < values.size(); ++i) {
    text.append(i == 0 ? "" : " and ").append(values[i].first + " (" + values[i].second + ")");
  }
  return text;
}

std::string shown(const Break& one) {
  return "break: " + printable(one.agency) + " " + std::to_string(one.before.year) + ", " + shown(one.before) + "; " +
         std::to_string(one.after.year) + ", " + shown(one.after);
}

std::string shown(const Conflict& conflict) {
  return "conflict: " + printable(conflict.agency) + " " + std::to_string(conflict.field.year) + ", " +
         shown(conflict.field);
}

std::string shown(const Gap& gap) {
  std::string years = std::to_string(gap.before + 1);
  if (gap.after - gap.before > 2) years += " to " + std::to_string(gap.after - 1);
  return "gap: " + printable(gap.agency) + " has no report of " + years;
}

std::string shown(const Unplaced& unplaced) {
  return "unplaced: " + place(unplaced.file, unplaced.line) + " has no " +
         (unplaced.agency ? "year"
          : unplaced.year ? "agency"
                          : "agency and no year");
}

std::string summary(const Following& following) {
  long equal = 0;
  long blank = 0;
  long absent = 0;
  long units = 0;
  const auto unrelated = std::count_if(following.pairs.begin(), following.pairs.end(),
                                       [](const YearPair& pair) { return pair.unrelated; });
  for (const YearPair& pair : following.pairs) {
    equal += pair.equal;
    blank += pair.blank;
    absent += pair.absent;
    units += pair.units;
  }
  const auto failed = std::count_if(following.unplaced.begin(), following.unplaced.end(),
                                    [](const Unplaced& unplaced) { return !unplaced.error_code.empty(); });
  const auto size = [](const auto& list) { return static_cast<long>(list.size()); };

  std::string text = counted(following.reports, "report", "reports") + " of " +
                     counted(following.agencies, "agency", "agencies") + ", " +
                     counted(size(following.pairs), "pair", "pairs") +
                     " of following years: " + counted(equal, "value agrees", "values agree") + ", " +
                     counted(size(following.breaks), "break", "breaks");
  const auto add = [&](long number, std::string_view one, std::string_view many) {
    if (number > 0) text += "; " + counted(number, one, many);
  };
  add(blank, "value not compared, since it is blank", "values not compared, since one is blank");
  add(absent, "value not compared, since it is not printed", "values not compared, since one is not printed");
  add(units, "value not compared, since the units differ", "values not compared, since the units differ");
  add(unrelated, "pair with nothing to compare in its forms", "pairs with nothing to compare in their forms");
  add(size(following.conflicts), "conflict", "conflicts");
  add(size(following.gaps), "gap", "gaps");
  add(size(following.unplaced) - failed, "report without agency or year", "reports without agency or year");
  add(failed, "file that could not be extracted", "files that could not be extracted");
  add(size(following.unread), "input that is no report", "inputs that are no reports");
  return text;
}

}  // namespace

std::string check_text(const Following& following) {
  std::string text;
  for (const Break& one : following.breaks) text += shown(one) + '\n';
  for (const Conflict& conflict : following.conflicts) text += shown(conflict) + '\n';
  for (const Gap& gap : following.gaps) text += shown(gap) + '\n';
  for (const Unplaced& unplaced : following.unplaced) {
    if (unplaced.error_code.empty()) text += shown(unplaced) + '\n';
  }
  return text + summary(following) + '\n';
}

}  // namespace fubiao
