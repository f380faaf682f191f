#include "layout/join.h"

#include <gtest/gtest.h>
#include <unicode/normalizer2.h>

namespace fubiao {
namespace {

TEST(Tidy, ChineseIsSetSolid) {
  EXPECT_EQ(tidy("总  计"), "总计");
  EXPECT_EQ(tidy("2023 年 度"), "2023年度");
  EXPECT_EQ(tidy("（1） 主动　公开"), "（1）主动公开");
  EXPECT_EQ(tidy("规范\n性文件"), "规范性文件");
  EXPECT_EQ(tidy("1. 属于国家秘密"), "1.属于国家秘密");
}

TEST(Tidy, LatinWordsKeepOneSpace) {
  EXPECT_EQ(tidy("  Annual   report\t2023 "), "Annual report 2023");
  EXPECT_EQ(tidy("two\nlines"), "two lines");
  EXPECT_EQ(tidy("Straße\u00A0drei"), "Straße drei");
  EXPECT_EQ(tidy("한국 정부"), "한국 정부") << "Korean parts its words";
}

TEST(Tidy, SharedSymbolsTakeAfterTheirNeighbours) {
  EXPECT_EQ(tidy("危及 “ 三安全 ” 一稳定"), "危及“三安全”一稳定");
  EXPECT_EQ(tidy("said “hello” to me"), "said “hello” to me");
  EXPECT_EQ(tidy("中国 — 北京"), "中国—北京");
  EXPECT_EQ(tidy("a — b"), "a — b");
}

TEST(Tidy, GroupsOfDigitsAreNeverRunTogether) {
  EXPECT_EQ(tidy("55\n009"), "55 009");
  EXPECT_EQ(tidy("1 234"), "1 234");
  EXPECT_EQ(tidy("１２ ３４"), "１２ ３４") << "full-width digits";
  EXPECT_EQ(tidy("第 ３ 项"), "第３项");
}

TEST(Tidy, HyphenAtTheEndOfALine) {
  EXPECT_EQ(tidy("Chloro-\nalkanes"), "Chloro-alkanes");
  EXPECT_EQ(tidy("inter\u00AD\nnational"), "international");
  EXPECT_EQ(tidy("pages 12 -\n14"), "pages 12 - 14");
}

TEST(Tidy, InvisibleCharactersGoAndTheRestIsNfc) {
  EXPECT_EQ(tidy("\uFEFF规\u200B章\u00AD"), "规章");
  EXPECT_EQ(tidy(std::string("a\0b\x7F", 4)), "ab");
  EXPECT_EQ(tidy("e\u0301té"), "été");
  EXPECT_EQ(tidy("\u304B\u3099"), "\u304C") << "kana with a combining mark";
  EXPECT_EQ(tidy("\uF900"), "\u8C48") << "compatibility ideograph U+F900";
  EXPECT_EQ(tidy(" \xE3\x80\x80\t\n"), "");
}

TEST(Tidy, IllFormedBytesBecomeReplacementCharacters) {
  EXPECT_EQ(tidy("a\xFF\xE4\xBD"), "a\uFFFD\uFFFD");
}

TEST(Tidy, OnceIsEnough) {
  for (const char* text : {"总  计 a b“ c ”中", "—  — 中", "12 ３ 4-\nb", "e \u0301"}) {
    EXPECT_EQ(tidy(tidy(text)), tidy(text)) << text;
  }
}

// What tidy takes for stable under NFC without asking must be so: every code point, alone and before a combining mark.
TEST(Tidy, AgreesWithIcuOnEveryCodePoint) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  ASSERT_TRUE(U_SUCCESS(status));
  for (char32_t c = 0x21; c < 0x30000; ++c) {
    if ((c >= 0xD800 && c < 0xE000) || is_white(c) || is_invisible(c)) continue;
    std::string text;
    append_utf8(text, c);
    std::string expected;
    icu::StringByteSink<std::string> sink(&expected);
    nfc->normalizeUTF8(0, text, sink, nullptr, status);
    ASSERT_EQ(tidy(text), expected) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(Lines, PrintKeepsThemTextJoinsThem) {
  EXPECT_EQ(print_lines({"", "商业 ", "企业", " "}), "商业 \n企业");
  EXPECT_EQ(join_lines({"", "商业 ", "企业", " "}), "商业企业");
  EXPECT_EQ(join_lines({"55", "009"}), "55 009");
  EXPECT_EQ(join_lines({}), "");
}

TEST(Utf8, RoundTrip) {
  std::u32string all;
  for (char32_t c = 1; c < 0x110000; c += 97) {
    if (c < 0xD800 || c > 0xDFFF) all += c;
  }
  EXPECT_EQ(to_u32(to_utf8(all)), all);
  EXPECT_EQ(to_u32("\xED\xA0\x80"), U"\uFFFD\uFFFD\uFFFD") << "a surrogate is ill-formed";
  EXPECT_EQ(to_u32("\xF0\x9F\x98x"), U"\uFFFDx") << "one mark for one truncated sequence";
}

}  // namespace
}  // namespace fubiao
