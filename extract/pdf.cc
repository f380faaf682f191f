// PDF through Poppler's core. With pdf_fonts.cc, pdf_picture.cc and pdf_setup.cc the only file that includes Poppler
// (its private interface changes with every release), and a module of its own: loading Poppler's libraries takes longer
// than reading a DOCX report.
//
// Poppler interprets the content stream and calls the output device below, which writes down what is painted, in
// paint order: glyphs, straight lines, filled rectangles, images, clip rectangles. Poppler undoes /Rotate and the
// CropBox offset and turns the y axis, so all coordinates arrive in the system of geometry.h.
//
// What Poppler does not do for us:
//   - A CID font of the collection Adobe-Identity without a ToUnicode map has no Unicode at all; Poppler then passes
//     the CID off as a code point. Such fonts are marked (`Font::trusted`). ISO 32000-1, 9.10.2.
//     More of the kind: pdf_fonts.h.
//   - Glyphs of vertical writing mode arrive at their vertical origin; (originX, originY) leads back to the
//     horizontal one, from which the box is made. ISO 32000-1, 9.7.4.3.
//   - Ascent and descent of fonts are not used: they lie (see Glyph).
//   - ToUnicode maps lead to radicals where ideographs are meant (radicals.h).
//   - Type 3 glyphs are letters too (Chromium writes nothing else): interpretType3Chars() is false.

#include <poppler/Catalog.h>
#include <poppler/GfxFont.h>
#include <poppler/GfxState.h>
#include <poppler/OutputDev.h>
#include <poppler/PDFDoc.h>

#include <cmath>
#include <map>
#include <memory>

#include "extract/backdrop.h"
#include "extract/open.h"
#include "extract/path.h"
#include "extract/pdf_fonts.h"
#include "extract/pdf_module.h"
#include "extract/pdf_patterns.h"
#include "extract/pdf_setup.h"
#include "extract/pdf_string.h"
#include "extract/radicals.h"
#include "extract/visibility.h"

namespace fubiao {

namespace {

std::string text_of(const std::unique_ptr<GooString>& string) {
  return string == nullptr ? std::string() : pdf_text_string(string->toStr());
}

// ---- the device ------------------------------------------------------------------------------------------------

std::uint32_t rgb_of(const GfxRGB& rgb) {
  return static_cast<std::uint32_t>(colToByte(rgb.r)) << 16 | static_cast<std::uint32_t>(colToByte(rgb.g)) << 8 |
         static_cast<std::uint32_t>(colToByte(rgb.b));
}

/// A turn is a multiple of a quarter to within about 3 degrees: real turns are exact, watermarks are far off.
constexpr double turn_tolerance = 0.05;

/// The copy of a font that is marked: the same font may be trusted elsewhere. `font`: -1, or into Document::fonts.
int untrusted_copy(Document& document, std::map<int, int>& copies, int font) {
  const auto [position, is_new] = copies.try_emplace(font, static_cast<int>(document.fonts.size()));
  if (is_new) {
    Font copy = font >= 0 ? document.fonts[static_cast<std::size_t>(font)] : Font{};
    copy.trusted = false;
    document.fonts.push_back(std::move(copy));
  }
  return position->second;
}

class Recorder final : public WithoutPatterns<OutputDev> {
 public:
  Recorder(Document& document, const Limits& limits) : document_(document), limits_(limits) {}

  void begin(Page& page) {
    page_ = &page;
    order_ = 0;
    font_ = -1;
    last_font_ = nullptr;
    colours_known_ = false;
  }
  bool over_limit() const { return over_limit_; }

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool needNonText() override { return true; }
  bool useTilingPatternFill() override { return true; }

  void startPage(int /*number*/, GfxState* state, XRef* /*xref*/) override {
    page_->width = state->getPageWidth();
    page_->height = state->getPageHeight();
    font_ = -1;
    last_font_ = nullptr;
    colours_known_ = false;
  }

  void updateFillColorSpace(GfxState*) override { colours_known_ = false; }
  void updateStrokeColorSpace(GfxState*) override { colours_known_ = false; }
  void updateFillColor(GfxState*) override { colours_known_ = false; }
  void updateStrokeColor(GfxState*) override { colours_known_ = false; }
  void restoreState(GfxState*) override {
    colours_known_ = false;
    last_font_ = nullptr;
  }
  void updateFont(GfxState*) override { last_font_ = nullptr; }

  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y,
                CharCode code, int bytes, const Unicode* unicode, int length) override;
  void stroke(GfxState* state) override;
  void fill(GfxState* state) override { record_fill(state, false); }
  void eoFill(GfxState* state) override { record_fill(state, true); }
  void clip(GfxState* state) override { record_clip(state); }
  void eoClip(GfxState* state) override { record_clip(state); }

  void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height, GfxImageColorMap* colours,
                 bool interpolate, const int* mask, bool inline_image) override {
    record_image(state);
    OutputDev::drawImage(state, ref, stream, width, height, colours, interpolate, mask, inline_image);
  }
  void drawMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int, int, bool,
                       bool) override {
    record_image(state);
  }
  void drawSoftMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int, int,
                           GfxImageColorMap*, bool) override {
    record_image(state);
  }

 private:
  Document& document_;
  const Limits& limits_;
  Page* page_ = nullptr;
  int order_ = 0;
  bool over_limit_ = false;

  // The state of the current font and colours, looked up once for many glyphs.
  const GfxFont* last_font_ = nullptr;
  int font_ = -1;
  double type3_scale_ = 1;
  std::map<std::pair<int, int>, int> fonts_by_id_;
  std::map<int, int> untrusted_;  ///< copies of fonts, for the letters that only a number names
  bool colours_known_ = false;
  std::uint32_t fill_colour_ = 0;
  std::uint32_t stroke_colour_ = 0;

  void look_up_colours(GfxState* state) {
    if (colours_known_) return;
    GfxRGB rgb;
    state->getFillRGB(&rgb);
    fill_colour_ = rgb_of(rgb);
    state->getStrokeRGB(&rgb);
    stroke_colour_ = rgb_of(rgb);
    colours_known_ = true;
  }
  void look_up_font(GfxState* state);
  Visibility visibility_of(GfxState* state, const Box& box) const;

  void record_fill(GfxState* state, bool even_odd);
  void record_clip(GfxState* state);
  void record_image(GfxState* state);
  void add_paints(const std::vector<Paint>& paints) {
    for (Paint paint : paints) {
      if (page_->paints.size() >= limits_.paints_per_page) {
        over_limit_ = true;
        return;
      }
      paint.order = order_++;
      page_->paints.push_back(paint);
    }
  }
};

void Recorder::look_up_font(GfxState* state) {
  const GfxFont* font = state->getFont().get();
  if (font == last_font_ && font != nullptr) return;
  last_font_ = font;
  type3_scale_ = 1;
  font_ = -1;
  if (font == nullptr) return;
  if (font->getType() == fontType3) {
    // The em of a Type 3 font is what its matrix makes of its glyph space; where the box of its glyphs is given and
    // far from one em, the font size lies (bitmap fonts with size 1).
    const double* matrix = font->getFontMatrix();
    const double* bbox = font->getFontBBox();
    const double height = std::abs(matrix[3]) * (bbox[3] - bbox[1]);
    if (height > 0 && (height < 0.4 || height > 4)) type3_scale_ = height;
  }
  const Ref id = *font->getID();
  const auto [position, is_new] = fonts_by_id_.try_emplace({id.num, id.gen}, static_cast<int>(document_.fonts.size()));
  font_ = position->second;
  if (!is_new) return;
  Font record;
  record.name = font->getName().value_or("");
  record.trusted = !unicode_is_a_guess(*font);
  record.bold = font->isBold() || record.name.find("Bold") != std::string::npos;
  document_.fonts.push_back(std::move(record));
}

Visibility Recorder::visibility_of(GfxState* state, const Box& box) const {
  const int mode = state->getRender();
  if (mode == 3 || mode == 7) return Visibility::render_mode;
  if (state->getFillOpacity() < 0.02 && (mode == 0 || mode == 4)) return Visibility::transparent;
  Box clip;
  state->getClipBBox(&clip.x0, &clip.y0, &clip.x1, &clip.y1);
  if (!clip.contains(box.centre())) return Visibility::clipped;
  return Visibility::seen;
}

void Recorder::drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y,
                        CharCode code, int bytes, const Unicode* unicode, int length) {
  if (page_->glyphs.size() >= limits_.glyphs_per_page) {
    over_limit_ = true;
    return;
  }
  look_up_font(state);
  look_up_colours(state);
  Glyph glyph;
  glyph.order = order_++;
  glyph.font = font_;
  const bool stroked = state->getRender() == 1;
  glyph.colour =
      on_paper(stroked ? stroke_colour_ : fill_colour_, stroked ? state->getStrokeOpacity() : state->getFillOpacity());
  glyph.vertical = state->getFont() != nullptr && state->getFont()->getWMode() == 1;
  for (int i = 0; i < length; ++i) {
    // Poppler passes U+0000 for codes that a damaged ToUnicode map sends nowhere.
    if (unicode[i] == 0) continue;
    append_letters(glyph.text, static_cast<char32_t>(unicode[i]));
  }
  if (font_ >= 0) narrow(*state->getFont(), code, glyph.text);
  if (font_ >= 0 && is_named_by_a_number(*state->getFont(), code)) {
    glyph.font = untrusted_copy(document_, untrusted_, font_);
  }

  double m11 = 0, m12 = 0, m21 = 0, m22 = 0;
  state->getFontTransMat(&m11, &m12, &m21, &m22);
  glyph.size = std::hypot(m21, m22) * type3_scale_;
  if (!(glyph.size > 0) || !std::isfinite(glyph.size)) return;
  const double along = std::hypot(m11, m12);
  const double sine = along > 0 ? m12 / along : 0;
  const double cosine = along > 0 ? m11 / along : 1;
  if (std::abs(sine) < turn_tolerance) {
    glyph.turn = cosine > 0 ? Turn::none : Turn::half;
  } else if (std::abs(cosine) < turn_tolerance) {
    glyph.turn = sine > 0 ? Turn::quarter : Turn::three_quarters;
  } else {
    glyph.upright = false;
  }

  // The advance without character and word spacing, which belong to no glyph.
  double spacing = state->getCharSpace();
  if (bytes == 1 && length == 1 && unicode[0] == 0x20) spacing += state->getWordSpace();
  double spacing_x = 0, spacing_y = 0;
  if (glyph.vertical) {
    state->textTransformDelta(0, spacing, &spacing_x, &spacing_y);
  } else {
    state->textTransformDelta(spacing * state->getHorizScaling(), 0, &spacing_x, &spacing_y);
  }
  double advance_x = 0, advance_y = 0;
  state->transformDelta(dx - spacing_x, dy - spacing_y, &advance_x, &advance_y);
  glyph.advance = std::hypot(advance_x, advance_y);

  state->transform(x - origin_x, y - origin_y, &glyph.origin.x, &glyph.origin.y);
  if (!std::isfinite(glyph.origin.x) || !std::isfinite(glyph.origin.y) || !std::isfinite(glyph.advance)) return;

  // Box: from the baseline, .88 em to the top and .12 em to the bottom, as wide as the advance (a full em for
  // vertical writing, whose advance runs down).
  // Some vertical labels of LibreOffice come in a horizontal font with advances of 0.
  const bool no_advance = glyph.advance < 0.01 * glyph.size && !glyph.text.empty() && glyph.text.front() >= 0x2E80;
  const double width = glyph.vertical || no_advance ? glyph.size : glyph.advance;
  const double up = 0.88 * glyph.size;
  const double down = 0.12 * glyph.size;
  glyph.box = Box::nothing();
  for (const auto& [a, b] :
       {std::pair{0.0, up}, std::pair{0.0, -down}, std::pair{width, up}, std::pair{width, -down}}) {
    // (cosine, sine) leads along the line, (sine, -cosine) to the top of the letters: y runs downwards.
    glyph.box.add(Point{glyph.origin.x + a * cosine + b * sine, glyph.origin.y + a * sine - b * cosine});
  }
  glyph.visibility = visibility_of(state, glyph.box);
  if (glyph.text.empty()) glyph.text.push_back(U'\uFFFD');
  page_->glyphs.push_back(std::move(glyph));
}

/// The current path in page space.
std::vector<Subpath> path_of(GfxState* state) {
  std::vector<Subpath> path;
  const GfxPath* source = state->getPath();
  for (int s = 0; s < source->getNumSubpaths(); ++s) {
    const GfxSubpath* subpath = source->getSubpath(s);
    Subpath& copy = path.emplace_back();
    for (int i = 0; i < subpath->getNumPoints(); ++i) {
      Point point;
      state->transform(subpath->getX(i), subpath->getY(i), &point.x, &point.y);
      copy.points.push_back(point);
      copy.curved.push_back(subpath->getCurve(i));
    }
  }
  return path;
}

void Recorder::stroke(GfxState* state) {
  look_up_colours(state);
  Brush brush;
  brush.colour = stroke_colour_;
  brush.opacity = state->getStrokeOpacity();
  // A line of width 0 is the thinnest that the device can draw. ISO 32000-1, 8.4.3.2.
  brush.width = std::max(state->getTransformedLineWidth(), 0.1);
  brush.square_caps = state->getLineCap() != 0;
  double dash_start = 0;
  brush.dashed = !state->getLineDash(&dash_start).empty();
  state->getClipBBox(&brush.clip.x0, &brush.clip.y0, &brush.clip.x1, &brush.clip.y1);
  add_paints(stroked(path_of(state), brush));
}

void Recorder::record_fill(GfxState* state, bool even_odd) {
  look_up_colours(state);
  Brush brush;
  brush.colour = fill_colour_;
  brush.opacity = state->getFillOpacity();
  brush.even_odd = even_odd;
  state->getClipBBox(&brush.clip.x0, &brush.clip.y0, &brush.clip.x1, &brush.clip.y1);
  add_paints(filled(path_of(state), brush));
}

void Recorder::record_clip(GfxState* state) {
  if (page_->clips.size() >= limits_.paints_per_page) {
    over_limit_ = true;
    return;
  }
  Clip clip;
  state->getClipBBox(&clip.box.x0, &clip.box.y0, &clip.box.x1, &clip.box.y1);
  if (clip.box.empty()) return;
  clip.order = order_++;
  page_->clips.push_back(clip);
}

void Recorder::record_image(GfxState* state) {
  if (page_->images.size() >= limits_.paints_per_page) {
    over_limit_ = true;
    return;
  }
  Image image;
  image.box = Box::nothing();
  for (const auto& [x, y] : {std::pair{0.0, 0.0}, std::pair{0.0, 1.0}, std::pair{1.0, 0.0}, std::pair{1.0, 1.0}}) {
    Point p;
    state->transform(x, y, &p.x, &p.y);
    image.box.add(p);
  }
  image.order = order_++;
  page_->images.push_back(image);
}

// ---- the document ----------------------------------------------------------------------------------------------

void distrust(Document& document, Page& page) {
  std::map<int, int> copies;
  for (Glyph& glyph : page.glyphs) glyph.font = untrusted_copy(document, copies, glyph.font);
}

void read_into(std::string_view bytes, const Limits& limits, Document& document) {
  pdf_syntax_errors() = 0;
  bool rebuilt = false;
  FontFiles font_files;  // outlives the streams that read from it
  const std::unique_ptr<PDFDoc> opened = open_pdf(bytes, [&rebuilt] { rebuilt = true; });
  PDFDoc& pdf = *opened;
  const int count = pdf.getNumPages();
  if (count <= 0) throw Error(ErrorCode::damaged, "the PDF is damaged: it has no pages that can be read");
  if (count > limits.pages) {
    throw Error(ErrorCode::limit, "the PDF has " + std::to_string(count) + " pages, more than the limit of " +
                                      std::to_string(limits.pages));
  }

  document.format = Format::pdf;
  document.properties.title = text_of(pdf.getDocInfoTitle());
  document.properties.author = text_of(pdf.getDocInfoAuthor());
  document.properties.producer = text_of(pdf.getDocInfoProducer());
  if (document.properties.producer.empty()) {
    document.properties.producer = text_of(pdf.getDocInfoCreator());
  }

  Recorder recorder(document, limits);
  document.pages.reserve(static_cast<std::size_t>(count));
  for (int number = 1; number <= count; ++number) {
    Page& page = document.pages.emplace_back();
    page.number = number;
    recorder.begin(page);
    if (count > 1) {
      ::Page* source = pdf.getPage(number);
      if (source != nullptr) font_files.keep_unpacked(*pdf.getXRef(), source->getResourceDict());
    }
    pdf.displayPage(
        &recorder, number, 72, 72, /*rotate=*/0, /*useMediaBox=*/false, /*crop=*/true, /*printing=*/false,
        [](void* data) { return static_cast<Recorder*>(data)->over_limit(); }, &recorder);
    if (recorder.over_limit()) {
      throw Error(ErrorCode::limit, "page " + std::to_string(number) + " of the PDF has more content than the limit");
    }
    if (judge_visibility(page)) {
      distrust(document, page);
      document.findings.push_back({"ocr-layer",
                                   Severity::warning,
                                   "Page " + std::to_string(number) +
                                       " is an image with invisible text over it; the text is what some optical "
                                       "character recognition made of the image.",
                                   {},
                                   {.page = number, .table = {}, .row = {}, .column = {}}});
    } else if (is_picture(page)) {
      document.findings.push_back({"page-unread",
                                   Severity::error,
                                   "Page " + std::to_string(number) + " is an image without any text.",
                                   {},
                                   {.page = number, .table = {}, .row = {}, .column = {}}});
    }
  }
  if (rebuilt) {
    document.findings.push_back({"pdf-rebuilt",
                                 Severity::warning,
                                 "The cross-reference table of the PDF is damaged; its objects were found by searching "
                                 "the file, and some may be missing or out of date.",
                                 {},
                                 {}});
  }
  if (pdf_syntax_errors() > 0) {
    document.findings.push_back({"pdf-syntax",
                                 Severity::note,
                                 "The PDF breaks the rules of its format in " + std::to_string(pdf_syntax_errors()) +
                                     " places; what could be read was read.",
                                 {},
                                 {}});
  }
}

}  // namespace

}  // namespace fubiao

extern "C" __attribute__((visibility("default"))) void fubiao_read_pdf(std::string_view bytes,
                                                                       const fubiao::Limits& limits,
                                                                       fubiao::Document& document) {
  fubiao::read_into(bytes, limits, document);
}
