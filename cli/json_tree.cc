#include "cli/json_tree.h"

#include <rapidjson/error/en.h>

#include <charconv>
#include <system_error>

#include "cli/diagnostics.h"
#include "extract/open.h"
#include "normalize/json_lines.h"
#include "normalize/read_reports.h"

namespace fubiao {
namespace {

std::string_view view_of(const JsonNode& value) {
  return {value.GetString(), value.GetStringLength()};
}

}  // namespace

JsonTree parse_tree(std::string_view json, std::string_view name) {
  JsonTree tree;
  if (json.starts_with("\xEF\xBB\xBF")) json.remove_prefix(3);
  // Iterative: however deep a file is nested, the stack is not.
  constexpr unsigned flags =
      rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
  tree.Parse<flags>(json.data(), json.size());
  if (tree.HasParseError()) {
    const TextPlace place = place_at(json, tree.GetErrorOffset());
    throw BrokenJson(std::string(name) + ":" + std::to_string(place.line) +
                     ": is no JSON: " + rapidjson::GetParseError_En(tree.GetParseError()));
  }
  if (!tree.IsObject()) throw BrokenJson(std::string(name) + ": is JSON, but no object");
  return tree;
}

std::optional<JsonTree> read_tree(const std::filesystem::path& file) {
  try {
    return parse_tree(load(file, file.native()).bytes, valid_utf8(file.native()));
  } catch (const Error& error) {
    if (error.code() == ErrorCode::not_found) return std::nullopt;
    throw BrokenJson(valid_utf8(file.native()) + ": " + error.what());
  }
}

const JsonNode* member_of(const JsonNode& object, const char* key) {
  if (!object.IsObject()) return nullptr;
  const auto found = object.FindMember(key);
  return found == object.MemberEnd() || found->value.IsNull() ? nullptr : &found->value;
}

std::optional<std::string> text_of(const JsonNode& object, const char* key) {
  const JsonNode* value = member_of(object, key);
  if (value == nullptr || !value->IsString()) return std::nullopt;
  return std::string(view_of(*value));
}

std::optional<int> integer_of(const JsonNode& object, const char* key) {
  const std::optional<std::string> text = text_of(object, key);
  if (!text) return std::nullopt;
  int number = 0;
  const auto end = std::from_chars(text->data(), text->data() + text->size(), number);
  if (end.ec != std::errc{} || end.ptr != text->data() + text->size()) return std::nullopt;
  return number;
}

std::optional<Decimal> decimal_of(const JsonNode& value) {
  if (value.IsNull()) return std::nullopt;
  std::optional<Decimal> number;
  if (value.IsString()) number = decimal_of_json(view_of(value));
  if (!number) throw BrokenJson("a value is neither null nor a number of up to 36 digits");
  return number;
}

std::optional<Decimal> decimal_of(const JsonNode& object, const char* key) {
  const JsonNode* value = member_of(object, key);
  return value == nullptr ? std::nullopt : decimal_of(*value);
}

bool flag_of(const JsonNode& object, const char* key) {
  const JsonNode* value = member_of(object, key);
  return value != nullptr && value->IsTrue();
}

std::vector<std::string> texts_of(const JsonNode& object, const char* key) {
  std::vector<std::string> texts;
  const JsonNode* list = member_of(object, key);
  if (list == nullptr || !list->IsArray()) return texts;
  for (const JsonNode& value : list->GetArray()) {
    if (value.IsString()) texts.emplace_back(view_of(value));
  }
  return texts;
}

}  // namespace fubiao
