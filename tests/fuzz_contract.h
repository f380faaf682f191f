// What every fuzzer checks: any bytes give a Document or one Error, and the later stages give a result for whatever
// Document that is. Anything else (a crash, a leak, another exception, a hang) is a mistake of ours.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "extract/open.h"
#include "layout/analyze.h"
#include "normalize/json.h"
#include "normalize/report.h"

namespace fubiao::tests {

/// Small enough that a file which grows when it is unpacked is turned away and not fuzzed for hours.
inline Limits fuzz_limits() {
  Limits limits;
  limits.pages = 20;
  limits.glyphs_per_page = 20'000;
  limits.paints_per_page = 20'000;
  limits.part_bytes = 4U << 20;
  limits.unpacked_bytes = 8U << 20;
  limits.text_bytes = 4U << 20;
  limits.table_slots = 40'000;
  return limits;
}

inline int read_to_the_end(Document (*reader)(std::string_view, const Limits&), const std::uint8_t* data,
                           std::size_t size) {
  try {
    const Document document = reader({reinterpret_cast<const char*>(data), size}, fuzz_limits());
    const Layout layout = analyze(document, label_question(bundled_set()));
    for (const Table& table : layout.tables) {
      if (!covers_exactly_once(table)) std::abort();
    }
    if (to_json({}, normalize(document, layout, bundled_set()), &layout, {}).empty()) std::abort();
  } catch (const Error&) {
    // The one way out that is promised.
  }
  return 0;
}

}  // namespace fubiao::tests
