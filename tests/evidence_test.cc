// Grids that no line draws: told by clip rectangles and by shaded cells.
#include "layout/evidence.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>

#include "extract/open.h"
#include "extract/utf8.h"
#include "tests/corpus_case.h"
#include "tests/make_page.h"

namespace fubiao {
namespace {

std::string art_of(const std::vector<Grid>& grids) {
  std::string art;
  for (const Grid& grid : grids) art += to_text_art(grid) + "\n";
  return art;
}

/// What is wrong with the real report after its paint is changed; "skip" if it is not beside the project.
std::string wrong_in_report(const std::function<void(Page&)>& change) {
  const std::filesystem::path report = std::filesystem::path(FUBIAO_SHARED) / "reports" / "hongze-2023.pdf";
  if (!std::filesystem::exists(report)) return "skip";
  Document document = open(load(report, report.string()));
  for (Page& page : document.pages) change(page);
  const corpus::Reading reading = corpus::read(document);
  std::filesystem::path beside = report;
  std::string wrong = corpus::differences(reading.report, corpus::slurp(beside.replace_extension(".truth.json")));
  beside.replace_extension().replace_extension(".tables.json");
  return wrong + corpus::placement_differences(reading.layout, corpus::slurp(beside));
}

// With every painting operator turned into `n` nothing is drawn, but the clips of cells are there. What letters are
// seen was judged before, so that erasing the paints is the same as rewriting the file.
TEST(Evidence, ARealReportWithoutASingleDrawnLineGivesItsTruth) {
  const std::string wrong = wrong_in_report([](Page& page) { page.paints.clear(); });
  if (wrong == "skip") GTEST_SKIP() << "the folder of real reports is not beside the project";
  EXPECT_EQ(wrong, "");
}

// The same of a report of our own making, which is always here.
TEST(Evidence, AReportOfOurOwnWithoutASingleDrawnLineGivesItsTruth) {
  const std::filesystem::path folder =
      std::filesystem::path(FUBIAO_SOURCE) / "corpus" / "cases" / "drawn-in-the-manner-of-wps";
  int files = 0;
  for (const std::filesystem::path& file : corpus::scored_files(folder)) {
    if (file.extension() != ".pdf") continue;
    ++files;
    Document document = open(load(file, file.string()));
    for (Page& page : document.pages) page.paints.clear();
    const corpus::Reading reading = corpus::read(document);
    std::filesystem::path beside = file;
    EXPECT_EQ(corpus::differences(reading.report, corpus::slurp(beside.replace_extension(".truth.json"))), "");
  }
  EXPECT_GT(files, 0);
}

TEST(Evidence, ARealReportWithItsLevelRulesAloneGivesItsTruth) {
  const std::string wrong = wrong_in_report([](Page& page) {
    std::erase_if(page.paints, [](const Paint& paint) { return paint.box.height() > paint.box.width(); });
  });
  if (wrong == "skip") GTEST_SKIP() << "the folder of real reports is not beside the project";
  EXPECT_EQ(wrong, "");
}

/// Only the frame of each table is left, and its level or upright rules.
std::string wrong_with_frames(bool level, bool upright) {
  return wrong_in_report([&](Page& page) {
    std::vector<Paint> kept;
    for (const Paint& paint : page.paints) {
      const bool is_level = paint.box.width() > paint.box.height();
      if (std::min(paint.box.width(), paint.box.height()) < 1 && (is_level ? level : upright)) kept.push_back(paint);
    }
    std::vector<Box> frames;
    for (const Region& region : regions_of(rules_of(page), [](auto&&...) { return false; })) {
      frames.push_back(region.box);
    }
    page.paints = std::move(kept);
    for (const Box& box : frames) put_lattice(page, {box.x0, box.x1}, {box.y0, box.y1});
  });
}

TEST(Evidence, ARealReportWithTheFramesOfItsTablesAloneGivesItsTruth) {
  const std::string wrong = wrong_with_frames(false, false);
  if (wrong == "skip") GTEST_SKIP() << "the folder of real reports is not beside the project";
  EXPECT_EQ(wrong, "");
  EXPECT_EQ(wrong_with_frames(true, false), "") << "and level rules";
  EXPECT_EQ(wrong_with_frames(false, true), "") << "and upright rules";
}

/// A head over two columns, clipped as WPS does: neighbours overlap by .05 pt.
Page clipped_page() {
  Page page = blank_page();
  put_clip(page, 0, 0, 595, 842);
  put_clip(page, 50, 100, 150.05, 160);
  put_clip(page, 150, 100, 350.05, 130);
  put_clip(page, 150, 130, 250.05, 160);
  put_clip(page, 250, 130, 350.05, 160);
  put_clip(page, 50, 160, 150.05, 190);
  put_clip(page, 150, 160, 250.05, 190);
  put_clip(page, 250, 160, 350.05, 190);
  put_clip(page, 280, 790, 310, 805);  // the page number
  return page;
}

TEST(Evidence, ClipsThatTileAreAGrid) {
  EXPECT_EQ(art_of(implied_grids(clipped_page(), {})),
            "+...+...+...+\n"
            ":   :       :\n"
            "+   +...+...+\n"
            ":   :   :   :\n"
            "+...+...+...+\n"
            ":   :   :   :\n"
            "+...+...+...+\n\n");
}

TEST(Evidence, ClipsSayNothingWhereAGridIsDrawn) {
  EXPECT_EQ(art_of(implied_grids(clipped_page(), {Box{49, 99, 351, 191}})), "");
}

TEST(Evidence, TwoClipsInsideADrawnCellAreOneCell) {
  Page page = clipped_page();
  put_lattice(page, {50, 350}, {100, 160, 190});
  put_stroke(page, 150, 160, 150, 190);  // the head is one cell to the eye, and the last two columns are one
  put_text(page, 180, 150, "行政诉讼");
  put_text(page, 60, 180, "甲"), put_text(page, 300, 180, "5");
  const Layout layout = analyze_drawn(document_of({page}), {});
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(layout.tables[0].columns, 2);
  EXPECT_EQ(layout.tables[0].cells.front().column_span, 2);
  EXPECT_EQ(layout.tables[0].cells.front().text, "行政诉讼");
}

TEST(Evidence, AFrameAroundClipsLeavesThemTheirSay) {
  Page page = clipped_page();
  put_lattice(page, {50, 350}, {100, 190});
  put_text(page, 60, 180, "甲"), put_text(page, 200, 180, "5"), put_text(page, 300, 180, "6");
  const Layout layout = analyze_drawn(document_of({page}), {});
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(layout.tables[0].rows, 3);
  EXPECT_EQ(layout.tables[0].columns, 3);
}

TEST(Evidence, ALabelInTheMiddleOfItsCellAndABlankOneIsOneCell) {
  Page page = clipped_page();
  put_clip(page, 50, 70, 180.05, 100);
  put_clip(page, 180, 70, 350.05, 100);
  put_text(page, 180, 90, "行政诉讼");  // 180 to 220: the middle of 50 to 350
  EXPECT_EQ(art_of(implied_grids(page, {})),
            "+...+...+...+...+\n"
            ":               :\n"
            "+...+...+...+...+\n"
            ":   :           :\n"
            "+   +...+...+...+\n"
            ":   :       :   :\n"
            "+...+...+...+...+\n"
            ":   :       :   :\n"
            "+...+...+...+...+\n\n");
}

TEST(Evidence, ANumberIsNeverMovedToTheBlankCellBesideIt) {
  // A blank cell from 150 to 190 and one with text from 190 to 350: the middle of both is 250.
  const auto row_with = [](double x, const std::string& text) {
    Page page = clipped_page();
    put_clip(page, 50, 190, 150, 220), put_clip(page, 150, 190, 190, 220), put_clip(page, 190, 190, 350, 220);
    put_text(page, x, 210, text);
    const std::string art = art_of(implied_grids(page, {}));
    return art.substr(art.size() - 37, 17);  // the last row of slots, above the lower side
  };
  EXPECT_EQ(row_with(240, "总计"), ":   :           :");
  EXPECT_EQ(row_with(240, "1234"), ":   :   :       :");
}

TEST(Evidence, CellsWithoutAClipAreCellsOfTheirColumn) {
  Page page = blank_page();
  // The labels of two merged cells are printed on the page before: no clip here. Row 2 has a blank number without a
  // clip.
  for (double y : {100.0, 130.0, 160.0}) {
    if (y != 100) put_clip(page, 150, y, 250, y + 30);
    if (y != 130) put_clip(page, 250, y, 350, y + 30);
  }
  put_clip(page, 50, 190, 150, 220), put_clip(page, 150, 190, 250, 220), put_clip(page, 250, 190, 350, 220);
  EXPECT_EQ(art_of(implied_grids(page, {})),
            "+~~~+~~~+...+\n"
            "!   !   :   :\n"
            "+   +...+...+\n"
            "!   :   :   !\n"
            "+   +...+...+\n"
            "!   :   :   :\n"
            "+...+...+...+\n"
            ":   :   :   :\n"
            "+...+...+...+\n\n");
  put_text(page, 60, 120, "甲"), put_text(page, 60, 150, "乙");  // printed without a clip: two cells
  EXPECT_EQ(art_of(implied_grids(page, {})).substr(28, 28), "+~~~+...+...+\n!   :   :   !\n");
}

TEST(Evidence, AColumnThatIsBlankOnTheNextPageIsNotLost) {
  const auto page_with = [](int number, double top, bool label) {
    Page page = blank_page(number);
    if (label) put_clip(page, 50, top, 150, top + 60), put_text(page, 60, top + 20, "办理");
    for (int r = 0; r < 2; ++r) {
      put_clip(page, 150, top + 30 * r, 250, top + 30 * r + 30),
          put_clip(page, 250, top + 30 * r, 350, top + 30 * r + 30);
      put_text(page, 160, top + 30 * r + 20, "某项"),
          put_text(page, 260, top + 30 * r + 20, std::to_string(10 * number + r));
    }
    return page;
  };
  const Layout layout = analyze_drawn(document_of({page_with(1, 700, true), page_with(2, 80, false)}), {});
  ASSERT_EQ(layout.tables.size(), 1u);
  const Table& table = layout.tables[0];
  EXPECT_TRUE(covers_exactly_once(table));
  EXPECT_EQ(table.rows, 4);
  EXPECT_EQ(table.cells.front().text, "办理");
  EXPECT_EQ(table.cells.front().row_span, 4);
  EXPECT_EQ(table.cells.back().text, "21");
  ASSERT_EQ(table.cells.front().parts.size(), 2u);
  EXPECT_EQ(table.cells.front().parts[1].box.x0, 50);
}

TEST(Evidence, ClipsOfLinesOfProseAreNoGrid) {
  Page page = blank_page();
  // Four lines of runs, each clipped by itself: they tile, but no two lines break at the same place.
  const std::vector<std::vector<double>> lines = {
      {50, 130, 300, 500}, {50, 210, 500}, {50, 90, 260, 500}, {50, 390, 500}};
  double y = 100;
  for (const std::vector<double>& xs : lines) {
    for (std::size_t i = 1; i < xs.size(); ++i) put_clip(page, xs[i - 1], y, xs[i], y + 16);
    y += 16;
  }
  EXPECT_EQ(art_of(implied_grids(page, {})), "");
}

TEST(Evidence, ClipsThatOverlapAreNoGrid) {
  Page page = clipped_page();
  put_clip(page, 225, 140, 265, 185);
  EXPECT_EQ(art_of(implied_grids(page, {})), "");
}

TEST(Evidence, ShadedCellsWithWhiteGapsAreAGrid) {
  Page page = blank_page();
  for (double y : {100.0, 131.5, 163.0}) {
    const std::uint32_t colour = y == 100 ? 0x4472C4 : 0xD9E2F3;
    put_fill(page, 50, y, 149, y + 30, colour);
    if (y == 163) {
      put_fill(page, 150.5, y, 350, y + 30, colour);  // merged
    } else {
      put_fill(page, 150.5, y, 249, y + 30, colour), put_fill(page, 250.5, y, 350, y + 30, colour);
    }
  }
  EXPECT_EQ(art_of(implied_grids(page, {})),
            "+###+###+###+\n"
            "#   #   #   #\n"
            "+###+###+###+\n"
            "#   #   #   #\n"
            "+###+###+###+\n"
            "#   #       #\n"
            "+###+###+###+\n\n");
}

TEST(Evidence, BordersBetweenFillsOfOneColourAreNotSeen) {
  Page page = blank_page();
  // Cells are filled one by one, without gaps; colours change from row to row only.
  for (int r = 0; r < 4; ++r) {
    for (int c = 0; c < 3; ++c) {
      put_fill(page, 50 + 100 * c, 100 + 30 * r, 150 + 100 * c, 130 + 30 * r, r % 2 == 0 ? 0xD9D9D9 : 0xFFFFFF);
    }
  }
  EXPECT_EQ(art_of(implied_grids(page, {})), "");
}

TEST(Evidence, WhiteFillsBehindParagraphsAreNothing) {
  Page page = blank_page();
  for (int r = 0; r < 4; ++r) {
    for (int c = 0; c < 3; ++c) {
      put_fill(page, 50 + 100 * c, 100 + 30 * r, 149 + 100 * c, 129 + 30 * r, 0xFFFFFF);
      put_text(page, 60 + 100 * c, 118 + 30 * r, "正文");
    }
  }
  EXPECT_TRUE(implied_grids(page, {}).empty());
}

}  // namespace
}  // namespace fubiao
