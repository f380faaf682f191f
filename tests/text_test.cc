#include <gtest/gtest.h>

#include <random>

#include "extract/open.h"

namespace fubiao {
namespace {

/// Blocks as text: "¶text" for prose; a table as its rows in braces, cells parted by |.
std::string outline(const std::string& bytes) {
  const Document document = read_text(bytes, {});
  std::string out;
  for (const Block& block : document.blocks) {
    if (const Paragraph* paragraph = std::get_if<Paragraph>(&block.value)) {
      out += "¶" + paragraph->text + "\n";
      continue;
    }
    const NativeTable& table = std::get<NativeTable>(block.value);
    EXPECT_EQ(table.columns, 0);
    for (const NativeRow& row : table.rows) {
      out += "{";
      for (const NativeCell& cell : row.cells) {
        EXPECT_EQ(cell.column, -1);
        out += (&cell == &row.cells.front() ? "" : "|") + std::get<Paragraph>(cell.content.at(0).value).text;
      }
      out += "}";
    }
    out += "\n";
  }
  return out;
}

TEST(Text, TikasRendition) {
  EXPECT_EQ(outline("title\nprose\n\ta\n\tb\n\n\tc\n\t\n\td\n\n\nbehind\n"), "¶title\n¶prose\n{a|b}{c||d}\n¶behind\n");
}

TEST(Text, AllLineEndsAreOne) {
  EXPECT_EQ(outline("title\r\n\ta\r\n\tb\r\n\r\n\r\nbehind\r\n"), "¶title\n{a|b}\n¶behind\n");
  EXPECT_EQ(outline("title\r\ta\r\tb\r\r\rbehind\r"), "¶title\n{a|b}\n¶behind\n");
}

TEST(Text, ALineWithoutTabGoesOnWithTheCell) {
  EXPECT_EQ(outline("\tfirm\nand co\n\tb\n\n\nbehind\n"), "{firm\nand co|b}\n¶behind\n");
}

TEST(Text, AnEmptyParagraphInACellDoesNotEndTheRow) {
  EXPECT_EQ(outline("\tfirm\n\nand co\n\tb\n\n\tc\n\td\n\n\nbehind\n"), "{firm\nand co|b}{c|d}\n¶behind\n");
}

TEST(Text, ProseBehindASqueezedTableIsProse) {
  // No table of this text ends with two empty lines, so one empty line and a line without tab is the end.
  EXPECT_EQ(outline("\ta\n\tb\n\n\tc\n\td\n\nbehind\n\ta\n\n"), "{a|b}{c|d}\n¶behind\n{a}\n");
}

TEST(Text, ATableMayEndWithTheFile) {
  EXPECT_EQ(outline("\ta\n\tb"), "{a|b}\n");
  EXPECT_EQ(outline("\ta\n\tb\n"), "{a|b}\n");
}

TEST(Text, AnIndentedParagraphIsNoCell) {
  EXPECT_EQ(outline("\t这是一段话。\n正文。\n"), "¶这是一段话。\n¶正文。\n");
  EXPECT_EQ(outline("\t这是一段话。\n\ta\n\tb\n\n\tc\n\td\n\n\n"), "¶这是一段话。\n{a|b}{c|d}\n");
}

TEST(Text, BookmarksAreArtefacts) {
  EXPECT_EQ(outline("[bookmark: _GoBack]六、其他\n"), "¶六、其他\n");
  EXPECT_EQ(outline("\t[bookmark: OLE_LINK1][bookmark: OLE_LINK2]0\n\tb\n\n\n"), "{0|b}\n");
  EXPECT_EQ(outline("[bookmark: cut\nhere]\n"), "¶[bookmark: cut\n¶here]\n") << "not one line: no bookmark";
}

TEST(Text, LinesOfTabbedCells) {
  EXPECT_EQ(outline("head\na\tb\tc\n1\t\t3\n\t2\t\nbehind\n"), "¶head\n{a|b|c}{1||3}{|2|}\n¶behind\n");
}

TEST(Text, ABlankRowOfTabsDoesNotEndItsTable) {
  EXPECT_EQ(outline("a\tb\tc\n1\t2\t3\n\t\t\n\t \t\n4\t5\t6\nbehind\n"), "{a|b|c}{1|2|3}{||}{| |}{4|5|6}\n¶behind\n");
  EXPECT_EQ(outline("a\tb\n1\t2\n\nbehind\n"), "{a|b}{1|2}\n¶behind\n") << "an empty line does";
}

TEST(Text, PipeTables) {
  EXPECT_EQ(outline("head\n| a | b |\n|---|---:|\n| 1 | x\\|y |\nbehind\n"), "¶head\n{ a | b }{ 1 | x|y }\n¶behind\n");
}

TEST(Text, OnlyWhiteSpaceIsEmpty) {
  for (const std::string& bytes : {std::string("\n \t\n"), std::string("\xEF\xBB\xBF"),
                                   std::string("\xFF\xFE\x0A\x00", 4), std::string("\xE3\x80\x80\n")}) {
    try {
      read_text(bytes, {});
      FAIL() << "no error";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::empty);
    }
  }
}

TEST(Text, LimitsHold) {
  Limits limits;
  limits.columns = 10;
  std::string wide = "x\n";
  for (int i = 0; i < 11; ++i) wide += "\ta\n";
  EXPECT_THROW(read_text(wide, limits), Error);
  limits.text_bytes = 4;
  EXPECT_THROW(read_text("longer", limits), Error);
}

TEST(Text, NothingButErrorIsThrownAndNothingIsQuadratic) {
  std::string tabs;
  for (int i = 0; i < 300000; ++i) tabs += "[bookmark: \t";
  EXPECT_NO_THROW(read_text(tabs, {}));
  std::mt19937 random(3);
  const std::string alphabet = "\t\n\n\r |a1。[]-\\";
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 200; ++i) text += alphabet[random() % alphabet.size()];
    try {
      read_text(text, {});
    } catch (const Error&) {
    }
  }
}

}  // namespace
}  // namespace fubiao
