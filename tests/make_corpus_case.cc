#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <tuple>

#include "extract/open.h"
#include "tests/corpus_case.h"

namespace fubiao::corpus {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

/// NFC without white space: how texts are compared.
std::string folded(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  const icu::UnicodeString normal = nfc->normalize(icu::UnicodeString::fromUTF8(text), status);
  icu::UnicodeString out;
  for (int32_t i = 0; i < normal.length(); i = normal.moveIndex32(i, 1)) {
    const UChar32 c = normal.char32At(i);
    if (!u_isUWhiteSpace(c)) out.append(c);
  }
  std::string utf8;
  out.toUTF8String(utf8);
  return utf8;
}

/// "null" for nothing, else the number as the truth's JSON would write it.
std::string shown(const std::optional<Decimal>& value) {
  return value ? value->to_string() : "null";
}
std::string shown(const std::optional<std::string>& value) {
  return value ? *value : "null";
}
std::string shown(const json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

struct GridCell {
  int row = 0, column = 0, row_span = 1, column_span = 1;
  std::string text;
  friend bool operator<(const GridCell& a, const GridCell& b) {
    return std::tie(a.row, a.column, a.row_span, a.column_span, a.text) <
           std::tie(b.row, b.column, b.row_span, b.column_span, b.text);
  }
  friend bool operator==(const GridCell& a, const GridCell& b) { return !(a < b) && !(b < a); }
};

struct GridView {
  int rows = 0, columns = 0;
  std::vector<GridCell> cells;
  friend bool operator==(const GridView& a, const GridView& b) {
    return a.rows == b.rows && a.columns == b.columns && a.cells == b.cells;
  }
};

GridView view(const Table& table) {
  GridView out{table.rows, table.columns, {}};
  for (const Cell& c : table.cells) out.cells.push_back({c.row, c.column, c.row_span, c.column_span, folded(c.text)});
  std::sort(out.cells.begin(), out.cells.end());
  return out;
}

GridView view(const json& table) {
  GridView out{table.at("rows").get<int>(), table.at("columns").get<int>(), {}};
  for (const json& c : table.at("cells")) {
    out.cells.push_back({c.at("row").get<int>(), c.at("col").get<int>(), c.at("row_span").get<int>(),
                         c.at("col_span").get<int>(), folded(c.at("text").get<std::string>())});
  }
  std::sort(out.cells.begin(), out.cells.end());
  return out;
}

/// Without the rows in which no cell begins: a merged head may be spread over any number of physical rows.
GridView without_padding(const GridView& grid) {
  std::set<int> begins;
  for (const GridCell& c : grid.cells) begins.insert(c.row);
  const auto place = [&](int row) { return static_cast<int>(std::distance(begins.begin(), begins.lower_bound(row))); };
  GridView out{static_cast<int>(begins.size()), grid.columns, grid.cells};
  for (GridCell& c : out.cells) {
    const int end = place(c.row + c.row_span);
    c.row = place(c.row);
    c.row_span = end - c.row;
  }
  std::sort(out.cells.begin(), out.cells.end());
  return out;
}

std::string line(const GridCell& c) {
  std::ostringstream out;
  out << c.row << ',' << c.column << ' ' << c.row_span << 'x' << c.column_span << " “" << c.text << "”";
  return out.str();
}

std::string difference(const GridView& have, const GridView& want) {
  std::ostringstream out;
  if (have.rows != want.rows || have.columns != want.columns) {
    out << "    " << have.rows << 'x' << have.columns << ", truth " << want.rows << 'x' << want.columns << '\n';
  }
  int shown_lines = 0;
  for (const GridCell& c : have.cells) {
    if (!std::binary_search(want.cells.begin(), want.cells.end(), c) && ++shown_lines <= 6)
      out << "    read  " << line(c) << '\n';
  }
  shown_lines = 0;
  for (const GridCell& c : want.cells) {
    if (!std::binary_search(have.cells.begin(), have.cells.end(), c) && ++shown_lines <= 6)
      out << "    truth " << line(c) << '\n';
  }
  return out.str();
}

/// Slots of printed cells that another printed cell has taken, and printed cells that begin elsewhere.
std::string spoiled_slots(const GridView& have, const GridView& want) {
  std::map<std::pair<int, int>, const GridCell*> owner;  // of a slot, in `have`
  std::ostringstream out;
  for (const GridCell& c : have.cells) {
    for (int r = c.row; r < c.row + c.row_span; ++r) {
      for (int k = c.column; k < c.column + c.column_span; ++k) owner[{r, k}] = &c;
    }
  }
  long printed = 0;
  for (const GridCell& c : want.cells) {
    if (c.text.empty()) continue;
    ++printed;
    const GridCell* first = owner[{c.row, c.column}];
    if (first == nullptr || first->row != c.row || first->column != c.column || first->text != c.text) {
      out << "    not in its place: " << line(c) << '\n';
    }
    for (int r = c.row; r < c.row + c.row_span; ++r) {
      for (int k = c.column; k < c.column + c.column_span; ++k) {
        const GridCell* other = owner[{r, k}];
        if (other != first && other != nullptr && !other->text.empty()) {
          out << "    " << line(c) << " lost a slot to " << line(*other) << '\n';
        }
      }
    }
  }
  const long found =
      std::count_if(have.cells.begin(), have.cells.end(), [](const GridCell& c) { return !c.text.empty(); });
  if (found != printed) out << "    " << found << " printed cells, truth " << printed << '\n';
  return out.str();
}

fs::path truth_of(fs::path file) {
  return file.replace_extension(".truth.json");
}

}  // namespace

std::string slurp(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Reading read(const fs::path& file) {
  return read(open(load(file, file.string())));
}

Reading read(const Document& document) {
  Reading out;
  out.layout = analyze(document, label_question(bundled_set()));
  out.report = normalize(document, out.layout, bundled_set());
  return out;
}

std::vector<fs::path> scored_files(const fs::path& folder) {
  std::vector<fs::path> out;
  if (!fs::is_directory(folder)) return out;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".pdf" && extension != ".docx" && extension != ".txt") continue;
    if (fs::exists(truth_of(entry.path()))) out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string differences(const Report& report, const std::string& truth_json) {
  const json truth = json::parse(truth_json);
  std::ostringstream out;
  const auto compare = [&](const char* what, const std::string& have, const std::string& want) {
    if (have != want) out << what << ": " << have << ", truth " << want << '\n';
  };
  compare("form", shown(report.form), shown(truth.at("form")));
  compare("title", shown(report.title), shown(truth.at("title")));
  compare("agency", shown(report.agency), shown(truth.at("agency")));
  compare("year", report.year ? std::to_string(*report.year) : "null", shown(truth.at("year")));

  std::map<std::string, std::string> have;
  for (const Field& field : report.fields) {
    if (!have.emplace(field.path, shown(field.value)).second) out << field.path << ": given twice\n";
  }
  const json& fields = truth.at("fields");
  for (const auto& [path, value] : fields.items()) {
    const auto at = have.find(path);
    if (at == have.end()) {
      out << path << ": not given, truth " << value.dump() << '\n';
    } else {
      compare(path.c_str(), at->second, value.dump());
    }
  }
  for (const auto& [path, value] : have) {
    if (!fields.contains(path)) out << path << ": " << value << ", truth has no such field\n";
  }

  std::set<std::string> failing, want;
  for (const Check& check : report.checks) {
    if (check.holds == false)
      failing.insert(check.name + " expected " + shown(check.expected) + ", printed " + shown(check.printed));
  }
  for (const json& check : truth.at("failing_checks")) {
    want.insert(shown(check.at("check")) + " expected " + check.at("expected").dump() + ", printed " +
                check.at("printed").dump());
  }
  for (const std::string& check : failing) {
    if (!want.count(check)) out << "fails, not in truth: " << check << '\n';
  }
  for (const std::string& check : want) {
    if (!failing.count(check)) out << "does not fail: " << check << '\n';
  }
  return out.str();
}

std::string table_differences(const Layout& layout, const std::string& tables_json) {
  const json truth = json::parse(tables_json).at("tables");
  std::ostringstream out;
  if (layout.tables.size() != truth.size()) out << layout.tables.size() << " tables, truth " << truth.size() << '\n';
  for (std::size_t i = 0; i < std::min(layout.tables.size(), truth.size()); ++i) {
    const GridView have = view(layout.tables[i]);
    const GridView want = view(truth[i]);
    if (!covers_exactly_once(layout.tables[i])) out << "table " << i << ": some slot is not covered exactly once\n";
    const bool padded = !(without_padding(want) == want);
    if (have == want || (padded && without_padding(have) == without_padding(want))) continue;
    out << "table " << i << ":\n" << difference(have, want);
  }
  return out.str();
}

std::string placement_differences(const Layout& layout, const std::string& tables_json) {
  const json truth = json::parse(tables_json).at("tables");
  std::ostringstream out;
  if (layout.tables.size() != truth.size()) out << layout.tables.size() << " tables, truth " << truth.size() << '\n';
  for (std::size_t i = 0; i < std::min(layout.tables.size(), truth.size()); ++i) {
    const GridView have = without_padding(view(layout.tables[i]));
    const GridView want = without_padding(view(truth[i]));
    const std::string spoiled = spoiled_slots(have, want);
    if (!covers_exactly_once(layout.tables[i])) out << "table " << i << ": some slot is not covered exactly once\n";
    if (have.rows == want.rows && have.columns == want.columns && spoiled.empty()) continue;
    out << "table " << i << ":\n" << difference(have, want) << spoiled;
  }
  return out.str();
}

std::string grids(const Layout& layout) {
  std::ostringstream out;
  for (const Table& table : layout.tables) {
    const GridView grid = without_padding(view(table));
    out << grid.rows << 'x' << grid.columns << '\n';
    for (const GridCell& c : grid.cells) out << line(c) << '\n';
  }
  return out.str();
}

}  // namespace fubiao::corpus
