#include "extract/zip.h"

#include <gtest/gtest.h>

#include "extract/ole.h"
#include "make_docx.h"

namespace fubiao {
namespace {

using test::make_zip;

ErrorCode code_of_read(const std::string& bytes, const std::string& part, const Limits& limits = {}) {
  try {
    Zip zip(bytes, limits);
    zip.read(part);
  } catch (const Error& error) {
    return error.code();
  }
  ADD_FAILURE() << "no error";
  return ErrorCode::empty;
}

TEST(Zip, ReadsAPart) {
  const std::string bytes = make_zip({{"a/b.xml", "one"}, {"c.xml", std::string(100000, 'x')}});
  Zip zip(bytes, {});
  EXPECT_TRUE(zip.findings().empty());
  EXPECT_EQ(zip.read("a/b.xml"), "one");
  EXPECT_EQ(zip.read("c.xml"), std::string(100000, 'x'));
  EXPECT_FALSE(zip.contains("d.xml"));
}

TEST(Zip, FindsPartsWhateverTheSlashesAndLetters) {
  const std::string bytes = make_zip({{"Word\\Document.XML", "text"}});
  Zip zip(bytes, {});
  EXPECT_EQ(zip.read("word/document.xml"), "text");
  EXPECT_EQ(zip.read("/word/document.xml"), "text");
}

TEST(Zip, AnExactNameWinsOverOneInOtherLetters) {
  const std::string bytes = make_zip({{"A.xml", "upper"}, {"a.xml", "lower"}});
  Zip zip(bytes, {});
  EXPECT_EQ(zip.read("a.xml"), "lower");
  EXPECT_EQ(zip.read("A.xml"), "upper");
}

TEST(Zip, NoZipIsDamaged) {
  EXPECT_EQ(code_of_read("", "a"), ErrorCode::damaged);
  EXPECT_EQ(code_of_read("PK\x03\x04 and nothing more", "a"), ErrorCode::damaged);
}

TEST(Zip, AMissingPartIsDamaged) {
  EXPECT_EQ(code_of_read(make_zip({{"a", "1"}}), "b"), ErrorCode::damaged);
}

TEST(Zip, APartThatIsThereTwiceIsRefusedAndTheOthersAreRead) {
  const std::string bytes = make_zip({{"a.xml", "first"}, {"a.xml", "second"}, {"b.xml", "other"}});
  Zip zip(bytes, {});
  ASSERT_EQ(zip.findings().size(), 1u);
  EXPECT_EQ(zip.findings()[0].code, "inconsistent-container");
  EXPECT_EQ(zip.read("b.xml"), "other");
  EXPECT_EQ(code_of_read(bytes, "a.xml"), ErrorCode::damaged);
}

TEST(Zip, AWrongChecksumIsDamaged) {
  // Stored, not deflated: too short to shrink. The content lies in the clear, so that it can be changed in place.
  std::string bytes = make_zip({{"a", "ab"}});
  const std::size_t at = bytes.find("ab");
  ASSERT_NE(at, std::string::npos);
  bytes[at] = 'X';
  EXPECT_EQ(code_of_read(bytes, "a"), ErrorCode::damaged);
}

TEST(Zip, ADeclaredSizeBeyondTheLimitIsRefused) {
  Limits limits;
  limits.part_bytes = 1000;
  EXPECT_EQ(code_of_read(make_zip({{"a", std::string(1001, 'x')}}), "a", limits), ErrorCode::limit);
}

TEST(Zip, AllPartsTogetherAreBounded) {
  Limits limits;
  limits.unpacked_bytes = 1500;
  const std::string bytes = make_zip({{"a", std::string(1000, 'x')}, {"b", std::string(1000, 'y')}});
  Zip zip(bytes, limits);
  EXPECT_EQ(zip.read("a").size(), 1000u);
  EXPECT_THROW(zip.read("b"), Error);
}

TEST(Zip, AHugeRatioIsRefused) {
  // 40 MiB of one letter pack to about 40 kB: far beyond 400 : 1 after the first 16 MiB.
  EXPECT_EQ(code_of_read(make_zip({{"a", std::string(40u << 20, 'x')}}), "a"), ErrorCode::limit);
}

TEST(Zip, ADeclaredSizeThatLiesIsNotBelieved) {
  // The central directory says 10 bytes, the stream unpacks to 100,000.
  std::string bytes = make_zip({{"a", std::string(100000, 'x')}});
  const std::size_t central = bytes.find("PK\x01\x02");
  ASSERT_NE(central, std::string::npos);
  for (std::size_t i = 0; i < 4; ++i) bytes[central + 24 + i] = i == 0 ? '\x0A' : '\0';
  for (std::size_t i = 0; i < 4; ++i) bytes[22 + i] = i == 0 ? '\x0A' : '\0';
  EXPECT_EQ(code_of_read(bytes, "a"), ErrorCode::damaged);
}

/// A compound file of one directory sector, with one stream of that name.
std::string ole_with(std::string_view stream) {
  std::string bytes(1024, '\0');
  bytes.replace(0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  for (std::size_t i = 0; i < stream.size(); ++i) bytes[512 + 128 + 2 * i] = stream[i];
  bytes[512 + 128 + 64] = static_cast<char>((stream.size() + 1) * 2);
  bytes[512 + 128 + 66] = 2;
  return bytes;
}

TEST(Ole, KindsAreToldByTheirStreams) {
  EXPECT_EQ(classify_ole(ole_with("EncryptedPackage")), OleKind::encrypted_package);
  EXPECT_EQ(classify_ole(ole_with("WordDocument")), OleKind::word);
  EXPECT_EQ(classify_ole(ole_with("Workbook")), OleKind::spreadsheet);
  EXPECT_EQ(classify_ole(ole_with("PowerPoint Document")), OleKind::presentation);
  EXPECT_EQ(classify_ole(ole_with("Other")), OleKind::other);
  EXPECT_EQ(classify_ole("PK\x03\x04"), OleKind::none);
  EXPECT_EQ(classify_ole(ole_with("EncryptedPackage").substr(0, 700)), OleKind::other);
}

TEST(Ole, ErrorsSayWhatTheFileIs) {
  EXPECT_EQ(ole_error(OleKind::encrypted_package).code(), ErrorCode::encrypted);
  EXPECT_EQ(ole_error(OleKind::word).code(), ErrorCode::unsupported);
  EXPECT_NE(std::string(ole_error(OleKind::word).what()).find(".doc"), std::string::npos);
}

}  // namespace
}  // namespace fubiao
