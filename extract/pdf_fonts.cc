#include "extract/pdf_fonts.h"

#include <poppler/Object.h>
#include <poppler/Stream.h>
#include <poppler/XRef.h>

#include <algorithm>

namespace fubiao {

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
