// Which glyphs count.
//
// Two reasons to leave a glyph out: no reader sees it (told by extract), or it was drawn before at the same place.
// Producers draw a letter twice, a hair apart, to make it bold ("fake bold"); read as two letters a 1 becomes 11.
// The same character of the same size whose origin lies within a tenth of an em of an earlier one is the same letter:
// two real letters are at least their advance apart, and no digit is narrower than .25 em. The earlier one may have
// been painted long before (a whole line twice), so all glyphs of the page are looked through, by a spatial hash.
//
// Invariant: every glyph of the page is returned or counted. Tested by ink_test.cc.

#include "layout/ink.h"

#include <cmath>
#include <unordered_map>

#include "layout/join.h"

namespace fubiao {

namespace {

/// In em. Fake bold is drawn .01 to .05 em apart; pdfplumber's and mupdf's users report up to .1.
constexpr double same_place = 0.1;

/// The character is part of the key: a page crowded with letters has many in one place, but few that are the same.
std::uint64_t key_of(const Glyph& glyph, long column, long row) {
  const std::uint64_t place =
      static_cast<std::uint64_t>(column) * 0x9E3779B97F4A7C15ull ^ static_cast<std::uint64_t>(row);
  return place ^ static_cast<std::uint64_t>(glyph.text.empty() ? 0 : glyph.text.front()) << 40;
}

bool same_letter(const Glyph& a, const Glyph& b) {
  return a.text == b.text && a.turn == b.turn && std::abs(a.size - b.size) <= 0.1 * b.size &&
         std::abs(a.origin.x - b.origin.x) <= same_place * b.size &&
         std::abs(a.origin.y - b.origin.y) <= same_place * b.size;
}

}  // namespace

bool is_white_glyph(const Glyph& glyph) {
  for (char32_t c : glyph.text) {
    if (!is_white(c) && !is_invisible(c)) return false;
  }
  return true;
}

std::vector<int> visible_glyphs(const Page& page, Census& census) {
  std::vector<int> kept;
  kept.reserve(page.glyphs.size());
  // Cells of 2 pt: letters of up to 20 pt that are the same lie in neighbouring ones; bigger letters are compared too
  // as far as they fall there, which fake bold does.
  constexpr double cell = 2.0;
  std::unordered_multimap<std::uint64_t, int> seen;
  seen.reserve(page.glyphs.size());
  for (std::size_t i = 0; i < page.glyphs.size(); ++i) {
    const Glyph& glyph = page.glyphs[i];
    const bool white = is_white_glyph(glyph);
    if (!white) ++census.painted;
    if (glyph.visibility != Visibility::seen || !glyph.upright) {
      if (!white) ++census.unseen;
      continue;
    }
    if (!white) {
      const long column = std::lround(std::floor(glyph.origin.x / cell));
      const long row = std::lround(std::floor(glyph.origin.y / cell));
      bool twice = false;
      for (long dx = -1; dx <= 1 && !twice; ++dx) {
        for (long dy = -1; dy <= 1 && !twice; ++dy) {
          const auto [first, last] = seen.equal_range(key_of(glyph, column + dx, row + dy));
          for (auto it = first; it != last && !twice; ++it) {
            twice = same_letter(page.glyphs[static_cast<std::size_t>(it->second)], glyph);
          }
        }
      }
      if (twice) {
        ++census.twice;
        continue;
      }
      seen.emplace(key_of(glyph, column, row), static_cast<int>(i));
    }
    kept.push_back(static_cast<int>(i));
  }
  return kept;
}

}  // namespace fubiao
