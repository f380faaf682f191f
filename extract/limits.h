// Every bound that protects a run from a hostile or broken file, in one place. Readers take a `Limits` and throw
// `Error{limit, …}` where one is passed; no loop over the file's content is without one.
#pragma once

#include <cstddef>
#include <cstdint>

namespace fubiao {

struct Limits {
  std::uint64_t file_bytes = 512ull << 20;      ///< size of the input file
  int pages = 5000;                             ///< pages of a PDF
  std::size_t glyphs_per_page = 2'000'000;      ///< a dense A4 page of 公文 has about 1,200
  std::size_t paints_per_page = 2'000'000;      ///< painted lines and rectangles; a dense table page has 4,000
  double picture_pixels = 16e6;                 ///< drawn of one page; A4 at 110 dpi has 1.2 million
  double picture_seconds = 20;                  ///< to draw all that is asked of one document
  std::uint64_t part_bytes = 256ull << 20;      ///< one unpacked part of a ZIP container
  std::uint64_t unpacked_bytes = 512ull << 20;  ///< all parts that are read, unpacked
  double unpack_ratio = 400;                    ///< unpacked : packed, counted beyond the first 16 MiB
  int xml_depth = 256;                          ///< nesting of elements
  int table_depth = 32;                         ///< tables in cells of tables
  std::size_t table_slots = 4'000'000;          ///< rows × columns of one table
  int columns = 4096;                           ///< grid columns of one table
  std::size_t text_bytes = 256ull << 20;        ///< decoded text of a marked-up document
  std::uint64_t json_bytes = 128ull << 20;      ///< one report that is read back; most have 60 KiB
  int json_problems = 100;                      ///< documents of one file that are no reports; then it is none of ours
  int json_depth = 64;                          ///< nesting of such a report; those of the national forms have 6
  std::size_t form_bytes = 4u << 20;            ///< a form file; the bundled ones have 12 KiB
  int form_depth = 16;                          ///< headings over headings of a form; official forms have four
  std::size_t form_nodes = 20'000;              ///< rows and columns of a form; the largest bundled one has 80
  std::size_t form_fields = 100'000;            ///< rows × columns of a form; the largest bundled one has 200
  std::size_t forms = 500;                      ///< form files in a folder
};

}  // namespace fubiao
