// Small DOCX files for tests: body XML in, bytes out.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fubiao::test {

/// Name and content of each part, in order. Names may repeat: the container is written as told.
using ZipParts = std::vector<std::pair<std::string, std::string>>;
std::string make_zip(const ZipParts& parts);

struct DocxParts {
  std::string body;       ///< inside w:body
  std::string numbering;  ///< inside w:numbering; empty: no such part
  std::string styles;     ///< inside w:styles; empty: no such part
  std::string core;       ///< inside cp:coreProperties (dc: is declared); empty: no such part
  std::string app;        ///< inside Properties; empty: no such part
  bool strict = false;    ///< the namespaces of ISO 29500 strict
};

/// The parts of the package, to be changed before make_zip. The prefixes w, r, m, mc, wps, wp, a, v, w14 are declared.
ZipParts docx_parts(const DocxParts& parts);
std::string make_docx(const DocxParts& parts);
std::string make_docx(std::string_view body);

/// <w:p> of one run; `properties` goes into w:pPr.
std::string paragraph(std::string_view text, std::string_view properties = "");
/// <w:tc>; `properties` goes into w:tcPr.
std::string cell(std::string_view text, std::string_view properties = "");
/// <w:tr>; `properties` goes into w:trPr.
std::string row(std::string_view cells, std::string_view properties = "");
/// <w:tbl> with that many columns.
std::string table(int columns, std::string_view rows);

}  // namespace fubiao::test
