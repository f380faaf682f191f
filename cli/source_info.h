// The `source` object of a result: what was read, told so that it can be found again.
#pragma once

#include <string>
#include <string_view>

#include "extract/open.h"
#include "normalize/json.h"

namespace fubiao {

/// SHA-256 (FIPS 180-4) in lower-case hex.
std::string sha256(std::string_view bytes);
/// The same in Base64, as a Content-Security-Policy names what it allows.
std::string sha256_base64(std::string_view bytes);
/// RFC 4648, section 4, with padding.
std::string base64(std::string_view bytes);

/// Of a file that was read, but not yet understood.
SourceInfo describe(const Source& source);

/// Adds what the document tells: format, pages, producer.
void describe(const Document& document, SourceInfo& info);

/// The name of a document as people read it: its path on one line, "standard input" for "-".
std::string shown_name(const SourceInfo& info);

}  // namespace fubiao
