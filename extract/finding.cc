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
      {"header-repeated", "Header rows that are printed again after a page break were dropped."},
      {"hidden-text", "The file holds text formatted as hidden; it was left out, as in print."},
      {"inconsistent-container", "The ZIP container of a file contradicts itself; the parts that were read are there once each."},
      {"merge-not-rectangular", "A merged area is no rectangle; it was cut into rectangles."},
      {"ocr-layer", "A page is an image with an invisible text layer; its text was read, and no value of it is sure."},
      {"pdf-rebuilt", "The cross-reference table of a PDF was damaged and had to be rebuilt by searching the file."},
      {"pdf-syntax", "A PDF breaks the rules of its format; what could be read was read."},
      {"text-over-edge", "Text runs over the drawn edge of its cell, and was given whole to the cell with most of it."},
      {"undecodable-text", "Some bytes of a text file are no characters in its encoding; they are given as U+FFFD."},
      {"tracked-changes", "The file holds tracked changes; the final version was read."},
      {"unread-content", "The file holds an embedded document or formula that could not be read."},
      {"unread-part", "A part of the file, such as its styles or lists, could not be read; the text was read without it."},
      {"wrong-extension", "The file name promises another format than the content has; the content was believed."},
      {"year-contradiction", "The title and the period of the statistics name different years; that of the title is given."},
  };
  return codes;
}

}  // namespace fubiao
