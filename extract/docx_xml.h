// Elements of WordprocessingML as numbers, whatever prefix a file gives them: transitional (ECMA-376 part 4) and
// strict (part 1) namespaces are one; mc:AlternateContent (part 3 §7.5) is resolved on the way.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "extract/xml.h"

namespace fubiao {

/// Every element that the reader looks at. All are of the main namespace but the last groups.
enum class Tag : std::uint8_t {
  other,
  // clang-format off
  abstractNum, abstractNumId, altChunk, annotationRef, basedOn, bdo, body, br, cellDel, cellMerge, checkBox,
  checked, color, cr, customXml, ddList, defaultValue, del, delInstrText, delText, dir, docDefaults, document,
  drawing, endnoteRef, endnoteReference, ffData, fldChar, fldSimple, footnoteRef, footnoteReference, framePr,
  gridAfter, gridBefore, gridCol, gridSpan, hMerge, hidden, highlight, hyperlink, ilvl, ins, instrText, isLgl, jc, listEntry, lvl,
  lvlOverride, lvlPicBulletId, lvlRestart, lvlText, moveFrom, moveTo, name, noBreakHyphen, num, numFmt, numId, numPr,
  numStyleLink, numbering, object, outlineLvl, p, pPr, pPrDefault, pStyle, pgNum, pict, ptab, r, rFonts, rPr, rPrDefault,
  rStyle, result, rt, ruby, rubyBase, sdt, sdtContent, shd, smartTag, softHyphen, specVanish, start, startOverride, style,
  styleLink, styles, subDoc, suff, sym, sz, t, tab, tbl, tblGrid, tblHeader, tblPr, tblStyle, tc, tcPr, tcW, textDirection, tr, trPr,
  txbxContent, vMerge, vanish, vertAlign,
  // clang-format on
  mc_alternate,  ///< mc:AlternateContent
  math,          ///< any element of Office math
  text_path,     ///< v:textpath: the words of VML WordArt
};

class WordXml : public Xml {
 public:
  using Xml::Xml;

  /// Of the element at which the reader stands.
  Tag tag();

  std::optional<std::string_view> val() const { return attribute("val"); }
  /// An on/off property (§17.17.4): present without w:val is on.
  bool on() const;
  std::optional<int> int_val() const;

  /// As Xml::each_child, with the tag. Of an mc:AlternateContent the children of the branch chosen are visited in its
  /// place: the first Choice whose namespaces we know, else the Fallback; never both.
  template <class Visit>
  void each(Visit&& visit) {
    each_child([&] {
      const Tag child = tag();
      if (child != Tag::mc_alternate) {
        visit(child);
        return;
      }
      bool chosen = false;
      each_child([&] {
        if (chosen || !is_chosen_branch()) return;
        chosen = true;
        each(visit);
      });
    });
  }

 private:
  bool is_chosen_branch() const;

  // Element names are interned by the reader, so that an address says all. One entry per name, the last one wins.
  struct Known {
    const void* name = nullptr;
    const void* space = nullptr;
    Tag tag = Tag::other;
  };
  std::array<Known, 512> known_{};
};

std::optional<int> to_int(std::string_view text);

}  // namespace fubiao
