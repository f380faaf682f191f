#include "extract/pdf_module.h"

#include <dlfcn.h>

#include <filesystem>
#include <string>

#include "extract/open.h"

namespace fubiao {

#ifdef FUBIAO_PDF_MODULE

namespace {

using ReadPdf = decltype(&fubiao_read_pdf);

/// Beside the program (as it is built, or wherever both were put), else by its name alone: then the loader looks along
/// the program's run path, which is the folder where it was built or, once installed, lib/fubiao.
std::string module_name() {
  std::error_code failed;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", failed);
  if (!failed) {
    const std::filesystem::path beside = program.parent_path() / FUBIAO_PDF_MODULE;
    if (std::filesystem::exists(beside, failed)) return beside;
  }
  return FUBIAO_PDF_MODULE;
}

ReadPdf load_module() {
  // Never closed: Poppler keeps state of its own until the process ends. Lazy, for the 30 libraries behind it: most of
  // their functions are never called. The module itself is linked to be bound at once (CMakeLists.txt), so that a
  // Poppler that lacks something is an error here and no crash later.
  void* module = dlopen(module_name().c_str(), RTLD_LAZY | RTLD_LOCAL);
  void* function = module == nullptr ? nullptr : dlsym(module, "fubiao_read_pdf");
  if (function == nullptr) {
    const char* why = dlerror();
    throw Error(ErrorCode::unsupported, std::string("PDF files cannot be read: the PDF module does not load") +
                                            (why ? ": " : "") + (why ? why : ""));
  }
  return reinterpret_cast<ReadPdf>(function);
}

}  // namespace

#endif

Document read_pdf(std::string_view bytes, const Limits& limits) {
  Document document;
#ifdef FUBIAO_PDF_MODULE
  static const ReadPdf fubiao_read_pdf = load_module();
#endif
  fubiao_read_pdf(bytes, limits, document);
  return document;
}

}  // namespace fubiao
