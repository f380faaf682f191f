// Paragraphs: their properties, their number, and what stands directly in them.
#include <algorithm>
#include <iterator>
#include <utility>

#include "extract/docx_body.h"
#include "extract/utf8.h"

namespace fubiao {

namespace {

// §17.3.2.38: without any w:sz, letters are of 10 points.
constexpr double default_size = 10;

/// Digits and signs that Unicode has raised and lowered; all others stay as they are.
char32_t raised(char32_t c, Raise raise) {
  if (raise == Raise::baseline || c > 0x7F) return c;
  const bool up = raise == Raise::superscript;
  if (c >= '0' && c <= '9') {
    static constexpr std::u32string_view superscripts = U"⁰¹²³⁴⁵⁶⁷⁸⁹";
    return up ? superscripts[c - '0'] : U'₀' + (c - U'0');
  }
  switch (c) {
    case '+': return up ? U'⁺' : U'₊';
    case '-': return up ? U'⁻' : U'₋';
    case '=': return up ? U'⁼' : U'₌';
    case '(': return up ? U'⁽' : U'₍';
    case ')': return up ? U'⁾' : U'₎';
    default: return c;
  }
}

bool only_space(std::string_view text) {
  return text.find_first_not_of(" \t\n\r") == std::string_view::npos;
}

}  // namespace

void BodyReader::read_paragraph(Sink& sink) {
  Line line;
  ParagraphProperties properties;
  std::string mark;
  bool mark_gone = false;
  line.style = &styles_.paragraph("");
  const auto begin = [&] {
    line.style = &styles_.paragraph(properties.style);
    line.shaded = properties.format.shaded.value_or(line.style->paragraph.shaded.value_or(false));
    const RunState end = run_state(line, properties.mark);
    if (properties.mark.removed) ++counts_.revisions;
    // A drop cap is a paragraph of its own, but the first letter of the next to a reader.
    mark_gone = properties.mark.removed || end.hidden || properties.drop_cap;
    // The number is counted here, before the text boxes in the paragraph count theirs.
    if (!mark_gone) mark = number_mark(properties, *line.style);
  };
  bool begun = false;
  xml_.each([&](Tag tag) {
    if (tag == Tag::pPr && !begun) properties = read_paragraph_properties(xml_);
    if (!begun) begin();
    begun = true;
    if (tag != Tag::pPr) read_inline(tag, line);
  });
  if (!begun) begin();
  close_broken_fields(line);

  Paragraph out;
  out.text = line.all_raised && !line.level_text.empty() ? std::move(line.level_text) : std::move(line.text);
  out.size = line.size;
  const ParagraphFormat& direct = properties.format;
  const ParagraphFormat& inherited = line.style->paragraph;
  const ParagraphFormat& standard = styles_.default_paragraph();
  const auto outline = direct.outline ? direct.outline : inherited.outline ? inherited.outline : standard.outline;
  if (outline && *outline >= 0 && *outline <= 8) out.outline_level = *outline + 1;
  const auto centred = direct.centred ? direct.centred : inherited.centred ? inherited.centred : standard.centred;
  out.centred = centred.value_or(false);

  if (sink.carried) {
    // Appended to what came before, never put before it: a chain of such paragraphs stays linear.
    sink.carried->text += out.text;
    out.text = std::move(sink.carried->text);
    out.size = std::max(out.size, sink.carried->size);
    sink.carried_boxes.insert(sink.carried_boxes.end(), std::make_move_iterator(line.boxes.begin()),
                              std::make_move_iterator(line.boxes.end()));
    line.boxes = std::exchange(sink.carried_boxes, {});
    sink.carried.reset();
  }
  if (mark_gone) {
    sink.carried = std::move(out);
    sink.carried_boxes = std::move(line.boxes);
    return;
  }
  if (only_space(out.text) && !mark.empty()) {
    // The mark of an empty paragraph is printed, but not under a merge: there it only counts.
    mark.erase(covered_cell_ ? 0 : mark.find_last_not_of(' ') + 1);
    out.text.clear();
  }
  out.text.insert(0, mark);
  sink.blocks.push_back({std::move(out)});
  sink.blocks.insert(sink.blocks.end(), std::make_move_iterator(line.boxes.begin()),
                     std::make_move_iterator(line.boxes.end()));
}

std::string BodyReader::number_mark(const ParagraphProperties& properties, const Style& style) {
  const ParagraphFormat& direct = properties.format;
  const auto num_id = direct.num_id ? direct.num_id : style.paragraph.num_id;
  if (!num_id || *num_id == 0) return "";
  int level = direct.level.value_or(style.paragraph.level.value_or(0));
  if (!direct.num_id && !direct.level) {
    // §17.9.23: a list that a style brings along says itself which level the style is.
    auto linked = numbering_.level_of_style(*num_id, properties.style, styles_);
    if (!linked) linked = numbering_.level_of_style(*num_id, style.num_style, styles_);
    if (linked) level = *linked;
  }
  return numbering_.next_mark(*num_id, level, styles_);
}

void BodyReader::read_inline(Tag tag, Line& line) {
  switch (tag) {
    case Tag::r: read_run(line); break;
    case Tag::ins:
    case Tag::moveTo: ++counts_.revisions; [[fallthrough]];
    case Tag::hyperlink:
    case Tag::smartTag:
    case Tag::customXml:
    case Tag::sdt:
    case Tag::sdtContent:
    case Tag::fldSimple:
    case Tag::dir:
    case Tag::bdo: xml_.each([&](Tag child) { read_inline(child, line); }); break;
    case Tag::del:
    case Tag::moveFrom: ++counts_.revisions; break;
    case Tag::subDoc: ++counts_.unread; break;
    case Tag::math: {
      RunState run = run_state(line, {});
      read_math(line, run);
      break;
    }
    default: break;
  }
}

void BodyReader::print(Line& line, const RunState& run, std::string_view text) {
  if (text.empty()) return;
  if (run.hidden || run.unseen) {
    if (!only_space(text)) ++counts_.hidden;
    return;
  }
  text_bytes_ += text.size();
  if (text_bytes_ > limits_.text_bytes) throw Error(ErrorCode::limit, "the text is longer than the limits allow");
  std::string letters;
  std::string level;
  const std::string_view private_use = "\xEF";  // U+F000..U+FFFF begin with it in UTF-8
  const bool plain = run.raise == Raise::baseline &&
                     (run.font == SymbolFont::none || text.find(private_use) == std::string_view::npos);
  if (!plain) {
    for (std::size_t at = 0; at < text.size();) {
      const char32_t code = next_code_point(text, at);
      const char32_t c = code >= 0xF020 && code <= 0xF0FF ? symbol_character(run.font, code) : code;
      append_utf8(letters, raised(c, run.raise));
      append_utf8(level, c);
    }
    text = letters;
  }
  if (fields_.in_code > 0) {
    fields_.withheld += text;
    return;
  }
  if (!fields_.open.empty()) fields_.open.back().printed = true;
  if (std::exchange(line.page_break, false) && !line.text.empty()) {
    line.text += '\n';
    if (line.all_raised) line.level_text += '\n';
  }
  if (only_space(text)) {
    if (line.all_raised) line.level_text += text;
    line.text += text;
    return;
  }
  line.size = std::max(line.size, run.size);
  if (run.raise == Raise::baseline) {
    line.all_raised = false;
  } else if (line.all_raised) {
    line.level_text += level;
  }
  line.text += text;
}

void BodyReader::close_broken_fields(Line& line) {
  if (fields_.in_code == 0) return;
  // Codes end in the paragraph in which they begin. One that does not would swallow the rest of the file, so what it
  // has swallowed is printed after all.
  ++counts_.broken_fields;
  std::vector<Field>& open = fields_.open;
  open.erase(std::remove_if(open.begin(), open.end(), [](const Field& field) { return !field.in_result; }), open.end());
  fields_.in_code = 0;
  RunState run;
  run.size = line.style->run.size.value_or(styles_.default_run().size.value_or(default_size));
  print(line, run, std::exchange(fields_.withheld, {}));
}

}  // namespace fubiao
