// Fields of DOCX: extract/docx_run.cc.
#include <gtest/gtest.h>

#include "docx_reading.h"

namespace fubiao {
namespace {

using namespace test;

std::string field_char(const std::string& type, const std::string& more = "") {
  return "<w:r><w:fldChar w:fldCharType=\"" + type + "\">" + more + "</w:fldChar></w:r>";
}
std::string code(const std::string& text) {
  return "<w:r><w:instrText>" + text + "</w:instrText></w:r>";
}
std::string field(const std::string& instruction, const std::string& result) {
  return field_char("begin") + code(instruction) + field_char("separate") + result + field_char("end");
}

TEST(DocxFields, OnlyTheResultIsRead) {
  EXPECT_EQ(line(run("a") + field(" PAGE ", run("3")) + run("b")), "a3b");
  EXPECT_EQ(line("<w:fldSimple w:instr=\" PAGE \">" + run("4") + "</w:fldSimple>"), "4");
  EXPECT_EQ(line(run("a") + field_char("begin") + code("XE x") + field_char("end") + run("b")), "ab");
}

TEST(DocxFields, NestedFields) {
  EXPECT_EQ(line(field_char("begin") + code("IF ") + field("PAGE", run("9")) + code(" = 1") + field_char("separate") +
                 run("yes ") + field("NUMPAGES", run("5")) + field_char("end") + run("!")),
            "yes 5!");
}

TEST(DocxFields, AResultOverSeveralParagraphs) {
  EXPECT_EQ(body_texts("<w:p>" + field_char("begin") + code("TOC") + field_char("separate") + run("a") + "</w:p><w:p>" +
                       run("b") + field_char("end") + run("c") + "</w:p>"),
            (Texts{"a", "bc"}));
}

TEST(DocxFields, ACodeWithoutEndSwallowsNothing) {
  const Document document =
      read("<w:p>" + run("a") + field_char("begin") + code("PAGE") + run("12") + "</w:p>" + paragraph("b"));
  EXPECT_EQ(texts(document.blocks), (Texts{"a12", "b"}));
  EXPECT_TRUE(has_finding(document, "broken-field", Severity::warning));
}

TEST(DocxFields, FormFieldsWithoutResult) {
  const auto box = [](const std::string& state) {
    return field_char("begin", "<w:ffData><w:checkBox>" + state + "</w:checkBox></w:ffData>") + code("FORMCHECKBOX") +
           field_char("end");
  };
  EXPECT_EQ(line(box("<w:default w:val=\"0\"/>") + box("<w:default w:val=\"0\"/><w:checked/>") +
                 box("<w:default w:val=\"1\"/><w:checked w:val=\"0\"/>")),
            "☐☑☐");
  EXPECT_EQ(line(field_char("begin",
                            "<w:ffData><w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"否\"/><w:listEntry "
                            "w:val=\"是\"/></w:ddList></w:ffData>") +
                 code("FORMDROPDOWN") + field_char("end")),
            "是");
}

TEST(DocxFields, LettersInCirclesAreTheirLetters) {
  EXPECT_EQ(line(field_char("begin") + code("eq \\o\\ac(○,12)") + field_char("end")), "⑫");
  EXPECT_EQ(line(field_char("begin") + code(" EQ \\o\\ac(○,1)") + field_char("end") + run("件")), "①件");
  EXPECT_EQ(line(field_char("begin") + code("EQ \\* jc2 \\o\\ad(\\s\\up 9(pin),拼)") + field_char("end")), "拼");
  EXPECT_TRUE(has_finding(read("<w:p>" + field_char("begin") + code("EQ \\f(1,2)") + field_char("end") + "</w:p>"),
                          "unread-content", Severity::error));
}

TEST(DocxFields, SignsByNumber) {
  EXPECT_EQ(line(field_char("begin") + code(" SYMBOL 252 \\f \"Wingdings\" \\s 10 ") + field_char("end")), "✓");
  EXPECT_EQ(line(field_char("begin") + code(" SYMBOL 9679 \\u ") + field_char("end")), "●");
}

TEST(DocxFields, NumbersThatOnlyWordKnowsAreAFinding) {
  const auto unread = [](const std::string& instruction) {
    return has_finding(read("<w:p>" + field_char("begin") + code(instruction) + field_char("end") + "</w:p>"),
                       "unread-content", Severity::error);
  };
  EXPECT_TRUE(unread(" LISTNUM "));
  EXPECT_TRUE(unread(" AUTONUMLGL "));
  EXPECT_FALSE(unread(" XE word "));
}

}  // namespace
}  // namespace fubiao
