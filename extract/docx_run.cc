// Runs: letters, breaks, symbols, fields, formulas.
#include <algorithm>
#include <charconv>
#include <utility>

#include "extract/docx_body.h"
#include "extract/utf8.h"

namespace fubiao {

namespace {

constexpr double default_size = 10;  // points: §17.3.2.38

/// w:t without xml:space="preserve" loses the white space at its ends; a line end in it is a space.
std::string shown_text(WordXml& xml) {
  const bool empty = xml.empty();
  const bool preserve = !empty && xml.preserves_space();
  std::string text = xml.read_text();
  std::replace(text.begin(), text.end(), '\n', ' ');
  if (preserve) return text;
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string::npos) return "";
  return text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

/// The arguments in the last brackets of an EQ field: \o\ac(○,1) gives ○ and 1. Nested brackets stay in one.
std::vector<std::string> arguments(std::string_view code, std::size_t open) {
  std::vector<std::string> out(1);
  int depth = 0;
  for (const char c : code.substr(open)) {
    if (c == '(' && depth++ == 0) continue;
    if (c == ')' && --depth == 0) return out;
    if ((c == ',' || c == ';') && depth == 1) {
      out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  return {};
}

/// The name of a field in capitals: "EQ".
std::string field_name(std::string_view code) {
  std::string out;
  for (const char c : code.substr(std::min(code.find_first_not_of(' '), code.size()))) {
    if (c == ' ' || c == '\\') break;
    out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return out;
}

/// Fields that Word computes whenever it draws them, so that files keep no result. All others without a result print
/// nothing.
bool prints_without_result(std::string_view code) {
  const std::string name = field_name(code);
  return name == "EQ" || name == "SYMBOL" || name == "LISTNUM" || name.starts_with("AUTONUM");
}

/// { SYMBOL 252 \f Wingdings }: the sign of that code.
std::optional<std::string> symbol_field(std::string_view code) {
  std::size_t at = code.find_first_of("0123456789");
  if (at == std::string_view::npos) return std::nullopt;
  const bool hex = code.substr(at, 2) == "0x" || code.substr(at, 2) == "0X";
  unsigned value = 0;
  if (hex) at += 2;
  std::from_chars(code.data() + at, code.data() + code.size(), value, hex ? 16 : 10);
  SymbolFont font = SymbolFont::none;
  if (const std::size_t flag = code.find("\\f"); flag != std::string_view::npos) {
    std::string_view typeface = code.substr(flag + 2);
    while (!typeface.empty() && (typeface.front() == ' ' || typeface.front() == '"')) typeface.remove_prefix(1);
    const bool quoted = code.find('"', flag) != std::string_view::npos;
    font = symbol_font(typeface.substr(0, typeface.find(quoted ? '"' : ' ')));
  }
  const bool unicode = code.find("\\u") != std::string_view::npos;
  if (font == SymbolFont::none && !unicode && value > 0x7E) return std::nullopt;
  const char32_t sign = symbol_character(font, static_cast<char32_t>(value));
  if (sign < 0x20) return std::nullopt;
  return to_utf8(std::u32string(1, sign));
}

/// What a field without a result prints: a sign, letters in circles, letters with their sound above. Nothing for any
/// other.
std::optional<std::string> computed_field(std::string_view code) {
  const std::string name = field_name(code);
  if (name == "SYMBOL") return symbol_field(code);
  if (name != "EQ") return std::nullopt;
  const std::size_t overlay = code.find("\\o");
  if (overlay == std::string_view::npos) return std::nullopt;
  const std::size_t open = code.find('(', overlay);
  if (open == std::string_view::npos) return std::nullopt;
  const std::vector<std::string> parts = arguments(code, open);
  if (parts.size() != 2) return std::nullopt;
  const std::string_view first = parts[0];
  if (first.find("\\s\\up") != std::string_view::npos) return parts[1];
  if (first != "○" && first != "〇" && first != "◯") return std::nullopt;
  int number = 0;
  const char* const end = parts[1].data() + parts[1].size();
  const auto [last, problem] = std::from_chars(parts[1].data(), end, number);
  if (problem != std::errc() || last != end || number < 1 || number > 20) return parts[1];
  return to_utf8(std::u32string(1, U'①' + static_cast<char32_t>(number - 1)));
}

}  // namespace

BodyReader::RunState BodyReader::run_state(const Line& line, const RunProperties& properties) {
  const RunFormat& direct = properties.format;
  const RunFormat& paragraph = line.style->run;
  const RunFormat& character = styles_.character(properties.style).run;
  const RunFormat& standard = styles_.default_run();
  RunState out;
  // §17.7.3: w:vanish toggles from style to style; direct formatting is absolute.
  out.hidden = direct.vanish ? *direct.vanish
                             : paragraph.vanish.value_or(false) != character.vanish.value_or(false) ||
                                   standard.vanish.value_or(false);
  const auto pick = [&](auto member, auto otherwise) {
    for (const RunFormat* format : {&direct, &character, &paragraph, &standard}) {
      if (format->*member) return *(format->*member);
    }
    return otherwise;
  };
  out.raise = pick(&RunFormat::raise, Raise::baseline);
  out.size = pick(&RunFormat::size, default_size);
  out.font = pick(&RunFormat::font, SymbolFont::none);
  out.unseen = on_paper_ && !line.shaded && pick(&RunFormat::white, false) && !pick(&RunFormat::shaded, false);
  return out;
}

void BodyReader::read_run(Line& line) {
  RunState run = run_state(line, {});
  line.custom_note_mark = false;
  xml_.each([&](Tag tag) {
    if (tag == Tag::rPr) {
      run = run_state(line, read_run_properties(xml_));
    } else {
      read_run_content(tag, line, run);
    }
  });
}

void BodyReader::read_run_content(Tag tag, Line& line, const RunState& run) {
  switch (tag) {
    case Tag::t: {
      const std::string text = shown_text(xml_);
      if (!line.custom_note_mark) print(line, run, text);
      break;
    }
    case Tag::tab:
    case Tag::ptab: print(line, run, "\t"); break;
    case Tag::br: {
      const std::string_view type = xml_.attribute("type").value_or("");
      if (type == "page" || type == "column") {
        line.page_break = true;  // parts text from text, and is nothing at the ends of a paragraph
      } else {
        print(line, run, "\n");
      }
      break;
    }
    case Tag::cr: print(line, run, "\n"); break;
    case Tag::noBreakHyphen: print(line, run, "\xE2\x80\x91"); break;
    case Tag::sym: {
      unsigned code = 0;
      const std::string_view hex = xml_.attribute("char").value_or("");
      std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
      const SymbolFont font = symbol_font(xml_.attribute("font").value_or(""));
      std::string text;
      if (code >= 0x20) append_utf8(text, symbol_character(font, static_cast<char32_t>(code)));
      print(line, run, text);
      break;
    }
    case Tag::fldChar: read_field_char(line, run); break;
    case Tag::instrText:
      if (!fields_.open.empty() && !fields_.open.back().in_result) fields_.open.back().code += xml_.read_text();
      break;
    case Tag::footnoteReference:
    case Tag::endnoteReference: {
      const std::string_view custom = xml_.attribute("customMarkFollows").value_or("0");
      line.custom_note_mark = custom == "1" || custom == "true" || custom == "on";
      break;
    }
    case Tag::ruby: read_ruby(line); break;
    case Tag::drawing:
    case Tag::pict:
    case Tag::object:
      if (!run.hidden && fields_.in_code == 0) find_text_boxes(line.boxes);
      break;
    case Tag::math: read_math(line, run); break;
    default: break;  // w:delText, w:delInstrText, w:softHyphen, marks of notes, page numbers
  }
}

void BodyReader::read_ruby(Line& line) {
  xml_.each([&](Tag tag) {
    if (tag == Tag::rubyBase) xml_.each([&](Tag child) { read_inline(child, line); });
  });
}

void BodyReader::read_field_char(Line& line, const RunState& run) {
  const std::string type(xml_.attribute("fldCharType").value_or(""));
  std::vector<Field>& open = fields_.open;
  if (type == "begin") {
    Field field;
    field.form_value = read_form_value();
    open.push_back(std::move(field));
    ++fields_.in_code;
    return;
  }
  if (open.empty() || (type != "separate" && type != "end")) return;
  if (!open.back().in_result) {
    open.back().in_result = true;
    --fields_.in_code;
  }
  if (fields_.in_code == 0) fields_.withheld.clear();
  if (type == "separate") return;

  const Field field = std::move(open.back());
  open.pop_back();
  if (field.printed && !open.empty()) open.back().printed = true;
  if (field.printed || fields_.in_code > 0) return;
  if (!field.form_value.empty()) {
    print(line, run, field.form_value);
    return;
  }
  if (const auto text = computed_field(field.code)) {
    print(line, run, *text);
  } else if (prints_without_result(field.code)) {
    ++counts_.unread;
  }
}

std::string BodyReader::read_form_value() {
  std::string out;
  xml_.each([&](Tag tag) {
    if (tag != Tag::ffData) return;
    xml_.each([&](Tag kind) {
      if (kind == Tag::checkBox) {
        bool standard = false;
        std::optional<bool> checked;
        xml_.each([&](Tag part) {
          if (part == Tag::defaultValue) standard = xml_.on();
          if (part == Tag::checked) checked = xml_.on();
        });
        out = checked.value_or(standard) ? "☑" : "☐";
      } else if (kind == Tag::ddList) {
        std::vector<std::string> entries;
        int standard = 0;
        std::optional<int> chosen;
        xml_.each([&](Tag part) {
          if (part == Tag::listEntry) entries.emplace_back(xml_.val().value_or(""));
          if (part == Tag::defaultValue) standard = xml_.int_val().value_or(0);
          if (part == Tag::result) chosen = xml_.int_val();
        });
        const int index = chosen.value_or(standard);
        if (index >= 0 && static_cast<std::size_t>(index) < entries.size()) {
          out = entries[static_cast<std::size_t>(index)];
        }
      }
    });
  });
  return out;
}

void BodyReader::read_math(Line& line, const RunState& run) {
  // A formula in one line, so that a fraction or a power never runs together into another number.
  const auto descend = [&](const RunState& state) {
    xml_.each([&](Tag tag) {
      if (tag == Tag::math) read_math(line, state);
      if (tag == Tag::r) read_run(line);
      if (tag == Tag::ins || tag == Tag::moveTo) xml_.each([&](Tag child) { read_inline(child, line); });
    });
  };
  const std::string name(xml_.name());
  if (name == "t") {
    print(line, run, xml_.read_text());
  } else if (name == "sup" || name == "sub") {
    RunState raised = run;
    raised.raise = name == "sup" ? Raise::superscript : Raise::subscript;
    descend(raised);
  } else if (name == "den") {
    print(line, run, "/");
    descend(run);
  } else if (name == "d") {
    print(line, run, "(");
    descend(run);
    print(line, run, ")");
  } else if (!name.ends_with("Pr")) {
    descend(run);
  }
}

}  // namespace fubiao
