// What a file says, before anyone asks what it means.
//
// Two kinds of source. *Drawn* formats (PDF) fill `pages`: glyphs, painted lines, images and clip rectangles, each
// in paint order. *Marked-up* formats (DOCX, text) fill `blocks`: paragraphs and native tables in document order.
// A document has one or the other, never both.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "extract/finding.h"
#include "extract/geometry.h"

namespace fubiao {

enum class Format { pdf, docx, text };
/// "pdf", "docx", "text": as in the output.
std::string_view name(Format format);

// ---- drawn ---------------------------------------------------------------------------------------------------

/// Whether a reader of the printed page sees a glyph.
enum class Visibility {
  seen,         ///< painted with contrast
  render_mode,  ///< text render mode 3 (neither filled nor stroked) or 7 (clip only)
  clipped,      ///< outside the clip region at the time of painting, or off the page
  transparent,  ///< fill opacity 0 (or next to it)
  background,   ///< the colour of what lies beneath it
  covered,      ///< painted over later by an opaque fill or image
};

/// Angle of a line of text, clockwise as a reader of the upright page sees it.
enum class Turn { none, quarter, half, three_quarters };

/// One painted glyph. Its box is made from origin, advance and size, not from the font's ascent and descent, which
/// lie in many fonts (measured: ONLYOFFICE FangSong .220/-.036): .88 em above and .12 em below the baseline.
struct Glyph {
  std::u32string text;  ///< what it stands for: one code point, or several for a ligature; empty if unknown
  Point origin;         ///< of the baseline; for vertical writing the top centre is moved to the horizontal origin
  Box box;              ///< in page space, upright page
  double size = 0;      ///< em in points, after all matrices
  double advance = 0;   ///< to the next glyph along the line, in points
  Turn turn = Turn::none;
  bool vertical = false;     ///< painted in a font of vertical writing mode (WMode 1)
  bool upright = true;       ///< false: neither of the four turns (slanted watermark)
  int font = -1;             ///< index into Document::fonts
  std::uint32_t colour = 0;  ///< 0xRRGGBB of the fill, as it shows on white paper if it lets that through
  Visibility visibility = Visibility::seen;
  int order = 0;  ///< position in the page's paint order, shared with paints, images and clips
};

struct Font {
  std::string name;
  /// False: the Unicode of its glyphs is a guess (a CID font with collection Adobe-Identity and no ToUnicode map).
  /// A value printed in such a font is never given silently.
  bool trusted = true;
  bool bold = false;
};

/// A painted straight line or axis-parallel rectangle.
struct Paint {
  enum class Kind {
    stroke,  ///< a straight segment (or one side of a stroked rectangle)
    fill,    ///< a filled rectangle: a thin one is a line to the eye
  };
  Kind kind = Kind::stroke;
  Box box;           ///< of the ink: a stroke's width and caps are in it
  double width = 0;  ///< stroke: line width in points (at least a hairline); fill: the shorter side
  bool dashed = false;
  std::uint32_t colour = 0;  ///< 0xRRGGBB
  double opacity = 1;        ///< 0..1
  int order = 0;
};

struct Image {
  Box box;
  int order = 0;
};

/// A rectangular clip in force while something was painted. WPS sets one to each table cell.
struct Clip {
  Box box;
  int order = 0;
};

struct Page {
  int number = 1;  ///< from 1
  double width = 0;
  double height = 0;
  std::vector<Glyph> glyphs;
  std::vector<Paint> paints;
  std::vector<Image> images;
  std::vector<Clip> clips;
};

// ---- marked up -----------------------------------------------------------------------------------------------

struct Block;

/// A paragraph. Line breaks inside it are '\n', tabs are '\t'. Automatic numbers and bullets are part of the text.
struct Paragraph {
  std::string text;       ///< UTF-8 as written: not yet folded, not yet NFC
  int outline_level = 0;  ///< 1..9 for a heading style, 0 for body text
  bool centred = false;
  double size = 0;  ///< largest font size in points, 0 unknown
};

/// What a cell of a marked-up table says of the cell above it.
enum class VerticalMerge {
  none,
  restart,    ///< the first of a vertical merge
  continued,  ///< goes on with the one above; content here is stray
};

struct NativeCell {
  /// First grid column, from 0. -1: the source does not say (text rendition): only the order in the row is known.
  int column = -1;
  int span = 1;  ///< grid columns (1 where column is -1)
  VerticalMerge merge = VerticalMerge::none;
  bool vertical_text = false;  ///< textDirection of the cell (tbRl, btLr)
  std::vector<Block> content;
};

struct NativeRow {
  std::vector<NativeCell> cells;
  bool header = false;  ///< marked to be repeated on every page (w:tblHeader)
};

struct NativeTable {
  /// Grid columns; 0 where the source does not say (text rendition).
  int columns = 0;
  /// Of the grid columns, in points; empty where the source does not say, 0 for a single column that it leaves out.
  std::vector<double> widths;
  std::vector<NativeRow> rows;
};

struct Block {
  std::variant<Paragraph, NativeTable> value;
};

// ---- the whole -----------------------------------------------------------------------------------------------

/// The file's own properties, where it has them; empty strings otherwise.
struct Properties {
  std::string title;
  std::string author;
  std::string company;
  std::string producer;  ///< "WPS 文字(Jisupdf Editor)", "Microsoft Word 16.0"
};

struct Document {
  Format format = Format::text;
  Properties properties;
  std::vector<Font> fonts;    ///< of drawn formats
  std::vector<Page> pages;    ///< drawn
  std::vector<Block> blocks;  ///< marked up
  std::vector<Finding> findings;
};

}  // namespace fubiao
