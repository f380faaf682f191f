// How time grows with the page: n is doubled from 1,000 to 128,000 and more, on pages of one kind each. In proportion
// (n log n) means that a doubling of n takes 2 to 2.3 times as long: the counter "times_half" is the time for n over
// that for n/2. Google Benchmark fits n log n through all ("BigO") and says how far off it is ("RMS").
//
//   cmake --preset release -DFUBIAO_BENCHMARKS=ON && cmake --build --preset release --target fubiao_bench
//   build/release/fubiao_bench [--benchmark_filter=Layout]
//
// The same page size for every n, as a page of paper has; what repeats on it (lines, columns) is as close as n asks.
// "Layout" is analyze() alone; "Read" is read_pdf() of a file with such a page. Nothing is asserted.
#include <benchmark/benchmark.h>

#include <cmath>
#include <ctime>
#include <map>
#include <random>
#include <string>

#include "extract/open.h"
#include "extract/visibility.h"
#include "layout/analyze.h"
#include "tests/make_page.h"
#include "tests/make_pdf.h"

namespace fubiao {
namespace {

using Draw = void (*)(Page& page, int n);
using DrawPdf = void (*)(PdfPage& page, int n);

constexpr double width = 595;
constexpr double height = 842;

/// Sides of a page of n squares.
struct Squares {
  explicit Squares(int n) : side(std::sqrt(width * height / n)), columns(static_cast<int>(width / side)) {}
  double x(int i) const { return i % columns * side; }
  double y(int i) const { return i / columns * side; }

  double side;
  int columns;
};

/// Somewhere on the page, the same in every run.
class Somewhere {
 public:
  double x() { return across_(engine_); }
  double y() { return down_(engine_); }
  char letter() { return static_cast<char>('a' + engine_() % 26); }

 private:
  std::mt19937 engine_{1};
  std::uniform_real_distribution<double> across_{0, width};
  std::uniform_real_distribution<double> down_{0, height};
};

void random_glyphs(Page& page, int n) {
  Somewhere at;
  for (int i = 0; i < n; ++i) put_text(page, at.x(), at.y(), std::string(1, at.letter()), 8);
}

/// Lines of text, as small as n asks.
void text_in_lines(Page& page, int n) {
  const Squares squares(n);
  for (int i = 0; i < n; ++i) put_text(page, squares.x(i), squares.y(i) + squares.side, "汉", squares.side);
}

/// A full lattice: n rules from side to side, half of them upright, all apart.
void full_rules(Page& page, int n) {
  for (int i = 0; i < n / 2; ++i) {
    put_stroke(page, 0, height * 2 * i / n, width, height * 2 * i / n, 0.01);
    put_stroke(page, width * 2 * i / n, 0, width * 2 * i / n, height, 0.01);
  }
}

/// A lattice whose cells draw their own borders: n short lines, two for each cell, as Word and Chromium paint them.
void cell_borders(Page& page, int n) {
  const Squares squares(n / 2);
  for (int i = 0; i < n / 2; ++i) {
    put_stroke(page, squares.x(i), squares.y(i), squares.x(i) + squares.side, squares.y(i), 0.1);
    put_stroke(page, squares.x(i), squares.y(i), squares.x(i), squares.y(i) + squares.side, 0.1);
  }
}

/// The same with a letter in each cell, a letter and two lines counted as three.
void filled_cells(Page& page, int n) {
  cell_borders(page, n * 2 / 3);
  const Squares squares(n / 3);
  for (int i = 0; i < n / 3; ++i)
    put_text(page, squares.x(i), squares.y(i) + 0.8 * squares.side, "7", squares.side / 2);
}

/// Boxes that do not touch: n lines, four for each.
void boxes(Page& page, int n) {
  const Squares squares(n / 4);
  const double side = 0.6 * squares.side;
  for (int i = 0; i < n / 4; ++i) {
    const double x = squares.x(i), y = squares.y(i);
    put_lattice(page, {x, x + side}, {y, y + side});
  }
}

/// Boxes with a letter in each, five things counted.
void filled_boxes(Page& page, int n) {
  boxes(page, n * 4 / 5);
  const Squares squares(n / 5);
  for (int i = 0; i < n / 5; ++i) put_text(page, squares.x(i), squares.y(i) + squares.side / 2, "7", squares.side / 4);
}

/// Dashed rules: dashes of 3 points, 2 apart, in as many lines as n asks.
void short_dashes(Page& page, int n) {
  const int in_a_line = static_cast<int>(width / 5);
  const double pitch = height * in_a_line / n;
  for (int i = 0; i < n; ++i) {
    const double x = i % in_a_line * 5.0, y = i / in_a_line * pitch;
    put_stroke(page, x, y, x + 3, y, 0.1);
  }
}

void random_lines(Page& page, int n) {
  Somewhere at;
  for (int i = 0; i < n; ++i) {
    const double x = at.x(), y = at.y();
    if (i % 2 == 0) {
      put_stroke(page, x, y, x + 20, y, 0.1);
    } else {
      put_stroke(page, x, y, x, y + 20, 0.1);
    }
  }
}

/// Lines on a sheet that grows with them, so that they stay as far apart.
void random_lines_on_a_large_sheet(Page& page, int n) {
  page.width = page.height = 30 * std::sqrt(n);
  std::mt19937 engine(1);
  std::uniform_real_distribution<double> along(0, page.width);
  for (int i = 0; i < n; ++i) {
    const double x = along(engine), y = along(engine);
    if (i % 2 == 0) {
      put_stroke(page, x, y, x + 20, y, 0.1);
    } else {
      put_stroke(page, x, y, x, y + 20, 0.1);
    }
  }
}

/// A lattice of 20 columns on a sheet as long as n rules ask.
void a_very_long_lattice(Page& page, int n) {
  page.height = n;
  for (int i = 0; i < n / 20; ++i) put_stroke(page, 0, i * 20, 400, i * 20);
  for (int i = 0; i < n * 19 / 20; ++i) put_stroke(page, i % 19 * 20, i / 19 * 20, i % 19 * 20, i / 19 * 20 + 20);
}

/// Shaded cells with a letter each: what lies beneath it has to be asked for every letter.
void shaded_cells(Page& page, int n) {
  const Squares squares(n / 2);
  for (int i = 0; i < n / 2; ++i) {
    put_fill(page, squares.x(i), squares.y(i), squares.x(i) + squares.side, squares.y(i) + squares.side, 0xDDDDDD);
    put_text(page, squares.x(i), squares.y(i) + 0.8 * squares.side, "7", squares.side / 2);
  }
}

/// Sheet over sheet, each as large as the page, a letter on each: only the last is seen.
void sheets(Page& page, int n) {
  Somewhere at;
  for (int i = 0; i < n / 2; ++i) {
    put_fill(page, 0, 0, width, height, 0xFFFFFF);
    put_text(page, at.x(), at.y(), "7", 8);
  }
}

/// Runs it and tells the ratio to the time for half of n.
template <class Work>
void measure(benchmark::State& state, const std::string& name, Work&& work) {
  static std::map<std::string, std::map<long, double>> all;
  std::map<long, double>& times = all[name];
  const long n = static_cast<long>(state.range(0));
  double seconds = 0;
  for (auto step : state) {
    // CPU time: other work on the machine does not count.
    const std::clock_t begin = std::clock();
    work();
    const double taken = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    state.SetIterationTime(taken);
    seconds += taken;
  }
  times[n] = seconds / static_cast<double>(state.iterations());
  if (times.count(n / 2) != 0) state.counters["times_half"] = times[n] / times[n / 2];
  state.SetComplexityN(n);
}

void layout(benchmark::State& state, const char* name, Draw draw) {
  Page page = blank_page();
  draw(page, static_cast<int>(state.range(0)));
  judge_visibility(page);
  const Document document = document_of({page});
  measure(state, std::string("layout") + name, [&] { benchmark::DoNotOptimize(analyze(document)); });
}

void visibility(benchmark::State& state, const char* name, Draw draw) {
  Page page = blank_page();
  draw(page, static_cast<int>(state.range(0)));
  const Page drawn = page;
  measure(state, std::string("visibility") + name, [&] {
    page = drawn;
    judge_visibility(page);
  });
}

/// A table of n cells on many pages of 50 rows and 8 columns, with the heads on every page.
void long_table(benchmark::State& state) {
  const int pages = std::max(1, static_cast<int>(state.range(0)) / 400);
  std::vector<Page> all;
  std::vector<double> xs, ys;
  for (int i = 0; i <= 8; ++i) xs.push_back(50 + 60 * i);
  for (int i = 0; i <= 50; ++i) ys.push_back(100 + 14 * i);
  for (int p = 0; p < pages; ++p) {
    Page& page = all.emplace_back(blank_page(p + 1));
    put_lattice(page, xs, ys);
    for (int row = 0; row < 50; ++row) {
      for (int column = 0; column < 8; ++column) {
        const std::string text = row == 0 ? "列" : column == 0 ? "行" : std::to_string(p * 50 + row);
        put_text(page, 52 + 60 * column, 110 + 14 * row, text, 8);
      }
    }
  }
  const Document document = document_of(std::move(all));
  measure(state, "long_table", [&] { benchmark::DoNotOptimize(analyze(document)); });
}

void read(benchmark::State& state, const char* name, DrawPdf draw) {
  PdfPage page;
  draw(page, static_cast<int>(state.range(0)));
  const std::string file = make_pdf({page});
  measure(state, std::string("read") + name, [&] { benchmark::DoNotOptimize(read_pdf(file, {})); });
}

void pdf_glyphs(PdfPage& page, int n) {
  Somewhere at;
  for (int i = 0; i < n; ++i) page.text(at.x(), at.y(), std::string(1, at.letter()), 8);
}

void pdf_lines(PdfPage& page, int n) {
  Somewhere at;
  for (int i = 0; i < n; ++i) {
    const double x = at.x(), y = at.y();
    page.stroke(x, y, i % 2 == 0 ? x + 20 : x, i % 2 == 0 ? y : y + 20, 0.1);
  }
}

#define DOUBLING                      \
  RangeMultiplier(2)                  \
      ->Range(1 << 12, 1 << 17)       \
      ->UseManualTime()               \
      ->Complexity(benchmark::oNLogN) \
      ->Unit(benchmark::kMillisecond)
#define LAYOUT(draw) BENCHMARK_CAPTURE(layout, draw, #draw, draw)->DOUBLING
#define VISIBILITY(draw) BENCHMARK_CAPTURE(visibility, draw, #draw, draw)->DOUBLING
#define READ(draw) BENCHMARK_CAPTURE(read, draw, #draw, draw)->DOUBLING

LAYOUT(random_glyphs);
LAYOUT(text_in_lines);
LAYOUT(full_rules);
LAYOUT(cell_borders);
LAYOUT(filled_cells);
LAYOUT(boxes);
LAYOUT(filled_boxes);
LAYOUT(short_dashes);
LAYOUT(random_lines);
LAYOUT(random_lines_on_a_large_sheet);
LAYOUT(a_very_long_lattice);
LAYOUT(shaded_cells);
BENCHMARK(long_table)->DOUBLING;
VISIBILITY(shaded_cells);
VISIBILITY(sheets);
READ(pdf_glyphs);
READ(pdf_lines);

}  // namespace
}  // namespace fubiao

BENCHMARK_MAIN();
