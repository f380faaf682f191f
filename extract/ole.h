// Telling what an OLE compound file ([MS-CFB]) is, without reading it: old Office formats, and the shell around an
// encrypted Office Open XML package ([MS-OFFCRYPTO] §2.3.4).
#pragma once

#include <string_view>

#include "extract/finding.h"

namespace fubiao {

enum class OleKind {
  none,               ///< no compound file
  encrypted_package,  ///< an Office Open XML file behind a password
  word,               ///< Word 97-2003 (.doc), or WPS (.wps)
  spreadsheet,        ///< .xls, .et
  presentation,       ///< .ppt, .dps
  other,
};

bool is_ole(std::string_view bytes);

/// Looks for the names of streams in directory entries, wherever they lie: no chain of sectors is followed, so that a
/// broken file is told as well.
OleKind classify_ole(std::string_view bytes);

/// Why fubiao does not read such a file. Only for kinds other than `none`.
Error ole_error(OleKind kind);

}  // namespace fubiao
