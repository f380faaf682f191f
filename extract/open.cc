#include "extract/open.h"

#include <algorithm>

namespace fubiao {
namespace {

/// What the extension of a path promises; empty: nothing that we know.
std::string promised(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  const std::size_t dot = path.find_last_of('.');
  if (dot == std::string::npos || (slash != std::string::npos && dot < slash)) return {};
  std::string extension = path.substr(dot + 1);
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (extension == "pdf" || extension == "docx") return extension;
  if (extension == "txt" || extension == "text") return "text";
  for (const char* other :
       {"doc", "html", "htm", "rtf", "ofd", "odt", "wps", "xls", "xlsx", "ppt", "pptx", "png", "jpg"}) {
    if (extension == other) return extension;
  }
  return {};
}

}  // namespace

Document open(const Source& source, const Limits& limits) {
  const Format format = sniff(source.bytes);
  Document document;
  switch (format) {
    case Format::pdf: document = read_pdf(source.bytes, limits); break;
    case Format::docx: document = read_docx(source.bytes, limits); break;
    case Format::text: document = read_text(source.bytes, limits); break;
  }
  document.format = format;
  const std::string promise = promised(source.path);
  if (!promise.empty() && promise != name(format)) {
    Finding finding;
    finding.code = "wrong-extension";
    finding.severity = Severity::note;
    finding.message = "The file name ends like " + promise + ", but the content is " + std::string(name(format)) +
                      "; it was read by its content.";
    document.findings.insert(document.findings.begin(), finding);
  }
  return document;
}

}  // namespace fubiao
