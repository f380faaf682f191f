#include "tests/make_pdf.h"

#include <cstdio>

#include "extract/utf8.h"

namespace fubiao {

namespace {

std::string number(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.3f", value);
  return buffer;
}

std::string hex_of(const std::string& utf8) {
  std::string out = "<";
  for (char32_t c : to_u32(utf8)) {
    char buffer[8];
    std::snprintf(buffer, sizeof buffer, "%04X", static_cast<unsigned>(c));
    out += buffer;
  }
  return out + ">";
}

}  // namespace

void PdfPage::text(double x, double y, const std::string& utf8, double size, const std::string& font) {
  raw("BT /" + font + " " + number(size) + " Tf " + number(x) + " " + number(height_ - y) + " Td " + hex_of(utf8) +
      " Tj ET");
}

void PdfPage::turned_text(double x, double y, const std::string& utf8, int quarters, double size) {
  static const char* const matrices[] = {"1 0 0 1 ", "0 -1 1 0 ", "-1 0 0 -1 ", "0 1 -1 0 "};
  raw("BT /F1 " + number(size) + " Tf " + matrices[quarters & 3] + number(x) + " " + number(height_ - y) + " Tm " +
      hex_of(utf8) + " Tj ET");
}

void PdfPage::stroke(double x0, double y0, double x1, double y1, double width) {
  raw(number(width) + " w " + number(x0) + " " + number(height_ - y0) + " m " + number(x1) + " " +
      number(height_ - y1) + " l S");
}

void PdfPage::fill(double x0, double y0, double x1, double y1) {
  raw(number(x0) + " " + number(height_ - y1) + " " + number(x1 - x0) + " " + number(y1 - y0) + " re f");
}

void PdfPage::lattice(const std::vector<double>& xs, const std::vector<double>& ys) {
  for (double x : xs) stroke(x, ys.front(), x, ys.back());
  for (double y : ys) stroke(xs.front(), y, xs.back(), y);
}

std::string make_pdf(const std::vector<PdfPage>& pages) {
  std::vector<std::string> objects;  // 1, 2, …
  std::string kids;
  constexpr int fixed = 8;  // objects before the pages
  for (std::size_t i = 0; i < pages.size(); ++i) kids += std::to_string(fixed + 1 + 2 * static_cast<int>(i)) + " 0 R ";
  const std::string widths = "/DW 1000 /W [1 95 500 814 907 500]";
  const std::string gb1 = "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> ";
  objects.push_back("<< /Type /Catalog /Pages 2 0 R >>");
  objects.push_back("<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages.size()) + " >>");
  objects.push_back(
      "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>");
  objects.push_back(
      "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-V /DescendantFonts [6 0 R] >>");
  objects.push_back(
      "<< /Type /Font /Subtype /Type0 /BaseFont /Guess /Encoding /Identity-H /DescendantFonts [7 0 R] >>");
  objects.push_back("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light " + gb1 + widths +
                    " /FontDescriptor 8 0 R >>");
  objects.push_back(
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Guess "
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 8 0 R >>");
  objects.push_back(
      "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 "
      "/Ascent 880 /Descent -120 /CapHeight 700 /StemV 90 >>");
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const PdfPage& page = pages[i];
    objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + number(page.width()) + " " +
                      number(page.height()) + "] " + page.entries() +
                      " /Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> "
                      "/ExtGState << /Faint << /ca 0 /CA 0 >> >> >> /Contents " +
                      std::to_string(fixed + 2 + 2 * static_cast<int>(i)) + " 0 R >>");
    objects.push_back("<< /Length " + std::to_string(page.content().size()) + " >>\nstream\n" + page.content() +
                      "endstream");
  }
  std::string file = "%PDF-1.7\n";
  std::vector<std::size_t> offsets;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    offsets.push_back(file.size());
    file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::size_t xref = file.size();
  file += "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
  for (std::size_t offset : offsets) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%010zu 00000 n \n", offset);
    file += buffer;
  }
  return file + "trailer\n<< /Size " + std::to_string(objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n" +
         std::to_string(xref) + "\n%%EOF\n";
}

}  // namespace fubiao
