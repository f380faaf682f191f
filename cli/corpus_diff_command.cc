#include <algorithm>
#include <map>
#include <utility>

#include "cli/corpus_command.h"
#include "cli/corpus_compare.h"
#include "cli/corpus_documents.h"
#include "cli/diagnostics.h"
#include "cli/output.h"
#include "normalize/json_writer.h"

namespace fubiao {
namespace {

constexpr const char* kDiffSchema = "fubiao/corpus-diff/1";

struct DiffCounts {
  long compared = 0;
  long differ = 0;
  long fields = 0;
  long only_before = 0;
  long only_after = 0;
};

std::string changes_text(const std::string& key, const std::vector<Change>& changes) {
  std::string text = printable(key) + '\n';
  for (const Change& change : changes)
    text += "    " + printable(change.what + ": " + change.accepted + " → " + change.now) + '\n';
  return text;
}

std::string changes_json(const std::string& key, const std::vector<Change>& changes) {
  return object({.indented = false},
                [&](JsonWriter& writer) {
                  member(writer, "schema", kDiffSchema);
                  member(writer, "path", key);
                  lines(writer, "changes", changes, [](JsonWriter& inner, const Change& change) {
                    member(inner, "what", change.what);
                    member(inner, "before", change.accepted);
                    member(inner, "after", change.now);
                  });
                }) +
         '\n';
}

std::string alone_text(const std::string& key, const char* side, bool json) {
  if (!json) return printable(key) + "\n    only in " + side + '\n';
  return object({.indented = false},
                [&](JsonWriter& writer) {
                  member(writer, "schema", kDiffSchema);
                  member(writer, "path", key);
                  member(writer, "only_in", std::string_view(side));
                }) +
         '\n';
}

std::string summary(const DiffCounts& counts, bool json) {
  if (json) {
    return object({.indented = false},
                  [&](JsonWriter& writer) {
                    member(writer, "schema", kDiffSchema);
                    for (const auto& [key, count] : {std::pair("compared", counts.compared),
                                                     {"differ", counts.differ},
                                                     {"fields", counts.fields},
                                                     {"only_before", counts.only_before},
                                                     {"only_after", counts.only_after}}) {
                      writer.Key(key);
                      writer.Int64(count);
                    }
                  }) +
           '\n';
  }
  return "\n" + std::to_string(counts.differ) + " of " + std::to_string(counts.compared) + " reports differ, in " +
         std::to_string(counts.fields) + " fields; " + std::to_string(counts.only_before) + " only in the first, " +
         std::to_string(counts.only_after) + " only in the second\n";
}

using Places = std::map<std::string, DocumentPlace, std::less<>>;

/// Each result by its key.
Places places_in(const std::string& path, const std::function<void(const std::string&, const std::string&)>& problem) {
  Places places;
  const auto add = [&](FoundOutcome&& found) {
    if (!places.emplace(found.key, std::move(found.place)).second) problem(path, "holds two results of " + found.key);
  };
  each_outcome(path, add, problem);
  return places;
}

bool is_field(const Change& change) {
  return change.what.find('.') != std::string::npos && change.what.find(' ') == std::string::npos;
}

}  // namespace

ExitStatus corpus_diff_command(const CorpusDiffCommand& command) {
  bool sound = true;
  const auto problem = [&](const std::string& where, const std::string& what) {
    complain_about(where, what);
    sound = false;
  };
  const Places before = places_in(command.before, problem);
  const Places after = places_in(command.after, problem);
  // Two files with one result each are of one report, whatever its path was.
  const bool one_each = before.size() == 1 && after.size() == 1;

  Output output({.extension = ".json"}, false);
  DiffCounts counts;
  const auto give = [&](const std::string& text) { sound = output.give({}, {{text}}) && sound; };
  for (const auto& [key, place] : after) {
    if (output.broken()) return ExitStatus::failed;
    const auto at = one_each ? before.begin() : before.find(key);
    if (at == before.end()) {
      ++counts.only_after;
      give(alone_text(key, "the second", command.json));
      continue;
    }
    std::optional<FoundOutcome> old = outcome_at(at->second);
    std::optional<FoundOutcome> now = outcome_at(place);
    if (!old || !now) {
      problem(key, "cannot be read again");
      continue;
    }
    if (!old->has_tables || !now->has_tables) {
      old->outcome.tables.clear();
      now->outcome.tables.clear();
    }
    const std::vector<Change> changes = changes_between(old->outcome, now->outcome, nullptr);
    ++counts.compared;
    if (changes.empty()) continue;
    ++counts.differ;
    counts.fields += std::count_if(changes.begin(), changes.end(), is_field);
    give(command.json ? changes_json(key, changes) : changes_text(key, changes));
  }
  for (const auto& [key, place] : before) {
    if (one_each || after.contains(key)) continue;
    ++counts.only_before;
    give(alone_text(key, "the first", command.json));
  }
  give(summary(counts, command.json));
  const bool same = counts.differ + counts.only_before + counts.only_after == 0;
  return output.close() && sound && same ? ExitStatus::ok : ExitStatus::failed;
}

}  // namespace fubiao
