#include "cli/corpus_text.h"

#include <algorithm>

#include "cli/diagnostics.h"
#include "cli/shown_values.h"

namespace fubiao {
namespace {

std::string place_text(const FieldMiss& miss) {
  if (miss.status.empty()) return " (not in the report)";
  std::string text;
  const auto part = [&](const char* what, const std::optional<int>& number) {
    if (number) text += (text.empty() ? "" : ", ") + std::string(what) + " " + std::to_string(*number);
  };
  part("page", miss.page);
  part("table", miss.table);
  part("row", miss.row);
  part("column", miss.column);
  return " (" + text + ": “" + miss.text + "”)";
}

std::string miss_line(const FieldMiss& miss) {
  const bool absent = miss.status.empty();
  const bool unknown = miss.kind == MissKind::not_there || (miss.kind == MissKind::invented && !miss.truth);
  return (miss.silent ? "SILENT " : "") + std::string(name(miss.kind)) + "  " + miss.field + ": " +
         (absent ? "absent" : shown(miss.value)) + ", truth " +
         (unknown ? "null or no such field" : shown(miss.truth)) + place_text(miss);
}

}  // namespace

std::string change_line(const Change& change) {
  return std::string(name(change.verdict)) + "  " + change.what + ": accepted " + change.accepted + ", now " +
         change.now;
}

std::vector<std::string> case_lines(const CaseResult& result) {
  std::vector<std::string> lines;
  for (const std::string& problem : result.problems) lines.push_back("problem  " + problem);
  if (result.outcome.failure)
    lines.push_back("not read  " + result.outcome.failure->message + " (" + result.outcome.failure->code + ")");
  std::vector<const FieldMiss*> misses;
  // A file that gave no report has lost them all: that line says it.
  if (!result.outcome.failure) {
    for (const FieldMiss& miss : result.misses) misses.push_back(&miss);
  }
  std::stable_sort(misses.begin(), misses.end(), [](const FieldMiss* a, const FieldMiss* b) {
    return std::make_pair(!a->silent, a->kind) < std::make_pair(!b->silent, b->kind);
  });
  for (const FieldMiss* miss : misses) lines.push_back(miss_line(*miss));
  if (!result.outcome.failure) {
    for (const OtherMiss& miss : result.other_misses)
      lines.push_back(miss.what + ": " + miss.value + ", truth " + miss.truth);
  }
  std::vector<Change> changes = result.changes;
  std::stable_sort(changes.begin(), changes.end(),
                   [](const Change& a, const Change& b) { return a.verdict > b.verdict; });
  for (const Change& change : changes) lines.push_back(change_line(change));
  return lines;
}

std::string case_text(const CaseResult& result, std::size_t most) {
  const std::vector<std::string> lines = case_lines(result);
  if (lines.empty()) return {};
  std::string text = printable(result.path);
  for (const std::string& name : result.about.switches)
    text += (&name == &result.about.switches.front() ? "  [" : ", ") + printable(name);
  if (!result.about.switches.empty()) text += ']';
  text += '\n';
  for (std::size_t i = 0; i < lines.size() && i < most; ++i) text += "    " + printable(lines[i]) + '\n';
  if (lines.size() > most) text += "    … " + std::to_string(lines.size() - most) + " more\n";
  return text;
}

}  // namespace fubiao
