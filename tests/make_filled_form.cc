#include "tests/make_filled_form.h"

#include <algorithm>
#include <stdexcept>

#include "tests/make_table.h"

namespace fubiao {
namespace {

using Numbers = std::map<std::string, long>;

bool has_children(const std::vector<FormNode>& nodes, std::size_t n) {
  return std::any_of(nodes.begin(), nodes.end(),
                     [n](const FormNode& other) { return other.parent == static_cast<int>(n); });
}

int depth_of(const std::vector<FormNode>& nodes, std::size_t n) {
  int depth = 0;
  for (int at = nodes[n].parent; at >= 0; at = nodes[static_cast<std::size_t>(at)].parent) ++depth;
  return depth;
}

/// Leaves below a node, itself where it has none.
int width_of(const std::vector<FormNode>& nodes, std::size_t n) {
  int width = 0;
  for (std::size_t k = 0; k < nodes.size(); ++k) {
    if (nodes[k].parent == static_cast<int>(n)) width += width_of(nodes, k);
  }
  return std::max(width, 1);
}

int height_of(const std::vector<FormNode>& nodes) {
  int height = 1;
  for (std::size_t n = 0; n < nodes.size(); ++n) height = std::max(height, depth_of(nodes, n) + 1);
  return height;
}

/// One cell over a rectangle of slots.
void put(SlotGrid& grid, std::size_t row, std::size_t column, std::size_t rows, std::size_t columns, std::string text,
         const std::string& path = "") {
  for (std::size_t r = row; r < row + rows; ++r) {
    for (std::size_t c = column; c < column + columns; ++c) {
      grid.at(r).at(c) = {c > column ? "<" : r > row ? "^" : std::move(text), path};
    }
  }
}

/// The heads of a block, over the columns that its rows fill; the last one is as wide as the grid.
void put_heads(SlotGrid& grid, std::size_t top, std::size_t stub, const std::vector<FormNode>& columns) {
  const auto height = static_cast<std::size_t>(height_of(columns));
  std::size_t at = stub;
  std::vector<std::size_t> begins(columns.size());
  for (std::size_t n = 0; n < columns.size(); ++n) {
    begins[n] = at;
    if (!has_children(columns, n)) ++at;
  }
  for (std::size_t n = 0; n < columns.size(); ++n) {
    const bool leaf = !has_children(columns, n);
    const auto depth = static_cast<std::size_t>(depth_of(columns, n));
    std::size_t end = begins[n] + static_cast<std::size_t>(width_of(columns, n));
    if (end == at) end = grid.front().size();
    put(grid, top + depth, begins[n], leaf ? height - depth : 1, end - begins[n], columns[n].label);
  }
}

/// Rows in one column of labels where some row with values has children of its own, else in one for each level.
bool is_flat(const FormTable& table) {
  for (std::size_t n = 0; n < table.rows.size(); ++n) {
    if (table.rows[n].carries && has_children(table.rows, n)) return true;
  }
  return false;
}

struct Shape {
  std::size_t stub = 0;
  std::size_t width = 0;
  bool flat = false;
};

Shape shape_of(const FormTable& table) {
  Shape shape;
  shape.flat = is_flat(table);
  for (const FormBlock& block : table.blocks) {
    const auto leaves = static_cast<std::size_t>(std::count_if(
        block.columns.begin(), block.columns.end(), [](const FormNode& n) { return n.carries || n.unit_column; }));
    shape.width = std::max(shape.width, leaves);
  }
  for (std::size_t n = 0; n < table.rows.size(); ++n) {
    const FormNode& row = table.rows[n];
    if (row.label.empty()) continue;
    const bool under_heading = !table.blocks[static_cast<std::size_t>(row.block)].heading.empty();
    const int depth = depth_of(table.rows, n) + 1 - (under_heading ? 1 : 0);
    shape.stub = std::max(shape.stub, shape.flat ? std::size_t{1} : static_cast<std::size_t>(depth));
  }
  return shape;
}

void put_rows(SlotGrid& grid, const FormTable& table, int block, const Shape& shape, const Numbers& numbers,
              FilledForm& filled) {
  const FormBlock& own = table.blocks[static_cast<std::size_t>(block)];
  const std::size_t width = shape.stub + shape.width;
  const int heading = own.heading.empty() ? 0 : 1;
  const std::size_t first = grid.size();
  std::vector<int> printed(width, -1);  // the node that each stub column shows
  for (std::size_t n = 0; n < table.rows.size(); ++n) {
    const FormNode& row = table.rows[n];
    if (row.block != block || (heading == 1 && row.parent < 0)) continue;
    if (!row.carries && !shape.flat) continue;
    grid.emplace_back(width);
    const std::size_t r = grid.size() - 1;
    std::vector<int> path;
    for (int at = static_cast<int>(n); at >= 0; at = table.rows[static_cast<std::size_t>(at)].parent) {
      path.insert(path.begin(), at);
    }
    if (heading == 1) path.erase(path.begin());
    if (shape.flat) path = {static_cast<int>(n)};
    for (std::size_t c = 0; c < shape.stub; ++c) {
      const std::size_t level = std::min(c, path.size() - 1);
      const int node = path[level];
      if (c > level) {
        grid[r][c].text = "<";
      } else if (r > first && printed[c] == node) {
        grid[r][c].text = "^";
      } else {
        grid[r][c].text = table.rows[static_cast<std::size_t>(node)].label;
      }
    }
    for (std::size_t c = 0; c < shape.stub; ++c) printed[c] = c < path.size() ? path[c] : -2;
    std::size_t c = shape.stub;
    for (const FormNode& column : own.columns) {
      if (column.unit_column) grid[r][c++].text = row.units.empty() ? "" : row.units.front();
      if (!column.carries) continue;
      if (row.carries) {
        const std::string key = join_keys(row.key, column.key);
        const std::string text = std::to_string(numbers.at(key));
        grid[r][c] = {text, key};
        filled.truth[key] = text;
      }
      ++c;
    }
    for (; c < width; ++c) grid[r][c] = {"<", grid[r][c - 1].path};
  }
}

SlotGrid grid_of(const FormTable& table, const Numbers& numbers, FilledForm& filled) {
  const Shape shape = shape_of(table);
  const std::size_t width = shape.stub + shape.width;
  SlotGrid grid;
  for (std::size_t b = 0; b < table.blocks.size(); ++b) {
    const FormBlock& block = table.blocks[b];
    if (!block.heading.empty()) {
      grid.emplace_back(width);
      put(grid, grid.size() - 1, 0, 1, width, block.heading);
    }
    const auto height = static_cast<std::size_t>(height_of(block.columns));
    const std::size_t top = grid.size();
    for (std::size_t r = 0; r < height; ++r) grid.emplace_back(width);
    if (shape.stub > 0) {
      const std::string corner = table.corner.empty() ? "" : table.corner.front().spellings.front().folded;
      put(grid, top, 0, height, shape.stub, corner);
    }
    put_heads(grid, top, shape.stub, block.columns);
    put_rows(grid, table, static_cast<int>(b), shape, numbers, filled);
  }
  return grid;
}

long draw(Density density, Lot& lot) {
  switch (density) {
    case Density::full: return 1 + lot.below(lot.chance(20) ? 900 : 90);
    case Density::sparse: return lot.chance(35) ? 1 + lot.below(30) : 0;
    case Density::nearly_empty: return lot.chance(6) ? 1 + lot.below(4) : 0;
  }
  return 0;
}

/// Rows of a table by key, those under a prefix.
std::vector<std::string> keys_under(const FormTable& table, const std::string& prefix, const std::string& but) {
  std::vector<std::string> keys;
  for (const FormNode& row : table.rows) {
    if (row.carries && row.key != but && row.key.rfind(prefix + ".", 0) == 0) keys.push_back(row.key);
  }
  return keys;
}

const FormTable* named(const Form& form, const std::string& name) {
  for (const FormTable& table : form.tables) {
    if (table.name == name) return &table;
  }
  return nullptr;
}

/// Numbers by lot, then every total as its check has it. Checks come in such an order that parts are final before
/// their total is; a balance is kept by its first part, or by its last where that would be negative.
Numbers numbers_of(const Form& form, Density density, Lot& lot) {
  Numbers numbers;
  for (const FormField& field : fields_of(form)) numbers[field.path] = draw(density, lot);
  const auto add_up = [&numbers](const std::string& total, const std::vector<std::string>& parts) {
    long sum = 0;
    for (const std::string& part : parts) sum += numbers.at(part);
    numbers.at(total) = sum;
  };
  for (const CheckRule& rule : form.checks) {
    if (rule.kind == CheckRule::Kind::sum) add_up(rule.total, rule.parts);
    const FormTable* table = named(form, rule.table);
    if (table == nullptr) continue;
    std::vector<std::string> columns;
    for (const FormNode& column : table->blocks.front().columns) {
      if (column.carries) columns.push_back(column.key);
    }
    for (const std::string& column : columns) {
      if (rule.kind == CheckRule::Kind::outcomes) {
        std::vector<std::string> parts;
        for (const std::string& key : keys_under(*table, rule.parts.front(), rule.total)) {
          parts.push_back(join_keys(key, column));
        }
        add_up(join_keys(rule.total, column), parts);
      }
      if (rule.kind == CheckRule::Kind::balance) {
        long out = 0;
        for (const std::string& key : rule.others) out += numbers.at(join_keys(key, column));
        long& first = numbers.at(join_keys(rule.parts.at(0), column));
        long& second = numbers.at(join_keys(rule.parts.at(1), column));
        if (second > out) second = out;
        first = out - second;
      }
    }
  }
  for (const CheckRule& rule : form.checks) {
    const FormTable* table = rule.kind == CheckRule::Kind::across ? named(form, rule.table) : nullptr;
    if (table == nullptr) continue;
    for (const FormNode& row : table->rows) {
      if (!row.carries) continue;
      std::vector<std::string> parts;
      for (const std::string& part : rule.parts) parts.push_back(join_keys(row.key, part));
      add_up(join_keys(row.key, rule.total), parts);
    }
  }
  return numbers;
}

}  // namespace

FilledForm fill(const Form& form, const std::vector<std::string>& tables, Density density, Lot& lot) {
  FilledForm filled;
  const Numbers numbers = numbers_of(form, density, lot);
  for (const FormTable& table : form.tables) {
    if (!tables.empty() && std::find(tables.begin(), tables.end(), table.name) == tables.end()) continue;
    filled.grids.push_back(grid_of(table, numbers, filled));
  }
  return filled;
}

std::vector<Table> tables_of(const FilledForm& filled) {
  std::vector<Table> tables;
  for (const SlotGrid& grid : filled.grids) {
    if (grid.empty() || grid.front().empty()) continue;
    std::vector<std::vector<std::string>> texts;
    for (const std::vector<Slot>& row : grid) {
      std::vector<std::string>& line = texts.emplace_back();
      for (const Slot& slot : row) line.push_back(slot.text);
    }
    tables.push_back(make_table(texts));
  }
  return tables;
}

}  // namespace fubiao
