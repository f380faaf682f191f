// Any bytes give a Document or an Error, in bounded time: run under the sanitizers too.
#include <random>

#include <gtest/gtest.h>

#include "extract/open.h"
#include "make_docx.h"

namespace fubiao {
namespace {

using test::DocxParts;
using test::make_docx;
using test::make_zip;

/// "ok" or the name of the error. Anything else that is thrown fails the test.
std::string outcome(const std::string& bytes) {
  try {
    read_docx(bytes, {});
  } catch (const Error& error) {
    EXPECT_FALSE(std::string(error.what()).empty());
    return std::string(name(error.code()));
  }
  return "ok";
}

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

DocxParts sample() {
  DocxParts parts;
  parts.body = test::paragraph("标题", "<w:pStyle w:val=\"T\"/>") +
               test::table(3, test::row(test::cell("a", "<w:gridSpan w:val=\"2\"/>") +
                                        test::cell("b", "<w:vMerge w:val=\"restart\"/>")) +
                                  test::row(test::cell("1") + test::cell("2") + test::cell("", "<w:vMerge/>"))) +
               test::paragraph("item", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>");
  parts.styles = "<w:style w:type=\"paragraph\" w:styleId=\"T\"><w:rPr><w:sz w:val=\"44\"/></w:rPr></w:style>";
  parts.numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
      "<w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
  return parts;
}

TEST(DocxHostile, TruncatedAnywhere) {
  const std::string bytes = make_docx(sample());
  ASSERT_EQ(outcome(bytes), "ok");
  for (std::size_t i = 0; i < 50; ++i) {
    const std::string result = outcome(bytes.substr(0, bytes.size() * i / 50));
    EXPECT_EQ(result, i == 0 ? "empty" : "damaged") << "at " << i << "/50";
  }
}

TEST(DocxHostile, FlippedBytes) {
  const std::string bytes = make_docx(sample());
  std::mt19937 random(1);
  for (int i = 0; i < 400; ++i) {
    std::string broken = bytes;
    broken[random() % broken.size()] ^= static_cast<char>(1 + random() % 255);
    outcome(broken);
  }
}

TEST(DocxHostile, EditedParts) {
  std::mt19937 random(2);
  for (int i = 0; i < 400; ++i) {
    test::ZipParts files = test::docx_parts(sample());
    for (auto& [name, content] : files) {
      const std::size_t at = random() % content.size();
      if (random() % 3 == 0) content[at] = static_cast<char>('0' + random() % 10);
      if (random() % 9 != 0) continue;
      // An element without content taken out keeps the part well-formed.
      const std::size_t begin = content.find('<', at);
      const std::size_t end = begin == std::string::npos ? begin : content.find('>', begin);
      if (end != std::string::npos && content[end - 1] == '/') content.erase(begin, end + 1 - begin);
    }
    outcome(make_zip(files));
  }
}

TEST(DocxHostile, DeepNesting) {
  EXPECT_EQ(outcome(make_docx(repeated("<w:tbl><w:tr><w:tc>", 100000))), "limit");
  EXPECT_EQ(outcome(make_docx(repeated("<w:tbl><w:tr><w:tc>", 60) + repeated("</w:tc></w:tr></w:tbl>", 60))), "limit");
  EXPECT_EQ(outcome(make_docx(repeated("<w:sdt><w:sdtContent>", 100) + repeated("</w:sdtContent></w:sdt>", 100))),
            "ok");
  EXPECT_EQ(outcome(make_docx(repeated("<mc:AlternateContent><mc:Choice Requires=\"wps\">", 100) +
                              repeated("</mc:Choice></mc:AlternateContent>", 100))),
            "ok");
}

TEST(DocxHostile, HugeNumbers) {
  const auto with = [](const std::string& cell_property, const std::string& row_property) {
    return outcome(make_docx(test::table(1, test::row(test::cell("x", cell_property), row_property))));
  };
  EXPECT_EQ(with("<w:gridSpan w:val=\"99999999999999999999\"/>", ""), "ok");
  EXPECT_EQ(with("", "<w:gridBefore w:val=\"-2147483648\"/>"), "ok");
  EXPECT_EQ(with("", "<w:gridBefore w:val=\"2147483647\"/>"), "limit");
  EXPECT_EQ(with("", "<w:gridAfter w:val=\"2147483647\"/>"), "limit");
  DocxParts parts = sample();
  parts.numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"8\"><w:start w:val=\"2147483647\"/><w:numFmt "
      "w:val=\"upperLetter\"/><w:lvlText w:val=\"%1%9\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId "
      "w:val=\"0\"/><w:lvlOverride w:ilvl=\"8\"><w:startOverride w:val=\"-2147483648\"/></w:lvlOverride></w:num>";
  for (const char* level : {"8", "-1", "2147483647"}) {
    parts.body +=
        test::paragraph("x", "<w:numPr><w:ilvl w:val=\"" + std::string(level) + "\"/><w:numId w:val=\"1\"/></w:numPr>");
  }
  EXPECT_EQ(outcome(make_docx(parts)), "ok");
}

TEST(DocxHostile, WorkStaysLinear) {
  // Each of these took minutes, or more memory than there is, when handled by looking back over what came before.
  const std::string begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:fldChar w:fldCharType=\"separate\"/></w:r>";
  EXPECT_EQ(
      outcome(make_docx("<w:p>" + repeated(begin, 20000) + repeated("<w:r><w:t>x</w:t></w:r>", 20000) + "</w:p>")),
      "ok");
  EXPECT_EQ(outcome(make_docx(
                repeated("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>abcdefghij</w:t></w:r></w:p>", 50000))),
            "ok");
  DocxParts parts = sample();
  parts.styles.clear();
  for (int i = 0; i < 20000; ++i) {
    parts.styles += "<w:style w:type=\"paragraph\" w:styleId=\"" + (i == 0 ? "T" : std::to_string(i)) +
                    "\"><w:basedOn w:val=\"" + std::to_string((i + 1) % 20000) + "\"/></w:style>";
  }
  EXPECT_EQ(outcome(make_docx(parts)), "ok");
}

}  // namespace
}  // namespace fubiao
