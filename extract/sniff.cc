// Telling formats apart by their first bytes, never by name.
#include <array>
#include <string>

#include "extract/encoding.h"
#include "extract/open.h"

namespace fubiao {
namespace {

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

}  // namespace

std::string_view name(Format format) {
  switch (format) {
    case Format::pdf: return "pdf";
    case Format::docx: return "docx";
    case Format::text: return "text";
  }
  return "text";
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

}  // namespace fubiao
