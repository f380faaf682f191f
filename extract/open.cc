#include "extract/open.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

#include "extract/encoding.h"

namespace fubiao {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool begins(std::string_view bytes, std::string_view mark) {
  return bytes.substr(0, mark.size()) == mark;
}

/// Formats that fubiao does not read but knows by their first bytes, so that the message can name them.
struct Signature {
  std::string_view mark;
  std::string_view what;
};
constexpr std::array<Signature, 15> foreign = {{
    {"\x89PNG\r\n", "a PNG picture"},
    {"\xFF\xD8\xFF", "a JPEG picture"},
    {"GIF8", "a GIF picture"},
    {"II*\0", "a TIFF picture"},
    {{"MM\0*", 4}, "a TIFF picture"},
    {"BM", "a BMP picture"},
    {"{\\rtf", "an RTF document"},
    {"\x1F\x8B", "a gzip archive"},
    {"Rar!", "a RAR archive"},
    {"7z\xBC\xAF", "a 7-Zip archive"},
    {"%!PS", "a PostScript document"},
    {"\x7F"
     "ELF",
     "a program"},
    {"MIME-Version:", "a web archive (MHTML)"},
    {"<?xml", "an XML document"},
    {"<!--", "an HTML page"},
}};

constexpr std::string_view zip_mark = {"PK\3\4", 4};
constexpr std::string_view empty_zip_mark = {"PK\5\6", 4};
constexpr std::string_view ole_mark = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// The first bytes as lower-case text without byte order mark and leading white space.
std::string beginning(std::string_view bytes) {
  if (begins(bytes, "\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t at = bytes.find_first_not_of(" \t\r\n\f\v");
  return at == std::string_view::npos ? std::string() : lower(bytes.substr(at, 512));
}

[[noreturn]] void unsupported(std::string_view what) {
  throw Error(ErrorCode::unsupported, "this is " + std::string(what) + "; fubiao reads PDF, DOCX and plain text");
}

bool is_white_only(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == ' ' || (c >= '\t' && c <= '\r') || c == '\0' || c == 0x1A) {
      ++at;
    } else if (text.substr(at, 3) == "\xE3\x80\x80" || text.substr(at, 3) == "\xEF\xBB\xBF") {
      at += 3;  // ideographic space, byte order mark
    } else if (text.substr(at, 2) == "\xC2\xA0") {
      at += 2;  // no-break space
    } else {
      return false;
    }
  }
  return true;
}

/// What the extension of a path promises; empty: nothing that we know.
std::string promised(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  const std::size_t dot = path.find_last_of('.');
  if (dot == std::string::npos || (slash != std::string::npos && dot < slash)) return {};
  const std::string extension = lower(std::string_view(path).substr(dot + 1));
  if (extension == "pdf" || extension == "docx") return extension;
  if (extension == "txt" || extension == "text") return "text";
  for (const char* other :
       {"doc", "html", "htm", "rtf", "ofd", "odt", "wps", "xls", "xlsx", "ppt", "pptx", "png", "jpg"}) {
    if (extension == other) return extension;
  }
  return {};
}

}  // namespace

std::string_view name(Format format) {
  switch (format) {
    case Format::pdf: return "pdf";
    case Format::docx: return "docx";
    case Format::text: return "text";
  }
  return "text";
}

Source load(const std::filesystem::path& file, std::string path_as_given, const Limits& limits) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(file, error);
  if (status.type() == std::filesystem::file_type::not_found)
    throw Error(ErrorCode::not_found, "there is no such file");
  if (status.type() == std::filesystem::file_type::directory) {
    throw Error(ErrorCode::unreadable, "this is a folder, not a file");
  }
  errno = 0;
  const std::unique_ptr<std::FILE, CloseFile> stream(std::fopen(file.c_str(), "rb"));
  if (!stream) {
    const int reason = errno;
    if (reason == ENOENT || reason == ENOTDIR) throw Error(ErrorCode::not_found, "there is no such file");
    throw Error(ErrorCode::unreadable,
                "the system does not let us read it (" + std::generic_category().message(reason) + ")");
  }
  Source source;
  source.path = std::move(path_as_given);
  const std::uintmax_t size = std::filesystem::file_size(file, error);
  if (!error && size <= limits.file_bytes) source.bytes.reserve(static_cast<std::size_t>(size));
  std::array<char, 1 << 16> buffer{};
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), stream.get())) {
    source.bytes.append(buffer.data(), got);
    if (source.bytes.size() > limits.file_bytes) {
      throw Error(ErrorCode::limit, "the file is larger than " + std::to_string(limits.file_bytes >> 20) + " MiB");
    }
  }
  if (std::ferror(stream.get()) != 0) throw Error(ErrorCode::unreadable, "reading it failed");
  if (source.bytes.empty()) throw Error(ErrorCode::empty, "the file is empty");
  return source;
}

Format sniff(std::string_view bytes) {
  if (bytes.empty()) throw Error(ErrorCode::empty, "the file is empty");
  // ISO 32000-1 implementation note 13: readers take a header anywhere in the first 1,024 bytes.
  if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) return Format::pdf;
  // Whatever else these containers hold (OFD, spreadsheets, an old .doc, an encrypted .docx), the reader of DOCX says
  // so.
  if (begins(bytes, zip_mark) || begins(bytes, empty_zip_mark) || begins(bytes, ole_mark)) return Format::docx;
  if (begins(bytes, "RIFF") && bytes.substr(8, 4) == "WEBP") unsupported("a WebP picture");
  for (const Signature& signature : foreign) {
    if (begins(bytes, signature.mark) && (signature.mark != "BM" || bytes.find('\0') < 64)) unsupported(signature.what);
  }
  const std::string start = beginning(bytes);
  for (const char* tag : {"<!doctype html", "<html", "<head", "<body", "<table", "<div", "<meta", "<p>", "<p "}) {
    if (begins(start, tag)) unsupported("an HTML page");
  }
  if (begins(start, "<?xml")) unsupported("an XML document");
  if (is_white_only(bytes)) throw Error(ErrorCode::empty, "the file holds nothing but white space");
  constexpr std::size_t enough = 1 << 16;
  if (!decode_text(bytes.substr(0, enough), bytes.size() > enough)) {
    throw Error(ErrorCode::unsupported, "the content is neither PDF, nor DOCX, nor text in a known encoding");
  }
  return Format::text;
}

Document open(const Source& source, const Limits& limits) {
  const Format format = sniff(source.bytes);
  Document document;
  switch (format) {
    case Format::pdf: document = read_pdf(source.bytes, limits); break;
    case Format::docx: document = read_docx(source.bytes, limits); break;
    case Format::text: document = read_text(source.bytes, limits); break;
  }
  document.format = format;
  const std::string promise = promised(source.path);
  if (!promise.empty() && promise != name(format)) {
    Finding finding;
    finding.code = "wrong-extension";
    finding.severity = Severity::note;
    finding.message = "The file name ends like " + promise + ", but the content is " + std::string(name(format)) +
                      "; it was read by its content.";
    document.findings.insert(document.findings.begin(), finding);
  }
  return document;
}

}  // namespace fubiao
