// Small PDF files for tests, drawn with the coordinates of extract/geometry.h (points, origin top left).
#pragma once

#include <string>
#include <vector>

namespace fubiao {

/// One page: a content stream that the functions below add to. Fonts: F1 is STSong-Light in horizontal, F2 in vertical
/// writing (not embedded, Adobe-GB1), F3 is a CID font of the collection Adobe-Identity without ToUnicode map.
class PdfPage {
 public:
  explicit PdfPage(double width = 595, double height = 842) : width_(width), height_(height) {}

  /// Text with its baseline beginning at (x, y). Latin letters and digits are half an em wide, Han one em.
  void text(double x, double y, const std::string& utf8, double size = 10, const std::string& font = "F1");
  /// Text turned by quarters, clockwise.
  void turned_text(double x, double y, const std::string& utf8, int quarters, double size = 10);
  void stroke(double x0, double y0, double x1, double y1, double width = 0.5);
  void fill(double x0, double y0, double x1, double y1);
  /// All rules of a lattice with these lines, stroked.
  void lattice(const std::vector<double>& xs, const std::vector<double>& ys);
  /// Operators as they are.
  void raw(const std::string& operators) { content_ += operators + "\n"; }
  /// Entries of the page dictionary ("/Rotate 90").
  void entry(const std::string& entries) { entries_ += entries + "\n"; }

  double width() const { return width_; }
  double height() const { return height_; }
  const std::string& content() const { return content_; }
  const std::string& entries() const { return entries_; }

 private:
  double width_;
  double height_;
  std::string content_;
  std::string entries_;
};

std::string make_pdf(const std::vector<PdfPage>& pages);

}  // namespace fubiao
