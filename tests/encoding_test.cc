#include "extract/encoding.h"

#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include <random>

namespace fubiao {
namespace {

const std::string report =
    "洪湖市政府信息公开工作年度报告\n一、总体情况\n本年度收到申请12件，予以公开。\n\t规章\n\t0\n\t0\n\n行政许可\t55009"
    "\r\n";

std::string encoded(const std::string& utf8, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out(utf8.size() * 4 + 16, '\0');
  const int32_t size = ucnv_convert(encoding, "UTF-8", out.data(), static_cast<int32_t>(out.size()), utf8.data(),
                                    static_cast<int32_t>(utf8.size()), &status);
  EXPECT_TRUE(U_SUCCESS(status)) << encoding;
  out.resize(static_cast<std::size_t>(size));
  return out;
}

void expect_decoded(const std::string& bytes, const std::string& encoding, const std::string& text) {
  const auto decoded = decode_text(bytes);
  ASSERT_TRUE(decoded) << encoding;
  EXPECT_EQ(decoded->encoding, encoding);
  EXPECT_EQ(decoded->text, text);
  EXPECT_EQ(decoded->unreadable, 0u);
}

TEST(Encoding, IsToldByContent) {
  expect_decoded(report, "UTF-8", report);
  expect_decoded("\xEF\xBB\xBF" + report, "UTF-8", report);
  expect_decoded(encoded(report, "gb18030"), "GB18030", report);
  expect_decoded(encoded(report, "gbk"), "GB18030", report);
  expect_decoded(encoded(report, "UTF-16LE"), "UTF-16LE", report);
  expect_decoded(encoded(report, "UTF-16BE"), "UTF-16BE", report);
  expect_decoded("\xFF\xFE" + encoded(report, "UTF-16LE"), "UTF-16LE", report);
  expect_decoded("\xFE\xFF" + encoded(report, "UTF-16BE"), "UTF-16BE", report);
  expect_decoded("plain ASCII\n", "UTF-8", "plain ASCII\n");
}

TEST(Encoding, ShortTextInTheOldEncodingIsSimplifiedChinese) {
  expect_decoded(encoded("规章", "gb18030"), "GB18030", "规章");
  expect_decoded(encoded("\t规章\n\t0\n", "gb18030"), "GB18030", "\t规章\n\t0\n");
}

TEST(Encoding, TraditionalChineseInBig5) {
  std::string text;
  for (int i = 0; i < 8; ++i) text += "政府資訊公開的年度報告，我們不是在這裡處理一個人的申請。國家的機關與個人。\n";
  expect_decoded(encoded(text, "windows-950"), "Big5", text);
}

TEST(Encoding, WhatIsFrequentInBig5TooStaysSimplifiedChinese) {
  // Both ideographs, and the row of the box-drawing characters, are frequent ideographs in Big5.
  const std::string drawn = "┌──┬──┐\n│公开│规章│\n└──┴──┘\n";
  expect_decoded(encoded("公开", "gb18030"), "GB18030", "公开");
  expect_decoded(encoded(drawn, "gb18030"), "GB18030", drawn);
  // Traditional characters in GBK.
  const std::string traditional = "政府資訊公開工作年度報告\n收到申請、處理結果與行政訴訟\n";
  expect_decoded(encoded(traditional, "gbk"), "GB18030", traditional);
}

TEST(Encoding, FewTraditionalCharactersInBig5) {
  expect_decoded(encoded("政府資訊公開工作年度報告\n", "windows-950"), "Big5", "政府資訊公開工作年度報告\n");
}

TEST(Encoding, FourByteSequencesOfGb18030) {
  const std::string text = report + report + "㐂𠀀\n";
  expect_decoded(encoded(text, "gb18030"), "GB18030", text);
}

TEST(Encoding, ADamagedByteDoesNotLoseTheReport) {
  std::string bytes;
  for (int i = 0; i < 20; ++i) bytes += report;
  bytes[100] = '\xFF';
  const auto decoded = decode_text(bytes);
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->encoding, "UTF-8");
  EXPECT_GT(decoded->unreadable, 0u);
  EXPECT_NE(decoded->text.find("行政许可"), std::string::npos);
}

TEST(Encoding, ThePartOfAFileMayEndInsideACharacter) {
  for (const char* encoding : {"UTF-8", "gb18030", "UTF-16LE"}) {
    std::string bytes = encoding == std::string("UTF-8") ? report : encoded(report, encoding);
    for (std::size_t cut = 1; cut < 8; ++cut) {
      const auto decoded = decode_text(bytes.substr(0, bytes.size() - cut), true);
      ASSERT_TRUE(decoded) << encoding << cut;
      EXPECT_EQ(decoded->text.substr(0, 30), report.substr(0, 30)) << encoding << cut;
    }
  }
}

TEST(Encoding, RandomBytesAreNoText) {
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    std::string bytes(4096, '\0');
    for (char& c : bytes) c = static_cast<char>(random() & 0xFF);
    EXPECT_FALSE(decode_text(bytes)) << round;
  }
  EXPECT_FALSE(decode_text(std::string(1000, '\0')));
}

}  // namespace
}  // namespace fubiao
