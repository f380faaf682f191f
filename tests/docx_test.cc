#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "docx_reading.h"

namespace fubiao {
namespace {

using namespace test;

// ---- text ------------------------------------------------------------------------------------------------------

TEST(DocxText, RunsSplitAnywhereAreOneText) {
  EXPECT_EQ(line(run("本年新") + "<w:proofErr w:type=\"spellStart\"/>" + run("收 1") + run("2")), "本年新收 12");
}

TEST(DocxText, SpaceAtTheEndsCountsOnlyWherePreserved) {
  EXPECT_EQ(line("<w:r><w:t> a </w:t></w:r><w:r><w:t xml:space=\"preserve\"> b </w:t></w:r>"), "a b ");
}

TEST(DocxText, BreaksTabsAndHyphens) {
  EXPECT_EQ(line("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t><w:tab/><w:t>d</w:t><w:softHyphen/>"
                 "<w:t>e</w:t><w:noBreakHyphen/><w:t>f</w:t><w:br w:type=\"page\"/><w:t>g</w:t></w:r>"),
            "a\nb\nc\tde\xE2\x80\x91"
            "f\ng");
}

TEST(DocxText, APageBreakAtTheEndsIsNoText) {
  const std::string page = "<w:r><w:br w:type=\"page\"/></w:r>";
  EXPECT_EQ(line(page + run("a") + page + run("b") + page), "a\nb");
  EXPECT_EQ(line(page), "");
}

TEST(DocxText, ADropCapBeginsTheNextParagraph) {
  EXPECT_EQ(body_texts(paragraph("本", "<w:framePr w:dropCap=\"drop\"/>") + paragraph("年度")), (Texts{"本年度"}));
}

TEST(DocxText, WrappersAreTransparent) {
  EXPECT_EQ(line("<w:hyperlink>" + run("a") + "</w:hyperlink><w:smartTag>" + run("b") + "</w:smartTag><w:customXml>" +
                 run("c") + "</w:customXml><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + run("d") +
                 "</w:sdtContent></w:sdt>"),
            "abcd");
  EXPECT_EQ(body_texts("<w:sdt><w:sdtContent>" + paragraph("a") + "</w:sdtContent></w:sdt><w:customXml>" +
                       paragraph("b") + "</w:customXml>"),
            (Texts{"a", "b"}));
}

TEST(DocxText, RubyGivesItsBase) {
  EXPECT_EQ(
      line("<w:r><w:ruby><w:rt>" + run("pin") + "</w:rt><w:rubyBase>" + run("拼") + "</w:rubyBase></w:ruby></w:r>"),
      "拼");
}

TEST(DocxText, SymbolsAsUnicode) {
  EXPECT_EQ(line("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:sym w:font=\"Wingdings 2\" w:char=\"F0A3\"/>"
                 "<w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:sym w:font=\"Own\" w:char=\"F041\"/></w:r>"),
            "☑□≥\xEF\x81\x81");
  EXPECT_EQ(line(run("\xEF\x83\xBC", "<w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/>")), "✓");
}

TEST(DocxText, ARaisedMarkNeverBecomesADigitOfTheNumber) {
  EXPECT_EQ(line(run("12") + run("3", "<w:vertAlign w:val=\"superscript\"/>")), "12³");
  EXPECT_EQ(line(run("12") + run("[3]", "<w:vertAlign w:val=\"subscript\"/>")), "12[₃]");
  EXPECT_EQ(line(run("12") + "<w:r><w:rPr><w:rStyle w:val=\"Mark\"/></w:rPr><w:t>4</w:t></w:r>",
                 "<w:style w:type=\"character\" w:styleId=\"Mark\"><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>"
                 "</w:style>"),
            "12⁴");
}

TEST(DocxText, AParagraphRaisedAsAWholeIsNotRaised) {
  EXPECT_EQ(line(run("1", "<w:vertAlign w:val=\"superscript\"/>") + run("2", "<w:vertAlign w:val=\"superscript\"/>")),
            "12");
}

TEST(DocxText, MarksOfNotesAreDropped) {
  EXPECT_EQ(line(run("12") +
                 "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteReference w:id=\"2\"/>"
                 "</w:r><w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"3\"/><w:t>7</w:t></w:r>" +
                 run("件")),
            "12件");
}

TEST(DocxText, FormulasDoNotRunTogether) {
  EXPECT_EQ(line("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
                 "</m:oMath>" +
                 run(" ") +
                 "<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>3</m:t></m:r></m:sup></m:sSup>"
                 "</m:oMath>"),
            "1/2 10³");
}

TEST(DocxText, LimitOfText) {
  Limits limits;
  limits.text_bytes = 10;
  EXPECT_EQ(error_of(make_docx(paragraph("12345") + paragraph("123456")), limits), ErrorCode::limit);
}

// ---- hidden, deleted, moved ------------------------------------------------------------------------------------

TEST(DocxHidden, DirectAndThroughStyles) {
  const std::string styles =
      "<w:style w:type=\"character\" w:styleId=\"Gone\"><w:rPr><w:vanish/></w:rPr></w:style>"
      "<w:style w:type=\"character\" w:styleId=\"GoneToo\"><w:basedOn w:val=\"Gone\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Secret\"><w:rPr><w:vanish/></w:rPr></w:style>";
  EXPECT_EQ(line(run("a") + run("x", "<w:vanish/>") + run("x", "<w:rStyle w:val=\"GoneToo\"/>") +
                     run("b", "<w:rStyle w:val=\"Gone\"/><w:vanish w:val=\"0\"/>") + run("c", "<w:webHidden/>") +
                     run("d", "<w:vanish w:val=\"false\"/>"),
                 styles),
            "abcd");
  const Document document = read(paragraph("x", "<w:pStyle w:val=\"Secret\"/>") + paragraph("seen"), styles);
  EXPECT_EQ(texts(document.blocks), (Texts{"seen"}));
  EXPECT_TRUE(has_finding(document, "hidden-text", Severity::note));
}

TEST(DocxHidden, StylesToggle) {
  // ECMA-376 part 1 §17.7.3: hidden in the paragraph style and in the character style is shown.
  const std::string styles =
      "<w:style w:type=\"character\" w:styleId=\"C\"><w:rPr><w:vanish/></w:rPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"P\"><w:rPr><w:vanish/></w:rPr></w:style>";
  EXPECT_EQ(line("<w:pPr><w:pStyle w:val=\"P\"/><w:rPr><w:vanish w:val=\"0\"/></w:rPr></w:pPr>" + run("x") +
                     run("y", "<w:rStyle w:val=\"C\"/>"),
                 styles),
            "y");
}

TEST(DocxRevisions, TheFinalVersionIsRead) {
  const Document document = read("<w:p>" + run("1") + "<w:ins w:id=\"1\">" + run("2") +
                                 "<w:del w:id=\"2\"><w:r><w:delText>9</w:delText></w:r></w:del></w:ins>"
                                 "<w:del w:id=\"3\"><w:r><w:delText>8</w:delText></w:r></w:del>"
                                 "<w:moveFrom w:id=\"4\">" +
                                 run("7") + "</w:moveFrom><w:moveTo w:id=\"5\">" + run("3") + "</w:moveTo></w:p>");
  EXPECT_EQ(texts(document.blocks), (Texts{"123"}));
  EXPECT_TRUE(has_finding(document, "tracked-changes", Severity::note));
  EXPECT_FALSE(has_finding(read(paragraph("x")), "tracked-changes", Severity::note));
}

TEST(DocxRevisions, ADeletedParagraphMarkJoinsTheParagraphs) {
  const std::string gone = "<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>";
  EXPECT_EQ(body_texts("<w:p>" + gone + run("a") + "</w:p>" + paragraph("b") + paragraph("c")), (Texts{"ab", "c"}));
  EXPECT_EQ(body_texts("<w:p>" + gone + "</w:p>" + paragraph("b")), (Texts{"b"}));
  EXPECT_EQ(body_texts(paragraph("b") + "<w:p>" + gone + run("last") + "</w:p>"), (Texts{"b", "last"}));
  EXPECT_EQ(body_texts("<w:p>" + gone + run("a") + "</w:p>" + table(1, row(cell("1"))) + paragraph("b")),
            (Texts{"a", "<table>", "b"}));
}

TEST(DocxRevisions, OldPropertiesAreNotRead) {
  const Document document = read(
      "<w:p><w:pPr><w:jc w:val=\"left\"/><w:pPrChange w:id=\"1\"><w:pPr><w:jc w:val=\"center\"/></w:pPr></w:pPrChange>"
      "</w:pPr><w:r><w:rPr><w:rPrChange w:id=\"2\"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>x</w:t></w:r>"
      "</w:p>");
  EXPECT_EQ(texts(document.blocks), (Texts{"x"}));
  EXPECT_FALSE(std::get<Paragraph>(document.blocks.at(0).value).centred);
}

// ---- text boxes ------------------------------------------------------------------------------------------------

TEST(DocxTextBox, FollowsItsParagraphOnce) {
  const std::string box = "<w:txbxContent>" + paragraph("in the box") + "</w:txbxContent>";
  const std::string both = "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><wps:txbx>" +
                           box +
                           "</wps:txbx></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>" +
                           box + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
  EXPECT_EQ(body_texts("<w:p>" + run("before ") + both + run("behind") + "</w:p>" + paragraph("next")),
            (Texts{"before behind", "in the box", "next"}));
  EXPECT_EQ(body_texts("<w:p><w:r><w:pict><v:shape><v:textbox>" + box + "</v:textbox></v:shape></w:pict></w:r></w:p>"),
            (Texts{"", "in the box"}));
  EXPECT_EQ(
      body_texts("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:pict><v:textbox>" + box + "</v:textbox></w:pict></w:r></w:p>"),
      (Texts{""}));
}

TEST(DocxTextBox, HoldsTables) {
  EXPECT_EQ(body_texts("<w:p><w:r><w:pict><v:textbox><w:txbxContent>" + table(1, row(cell("1"))) +
                       "</w:txbxContent></v:textbox></w:pict></w:r></w:p>"),
            (Texts{"", "<table>"}));
}

TEST(DocxTextBox, WordsOfWordArt) {
  EXPECT_EQ(body_texts("<w:p><w:r><w:pict><v:shape><v:textpath string=\"年度报告\"/></v:shape></w:pict></w:r></w:p>"),
            (Texts{"", "年度报告"}));
}

// ---- paragraph properties --------------------------------------------------------------------------------------

TEST(DocxParagraph, OutlineSizeAndAlignmentThroughStyles) {
  const std::string styles =
      "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"21\"/></w:rPr></w:rPrDefault></w:docDefaults>"
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:name w:val=\"Normal\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"T\"><w:basedOn w:val=\"N\"/><w:pPr><w:jc w:val=\"center\"/></w:pPr>"
      "<w:rPr><w:sz w:val=\"44\"/></w:rPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"U\"><w:basedOn w:val=\"T\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"2\"><w:name w:val=\"heading 2\"/><w:basedOn w:val=\"N\"/></w:style>";
  const Document document =
      read(paragraph("a") + paragraph("b", "<w:pStyle w:val=\"U\"/>") +
               paragraph("c", "<w:pStyle w:val=\"U\"/><w:jc w:val=\"left\"/><w:outlineLvl w:val=\"0\"/>") +
               paragraph("d", "<w:pStyle w:val=\"2\"/>") + paragraph("e", "<w:outlineLvl w:val=\"9\"/>") + "<w:p>" +
               run("small", "<w:sz w:val=\"18\"/>") + run("large", "<w:sz w:val=\"32\"/>") + "</w:p>",
           styles);
  const auto at = [&](std::size_t i) { return std::get<Paragraph>(document.blocks.at(i).value); };
  EXPECT_EQ(at(0).size, 10.5);
  EXPECT_FALSE(at(0).centred);
  EXPECT_EQ(at(1).size, 22);
  EXPECT_TRUE(at(1).centred);
  EXPECT_EQ(at(1).outline_level, 0);
  EXPECT_FALSE(at(2).centred);
  EXPECT_EQ(at(2).outline_level, 1);
  EXPECT_EQ(at(3).outline_level, 2);
  EXPECT_EQ(at(4).outline_level, 0);
  EXPECT_EQ(at(5).size, 16);
}

TEST(DocxParagraph, StylesThatAreBasedOnEachOtherEnd) {
  const std::string styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/><w:rPr><w:sz "
      "w:val=\"30\"/></w:rPr></w:style>";
  const Document document = read(paragraph("x", "<w:pStyle w:val=\"A\"/>"), styles);
  EXPECT_EQ(std::get<Paragraph>(document.blocks.at(0).value).size, 15);
}

// ---- the package -----------------------------------------------------------------------------------------------

TEST(DocxPackage, StrictNamespaces) {
  DocxParts parts;
  parts.strict = true;
  parts.body = table(1, row(cell("12"))) + paragraph("x", "<w:pStyle w:val=\"C\"/>");
  parts.styles = "<w:style w:type=\"paragraph\" w:styleId=\"C\"><w:rPr><w:sz w:val=\"10.5pt\"/></w:rPr></w:style>";
  const Document document = read_docx(make_docx(parts), {});
  EXPECT_EQ(texts(document.blocks), (Texts{"<table>", "x"}));
  EXPECT_EQ(std::get<Paragraph>(document.blocks.at(1).value).size, 10.5);
}

TEST(DocxPackage, PartsAreFoundThroughRelationships) {
  DocxParts parts;
  parts.body = paragraph("x", "<w:pStyle w:val=\"C\"/>");
  parts.styles = "<w:style w:type=\"paragraph\" w:styleId=\"C\"><w:pPr><w:jc w:val=\"center\"/></w:pPr></w:style>";
  test::ZipParts files = test::docx_parts(parts);
  for (auto& [name, content] : files) {
    if (name == "word/document.xml") name = "正文/main.xml";
    if (name == "word/_rels/document.xml.rels") name = "正文/_rels/main.xml.rels";
    if (name == "word/styles.xml") name = "look.xml";
    const auto replace = [&](const std::string& from, const std::string& to) {
      const std::size_t at = content.find(from);
      if (at != std::string::npos) content.replace(at, from.size(), to);
    };
    if (name == "_rels/.rels") replace("word/document.xml", "/%E6%AD%A3%E6%96%87/main.xml");
    if (name == "正文/_rels/main.xml.rels") replace("styles.xml", "..\\look.xml");
  }
  const Document document = read_docx(make_zip(files), {});
  EXPECT_TRUE(std::get<Paragraph>(document.blocks.at(0).value).centred);
}

TEST(DocxPackage, Properties) {
  DocxParts parts;
  parts.body = paragraph("x");
  parts.core = "<dc:title> 年度报告 </dc:title><dc:creator>甲</dc:creator>";
  parts.app = "<Company>某局</Company><Application>Microsoft Office Word</Application><AppVersion>16.0000</AppVersion>";
  const Properties properties = read_docx(make_docx(parts), {}).properties;
  EXPECT_EQ(properties.title, "年度报告");
  EXPECT_EQ(properties.author, "甲");
  EXPECT_EQ(properties.company, "某局");
  EXPECT_EQ(properties.producer, "Microsoft Office Word 16.0");
}

TEST(DocxPackage, OtherContainersAreNamed) {
  const auto message = [](const test::ZipParts& files) -> std::string {
    try {
      read_docx(make_zip(files), {});
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::unsupported);
      return error.what();
    }
    return "";
  };
  const auto package = [](const std::string& target) {
    return R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target=")" +
           target + R"("/></Relationships>)";
  };
  EXPECT_NE(message({{"_rels/.rels", package("xl/workbook.xml")}, {"xl/workbook.xml", "<workbook/>"}}).find("Excel"),
            std::string::npos);
  EXPECT_NE(message({{"_rels/.rels", package("ppt/p.xml")}, {"ppt/p.xml", "<p/>"}}).find("PowerPoint"),
            std::string::npos);
  EXPECT_NE(
      message({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<a/>"}}).find("OpenDocument"),
      std::string::npos);
  EXPECT_NE(message({{"readme.txt", "x"}}).find("ZIP"), std::string::npos);
}

TEST(DocxPackage, DamageIsToldApart) {
  EXPECT_EQ(error_of("PK\x03\x04"), ErrorCode::damaged);
  test::ZipParts files = test::docx_parts({"<w:p/>", "", "<w:style>", "", "", false});
  for (auto& [name, content] : files) {
    if (name == "word/document.xml") content.resize(content.size() - 20);
  }
  EXPECT_EQ(error_of(make_zip(files)), ErrorCode::damaged);
}

TEST(DocxPackage, BrokenStylesAreAFindingAndTheTextIsRead) {
  DocxParts parts;
  parts.body = paragraph("x");
  parts.styles = "<w:style>";
  const Document document = read_docx(make_docx(parts), {});
  EXPECT_EQ(texts(document.blocks), (Texts{"x"}));
  EXPECT_TRUE(has_finding(document, "unread-part", Severity::error));
}

TEST(DocxPackage, MergesOfTheBlankForm) {
  const std::filesystem::path file = std::filesystem::path(FUBIAO_SHARED) / "reports" / "blank-form-2021.docx";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "the folder of shared reports is not there";
  std::ifstream stream(file, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
  int restarts = 0;
  int continued = 0;
  int widest = 0;
  for (const Block& block : read_docx(bytes, {}).blocks) {
    const auto* native = std::get_if<NativeTable>(&block.value);
    if (native == nullptr) continue;
    for (const NativeRow& native_row : native->rows) {
      int covered = 0;
      for (const NativeCell& one : native_row.cells) {
        EXPECT_EQ(one.column, covered);
        covered += one.span;
        restarts += one.merge == VerticalMerge::restart ? 1 : 0;
        continued += one.merge == VerticalMerge::continued ? 1 : 0;
        widest = std::max(widest, one.span);
      }
      EXPECT_EQ(covered, native->columns);
    }
  }
  EXPECT_EQ(restarts, 13);
  EXPECT_EQ(continued, 45);
  EXPECT_EQ(widest, 10);
}

}  // namespace
}  // namespace fubiao
