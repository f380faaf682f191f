// Tables of any kind of our own making (corpus/tables), most of them without rules, against what was printed.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "extract/open.h"
#include "extract/utf8.h"
#include "layout/analyze.h"
#include "layout/join.h"
#include "tests/corpus_case.h"

namespace fubiao::corpus {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// Without white space; a raised mark as the digit that it is.
std::string folded(const std::string& text) {
  static constexpr std::u32string_view raised = U"⁰¹²³⁴⁵⁶⁷⁸⁹";
  std::u32string out;
  for (const char32_t c : to_u32(text)) {
    if (is_white(c)) continue;
    const std::size_t digit = raised.find(c);
    out.push_back(digit == std::u32string_view::npos ? c : U'0' + static_cast<char32_t>(digit));
  }
  return to_utf8(out);
}

/// A cell that holds text.
struct Printed {
  int row = 0, column = 0, row_span = 1, column_span = 1;
  std::string text;
  friend bool operator==(const Printed&, const Printed&) = default;
};

struct Grid {
  int rows = 0, columns = 0;
  std::vector<Printed> cells;  // sorted by row, then column
};

Grid grid(const Table& table) {
  Grid out{table.rows, table.columns, {}};
  for (const Cell& c : table.cells) {
    if (!c.text.empty()) out.cells.push_back({c.row, c.column, c.row_span, c.column_span, folded(c.text)});
  }
  return out;
}

Grid grid(const json& table) {
  Grid out{table.at("rows").get<int>(), table.at("columns").get<int>(), {}};
  for (const json& c : table.at("cells")) {
    const std::string text = folded(c.at("text").get<std::string>());
    if (text.empty()) continue;
    out.cells.push_back({c.at("row").get<int>(), c.at("col").get<int>(), c.at("row_span").get<int>(),
                         c.at("col_span").get<int>(), text});
  }
  return out;
}

std::string shown(const Printed& c) {
  return "(" + std::to_string(c.row) + ", " + std::to_string(c.column) + ") " + std::to_string(c.row_span) + "x" +
         std::to_string(c.column_span) + " \"" + c.text + "\"";
}

std::string differences(const std::vector<Grid>& have, const std::vector<Grid>& want) {
  std::string out;
  if (have.size() != want.size()) {
    out += std::to_string(have.size()) + " tables, truth " + std::to_string(want.size()) + "\n";
  }
  for (std::size_t t = 0; t < std::min(have.size(), want.size()); ++t) {
    const std::string which = std::to_string(t) + ": ";
    if (have[t].rows != want[t].rows || have[t].columns != want[t].columns) {
      out += which + std::to_string(have[t].rows) + "x" + std::to_string(have[t].columns) + ", truth " +
             std::to_string(want[t].rows) + "x" + std::to_string(want[t].columns) + "\n";
    }
    const auto lacks = [](const std::vector<Printed>& cells, const Printed& cell) {
      return std::find(cells.begin(), cells.end(), cell) == cells.end();
    };
    for (const Printed& cell : have[t].cells) {
      if (lacks(want[t].cells, cell)) out += which + "read  " + shown(cell) + "\n";
    }
    for (const Printed& cell : want[t].cells) {
      if (lacks(have[t].cells, cell)) out += which + "truth " + shown(cell) + "\n";
    }
  }
  return out;
}

/// Two neighbouring cells: both texts, the direction, and the number of blank positions between.
using Relations = std::multiset<std::tuple<std::string, std::string, char, int>>;

Relations relations(const Grid& grid) {
  Relations out;
  for (const char direction : {'>', 'v'}) {
    std::map<std::pair<int, int>, std::size_t> owner;  // cell by line, place in it
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
      const Printed& c = grid.cells[i];
      for (int r = c.row; r < c.row + c.row_span; ++r) {
        for (int k = c.column; k < c.column + c.column_span; ++k) {
          owner[direction == '>' ? std::pair{r, k} : std::pair{k, r}] = i;
        }
      }
    }
    std::set<std::pair<std::size_t, std::size_t>> met;  // cells with spans meet in several lines: they count once
    for (auto it = owner.begin(); it != owner.end() && std::next(it) != owner.end(); ++it) {
      const auto next = std::next(it);
      if (it->first.first != next->first.first || it->second == next->second) continue;
      if (!met.insert({it->second, next->second}).second) continue;
      out.insert({grid.cells[it->second].text, grid.cells[next->second].text, direction,
                  next->first.second - it->first.second - 1});
    }
  }
  return out;
}

/// F1 of the relations, as corpus/maker/relations.py counts them; the documents here have one page each.
double agreement(const std::vector<Grid>& have, const std::vector<Grid>& want) {
  std::vector<Relations> left;
  std::size_t found = 0, right = 0, all = 0;
  for (const Grid& g : have) left.push_back(relations(g)), found += left.back().size();
  for (const Grid& g : want) {
    const Relations mine = relations(g);
    all += mine.size();
    std::size_t most = 0, best = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
      Relations common;
      std::set_intersection(mine.begin(), mine.end(), left[i].begin(), left[i].end(),
                            std::inserter(common, common.end()));
      if (common.size() > most) most = common.size(), best = i;
    }
    right += most;
    if (most > 0) left[best].clear();
  }
  return found + all == 0 ? 1 : 2.0 * static_cast<double>(right) / static_cast<double>(found + all);
}

/// Cases that do not come out whole, with the least agreement and the reason.
const std::map<std::string, double>& floors() {
  static const std::map<std::string, double> known = {
      // Rows stand 12.75 pt apart, lines of one row 10.5 or 11.25, and no column has one line in each row: three of the
      // five rows come apart at their lines. F1 .465.
      {"no-rules-wrapped-text", 0.45},
      // Each of the two has three rules of its own, yet their rows are read as one grid of six columns, with a note
      // below
      // the left one and the second line of the caption of the right one. F1 .441.
      {"side-by-side", 0.43},
  };
  return known;
}

class CorpusTables : public testing::TestWithParam<fs::path> {};

TEST_P(CorpusTables, AreAsPrinted) {
  const fs::path& file = GetParam();
  const Layout layout = analyze(open(load(file, file.string())));
  std::vector<Grid> have, want;
  for (const Table& table : layout.tables) have.push_back(grid(table));
  const json truth = json::parse(slurp(fs::path(file).replace_extension(".tables.json")));
  for (const json& table : truth.at("tables")) want.push_back(grid(table));
  const auto floor = floors().find(file.stem().string());
  if (floor == floors().end()) {
    EXPECT_EQ(differences(have, want), "");
    EXPECT_EQ(agreement(have, want), 1);
  } else {
    EXPECT_GE(agreement(have, want), floor->second) << differences(have, want);
    // Whatever comes out whole has no place in the list.
    EXPECT_NE(differences(have, want), "");
  }
}

std::vector<fs::path> files() {
  std::vector<fs::path> result;
  for (const auto& entry : fs::directory_iterator(fs::path(FUBIAO_SOURCE) / "corpus" / "tables")) {
    if (entry.path().extension() == ".pdf") result.push_back(entry.path());
  }
  std::sort(result.begin(), result.end());
  return result;
}

std::string name_of(const testing::TestParamInfo<fs::path>& info) {
  std::string name = info.param.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Printed, CorpusTables, testing::ValuesIn(files()), name_of);

}  // namespace
}  // namespace fubiao::corpus
