#include "extract/visibility.h"

#include <algorithm>

#include "extract/backdrop.h"

namespace fubiao {

namespace {

bool is_one_image(const Page& page) {
  // A scan covers the sheet but for its margins: 0.6 of the area (seen: A4 scans placed with 15 mm margins, 0.75).
  for (const Image& image : page.images) {
    if (image.box.width() * image.box.height() > 0.6 * page.width * page.height) return true;
  }
  return false;
}

}  // namespace

bool judge_visibility(Page& page) {
  const Backdrop backdrop(page);
  const Box sheet{0, 0, page.width, page.height};
  bool any_seen = false;
  for (Glyph& glyph : page.glyphs) {
    if (glyph.visibility != Visibility::seen) continue;
    const Point centre = glyph.box.centre();
    if (!sheet.contains(centre)) {
      glyph.visibility = Visibility::clipped;
    } else if (contrast(glyph.colour, backdrop.beneath(centre, glyph.order)) < least_contrast) {
      // On an image a white letter may well be seen.
      bool on_image = false;
      for (const Image& image : page.images) on_image |= image.order < glyph.order && image.box.contains(centre);
      if (!on_image) glyph.visibility = Visibility::background;
    } else if (backdrop.covered(glyph.box, glyph.order)) {
      glyph.visibility = Visibility::covered;
    }
    any_seen |= glyph.visibility == Visibility::seen;
  }
  if (any_seen || page.glyphs.empty() || !is_one_image(page)) return false;
  for (Glyph& glyph : page.glyphs) {
    if (glyph.visibility == Visibility::render_mode || glyph.visibility == Visibility::transparent) {
      glyph.visibility = Visibility::seen;
    }
  }
  return true;
}

bool is_picture(const Page& page) {
  return is_one_image(page) && std::none_of(page.glyphs.begin(), page.glyphs.end(),
                                            [](const Glyph& glyph) { return glyph.visibility == Visibility::seen; });
}

}  // namespace fubiao
