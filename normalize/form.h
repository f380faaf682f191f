// Report forms as data: what normalize knows of a form stands in normalize/forms/*.json and nowhere else.
//
// A form file (docs/forms.md teaches it):
//   name      "ogi-2021": lower-case letters, digits and hyphens
//   title     for people
//   family    how such reports word what stands around their tables: titles, agency (ends, made, reports, announced),
//             years, sections (see Family); or the name of another form that says it
//   told_by   list of ranks, strongest first; each is a list of paths (a whole path, or one without its last keys; "*"
//             is any path of the form): the form is told at the first rank of which a path was read
//   tables    name, headings (captions printed above or in it), unit, corner (texts of the header that are no column:
//             信息内容), blocks
//   blocks    a stretch of rows with columns of its own: heading (a row of its own above it), columns, rows (trees)
//   node      label, aliases, children; key: a row or column that carries values; alone: the key of a row that carries
//             values only where its children are not printed; unit; units: several are possible and the print says
//             which; role "unit": a column that prints the unit of its row; role "other": a row or column that such a
//             table may print and that is no field (历年累计): known by its label, so that it is taken for no other
//   checks    {"sum": PATH, "parts": [PATH…]}; {"sum": "across", "table", "total": COLUMN, "parts": [COLUMN…]} for each
//             row; {"outcomes": ROW, "under": ROW PREFIX, "table"}; {"balance": [ROW, ROW], "equals": [ROW, ROW],
//             "table"}; {"follows": [ROW, ROW], "table"}: in each column, the first row of one year is the second of
//             the next; without "table" they are paths
// The path of a field is the key of its row, ".", the key of its column (either may be empty).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "normalize/json_lines.h"
#include "normalize/label.h"

namespace fubiao {

/// A row or column of a form, or a heading over some of them. Nodes are kept in preorder; `parent` points back in
/// that order.
struct FormNode {
  std::string label;               ///< as printed in the form; empty: a row without a label
  Label names;                     ///< label and aliases, folded
  std::string key;                 ///< empty together with `carries` false: a heading
  std::string alone;               ///< key of the row where its children are not printed; empty: none
  std::vector<std::string> units;  ///< more than one: the print says which
  int parent = -1;
  int block = 0;         ///< rows only: whose columns apply
  bool carries = false;  ///< has values of its own
  bool unit_column = false;
};

struct FormBlock {
  std::string heading;  ///< empty: none
  std::vector<FormNode> columns;
};

struct FormTable {
  std::string name;
  std::vector<Label> headings;
  std::vector<Label> corner;
  std::vector<FormBlock> blocks;
  /// Of all blocks, in order; the heading of a block is the parent of its rows.
  std::vector<FormNode> rows;
};

struct CheckRule {
  enum class Kind {
    sum,       ///< total = parts, paths
    across,    ///< in each row of `table`: column `total` = columns `parts`
    outcomes,  ///< in each column: row `total` = the rows whose key begins with `parts[0]` + "."
    balance,   ///< in each column: the rows `parts` = the rows `others`
    follows,   ///< in each column: row `parts[0]` of one year = row `parts[1]` of the next (`fubiao check`)
  };
  Kind kind = Kind::sum;
  std::string table;  ///< of the rows; empty for `sum`
  std::string total;
  std::vector<std::string> parts;
  std::vector<std::string> others;
};

/// The words of a family of reports. Titles, years and sections are phrases (phrase.h).
struct Family {
  std::vector<std::string> titles;       ///< how a title ends: "…政府信息公开工作年度报告"
  std::vector<std::string> agency_ends;  ///< in a title the agency stands before the first of these
  std::vector<std::string> made;         ///< 编制: "由甲县乙局编制" names the agency
  std::vector<std::string> reports;      ///< 报告: "本报告由甲县乙局…" names it
  std::vector<std::string> announced;  ///< 现将: "现将甲县乙局2023年…" names it, before one of `agency_ends`
  std::vector<std::string> years;      ///< phrases of the prose that name the year of the data
  std::vector<std::string> sections;   ///< headings that count as the highest, numbered or not
};

struct Form {
  std::string name;
  std::string title;
  Family family;
  std::string family_of;  ///< the form that holds the family; empty: this one
  std::vector<std::vector<std::string>> told_by;
  std::vector<FormTable> tables;
  std::vector<CheckRule> checks;
};

/// One field as the form defines it.
struct FormField {
  std::string path;
  std::string table;
  std::vector<std::string> row;  ///< labels from the outermost heading in
  std::vector<std::string> column;
  std::string unit;  ///< "as printed (万元 or 元)" where the form leaves it open
};
/// Every field, in the order of the form. Rows that carry values only `alone` are not in it.
std::vector<FormField> fields_of(const Form& form);

/// Every path in the order of the form, those of rows printed alone among them.
std::vector<std::string> paths_of(const Form& form);

/// Whether an entry of told_by names a path.
bool tells(const std::string& rule, const std::string& path);

/// "" where one of them is empty, else with a dot between.
std::string join_keys(std::string_view row, std::string_view column);

/// A row or column that such tables print and that is no field (role "other"): known so that it is taken for none.
bool is_no_field(const std::vector<FormNode>& nodes, std::size_t node);

/// Labels of a node's parents, outermost first, then its own.
std::vector<std::string> label_path(const std::vector<FormNode>& nodes, int node);

/// What is wrong with a form file, for the person who writes it.
struct FormProblem {
  std::string where;    ///< path into it, "/tables/0/name"
  std::string message;  ///< what is wrong; how to mend it
  TextPlace place = {};
};
struct ParsedForm {
  Form form;
  std::vector<FormProblem> problems;  ///< in the order of the text; empty: the form can be used
};
/// Never throws, whatever the bytes are.
ParsedForm parse_form(std::string_view json);

/// "; did you mean X?" for the nearest of some words, or empty where none is near.
std::string suggestion(std::string_view word, const std::vector<std::string>& known);

/// The JSON texts of normalize/forms, compiled in (cmake/embed_forms.cmake), by file name.
const std::vector<std::string_view>& bundled_form_texts();
/// The same, parsed anew.
std::vector<Form> parse_bundled_forms();
/// The same, parsed at the first call (form_set.h), the newest first (by name).
const std::vector<Form>& bundled_forms();

}  // namespace fubiao
