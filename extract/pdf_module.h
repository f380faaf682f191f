// The door between the program and the module that reads PDF.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/limits.h"
#include "extract/picture.h"

// What the module exports. Both sides are built together, so C++ types may pass.

/// Reads `bytes` into `document`; throws Error and nothing else.
extern "C" void fubiao_read_pdf(std::string_view bytes, const fubiao::Limits& limits, fubiao::Document& document);

/// The work of `page_pictures`; throws Error where the document cannot be opened.
extern "C" void fubiao_draw_pdf(std::string_view bytes, const std::vector<fubiao::PictureRequest>& requests,
                                const fubiao::PictureOptions& options, const fubiao::Limits& limits,
                                std::vector<std::string>& pictures);
