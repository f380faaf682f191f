// The 25 ways in which tables of reports are read wrongly, ranked by how often they would give a wrong number in
// silence, and three that come next. Each is solved or reported; a fixture that shows it, named after it, stands here
// or where its mechanism is tested:
//
//    1 merged cells without spans      ExhaustiveGrid.*, here
//    2 tables and cells cut by pages   ExhaustiveGrid.*, Splice.*, here
//    3 vertical labels                 Lines.StackedLettersAreOneLabel, .TwoColumnsOfVerticalTextReadFromTheRight
//    4 rules as thin fills             Rules.StrokesAndThinFillsAreTheSame, ExhaustiveGrid/ThinFills, here (wide
//    strokes) 5 invisible rules                 Rules.WhiteLinesCountOnlyBetweenShadedCells,
//    .ALineThatIsPaintedOverIsGone, here 6 fabricated Unicode              Pdf.UnicodeThatIsAGuessIsMarked, here (the
//    cell) 7 open sides                      ExhaustiveGrid/OpenSides, /NoBorder,
//    Grid.OuterSidesThatAreNotDrawnAreAssumed 8 wrapped text taken for rows     here 9 hidden text
//    Pdf.TextThatNoReaderSeesIsMarked, Visibility.*, here (in a cell)
//   10 fake bold, drawn twice          Ink.FakeBoldIsOneLetter, here (in a cell)
//   11 radicals and look-alikes        Pdf.RadicalsAndVerticalFormsAreWhatTheyLookLike, Fold.RadicalsReadAs…
//   12 spaces inside Han text          Tidy.ChineseIsSetSolid, here (justified labels)
//   13 text over the edge              Pieces.ANumberThatRunsOverAnEdgeStaysWhole, here (one run over two columns)
//   14 letter order in a cell          Lines.ReadingOrderDoesNotDependOnPaintOrder
//   15 grids of DOCX                   DocxTable.*
//   16 revisions, controls, nesting    DocxRevisions.*, DocxTextBox.*, DocxTable.NestedTablesAreBlocksOfTheCell
//   17 repeated headers                Splice.RepeatedHeaderRowsAreDropped, here (all or none)
//   18 page furniture between pieces   Splice.RowsOnTheNextPageFollow, here (rows that look like footnotes)
//   19 double and broken lines         Grid.DoubleLinesAreOneBorder, Rules.PiecesOfOneLineBecomeOneRule,
//                                      ExhaustiveGrid/DoubleLines
//   20 shading as cells                Rules.ShadingIsNoRule, Evidence.*
//   21 dashed and dotted lines         Rules.DotsAndDashesOfAFillAreALine, ExhaustiveGrid/Dashes
//   22 rotation                        Pdf.PageRotationAndCropBoxAreUndone, Turn.*, here (from a file)
//   23 page boxes, lying metrics       Pdf.PageRotationAndCropBoxAreUndone,
//   .GlyphsStandWhereTheyAreDrawnWithClampedBoxes 24 missing character maps Pdf.WithoutCharacterMapsEveryPdfIsRefused
//   25 scans                           Visibility.InvisibleTextOverAScanIsItsTextLayer, here (no text at all)
//      watermarks                      Ink.ASlantedWatermarkIsNoText, here (upright letters, pale digits)
//      superscripts                    Lines.ARaisedSmallDigitIsAFootnoteMark, here (from a file)
//      page frames                     KnownColumns.AFrameAroundThePageIsNoTable, here (drawn)
#include <gtest/gtest.h>

#include <algorithm>

#include "extract/open.h"
#include "layout/analyze.h"
#include "tests/make_page.h"
#include "tests/make_pdf.h"

namespace fubiao {
namespace {

Layout read(std::vector<Page> pages) {
  return analyze_drawn(document_of(std::move(pages)), {});
}

Document document_from(const std::vector<PdfPage>& pages) {
  return open(Source{"made.pdf", make_pdf(pages)});
}

/// Rows, a line each, cells between bars; a cell that goes on is given once, with its spans.
std::string show(const Table& table) {
  std::string out;
  int row = 0;
  for (const Cell& cell : table.cells) {
    for (; row < cell.row; ++row) out += "\n";
    if (!out.empty() && out.back() != '\n') out += " | ";
    out += cell.text;
    if (cell.row_span > 1 || cell.column_span > 1) {
      out += "[" + std::to_string(cell.row_span) + "x" + std::to_string(cell.column_span) + "]";
    }
  }
  return out;
}

std::string show(const Layout& layout) {
  std::string out;
  for (const Table& table : layout.tables) out += (out.empty() ? "" : "\n--\n") + show(table);
  return out;
}

bool finds(const Layout& layout, std::string_view code) {
  return std::any_of(layout.findings.begin(), layout.findings.end(),
                     [&](const Finding& finding) { return finding.code == code; });
}

void put_row(Page& page, double baseline, const std::vector<std::pair<double, std::string>>& texts) {
  for (const auto& [x, text] : texts) put_text(page, x, baseline, text);
}

TEST(FailureMode01, AMergedAreaThatIsNoRectangleIsReported) {
  Page page = blank_page();
  put_lattice(page, {50, 250}, {100, 160});
  put_stroke(page, 50, 130, 150, 130);
  put_stroke(page, 150, 130, 150, 160);
  put_row(page, 120, {{60, "甲"}});
  put_row(page, 150, {{60, "乙"}, {160, "5"}});
  const Layout layout = read({page});
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_TRUE(covers_exactly_once(layout.tables[0]));
  EXPECT_TRUE(finds(layout, "merge-not-rectangular"));
}

/// Pages of a table with a merged label at the left, closed by full rules on each.
Page middle_page(int number, double top, int rows, bool label) {
  Page page = blank_page(number);
  const double bottom = top + 20 * rows;
  put_lattice(page, {50, 100, 250, 300}, {top, bottom});
  for (int r = 1; r < rows; ++r) put_stroke(page, 100, top + 20 * r, 300, top + 20 * r);
  if (label) put_text(page, 55, (top + bottom) / 2, "办理");
  for (int r = 0; r < rows; ++r) {
    put_row(page, top + 20 * r + 15,
            {{105, "第" + std::to_string(10 * number + r) + "项"}, {260, std::to_string(100 * number + r)}});
  }
  return page;
}

TEST(FailureMode02, ATableOverThreePagesIsOne) {
  const Layout layout =
      read({middle_page(1, 700, 3, true), middle_page(2, 60, 30, false), middle_page(3, 60, 2, false)});
  ASSERT_EQ(layout.tables.size(), 1u);
  const Table& table = layout.tables[0];
  EXPECT_EQ(table.rows, 35);
  EXPECT_EQ(table.cells[0].text, "办理");
  EXPECT_EQ(table.cells[0].row_span, 35) << "the label is printed on the first page only";
  EXPECT_EQ(table.cells.back().text, "301");
  EXPECT_EQ(table.parts.size(), 3u);
}

TEST(FailureMode02, AContinuationWithFewerColumnsBecauseAMergedColumnEnded) {
  // Page 1: label, sub-label, number. Page 2: the rows after the merged label have one label over both columns.
  Page second = blank_page(2);
  put_lattice(second, {50, 250, 300}, {60, 80, 100});
  put_row(second, 75, {{55, "总计"}, {260, "9"}});
  put_row(second, 95, {{55, "结转"}, {260, "1"}});
  const Layout layout = read({middle_page(1, 700, 2, true), second});
  EXPECT_EQ(show(layout),
            "办理[2x1] | 第10项 | 100\n"
            "第11项 | 101\n"
            "总计[1x2] | 9\n"
            "结转[1x2] | 1");
}

TEST(FailureMode02, ACaptionBetweenKeepsTwoTablesApart) {
  Page second = middle_page(2, 100, 2, true);
  put_text(second, 50, 90, "表二");
  EXPECT_EQ(read({middle_page(1, 700, 2, true), second}).tables.size(), 2u);
}

TEST(FailureMode04, AShortAndVeryWideStrokeIsALine) {
  PdfPage made;
  // Each border is a stroke of half a point along, as wide as the line is long.
  for (double y : {100.0, 130.0, 160.0}) made.stroke(150, y, 150, y + 0.5, 200);
  for (double x : {50.0, 150.0, 250.0}) made.stroke(x, 130, x + 0.5, 130, 60);
  made.text(60, 120, "甲"), made.text(160, 120, "1"), made.text(60, 150, "乙"), made.text(160, 150, "2");
  EXPECT_EQ(show(analyze(document_from({made}), {})), "甲 | 1\n乙 | 2");
}

TEST(FailureMode05, RulesThatNobodySeesPartNothing) {
  Page page = blank_page();
  put_lattice(page, {50, 150, 250}, {100, 130, 160});
  put_row(page, 120, {{60, "甲"}, {160, "1"}}), put_row(page, 150, {{60, "乙"}, {160, "2"}});
  put_stroke(page, 50, 115, 250, 115);
  page.paints.back().opacity = 0;  // transparent
  put_stroke(page, 200, 100, 200, 160);
  page.paints.back().colour = 0xFFFFFF;  // white on paper
  put_fill(page, 50.3, 130.3, 149.7, 159.7, 0xD0D0D0);
  put_stroke(page, 100, 130.3, 100, 159.7);
  page.paints.back().colour = 0xD0D0D0;  // the colour of the shading beneath it
  EXPECT_EQ(show(read({page})), "甲 | 1\n乙 | 2");
}

TEST(FailureMode06, ACellInAFontWithoutUnicodeIsNotTrusted) {
  PdfPage made;
  made.lattice({50, 150, 250}, {100, 130, 160});
  made.text(60, 120, "甲"), made.text(160, 120, "1"), made.text(60, 150, "乙"), made.text(160, 150, "2", 10, "F3");
  const Layout layout = analyze(document_from({made}), {});
  ASSERT_EQ(layout.tables.size(), 1u);
  ASSERT_EQ(layout.tables[0].cells.size(), 4u);
  EXPECT_FALSE(layout.tables[0].cells[1].untrusted);
  EXPECT_TRUE(layout.tables[0].cells[3].untrusted);
}

TEST(FailureMode08, WrappedTextIsOneRow) {
  Page page = blank_page();
  put_lattice(page, {50, 100, 250}, {100, 150, 170});
  put_row(page, 115, {{55, "行政"}}), put_row(page, 130, {{55, "许可"}, {110, "318"}}),
      put_row(page, 145, {{55, "决定"}});
  put_row(page, 165, {{55, "其他"}, {110, "5"}});
  EXPECT_EQ(show(read({page})), "行政许可决定 | 318\n其他 | 5");
}

TEST(FailureMode09, HiddenTextInACellIsNoPartOfItsNumber) {
  PdfPage made;
  made.lattice({50, 150, 350}, {100, 130, 160});
  made.text(60, 120, "甲"), made.text(160, 120, "1");
  made.raw("3 Tr"), made.text(170, 120, "23"), made.raw("0 Tr");  // neither filled nor stroked
  made.raw("1 g"), made.text(190, 120, "45"), made.raw("0 g");    // white on white
  made.text(220, 120, "67"), made.raw("1 g"), made.fill(218, 108, 240, 125), made.raw("0 g");  // painted over
  made.raw("q /Faint gs"), made.text(260, 120, "89"), made.raw("Q");                           // transparent
  made.text(60, 150, "乙"), made.text(160, 150, "2");
  EXPECT_EQ(show(analyze(document_from({made}), {})), "甲 | 1\n乙 | 2");
}

TEST(FailureMode10, ANumberPaintedTwiceIsOneAndElevenIsEleven) {
  Page page = blank_page();
  put_lattice(page, {50, 150, 250}, {100, 130, 160});
  for (double off : {0.0, 0.3}) put_row(page, 120, {{60 + off, "甲"}, {160 + off, "11"}});
  put_row(page, 150, {{60, "乙"}, {160, "2"}});
  EXPECT_EQ(show(read({page})), "甲 | 11\n乙 | 2");
}

TEST(FailureMode12, AJustifiedLabelHasNoSpaces) {
  Page page = blank_page();
  put_lattice(page, {50, 150, 250}, {100, 130, 160});
  put_row(page, 120, {{60, "自"}, {90, "然"}, {120, "人"}, {160, "11"}});
  put_row(page, 150, {{60, "总 计"}, {160, "2"}});
  EXPECT_EQ(show(read({page})), "自然人 | 11\n总计 | 2");
}

TEST(FailureMode13, OneRunOverTwoColumnsIsCutAtTheDrawnEdge) {
  // One string with spaces between the numbers, painted over two columns: 123 stands before the edge at 150, 456
  // behind.
  Page page = blank_page();
  put_lattice(page, {50, 100, 150, 200}, {100, 130, 160});
  put_row(page, 120, {{60, "甲"}, {130, "123 456"}});
  put_row(page, 150, {{60, "乙"}, {130, "7"}, {160, "8"}});
  Layout layout = read({page});
  EXPECT_EQ(show(layout), "甲 | 123 | 456\n乙 | 7 | 8");
  EXPECT_FALSE(finds(layout, "text-over-edge"));

  // Without a space, but with room at the edge: digits of two numbers.
  page = blank_page();
  put_lattice(page, {50, 100, 150, 200}, {100, 130, 160});
  put_row(page, 120, {{60, "甲"}, {134, "123"}, {150.6, "456"}});
  put_row(page, 150, {{60, "乙"}, {130, "7"}, {160, "8"}});
  layout = read({page});
  EXPECT_EQ(show(layout), "甲 | 123 | 456\n乙 | 7 | 8");
}

TEST(FailureMode13, DigitsThatTouchOverTheEdgeGoWholeAndAreReported) {
  Page page = blank_page();
  put_lattice(page, {50, 100, 150, 200}, {100, 130, 160});
  put_row(page, 120, {{60, "甲"}, {135, "123456"}});  // three digits on either side of 150, and no gap
  put_row(page, 150, {{60, "乙"}, {130, "7"}, {160, "8"}});
  const Layout layout = read({page});
  EXPECT_EQ(show(layout), "甲 | 123456 | \n乙 | 7 | 8");
  EXPECT_EQ(std::count_if(layout.findings.begin(), layout.findings.end(),
                          [](const Finding& finding) {
                            return finding.code == "text-over-edge" && finding.severity == Severity::warning;
                          }),
            2)
      << "both cells are in doubt";
}

Page headed_page(int number, double top, const std::vector<std::string>& heads, const std::string& value) {
  Page page = blank_page(number);
  put_lattice(page, {50, 150, 250, 350}, {top, top + 20, top + 40});
  for (std::size_t i = 0; i < heads.size(); ++i) put_text(page, 60 + 100 * static_cast<double>(i), top + 15, heads[i]);
  put_row(page, top + 35, {{60, "某项" + value}, {160, value}, {260, value}});
  return page;
}

TEST(FailureMode17, AHeadThatIsRepeatedInPartStays) {
  const std::vector<std::string> heads = {"项目", "上年", "本年"};
  EXPECT_EQ(read({headed_page(1, 700, heads, "1"), headed_page(2, 60, heads, "2")}).tables.at(0).rows, 3);
  const Layout layout = read({headed_page(1, 700, heads, "1"), headed_page(2, 60, {"项目", "上年", "合计"}, "2")});
  EXPECT_EQ(layout.tables.at(0).rows, 4) << "one head differs: all or none";
  EXPECT_FALSE(finds(layout, "header-repeated"));
}

TEST(FailureMode17, AHeadTornByTheRepetitionStays) {
  // On page 2 the first head reaches over the second row: dropping the first row would tear it.
  Page second = blank_page(2);
  put_lattice(second, {50, 350}, {60, 120});
  put_stroke(second, 150, 80, 350, 80), put_stroke(second, 50, 100, 350, 100);
  put_stroke(second, 150, 60, 150, 120), put_stroke(second, 250, 60, 250, 120);
  put_row(second, 75, {{160, "上年"}, {260, "本年"}}), put_row(second, 95, {{60, "项目"}, {160, "件"}, {260, "件"}});
  put_row(second, 115, {{60, "某项"}, {160, "1"}, {260, "2"}});
  const Layout layout = read({headed_page(1, 700, {"项目", "上年", "本年"}, "1"), second});
  EXPECT_EQ(layout.tables.at(0).rows, 5);
}

TEST(FailureMode18, ARowThatLooksLikeAFootnoteIsARow) {
  Page first = blank_page(1), second = blank_page(2);
  for (Page* page : {&first, &second}) {
    put_lattice(*page, {50, 150, 250}, {780, 800, 820});  // down in the margin, where page numbers stand
    put_text(*page, 290, 835, "- " + std::to_string(page->number) + " -", 9);
  }
  put_row(first, 795, {{60, "1)甲"}, {160, "5"}}), put_row(first, 815, {{60, "1"}, {160, "6"}});
  put_row(second, 795, {{60, "1)甲"}, {160, "7"}}), put_row(second, 815, {{60, "2"}, {160, "8"}});
  const Layout layout = read({first, second});
  EXPECT_EQ(show(layout), "1)甲 | 5\n1 | 6\n1)甲 | 7\n2 | 8");
  EXPECT_EQ(layout.census.furniture, 6);
}

TEST(FailureMode22, ATurnedTableOfAFileIsReadAsItsReaderTurnsIt) {
  // Letters turned clockwise: the reader's first row is the rightmost column of the page.
  PdfPage made;
  made.lattice({100, 130, 160}, {100, 200, 300});
  made.turned_text(141, 110, "甲", 1), made.turned_text(141, 210, "1", 1);
  made.turned_text(111, 110, "乙", 1), made.turned_text(111, 210, "2", 1);
  EXPECT_EQ(show(analyze(document_from({made}), {})), "甲 | 1\n乙 | 2");

  // The same, shown upright by the page's own rotation: nothing is turned for its reader.
  made.entry("/Rotate 270");
  EXPECT_EQ(show(analyze(document_from({made}), {})), "甲 | 1\n乙 | 2");
}

TEST(FailureMode25, AScanWithoutTextIsReported) {
  const std::string image = "/W 1 /H 1 /BPC 8 /CS /G ID \x7f EI";
  PdfPage scan, photo;
  scan.raw("q 500 0 0 750 40 40 cm BI " + image + " Q");
  photo.raw("q 500 0 0 750 40 40 cm BI " + image + " Q"), photo.text(60, 800, "图一");
  const Document document = document_from({scan, photo});
  ASSERT_EQ(document.findings.size(), 1u);
  EXPECT_EQ(document.findings[0].code, "page-unread");
  EXPECT_EQ(document.findings[0].severity, Severity::error);
  EXPECT_EQ(document.findings[0].place.page, 1);
}

TEST(FailureModeNext, LargeUprightLettersBehindATableAreNoText) {
  Page page = blank_page();
  put_text(page, 100, 170, "样本", 60);
  put_lattice(page, {50, 150, 250}, {100, 130, 160, 190});
  put_row(page, 120, {{60, "甲"}, {200, "1"}}), put_row(page, 150, {{60, "乙"}, {200, "2"}});
  put_row(page, 180, {{60, "丙"}, {200, "3"}});
  const Layout layout = read({page});
  EXPECT_EQ(show(layout), "甲 | 1\n乙 | 2\n丙 | 3");
  EXPECT_EQ(layout.census.furniture, 2) << "counted as what belongs to the paper";
}

TEST(FailureModeNext, ALargeNumberIsNeverTakenForAWatermark) {
  Page page = blank_page();
  put_lattice(page, {50, 150, 250}, {100, 130, 142});
  put_row(page, 120, {{60, "甲乙丙"}, {200, "1"}});
  put_text(page, 60, 140, "丁"), put_text(page, 160, 141, "25", 24);  // twice as high as its row
  EXPECT_EQ(show(read({page})), "甲乙丙 | 1\n丁 | 25");
}

TEST(FailureModeNext, LargePaleDigitsBehindATableAreNoNumber) {
  Page page = blank_page();
  put_text(page, 210, 165, "2024", 20), put_text(page, 65, 302, "2024", 20);
  for (Glyph& glyph : page.glyphs) glyph.colour = 0xDBDBDB;
  put_lattice(page, {50, 150, 250}, {100, 130, 160, 190});
  put_row(page, 120, {{60, "甲"}, {200, "1"}}), put_row(page, 150, {{60, "乙"}, {200, "2"}});
  put_row(page, 180, {{60, "丙"}, {200, "3"}});
  put_text(page, 60, 300, "本年没有此类情况。");
  const Layout layout = read({page});
  EXPECT_EQ(show(layout), "甲 | 1\n乙 | 2\n丙 | 3");
  ASSERT_EQ(layout.prose.size(), 1u);
  EXPECT_EQ(layout.prose[0].text, "本年没有此类情况。") << "nor any amid the prose";
  EXPECT_EQ(layout.census.furniture, 8);
}

TEST(FailureModeNext, PaleDigitsOnADarkGroundAreANumber) {
  Page page = blank_page();
  Paint ground;
  ground.kind = Paint::Kind::fill;
  ground.box = {150, 100, 250, 130};
  ground.colour = 0x1F3864;
  ground.order = -1;
  page.paints.push_back(ground);
  put_text(page, 160, 122, "25", 20);
  for (Glyph& glyph : page.glyphs) glyph.colour = 0xFFFFFF;
  put_lattice(page, {50, 150, 250}, {100, 130, 160});
  put_row(page, 120, {{60, "甲乙丙"}}), put_row(page, 150, {{60, "丁戊己"}, {200, "1"}});
  EXPECT_EQ(show(read({page})), "甲乙丙 | 25\n丁戊己 | 1");
}

TEST(FailureMode13, SpacesOfARunOverOtherCellsAreNotInThem) {
  PdfPage made;
  made.lattice({50, 150, 190, 250, 350}, {100, 130, 160});
  made.text(60, 120, "甲"), made.text(60, 150, "乙"), made.text(160, 150, "1"), made.text(260, 150, "2 3");
  made.text(198, 120, "减22");
  made.text(160, 120, "44                    757");  // spaces of 5 pt, shifted against the digits of 减22
  EXPECT_EQ(show(analyze(document_from({made}), {})), "甲 | 44 | 减22 | 757\n乙 | 1 |  | 2 3")
      << "a space that was painted between two digits parts them";
}

TEST(FailureModeNext, AFramedNumberStaysInItsCell) {
  Page page = blank_page();
  put_lattice(page, {50, 150, 250}, {100, 130, 160});
  put_row(page, 120, {{60, "甲"}, {200, "1"}}), put_row(page, 150, {{60, "乙"}, {200, "2"}});
  put_lattice(page, {190, 215}, {138, 156});  // a box around the 2
  EXPECT_EQ(show(read({page})), "甲 | 1\n乙 | 2");
}

TEST(FailureModeNext, ARaisedMarkIsNoDigitOfItsNumber) {
  PdfPage made;
  made.lattice({50, 150, 250}, {100, 130, 160});
  made.text(60, 120, "甲"), made.text(160, 120, "120"), made.text(175, 116, "1", 6);
  made.text(60, 150, "乙"), made.text(160, 150, "2");
  EXPECT_EQ(show(analyze(document_from({made}), {})), "甲 | 120¹\n乙 | 2");
}

TEST(FailureModeNext, AFrameAroundThePageIsNoTable) {
  Page page = blank_page();
  put_lattice(page, {30, 565}, {30, 812});  // the frame
  put_lattice(page, {32, 563}, {32, 810});  // doubled
  put_text(page, 60, 80, "正文在页框之内。"), put_text(page, 60, 100, "第二行。");
  put_lattice(page, {50, 150, 250}, {200, 230, 260});
  put_row(page, 220, {{60, "甲"}, {160, "1"}}), put_row(page, 250, {{60, "乙"}, {160, "2"}});
  const Layout layout = read({page});
  EXPECT_EQ(show(layout), "甲 | 1\n乙 | 2");
  EXPECT_EQ(layout.census.in_prose, 12);
}

TEST(FailureModeNext, TablesSideBySideAreReadOneAfterTheOther) {
  Page page = blank_page();
  for (double x : {50.0, 300.0}) {
    put_lattice(page, {x, x + 100, x + 200}, {200, 230, 260});
    const std::string mark = x < 100 ? "左" : "右";
    put_row(page, 220, {{x + 10, mark + "甲"}, {x + 110, "1"}}),
        put_row(page, 250, {{x + 10, mark + "乙"}, {x + 110, "2"}});
  }
  EXPECT_EQ(show(read({page})), "左甲 | 1\n左乙 | 2\n--\n右甲 | 1\n右乙 | 2");
}

TEST(FailureModeNext, AChartIsNoTableAndABlankFormIsOne) {
  Page chart = blank_page();
  put_lattice(chart, {50, 100, 150, 200, 250, 300}, {100, 120, 140, 160, 180, 200});  // the lines of its scale
  put_text(chart, 60, 135, "30.5"), put_text(chart, 110, 135, "49.0"), put_text(chart, 60, 175, "20.4");
  const Layout layout = read({chart});
  EXPECT_TRUE(layout.tables.empty());
  EXPECT_EQ(layout.census.in_prose, 12);

  Page form = blank_page();
  put_lattice(form, {50, 100, 150, 200, 250, 300}, {100, 120, 140, 160, 180, 200});
  for (int r = 1; r < 5; ++r) put_text(form, 60, 115 + 20 * r, "项目");
  put_text(form, 110, 115, "总计");
  EXPECT_EQ(read({form}).tables.size(), 1u);
}

}  // namespace
}  // namespace fubiao
