// The story of a DOCX file: w:body as paragraphs and tables in document order.
//
// What a reader of the printed final version sees. Tracked changes: inserted in, deleted and moved away out. Hidden
// text, white letters in a table cell without shading (elsewhere they may stand on a picture behind the text), field
// codes, comments, notes' marks, headers and footers out. Content controls, hyperlinks and other wrappers are
// transparent. A text box follows, as blocks, the paragraph that anchors it.
//
// Text: w:br and w:cr are '\n', and so are page and column breaks between text; tabs are '\t', the no-break hyphen
// U+2011, soft hyphens nothing. Superscript and subscript digits and signs become U+2070.. and U+2080.., so that a
// note's mark behind a number is never one of its digits; in a paragraph that is raised as a whole there is nothing to
// be told apart, and they stay.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/docx_numbering.h"
#include "extract/docx_styles.h"
#include "extract/docx_xml.h"
#include "extract/limits.h"

namespace fubiao {

/// What the story holds that the document's findings tell.
struct BodyCounts {
  long revisions = 0;      ///< tracked insertions, deletions and moves
  long hidden = 0;         ///< runs of hidden or white text left out
  long broken_fields = 0;  ///< field codes without an end in their paragraph
  long rows_by_width = 0;  ///< rows whose spans were taken from the widths of their cells
  long unread = 0;         ///< embedded foreign documents (w:altChunk, w:subDoc) and formula fields without a result
};

class BodyReader {
 public:
  BodyReader(WordXml& xml, Styles& styles, Numbering& numbering, const Limits& limits)
      : xml_(xml), styles_(styles), numbering_(numbering), limits_(limits) {}

  /// `xml` stands at w:body.
  std::vector<Block> read();
  const BodyCounts& counts() const { return counts_; }

 private:
  /// One complex field (§17.16.18) between its begin and its end.
  struct Field {
    bool in_result = false;
    std::string code;
    std::string form_value;  ///< what a check box or a drop-down list shows
    bool printed = false;    ///< its result printed something
  };
  /// Fields may run over paragraphs, but not out of a text box.
  struct Fields {
    std::vector<Field> open;
    int in_code = 0;       ///< open fields that are not yet at their result
    std::string withheld;  ///< text met inside a code
  };
  /// Where blocks go: the body, a cell, a text box.
  struct Sink {
    std::vector<Block> blocks;
    std::optional<Paragraph> carried;  ///< a paragraph whose mark is deleted or hidden: it runs on into the next
    std::vector<Block> carried_boxes;
  };
  /// The paragraph being read.
  struct Line {
    std::string text;
    std::string level_text;  ///< the same without raising; kept only while all of it is raised
    bool all_raised = true;
    double size = 0;
    const Style* style = nullptr;
    bool shaded = false;
    std::vector<Block> boxes;
    bool page_break = false;        ///< met behind the text so far
    bool custom_note_mark = false;  ///< the rest of the run is the mark of a note
  };
  struct RunState {
    bool hidden = false;
    bool unseen = false;  ///< white on paper
    Raise raise = Raise::baseline;
    double size = 0;
    SymbolFont font = SymbolFont::none;
  };
  struct GridRow;
  struct TableState;

  // docx_body.cc
  void read_blocks(Sink& sink);
  void read_block(Tag tag, Sink& sink);
  void finish(Sink& sink);
  std::vector<Block> read_text_box();
  void find_text_boxes(std::vector<Block>& out);

  // docx_paragraph.cc
  void read_paragraph(Sink& sink);
  void read_inline(Tag tag, Line& line);
  std::string number_mark(const ParagraphProperties& properties, const Style& style);
  void print(Line& line, const RunState& run, std::string_view text);
  void close_broken_fields(Line& line);

  // docx_run.cc
  void read_run(Line& line);
  void read_run_content(Tag tag, Line& line, const RunState& run);
  RunState run_state(const Line& line, const RunProperties& properties);
  void read_ruby(Line& line);
  void read_field_char(Line& line, const RunState& run);
  std::string read_form_value();
  void read_math(Line& line, const RunState& run);

  // docx_table.cc
  void read_table(Sink& sink);
  void read_rows(TableState& table);
  void read_row(TableState& table);
  void take_spans_from_widths(const TableState& table, GridRow& row);
  void read_cells(GridRow& row);
  void read_cell(GridRow& row);

  WordXml& xml_;
  Styles& styles_;
  Numbering& numbering_;
  const Limits& limits_;
  Fields fields_;
  BodyCounts counts_;
  int table_depth_ = 0;
  bool on_paper_ = false;      ///< in a table cell, and nothing is shaded around it
  bool covered_cell_ = false;  ///< in a cell that a vertical merge covers
  std::size_t text_bytes_ = 0;
};

}  // namespace fubiao
