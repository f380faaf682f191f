// The door between the program and the module that reads PDF.
#pragma once

#include <string_view>

#include "extract/document.h"
#include "extract/limits.h"

/// What the module exports: reads `bytes` into `document`; throws Error and nothing else. Both sides are built
/// together, so C++ types may pass.
extern "C" void fubiao_read_pdf(std::string_view bytes, const fubiao::Limits& limits, fubiao::Document& document);
