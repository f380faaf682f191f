// A filled-in 2021 form as text art, its truth, ways to damage it, and how what was read stands against the truth.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "normalize/form.h"
#include "normalize/report.h"

namespace fubiao {

using Art = std::vector<std::string>;              ///< of the tables, as make_table reads it
using Truth = std::map<std::string, std::string>;  ///< number of each path

/// A bundled form; throws std::logic_error where there is none.
const Form& form_named(const std::string& name);
/// The numbers of the three tables in reading order are the fields of the form in its order.
Truth sound_truth();
Report read_art(const Art& art);

/// How a report stands against the truth.
struct Outcome {
  int silent = 0;  ///< wrong or invented, and neither a failing check nor a warning lists it
  int lost = 0;
  int wolf = 0;      ///< right fields with a warning or a failing check
  std::string what;  ///< the silent ones
};
/// A number of the truth may be "null".
Outcome judge(const Report& report, const Truth& truth);
/// Every field that was given: its number as printed, "null" where there is none.
Truth values_of(const Report& report);
/// Whether a finding of that code quotes that text.
bool says(const Report& report, const std::string& code, const std::string& part);
/// Findings and failing checks, for messages.
std::string trace(const Report& report);

/// The first `from` replaced; throws std::logic_error where there is none.
std::string change(std::string text, const std::string& from, const std::string& to);
/// The line that holds `part`, with its line feed.
std::string line_with(const std::string& art, const std::string& part);
/// The texts of a line without white space at their ends, and back.
std::vector<std::string> cells_of(const std::string& line);
std::string line_of(const std::vector<std::string>& cells);
/// Applies `edit` to the cells of each line.
std::string each_line(const std::string& art, const std::function<void(std::vector<std::string>&)>& edit);

}  // namespace fubiao
