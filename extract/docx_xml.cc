#include "extract/docx_xml.h"

#include <algorithm>
#include <charconv>

namespace fubiao {

namespace {

struct Name {
  std::string_view name;
  Tag tag;
};

// Sorted by name (ASCII order): a test looks every one of them up.
#define FUBIAO_TAG(name) \
  Name {                 \
#name, Tag::name     \
  }
constexpr Name names[] = {
    FUBIAO_TAG(abstractNum),
    FUBIAO_TAG(abstractNumId),
    FUBIAO_TAG(altChunk),
    FUBIAO_TAG(annotationRef),
    FUBIAO_TAG(basedOn),
    FUBIAO_TAG(bdo),
    FUBIAO_TAG(body),
    FUBIAO_TAG(br),
    FUBIAO_TAG(cellDel),
    FUBIAO_TAG(cellMerge),
    FUBIAO_TAG(checkBox),
    FUBIAO_TAG(checked),
    FUBIAO_TAG(color),
    FUBIAO_TAG(cr),
    FUBIAO_TAG(customXml),
    FUBIAO_TAG(ddList),
    Name{"default", Tag::defaultValue},
    FUBIAO_TAG(del),
    FUBIAO_TAG(delInstrText),
    FUBIAO_TAG(delText),
    FUBIAO_TAG(dir),
    FUBIAO_TAG(docDefaults),
    FUBIAO_TAG(document),
    FUBIAO_TAG(drawing),
    FUBIAO_TAG(endnoteRef),
    FUBIAO_TAG(endnoteReference),
    FUBIAO_TAG(ffData),
    FUBIAO_TAG(fldChar),
    FUBIAO_TAG(fldSimple),
    FUBIAO_TAG(footnoteRef),
    FUBIAO_TAG(footnoteReference),
    FUBIAO_TAG(framePr),
    FUBIAO_TAG(gridAfter),
    FUBIAO_TAG(gridBefore),
    FUBIAO_TAG(gridCol),
    FUBIAO_TAG(gridSpan),
    FUBIAO_TAG(hMerge),
    FUBIAO_TAG(hidden),
    FUBIAO_TAG(highlight),
    FUBIAO_TAG(hyperlink),
    FUBIAO_TAG(ilvl),
    FUBIAO_TAG(ins),
    FUBIAO_TAG(instrText),
    FUBIAO_TAG(isLgl),
    FUBIAO_TAG(jc),
    FUBIAO_TAG(listEntry),
    FUBIAO_TAG(lvl),
    FUBIAO_TAG(lvlOverride),
    FUBIAO_TAG(lvlPicBulletId),
    FUBIAO_TAG(lvlRestart),
    FUBIAO_TAG(lvlText),
    FUBIAO_TAG(moveFrom),
    FUBIAO_TAG(moveTo),
    FUBIAO_TAG(name),
    FUBIAO_TAG(noBreakHyphen),
    FUBIAO_TAG(num),
    FUBIAO_TAG(numFmt),
    FUBIAO_TAG(numId),
    FUBIAO_TAG(numPr),
    FUBIAO_TAG(numStyleLink),
    FUBIAO_TAG(numbering),
    FUBIAO_TAG(object),
    FUBIAO_TAG(outlineLvl),
    FUBIAO_TAG(p),
    FUBIAO_TAG(pPr),
    FUBIAO_TAG(pPrDefault),
    FUBIAO_TAG(pStyle),
    FUBIAO_TAG(pgNum),
    FUBIAO_TAG(pict),
    FUBIAO_TAG(ptab),
    FUBIAO_TAG(r),
    FUBIAO_TAG(rFonts),
    FUBIAO_TAG(rPr),
    FUBIAO_TAG(rPrDefault),
    FUBIAO_TAG(rStyle),
    FUBIAO_TAG(result),
    FUBIAO_TAG(rt),
    FUBIAO_TAG(ruby),
    FUBIAO_TAG(rubyBase),
    FUBIAO_TAG(sdt),
    FUBIAO_TAG(sdtContent),
    FUBIAO_TAG(shd),
    FUBIAO_TAG(smartTag),
    FUBIAO_TAG(softHyphen),
    FUBIAO_TAG(specVanish),
    FUBIAO_TAG(start),
    FUBIAO_TAG(startOverride),
    FUBIAO_TAG(style),
    FUBIAO_TAG(styleLink),
    FUBIAO_TAG(styles),
    FUBIAO_TAG(subDoc),
    FUBIAO_TAG(suff),
    FUBIAO_TAG(sym),
    FUBIAO_TAG(sz),
    FUBIAO_TAG(t),
    FUBIAO_TAG(tab),
    FUBIAO_TAG(tbl),
    FUBIAO_TAG(tblGrid),
    FUBIAO_TAG(tblHeader),
    FUBIAO_TAG(tblPr),
    FUBIAO_TAG(tblStyle),
    FUBIAO_TAG(tc),
    FUBIAO_TAG(tcPr),
    FUBIAO_TAG(tcW),
    FUBIAO_TAG(textDirection),
    FUBIAO_TAG(tr),
    FUBIAO_TAG(trPr),
    FUBIAO_TAG(txbxContent),
    FUBIAO_TAG(vMerge),
    FUBIAO_TAG(vanish),
    FUBIAO_TAG(vertAlign),
};
#undef FUBIAO_TAG

constexpr bool sorted() {
  for (std::size_t i = 1; i < std::size(names); ++i) {
    if (!(names[i - 1].name < names[i].name)) return false;
  }
  return true;
}
static_assert(sorted(), "names must be sorted for the search");

constexpr std::string_view word_transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view word_strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
constexpr std::string_view math_transitional = "http://schemas.openxmlformats.org/officeDocument/2006/math";
constexpr std::string_view math_strict = "http://purl.oclc.org/ooxml/officeDocument/math";
constexpr std::string_view compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
constexpr std::string_view vml = "urn:schemas-microsoft-com:vml";

Tag lookup(std::string_view space, std::string_view name) {
  if (space == word_transitional || space == word_strict) {
    const auto* found =
        std::lower_bound(std::begin(names), std::end(names), name,
                         [](const Name& entry, std::string_view wanted) { return entry.name < wanted; });
    return found != std::end(names) && found->name == name ? found->tag : Tag::other;
  }
  if (space == math_transitional || space == math_strict) return Tag::math;
  if (space == compatibility) return name == "AlternateContent" ? Tag::mc_alternate : Tag::other;
  if (space == vml && name == "textpath") return Tag::text_path;
  return Tag::other;
}

/// Extensions whose content we can read (text boxes, shapes, groups) or may pass by (ink, layout hints).
bool is_known_extension(std::string_view space) {
  return space.starts_with("http://schemas.microsoft.com/office/word/20") ||
         space.starts_with("http://schemas.microsoft.com/office/drawing/20") ||
         space.starts_with("http://www.wps.cn/officeDocument/") || space == word_transitional || space == word_strict ||
         space == vml || space.starts_with("http://schemas.openxmlformats.org/drawingml/2006/") ||
         space == "http://schemas.openxmlformats.org/officeDocument/2006/math";
}

}  // namespace

Tag WordXml::tag() {
  const void* space = root_namespace_key();
  if (space == nullptr) return lookup(namespace_uri(), name());
  const void* key = name_key();
  // The names lie packed, without alignment: those of two letters are three bytes apart.
  Known& known = known_.at(reinterpret_cast<std::uintptr_t>(key) % known_.size());
  if (known.name != key || known.space != space) known = {key, space, lookup(namespace_uri(), name())};
  return known.tag;
}

bool WordXml::on() const {
  const auto value = val();
  return !value || !(*value == "0" || *value == "false" || *value == "off" || *value == "none");
}

std::optional<int> WordXml::int_val() const {
  const auto value = val();
  return value ? to_int(*value) : std::nullopt;
}

bool WordXml::is_chosen_branch() const {
  if (namespace_uri() != compatibility) return false;
  if (name() == "Fallback") return true;
  if (name() != "Choice") return false;
  const auto required = attribute("Requires");
  if (!required) return false;
  std::string_view rest = *required;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view prefix = rest.substr(0, end);
    if (!prefix.empty() && !is_known_extension(namespace_of(prefix))) return false;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return true;
}

std::optional<int> to_int(std::string_view text) {
  int value = 0;
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end == text.data()) return std::nullopt;
  return value;
}

}  // namespace fubiao
