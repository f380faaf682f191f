#include "extract/pdf_module.h"

#include <dlfcn.h>

#include <filesystem>
#include <string>

#include "extract/open.h"

namespace fubiao {

#ifdef FUBIAO_PDF_MODULE

namespace {

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

[[noreturn]] void does_not_load() {
  const char* why = dlerror();
  throw Error(ErrorCode::unsupported, std::string("PDF files cannot be read: the PDF module does not load") +
                                          (why ? ": " : "") + (why ? why : ""));
}

/// A function of the module, which is loaded at the first call.
template <typename Function>
Function* function_of_module(const char* function_name) {
  // Never closed: Poppler keeps state of its own until the process ends. Lazy, for the 30 libraries behind it: most of
  // their functions are never called. The module itself is linked to be bound at once (CMakeLists.txt), so that a
  // Poppler that lacks something is an error here and no crash later.
  static void* const module = dlopen(module_name().c_str(), RTLD_LAZY | RTLD_LOCAL);
  void* function = module == nullptr ? nullptr : dlsym(module, function_name);
  if (function == nullptr) does_not_load();
  return reinterpret_cast<Function*>(function);
}

}  // namespace

#endif

Document read_pdf(std::string_view bytes, const Limits& limits) {
  Document document;
#ifdef FUBIAO_PDF_MODULE
  static const auto fubiao_read_pdf = function_of_module<decltype(::fubiao_read_pdf)>("fubiao_read_pdf");
#endif
  fubiao_read_pdf(bytes, limits, document);
  return document;
}

std::vector<std::string> page_pictures(std::string_view bytes, const std::vector<PictureRequest>& requests,
                                       const PictureOptions& options, const Limits& limits) {
  std::vector<std::string> pictures(requests.size());
  try {
#ifdef FUBIAO_PDF_MODULE
    static const auto fubiao_draw_pdf = function_of_module<decltype(::fubiao_draw_pdf)>("fubiao_draw_pdf");
#endif
    fubiao_draw_pdf(bytes, requests, options, limits, pictures);
  } catch (const Error&) {
    // What cannot be opened has no pictures. Whoever reads it says why.
  }
  return pictures;
}

}  // namespace fubiao
