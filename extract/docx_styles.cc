#include "extract/docx_styles.h"

#include <charconv>
#include <cstdint>

#include "extract/backdrop.h"

namespace fubiao {

namespace {

// Chains of styles are a few long; one of more than this is an attack, and is cut.
constexpr int longest_chain = 64;

/// w:sz: half-points, or a universal measure in strict files ("10.5pt", §22.9.2.15).
std::optional<double> points(std::string_view text) {
  int whole = 0;
  const char* const end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, whole);
  if (parsed.ec != std::errc() || whole <= 0 || whole > 10000) return std::nullopt;
  std::string_view unit(parsed.ptr, static_cast<std::size_t>(end - parsed.ptr));
  double fraction = 0;
  if (unit.starts_with('.')) {
    double digit = 0.1;
    unit.remove_prefix(1);
    for (; !unit.empty() && unit.front() >= '0' && unit.front() <= '9'; unit.remove_prefix(1), digit /= 10) {
      fraction += digit * (unit.front() - '0');
    }
  }
  const double value = whole + fraction;
  return unit == "pt" ? value : value / 2;
}

template <class T>
void inherit(std::optional<T>& own, const std::optional<T>& base) {
  if (!own) own = base;
}

void inherit(RunFormat& own, const RunFormat& base) {
  inherit(own.vanish, base.vanish);
  inherit(own.size, base.size);
  inherit(own.raise, base.raise);
  inherit(own.font, base.font);
  inherit(own.white, base.white);
  inherit(own.shaded, base.shaded);
}

void inherit(ParagraphFormat& own, const ParagraphFormat& base) {
  inherit(own.num_id, base.num_id);
  inherit(own.level, base.level);
  inherit(own.outline, base.outline);
  inherit(own.centred, base.centred);
  inherit(own.shaded, base.shaded);
}

Raise raise_of(std::string_view value) {
  if (value == "superscript") return Raise::superscript;
  if (value == "subscript") return Raise::subscript;
  return Raise::baseline;
}

SymbolFont font_of(const WordXml& xml) {
  for (const std::string_view attribute : {"ascii", "hAnsi", "cs"}) {
    const SymbolFont font = symbol_font(xml.attribute(attribute).value_or(""));
    if (font != SymbolFont::none) return font;
  }
  return SymbolFont::none;
}

/// "FFFFFF", or so near to it that nobody sees it on paper. "auto" is black on paper.
bool is_white(std::string_view colour) {
  std::uint32_t rgb = 0;
  const char* const end = colour.data() + colour.size();
  const auto [last, problem] = std::from_chars(colour.data(), end, rgb, 16);
  return problem == std::errc() && last == end && colour.size() == 6 && contrast(rgb, 0xFFFFFF) < least_contrast;
}

bool has_shading(WordXml& xml) {
  bool found = false;
  xml.each([&](Tag tag) { found = (tag == Tag::shd ? is_shading(xml) : has_shading(xml)) || found; });
  return found;
}

/// "heading 3" is 3: the built-in headings are of that level even where the style does not say so.
int built_in_heading(std::string_view name) {
  if (name.size() != 9) return 0;
  if (name.substr(1, 7) != "eading " || (name[0] != 'h' && name[0] != 'H')) return 0;
  return name[8] >= '1' && name[8] <= '9' ? name[8] - '0' : 0;
}

}  // namespace

bool is_shading(const WordXml& xml) {
  const std::string_view pattern = xml.val().value_or("clear");
  if (pattern != "clear" && pattern != "nil") return true;
  const std::string_view fill = xml.attribute("fill").value_or("auto");
  return fill == "auto" ? xml.attribute("themeFill").has_value() : !is_white(fill);
}

RunProperties read_run_properties(WordXml& xml) {
  RunProperties out;
  xml.each([&](Tag tag) {
    switch (tag) {
      case Tag::rStyle: out.style = xml.val().value_or(""); break;
      case Tag::vanish: out.format.vanish = xml.on(); break;
      case Tag::specVanish:
        if (xml.on()) out.format.vanish = true;
        break;
      case Tag::sz:
        if (const auto size = points(xml.val().value_or(""))) out.format.size = size;
        break;
      case Tag::color: out.format.white = is_white(xml.val().value_or("")); break;
      case Tag::shd: out.format.shaded = is_shading(xml); break;
      case Tag::highlight:
        if (xml.val() != "none" && xml.val() != "white") out.format.shaded = true;
        break;
      case Tag::vertAlign: out.format.raise = raise_of(xml.val().value_or("")); break;
      case Tag::rFonts:
        if (xml.attribute("ascii") || xml.attribute("hAnsi")) out.format.font = font_of(xml);
        break;
      case Tag::del:
      case Tag::moveFrom: out.removed = true; break;
      default: break;
    }
  });
  return out;
}

ParagraphProperties read_paragraph_properties(WordXml& xml) {
  ParagraphProperties out;
  xml.each([&](Tag tag) {
    switch (tag) {
      case Tag::pStyle: out.style = xml.val().value_or(""); break;
      case Tag::shd: out.format.shaded = is_shading(xml); break;
      case Tag::jc: out.format.centred = xml.val() == "center"; break;
      case Tag::framePr: {
        const std::string_view cap = xml.attribute("dropCap").value_or("none");
        out.drop_cap = cap == "drop" || cap == "margin";
        break;
      }
      case Tag::outlineLvl: out.format.outline = xml.int_val(); break;
      case Tag::numPr:
        xml.each([&](Tag part) {
          if (part == Tag::numId) out.format.num_id = xml.int_val();
          if (part == Tag::ilvl) out.format.level = xml.int_val();
        });
        break;
      case Tag::rPr: out.mark = read_run_properties(xml); break;
      default: break;
    }
  });
  return out;
}

void Styles::read(WordXml& xml) {
  xml.to_root();
  xml.each([&](Tag tag) {
    if (tag == Tag::style) read_style(xml);
    if (tag != Tag::docDefaults) return;
    xml.each([&](Tag part) {
      if (part != Tag::rPrDefault && part != Tag::pPrDefault) return;
      xml.each([&](Tag properties) {
        if (properties == Tag::rPr) default_run_ = read_run_properties(xml).format;
        if (properties == Tag::pPr) default_paragraph_ = read_paragraph_properties(xml).format;
      });
    });
  });
}

void Styles::read_style(WordXml& xml) {
  const std::string id(xml.attribute("styleId").value_or(""));
  const std::string type(xml.attribute("type").value_or("paragraph"));
  const std::string_view standard = xml.attribute("default").value_or("0");
  const bool is_default = standard == "1" || standard == "true" || standard == "on";
  Style style;
  int heading = 0;
  xml.each([&](Tag tag) {
    if (type == "table" && tag != Tag::basedOn) {
      style.shades_cells = has_shading(xml) || style.shades_cells;
      return;
    }
    switch (tag) {
      case Tag::name: heading = built_in_heading(xml.val().value_or("")); break;
      case Tag::basedOn: style.based_on = xml.val().value_or(""); break;
      case Tag::rPr: style.run = read_run_properties(xml).format; break;
      case Tag::pPr: style.paragraph = read_paragraph_properties(xml).format; break;
      default: break;
    }
  });
  if (heading > 0 && !style.paragraph.outline) style.paragraph.outline = heading - 1;
  if (type == "paragraph") {
    if (is_default && default_style_.empty()) default_style_ = id;
    paragraph_.insert_or_assign(id, std::move(style));
  } else if (type == "character") {
    character_.insert_or_assign(id, std::move(style));
  } else if (type == "numbering") {
    numbering_.insert_or_assign(id, std::move(style));
  } else if (type == "table") {
    table_.insert_or_assign(id, std::move(style));
  }
}

const Style& Styles::resolve(Map& map, Style& style, std::string_view id, int depth) {
  if (style.resolved) return style;
  style.resolved = true;  // before the base is asked: a chain that comes back here ends
  if (style.paragraph.num_id) style.num_style = id;
  if (style.based_on.empty() || depth >= longest_chain) return style;
  const auto base = map.find(style.based_on);
  if (base == map.end()) return style;
  const Style& inherited = resolve(map, base->second, base->first, depth + 1);
  inherit(style.run, inherited.run);
  inherit(style.paragraph, inherited.paragraph);
  style.shades_cells = style.shades_cells || inherited.shades_cells;
  if (style.num_style.empty()) style.num_style = inherited.num_style;
  return style;
}

const Style& Styles::paragraph(std::string_view id) {
  auto found = paragraph_.find(id);
  if (found == paragraph_.end()) found = paragraph_.find(default_style_);
  if (found == paragraph_.end()) return empty_;
  return resolve(paragraph_, found->second, found->first, 0);
}

const Style& Styles::character(std::string_view id) {
  if (id.empty()) return empty_;
  const auto found = character_.find(id);
  return found == character_.end() ? empty_ : resolve(character_, found->second, found->first, 0);
}

bool Styles::shades_cells(std::string_view table_style) {
  const auto found = table_.find(table_style);
  return found != table_.end() && resolve(table_, found->second, found->first, 0).shades_cells;
}

std::optional<int> Styles::numbering(std::string_view id) {
  const auto found = numbering_.find(id);
  if (found == numbering_.end()) return std::nullopt;
  return resolve(numbering_, found->second, found->first, 0).paragraph.num_id;
}

}  // namespace fubiao
