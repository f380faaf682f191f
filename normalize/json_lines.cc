// Decides nothing: it finds the line of a node, which the parser's tree has lost. The text is read once more, by the
// parser's events, each of which knows how far the parser has come: at the bracket that opens an object or a list, or
// just behind a key or a value.
//
// Invariant: a node's place is that of its first token: no token of a valid text goes over a line. It is made for
// messages, after something was found to be wrong, and never on the way to a report.
#include "normalize/json_lines.h"

#include <vector>

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

namespace fubiao {
namespace {

class Places : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Places> {
 public:
  Places(std::string_view text, const rapidjson::MemoryStream& stream, std::size_t deepest)
      : text_(text), stream_(stream), deepest_(deepest) {}

  bool Default() {
    value();
    return true;
  }
  bool Key(const char* text, rapidjson::SizeType length, bool /*copy*/) {
    levels_.back().key.assign(text, length);
    if (levels_.size() <= deepest_) places_[path()] = here();
    return true;
  }
  bool StartObject() { return open(false); }
  bool StartArray() { return open(true); }
  bool EndObject(rapidjson::SizeType /*count*/) { return close(); }
  bool EndArray(rapidjson::SizeType /*count*/) { return close(); }

  std::map<std::string, TextPlace> take() { return std::move(places_); }

 private:
  struct Nesting {
    bool list = false;
    std::size_t next = 0;
    std::string key;
  };

  std::string path() const {
    std::string out;
    for (const Nesting& level : levels_) out += "/" + (level.list ? std::to_string(level.next - 1) : level.key);
    return out;
  }

  /// A value begins: a list counts it, a member has been seen with its key.
  void value() {
    if (levels_.empty()) {
      places_[""] = here();
      return;
    }
    Nesting& level = levels_.back();
    if (!level.list) return;
    ++level.next;
    if (levels_.size() <= deepest_) places_[path()] = here();
  }

  bool open(bool list) {
    value();
    levels_.push_back({list, 0, {}});
    return true;
  }

  bool close() {
    levels_.pop_back();
    return true;
  }

  /// The parser only goes on, so the lines are counted once.
  TextPlace here() {
    for (; at_ < stream_.Tell() && at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') ++line_;
    }
    return {line_, 1};
  }

  std::string_view text_;
  const rapidjson::MemoryStream& stream_;
  std::size_t deepest_;
  std::vector<Nesting> levels_;
  std::map<std::string, TextPlace> places_;
  std::size_t at_ = 0;
  int line_ = 1;
};

}  // namespace

TextPlace place_at(std::string_view text, std::size_t offset) {
  TextPlace place;
  for (std::size_t i = 0; i < offset && i < text.size(); ++i) {
    if (text[i] == '\n') {
      ++place.line;
      place.column = 1;
    } else if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
      ++place.column;
    }
  }
  return place;
}

std::map<std::string, TextPlace> lines_of(std::string_view json, std::size_t deepest) {
  if (json.substr(0, 3) == "\xEF\xBB\xBF") json.remove_prefix(3);
  rapidjson::MemoryStream stream(json.data(), json.size());
  Places places(json, stream, deepest);
  rapidjson::Reader reader;
  reader.Parse<rapidjson::kParseIterativeFlag>(stream, places);
  return places.take();
}

}  // namespace fubiao
