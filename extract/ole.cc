#include "extract/ole.h"

#include <array>
#include <cstddef>

namespace fubiao {

namespace {

// [MS-CFB] §2.6.1: an entry of 128 bytes; 64 bytes of UTF-16LE name, its length in bytes with the final zero, a type.
constexpr std::size_t entry_size = 128;

bool entry_is(std::string_view entry, std::string_view name) {
  const std::size_t length = (name.size() + 1) * 2;
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(entry[at]); };
  if (byte(64) != length || byte(65) != 0 || byte(66) == 0 || byte(66) > 5) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (entry[2 * i] != name[i] || entry[2 * i + 1] != 0) return false;
  }
  return true;
}

}  // namespace

bool is_ole(std::string_view bytes) {
  return bytes.substr(0, 8) == std::string_view("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
}

OleKind classify_ole(std::string_view bytes) {
  if (!is_ole(bytes)) return OleKind::none;
  struct Mark {
    std::string_view stream;
    OleKind kind;
  };
  static constexpr std::array<Mark, 6> marks = {{
      {"EncryptedPackage", OleKind::encrypted_package},
      {"WordDocument", OleKind::word},
      {"Workbook", OleKind::spreadsheet},
      {"Book", OleKind::spreadsheet},
      {"PowerPoint Document", OleKind::presentation},
      {"PP97_DUALSTORAGE", OleKind::presentation},
  }};
  // Sectors of 512 or 4096 bytes follow the header, so every entry begins at a multiple of 128.
  std::array<bool, marks.size()> seen{};
  for (std::size_t at = 512; at + entry_size <= bytes.size(); at += entry_size) {
    const std::string_view entry = bytes.substr(at, entry_size);
    for (std::size_t i = 0; i < marks.size(); ++i) {
      if (entry_is(entry, marks.at(i).stream)) seen.at(i) = true;
    }
  }
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (seen.at(i)) return marks.at(i).kind;
  }
  return OleKind::other;
}

Error ole_error(OleKind kind) {
  switch (kind) {
    case OleKind::encrypted_package: return {ErrorCode::encrypted, "an Office file that needs a password to open"};
    case OleKind::word: return {ErrorCode::unsupported, "an old Word document (.doc): save it as .docx or PDF first"};
    case OleKind::spreadsheet: return {ErrorCode::unsupported, "an old Excel workbook (.xls), not a report document"};
    case OleKind::presentation:
      return {ErrorCode::unsupported, "an old PowerPoint presentation (.ppt), not a report document"};
    case OleKind::none:
    case OleKind::other: break;
  }
  return {ErrorCode::unsupported, "an OLE compound file of an unknown kind"};
}

}  // namespace fubiao
