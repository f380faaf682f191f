// The Open Packaging shell of a DOCX (ECMA-376 part 2): which part is which, told by relationships, never by name.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/zip.h"

namespace fubiao {

struct Relationship {
  std::string type;    ///< last step of its URI: "officeDocument", "styles"; transitional and strict agree there
  std::string target;  ///< name of the part, without a leading slash; external targets are left out
};

/// Those of a part; of the whole package where `part` is empty. None where the package has no such file.
std::vector<Relationship> relationships(Zip& zip, std::string_view part, const Limits& limits);

/// The target of the first relationship of that type; empty: none.
std::string target_of(const std::vector<Relationship>& relationships, std::string_view type);

/// What a container without a Word document is, for a message: "an Excel workbook (.xlsx)".
std::string kind_of_container(Zip& zip);

/// docProps/core.xml and app.xml. Parts that cannot be read are passed over: they hold no number.
Properties read_properties(Zip& zip, const std::vector<Relationship>& package, const Limits& limits);

}  // namespace fubiao
