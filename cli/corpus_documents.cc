#include "cli/corpus_documents.h"

#include <fstream>
#include <system_error>
#include <utility>

#include "cli/corpus_json.h"
#include "cli/diagnostics.h"
#include "cli/inputs.h"
#include "cli/json_tree.h"
#include "extract/limits.h"

namespace fubiao {
namespace {

namespace fs = std::filesystem;

/// Of a report of `fubiao extract`: its fields are its cells.
Outcome outcome_of_report(const JsonNode& tree) {
  Outcome outcome;
  if (const JsonNode* error = member_of(tree, "error")) {
    outcome.failure = {text_of(*error, "code").value_or("unknown"), text_of(*error, "message").value_or("")};
    return outcome;
  }
  const JsonNode* head = member_of(tree, "report");
  if (head == nullptr) throw BrokenJson("has no \"report\"");
  outcome.head = {text_of(*head, "form"), text_of(*head, "title"), text_of(*head, "agency"), integer_of(*head, "year")};
  const auto each = [&](const char* key, const auto& use) {
    const JsonNode* list = member_of(tree, key);
    if (list == nullptr || !list->IsArray()) return;
    for (const JsonNode& item : list->GetArray()) use(item);
  };
  each("cells", [&](const JsonNode& cell) {
    outcome.fields.emplace(text_of(cell, "field").value_or(""), decimal_of(cell, "value"));
  });
  each("checks", [&](const JsonNode& check) {
    const JsonNode* holds = member_of(check, "holds");
    if (holds == nullptr || !holds->IsFalse()) return;
    outcome.failing_checks.push_back({text_of(check, "check").value_or(""), decimal_of(check, "expected"),
                                      decimal_of(check, "printed"), texts_of(check, "fields")});
  });
  each("findings", [&](const JsonNode& finding) { outcome.findings.push_back(finding_from(finding)); });
  return outcome;
}

/// nullopt: the end of a run.
std::optional<FoundOutcome> outcome_from_text(std::string_view json) {
  const JsonTree tree = parse_tree(json, "a result");
  const std::string schema = text_of(tree, "schema").value_or("");
  FoundOutcome found;
  if (schema.starts_with("fubiao/corpus-run/")) return std::nullopt;
  if (schema.starts_with("fubiao/corpus-case/") || schema.starts_with("fubiao/accepted/")) {
    found.key = text_of(tree, "path").value_or("");
    found.outcome = outcome_from(tree);
    found.has_tables = true;
    return found;
  }
  if (!schema.starts_with("fubiao/report/")) throw BrokenJson("is no result of fubiao extract or fubiao corpus run");
  if (const JsonNode* source = member_of(tree, "source")) found.key = text_of(*source, "path").value_or("");
  found.outcome = outcome_of_report(tree);
  return found;
}

using Use = std::function<void(FoundOutcome&&)>;
using Problem = std::function<void(const std::string&, const std::string&)>;

/// A document on one line is JSON Lines; anything else is one document.
void each_in_file(const std::string& path, const std::optional<std::string>& key, const Use& use,
                  const Problem& problem) {
  const auto give = [&](std::string_view json, DocumentPlace place, const std::string& where) {
    try {
      std::optional<FoundOutcome> found = outcome_from_text(json);
      if (!found) return;
      if (key) found->key = *key;
      found->place = std::move(place);
      use(std::move(*found));
    } catch (const BrokenJson& broken) {
      problem(where, broken.what());
    }
  };
  std::ifstream in(path, std::ios::binary);
  std::string line;
  std::getline(in, line);
  if (!in && line.empty()) {
    problem(path, fs::exists(path) ? "is empty, or cannot be read" : "is not there");
    return;
  }
  if (line.size() > 1 && (line.ends_with('}') || line.ends_with("}\r"))) {
    std::uint64_t offset = 0;
    for (long number = 1; in || !line.empty(); ++number) {
      if (line.find_first_not_of(" \t\r") != std::string::npos)
        give(line, {path, offset, line.size()}, path + ":" + std::to_string(number));
      offset += line.size() + 1;
      line.clear();
      if (!std::getline(in, line)) break;
    }
    return;
  }
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  if (error || size > Limits{}.json_bytes) {
    problem(path, error ? error.message() : "is larger than any result");
    return;
  }
  std::string all(static_cast<std::size_t>(size), '\0');
  in.clear();
  in.seekg(0);
  in.read(all.data(), static_cast<std::streamsize>(size));
  give(all, {path, 0, size}, path);
}

}  // namespace

void each_outcome(const std::string& path, const Use& use, const Problem& problem) {
  std::error_code error;
  if (!fs::exists(path, error)) throw WrongUsage(path + " is not there");
  if (!fs::is_directory(path, error)) {
    each_in_file(path, std::nullopt, use, problem);
    return;
  }
  static const FolderFiles files = {{".json", ".jsonl", ".ndjson"}, "results (.json, .jsonl, .ndjson)"};
  for (const Input& input : list_inputs({.paths = {path}, .files_from = {}}, files).inputs) {
    if (input.error) {
      problem(input.path, input.error->what());
      continue;
    }
    const bool single = input.output.extension() == ".json";
    fs::path key = input.output;
    key.replace_extension();
    each_in_file(input.path, single ? std::optional(key.native()) : std::nullopt, use, problem);
  }
}

std::optional<FoundOutcome> outcome_at(const DocumentPlace& place) {
  std::ifstream in(place.file, std::ios::binary);
  in.seekg(static_cast<std::streamoff>(place.offset));
  std::string json(static_cast<std::size_t>(place.size), '\0');
  if (!in.read(json.data(), static_cast<std::streamsize>(place.size))) return std::nullopt;
  try {
    return outcome_from_text(json);
  } catch (const BrokenJson&) {
    return std::nullopt;
  }
}

}  // namespace fubiao
