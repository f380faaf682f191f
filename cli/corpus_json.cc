#include "cli/corpus_json.h"

#include <nettle/base64.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <utility>

#include "cli/source_info.h"
#include "normalize/json_writer.h"

namespace fubiao {
namespace {

constexpr const char* kCaseSchema = "fubiao/corpus-case/1";
constexpr const char* kRunSchema = "fubiao/corpus-run/1";
constexpr const char* kAcceptedSchema = "fubiao/accepted/1";

// ---- writing --------------------------------------------------------------------------------------------------

/// Three digits: milliseconds, tenths of a millimetre.
void rounded_member(JsonWriter& writer, const char* key, double value) {
  std::array<char, 64> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, 3).ptr;
  writer.Key(key);
  writer.RawValue(buffer.data(), static_cast<std::size_t>(end - buffer.data()), rapidjson::kNumberType);
}

void count_member(JsonWriter& writer, const char* key, long count) {
  writer.Key(key);
  writer.Int64(count);
}

void write_head(JsonWriter& writer, const ReportHead& head) {
  writer.Key("report");
  writer.StartObject();
  member(writer, "form", head.form);
  member(writer, "title", head.title);
  member(writer, "agency", head.agency);
  member(writer, "year", head.year);
  writer.EndObject();
}

void write_finding(JsonWriter& writer, const FindingMark& finding) {
  member(writer, "code", finding.code);
  member(writer, "severity", name(finding.severity));
  strings(writer, "fields", finding.fields);
  write_place(writer, finding.place);
}

void write_table(JsonWriter& writer, const TableArt& table) {
  writer.StartObject();
  member(writer, "caption", table.caption);
  array_on_line(writer, "pages", [&](JsonWriter& inner) {
    for (int page : table.pages) write(inner, page);
  });
  strings(writer, "lines", table.lines);
  writer.EndObject();
}

void write_outcome(JsonWriter& writer, const Outcome& outcome) {
  if (outcome.failure) {
    writer.Key("error");
    writer.StartObject();
    member(writer, "code", outcome.failure->code);
    member(writer, "message", outcome.failure->message);
    writer.EndObject();
    return;
  }
  write_head(writer, outcome.head);
  writer.Key("fields");
  writer.StartObject();
  for (const auto& [path, value] : outcome.fields) member(writer, path.c_str(), value);
  writer.EndObject();
  lines(writer, "failing_checks", outcome.failing_checks, [](JsonWriter& inner, const FailingCheck& check) {
    member(inner, "check", check.check);
    member(inner, "expected", check.expected);
    member(inner, "printed", check.printed);
    strings(inner, "fields", check.fields);
  });
  lines(writer, "findings", outcome.findings, write_finding);
  writer.Key("tables");
  writer.StartArray();
  for (const TableArt& table : outcome.tables) write_table(writer, table);
  writer.EndArray();
}

void write_miss(JsonWriter& writer, const FieldMiss& miss) {
  member(writer, "field", miss.field);
  member(writer, "kind", name(miss.kind));
  writer.Key("silent");
  writer.Bool(miss.silent);
  member(writer, "truth", miss.truth);
  member(writer, "value", miss.value);
  strings(writer, "doubts", miss.doubts);
  if (miss.status.empty()) return;
  member(writer, "text", miss.text);
  member(writer, "status", miss.status);
  member_if(writer, "page", miss.page);
  if (miss.box) {
    array_on_line(writer, "bbox", [&](JsonWriter& inner) {
      for (const double value : {miss.box->x0, miss.box->y0, miss.box->x1, miss.box->y1}) {
        std::array<char, 64> buffer{};
        const auto end =
            std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, 1);
        inner.RawValue(buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data()), rapidjson::kNumberType);
      }
    });
  }
  member_if(writer, "table", miss.table);
  member_if(writer, "row", miss.row);
  member_if(writer, "column", miss.column);
  if (!miss.picture.empty()) member(writer, "picture", base64(miss.picture));
}

struct ScoreKey {
  const char* key;
  int Score::*count;
};
constexpr std::array<ScoreKey, 13> kScoreKeys = {{{"right", &Score::right},
                                                  {"wrong", &Score::wrong},
                                                  {"lost", &Score::lost},
                                                  {"invented", &Score::invented},
                                                  {"silent", &Score::silent},
                                                  {"alarms", &Score::alarms},
                                                  {"not_given", &Score::not_given},
                                                  {"not_there", &Score::not_there},
                                                  {"taken", &Score::taken},
                                                  {"heads", &Score::heads},
                                                  {"checks", &Score::checks},
                                                  {"tables_right", &Score::tables_right},
                                                  {"tables_wrong", &Score::tables_wrong}}};

struct TallyKey {
  const char* key;
  long Tally::*count;
};
constexpr std::array<TallyKey, 16> kTallyKeys = {{{"files", &Tally::files},
                                                  {"scored", &Tally::scored},
                                                  {"perfect", &Tally::perfect},
                                                  {"unchecked", &Tally::unchecked},
                                                  {"failed", &Tally::failed},
                                                  {"right", &Tally::right},
                                                  {"wrong", &Tally::wrong},
                                                  {"lost", &Tally::lost},
                                                  {"invented", &Tally::invented},
                                                  {"silent", &Tally::silent},
                                                  {"alarms", &Tally::alarms},
                                                  {"taken", &Tally::taken},
                                                  {"heads", &Tally::heads},
                                                  {"checks", &Tally::checks},
                                                  {"tables_right", &Tally::tables_right},
                                                  {"tables_wrong", &Tally::tables_wrong}}};

void write_tally(JsonWriter& writer, const Tally& tally) {
  writer.StartObject();
  for (const TallyKey& entry : kTallyKeys) count_member(writer, entry.key, tally.*entry.count);
  writer.EndObject();
}

void write_tallies(JsonWriter& writer, const char* key, const std::map<std::string, Tally>& groups) {
  writer.Key(key);
  writer.StartObject();
  for (const auto& [group, tally] : groups) {
    writer.Key(group);
    write_tally(writer, tally);
  }
  writer.EndObject();
}

// ---- reading --------------------------------------------------------------------------------------------------

/// Calls `use` for each object of the member, which may be absent.
template <class Use>
void each_object(const JsonNode& tree, const char* key, const Use& use) {
  const JsonNode* list = member_of(tree, key);
  if (list == nullptr || !list->IsArray()) return;
  for (const JsonNode& item : list->GetArray()) {
    if (item.IsObject()) use(item);
  }
}

/// The value of an enum by its name; the first of `values` for a name that none of them has.
template <class Enum, std::size_t Count>
Enum enum_of(const std::optional<std::string>& text, const std::array<Enum, Count>& values) {
  const auto found = std::find_if(values.begin(), values.end(), [&](Enum value) { return text == name(value); });
  return found == values.end() ? values.front() : *found;
}

constexpr std::array kSeverities = {Severity::note, Severity::warning, Severity::error};
constexpr std::array kKinds = {MissKind::wrong,     MissKind::invented,  MissKind::lost,
                               MissKind::not_given, MissKind::not_there, MissKind::taken};
constexpr std::array kTruths = {TruthState::none, TruthState::unchecked, TruthState::checked};
constexpr std::array kVerdicts = {Verdict::fresh,   Verdict::same,     Verdict::better,
                                  Verdict::changed, Verdict::unjudged, Verdict::worse};

double real_of(const JsonNode& object, const char* key) {
  const std::string text = text_of(object, key).value_or("0");
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::string decoded(const std::string& text) {
  base64_decode_ctx context;
  base64_decode_init(&context);
  std::string bytes(BASE64_DECODE_LENGTH(text.size()), '\0');
  std::size_t length = 0;
  const int good =
      base64_decode_update(&context, &length, reinterpret_cast<uint8_t*>(bytes.data()), text.size(), text.data());
  bytes.resize(good == 1 ? length : 0);
  return bytes;
}

FieldMiss miss_from(const JsonNode& tree) {
  FieldMiss miss;
  miss.field = text_of(tree, "field").value_or("");
  miss.kind = enum_of(text_of(tree, "kind"), kKinds);
  miss.silent = flag_of(tree, "silent");
  miss.truth = decimal_of(tree, "truth");
  miss.value = decimal_of(tree, "value");
  miss.doubts = texts_of(tree, "doubts");
  miss.text = text_of(tree, "text").value_or("");
  miss.status = text_of(tree, "status").value_or("");
  miss.page = integer_of(tree, "page");
  miss.table = integer_of(tree, "table");
  miss.row = integer_of(tree, "row");
  miss.column = integer_of(tree, "column");
  miss.picture = decoded(text_of(tree, "picture").value_or(""));
  const JsonNode* box = member_of(tree, "bbox");
  if (box != nullptr && box->IsArray() && box->Size() == 4) {
    std::array<double, 4> edges{};
    for (rapidjson::SizeType i = 0; i < 4; ++i) {
      const JsonNode& edge = (*box)[i];
      if (edge.IsString()) std::from_chars(edge.GetString(), edge.GetString() + edge.GetStringLength(), edges[i]);
    }
    miss.box = Box{edges[0], edges[1], edges[2], edges[3]};
  }
  return miss;
}

}  // namespace

std::string accepted_json(const Outcome& outcome) {
  rapidjson::StringBuffer buffer;
  JsonWriter writer(buffer);
  writer.SetIndent(' ', 1);
  writer.StartObject();
  member(writer, "schema", kAcceptedSchema);
  // The wording of a message may change without a difference that anybody accepts.
  Outcome kept = outcome;
  if (kept.failure) kept.failure->message.clear();
  write_outcome(writer, kept);
  writer.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + '\n';
}

FindingMark finding_from(const JsonNode& tree) {
  return {
      text_of(tree, "code").value_or(""), enum_of(text_of(tree, "severity"), kSeverities), texts_of(tree, "fields"),
      Place{integer_of(tree, "page"), integer_of(tree, "table"), integer_of(tree, "row"), integer_of(tree, "column")}};
}

Outcome outcome_from(const JsonNode& tree) {
  Outcome outcome;
  if (const JsonNode* error = member_of(tree, "error")) {
    outcome.failure = {text_of(*error, "code").value_or("unknown"), text_of(*error, "message").value_or("")};
    return outcome;
  }
  const JsonNode* head = member_of(tree, "report");
  const JsonNode* fields = member_of(tree, "fields");
  if (head == nullptr || fields == nullptr || !fields->IsObject())
    throw BrokenJson("has no \"report\" or no \"fields\"");
  outcome.head = {text_of(*head, "form"), text_of(*head, "title"), text_of(*head, "agency"), integer_of(*head, "year")};
  for (const auto& [path, value] : fields->GetObject())
    outcome.fields.emplace(std::string(path.GetString(), path.GetStringLength()), decimal_of(value));
  each_object(tree, "failing_checks", [&](const JsonNode& check) {
    outcome.failing_checks.push_back({text_of(check, "check").value_or(""), decimal_of(check, "expected"),
                                      decimal_of(check, "printed"), texts_of(check, "fields")});
  });
  each_object(tree, "findings", [&](const JsonNode& finding) { outcome.findings.push_back(finding_from(finding)); });
  each_object(tree, "tables", [&](const JsonNode& table) {
    TableArt art{text_of(table, "caption").value_or(""), {}, texts_of(table, "lines")};
    for (const std::string& page : texts_of(table, "pages")) {
      int number = 0;
      std::from_chars(page.data(), page.data() + page.size(), number);
      art.pages.push_back(number);
    }
    outcome.tables.push_back(std::move(art));
  });
  return outcome;
}

std::string to_json(const CaseResult& result, JsonStyle style) {
  return object(style, [&](JsonWriter& writer) {
    member(writer, "schema", kCaseSchema);
    member(writer, "path", result.path);
    member_if(writer, "format", result.format);
    member_if(writer, "proves", result.about.proves);
    member_if(writer, "form", result.about.form);
    member_if(writer, "rendition", result.about.rendition);
    strings(writer, "switches", result.about.switches);
    if (result.about.evidence_taken) {
      writer.Key("evidence_taken");
      writer.Bool(true);
    }
    rounded_member(writer, "seconds", result.seconds);
    member(writer, "truth", name(result.truth));
    if (result.truth == TruthState::checked) {
      writer.Key("score");
      writer.StartObject();
      for (const ScoreKey& entry : kScoreKeys) member(writer, entry.key, result.score.*entry.count);
      writer.EndObject();
      lines(writer, "misses", result.misses, write_miss);
      lines(writer, "other_misses", result.other_misses, [](JsonWriter& inner, const OtherMiss& miss) {
        member(inner, "what", miss.what);
        member(inner, "truth", miss.truth);
        member(inner, "value", miss.value);
      });
    }
    member(writer, "verdict", name(result.verdict));
    lines(writer, "changes", result.changes, [](JsonWriter& inner, const Change& change) {
      member(inner, "verdict", name(change.verdict));
      member(inner, "what", change.what);
      member(inner, "accepted", change.accepted);
      member(inner, "now", change.now);
    });
    strings(writer, "problems", result.problems);
    write_outcome(writer, result.outcome);
  });
}

CaseResult case_from_json(std::string_view json) {
  const JsonTree tree = parse_tree(json, "a case");
  if (text_of(tree, "schema") != kCaseSchema) throw BrokenJson("is no case of a corpus run");
  CaseResult result;
  result.path = text_of(tree, "path").value_or("");
  result.format = text_of(tree, "format").value_or("");
  result.about = {text_of(tree, "proves").value_or(""), text_of(tree, "form").value_or(""),
                  text_of(tree, "rendition").value_or(""), texts_of(tree, "switches"), flag_of(tree, "evidence_taken")};
  result.seconds = real_of(tree, "seconds");
  result.truth = enum_of(text_of(tree, "truth"), kTruths);
  if (const JsonNode* score = member_of(tree, "score")) {
    for (const ScoreKey& entry : kScoreKeys) result.score.*entry.count = integer_of(*score, entry.key).value_or(0);
  }
  each_object(tree, "misses", [&](const JsonNode& miss) { result.misses.push_back(miss_from(miss)); });
  each_object(tree, "other_misses", [&](const JsonNode& miss) {
    result.other_misses.push_back(
        {text_of(miss, "what").value_or(""), text_of(miss, "truth").value_or(""), text_of(miss, "value").value_or("")});
  });
  result.verdict = enum_of(text_of(tree, "verdict"), kVerdicts);
  each_object(tree, "changes", [&](const JsonNode& change) {
    result.changes.push_back({enum_of(text_of(change, "verdict"), kVerdicts), text_of(change, "what").value_or(""),
                              text_of(change, "accepted").value_or(""), text_of(change, "now").value_or("")});
  });
  result.problems = texts_of(tree, "problems");
  result.outcome = outcome_from(tree);
  return result;
}

std::string to_json(const Scoreboard& board, bool failed, JsonStyle style) {
  return object(style, [&](JsonWriter& writer) {
    member(writer, "schema", kRunSchema);
    writer.Key("failed");
    writer.Bool(failed);
    rounded_member(writer, "seconds", board.seconds);
    member(writer, "jobs", board.jobs);
    writer.Key("all");
    write_tally(writer, board.all);
    write_tallies(writer, "by_format", board.by_format);
    write_tallies(writer, "by_form", board.by_form);
    write_tallies(writer, "by_switch", board.by_switch);
    lines(writer, "slowest", board.slowest, [](JsonWriter& inner, const SlowCase& slow) {
      rounded_member(inner, "seconds", slow.seconds);
      member(inner, "path", slow.path);
    });
    writer.Key("verdicts");
    writer.StartObject();
    for (const Verdict verdict : kVerdicts) {
      const auto count = board.verdicts.find(verdict);
      count_member(writer, std::string(name(verdict)).c_str(), count == board.verdicts.end() ? 0 : count->second);
    }
    count_member(writer, "gone", board.gone_count);
    writer.EndObject();
    strings(writer, "gone", board.gone);
  });
}

}  // namespace fubiao
