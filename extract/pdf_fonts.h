// Fonts of a PDF: their files, unpacked once, and whether what they say of their letters can be trusted. Part of the
// PDF module, as pdf.cc.
#pragma once

#include <cstddef>
#include <deque>
#include <set>
#include <string>
#include <string_view>

class Dict;
class GfxFont;
class Stream;
class XRef;
struct Ref;

namespace fubiao {

/// Poppler makes all fonts anew on every page, and unpacks the font file of a Type 1 font each time, to look for its
/// encoding: of a report of six pages by LibreOffice that was a quarter of the whole run. So each file is unpacked
/// once, before the first page that uses it, and Poppler is given the unpacked bytes in its place; of a Type 1 program
/// only those before "eexec", since the rest is encrypted outlines. Fonts that only a form XObject names stay as they
/// are.
class FontFiles {
 public:
  /// Of the fonts in the resources of a page (null: it has none). The streams put into `xref` read from this object.
  void keep_unpacked(XRef& xref, Dict* resources);

 private:
  static std::string unpacked_head(Stream& stream, std::string_view last);
  void unpack(XRef& xref, Ref ref);

  static constexpr std::size_t most_bytes = 64u << 20;  ///< Chinese fonts have up to 20 MB
  std::set<int> fonts_;                                 ///< object numbers of those that were looked at
  std::set<int> files_;
  std::deque<std::string> kept_;
  std::size_t kept_bytes_ = 0;
};

/// Whether the Unicode of a font is made up: a CID font of the collection Adobe-Identity without a ToUnicode map, or an
/// embedded one that a map of all codes to themselves goes with.
bool unicode_is_a_guess(const GfxFont& font);

/// A simple font without a ToUnicode map calls the letter "g48" or "C0030": Poppler takes the number for the character,
/// but it may as well be that of the glyph. Names like "eight" and "uni0038" say what they mean.
bool is_named_by_a_number(const GfxFont& font, unsigned code);

/// CIDs 814 to 907 of Adobe-GB1 are the half-width letters, which GBK-EUC-H asks for; poppler-data calls them by the
/// full-width ones. `text`: of one glyph.
void narrow(const GfxFont& font, unsigned cid, std::u32string& text);

}  // namespace fubiao
