// What the tests of the DOCX reader have in common.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "extract/open.h"
#include "make_docx.h"

namespace fubiao::test {

using Texts = std::vector<std::string>;

inline Document read(const std::string& body, const std::string& styles = "") {
  DocxParts parts;
  parts.body = body;
  parts.styles = styles;
  return read_docx(make_docx(parts), {});
}

inline Texts texts(const std::vector<Block>& blocks) {
  Texts out;
  for (const Block& block : blocks) {
    const auto* paragraph = std::get_if<Paragraph>(&block.value);
    out.push_back(paragraph == nullptr ? "<table>" : paragraph->text);
  }
  return out;
}

inline Texts body_texts(const std::string& body, const std::string& styles = "") {
  return texts(read(body, styles).blocks);
}

inline std::string run(const std::string& text, const std::string& properties = "") {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

/// The text of one paragraph of that content.
inline std::string line(const std::string& content, const std::string& styles = "") {
  const Texts all = body_texts("<w:p>" + content + "</w:p>", styles);
  return all.empty() ? "<nothing>" : all.front();
}

inline bool has_finding(const Document& document, const std::string& code, Severity severity) {
  for (const Finding& finding : document.findings) {
    if (finding.code == code && finding.severity == severity) return true;
  }
  return false;
}

inline std::optional<ErrorCode> error_of(const std::string& bytes, const Limits& limits = {}) {
  try {
    read_docx(bytes, limits);
  } catch (const Error& error) {
    return error.code();
  }
  return std::nullopt;
}

}  // namespace fubiao::test
