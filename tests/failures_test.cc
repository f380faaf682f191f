// A file that cannot be read: one clear line, a record with its code, exit status 1, and the others are done.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "run_program.h"

namespace fubiao::tests {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char* kGood = "某某县概况\n\n本县地处平原。\n";

/// Runs a failing input between two good ones and checks everything that is promised of it; its record.
Json failure_of(const std::string& path, const std::string& code) {
  const TemporaryFolder folder;
  const std::string before = folder.write("before.txt", kGood);
  const std::string after = folder.write("after.txt", kGood);
  const ProgramRun run = run_program({"extract", before, path, after});
  EXPECT_EQ(run.status, 1) << path;

  const std::vector<std::string> said = lines(run.err);
  EXPECT_EQ(said.size(), 1U) << run.err;
  EXPECT_EQ(run.err.rfind("fubiao: " + path + ": ", 0), 0U) << run.err;
  EXPECT_NE(run.err.find("(" + code + ")"), std::string::npos) << run.err;

  const std::vector<std::string> out = lines(run.out);
  EXPECT_EQ(out.size(), 3U) << run.out;
  if (out.size() != 3) return {};
  EXPECT_FALSE(Json::parse(out[0]).contains("error"));
  EXPECT_FALSE(Json::parse(out[2]).contains("error"));
  const Json record = Json::parse(out[1]);
  EXPECT_EQ(record.at("schema"), "fubiao/report/1");
  EXPECT_EQ(record.at("source").at("path"), path);
  EXPECT_FALSE(record.contains("data"));
  EXPECT_TRUE(record.contains("error")) << record;
  if (!record.contains("error")) return {};
  EXPECT_EQ(record.at("error").at("code"), code) << record;
  EXPECT_NE(record.at("error").at("message"), "");
  return record;
}

Json failure_of_bytes(const std::string& name, const std::string& bytes, const std::string& code) {
  const TemporaryFolder folder;
  return failure_of(folder.write(name, bytes), code);
}

const std::string& sound_pdf() {
  static const std::string bytes = read_file(in_repository("corpus/cases/four-renditions/report-wps.pdf"));
  return bytes;
}

const std::string& sound_docx() {
  static const std::string bytes = read_file(in_repository("corpus/cases/four-renditions/report.docx"));
  return bytes;
}

TEST(Failures, EmptyFile) {
  failure_of_bytes("report.pdf", "", "empty");
}

TEST(Failures, NothingButWhiteSpace) {
  failure_of_bytes("report.txt", " \r\n\t\n\n", "empty");
}

TEST(Failures, MissingPath) {
  failure_of("/nowhere/report.pdf", "not-found");
}

TEST(Failures, AFileTakenForAFolder) {
  const TemporaryFolder folder;
  failure_of(folder.write("a.txt", kGood) + "/b.pdf", "not-found");
}

TEST(Failures, FolderWithoutReportFiles) {
  const TemporaryFolder folder;
  folder.write("notes/readme.md", kGood);
  failure_of(folder.path().native(), "unsupported");
}

TEST(Failures, PdfCutInItsFirstObjects) {
  const Json record = failure_of_bytes("report.pdf", sound_pdf().substr(0, 200), "damaged");
  EXPECT_EQ(record.at("source").at("format"), "pdf");
  EXPECT_EQ(record.at("source").at("bytes"), 200);
}

TEST(Failures, PdfCutInTheMiddle) {
  // Its page tree stands at the end: nothing of it is left.
  failure_of_bytes("report.pdf", sound_pdf().substr(0, sound_pdf().size() / 2), "damaged");
}

TEST(Failures, DocxCutInTheMiddle) {
  const Json record = failure_of_bytes("report.docx", sound_docx().substr(0, sound_docx().size() / 2), "damaged");
  EXPECT_EQ(record.at("source").at("sha256").get<std::string>().size(), 64U);
}

TEST(Failures, APicture) {
  failure_of(in_repository("tests/data/picture.png"), "unsupported");
}

TEST(Failures, APictureNamedLikeAReport) {
  failure_of_bytes("report.pdf", read_file(in_repository("tests/data/picture.png")), "unsupported");
}

TEST(Failures, AWebPage) {
  failure_of_bytes("report.docx", "<!DOCTYPE html>\n<html><head><title>404</title></head><body>没有</body></html>\n",
                   "unsupported");
}

TEST(Failures, AZipThatIsNoDocument) {
  // The end record of an archive without members (PKWARE APPNOTE 4.3.16).
  failure_of_bytes("report.docx", std::string("PK\x05\x06", 4) + std::string(18, '\0'), "unsupported");
}

TEST(Failures, PdfWithAPassword) {
  const Json record = failure_of(in_repository("tests/data/encrypted-with-password.pdf"), "encrypted");
  EXPECT_EQ(record.at("source").at("format"), "pdf");
}

TEST(Failures, APdfEncryptedWithAnEmptyPasswordIsRead) {
  const ProgramRun locked = run_program({"extract", in_repository("tests/data/encrypted-empty-password.pdf")});
  const ProgramRun plain = run_program({"extract", in_repository("corpus/cases/four-renditions/report-wps.pdf")});
  ASSERT_EQ(locked.status, 0) << locked.err;
  const Json data = Json::parse(locked.out).at("data");
  EXPECT_FALSE(data.empty());
  EXPECT_EQ(data, Json::parse(plain.out).at("data"));
}

TEST(Failures, UnreadableFile) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
  const TemporaryFolder folder;
  const std::string file = folder.write("report.txt", kGood);
  fs::permissions(file, fs::perms::none);
  failure_of(file, "unreadable");
}

TEST(Failures, AFolderBelowThatCannotBeListedIsSaid) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
  const TemporaryFolder folder;
  folder.write("a.txt", kGood);
  folder.write("locked/b.txt", kGood);
  fs::permissions(folder.path() / "locked", fs::perms::none);
  const ProgramRun run = run_program({"extract", "."}, {.folder = folder.path()});
  fs::permissions(folder.path() / "locked", fs::perms::owner_all);
  EXPECT_EQ(run.status, 1);
  ASSERT_EQ(lines(run.out).size(), 2U) << run.out;
  EXPECT_EQ(Json::parse(lines(run.out).at(1)).at("error").at("code"), "unreadable");
}

TEST(Failures, ANameCannotForgeALine) {
  const TemporaryFolder folder;
  const std::string file = folder.write("a\nfubiao: b.pdf: fine\x1b[2J.pdf", "");
  const ProgramRun run = run_program({"extract", file});
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(lines(run.err).size(), 1U) << run.err;
  EXPECT_EQ(run.err.find('\x1b'), std::string::npos);
}

TEST(Failures, AWrongExtensionIsReadByItsContentWithANote) {
  const TemporaryFolder folder;
  for (const auto& [name, bytes, format] :
       {std::tuple<std::string, std::string, std::string>{"a.docx", sound_pdf(), "pdf"},
        {"a.pdf", sound_docx(), "docx"},
        {"b.pdf", kGood, "text"}}) {
    const ProgramRun run = run_program({"extract", folder.write(name, bytes)});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.err, "");
    const Json report = Json::parse(run.out);
    EXPECT_EQ(report.at("source").at("format"), format);
    bool noted = false;
    for (const Json& finding : report.at("findings")) {
      noted = noted || (finding.at("code") == "wrong-extension" && finding.at("severity") == "note");
    }
    EXPECT_TRUE(noted) << name;
  }
}

}  // namespace
}  // namespace fubiao::tests
