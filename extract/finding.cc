#include "extract/finding.h"

namespace fubiao {

std::string_view name(ErrorCode code) {
  switch (code) {
    case ErrorCode::not_found: return "not-found";
    case ErrorCode::unreadable: return "unreadable";
    case ErrorCode::empty: return "empty";
    case ErrorCode::damaged: return "damaged";
    case ErrorCode::unsupported: return "unsupported";
    case ErrorCode::encrypted: return "encrypted";
    case ErrorCode::limit: return "limit";
    case ErrorCode::no_cmaps: return "no-cmaps";
  }
  return "damaged";
}

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return "error";
}

const std::vector<FindingCode>& finding_codes() {
  // Alphabetical. One line per code; keep this the only list.
  static const std::vector<FindingCode> codes = {
      {"broken-field", "A field code has no end in its paragraph; what follows it was read as text."},
      {"cell-joined", "A cell that a page break cuts was put together from its two parts."},
      {"cells-extra",
       "A row of a text rendition has more values than the table has columns for them; they were placed from the "
       "right."},
      {"cells-missing",
       "A row of a text rendition has lost cells; which ones cannot be told, and the other placings are read too."},
      {"column-in-doubt",
       "A column was bound to a field of the form, but its head allows another reading; its fields are listed."},
      {"form-in-doubt", "The tables fit two forms equally well; the newer one was taken."},
      {"guessed-unicode",
       "A value is printed in a font that does not say what its characters stand for; it was read as the program "
       "guesses."},
      {"header-repeated", "Header rows that are printed again after a page break were dropped."},
      {"heads-unclear",
       "The column heads of a text rendition do not fit the columns below them; which stands over which is in doubt."},
      {"hidden-text", "The file holds text formatted as hidden, or white on white; it was left out, as in print."},
      {"inconsistent-container",
       "The ZIP container of a file contradicts itself; the parts that were read are there once each."},
      {"label-joined", "A label that was spread over several cells or rows was put together."},
      {"label-missing", "A row of values in a text rendition has no label."},
      {"label-repaired",
       "A row label or column head with a typo or a cut was read as the label of the form that it clearly is."},
      {"merge-mismatch",
       "A cell is marked as going on with the one above, but has other columns; it is given as a cell of its own."},
      {"merge-not-rectangular", "A merged area is no rectangle; it was cut into rectangles."},
      {"no-known-form", "No table of a known report form was found; sections and tables are given all the same."},
      {"number-broken", "A number is broken over lines by the width of its cell; it was put together."},
      {"number-in-doubt", "A number allows another reading, or has more digits than most programs keep."},
      {"ocr-layer", "A page is an image with an invisible text layer; its text was read, and no value of it is sure."},
      {"out-of-order", "A row or column does not stand where the form has it; its own label says what it is."},
      {"page-unread", "A page is an image without any text; nothing of it was read."},
      {"pdf-rebuilt", "The cross-reference table of a PDF was damaged and had to be rebuilt by searching the file."},
      {"pdf-syntax", "A PDF breaks the rules of its format; what could be read was read."},
      {"printed-twice", "A field is printed twice; the first print was taken."},
      {"row-in-doubt",
       "A row was bound to a row of the form, but its label or its cells allow another reading; its fields are "
       "listed."},
      {"row-joined", "An empty paragraph cut a row of a text rendition in two; the halves were put together."},
      {"several-readings",
       "The grid of a table can be read in several ways; the one that fits the form best was taken."},
      {"spans-from-widths",
       "The cells of a row do not add up to the columns of its table, but their widths do; the row was read by them."},
      {"stray-text",
       "Text in the continuation of a merged cell is no part of its label; it was left out and is in the message."},
      {"table-behind-text",
       "A table without heads has the columns of the one before it, but text stands between; it was not joined to it."},
      {"table-joined", "Two tables with the same grid and nothing between them, or a page number, were taken for one."},
      {"table-too-large", "A table has more rows and columns than the limits allow, and was not read."},
      {"table-unruled",
       "No rule tells the rows and columns of a table on a page; they were told by the white space between its texts."},
      {"text-over-edge", "Text runs over the drawn edge of its cell, and was given whole to the cell with most of it."},
      {"tracked-changes", "The file holds tracked changes; the final version was read."},
      {"unbound-column", "A column of a known table is none of the form's; its values are in the message."},
      {"unbound-number", "A value of a known row stands under no head, or under several, and was not bound."},
      {"unbound-row",
       "A row of a known table is none of the form's, or its label cannot be read; its values are in the message."},
      {"undecodable-text", "Some bytes of a text file are no characters in its encoding; they are given as U+FFFD."},
      {"unit-differs", "The printed unit is not that of the form; the number is given as printed."},
      {"unread-content", "The file holds an embedded document or formula that could not be read."},
      {"unread-part",
       "A part of the file, such as its styles or lists, could not be read; the text was read without it."},
      {"unreadable-number", "A cell of a field holds text that is no number; its value is null."},
      {"values-shifted",
       "A sum cannot be checked because a number of it is blank, and those that are printed do not fit each other: a "
       "cell "
       "may be lost or moved."},
      {"wrong-extension", "The file name promises another format than the content has; the content was believed."},
      {"year-contradiction",
       "The title and the period of the statistics name different years; that of the title is given."},
  };
  return codes;
}

}  // namespace fubiao
