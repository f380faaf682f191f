// The JSON of `fubiao check`: schema "fubiao/check/1", described in docs/check.schema.json.
//
// Decides: the order of the keys, and what is null and what is absent: a value, an agency or a year is null where the
// report says null; a line, a source, a page and a unit that do not apply are absent. Numbers are written as decimals,
// like those of a report (json.cc). Invariant: the same reports give the same bytes. Does not apply to: what a break
// is.
#include <string>

#include "normalize/following.h"
#include "normalize/json_writer.h"

namespace fubiao {
namespace {

constexpr char check_schema[] = "fubiao/check/1";

void write_place(JsonWriter& writer, const std::string& file, long line, const std::string& source) {
  member(writer, "file", file);
  if (line > 0) {
    writer.Key("line");
    writer.Int64(line);
  }
  member_if(writer, "source", source);
}

void write_field(JsonWriter& writer, const char* key, const FieldOfYear& field) {
  writer.Key(key);
  writer.StartObject();
  member(writer, "year", field.year);
  member(writer, "field", field.field);
  strings(writer, "label", field.label);
  writer.Key("values");
  writer.StartArray();
  for (const FoundValue& value : field.values) {
    writer.StartObject();
    member(writer, "value", value.read.value);
    member_if(writer, "unit", value.read.unit);
    write_place(writer, value.file, value.line, value.source);
    member_if(writer, "page", value.read.page);
    strings(writer, "doubts", value.read.doubts);
    writer.EndObject();
  }
  writer.EndArray();
  writer.EndObject();
}

void write_break(JsonWriter& writer, const Break& one) {
  member(writer, "agency", one.agency);
  write_field(writer, "before", one.before);
  write_field(writer, "after", one.after);
}

void write_conflict(JsonWriter& writer, const Conflict& conflict) {
  member(writer, "agency", conflict.agency);
  write_field(writer, "in", conflict.field);
}

void write_gap(JsonWriter& writer, const Gap& gap) {
  member(writer, "agency", gap.agency);
  member(writer, "before", gap.before);
  member(writer, "after", gap.after);
}

void write_pair(JsonWriter& writer, const YearPair& pair) {
  member(writer, "agency", pair.agency);
  member(writer, "before", pair.before);
  member(writer, "after", pair.after);
  member(writer, "equal", pair.equal);
  member(writer, "breaks", pair.breaks);
  member(writer, "blank", pair.blank);
  member(writer, "absent", pair.absent);
  member(writer, "units", pair.units);
}

void write_unplaced(JsonWriter& writer, const Unplaced& unplaced) {
  write_place(writer, unplaced.file, unplaced.line, unplaced.source);
  if (unplaced.error_code.empty()) {
    member(writer, "agency", unplaced.agency);
    member(writer, "year", unplaced.year);
  } else {
    member(writer, "error", unplaced.error_code);
  }
}

void write_unread(JsonWriter& writer, const Unread& unread) {
  write_place(writer, unread.file, unread.line, {});
  writer.Key("error");
  writer.StartObject();
  member(writer, "code", name(unread.error.code()));
  member(writer, "message", std::string_view(unread.error.what()));
  writer.EndObject();
}

}  // namespace

std::string to_json(const Following& following, JsonStyle style) {
  return object(style, [&](JsonWriter& writer) {
    member(writer, "schema", std::string_view(check_schema));
    member(writer, "reports", following.reports);
    member(writer, "agencies", following.agencies);
    lines(writer, "breaks", following.breaks, write_break);
    lines(writer, "conflicts", following.conflicts, write_conflict);
    lines(writer, "gaps", following.gaps, write_gap);
    lines(writer, "pairs", following.pairs, write_pair);
    lines(writer, "unplaced", following.unplaced, write_unplaced);
    lines(writer, "unread", following.unread, write_unread);
  });
}

}  // namespace fubiao
