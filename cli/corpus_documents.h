// The results that a run or `fubiao extract` wrote, one by one, as outcomes that can be compared.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "cli/corpus_result.h"

namespace fubiao {

/// Where a result stands. Few bytes for each, so that archives of any size can be compared.
struct DocumentPlace {
  std::filesystem::path file;
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
};

struct FoundOutcome {
  std::string key;  ///< the path of its report: in a folder that of its file, without ".json"; else as the result says
  DocumentPlace place;
  Outcome outcome;
  bool has_tables = false;  ///< reports of `fubiao extract` do not say what `corpus run` says of tables
};

/// Calls `use` for each result of a file (one document, or JSON Lines) or a folder (.json, .jsonl, .ndjson), in order;
/// the end of a run is passed over. `problem` gets what is no result. Throws WrongUsage where there is no such file.
void each_outcome(const std::string& path, const std::function<void(FoundOutcome&&)>& use,
                  const std::function<void(const std::string& where, const std::string& what)>& problem);

/// Reads one of them again; nullopt where the file has changed meanwhile.
std::optional<FoundOutcome> outcome_at(const DocumentPlace& place);

}  // namespace fubiao
