#include "cli/corpus_board.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "cli/code_points.h"
#include "cli/diagnostics.h"

namespace fubiao {
namespace {

constexpr std::size_t kSlowest = 10;

void add_to(Tally& tally, const CaseResult& result) {
  const bool checked = result.truth == TruthState::checked;
  const Score& score = result.score;
  ++tally.files;
  tally.scored += checked ? 1 : 0;
  tally.perfect += checked && !result.outcome.failure && score.perfect() ? 1 : 0;
  tally.unchecked += result.truth == TruthState::unchecked ? 1 : 0;
  tally.failed += result.outcome.failure ? 1 : 0;
  tally.right += score.right;
  tally.wrong += score.wrong;
  tally.lost += score.lost;
  tally.invented += score.invented;
  tally.silent += score.silent;
  tally.alarms += score.alarms;
  tally.taken += score.taken;
  tally.heads += score.heads;
  tally.checks += score.checks;
  tally.tables_right += score.tables_right;
  tally.tables_wrong += score.tables_wrong;
}

// ---- text -----------------------------------------------------------------------------------------------------

struct BoardColumn {
  const char* head;
  long Tally::*count;
};
constexpr std::array<BoardColumn, 14> kColumns = {{{"files", &Tally::files},
                                                   {"scored", &Tally::scored},
                                                   {"perfect", &Tally::perfect},
                                                   {"right", &Tally::right},
                                                   {"wrong", &Tally::wrong},
                                                   {"lost", &Tally::lost},
                                                   {"invented", &Tally::invented},
                                                   {"SILENT", &Tally::silent},
                                                   {"alarms", &Tally::alarms},
                                                   {"taken", &Tally::taken},
                                                   {"failed", &Tally::failed},
                                                   {"heads", &Tally::heads},
                                                   {"checks", &Tally::checks},
                                                   {"tables", &Tally::tables_wrong}}};

std::string right_aligned(const std::string& text, std::size_t width) {
  return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

std::string left_aligned(std::string text, std::size_t width) {
  const std::size_t columns = columns_of(text);
  if (columns < width) text.append(width - columns, ' ');
  return text;
}

std::string row(const std::string& name, const Tally& tally, std::size_t width) {
  std::string line = left_aligned("  " + printable(name), width);
  for (const BoardColumn& column : kColumns) line += right_aligned(std::to_string(tally.*column.count), 9);
  return line + '\n';
}

std::string heads(const std::string& title, std::size_t width) {
  std::string line = left_aligned(title, width);
  for (const BoardColumn& column : kColumns) line += right_aligned(column.head, 9);
  return line + '\n';
}

std::string group(const std::string& title, const std::map<std::string, Tally>& rows, std::size_t width) {
  if (rows.empty()) return {};
  std::string text = '\n' + heads(title, width);
  for (const auto& [name, tally] : rows) text += row(name, tally, width);
  return text;
}

/// Something in its cases is not as it should be.
bool has_misses(const Tally& tally) {
  return tally.perfect < tally.scored || tally.failed > 0 || tally.silent > 0;
}

/// There are hundreds of switches: those whose cases are all perfect are only counted.
std::string switches_text(const std::map<std::string, Tally>& rows, std::size_t width) {
  std::map<std::string, Tally> shown;
  for (const auto& [name, tally] : rows) {
    if (has_misses(tally)) shown.emplace(name, tally);
  }
  std::string text = group("by switch", shown, width);
  const std::size_t clean = rows.size() - shown.size();
  if (clean == 0) return text;
  return text + (shown.empty() ? "\nby switch: all " : "  and ") + std::to_string(clean) + " without a miss\n";
}

std::string seconds_text(double seconds) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.3f s", seconds);
  return text.data();
}

std::string share_text(long part, long whole) {
  if (whole == 0) return {};
  std::array<char, 64> text{};
  // Never rounded up to 100: one field in a million is to be seen.
  const double share = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  std::snprintf(text.data(), text.size(), " (%.4f %%)", part == whole ? 100.0 : std::min(share, 99.9999));
  return text.data();
}

std::string accepted_text(const Scoreboard& board) {
  static constexpr std::array shown = {Verdict::worse,   Verdict::unjudged, Verdict::better,
                                       Verdict::changed, Verdict::same,     Verdict::fresh};
  std::string text;
  for (const Verdict verdict : shown) {
    const auto count = board.verdicts.find(verdict);
    if (count == board.verdicts.end() || count->second == 0) continue;
    text += (text.empty() ? "" : ", ") + std::to_string(count->second) + ' ' + std::string(name(verdict));
  }
  if (board.gone_count > 0) text += (text.empty() ? "" : ", ") + std::to_string(board.gone_count) + " gone";
  text = "\nagainst the accepted results: " + (text.empty() ? "no case" : text) + '\n';
  for (const std::string& path : board.gone) text += "  gone: " + printable(path) + '\n';
  if (board.gone_count > static_cast<long>(board.gone.size())) text += "  …\n";
  return text;
}

}  // namespace

CaseGroups groups_of(const CaseResult& result) {
  const auto known = [](const std::string& name, const char* otherwise) { return name.empty() ? otherwise : name; };
  const std::string format = known(result.format, "unknown");
  return {known(result.about.rendition, format.c_str()), known(result.about.form, "none")};
}

void Scoreboard::add(const CaseResult& result) {
  const CaseGroups groups = groups_of(result);
  add_to(all, result);
  add_to(by_format[groups.format], result);
  add_to(by_form[groups.form], result);
  for (const std::string& name : result.about.switches) add_to(by_switch[name], result);
  ++verdicts[result.verdict];
  const auto slower = [](const SlowCase& a, const SlowCase& b) { return a.seconds > b.seconds; };
  const SlowCase slow{result.seconds, result.path};
  slowest.insert(std::upper_bound(slowest.begin(), slowest.end(), slow, slower), slow);
  if (slowest.size() > kSlowest) slowest.pop_back();
}

bool Judgement::fails(const CaseResult& result) const {
  if (!result.problems.empty()) return true;
  switch (result.verdict) {
    case Verdict::same: return false;
    case Verdict::better:
    case Verdict::changed: return strict;
    case Verdict::unjudged:
    case Verdict::worse: return true;
    case Verdict::fresh: break;
  }
  return strict || result.outcome.failure || result.score.silent > 0;
}

std::string board_text(const Scoreboard& board) {
  // A name that is longer stands out of its column.
  constexpr std::size_t widest = 48;
  std::size_t width = 12;
  for (const auto* rows : {&board.by_format, &board.by_form, &board.by_switch}) {
    for (const auto& [name, tally] : *rows) width = std::clamp(columns_of(printable(name)) + 3, width, widest);
  }
  const Tally& all = board.all;
  std::string text = heads("", width) + row("all", all, width);
  text += group("by format", board.by_format, width);
  text += group("by form", board.by_form, width);
  text += switches_text(board.by_switch, width);
  if (!board.slowest.empty()) text += "\nslowest\n";
  for (const SlowCase& slow : board.slowest)
    text += "  " + right_aligned(seconds_text(slow.seconds), 9) + "  " + printable(slow.path) + '\n';
  text += accepted_text(board);
  const long fields = all.right + all.wrong + all.lost + all.invented;
  text += "\n" + std::to_string(all.perfect) + " of " + std::to_string(all.scored) + " reports perfect; " +
          std::to_string(all.right) + " of " + std::to_string(fields) + " fields right" +
          share_text(all.right, fields) + ", " + std::to_string(all.silent) + " silent errors; " +
          std::to_string(all.files) + " files in " + seconds_text(board.seconds) + " on " + std::to_string(board.jobs) +
          (board.jobs == 1 ? " worker\n" : " workers\n");
  if (all.unchecked > 0)
    text +=
        std::to_string(all.unchecked) + " unchecked: their truth waits for a person who compares it with the page\n";
  if (const long without = all.files - all.scored - all.unchecked; without > 0)
    text += std::to_string(without) + " without a truth: compared with what was accepted, not scored\n";
  return text;
}

}  // namespace fubiao
