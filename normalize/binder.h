// The work of bind.h, shared by the files that do it: not for anyone else.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "normalize/bind.h"
#include "normalize/choose.h"
#include "normalize/index.h"
#include "normalize/place_values.h"

namespace fubiao {

/// For messages: cut where it is long.
std::string quoted(const std::string& text);

/// A head of a part, and the fields that were bound under it.
struct Column {
  Match match;
  std::vector<std::string> fields;
  std::vector<std::string> unbound;  ///< numbers of a column that no form has
  bool rescued = false;              ///< see rescue_single
};

/// A part of a form table while it is bound.
struct Part {
  const Chosen* chosen = nullptr;
  const Table* table = nullptr;                ///< turned around where the segment is
  std::vector<Head> heads;                     ///< those that count
  int number = 0;                              ///< among the parts of its form table
  bool inherited = false;                      ///< the heads are those of the piece before
  std::map<int, std::vector<Column>> columns;  ///< by block
};

class Binder {
 public:
  Binder(const std::vector<Table>& tables, const std::vector<Form>& forms, const Vocabulary& vocabulary,
         const std::vector<RepeatedLabel>& barred)
      : tables_(tables), forms_(forms), barred_(barred), turned_(tables.size()) {
    for (const Table& table : tables) sights_.push_back(look_at(table, vocabulary));
  }

  Binding run();

 private:
  const Cell& cell_of(int table, int cell) const { return tables_[index(table)].cells[index(cell)]; }
  const std::vector<CellSight>& sight(const Part& part) const { return sights_[index(part.chosen->segment.table)]; }
  const Cell& cell_of(const Part& part, int cell) const { return cell_of(part.chosen->segment.table, cell); }
  /// The print as one line, for messages.
  std::string text(const Part& part, int cell) const { return cell < 0 ? "" : cell_of(part, cell).text; }

  void find(const Part& part, int cell, const char* code, Severity severity, std::string message,
            std::vector<std::string> fields = {});

  // ---- parts -------------------------------------------------------------------------------------------------

  Part make_part(const Chosen& chosen, const Part* before);

  bool has_values(const Part& part, const Head& head) const;

  /// A piece without a header goes on with the columns of the piece before it where it has as many.
  void inherit(Part& part, const Part& before);

  std::vector<Column>& columns_of(Part& part, const FormTable& table, int block);

  // ---- rows --------------------------------------------------------------------------------------------------

  void bind_group(const FormTable& table, std::vector<Part>& parts);

  void bind_rows(const FormTable& table, std::vector<Part>& parts);

  /// align(), but for what is barred at this place; notes the labels that could be another node's.
  std::vector<Match> align_repeated(std::vector<Observed>& observed, const std::vector<FormNode>& nodes,
                                    RepeatedLabel where);

  /// The key of a row that has values: its own, or the one that it has where its children are not printed.
  static std::optional<std::string> key_of(const FormTable& table, int node, const std::vector<bool>& printed);

  /// False where a heading has "——", its code or nothing where other rows have their number.
  bool prints_number(const Part& part, const DataRow& row) const;

  static bool is_label_of(const LabelText& text, const std::vector<FormNode>& nodes);

  /// A form table with one row and heads in two levels, printed with one level beside the values and the other above:
  /// outcomes down, kinds of procedure across. Every meeting of the two is a column of the form.
  bool bind_crossed(const FormTable& table, Part& part);

  /// A form table with one row: the row with values, whatever its label says.
  void bind_single(const FormTable& table, Part& part);

  static const char* doubt_of_row(const Match& match, bool shifted);

  void emit(const FormTable& table, Part& part, const DataRow& row, const FormNode& node, const std::string& key,
            const Match& match);

  bool joined(const Part& part, int cell) const {
    return cell >= 0 && (cell_of(part, cell).joined || cell_of(part, cell).repaired);
  }

  /// A block with one column, under heads that are not its own (its header row is lost), in a row with one value.
  void rescue_single(Placed& placed, const DataRow& row, std::vector<Column>& columns, const FormTable& table,
                     const std::vector<FormNode>& form_columns, const Part& part);

  static bool is_column_of_other_block(const FormTable& table, const std::vector<FormNode>& own, const LabelText& text);

  // ---- what is left ------------------------------------------------------------------------------------------

  /// Fields bound directly above and below the values of a row: without a label it may be the rest of either.
  std::vector<std::string> beside(const Part& part, const DataRow& row) const;

  void report_row(const FormTable& table, Part& part, const DataRow& row, const Match& match);

  void report_columns(const FormTable& table, Part& part);

  /// Numbers of a table of which some part was bound, in parts that are no form's.
  void report_rest(const std::vector<Chosen>& chosen);

  const std::vector<Table>& tables_;
  const std::vector<Form>& forms_;
  const std::vector<RepeatedLabel>& barred_;
  std::vector<std::vector<CellSight>> sights_;
  std::vector<std::optional<Table>> turned_;
  Binding out_;
};

}  // namespace fubiao
