#include <gtest/gtest.h>

#include "extract/number_format.h"
#include "extract/open.h"
#include "make_docx.h"

namespace fubiao {
namespace {

using test::DocxParts;
using test::make_docx;

std::string level(int ilvl, const std::string& format, const std::string& text, const std::string& more = "",
                  int start = 1) {
  return "<w:lvl w:ilvl=\"" + std::to_string(ilvl) + "\"><w:start w:val=\"" + std::to_string(start) +
         "\"/><w:numFmt w:val=\"" + format + "\"/>" + more + "<w:lvlText w:val=\"" + text + "\"/></w:lvl>";
}

std::string abstract(int id, const std::string& levels) {
  return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\">" + levels + "</w:abstractNum>";
}

std::string num(int id, int abstract_id, const std::string& overrides = "") {
  return "<w:num w:numId=\"" + std::to_string(id) + "\"><w:abstractNumId w:val=\"" + std::to_string(abstract_id) +
         "\"/>" + overrides + "</w:num>";
}

std::string start_override(int ilvl, int value) {
  return "<w:lvlOverride w:ilvl=\"" + std::to_string(ilvl) + "\"><w:startOverride w:val=\"" + std::to_string(value) +
         "\"/></w:lvlOverride>";
}

/// A paragraph "x" of that list and level.
std::string item(int num_id, int ilvl = 0) {
  return test::paragraph("x", "<w:numPr><w:ilvl w:val=\"" + std::to_string(ilvl) + "\"/><w:numId w:val=\"" +
                                  std::to_string(num_id) + "\"/></w:numPr>");
}

std::vector<std::string> texts(const Document& document) {
  std::vector<std::string> out;
  for (const Block& block : document.blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block.value)) out.push_back(paragraph->text);
  }
  return out;
}

std::vector<std::string> read(const std::string& numbering, const std::string& body, const std::string& styles = "") {
  DocxParts parts;
  parts.body = body;
  parts.numbering = numbering;
  parts.styles = styles;
  return texts(read_docx(make_docx(parts), {}));
}

using Texts = std::vector<std::string>;

TEST(Numbering, ChineseHeadings) {
  const std::string numbering =
      abstract(0, level(0, "chineseCounting", "%1、", "<w:suff w:val=\"nothing\"/>") +
                      level(1, "chineseCountingThousand", "（%2）", "<w:suff w:val=\"nothing\"/>") +
                      level(2, "decimal", "%3.")) +
      num(1, 0);
  EXPECT_EQ(read(numbering, item(1) + item(1, 1) + item(1, 2) + item(1, 2) + item(1, 1) + item(1) + item(1, 1)),
            (Texts{"一、x", "（一）x", "1. x", "2. x", "（二）x", "二、x", "（一）x"}));
}

TEST(Numbering, LevelsInOneMark) {
  const std::string numbering = abstract(0, level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1.%2") +
                                                level(2, "decimal", "%1.%2.%3", "<w:isLgl/>")) +
                                num(1, 0);
  EXPECT_EQ(read(numbering, item(1) + item(1) + item(1, 1) + item(1, 2) + item(1, 1)),
            (Texts{"第一章 x", "第二章 x", "二.1 x", "2.1.1 x", "二.2 x"}));
}

TEST(Numbering, ALevelNotYetUsedCountsAsBegun) {
  const std::string numbering = abstract(0, level(0, "decimal", "%1") + level(1, "decimal", "%1.%2")) + num(1, 0);
  EXPECT_EQ(read(numbering, item(1, 1) + item(1, 1)), (Texts{"1.1 x", "1.2 x"}));
}

TEST(Numbering, RestartsAsTheLevelSays) {
  const auto restarting = [&](const std::string& restart) {
    const std::string numbering =
        abstract(0, level(0, "decimal", "%1") + level(1, "decimal", "%2") + level(2, "decimal", "%3", restart)) +
        num(1, 0);
    return read(numbering, item(1) + item(1, 1) + item(1, 2) + item(1, 1) + item(1, 2) + item(1) + item(1, 2)).back();
  };
  EXPECT_EQ(restarting(""), "1 x");
  EXPECT_EQ(restarting("<w:lvlRestart w:val=\"0\"/>"), "3 x");
  EXPECT_EQ(restarting("<w:lvlRestart w:val=\"1\"/>"), "1 x");
}

TEST(Numbering, RestartOnlyAfterTheOuterLevel) {
  const std::string numbering = abstract(0, level(0, "decimal", "%1") + level(1, "decimal", "%2") +
                                                level(2, "decimal", "%3", "<w:lvlRestart w:val=\"1\"/>")) +
                                num(1, 0);
  EXPECT_EQ(read(numbering, item(1) + item(1, 1) + item(1, 2) + item(1, 1) + item(1, 2)),
            (Texts{"1 x", "1 x", "1 x", "2 x", "2 x"}));
}

TEST(Numbering, ListsOfOneDefinitionContinueEachOther) {
  const std::string numbering =
      abstract(0, level(0, "decimal", "%1.")) + num(1, 0) + num(2, 0) + num(3, 0, start_override(0, 7));
  EXPECT_EQ(read(numbering, item(1) + item(2) + item(3) + item(3) + item(1)),
            (Texts{"1. x", "2. x", "7. x", "8. x", "9. x"}));
}

TEST(Numbering, StartAndLevelOverride) {
  const std::string numbering =
      abstract(0, level(0, "decimal", "%1.", "", 5)) + num(1, 0) +
      num(2, 0, "<w:lvlOverride w:ilvl=\"0\">" + level(0, "upperLetter", "%1)") + "</w:lvlOverride>");
  EXPECT_EQ(read(numbering, item(1) + item(2)), (Texts{"5. x", "F) x"}));
}

TEST(Numbering, ThroughParagraphStyles) {
  const std::string numbering = abstract(0, level(0, "chineseCounting", "%1、", "<w:pStyle w:val=\"H1\"/>") +
                                                level(1, "chineseCounting", "（%2）", "<w:pStyle w:val=\"H2\"/>")) +
                                num(1, 0);
  const std::string styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:pPr><w:numPr><w:numId "
      "w:val=\"1\"/></w:numPr></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:pPr><w:numPr><w:numId "
      "w:val=\"1\"/></w:numPr></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Mine\"><w:basedOn w:val=\"H2\"/></w:style>";
  const auto styled = [](const std::string& style, const std::string& more = "") {
    return test::paragraph("x", "<w:pStyle w:val=\"" + style + "\"/>" + more);
  };
  EXPECT_EQ(read(numbering,
                 styled("H1") + styled("H2") + styled("Mine") +
                     styled("H1", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"0\"/></w:numPr>") + styled("H1"),
                 styles),
            (Texts{"一、 x", "（一） x", "（二） x", "x", "二、 x"}));
}

TEST(Numbering, ThroughANumberingStyle) {
  const std::string numbering = abstract(0, "<w:styleLink w:val=\"L\"/>" + level(0, "ideographTraditional", "%1、")) +
                                abstract(1, "<w:numStyleLink w:val=\"L\"/>") + num(1, 0) + num(2, 1);
  const std::string styles =
      "<w:style w:type=\"numbering\" w:styleId=\"L\"><w:pPr><w:numPr><w:numId "
      "w:val=\"1\"/></w:numPr></w:pPr></w:style>";
  EXPECT_EQ(read(numbering, item(2) + item(1), styles), (Texts{"甲、 x", "乙、 x"}));
}

TEST(Numbering, LinksThatGoInCirclesEnd) {
  const std::string numbering = abstract(0, "<w:numStyleLink w:val=\"A\"/>") +
                                abstract(1, "<w:numStyleLink w:val=\"B\"/>") + num(1, 0) + num(2, 1);
  const auto link = [](const std::string& id, const std::string& base, int num_id) {
    return "<w:style w:type=\"numbering\" w:styleId=\"" + id + "\"><w:basedOn w:val=\"" + base +
           "\"/><w:pPr><w:numPr><w:numId w:val=\"" + std::to_string(num_id) + "\"/></w:numPr></w:pPr></w:style>";
  };
  EXPECT_EQ(read(numbering, item(1) + item(2), link("A", "B", 2) + link("B", "A", 1)), (Texts{"x", "x"}));
}

TEST(Numbering, CountsThroughTablesAndNotDeletedOrHiddenParagraphs) {
  const std::string numbering = abstract(0, level(0, "decimal", "%1.")) + num(1, 0);
  const std::string properties = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
  const std::string in_cell = "<w:tc><w:p><w:pPr>" + properties + "</w:pPr></w:p></w:tc>";
  const std::string deleted =
      "<w:p><w:pPr>" + properties +
      "<w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:del><w:r><w:delText>y</w:delText></w:r></w:del></w:p>";
  const std::string hidden =
      "<w:p><w:pPr>" + properties +
      "<w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>y</w:t></w:r></w:p>";
  DocxParts parts;
  parts.numbering = numbering;
  parts.body = item(1) + deleted + hidden + test::table(1, test::row(in_cell) + test::row(in_cell)) + item(1);
  const Document document = read_docx(make_docx(parts), {});
  EXPECT_EQ(texts(document), (Texts{"1. x", "4. x"}));
  const auto& table = std::get<NativeTable>(document.blocks.at(1).value);
  // The mark of an empty paragraph stands alone.
  EXPECT_EQ(std::get<Paragraph>(table.rows.at(1).cells.at(0).content.at(0).value).text, "3.");
}

TEST(Numbering, AnEmptyCellUnderAMergeCountsAndPrintsNothing) {
  const std::string numbered =
      "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p>";
  DocxParts parts;
  parts.numbering = abstract(0, level(0, "decimal", "%1.")) + num(1, 0);
  parts.body = test::table(1, test::row("<w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>" + numbered + "</w:tc>") +
                                  test::row("<w:tc><w:tcPr><w:vMerge/></w:tcPr>" + numbered + "</w:tc>")) +
               item(1);
  const Document document = read_docx(make_docx(parts), {});
  EXPECT_EQ(texts(document), (Texts{"3. x"}));
  const auto& table = std::get<NativeTable>(document.blocks.at(0).value);
  EXPECT_EQ(std::get<Paragraph>(table.rows.at(0).cells.at(0).content.at(0).value).text, "1.");
  EXPECT_EQ(std::get<Paragraph>(table.rows.at(1).cells.at(0).content.at(0).value).text, "");
}

TEST(Numbering, AnUnknownListHasNoMark) {
  EXPECT_EQ(read(abstract(0, ""), item(4)), (Texts{"x"}));
}

TEST(Numbering, BulletsAsUnicode) {
  const auto bullet = [](const std::string& text, const std::string& font) {
    const std::string numbering =
        abstract(0, level(0, "bullet", text,
                          "<w:rPr><w:rFonts w:ascii=\"" + font + "\" w:hAnsi=\"" + font + "\"/></w:rPr>")) +
        num(1, 0);
    return read(numbering, item(1)).front();
  };
  EXPECT_EQ(bullet("&#xF0B7;", "Symbol"), "• x");
  EXPECT_EQ(bullet("&#xF06E;", "Wingdings"), "■ x");
  EXPECT_EQ(bullet("&#xF0D8;", "Wingdings"), "➢ x");
  EXPECT_EQ(bullet("o", "Courier New"), "◦ x");
  EXPECT_EQ(bullet("&#xF123;", "Own"), "• x");
}

TEST(NumberFormat, Formats) {
  const std::vector<std::pair<std::string, std::vector<std::pair<long, std::string>>>> cases = {
      {"decimal", {{0, "0"}, {12, "12"}}},
      {"none", {{1, ""}}},
      {"upperRoman", {{4, "IV"}, {1999, "MCMXCIX"}}},
      {"lowerRoman", {{9, "ix"}}},
      {"upperLetter", {{1, "A"}, {26, "Z"}, {27, "AA"}, {53, "AAA"}}},
      {"lowerLetter", {{3, "c"}}},
      {"decimalZero", {{7, "07"}, {12, "12"}}},
      {"ordinal", {{1, "1st"}, {2, "2nd"}, {11, "11th"}, {23, "23rd"}}},
      {"chineseCounting", {{1, "一"}, {10, "十"}, {11, "十一"}, {20, "二十"}, {21, "二十一"}, {100, "一〇〇"}}},
      {"chineseCountingThousand",
       {{10, "十"},
        {19, "十九"},
        {100, "一百"},
        {101, "一百零一"},
        {110, "一百一十"},
        {111, "一百一十一"},
        {1010, "一千零一十"}}},
      {"chineseLegalSimplified", {{3, "叁"}, {10, "壹拾"}, {25, "贰拾伍"}}},
      {"ideographDigital", {{10, "一〇"}, {25, "二五"}}},
      {"japaneseCounting", {{10, "十"}, {100, "百"}, {101, "百一"}, {110, "百十"}}},
      {"taiwaneseCountingThousand", {{12, "十二"}, {120, "一百二十"}}},
      {"ideographTraditional", {{1, "甲"}, {10, "癸"}, {11, "11"}}},
      {"ideographZodiac", {{1, "子"}, {12, "亥"}, {13, "13"}}},
      {"ideographZodiacTraditional", {{1, "甲子"}, {11, "甲戌"}}},
      {"decimalEnclosedCircle", {{1, "①"}, {20, "⑳"}, {21, "21"}, {0, "0"}}},
      {"decimalEnclosedCircleChinese", {{10, "⑩"}}},
      {"decimalEnclosedParen", {{1, "⑴"}, {20, "⒇"}}},
      {"decimalEnclosedFullstop", {{1, "⒈"}, {20, "⒛"}}},
      {"ideographEnclosedCircle", {{1, "㊀"}, {11, "11"}}},
      {"decimalFullWidth", {{12, "１２"}}},
      {"numberInDash", {{3, "- 3 -"}}},
      {"001, 002, 003, ...", {{7, "007"}}},
      {"unheardOf", {{5, "5"}}},
  };
  for (const auto& [format, values] : cases) {
    for (const auto& [value, expected] : values) EXPECT_EQ(format_number(value, format), expected) << format;
  }
}

}  // namespace
}  // namespace fubiao
