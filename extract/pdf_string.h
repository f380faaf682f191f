// Text strings of PDF dictionaries.
#pragma once

#include <string>
#include <string_view>

namespace fubiao {

/// A text string of the document information dictionary as UTF-8. ISO 32000-1, 7.9.2.2 knows UTF-16BE and
/// PDFDocEncoding, PDF 2.0 also UTF-8; Chinese producers write UTF-16LE (WPS) and bare GBK as well.
std::string pdf_text_string(std::string_view bytes);

}  // namespace fubiao
