#include "extract/pdf_fonts.h"

#include <poppler/GfxFont.h>
#include <poppler/GlobalParams.h>
#include <poppler/Object.h>
#include <poppler/Stream.h>
#include <poppler/XRef.h>

#include <algorithm>

namespace fubiao {

namespace {

/// The Unicode of an embedded font is a map of all codes to themselves: its writer knew no better. Where the codes are
/// Unicode, as tFPDF and mPDF have them, a CIDToGIDMap leads to the glyphs; without one the codes are glyph numbers.
bool is_mapped_to_itself(const GfxFont& font) {
  Ref file;
  if (!font.isCIDFont() || !font.getEmbeddedFontID(&file)) return false;
  // getCIDToGID() changes nothing, but is not const.
  if (const_cast<GfxCIDFont&>(static_cast<const GfxCIDFont&>(font)).getCIDToGID() != nullptr) return false;
  // All over the range, where a subset has no letters: a map of some codes that happen to be Unicode is none of these.
  for (const char* bytes : {"\x01\x21", "\x03\x41", "\x12\x34", "\x4E\x41", "\x7F\x7F", "\x9F\xA5", "\xF8\x7F"}) {
    CharCode code = 0;
    const Unicode* unicode = nullptr;
    int length = 0;
    double ignored[4];
    const int read =
        font.getNextChar(bytes, 2, &code, &unicode, &length, &ignored[0], &ignored[1], &ignored[2], &ignored[3]);
    const auto byte = [bytes](int i) { return static_cast<Unicode>(static_cast<unsigned char>(bytes[i])); };
    if (read != 2 || length != 1 || unicode[0] != (byte(0) << 8 | byte(1))) return false;
  }
  return true;
}

}  // namespace

bool unicode_is_a_guess(const GfxFont& font) {
  if (font.hasToUnicodeCMap()) return is_mapped_to_itself(font);
  if (!font.isCIDFont()) return false;
  const GooString* collection = static_cast<const GfxCIDFont&>(font).getCollection();
  // Known collections (Adobe-GB1 …) have CID to Unicode tables in poppler-data.
  return collection == nullptr || collection->toStr() == "Adobe-Identity";
}

bool is_named_by_a_number(const GfxFont& font, unsigned code) {
  if (font.isCIDFont() || font.hasToUnicodeCMap() || code > 0xFF) return false;
  // getEncoding() changes nothing, but is not const.
  const char* given = const_cast<Gfx8BitFont&>(static_cast<const Gfx8BitFont&>(font)).getEncoding()[code];
  if (given == nullptr) return false;
  const std::string_view letter = given;
  const std::size_t digits = letter.find_first_of("0123456789");
  if (digits > 3 || digits == std::string_view::npos) return false;
  if (letter.find_first_not_of("0123456789abcdefABCDEF", digits) != std::string_view::npos) return false;
  const bool says_unicode = letter.substr(0, digits) == "uni" || letter.substr(0, digits) == "u";
  return !says_unicode && globalParams->mapNameToUnicodeText(given) == 0;
}

void narrow(const GfxFont& font, unsigned cid, std::u32string& text) {
  if (cid < 814 || cid > 907 || text.size() != 1 || text[0] <= 0xFF00 || text[0] > 0xFF5E) return;
  if (!font.isCIDFont() || font.hasToUnicodeCMap()) return;
  const GooString* collection = static_cast<const GfxCIDFont&>(font).getCollection();
  if (collection != nullptr && collection->toStr() == "Adobe-GB1") text[0] -= 0xFEE0;
}

void FontFiles::keep_unpacked(XRef& xref, Dict* resources) {
  if (resources == nullptr) return;
  const Object fonts = resources->lookup("Font");
  if (!fonts.isDict()) return;
  for (int i = 0; i < fonts.dictGetLength(); ++i) {
    const Object& entry = fonts.dictGetValNF(i);
    if (!entry.isRef() || !fonts_.insert(entry.getRef().num).second) continue;
    const Object font = entry.fetch(&xref);
    if (!font.isDict()) continue;
    const Object descriptor = font.dictLookup("FontDescriptor");
    if (!descriptor.isDict()) continue;
    for (const char* key : {"FontFile", "FontFile3"}) {  // the others are never unpacked for their encoding
      const Object& file = descriptor.dictLookupNF(key);
      if (file.isRef()) unpack(xref, file.getRef());
    }
  }
}

/// All bytes of a stream, or, with a word that ends what is wanted, those up to some way behind it.
std::string FontFiles::unpacked_head(Stream& stream, std::string_view last) {
  constexpr int step = 4096;
  std::string bytes;
  stream.reset();
  while (true) {
    const std::size_t before = bytes.size();
    bytes.resize(before + step);
    const int count = stream.doGetChars(step, reinterpret_cast<unsigned char*>(bytes.data() + before));
    bytes.resize(before + static_cast<std::size_t>(std::max(count, 0)));
    if (count < step || bytes.size() > most_bytes) return bytes;
    const std::size_t overlap = std::min(before, last.size());
    if (!last.empty() && bytes.find(last, before - overlap) != std::string::npos) return bytes;
  }
}

void FontFiles::unpack(XRef& xref, Ref ref) {
  if (kept_bytes_ > most_bytes || !files_.insert(ref.num).second) return;
  const Object packed = xref.fetch(ref);
  if (!packed.isStream()) return;
  // A CID font has no encoding to look for, and its file is never unpacked.
  const Object subtype = packed.streamGetDict()->lookup("Subtype");
  if (subtype.isName() && !subtype.isName("Type1C")) return;
  const std::string& bytes = kept_.emplace_back(unpacked_head(*packed.getStream(), subtype.isNull() ? "eexec" : ""));
  kept_bytes_ += bytes.size();
  if (bytes.size() > most_bytes) return;  // not read to its end
  Object dict(new Dict(&xref));
  const Object unpacked(
      static_cast<Stream*>(new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), std::move(dict))));
  xref.setModifiedObject(&unpacked, ref);
}

}  // namespace fubiao
