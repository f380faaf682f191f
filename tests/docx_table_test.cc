// Tables of DOCX: extract/docx_table.cc.
#include <gtest/gtest.h>

#include "docx_reading.h"

namespace fubiao {
namespace {

using namespace test;

/// "0+2 restart a|2+1 b" for each row.
Texts grid(const NativeTable& table) {
  Texts out;
  for (const NativeRow& native : table.rows) {
    std::string shown;
    for (const NativeCell& one : native.cells) {
      if (!shown.empty()) shown += "|";
      shown += std::to_string(one.column) + "+" + std::to_string(one.span);
      if (one.merge == VerticalMerge::restart) shown += " restart";
      if (one.merge == VerticalMerge::continued) shown += " continued";
      for (const std::string& text : texts(one.content)) shown += " " + text;
    }
    out.push_back(shown);
  }
  return out;
}

NativeTable only_table(const std::string& body) {
  Document document = read(body);
  for (Block& block : document.blocks) {
    if (auto* native = std::get_if<NativeTable>(&block.value)) return std::move(*native);
  }
  ADD_FAILURE() << "no table";
  return {};
}

TEST(DocxTable, SpansAndMergesByGridColumn) {
  const NativeTable native =
      only_table(table(3, row(cell("a", "<w:gridSpan w:val=\"2\"/>") + cell("b", "<w:vMerge w:val=\"restart\"/>")) +
                              row(cell("c") + cell("d") + cell("", "<w:vMerge/>")) +
                              row(cell("e") + cell("f") + cell("0", "<w:vMerge w:val=\"continue\"/>"))));
  EXPECT_EQ(native.columns, 3);
  EXPECT_EQ(grid(native), (Texts{"0+2 a|2+1 restart b", "0+1 c|1+1 d|2+1 continued ", "0+1 e|1+1 f|2+1 continued 0"}));
}

TEST(DocxTable, GapsBeforeAndAfter) {
  const NativeTable native =
      only_table(table(4, row(cell("a") + cell("b"), "<w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/>") +
                              row(cell("c", "<w:gridSpan w:val=\"4\"/>"))));
  EXPECT_EQ(native.columns, 4);
  EXPECT_EQ(grid(native), (Texts{"1+1 a|2+1 b", "0+4 c"}));
}

TEST(DocxTable, ShortAndLongRows) {
  const NativeTable native = only_table(table(2, row(cell("a")) + row(cell("b") + cell("c") + cell("d"))));
  EXPECT_EQ(native.columns, 3);
  EXPECT_EQ(grid(native), (Texts{"0+1 a", "0+1 b|1+1 c|2+1 d"}));
}

TEST(DocxTable, ASpanBeyondTheGridAddsNoColumns) {
  const NativeTable native =
      only_table(table(2, row(cell("a", "<w:gridSpan w:val=\"9\"/>")) + row(cell("b") + cell("c"))));
  EXPECT_EQ(native.columns, 2);
  EXPECT_EQ(grid(native), (Texts{"0+2 a", "0+1 b|1+1 c"}));
}

TEST(DocxTable, SpansThatAreNoSpans) {
  EXPECT_EQ(
      grid(only_table(table(2, row(cell("a", "<w:gridSpan w:val=\"-3\"/>") + cell("b", "<w:gridSpan w:val=\"0\"/>"))))),
      (Texts{"0+1 a|1+1 b"}));
}

TEST(DocxTable, LegacyHorizontalMergeIsASpan) {
  EXPECT_EQ(
      grid(only_table(table(3, row(cell("a", "<w:hMerge w:val=\"restart\"/>") + cell("", "<w:hMerge/>") + cell("b"))))),
      (Texts{"0+2 a|2+1 b"}));
  // Text in the continuation is kept in sight.
  EXPECT_EQ(grid(only_table(table(2, row(cell("a", "<w:hMerge w:val=\"restart\"/>") + cell("0", "<w:hMerge/>"))))),
            (Texts{"0+2 a 0"}));
}

TEST(DocxTable, RowsAndCellsInsideContentControls) {
  EXPECT_EQ(
      grid(only_table(table(2, "<w:sdt><w:sdtContent>" +
                                   row("<w:sdt><w:sdtContent>" + cell("a") + "</w:sdtContent></w:sdt>" + cell("b")) +
                                   "</w:sdtContent></w:sdt>"))),
      (Texts{"0+1 a|1+1 b"}));
}

TEST(DocxTable, DeletedRowsAndCells) {
  const std::string body =
      table(2, row(cell("a") + cell("b")) + row(cell("x") + cell("y"), "<w:del w:id=\"1\"/>") +
                   row(cell("z", "<w:cellDel w:id=\"2\"/>") + cell("c") + cell("d", "<w:cellIns w:id=\"3\"/>")));
  EXPECT_EQ(grid(only_table(body)), (Texts{"0+1 a|1+1 b", "0+1 c|1+1 d"}));
  EXPECT_EQ(body_texts(table(1, row(cell("x"), "<w:del w:id=\"1\"/>")) + paragraph("p")), (Texts{"p"}));
}

TEST(DocxTable, AMergeWhoseFirstRowIsDeletedBeginsBelow) {
  const NativeTable native =
      only_table(table(1, row(cell("a", "<w:vMerge w:val=\"restart\"/>")) +
                              row(cell("b", "<w:vMerge w:val=\"restart\"/>"), "<w:del w:id=\"1\"/>") +
                              row(cell("c", "<w:vMerge/>")) + row(cell("d", "<w:vMerge/>"))));
  EXPECT_EQ(grid(native), (Texts{"0+1 restart a", "0+1 restart c", "0+1 continued d"}));
}

TEST(DocxTable, TrackedMergeOfCells) {
  EXPECT_EQ(grid(only_table(table(1, row(cell("a", "<w:cellMerge w:id=\"1\" w:vMerge=\"rest\"/>")) +
                                         row(cell("", "<w:cellMerge w:id=\"2\" w:vMerge=\"cont\"/>"))))),
            (Texts{"0+1 restart a", "0+1 continued "}));
}

TEST(DocxTable, NestedTablesAreBlocksOfTheCell) {
  const std::string inner = table(1, row(cell("inner")));
  const NativeTable native =
      only_table(table(1, row("<w:tc>" + paragraph("outer") + inner + paragraph("") + "</w:tc>")));
  EXPECT_EQ(grid(native), (Texts{"0+1 outer <table> "}));
}

TEST(DocxTable, HeaderRowsAndVerticalText) {
  const NativeTable native = only_table(
      table(3, row(cell("a", "<w:textDirection w:val=\"tbRlV\"/>") + cell("b", "<w:textDirection w:val=\"lrTbV\"/>") +
                       cell("c", "<w:textDirection w:val=\"btLr\"/>"),
                   "<w:tblHeader/>")));
  EXPECT_TRUE(native.rows.at(0).header);
  EXPECT_TRUE(native.rows.at(0).cells.at(0).vertical_text);
  EXPECT_FALSE(native.rows.at(0).cells.at(1).vertical_text);
  EXPECT_TRUE(native.rows.at(0).cells.at(2).vertical_text);
}

TEST(DocxTable, WhiteLettersInACellAreSeenOnlyOnShading) {
  const std::string white = "<w:p>" + run("7", "<w:color w:val=\"FFFFFF\"/>") + "</w:p>";
  const auto in_cell = [&](const std::string& content, const std::string& properties = "",
                           const std::string& table_properties = "") {
    std::string body =
        table(1, row("<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + paragraph("end") + "</w:tc>"));
    body.replace(body.find("<w:tblPr/>"), 10, "<w:tblPr>" + table_properties + "</w:tblPr>");
    const std::string styles =
        "<w:style w:type=\"table\" w:styleId=\"Dark\"><w:tblStylePr w:type=\"firstRow\"><w:tcPr><w:shd "
        "w:val=\"clear\" w:fill=\"4472C4\"/></w:tcPr></w:tblStylePr></w:style>"
        "<w:style w:type=\"table\" w:styleId=\"Darker\"><w:basedOn w:val=\"Dark\"/></w:style>"
        "<w:style w:type=\"table\" w:styleId=\"Plain\"><w:tcPr><w:shd w:val=\"clear\" w:fill=\"auto\"/></w:tcPr>"
        "</w:style><w:style w:type=\"paragraph\" w:styleId=\"White\"><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr>"
        "</w:style>";
    const Document document = read(body, styles);
    return grid(std::get<NativeTable>(document.blocks.at(0).value)).at(0) +
           (has_finding(document, "hidden-text", Severity::note) ? " (told)" : "");
  };
  const std::string unseen = "0+1  end (told)", seen = "0+1 7 end";
  const std::string dark = "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"606060\"/>";
  EXPECT_EQ(in_cell(white), unseen);
  EXPECT_EQ(in_cell(white, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FFFFFF\"/>"), unseen);
  EXPECT_EQ(in_cell(white, "", "<w:tblStyle w:val=\"Plain\"/>"), unseen);
  EXPECT_EQ(in_cell(paragraph("7", "<w:pStyle w:val=\"White\"/>")), unseen) << "its style is white";
  EXPECT_EQ(in_cell(white, dark), seen) << "a dark cell";
  EXPECT_EQ(in_cell(white, "<w:shd w:val=\"pct50\" w:color=\"000000\" w:fill=\"auto\"/>"), seen) << "a pattern";
  EXPECT_EQ(in_cell(white, "", "<w:tblStyle w:val=\"Darker\"/>"), seen) << "a table style with dark heads";
  EXPECT_EQ(in_cell(white, "", dark), seen) << "a dark table";
  EXPECT_EQ(in_cell("<w:p><w:pPr>" + dark + "</w:pPr>" + run("7", "<w:color w:val=\"FFFFFF\"/>") + "</w:p>"), seen);
  EXPECT_EQ(in_cell("<w:p>" + run("7", "<w:color w:val=\"FFFFFF\"/><w:highlight w:val=\"black\"/>") + "</w:p>"), seen);
  EXPECT_EQ(in_cell("<w:p>" + run("7", "<w:color w:val=\"FFFF00\"/>") + "</w:p>"), seen) << "yellow";
  EXPECT_EQ(in_cell("<w:p>" + run("7", "<w:color w:val=\"auto\"/>") + "</w:p>"), seen);
  EXPECT_EQ(body_texts(white), (Texts{"7"})) << "outside of tables there may be a picture behind it";
  // A table in a dark cell stands on the dark.
  const std::string inner = table(1, row("<w:tc>" + white + "</w:tc>"));
  const NativeTable outer = only_table(table(1, row("<w:tc><w:tcPr>" + dark + "</w:tcPr>" + inner + "</w:tc>")));
  EXPECT_EQ(grid(std::get<NativeTable>(outer.rows.at(0).cells.at(0).content.at(0).value)), (Texts{"0+1 7"}));
}

TEST(DocxTable, Limits) {
  const auto limited = [](auto member, auto value, const std::string& body) {
    Limits limits;
    limits.*member = value;
    return error_of(make_docx(body), limits);
  };
  EXPECT_EQ(error_of(make_docx(table(2, row(cell("a", "<w:gridSpan w:val=\"2000000000\"/>") + cell("b"))))),
            ErrorCode::limit);
  EXPECT_EQ(limited(&Limits::columns, 2, table(3, row(cell("a")))), ErrorCode::limit);
  EXPECT_EQ(limited(&Limits::table_slots, std::size_t{3}, table(2, row(cell("a")) + row(cell("b")))), ErrorCode::limit);
  const std::string nested = table(1, row("<w:tc>" + table(1, row(cell("x"))) + paragraph("") + "</w:tc>"));
  EXPECT_EQ(limited(&Limits::table_depth, 1, nested), ErrorCode::limit);
  EXPECT_EQ(limited(&Limits::table_depth, 2, nested), std::nullopt);
}

}  // namespace
}  // namespace fubiao
