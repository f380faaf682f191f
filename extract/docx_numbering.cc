#include "extract/docx_numbering.h"

#include <algorithm>

#include "extract/number_format.h"
#include "extract/utf8.h"

namespace fubiao {

namespace {

// A style may name a list whose definition names a style, and so on. Real files do it once.
constexpr int longest_link = 16;

// Word's own bound for a list number; keeps a counter from overflowing.
constexpr int largest_number = 0x7FFFFFF;

bool is_level(int level) {
  return level >= 0 && level < Numbering::levels;
}

int bounded(int value) {
  return std::clamp(value, -1, largest_number);
}

NumberingLevel read_level(WordXml& xml) {
  NumberingLevel out;
  out.defined = true;
  xml.each([&](Tag tag) {
    switch (tag) {
      case Tag::start: out.start = bounded(xml.int_val().value_or(0)); break;
      case Tag::numFmt: {
        out.format = xml.val().value_or("decimal");
        if (out.format == "custom") out.format = xml.attribute("format").value_or("decimal");
        break;
      }
      case Tag::lvlText: out.text = xml.val().value_or(""); break;
      case Tag::lvlRestart: out.restart = xml.int_val(); break;
      case Tag::isLgl: out.legal = xml.on(); break;
      case Tag::suff: out.suffix = xml.val().value_or("tab"); break;
      case Tag::pStyle: out.style = xml.val().value_or(""); break;
      case Tag::lvlPicBulletId: out.picture = true; break;
      case Tag::rPr: out.font = read_run_properties(xml).format.font.value_or(SymbolFont::none); break;
      default: break;
    }
  });
  return out;
}

/// What a bullet looks like in Unicode. The letter o is how Word draws a hollow bullet (in Courier New).
std::string bullet(const NumberingLevel& level) {
  if (level.picture) return "•";
  if (level.text == "o") return "◦";
  std::string out;
  for (std::size_t at = 0; at < level.text.size();) {
    char32_t c = symbol_character(level.font, next_code_point(level.text, at));
    if (c >= 0xE000 && c <= 0xF8FF) {
      // Many writers leave the font of a bullet out; the codes are those of Symbol (•) or Wingdings (all others).
      c = symbol_character(c == 0xF0B7 ? SymbolFont::symbol : SymbolFont::wingdings, c);
    }
    append_utf8(out, c >= 0xE000 && c <= 0xF8FF ? U'•' : c);
  }
  return out;
}

}  // namespace

void Numbering::read(WordXml& xml) {
  xml.to_root();
  xml.each([&](Tag tag) {
    if (tag == Tag::abstractNum) read_abstract(xml);
    if (tag == Tag::num) read_num(xml);
  });
}

void Numbering::read_abstract(WordXml& xml) {
  const int id = to_int(xml.attribute("abstractNumId").value_or("")).value_or(-1);
  Abstract out;
  xml.each([&](Tag tag) {
    if (tag == Tag::numStyleLink) out.num_style_link = xml.val().value_or("");
    if (tag != Tag::lvl) return;
    const int level = to_int(xml.attribute("ilvl").value_or("")).value_or(-1);
    if (is_level(level)) out.level.at(static_cast<std::size_t>(level)) = read_level(xml);
  });
  abstracts_.insert_or_assign(id, std::move(out));
}

void Numbering::read_num(WordXml& xml) {
  const int id = to_int(xml.attribute("numId").value_or("")).value_or(-1);
  Num out;
  xml.each([&](Tag tag) {
    if (tag == Tag::abstractNumId) out.abstract = xml.int_val().value_or(-1);
    if (tag != Tag::lvlOverride) return;
    const int level = to_int(xml.attribute("ilvl").value_or("")).value_or(-1);
    if (!is_level(level)) return;
    xml.each([&](Tag part) {
      if (part == Tag::startOverride) {
        out.start_override.at(static_cast<std::size_t>(level)) = bounded(xml.int_val().value_or(0));
      }
      if (part == Tag::lvl) out.level_override.insert_or_assign(level, read_level(xml));
    });
  });
  nums_.insert_or_assign(id, std::move(out));
}

const Numbering::Num* Numbering::find_num(int num_id) const {
  const auto found = nums_.find(num_id);
  return found == nums_.end() ? nullptr : &found->second;
}

int Numbering::abstract_of(int num_id, Styles& styles) const {
  for (int step = 0; step < longest_link; ++step) {
    const Num* num = find_num(num_id);
    if (num == nullptr) return -1;
    const auto abstract = abstracts_.find(num->abstract);
    if (abstract == abstracts_.end()) return -1;
    if (abstract->second.num_style_link.empty()) return num->abstract;
    // §17.9.21: the levels are those of the list that the numbering style names.
    const auto linked = styles.numbering(abstract->second.num_style_link);
    if (!linked || *linked == num_id) return num->abstract;
    num_id = *linked;
  }
  return -1;
}

const NumberingLevel& Numbering::level_of(const Num& num, const Abstract& abstract, int level) const {
  const auto found = num.level_override.find(level);
  return found == num.level_override.end() ? abstract.level.at(static_cast<std::size_t>(level)) : found->second;
}

std::optional<int> Numbering::level_of_style(int num_id, std::string_view style, Styles& styles) const {
  const Num* num = find_num(num_id);
  const auto abstract = abstracts_.find(abstract_of(num_id, styles));
  if (num == nullptr || abstract == abstracts_.end() || style.empty()) return std::nullopt;
  for (int level = 0; level < levels; ++level) {
    if (level_of(*num, abstract->second, level).style == style) return level;
  }
  return std::nullopt;
}

std::string Numbering::next_mark(int num_id, int level, Styles& styles) {
  const auto num_found = nums_.find(num_id);
  const auto abstract_found = abstracts_.find(abstract_of(num_id, styles));
  if (num_found == nums_.end() || abstract_found == abstracts_.end()) return "";
  level = std::clamp(level, 0, levels - 1);
  Num& num = num_found->second;
  Abstract& abstract = abstract_found->second;
  if (!level_of(num, abstract, level).defined) return "";
  const auto at = static_cast<std::size_t>(level);

  // A level further out that no paragraph has used yet counts as begun: Word prints its start.
  for (std::size_t i = 0; i < at; ++i) {
    const auto& outer = num.start_override.at(i);
    const bool restarts = outer.has_value() && !num.override_done.at(i);
    if (abstract.counting.at(i) && !restarts) continue;
    num.override_done.at(i) = true;
    abstract.counter.at(i) = outer ? *outer : level_of(num, abstract, static_cast<int>(i)).start;
    abstract.counting.at(i) = true;
  }
  if (num.start_override.at(at) && !num.override_done.at(at)) {
    num.override_done.at(at) = true;
    abstract.counter.at(at) = *num.start_override.at(at);
  } else if (!abstract.counting.at(at)) {
    abstract.counter.at(at) = num.start_override.at(at).value_or(level_of(num, abstract, level).start);
  } else if (abstract.counter.at(at) < largest_number) {
    ++abstract.counter.at(at);
  }
  abstract.counting.at(at) = true;
  for (int deeper = level + 1; deeper < levels; ++deeper) {
    // §17.9.10: by default a level begins again after any level further out; 0 is never.
    const auto restart = level_of(num, abstract, deeper).restart;
    const int last = restart && *restart >= 0 && *restart <= deeper ? *restart : deeper;
    if (level + 1 <= last) abstract.counting.at(static_cast<std::size_t>(deeper)) = false;
  }

  std::string mark = mark_text(num, abstract, level);
  // The tab or space behind the mark is one space to a reader.
  if (!mark.empty() && level_of(num, abstract, level).suffix != "nothing") mark += ' ';
  return mark;
}

std::string Numbering::mark_text(const Num& num, const Abstract& abstract, int level) const {
  const NumberingLevel& own = level_of(num, abstract, level);
  if (own.format == "bullet" || own.picture) return bullet(own);
  std::string out;
  for (std::size_t i = 0; i < own.text.size(); ++i) {
    const char c = own.text[i];
    const char digit = i + 1 < own.text.size() ? own.text[i + 1] : '\0';
    if (c != '%' || digit < '1' || digit > '9') {
      out += c;
      continue;
    }
    ++i;
    const int wanted = digit - '1';
    if (wanted > level) continue;  // a level further in has no number here
    const std::string& format = level_of(num, abstract, wanted).format;
    const bool numeric = format != "none" && format != "bullet";
    out += format_number(abstract.counter.at(static_cast<std::size_t>(wanted)),
                         own.legal && numeric ? std::string_view("decimal") : std::string_view(format));
  }
  return out;
}

}  // namespace fubiao
