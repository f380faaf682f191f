// Small JSON files read whole: what lies beside a report, and what a run wrote. Included only where such a file is
// read; RapidJSON is large.
#pragma once

#define RAPIDJSON_HAS_STDSTRING 1
#include <rapidjson/document.h>

#include <exception>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "normalize/decimal.h"

namespace fubiao {

/// A JSON file that is there and cannot be used. `what()` names it, where it is known with the line.
class BrokenJson : public std::exception {
 public:
  explicit BrokenJson(std::string message) : message_(std::move(message)) {}
  const char* what() const noexcept override { return message_.c_str(); }

 private:
  std::string message_;
};

/// Numbers are kept as they are written, as strings: no value passes through a double.
using JsonTree = rapidjson::Document;
using JsonNode = rapidjson::Value;

/// Throws BrokenJson: no JSON, or no object.
JsonTree parse_tree(std::string_view json, std::string_view name);
/// nullopt: there is no such file. Throws BrokenJson.
std::optional<JsonTree> read_tree(const std::filesystem::path& file);

/// The member, or nullptr: absent, or null.
const JsonNode* member_of(const JsonNode& object, const char* key);
/// Of a member that is a string (or a number, as it is written); nullopt for anything else.
std::optional<std::string> text_of(const JsonNode& object, const char* key);
std::optional<int> integer_of(const JsonNode& object, const char* key);
/// Throws BrokenJson where it is there and no number that we can hold: a truth must not be half read.
std::optional<Decimal> decimal_of(const JsonNode& object, const char* key);
std::optional<Decimal> decimal_of(const JsonNode& value);
bool flag_of(const JsonNode& object, const char* key);
std::vector<std::string> texts_of(const JsonNode& object, const char* key);

}  // namespace fubiao
