// styles.xml and direct formatting, as far as a reader of the text needs it (ECMA-376 part 1 §17.7).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "extract/docx_xml.h"
#include "extract/symbol_font.h"

namespace fubiao {

enum class Raise { baseline, superscript, subscript };

/// Formatting of letters; absent members are inherited.
struct RunFormat {
  std::optional<bool> vanish;
  std::optional<double> size;  ///< points
  std::optional<Raise> raise;
  std::optional<SymbolFont> font;
  std::optional<bool> white;   ///< letters in the colour of paper
  std::optional<bool> shaded;  ///< shading or a highlight behind them
};

/// Formatting of a paragraph; absent members are inherited.
struct ParagraphFormat {
  std::optional<int> num_id;   ///< 0: no number
  std::optional<int> level;    ///< w:ilvl, from 0
  std::optional<int> outline;  ///< w:outlineLvl: 0..8 heading, 9 body text
  std::optional<bool> centred;
  std::optional<bool> shaded;
};

struct Style {
  std::string based_on;
  RunFormat run;
  ParagraphFormat paragraph;
  bool shades_cells = false;  ///< of a table style: for any part of the table
  std::string num_style;      ///< the style of the chain that names the numbering; filled in by resolution
  bool resolved = false;
};

/// Direct formatting: the content of w:rPr and w:pPr.
struct RunProperties {
  RunFormat format;
  std::string style;
  bool removed = false;  ///< of a paragraph mark: deleted or moved away
};
struct ParagraphProperties {
  ParagraphFormat format;
  std::string style;
  RunProperties mark;     ///< of the paragraph mark
  bool drop_cap = false;  ///< a letter over several lines that begins the next paragraph
};

/// Whether the w:shd at which `xml` stands shows.
bool is_shading(const WordXml& xml);

/// Both read the element at which `xml` stands.
RunProperties read_run_properties(WordXml& xml);
ParagraphProperties read_paragraph_properties(WordXml& xml);

class Styles {
 public:
  /// Reads the part. May throw Error{damaged}; what was read before stays.
  void read(WordXml& xml);

  /// With everything that it is based on, document defaults excluded. An unknown or empty identifier gives the
  /// default paragraph style; a chain that bites its tail ends there.
  const Style& paragraph(std::string_view id);
  /// An unknown or empty identifier gives an empty style.
  const Style& character(std::string_view id);
  /// Whether tables of that style may have shaded cells.
  bool shades_cells(std::string_view table_style);
  /// The w:numId that a numbering style stands for.
  std::optional<int> numbering(std::string_view id);

  const RunFormat& default_run() const { return default_run_; }
  const ParagraphFormat& default_paragraph() const { return default_paragraph_; }

 private:
  using Map = std::map<std::string, Style, std::less<>>;
  void read_style(WordXml& xml);
  const Style& resolve(Map& map, Style& style, std::string_view id, int depth);

  Map paragraph_;
  Map character_;
  Map numbering_;
  Map table_;
  std::string default_style_;
  RunFormat default_run_;
  ParagraphFormat default_paragraph_;
  Style empty_;
};

}  // namespace fubiao
