// The rows of the page of a corpus run (corpus_page.h), each a piece of HTML.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "cli/corpus_board.h"
#include "cli/corpus_result.h"

namespace fubiao {

/// A case as its rows need it.
struct PageCase {
  const CaseResult* result = nullptr;
  std::string source;  ///< of a link, relative to the page; empty: none
  long number = 0;     ///< from 1, for ids
};

/// Where the row of a miss leads to: an id of the page without '#' and what the link says; empty: nowhere.
struct PageLink {
  std::string id;
  std::string text;
};

std::string failure_row(const PageCase& which, const std::string& what, const std::string& message);
std::string field_row(const PageCase& which, const FieldMiss& miss, long number, const PageLink& link);
std::string other_row(const PageCase& which, const OtherMiss& miss);
std::string change_row(const PageCase& which, const Change& change);

/// The picture of a miss, with what was read there and a way back to its row.
std::string picture_figure(const PageCase& which, const FieldMiss& miss, long number);

/// The lines of a table of text art that show one of its rows: [first, last); empty where they cannot be told.
struct ArtLines {
  std::size_t first = 0;
  std::size_t last = 0;
};
ArtLines lines_of_row(const TableArt& art, int row, const std::string& text_in_it);

/// A table as text art, with some rows marked.
std::string art_figure(const PageCase& which, int table, const std::map<int, ArtLines>& marks);
/// Ids of the table and of a marked row in it.
std::string art_id(const PageCase& which, int table);
std::string art_row_id(const PageCase& which, int table, int row);

/// What the case is about: its name, what it proves, form, format, switches.
std::string case_head(const PageCase& which);

/// A table of a scoreboard's groups. `by`: "format", "form" or "switch".
std::string group_table(const std::string& by, const std::map<std::string, Tally>& groups);
std::string figures(const Scoreboard& board);
std::string shown_seconds(double seconds);

}  // namespace fubiao
