#include "extract/xml.h"

#include <gtest/gtest.h>

#include "extract/docx_xml.h"
#include "extract/finding.h"

namespace fubiao {
namespace {

/// Reads to the end; the error's code, or nothing.
std::optional<ErrorCode> outcome(const std::string& text, const Limits& limits = {}) {
  try {
    Xml xml(text, "part.xml", limits);
    xml.to_root();
    while (xml.next()) {
    }
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("part.xml"), std::string::npos);
    return error.code();
  }
  return std::nullopt;
}

TEST(Xml, StepsThroughElements) {
  const std::string text = R"(<a x="1"><!-- no --><b/>two<c>three</c></a>)";
  Xml xml(text, "part.xml", {});
  xml.to_root();
  EXPECT_EQ(xml.name(), "a");
  EXPECT_EQ(xml.attribute("x"), "1");
  EXPECT_FALSE(xml.attribute("y").has_value());
  std::vector<std::string> seen;
  xml.each_child([&] { seen.push_back(std::string(xml.name()) + "=" + xml.read_text()); });
  EXPECT_EQ(seen, (std::vector<std::string>{"b=", "c=three"}));
  EXPECT_FALSE(xml.next());
}

TEST(Xml, AttributesOfOtherNamespacesAreNotTaken) {
  const std::string text = R"(<p:a xmlns:p="urn:p" xmlns:q="urn:q" q:val="foreign" p:val="own"/>)";
  Xml xml(text, "part.xml", {});
  xml.to_root();
  EXPECT_EQ(xml.attribute("val"), "own");
}

TEST(Xml, WhatBreaksOffIsDamaged) {
  EXPECT_EQ(outcome("<a><b></b></a>"), std::nullopt);
  EXPECT_EQ(outcome("<a><b></b>"), ErrorCode::damaged);
  EXPECT_EQ(outcome("<a><b></a></b>"), ErrorCode::damaged);
  EXPECT_EQ(outcome("<a>\x01</a>"), ErrorCode::damaged);
  EXPECT_EQ(outcome(""), ErrorCode::damaged);
  EXPECT_EQ(outcome("no markup"), ErrorCode::damaged);
}

TEST(Xml, ADocumentTypeIsRefused) {
  EXPECT_EQ(outcome(R"(<!DOCTYPE a><a/>)"), ErrorCode::damaged);
  EXPECT_EQ(outcome(R"(<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>&e;</a>)"), ErrorCode::damaged);
}

TEST(Xml, AnEntityBombIsRefused) {
  std::string text = R"(<!DOCTYPE a [<!ENTITY e0 "ha">)";
  for (int i = 1; i < 30; ++i) {
    const std::string inner = "&e" + std::to_string(i - 1) + ";";
    text += "<!ENTITY e" + std::to_string(i) + " \"" + inner + inner + "\">";
  }
  EXPECT_EQ(outcome(text + "]><a>&e29;</a>"), ErrorCode::damaged);
}

TEST(Xml, DeepNestingIsRefused) {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "<a>";
  EXPECT_EQ(outcome(text), ErrorCode::limit);
  Limits limits;
  limits.xml_depth = 5;
  EXPECT_EQ(outcome("<a><a><a><a><a><a><a/></a></a></a></a></a></a>", limits), ErrorCode::limit);
}

TEST(WordXml, KnowsBothNamespacesWhateverThePrefix) {
  for (const std::string space : {"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                                  "http://purl.oclc.org/ooxml/wordprocessingml/main"}) {
    const std::string text =
        "<document xmlns='" + space + "'><x:p xmlns:x='" + space + "'/><y:p xmlns:y='urn:y'/></document>";
    WordXml xml(text, "part.xml", {});
    xml.to_root();
    EXPECT_EQ(xml.tag(), Tag::document);
    std::vector<Tag> tags;
    xml.each([&](Tag tag) { tags.push_back(tag); });
    EXPECT_EQ(tags, (std::vector<Tag>{Tag::p, Tag::other}));
  }
}

TEST(WordXml, TakesOneBranchOfAlternateContent) {
  const auto branches = [](const std::string& content) {
    const std::string text =
        "<w:body xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "
        "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:new='urn:unheard-of' "
        "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><mc:AlternateContent>" +
        content + "</mc:AlternateContent></w:body>";
    WordXml xml(text, "part.xml", {});
    xml.to_root();
    std::string seen;
    xml.each([&](Tag) { seen += std::string(xml.name()) + " "; });
    return seen;
  };
  const std::string known = "<mc:Choice Requires='wps'><w:p/></mc:Choice>";
  const std::string unknown = "<mc:Choice Requires='new'><w:tbl/></mc:Choice>";
  const std::string mixed = "<mc:Choice Requires='wps new'><w:tbl/></mc:Choice>";
  const std::string fallback = "<mc:Fallback><w:sdt/><w:sdt/></mc:Fallback>";
  EXPECT_EQ(branches(known + fallback), "p ");
  EXPECT_EQ(branches(unknown + fallback), "sdt sdt ");
  EXPECT_EQ(branches(unknown + known + fallback), "p ");
  EXPECT_EQ(branches(mixed + fallback), "sdt sdt ");
  EXPECT_EQ(branches(unknown), "");
}

}  // namespace
}  // namespace fubiao
