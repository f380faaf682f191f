// Tables of DOCX from the file to the grid: what test suites and real files hold, each by what goes wrong with it.
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "docx_reading.h"
#include "layout/analyze.h"

namespace fubiao {
namespace {

using namespace test;

const std::string restart = "<w:vMerge w:val=\"restart\"/>";
const std::string goes_on = "<w:vMerge/>";

std::string span(int columns) {
  return "<w:gridSpan w:val=\"" + std::to_string(columns) + "\"/>";
}

Layout layout_of(const std::string& body) {
  Layout layout = analyze(read(body));
  for (const Table& table : layout.tables) EXPECT_TRUE(covers_exactly_once(table));
  return layout;
}

/// "a|b" for each row; a cell is shown where it begins, with its spans if it has any: "a:2x1" (rows, then columns).
std::string grid(const Table& table) {
  std::ostringstream out;
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    const Cell& cell = table.cells[i];
    if (i > 0) out << (cell.row == table.cells[i - 1].row ? "|" : " / ");
    out << cell.text;
    if (cell.row_span > 1 || cell.column_span > 1) out << ':' << cell.row_span << 'x' << cell.column_span;
  }
  return out.str();
}

std::vector<std::string> grids(const Layout& layout) {
  std::vector<std::string> all;
  for (const Table& table : layout.tables) all.push_back(grid(table));
  return all;
}

std::vector<std::string> grids_of(const std::string& body) {
  return grids(layout_of(body));
}

long findings(const Layout& layout, const std::string& code) {
  return std::count_if(layout.findings.begin(), layout.findings.end(),
                       [&](const Finding& finding) { return finding.code == code; });
}

TEST(DocxLayout, RowsOfUnequalLengthEndInBlankCells) {
  EXPECT_EQ(grids_of(table(3, row(cell("a") + cell("b") + cell("c")) + row(cell("d")) +
                                  row(cell("e") + cell("f"), "<w:gridAfter w:val=\"1\"/>"))),
            (Texts{"a|b|c / d|:1x2 / e|f|"}));
}

TEST(DocxLayout, RowsLongerThanTheGridWidenIt) {
  EXPECT_EQ(grids_of(table(2, row(cell("a") + cell("b")) + row(cell("c") + cell("d") + cell("e")))),
            (Texts{"a|b| / c|d|e"}));
  EXPECT_EQ(grids_of(table(0, row(cell("a") + cell("b")) + row(cell("c", span(2))))), (Texts{"a|b / c:1x2"}))
      << "no grid at all";
}

TEST(DocxLayout, SpansThatDisagreeWithTheGridEndAtIt) {
  EXPECT_EQ(grids_of(table(2, row(cell("title", span(5))) + row(cell("a") + cell("b")))), (Texts{"title:1x2 / a|b"}));
  EXPECT_EQ(grids_of(table(4, row(cell("title", span(3))) + row(cell("a") + cell("b") + cell("c")))),
            (Texts{"title:1x3 / a|b|c"}))
      << "the fourth column has no cell";
}

TEST(DocxLayout, SpansThatDisagreeWithTheGridAreTakenFromTheWidthsIfTheseAgree) {
  // Four columns of 900; the second row has two cells of two columns each and says nothing of spans.
  const auto wide = [](const std::string& text, int width) {
    return cell(text, "<w:tcW w:w=\"" + std::to_string(width) + "\" w:type=\"dxa\"/>");
  };
  const std::string four = row(wide("a", 900) + wide("b", 900) + wide("c", 900) + wide("d", 900));
  const auto with = [&](const std::string& second) { return layout_of(table(4, four + second)); };
  EXPECT_EQ(grids(with(row(wide("e", 1800) + wide("f", 1810)))), (Texts{"a|b|c|d / e:1x2|f:1x2"}));
  EXPECT_EQ(grids(with(row(wide("e", 2700) + wide("f", 900)))), (Texts{"a|b|c|d / e:1x3|f"}));
  EXPECT_TRUE(
      has_finding(read(table(4, four + row(wide("e", 1800) + wide("f", 1800)))), "spans-from-widths", Severity::note));
  EXPECT_FALSE(has_finding(read(table(4, four + four)), "spans-from-widths", Severity::note));
  // A row that is short, and one whose sides fall between the columns, stay as they are.
  EXPECT_EQ(grids(with(row(wide("e", 900) + wide("f", 900)))), (Texts{"a|b|c|d / e|f|:1x2"}));
  EXPECT_EQ(grids(with(row(wide("e", 1300) + wide("f", 2300)))), (Texts{"a|b|c|d / e|f|:1x2"}));
  EXPECT_EQ(grids(with(row(cell("e") + wide("f", 2700)))), (Texts{"a|b|c|d / e|f|:1x2"})) << "a width is not given";
}

TEST(DocxLayout, GapsBeforeARowAreBlankCells) {
  EXPECT_EQ(grids_of(table(
                3, row(cell("a") + cell("b") + cell("c")) + row(cell("d") + cell("e"), "<w:gridBefore w:val=\"1\"/>"))),
            (Texts{"a|b|c / |d|e"}));
}

TEST(DocxLayout, AMergeThatBeginsNowhereBeginsWhereItIsMet) {
  EXPECT_EQ(grids_of(table(2, row(cell("a", goes_on) + cell("b")) + row(cell("", goes_on) + cell("c")))),
            (Texts{"a:2x1|b / c"}));
}

TEST(DocxLayout, AMergeEndsAtARowThatIsNotPartOfIt) {
  const Layout layout = layout_of(
      table(2, row(cell("a", restart) + cell("b")) + row(cell("c") + cell("d")) + row(cell("", goes_on) + cell("e"))));
  EXPECT_EQ(grids(layout), (Texts{"a|b / c|d / |e"}));
}

TEST(DocxLayout, AMergeOfOtherWidthIsReported) {
  const Layout layout = layout_of(table(
      3, row(cell("a", span(2) + restart) + cell("b")) + row(cell("c", goes_on) + cell("d", goes_on) + cell("e"))));
  EXPECT_EQ(grids(layout), (Texts{"a:1x2|b / c|d|e"}));
  EXPECT_GT(findings(layout, "merge-mismatch"), 0);
}

TEST(DocxLayout, AMergeOverTheHeaderRowsGoesOnBelow) {
  EXPECT_EQ(
      grids_of(table(2, row(cell("a", restart) + cell("b"), "<w:tblHeader/>") +
                            row(cell("", goes_on) + cell("c"), "<w:tblHeader/>") + row(cell("", goes_on) + cell("1")))),
      (Texts{"a:3x1|b / c / 1"}));
}

TEST(DocxLayout, MergesInBothDirections) {
  EXPECT_EQ(
      grids_of(table(3, row(cell("a", span(2) + restart) + cell("b")) + row(cell("", span(2) + goes_on) + cell("c")) +
                            row(cell("d") + cell("e") + cell("f")))),
      (Texts{"a:2x2|b / c / d|e|f"}));
}

TEST(DocxLayout, HeadsOverBlankRowsKeepThem) {
  // A form that nobody has filled in: the blank row is its row of values.
  EXPECT_EQ(grids_of(table(2, row(cell("heads", span(2))) + row(cell("a") + cell("b")) + row(cell("") + cell("")))),
            (Texts{"heads:1x2 / a|b / |"}));
}

TEST(DocxLayout, LabelsOneCharacterARow) {
  const Layout layout = layout_of(table(2, row(cell("结", restart) + cell("1")) + row(cell("果", goes_on) + cell("2")) +
                                               row(cell("数", goes_on) + cell("3"))));
  EXPECT_EQ(grids(layout), (Texts{"结果数:3x1|1 / 2 / 3"}));
  EXPECT_EQ(findings(layout, "label-joined"), 1);
  // In one cell, a character a paragraph, it needs no repair.
  const std::string stacked = "<w:tc><w:tcPr>" + restart + "</w:tcPr>" + paragraph("结") + paragraph("果") + "</w:tc>";
  EXPECT_EQ(grids_of(table(2, row(stacked + cell("1")) + row(cell("", goes_on) + cell("2")))),
            (Texts{"结果:2x1|1 / 2"}));
}

TEST(DocxLayout, ContentControlsAroundRowsCellsAndContentAreNotThere) {
  const auto control = [](const std::string& content) {
    return "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>" + content + "</w:sdtContent></w:sdt>";
  };
  EXPECT_EQ(
      grids_of(control(table(2, row(cell("a", restart) + cell("b")) +
                                    control(row(control(cell("", goes_on)) + cell("c")) + row(cell("d") + cell("e"))) +
                                    row("<w:tc>" + control(paragraph("f")) + "</w:tc>" + cell("g"))))),
      (Texts{"a:2x1|b / c / d|e / f|g"}));
}

TEST(DocxLayout, TheFinalVersionOfTrackedRows) {
  EXPECT_EQ(grids_of(table(2, row(cell("a") + cell("b")) + row(cell("x") + cell("y"), "<w:del w:id=\"1\"/>") +
                                  row(cell("c") + cell("d"), "<w:ins w:id=\"2\"/>"))),
            (Texts{"a|b / c|d"}));
  // The row that begins the merge is deleted: the rest of it stands for itself.
  EXPECT_EQ(grids_of(table(2, row(cell("x", restart) + cell("y"), "<w:del w:id=\"1\"/>") +
                                  row(cell("a", goes_on) + cell("b")) + row(cell("", goes_on) + cell("c")))),
            (Texts{"a:2x1|b / c"}));
}

TEST(DocxLayout, OneOfTwoRenditionsOfATextBoxInACell) {
  const std::string choice = "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><w:txbxContent>" +
                             paragraph("box") +
                             "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" +
                             paragraph("box") + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>";
  EXPECT_EQ(grids_of(table(2, row("<w:tc><w:p>" + run("a") + "<w:r>" + choice + "</w:r></w:p></w:tc>" + cell("b")))),
            (Texts{"a box|b"}));
}

TEST(DocxLayout, TablesInTablesFollowTheOneAround) {
  const std::string innermost = table(2, row(cell("5") + cell("6")));
  const std::string inner =
      table(2, row(cell("3") + "<w:tc>" + paragraph("4") + innermost + paragraph("") + "</w:tc>"));
  EXPECT_EQ(
      grids_of(table(2, row(cell("1") + "<w:tc>" + inner + paragraph("2") + "</w:tc>") + row(cell("7") + cell("8")))),
      (Texts{"1|2 / 7|8", "3|4", "5|6"}));
}

TEST(DocxLayout, AFrameOfOneCellAroundTheBodyIsNoTable) {
  const Layout layout = layout_of(table(
      1, row("<w:tc>" + paragraph("heading") + table(2, row(cell("a") + cell("b"))) + paragraph("text") + "</w:tc>")));
  EXPECT_EQ(grids(layout), (Texts{"a|b"}));
  ASSERT_EQ(layout.prose.size(), 2u);
  EXPECT_EQ(layout.prose[1].text, "text");
}

TEST(DocxLayout, TwoTablesInARowAreTwo) {
  const std::string one = table(2, row(cell("a") + cell("b")) + row(cell("1") + cell("2")));
  EXPECT_EQ(grids_of(one + one), (Texts{"a|b / 1|2", "a|b / 1|2"}));
}

TEST(DocxLayout, ATableCutByTheTextOfAPage) {
  const std::string heads = row(cell("what") + cell("sum")) + row(cell("x") + cell("1"));
  const std::string rest = row(cell("y") + cell("2"));
  EXPECT_EQ(grids_of(table(2, heads) + paragraph("3") + table(2, rest)), (Texts{"what|sum / x|1 / y|2"}));
  const Layout layout = layout_of(table(2, heads) + paragraph("text") + table(2, rest));
  EXPECT_EQ(grids(layout), (Texts{"what|sum / x|1", "y|2"}));
  EXPECT_EQ(findings(layout, "table-behind-text"), 1);
}

TEST(DocxLayout, EmptyAndBrokenTablesDoNotStopTheRest) {
  EXPECT_EQ(grids_of(table(2, "") + table(2, row("")) + table(0, row("<w:tc/>" + cell("a")))), (Texts{"|a"}));
}

TEST(DocxLayout, ABoxAroundANumberIsNoTable) {
  const auto in_cell = [](const std::string& content) {
    return grids_of(table(2, row(cell("label") + "<w:tc>" + content + "<w:p/></w:tc>")));
  };
  const std::string box = table(1, row(cell("12")));
  EXPECT_EQ(in_cell(box), (Texts{"label|12"}));
  EXPECT_EQ(in_cell(table(1, row("<w:tc>" + box + "<w:p/></w:tc>"))), (Texts{"label|12"})) << "a box in a box";
  EXPECT_EQ(in_cell(table(1, row(cell("")))), (Texts{"label|"})) << "an empty box";
  // Beside a number of the cell, the two are not one; neither are two boxes, nor the cells of one.
  EXPECT_EQ(in_cell("<w:p><w:r><w:t>3</w:t></w:r></w:p>" + box), (Texts{"label|3", "12"}));
  EXPECT_EQ(in_cell(box + box), (Texts{"label|", "12", "12"}));
  EXPECT_EQ(in_cell(table(2, row(cell("12") + cell("13")))), (Texts{"label|", "12|13"}));
}

TEST(DocxLayout, AFrameAroundAWholeTextIsNoTable) {
  const auto boxed = [](int sentences) {
    std::string content = "<w:p><w:r><w:t>title</w:t></w:r></w:p>";
    for (int i = 0; i < sentences; ++i) content += "<w:p><w:r><w:t>一句话。</w:t></w:r></w:p>";
    return layout_of(table(1, row("<w:tc>" + content + "</w:tc>")));
  };
  EXPECT_EQ(boxed(3).tables.size(), 1U) << "a boxed remark";
  EXPECT_EQ(boxed(7).tables.size(), 0U);
  ASSERT_EQ(boxed(7).prose.size(), 8U);
  EXPECT_EQ(boxed(7).prose[0].text, "title");
}

}  // namespace
}  // namespace fubiao
