#include <gtest/gtest.h>

#include <cstdlib>

#include "extract/open.h"
#include "extract/radicals.h"
#include "extract/utf8.h"
#include "tests/make_pdf.h"

namespace fubiao {
namespace {

Page only_page(const PdfPage& page) {
  return read_pdf(make_pdf({page}), {}).pages.at(0);
}

std::string seen_text(const Page& page) {
  std::string text;
  for (const Glyph& glyph : page.glyphs) {
    if (glyph.visibility == Visibility::seen) text += to_utf8(glyph.text);
  }
  return text;
}

TEST(Pdf, GlyphsStandWhereTheyAreDrawnWithClampedBoxes) {
  PdfPage drawing;
  drawing.text(100, 200, "总1", 10);
  const Page page = only_page(drawing);
  ASSERT_EQ(page.glyphs.size(), 2u);
  EXPECT_EQ(seen_text(page), "总1");
  EXPECT_NEAR(page.glyphs[0].origin.x, 100, 0.01);
  EXPECT_NEAR(page.glyphs[0].origin.y, 200, 0.01);
  EXPECT_NEAR(page.glyphs[0].size, 10, 0.01);
  EXPECT_NEAR(page.glyphs[0].box.y0, 191.2, 0.01) << ".88 em above the baseline, whatever the font says";
  EXPECT_NEAR(page.glyphs[0].box.y1, 201.2, 0.01);
  EXPECT_NEAR(page.glyphs[1].box.x0, 110, 0.01);
  EXPECT_NEAR(page.glyphs[1].box.x1, 115, 0.01) << "a digit is half an em wide";
}

TEST(Pdf, CharacterSpacingBelongsToNoGlyph) {
  PdfPage drawing;
  drawing.raw("4 Tc");
  drawing.text(100, 200, "总计");
  const Page page = only_page(drawing);
  EXPECT_NEAR(page.glyphs[0].box.x1, 110, 0.01);
  EXPECT_NEAR(page.glyphs[1].box.x0, 114, 0.01);
}

TEST(Pdf, VerticalWritingModeHasItsInkBelowItsOrigin) {
  PdfPage drawing;
  drawing.text(100, 200, "结果", 10, "F2");
  const Page page = only_page(drawing);
  ASSERT_EQ(page.glyphs.size(), 2u);
  EXPECT_TRUE(page.glyphs[0].vertical);
  // (100, 200) is the top centre of the first glyph's em box: ISO 32000-1, 9.7.4.3 with the default metrics.
  EXPECT_NEAR(page.glyphs[0].box.x0, 95, 0.01);
  EXPECT_NEAR(page.glyphs[0].box.y0, 200, 0.1);
  EXPECT_NEAR(page.glyphs[1].box.y0, 210, 0.1);
}

TEST(Pdf, PageRotationAndCropBoxAreUndone) {
  for (const auto& [rotate, x, y] : {std::tuple{0, 80.0, 170.0}, std::tuple{90, 630.0, 80.0},
                                     std::tuple{180, 420.0, 630.0}, std::tuple{270, 170.0, 420.0}}) {
    PdfPage drawing(600, 900);
    drawing.entry("/Rotate " + std::to_string(rotate) + " /CropBox [20 50 520 850]");  // 500 x 800, 50 from the top
    drawing.text(100, 220, "甲");
    const Page page = only_page(drawing);
    ASSERT_EQ(page.glyphs.size(), 1u);
    const bool lies = rotate % 180 == 90;
    EXPECT_NEAR(page.width, lies ? 800 : 500, 0.01) << rotate;
    EXPECT_NEAR(page.glyphs[0].origin.x, x, 0.01) << rotate;
    EXPECT_NEAR(page.glyphs[0].origin.y, y, 0.01) << rotate;
    EXPECT_EQ(static_cast<int>(page.glyphs[0].turn), rotate / 90) << "turned text on the upright page";
  }
}

TEST(Pdf, TextThatNoReaderSeesIsMarked) {
  PdfPage drawing;
  drawing.raw("3 Tr");
  drawing.text(100, 100, "一");
  drawing.raw("0 Tr 1 1 1 rg");
  drawing.text(100, 120, "二");  // white on paper
  drawing.raw("0 0 0 rg q 0 0 50 50 re W n");
  drawing.text(100, 140, "三");  // outside the clip
  drawing.raw("Q q /Faint gs");
  drawing.text(100, 160, "四");  // opacity 0
  drawing.raw("Q");
  drawing.text(100, 180, "五");
  drawing.raw("1 0 0 rg");
  drawing.fill(90, 165, 130, 185);  // painted over
  drawing.raw("0 0 0.5 rg");
  drawing.fill(90, 195, 130, 215);
  drawing.raw("1 1 1 rg");
  drawing.text(100, 210, "六");  // white on dark blue: seen
  drawing.text(-50, 300, "七");  // off the page
  const Page page = only_page(drawing);
  EXPECT_EQ(seen_text(page), "六");
  std::vector<Visibility> why;
  for (const Glyph& glyph : page.glyphs) why.push_back(glyph.visibility);
  EXPECT_EQ(why, (std::vector<Visibility>{Visibility::render_mode, Visibility::background, Visibility::clipped,
                                          Visibility::transparent, Visibility::covered, Visibility::seen,
                                          Visibility::clipped}));
}

TEST(Pdf, StrokesAndFillsAreRecordedAsPainted) {
  PdfPage drawing;
  drawing.stroke(50, 60, 250, 60, 0.48);
  drawing.raw("0.5 g");
  drawing.fill(50, 100, 250, 100.72);
  drawing.raw("[3 2] 0 d");
  drawing.stroke(50, 120, 50, 220, 1);
  drawing.raw("10 10 m 200 400 l S");  // slanted: no rule
  const Page page = only_page(drawing);
  ASSERT_EQ(page.paints.size(), 3u);
  EXPECT_EQ(page.paints[0].kind, Paint::Kind::stroke);
  EXPECT_NEAR(page.paints[0].box.y0, 59.76, 0.01) << "the ink, not the path";
  EXPECT_NEAR(page.paints[0].box.y1, 60.24, 0.01);
  EXPECT_FALSE(page.paints[0].dashed);
  EXPECT_EQ(page.paints[1].kind, Paint::Kind::fill);
  EXPECT_NEAR(page.paints[1].width, 0.72, 0.01);
  EXPECT_EQ(page.paints[1].colour, 0x808080u);
  EXPECT_TRUE(page.paints[2].dashed);
  EXPECT_LT(page.paints[0].order, page.paints[1].order);
}

TEST(Pdf, AFrameFilledAroundAHoleIsFourBars) {
  PdfPage drawing;
  drawing.raw("100 600 200 100 re 101 601 198 98 re f*");
  const Page page = only_page(drawing);
  ASSERT_EQ(page.paints.size(), 4u);
  for (const Paint& paint : page.paints) EXPECT_NEAR(paint.width, 1, 0.01);
}

TEST(Pdf, UnicodeThatIsAGuessIsMarked) {
  PdfPage drawing;
  drawing.text(100, 100, "1", 10, "F1");
  drawing.text(100, 120, "A", 10, "F3");
  const Document document = read_pdf(make_pdf({drawing}), {});
  ASSERT_EQ(document.pages[0].glyphs.size(), 2u);
  auto font_of = [&](std::size_t i) {
    return document.fonts.at(static_cast<std::size_t>(document.pages[0].glyphs[i].font));
  };
  EXPECT_TRUE(font_of(0).trusted);
  EXPECT_FALSE(font_of(1).trusted) << "Adobe-Identity without ToUnicode: Poppler passes the CID off as a character";
}

/// A file with one page in font F3, which is `font`, an object; `objects` are further ones, from 90 on.
Document in_font(const std::string& operators, const std::string& font, const std::string& objects) {
  PdfPage drawing;
  drawing.raw("BT /F3 10 Tf 100 700 Td " + operators + " Tj ET");
  std::string file = make_pdf({drawing});
  const std::string old = "/Subtype /Type0 /BaseFont /Guess /Encoding /Identity-H /DescendantFonts [7 0 R]";
  file.replace(file.find(old), old.size(), font);
  file.insert(file.find("xref\n"), objects);
  return read_pdf(file, {});  // its objects are found by searching: the table no longer fits
}

bool is_trusted(const Document& document, std::size_t glyph) {
  return document.fonts.at(static_cast<std::size_t>(document.pages.at(0).glyphs.at(glyph).font)).trusted;
}

TEST(Pdf, AMapOfAllCodesToThemselvesIsAGuess) {
  const auto with_map = [](const std::string& ranges, const std::string& glyphs) {
    const std::string map =
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> "
        "endcodespacerange 1 beginbfrange " +
        ranges + " endbfrange endcmap end end";
    return in_font("<0031>",
                   "/Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [90 0 R] /ToUnicode 92 0 R",
                   "90 0 obj\n<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) "
                   "/Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 91 0 R " +
                       glyphs +
                       " >>\nendobj\n91 0 obj\n<< /Type /FontDescriptor /FontName /Own /Flags 4 /FontFile2 93 0 R "
                       ">>\nendobj\n92 0 obj\n<< /Length " +
                       std::to_string(map.size()) + " >>\nstream\n" + map +
                       "\nendstream\nendobj\n93 0 obj\n<< /Length 4 >>\nstream\nnone\nendstream\nendobj\n94 0 obj\n<< "
                       "/Length 4 >>\nstream\n\1\2\3\4\nendstream\nendobj\n");
  };
  EXPECT_FALSE(is_trusted(with_map("<0000> <FFFF> <0000>", ""), 0)) << "the codes are glyph numbers";
  EXPECT_FALSE(is_trusted(with_map("<0000> <FFFF> <0000>", "/CIDToGIDMap /Identity"), 0));
  EXPECT_TRUE(is_trusted(with_map("<0000> <FFFF> <0000>", "/CIDToGIDMap 94 0 R"), 0)) << "the codes are Unicode";
  EXPECT_TRUE(is_trusted(with_map("<0030> <0039> <0030>", ""), 0)) << "a map of the letters in use";
}

TEST(Pdf, ALetterThatANumberNamesIsAGuess) {
  const Document document = in_font(
      "(12345)",
      "/Subtype /Type1 /BaseFont /Own /FirstChar 49 /LastChar 53 /Widths [500 500 500 500 500] /Encoding 90 0 R",
      "90 0 obj\n<< /Type /Encoding /Differences [49 /g49 /two /uni0033 /C0034 /u0035] >>\nendobj\n");
  ASSERT_EQ(document.pages[0].glyphs.size(), 5u);
  EXPECT_FALSE(is_trusted(document, 0)) << "g49";
  EXPECT_TRUE(is_trusted(document, 1)) << "two";
  EXPECT_TRUE(is_trusted(document, 2)) << "uni0033";
  EXPECT_FALSE(is_trusted(document, 3)) << "C0034";
  EXPECT_TRUE(is_trusted(document, 4)) << "u0035";
}

TEST(Pdf, HalfWidthLettersOfGbAreNotFullWidth) {
  const Document document = in_font(
      "<3132a3b3>", "/Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H /DescendantFonts [6 0 R]", "");
  EXPECT_EQ(seen_text(document.pages[0]), "12３") << "half, half, full";
}

TEST(Pdf, AType1FontThatAloneKnowsItsEncodingSaysTheSameOnEveryPage) {
  // The code 1 is A in the font's own program and nowhere else; the encrypted part is longer than a block is read.
  const std::string program =
      "%!PS-AdobeFont-1.0: Own\n/FontName /Own def\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\n"
      "dup 1 /A put\ndup 2 /B put\nreadonly def\ncurrentfile eexec\n" +
      std::string(20'000, '?');
  PdfPage drawing;
  drawing.raw("BT /F3 10 Tf 100 700 Td <0102> Tj ET");
  std::string file = make_pdf({drawing, drawing, drawing});
  const std::string old = "/Subtype /Type0 /BaseFont /Guess /Encoding /Identity-H /DescendantFonts [7 0 R]";
  ASSERT_NE(file.find(old), std::string::npos);
  file.replace(file.find(old), old.size(),
               "/Subtype /Type1 /BaseFont /Own /FirstChar 1 /LastChar 2 /Widths [500 500] /FontDescriptor 90 0 R");
  file.insert(file.find("xref\n"),
              "90 0 obj\n<< /Type /FontDescriptor /FontName /Own /Flags 4 /FontFile 91 0 R >>\nendobj\n91 0 obj\n<< "
              "/Length " +
                  std::to_string(program.size()) + " >>\nstream\n" + program + "\nendstream\nendobj\n");
  const Document document = read_pdf(file, {});  // its objects are found by searching: the table no longer fits
  ASSERT_EQ(document.pages.size(), 3u);
  for (const Page& page : document.pages) EXPECT_EQ(seen_text(page), "AB") << "page " << page.number;
}

TEST(Pdf, RadicalsAndVerticalFormsAreWhatTheyLookLike) {
  EXPECT_EQ(seen_as(U'⼆'), U'二');
  EXPECT_EQ(seen_as(U'⾏'), U'行');
  EXPECT_EQ(seen_as(U'⺠'), U'民') << "U+2EA0, which NFKC leaves alone";
  EXPECT_EQ(seen_as(U'︑'), U'、');
  EXPECT_EQ(seen_as(U'︵'), U'（');
  EXPECT_EQ(seen_as(U'二'), U'二');
  EXPECT_EQ(seen_as(U'7'), U'7');
  std::u32string text;
  for (const char32_t c : U"o\uFB03ce \u2F06\u2E3A") append_letters(text, c == 0 ? U'.' : c);
  EXPECT_EQ(text, U"office 二——.") << "a ligature is its letters, a dash of two is two";
}

TEST(Pdf, WithoutCharacterMapsEveryPdfIsRefused) {
  PdfPage drawing;
  drawing.text(100, 100, "1");
  setenv("FUBIAO_POPPLER_DATA", "/nowhere", 1);
  try {
    read_pdf(make_pdf({drawing}), {});
    ADD_FAILURE() << "read without CMaps";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::no_cmaps);
    EXPECT_NE(std::string(error.what()).find("poppler-data"), std::string::npos);
  }
  unsetenv("FUBIAO_POPPLER_DATA");
}

TEST(Pdf, LimitsStopAPageWithTooMuchContent) {
  PdfPage drawing;
  for (int i = 0; i < 200; ++i) drawing.text(100, 100 + i, "一二三四五");
  Limits limits;
  limits.glyphs_per_page = 100;
  try {
    read_pdf(make_pdf({drawing}), limits);
    ADD_FAILURE() << "no limit";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::limit);
  }
}

TEST(Pdf, AFileWhoseObjectsHadToBeSearchedForSaysSo) {
  PdfPage drawing;
  drawing.text(100, 100, "总计 12");
  std::string bytes = make_pdf({drawing});
  bytes.resize(bytes.find("xref\n"));  // cut off before the cross-reference table; page tree and content are there
  bytes += "trailer\n<< /Root 1 0 R >>\n";
  const Document document = read_pdf(bytes, {});
  EXPECT_EQ(document.pages.size(), 1u);
  ASSERT_FALSE(document.findings.empty());
  EXPECT_EQ(document.findings[0].code, "pdf-rebuilt");
  EXPECT_EQ(document.findings[0].severity, Severity::warning);
}

TEST(Pdf, AnyDamageGivesADocumentOrOneError) {
  PdfPage drawing;
  drawing.text(100, 100, "总计 12");
  drawing.lattice({50, 100, 200}, {80, 120, 140});
  const std::string whole = make_pdf({drawing, drawing});
  int errors = 0;
  for (std::size_t length = 0; length < whole.size(); length += 37) {
    try {
      read_pdf(whole.substr(0, length), {});
    } catch (const Error& error) {
      EXPECT_TRUE(error.code() == ErrorCode::damaged || error.code() == ErrorCode::encrypted) << error.what();
      ++errors;
    }
  }
  EXPECT_GT(errors, 0) << "a file cut off before its first page cannot be read";
  unsigned seed = 7;
  for (int round = 0; round < 200; ++round) {
    std::string bytes = whole;
    for (int flips = 0; flips < 4; ++flips) {
      seed = seed * 1664525u + 1013904223u;
      bytes[(seed >> 8) % bytes.size()] = static_cast<char>(seed >> 24);
    }
    try {
      read_pdf(bytes, {});
    } catch (const Error&) {
    }
  }
}

}  // namespace
}  // namespace fubiao
