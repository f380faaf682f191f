#include "tests/make_damage.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "tests/make_table.h"

namespace fubiao {

const Form& form_named(const std::string& name) {
  for (const Form& one : bundled_forms()) {
    if (one.name == name) return one;
  }
  throw std::logic_error("no such form");
}

Truth sound_truth() {
  std::vector<std::string> numbers;
  for (const std::string& art : {disclosure_2021(), requests_2021(), review_2021()}) {
    for (const Cell& cell : make_table(art).cells) {
      if (!cell.text.empty() && cell.text.find_first_not_of("0123456789.") == std::string::npos)
        numbers.push_back(cell.text);
    }
  }
  Truth truth;
  const std::vector<FormField> fields = fields_of(form_named("ogi-2021"));
  if (numbers.size() != fields.size()) throw std::logic_error("the art is not the form");
  for (std::size_t i = 0; i < fields.size(); ++i) truth[fields[i].path] = numbers[i];
  return truth;
}

Report read_art(const Art& art) {
  std::vector<Table> tables;
  for (const std::string& one : art) tables.push_back(make_table(one));
  return normalize({}, make_layout(std::move(tables)), bundled_set());
}

Outcome judge(const Report& report, const Truth& truth) {
  std::set<std::string> flagged;
  for (const Finding& finding : report.findings) {
    if (finding.severity != Severity::note) flagged.insert(finding.fields.begin(), finding.fields.end());
  }
  for (const Check& check : report.checks) {
    if (check.holds && !*check.holds) flagged.insert(check.fields.begin(), check.fields.end());
  }
  Outcome outcome;
  std::set<std::string> seen;
  for (const Field& field : report.fields) {
    seen.insert(field.path);
    const auto at = truth.find(field.path);
    const bool right = at != truth.end() && field.value == Decimal::parse(at->second);
    if (right) {
      outcome.wolf += static_cast<int>(flagged.count(field.path));
    } else if (field.value && flagged.count(field.path) == 0) {
      ++outcome.silent;
      outcome.what += " " + field.path + "=" + field.value->to_string();
    } else if (!field.value && at != truth.end() && at->second != "null") {
      ++outcome.lost;
    }
  }
  for (const auto& [path, value] : truth) {
    if (seen.count(path) == 0 && value != "null") ++outcome.lost;
  }
  return outcome;
}

Truth values_of(const Report& report) {
  Truth values;
  for (const Field& field : report.fields) values[field.path] = field.value ? field.value->to_string() : "null";
  return values;
}

bool says(const Report& report, const std::string& code, const std::string& part) {
  return std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
    return finding.code == code && finding.message.find(part) != std::string::npos;
  });
}

std::string trace(const Report& report) {
  std::string text;
  for (const Finding& f : report.findings) {
    text += "\n  " + std::string(name(f.severity)) + " " + f.code + " (" + std::to_string(f.fields.size()) + ") " +
            f.message;
  }
  for (const Check& check : report.checks) {
    if (check.holds && !*check.holds) text += "\n  fails: " + check.name;
  }
  return text;
}

std::string change(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::logic_error("not in the art: " + from);
  return text.replace(at, from.size(), to);
}

std::string line_with(const std::string& art, const std::string& part) {
  const std::size_t at = art.find(part);
  if (at == std::string::npos) throw std::logic_error("not in the art: " + part);
  const std::size_t begin = art.rfind('\n', at) + 1;
  return art.substr(begin, art.find('\n', at) + 1 - begin);
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::string cell;
  for (const char c : line + "|") {
    if (c == '|') {
      const std::size_t first = cell.find_first_not_of(" \n");
      cells.push_back(first == std::string::npos ? "" : cell.substr(first, cell.find_last_not_of(" \n") - first + 1));
      cell.clear();
    } else {
      cell += c;
    }
  }
  return cells;
}

std::string line_of(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) line += (i == 0 ? "" : " | ") + cells[i];
  return line + "\n";
}

std::string each_line(const std::string& art, const std::function<void(std::vector<std::string>&)>& edit) {
  std::string out;
  std::size_t begin = 0;
  while (begin < art.size()) {
    const std::size_t end = art.find('\n', begin);
    if (end > begin) {
      std::vector<std::string> cells = cells_of(art.substr(begin, end - begin));
      edit(cells);
      out += line_of(cells);
    }
    begin = end + 1;
  }
  return out;
}

}  // namespace fubiao
