// Poppler's global state, and documents opened from memory. Part of the PDF module, as pdf.cc.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

class PDFDoc;

namespace fubiao {

/// Places where the PDF at hand broke the rules of its format, since somebody last set it to 0.
long& pdf_syntax_errors();

/// Sets Poppler up at the first call. The document reads from the caller's bytes as long as it lives; `rebuilt` is
/// called when its cross-reference table is damaged. Throws Error (no_cmaps, encrypted, damaged).
std::unique_ptr<PDFDoc> open_pdf(std::string_view bytes, const std::function<void()>& rebuilt);

}  // namespace fubiao
