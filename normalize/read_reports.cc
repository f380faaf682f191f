// Decides what of a JSON file is a report, and how to go on behind something that is none.
//
// Archives hold thousands of reports, as one file each or as JSON Lines of some gigabytes, and of each some dozen
// values are wanted. So no tree is built: RapidJSON's reader hands over one token after another, numbers as they are
// written (a double would round them), and what is not wanted is forgotten at once.
//
// A run that was killed leaves half a line in the midst of JSON Lines. Behind a document that is no JSON, reading goes
// on at the next line that begins with "{", counted from where the broken document began: the reader may notice a line
// that was cut only in the one that follows, which then must not be lost too. (In an indented report no other line
// begins so, and a document of another program loses nothing by being called broken more than once.) The bytes from
// that line on are all that is kept of a file.
//
// Invariants: a document is nested `limits.json_depth` deep at most and holds `limits.json_bytes` at most, so neither
// the stack nor the memory is the file's; by the depth, no byte is read more often than that many times; a file with
// more than `limits.json_problems` documents that are no reports is left there. Does not apply to: whether a report is
// true to the schema. Of a key written twice the last counts, a value of another type counts as
// unknown.
#include "normalize/read_reports.h"

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

namespace fubiao {
namespace {

constexpr std::size_t piece_size = 1 << 16;

/// The bytes of a file as RapidJSON wants them (its concept of a stream), line by line where a document broke off.
class Input {
 public:
  using Ch = char;

  Input(const ByteSource& bytes, std::uint64_t limit) : bytes_(bytes), limit_(limit) { fill(); }

  char Peek() const { return at_ < held_.size() && !too_long() ? held_[at_] : '\0'; }
  char Take() {
    const char c = Peek();
    if (too_long() || at_ >= held_.size()) return c;
    ++at_;
    ++taken_;
    if (at_ >= held_.size()) fill();
    if (c != '\n') return c;
    ++line_;
    if (resume_ == none && at_ < held_.size() && held_[at_] == '{') {
      resume_ = at_;
      resume_line_ = line_;
    }
    return c;
  }
  std::size_t Tell() const { return taken_; }
  char* PutBegin() { return nullptr; }
  void Put(char /*unused*/) {}
  void Flush() {}
  std::size_t PutEnd(char* /*unused*/) { return 0; }

  bool at_end() const { return at_ >= held_.size(); }
  bool too_long() const { return taken_ >= limit_; }
  bool starts_with(std::string_view bytes) {
    while (held_.size() - at_ < bytes.size() && fill()) {
    }
    return std::string_view(held_).substr(at_).starts_with(bytes);
  }
  long line() const { return line_; }

  /// Passes over white space, and what follows is a document of its own.
  void begin_document() {
    taken_ = 0;
    while (!at_end() && (Peek() == ' ' || Peek() == '\t' || Peek() == '\r' || Peek() == '\n')) {
      Take();
      taken_ = 0;
    }
    resume_ = none;
  }

  /// To the next line that may be a document: the first one that begins with "{" behind the start of this document.
  void skip_document() {
    while (resume_ == none && !at_end()) {
      taken_ = 0;
      Take();
    }
    if (resume_ == none) return;
    at_ = resume_;
    line_ = resume_line_;
  }

 private:
  static constexpr std::size_t none = std::string::npos;

  /// False at the end of the file.
  bool fill() {
    const std::size_t kept = std::min(at_, resume_);
    held_.erase(0, kept);
    at_ -= kept;
    if (resume_ != none) resume_ -= kept;
    const std::size_t size = held_.size();
    held_.resize(size + piece_size);
    held_.resize(size + bytes_(held_.data() + size, piece_size));
    return held_.size() > size;
  }

  const ByteSource& bytes_;
  std::uint64_t limit_;
  std::string held_;
  std::size_t at_ = 0;
  std::size_t resume_ = none;  ///< in `held_`: the first line behind the start of the document that begins with "{"
  long line_ = 1;
  long resume_line_ = 1;
  std::uint64_t taken_ = 0;  ///< of this document
};

void add_once(std::vector<std::string>& list, const std::string& item) {
  if (!item.empty() && std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

/// Takes the tokens of one document. Each method gives false to end the reading.
class Tokens : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Tokens> {
 public:
  Tokens(const std::set<std::string, std::less<>>& wanted, int deepest)
      : wanted_(wanted), deepest_(static_cast<std::size_t>(deepest)) {}

  bool Null() { return scalar(Kind::null, {}); }
  bool Bool(bool value) { return scalar(value ? Kind::yes : Kind::no, {}); }
  bool RawNumber(const char* text, rapidjson::SizeType length, bool /*copy*/) {
    return scalar(Kind::number, {text, length});
  }
  bool String(const char* text, rapidjson::SizeType length, bool /*copy*/) {
    return scalar(Kind::string, {text, length});
  }
  bool Key(const char* text, rapidjson::SizeType length, bool /*copy*/) {
    keys_[depth_ - 1].assign(text, length);
    return true;
  }
  bool StartObject() { return open(); }
  bool EndObject(rapidjson::SizeType /*count*/) {
    if (depth_ == 3) end_item();
    --depth_;
    return true;
  }
  bool StartArray() {
    if (depth_ == 0) return false;  // a report is an object
    return open();
  }
  bool EndArray(rapidjson::SizeType /*count*/) {
    --depth_;
    return true;
  }

  bool too_deep() const { return too_deep_; }
  /// What keeps the document from being a report.
  std::optional<Error> problem() const {
    const auto other = [](const std::string& message) { return Error(ErrorCode::unsupported, message); };
    if (schema_.empty()) return other("no JSON of fubiao: it has no \"schema\"");
    if (schema_ != "fubiao/report/1")
      return other("no report of fubiao extract: its \"schema\" is \"" + schema_ + "\"");
    if (report_.error_code.empty() && (!has_report_ || !has_data_))
      return Error(ErrorCode::damaged, "no whole report: \"report\" or \"data\" is missing");
    return std::nullopt;
  }
  /// The report without what speaks against fields that it does not have.
  ReadReport report() && {
    for (auto& [path, about] : about_) {
      const auto at = report_.values.find(path);
      if (at == report_.values.end()) continue;
      at->second.unit = std::move(about.unit);
      at->second.page = about.page;
      at->second.doubts = std::move(about.doubts);
    }
    return std::move(report_);
  }

 private:
  enum class Kind { null, yes, no, number, string };

  bool open() {
    if (depth_ == 1 && keys_[0] == "report") has_report_ = true;
    if (depth_ == 1 && keys_[0] == "data") has_data_ = true;
    if (depth_ == 1 && keys_[0] == "error") report_.error_code = "unknown";
    if (depth_ == deepest_) {
      too_deep_ = true;
      return false;
    }
    ++depth_;
    if (keys_.size() < depth_) keys_.emplace_back();
    keys_[depth_ - 1].clear();
    if (depth_ == 3) item_ = {};
    return true;
  }

  bool scalar(Kind kind, std::string_view text) {
    if (depth_ == 0) return false;
    const std::string& part = keys_[0];
    if (depth_ == 1) {
      if (part == "schema" && kind == Kind::string) schema_ = text;
    } else if (part == "data") {
      value(kind, text);
    } else if (depth_ == 2) {
      head(kind, text);
    } else if (depth_ == 3) {
      item(kind, text);
    } else if (depth_ == 4 && kind == Kind::string && keys_[2] == "fields" && wanted_.count(text) > 0) {
      item_.fields.emplace_back(text);
    }
    return true;
  }

  void value(Kind kind, std::string_view text) {
    path_.clear();
    for (std::size_t i = 1; i < depth_; ++i) path_.append(i == 1 ? "" : ".").append(keys_[i]);
    if (wanted_.count(path_) == 0) return;
    report_.values[path_].value = kind == Kind::number ? decimal_of_json(text) : std::nullopt;
  }

  void head(Kind kind, std::string_view text) {
    const std::string& part = keys_[0];
    const std::string& key = keys_[1];
    const auto words = [&]() -> std::optional<std::string> {
      return kind == Kind::string && !text.empty() ? std::optional<std::string>(text) : std::nullopt;
    };
    if (part == "source" && key == "path") report_.source = words().value_or("");
    if (part == "error" && key == "code") report_.error_code = words().value_or("unknown");
    if (part != "report") return;
    if (key == "form") report_.form = words();
    if (key == "agency") report_.agency = words();
    if (key == "year") report_.year = kind == Kind::number ? whole(text) : std::nullopt;
  }

  static std::optional<int> whole(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional<int>(number) : std::nullopt;
  }

  /// A member of an entry of cells, checks or findings.
  void item(Kind kind, std::string_view text) {
    const std::string& key = keys_[2];
    if (kind == Kind::string) {
      if (key == "field" && wanted_.count(text) > 0) item_.fields.emplace_back(text);
      if (key == "unit") item_.unit = text;
      if (key == "code" || key == "check") item_.name = text;
      if (key == "severity") item_.doubt = text == "warning" || text == "error";
    } else if (kind == Kind::number && key == "page") {
      item_.page = whole(text);
    } else if (kind == Kind::no && key == "holds") {
      item_.doubt = true;
    }
  }

  void end_item() {
    const std::string& part = keys_[0];
    for (const std::string& field : item_.fields) {
      ReadValue& about = about_[field];
      if (part == "cells") {
        about.unit = item_.unit;
        about.page = item_.page;
      } else if ((part == "checks" || part == "findings") && item_.doubt) {
        add_once(about.doubts, item_.name);
      }
    }
  }

  /// An entry of cells, checks or findings.
  struct Item {
    std::vector<std::string> fields;  ///< those that are wanted
    std::string name;
    std::string unit;
    std::optional<int> page;
    bool doubt = false;  ///< a check that fails, a finding of severity warning or error
  };

  const std::set<std::string, std::less<>>& wanted_;
  std::size_t deepest_;
  std::size_t depth_ = 0;          ///< open objects and arrays
  std::vector<std::string> keys_;  ///< of each of them, the key that is being read; empty in an array
  std::string path_;
  Item item_;
  bool too_deep_ = false;
  std::string schema_;
  bool has_report_ = false;
  bool has_data_ = false;
  ReadReport report_;
  std::map<std::string, ReadValue> about_;  ///< what cells, checks and findings say of a field; it may come before data
};

/// What is wrong with the bytes.
std::optional<Error> parse(Input& input, Tokens& tokens, const Limits& limits) {
  const auto damaged = [](const std::string& message) { return Error(ErrorCode::damaged, message); };
  if (input.starts_with("\xFF\xFE") || input.starts_with("\xFE\xFF"))
    return damaged("UTF-16; fubiao writes UTF-8 (a redirection in an old PowerShell turns it into UTF-16)");
  rapidjson::Reader reader;
  constexpr unsigned flags =
      rapidjson::kParseStopWhenDoneFlag | rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseValidateEncodingFlag;
  const rapidjson::ParseResult result = reader.Parse<flags>(input, tokens);
  if (!result.IsError()) return std::nullopt;
  if (tokens.too_deep())
    return Error(ErrorCode::limit, "nested more than " + std::to_string(limits.json_depth) + " levels deep");
  if (input.too_long())
    return Error(ErrorCode::limit, "a document of more than " + std::to_string(limits.json_bytes >> 20) + " MiB");
  if (result.Code() == rapidjson::kParseErrorTermination) return damaged("no JSON object");
  if (input.at_end()) return damaged("JSON that breaks off");
  std::string why = rapidjson::GetParseError_En(result.Code());
  if (why.ends_with('.')) why.pop_back();
  return damaged("no JSON (line " + std::to_string(input.line()) + ": " + why + ")");
}

}  // namespace

std::optional<Decimal> decimal_of_json(std::string_view number) {
  const std::size_t e = number.find_first_of("eE");
  const std::optional<Decimal> plain = Decimal::parse(number.substr(0, e));
  if (e == std::string_view::npos || !plain || plain->digits == 0) return plain;
  std::string_view exponent = number.substr(e + 1);
  if (exponent.starts_with('+')) exponent.remove_prefix(1);
  int shift = 0;
  const auto [end, error] = std::from_chars(exponent.data(), exponent.data() + exponent.size(), shift);
  constexpr int furthest = 80;  // beyond any number of 36 digits, whatever its scale
  if (error != std::errc() || end != exponent.data() + exponent.size() || shift < -furthest || shift > furthest)
    return std::nullopt;
  // The digits as a whole number, the point moved by text: no arithmetic that could overflow.
  std::string digits = Decimal{plain->digits, 0}.to_string();
  const bool negative = digits.front() == '-';
  if (negative) digits.erase(0, 1);
  const int point = static_cast<int>(digits.size()) - plain->scale + shift;
  if (point <= 0) digits.insert(0, static_cast<std::size_t>(1 - point), '0');
  const auto whole = static_cast<std::size_t>(std::max(point, 1));
  if (whole > digits.size()) digits.append(whole - digits.size(), '0');
  if (whole < digits.size()) digits.insert(whole, ".");
  return Decimal::parse((negative ? "-" : "") + digits);
}

void read_reports(const ByteSource& bytes, const std::set<std::string, std::less<>>& wanted, const ReportSink& sink,
                  const Limits& limits) {
  Input input(bytes, limits.json_bytes);
  if (input.starts_with("\xEF\xBB\xBF")) {
    for (int i = 0; i < 3; ++i) input.Take();
  }
  bool any = false;
  int problems = 0;
  for (input.begin_document(); !input.at_end(); input.begin_document()) {
    any = true;
    const long line = input.line();
    Tokens tokens(wanted, limits.json_depth);
    std::optional<Error> problem = parse(input, tokens, limits);
    const bool whole = !problem;
    if (whole) problem = tokens.problem();
    if (problem) {
      if (++problems > limits.json_problems) {
        sink.problem(Error(ErrorCode::limit, "more than " + std::to_string(limits.json_problems) +
                                                 " documents that are no reports; the rest of the file was not read"),
                     line);
        return;
      }
      sink.problem(*problem, line);
    } else {
      sink.report(std::move(tokens).report(), line);
    }
    if (!whole) input.skip_document();
  }
  if (!any) sink.problem(Error(ErrorCode::empty, "the file is empty"), 1);
}

}  // namespace fubiao
