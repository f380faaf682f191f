#include "extract/pdf_string.h"

#include <gtest/gtest.h>

namespace fubiao {
namespace {

using namespace std::string_literals;

TEST(PdfString, EveryEncodingInUseIsRead) {
  EXPECT_EQ(pdf_text_string("Writer"), "Writer");
  EXPECT_EQ(pdf_text_string("\xFE\xFF\x5E\x74\x62\xA5"s), "年报") << "UTF-16BE";
  EXPECT_EQ(pdf_text_string("\xFF\xFE\x74\x5E\xA5\x62"s), "年报") << "UTF-16LE, as WPS writes";
  EXPECT_EQ(pdf_text_string("年报"), "年报") << "UTF-8";
  EXPECT_EQ(pdf_text_string("\xC4\xEA\xB1\xA8"s), "年报") << "bare GBK";
}

TEST(PdfString, AnOddByteAtTheEndIsDropped) {
  EXPECT_EQ(pdf_text_string("\xFE\xFF\x5E\x74\x62"s), "年");
}

TEST(PdfString, CharactersBeyondTheBasicPlaneAreWhole) {
  EXPECT_EQ(pdf_text_string("\xFE\xFF\xD8\x42\xDF\xB7"s), "𠮷");
}

}  // namespace
}  // namespace fubiao
