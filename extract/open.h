// The entrance of extract: bytes in, Document out.
#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "extract/document.h"
#include "extract/limits.h"

namespace fubiao {

/// A file as given, read whole. The bytes are kept because every reader needs random access to them.
struct Source {
  std::string path;  ///< as given by the user, "-" for standard input
  std::string bytes;
};

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using OpenFile = std::unique_ptr<std::FILE, CloseFile>;
/// Opens the file at `file` for reading, whoever reads it. Throws Error (not_found, unreadable).
OpenFile open_file(const std::filesystem::path& file);

/// Reads the file at `file`. Throws Error (not_found, unreadable, empty, limit).
Source load(const std::filesystem::path& file, std::string path_as_given, const Limits& limits = {});

/// Tells the format by content (never by name). Throws Error (empty, unsupported).
Format sniff(std::string_view bytes);

/// Reads a source of any supported format. A file name that promises another format gives the finding
/// `wrong-extension`. Throws Error; it is the only stage that may.
Document open(const Source& source, const Limits& limits = {});

// One reader per format. Each throws Error and nothing else, whatever the bytes are.
Document read_pdf(std::string_view bytes, const Limits& limits);   // pdf.cc
Document read_docx(std::string_view bytes, const Limits& limits);  // docx.cc
Document read_text(std::string_view bytes, const Limits& limits);  // text.cc

}  // namespace fubiao
