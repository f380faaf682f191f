#include "extract/pdf_setup.h"

#include <poppler/Error.h>
#include <poppler/ErrorCodes.h>
#include <poppler/GlobalParams.h>
#include <poppler/PDFDoc.h>
#include <poppler/Stream.h>

#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <string>
#include <system_error>

#include "extract/open.h"

namespace fubiao {
namespace {

void count_errors(ErrorCategory category, Goffset /*position*/, const char* /*message*/) {
  if (category == errSyntaxError || category == errInternal || category == errUnimplemented) ++pdf_syntax_errors();
}

std::string poppler_data_folder() {
  // A relocated installation says where its poppler-data is.
  const char* given = std::getenv("FUBIAO_POPPLER_DATA");
  return given != nullptr && *given != '\0' ? given : FUBIAO_POPPLER_DATA;
}

void set_up_poppler() {
  const std::string folder = poppler_data_folder();
  std::error_code ignored;
  if (!std::filesystem::is_directory(folder + "/cMap/Adobe-GB1", ignored)) {
    // Without CMaps Poppler drops Chinese glyphs and goes on (measured: 2 of 26 left, no error).
    throw Error(
        ErrorCode::no_cmaps,
        "PDF files cannot be read: the character maps of poppler-data are not installed (looked in " + folder + ")");
  }
  static std::once_flag once;
  std::call_once(once, [&] {
    globalParams = std::make_unique<GlobalParams>(folder.c_str());
    setErrorCallback(count_errors);
  });
}

Error why_not(int code) {
  switch (code) {
    case errEncrypted: return {ErrorCode::encrypted, "the PDF is encrypted and needs a password"};
    case errBadCatalog: return {ErrorCode::damaged, "the PDF is damaged: its page catalog cannot be read"};
    default: return {ErrorCode::damaged, "the PDF is damaged beyond reading"};
  }
}

}  // namespace

long& pdf_syntax_errors() {
  static thread_local long count = 0;
  return count;
}

std::unique_ptr<PDFDoc> open_pdf(std::string_view bytes, const std::function<void()>& rebuilt) {
  set_up_poppler();
  // Poppler reads from the caller's bytes; MemStream neither changes nor frees them.
  auto stream = std::make_unique<MemStream>(const_cast<char*>(bytes.data()), 0, static_cast<Goffset>(bytes.size()),
                                            Object(objNull));
  auto pdf = std::make_unique<PDFDoc>(stream.release(), std::optional<GooString>{}, std::optional<GooString>{}, nullptr,
                                      rebuilt);
  if (!pdf->isOk()) throw why_not(pdf->getErrorCode());
  return pdf;
}

}  // namespace fubiao
