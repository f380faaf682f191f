#include "make_docx.h"

#include <stdexcept>

#include <zip.h>

namespace fubiao::test {

namespace {

const std::string transitional_namespaces =
    R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
    R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")"
    R"( xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math")";
const std::string strict_namespaces = R"( xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main")"
                                      R"( xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships")"
                                      R"( xmlns:m="http://purl.oclc.org/ooxml/officeDocument/math")";
const std::string other_namespaces =
    R"( xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006")"
    R"( xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape")"
    R"( xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml")"
    R"( xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing")"
    R"( xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main")"
    R"( xmlns:v="urn:schemas-microsoft-com:vml")";
const std::string declaration = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";

std::string relation(int id, const std::string& type, const std::string& target) {
  return "<Relationship Id=\"rId" + std::to_string(id) + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
}

std::string relation_list(const std::string& content) {
  return declaration + R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)" +
         content + "</Relationships>";
}

}  // namespace

std::string make_zip(const ZipParts& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* buffer = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(buffer);
  zip_t* archive = zip_open_from_source(buffer, ZIP_TRUNCATE, &error);
  if (archive == nullptr) throw std::runtime_error("no archive");
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::string& content = parts[i].second;
    zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
    // libzip refuses a name that is there already, so a repeated name gets its last letter changed below.
    std::string name = parts[i].first;
    for (std::size_t j = 0; j < i; ++j) {
      if (parts[j].first == name) name.back() = '~';
    }
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) throw std::runtime_error("cannot add " + name);
    zip_file_set_mtime(archive, static_cast<zip_uint64_t>(index), 315532800, 0);
  }
  if (zip_close(archive) != 0) throw std::runtime_error("cannot write the archive");
  zip_source_open(buffer);
  zip_source_seek(buffer, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(buffer)), '\0');
  zip_source_seek(buffer, 0, SEEK_SET);
  zip_source_read(buffer, bytes.data(), bytes.size());
  zip_source_close(buffer);
  zip_source_free(buffer);
  zip_error_fini(&error);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (parts[j].first != parts[i].first) continue;
      std::string changed = parts[i].first;
      changed.back() = '~';
      for (std::size_t at = bytes.find(changed); at != std::string::npos; at = bytes.find(changed, at + 1)) {
        bytes[at + changed.size() - 1] = parts[i].first.back();
      }
    }
  }
  return bytes;
}

ZipParts docx_parts(const DocxParts& parts) {
  const std::string types = parts.strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships/"
                                         : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  const std::string names = (parts.strict ? strict_namespaces : transitional_namespaces) + other_namespaces;
  std::string package = relation(1, types + "officeDocument", "word/document.xml");
  if (!parts.core.empty()) {
    package += relation(2, "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                        "docProps/core.xml");
  }
  if (!parts.app.empty()) package += relation(3, types + "extended-properties", "docProps/app.xml");
  std::string own;
  if (!parts.styles.empty()) own += relation(1, types + "styles", "styles.xml");
  if (!parts.numbering.empty()) own += relation(2, types + "numbering", "numbering.xml");

  const std::string part_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  std::string content_types =
      R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
      R"(<Default Extension="xml" ContentType="application/xml"/>)"
      R"(<Override PartName="/word/document.xml" ContentType=")" +
      part_type + R"(document.main+xml"/>)";
  if (!parts.styles.empty()) {
    content_types += R"(<Override PartName="/word/styles.xml" ContentType=")" + part_type + R"(styles+xml"/>)";
  }
  if (!parts.numbering.empty()) {
    content_types += R"(<Override PartName="/word/numbering.xml" ContentType=")" + part_type + R"(numbering+xml"/>)";
  }
  ZipParts out;
  out.emplace_back("[Content_Types].xml",
                   declaration + R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)" +
                       content_types + "</Types>");
  out.emplace_back("_rels/.rels", relation_list(package));
  out.emplace_back("word/document.xml",
                   declaration + "<w:document" + names + "><w:body>" + parts.body + "</w:body></w:document>");
  if (!own.empty()) out.emplace_back("word/_rels/document.xml.rels", relation_list(own));
  if (!parts.styles.empty()) {
    out.emplace_back("word/styles.xml", declaration + "<w:styles" + names + ">" + parts.styles + "</w:styles>");
  }
  if (!parts.numbering.empty()) {
    out.emplace_back("word/numbering.xml",
                     declaration + "<w:numbering" + names + ">" + parts.numbering + "</w:numbering>");
  }
  if (!parts.core.empty()) {
    out.emplace_back(
        "docProps/core.xml",
        declaration +
            R"(<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties")"
            R"( xmlns:dc="http://purl.org/dc/elements/1.1/">)" +
            parts.core + "</cp:coreProperties>");
  }
  if (!parts.app.empty()) {
    out.emplace_back(
        "docProps/app.xml",
        declaration +
            R"(<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">)" +
            parts.app + "</Properties>");
  }
  return out;
}

std::string make_docx(const DocxParts& parts) {
  return make_zip(docx_parts(parts));
}

std::string make_docx(std::string_view body) {
  DocxParts parts;
  parts.body = body;
  return make_docx(parts);
}

std::string paragraph(std::string_view text, std::string_view properties) {
  return "<w:p><w:pPr>" + std::string(properties) + "</w:pPr><w:r><w:t xml:space=\"preserve\">" + std::string(text) +
         "</w:t></w:r></w:p>";
}

std::string cell(std::string_view text, std::string_view properties) {
  return "<w:tc><w:tcPr>" + std::string(properties) + "</w:tcPr>" + paragraph(text) + "</w:tc>";
}

std::string row(std::string_view cells, std::string_view properties) {
  return "<w:tr><w:trPr>" + std::string(properties) + "</w:trPr>" + std::string(cells) + "</w:tr>";
}

std::string table(int columns, std::string_view rows) {
  std::string grid;
  for (int i = 0; i < columns; ++i) grid += R"(<w:gridCol w:w="900"/>)";
  return "<w:tbl><w:tblPr/><w:tblGrid>" + grid + "</w:tblGrid>" + std::string(rows) + "</w:tbl>";
}

}  // namespace fubiao::test
