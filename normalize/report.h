// The canonical report: what `fubiao extract` prints, as plain structs. The contract of the JSON is in to_json.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/document.h"
#include "layout/analyze.h"
#include "normalize/decimal.h"
#include "normalize/form_set.h"

namespace fubiao {

/// What was done to read a field. Names of `name()` are part of the output.
enum class Status {
  read,            ///< as printed
  blank,           ///< a printed cell without ink; value null
  not_applicable,  ///< only "/", "-", "–", "—" or "无"; value null
  unreadable,      ///< other text that is no number; value null
  repaired,        ///< its own text, row label or column head had to be restored
};
std::string_view name(Status status);

/// One canonical field, read from one cell.
struct Field {
  std::string path;              ///< canonical, "requests.new_received.total"
  std::optional<Decimal> value;  ///< null where the print is blank, not applicable or unreadable
  std::string text;              ///< the print before any cleaning, line breaks as '\n'
  std::string unit;              ///< printed in the cell, its row or its head, else the form's; empty: none
  Status status = Status::read;
  std::optional<int> page;  ///< from 1; absent for marked-up sources
  std::optional<Box> box;   ///< of the text in the cell (of the cell where it is blank)
  int table = 0;            ///< index into Layout::tables
  int row = 0;
  int column = 0;
};

/// One arithmetic check (勾稽关系) of the form.
struct Check {
  std::string name;           ///< "sum:PATH", "outcomes:COLUMN", "balance:COLUMN"
  std::optional<bool> holds;  ///< nullopt: a part is null or not printed where it should be
  std::optional<Decimal> expected;
  std::optional<Decimal> printed;
  std::vector<std::string> fields;  ///< every path that takes part, the total last
};

struct Section {
  std::optional<std::string> heading;  ///< nullopt: what stands before the first heading
  int level = 1;
  std::string text;
};

struct Report {
  std::optional<std::string> form;  ///< "ogi-2021"; nullopt: no known form
  std::optional<std::string> title;
  std::optional<std::string> agency;
  std::optional<int> year;
  std::vector<Field> fields;  ///< in the order of the form
  std::vector<Section> sections;
  std::vector<Check> checks;
  std::vector<Finding> findings;  ///< of all stages, in the order of the stages
};

/// The entrance of normalize. Never fails.
Report normalize(const Document& document, const Layout& layout, const FormSet& forms);

/// Whether the forms know this text as a row or column label.
bool is_form_label(std::string_view text, const FormSet& forms);
/// The same as a question that `analyze` may be handed. The forms must outlive it.
KnowsLabel label_question(const FormSet& forms);

}  // namespace fubiao
