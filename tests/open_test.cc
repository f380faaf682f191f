#include "extract/open.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace fubiao {
namespace {

using std::string_literals::operator""s;

std::pair<ErrorCode, std::string> failure(const std::string& bytes) {
  try {
    sniff(bytes);
  } catch (const Error& error) {
    return {error.code(), error.what()};
  }
  ADD_FAILURE() << "no error";
  return {};
}

TEST(Sniff, SupportedFormats) {
  EXPECT_EQ(sniff("%PDF-1.4\n"), Format::pdf);
  EXPECT_EQ(sniff(std::string(500, '\n') + "%PDF-1.4\n"), Format::pdf);
  EXPECT_EQ(sniff("PK\3\4rest"), Format::docx);
  EXPECT_EQ(sniff("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), Format::docx) << "the reader of DOCX says what it really is";
  EXPECT_EQ(sniff("规章\n"), Format::text);
  EXPECT_EQ(sniff("\xB9\xE6\xD5\xC2\n"), Format::text) << "GB18030";
}

TEST(Sniff, ForeignFormatsAreNamed) {
  const std::pair<std::string, std::string> cases[] = {
      {"\x89PNG\r\n\x1A\n", "PNG"},
      {"\xFF\xD8\xFF\xE0", "JPEG"},
      {"II*\0\0\0"s, "TIFF"},
      {"MM\0*\0"s, "TIFF"},
      {"{\\rtf1\\ansi", "RTF"},
      {"  <!DOCTYPE HTML><p>x", "HTML"},
      {"\xEF\xBB\xBF<html>", "HTML"},
      {"<?xml version=\"1.0\"?>", "XML"},
      {"GIF89a", "GIF"},
      {"RIFF\x10\0\0\0WEBP"s, "WebP"},
  };
  for (const auto& [bytes, what] : cases) {
    const auto [code, message] = failure(bytes);
    EXPECT_EQ(code, ErrorCode::unsupported) << what;
    EXPECT_NE(message.find(what), std::string::npos) << message;
  }
  EXPECT_EQ(failure(std::string(300, '\x01')).first, ErrorCode::unsupported);
}

TEST(Sniff, Empty) {
  EXPECT_EQ(failure("").first, ErrorCode::empty);
  EXPECT_EQ(failure(" \r\n\t").first, ErrorCode::empty);
  EXPECT_EQ(failure("\xEF\xBB\xBF\n").first, ErrorCode::empty);
}

TEST(Open, AWrongExtensionIsANote) {
  const Document document = open({"report.PDF", "规章\n"});
  EXPECT_EQ(document.format, Format::text);
  ASSERT_EQ(document.findings.size(), 1u);
  EXPECT_EQ(document.findings[0].code, "wrong-extension");
  EXPECT_EQ(document.findings[0].severity, Severity::note);
  for (const char* path : {"report.txt", "-", "a.pdf/report", "report.2023", "report.TXT"}) {
    EXPECT_TRUE(open({path, "规章\n"}).findings.empty()) << path;
  }
}

ErrorCode load_failure(const std::filesystem::path& path, const Limits& limits = {}) {
  try {
    load(path, path.string(), limits);
  } catch (const Error& error) {
    return error.code();
  }
  ADD_FAILURE() << "no error";
  return ErrorCode::damaged;
}

TEST(Load, FailuresHaveTheirCodes) {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "fubiao_open_test";
  std::filesystem::create_directories(folder);
  EXPECT_EQ(load_failure(folder), ErrorCode::unreadable);
  EXPECT_EQ(load_failure(folder / "nothing"), ErrorCode::not_found);
  std::ofstream(folder / "empty").close();
  EXPECT_EQ(load_failure(folder / "empty"), ErrorCode::empty);
  std::ofstream(folder / "file") << "0123456789";
  EXPECT_EQ(load_failure(folder / "file" / "below"), ErrorCode::not_found);
  EXPECT_EQ(load(folder / "file", "as given").bytes, "0123456789");
  EXPECT_EQ(load(folder / "file", "as given").path, "as given");
  Limits limits;
  limits.file_bytes = 9;
  EXPECT_EQ(load_failure(folder / "file", limits), ErrorCode::limit);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace fubiao
