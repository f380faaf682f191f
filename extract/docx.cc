// Reading DOCX: the package, its styles and lists, then the body in one pass.
#include <functional>

#include "extract/docx_body.h"
#include "extract/docx_numbering.h"
#include "extract/docx_package.h"
#include "extract/docx_styles.h"
#include "extract/docx_xml.h"
#include "extract/ole.h"
#include "extract/open.h"
#include "extract/zip.h"

namespace fubiao {

namespace {

/// The package's main part. Throws Error{unsupported} for a container of something else.
std::string main_part(Zip& zip, const std::vector<Relationship>& package) {
  std::string part = target_of(package, "officeDocument");
  // Some repaired or hand-made files have lost the relationship, but no other name has ever been used without one.
  if (part.empty() && zip.contains("word/document.xml")) part = "word/document.xml";
  if (part.empty()) throw Error(ErrorCode::unsupported, kind_of_container(zip) + ", not a Word document");
  return part;
}

/// Styles and lists: the text can be read without them, but not as a reader sees it.
void read_helper_part(Zip& zip, const std::string& part, const Limits& limits, Document& document,
                      const std::function<void(WordXml&)>& read) {
  if (part.empty()) return;
  try {
    const std::string bytes = zip.read(part);
    WordXml xml(bytes, part, limits);
    read(xml);
  } catch (const Error& error) {
    if (error.code() == ErrorCode::limit) throw;
    document.findings.push_back(
        {"unread-part",
         Severity::error,
         std::string("Could not be read: ") + error.what() + ". List numbers and hidden text may be wrong.",
         {},
         {}});
  }
}

void tell(std::vector<Finding>& findings, long count, const char* code, Severity severity, const char* message) {
  if (count > 0) findings.push_back({code, severity, message, {}, {}});
}

}  // namespace

Document read_docx(std::string_view bytes, const Limits& limits) {
  if (bytes.empty()) throw Error(ErrorCode::empty, "the file is empty");
  if (is_ole(bytes)) throw ole_error(classify_ole(bytes));
  Zip zip(bytes, limits);
  const std::vector<Relationship> package = relationships(zip, "", limits);
  const std::string part = main_part(zip, package);
  const std::string story = zip.read(part);
  WordXml xml(story, part, limits);
  xml.to_root();
  if (xml.tag() != Tag::document) {
    throw Error(ErrorCode::unsupported, kind_of_container(zip) + ", not a Word document");
  }

  Document document;
  document.format = Format::docx;
  document.findings = zip.findings();
  const std::vector<Relationship> parts = relationships(zip, part, limits);
  Styles styles;
  Numbering numbering;
  read_helper_part(zip, target_of(parts, "styles"), limits, document, [&](WordXml& helper) { styles.read(helper); });
  read_helper_part(zip, target_of(parts, "numbering"), limits, document,
                   [&](WordXml& helper) { numbering.read(helper); });

  BodyReader body(xml, styles, numbering, limits);
  bool has_body = false;
  xml.each([&](Tag tag) {
    if (tag != Tag::body || has_body) return;
    has_body = true;
    document.blocks = body.read();
  });
  if (!has_body) throw Error(ErrorCode::damaged, "the part " + part + " has no body");
  while (xml.next()) {
  }
  document.properties = read_properties(zip, package, limits);

  const BodyCounts& counts = body.counts();
  tell(document.findings, counts.revisions, "tracked-changes", Severity::note,
       "The file holds tracked changes; the final version was read: insertions in, deletions out.");
  tell(document.findings, counts.hidden, "hidden-text", Severity::note,
       "The file holds text formatted as hidden, or white on white; it was left out, as in print.");
  tell(document.findings, counts.broken_fields, "broken-field", Severity::warning,
       "A field code has no end in its paragraph; what follows it was read as text.");
  tell(document.findings, counts.rows_by_width, "spans-from-widths", Severity::note,
       "Rows of a table whose cells do not add up to its columns were read by the widths of their cells, which do.");
  tell(document.findings, counts.unread, "unread-content", Severity::error,
       "The file holds an embedded document or a formula without text, which could not be read.");
  return document;
}

}  // namespace fubiao
