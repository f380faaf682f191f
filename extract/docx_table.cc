// Tables by grid column: w:tblGrid, w:gridSpan, w:gridBefore, w:vMerge (ECMA-376 part 1 §17.4).
#include <algorithm>
#include <charconv>
#include <utility>

#include "extract/docx_body.h"

namespace fubiao {

struct BodyReader::GridRow {
  NativeRow row;
  std::vector<double> widths;  ///< w:tcW of the cells in points, 0 where it is not given
  int column = 0;              ///< where the next cell begins
  int after = 0;               ///< w:gridAfter
  bool removed = false;
  bool shaded = false;  ///< its table is
};

struct BodyReader::TableState {
  NativeTable table;
  int grid_columns = 0;  ///< of w:tblGrid
  int widest = 0;        ///< of all rows
  bool shaded = false;
  std::vector<int> orphans;  ///< columns of vertical merges that began in a removed row
};

namespace {

/// §17.18.93 in the names of the transitional schema, then of the strict one.
constexpr std::string_view vertical[] = {"tbRl", "btLr", "tbRlV", "tbLrV", "rl", "lr", "rlV", "lrV"};

/// ST_TwipsMeasure (§22.9.2.14) written as a plain number; 0 for anything else.
double twips(std::optional<std::string_view> value) {
  double number = 0;
  if (!value ||
      std::from_chars(value->data(), value->data() + value->size(), number).ptr != value->data() + value->size()) {
    return 0;
  }
  return number;
}

bool has_text(const std::vector<Block>& blocks) {
  return std::any_of(blocks.begin(), blocks.end(), [](const Block& block) {
    const auto* paragraph = std::get_if<Paragraph>(&block.value);
    return paragraph == nullptr || paragraph->text.find_first_not_of(" \t\n") != std::string::npos;
  });
}

/// A w:gridSpan beyond the grid adds no column when no cell begins there: Word ignores the excess.
void clamp_spans(NativeTable& table, int grid_columns) {
  for (const NativeRow& row : table.rows) {
    for (const NativeCell& cell : row.cells) {
      if (cell.column >= grid_columns) return;
    }
  }
  for (NativeRow& row : table.rows) {
    for (NativeCell& cell : row.cells) cell.span = std::min(cell.span, grid_columns - cell.column);
  }
  table.columns = grid_columns;
}

}  // namespace

void BodyReader::read_table(Sink& sink) {
  if (++table_depth_ > limits_.table_depth) {
    throw Error(ErrorCode::limit, "tables are nested more deeply than the limits allow");
  }
  TableState state;
  read_rows(state);
  --table_depth_;
  if (state.table.rows.empty()) return;  // all of it deleted: the paragraphs around it may run together
  finish(sink);
  state.table.columns = std::max(state.grid_columns, state.widest);
  if (state.grid_columns > 0 && state.widest > state.grid_columns) clamp_spans(state.table, state.grid_columns);
  sink.blocks.push_back({std::move(state.table)});
}

void BodyReader::read_rows(TableState& table) {
  xml_.each([&](Tag tag) {
    switch (tag) {
      case Tag::tblGrid:
        table.grid_columns = 0;
        table.table.widths.clear();
        xml_.each([&](Tag child) {
          if (child != Tag::gridCol) return;
          ++table.grid_columns;
          if (table.grid_columns <= limits_.columns) table.table.widths.push_back(twips(xml_.attribute("w")) / 20);
        });
        if (table.grid_columns > limits_.columns) {
          throw Error(ErrorCode::limit, "a table has more columns than the limits allow");
        }
        break;
      case Tag::tblPr:
        xml_.each([&](Tag property) {
          if (property == Tag::shd) table.shaded = table.shaded || is_shading(xml_);
          if (property == Tag::tblStyle && styles_.shades_cells(xml_.val().value_or(""))) table.shaded = true;
        });
        break;
      case Tag::tr: read_row(table); break;
      case Tag::sdt:
      case Tag::sdtContent:
      case Tag::customXml:
      case Tag::ins:
      case Tag::moveTo: read_rows(table); break;
      case Tag::del:
      case Tag::moveFrom: ++counts_.revisions; break;
      default: break;
    }
  });
}

/// Converters write rows without spans, or with wrong ones, over a grid of more columns. Word draws them as wide as
/// they say they are: where every side of every cell falls on a column of the grid, from its first to its last, that is
/// what a reader sees. (A row that is really shorter has cells as wide as its columns, and ends before the last.)
void BodyReader::take_spans_from_widths(const TableState& table, GridRow& row) {
  constexpr double same_side = 3;  // points: what one side is to the eye, as for columns (layout/native_grid.cc)
  std::vector<NativeCell>& cells = row.row.cells;
  const std::vector<double>& columns = table.table.widths;
  if (row.column == table.grid_columns || row.after > 0 || cells.empty() || cells.front().column != 0) return;
  if (row.widths.size() != cells.size() || columns.size() != static_cast<std::size_t>(table.grid_columns)) return;
  std::vector<int> ends;
  std::size_t column = 0;
  double side = 0, line = 0;
  for (const double width : row.widths) {
    if (!(width > same_side)) return;
    side += width;
    const std::size_t before = column;
    while (column < columns.size() && line + columns[column] <= side + same_side) line += columns[column++];
    if (column == before || line < side - same_side) return;
    ends.push_back(static_cast<int>(column));
  }
  if (column != columns.size()) return;
  int first = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    cells[i].column = first;
    cells[i].span = ends[i] - first;
    first = ends[i];
  }
  row.column = first;
  ++counts_.rows_by_width;
}

void BodyReader::read_row(TableState& table) {
  GridRow row;
  row.shaded = table.shaded;
  read_cells(row);
  take_spans_from_widths(table, row);
  if (row.removed || row.row.cells.empty()) {
    // What a removed row began goes on below; without this it would join the merge above the removed row.
    for (const NativeCell& cell : row.row.cells) {
      if (cell.merge == VerticalMerge::restart) table.orphans.push_back(cell.column);
      if (cell.merge == VerticalMerge::none) std::erase(table.orphans, cell.column);
    }
    return;
  }
  for (NativeCell& cell : row.row.cells) {
    if (cell.merge != VerticalMerge::continued) continue;
    if (std::find(table.orphans.begin(), table.orphans.end(), cell.column) != table.orphans.end()) {
      cell.merge = VerticalMerge::restart;
    }
  }
  table.orphans.clear();
  table.widest = std::max(table.widest, row.column + row.after);
  const std::size_t columns = static_cast<std::size_t>(std::max(table.widest, table.grid_columns));
  if (row.column + row.after > limits_.columns) {
    throw Error(ErrorCode::limit, "a table has more columns than the limits allow");
  }
  table.table.rows.push_back(std::move(row.row));
  if (table.table.rows.size() * columns > limits_.table_slots) {
    throw Error(ErrorCode::limit, "a table has more cells than the limits allow");
  }
}

void BodyReader::read_cells(GridRow& row) {
  const auto columns = [&](int most) { return std::clamp(xml_.int_val().value_or(0), 0, most); };
  xml_.each([&](Tag tag) {
    switch (tag) {
      case Tag::trPr:
        xml_.each([&](Tag property) {
          switch (property) {
            case Tag::gridBefore: row.column = columns(limits_.columns); break;
            case Tag::gridAfter: row.after = columns(limits_.columns); break;
            case Tag::tblHeader: row.row.header = xml_.on(); break;
            case Tag::hidden: row.removed = row.removed || xml_.on(); break;
            case Tag::del:
              ++counts_.revisions;
              row.removed = true;
              break;
            case Tag::ins: ++counts_.revisions; break;
            default: break;
          }
        });
        break;
      case Tag::tc: read_cell(row); break;
      case Tag::sdt:
      case Tag::sdtContent:
      case Tag::customXml:
      case Tag::ins:
      case Tag::moveTo: read_cells(row); break;
      default: break;
    }
  });
}

void BodyReader::read_cell(GridRow& row) {
  NativeCell cell;
  bool removed = row.removed;
  bool continues_left = false;
  double width = 0;
  bool shaded = row.shaded || (table_depth_ > 1 && !on_paper_);
  Sink sink;
  xml_.each([&](Tag tag) {
    if (tag != Tag::tcPr) {
      // A removed cell is passed over, so that its paragraphs do not count in any list.
      if (removed) return;
      const bool outer = std::exchange(covered_cell_, cell.merge == VerticalMerge::continued);
      const bool outer_on_paper = std::exchange(on_paper_, !shaded);
      read_block(tag, sink);
      on_paper_ = outer_on_paper;
      covered_cell_ = outer;
      return;
    }
    xml_.each([&](Tag property) {
      switch (property) {
        case Tag::gridSpan: cell.span = std::clamp(xml_.int_val().value_or(1), 1, limits_.columns + 1); break;
        case Tag::vMerge:
          cell.merge = xml_.val() == "restart" ? VerticalMerge::restart : VerticalMerge::continued;
          break;
        case Tag::tcW:
          if (xml_.attribute("type").value_or("dxa") == "dxa") width = twips(xml_.attribute("w")) / 20;
          break;
        case Tag::shd: shaded = shaded || is_shading(xml_); break;
        case Tag::hMerge: continues_left = xml_.val() != "restart"; break;
        case Tag::textDirection: {
          const std::string_view direction = xml_.val().value_or("");
          cell.vertical_text = std::find(std::begin(vertical), std::end(vertical), direction) != std::end(vertical);
          break;
        }
        case Tag::cellDel:
          ++counts_.revisions;
          removed = true;
          break;
        case Tag::cellMerge: {
          // §17.13.5.3: a tracked merge; w:vMerge here is the new state.
          const std::string_view merge = xml_.attribute("vMerge").value_or("");
          if (merge == "rest") cell.merge = VerticalMerge::restart;
          if (merge == "cont") cell.merge = VerticalMerge::continued;
          ++counts_.revisions;
          break;
        }
        default: break;
      }
    });
  });
  finish(sink);
  if (removed && !row.removed) return;
  cell.content = std::move(sink.blocks);
  cell.column = row.column;
  row.column = std::min(row.column + cell.span, limits_.columns + 1);
  if (continues_left && !row.row.cells.empty()) {
    NativeCell& first = row.row.cells.back();
    if (first.column + first.span == cell.column) {
      first.span += cell.span;
      row.widths.back() += width;
      // Stray text in the continuation stays in sight of the later stages.
      if (has_text(cell.content)) {
        first.content.insert(first.content.end(), std::make_move_iterator(cell.content.begin()),
                             std::make_move_iterator(cell.content.end()));
      }
      return;
    }
  }
  row.row.cells.push_back(std::move(cell));
  row.widths.push_back(width);
}

}  // namespace fubiao
