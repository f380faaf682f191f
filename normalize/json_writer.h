// What all JSON of the program has in common: RapidJSON's writer, and how it is laid out. Included only where JSON is
// written (normalize/json.cc, normalize/following_json.cc): the library is large.
#pragma once

#define RAPIDJSON_HAS_STDSTRING 1
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "normalize/clean_text.h"
#include "normalize/decimal.h"
#include "normalize/json.h"

namespace fubiao {

using JsonWriter = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

inline void write(JsonWriter& writer, std::string_view text) {
  writer.String(clean_text(text));
}
inline void write(JsonWriter& writer, int number) {
  writer.Int(number);
}
inline void write(JsonWriter& writer, const Decimal& number) {
  const std::string digits = number.to_string();
  writer.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
}
template <class Value>
void write(JsonWriter& writer, const std::optional<Value>& value) {
  if (value) {
    write(writer, *value);
  } else {
    writer.Null();
  }
}

template <class Value>
void member(JsonWriter& writer, const char* key, const Value& value) {
  writer.Key(key);
  write(writer, value);
}
template <class Value>
void member_if(JsonWriter& writer, const char* key, const std::optional<Value>& value) {
  if (value) member(writer, key, *value);
}
inline void member_if(JsonWriter& writer, const char* key, const std::string& text) {
  if (!text.empty()) member(writer, key, text);
}

/// What RapidJSON wrote with line breaks, on one line. A line feed in its output is always one of its own making:
/// those of strings are escaped.
std::string on_one_line(std::string_view json);

/// What `body` writes, as text.
template <class Body>
std::string rendered(JsonStyle style, const Body& body) {
  rapidjson::StringBuffer buffer;
  JsonWriter writer(buffer);
  writer.SetIndent(' ', style.indented ? 2 : 0);
  body(writer);
  const std::string_view text(buffer.GetString(), buffer.GetSize());
  return style.indented ? std::string(text) : on_one_line(text);
}

template <class Body>
std::string object(JsonStyle style, const Body& body) {
  return rendered(style, [&](JsonWriter& writer) {
    writer.StartObject();
    body(writer);
    writer.EndObject();
  });
}

/// An array on one line, also in the indented style.
template <class Body>
void array_on_line(JsonWriter& writer, const char* key, const Body& body) {
  writer.Key(key);
  const std::string text = rendered({.indented = false}, [&](JsonWriter& inner) {
    inner.StartArray();
    body(inner);
    inner.EndArray();
  });
  writer.RawValue(text.data(), text.size(), rapidjson::kArrayType);
}

/// An array of objects, each on a line of its own also in the indented style: a report has hundreds of them.
template <class Items, class Entry>
void lines(JsonWriter& writer, const char* key, const Items& items, const Entry& entry) {
  writer.Key(key);
  writer.StartArray();
  for (const auto& item : items) {
    const std::string text = object({.indented = false}, [&](JsonWriter& inner) { entry(inner, item); });
    writer.RawValue(text.data(), text.size(), rapidjson::kObjectType);
  }
  writer.EndArray();
}

/// The members of a place that apply.
inline void write_place(JsonWriter& writer, const Place& place) {
  member_if(writer, "page", place.page);
  member_if(writer, "table", place.table);
  member_if(writer, "row", place.row);
  member_if(writer, "column", place.column);
}

inline void strings(JsonWriter& writer, const char* key, const std::vector<std::string>& items) {
  writer.Key(key);
  writer.StartArray();
  for (const std::string& item : items) write(writer, item);
  writer.EndArray();
}

}  // namespace fubiao
