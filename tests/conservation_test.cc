// Conservation: nothing that is printed is lost, and nothing is made up. Over every source of the corpus and, where
// they are there, the shared reports and tables.
//
// Twice: by the counts that layout keeps (Census), and without them, character by character: what stands in the
// document against what comes out in cells and prose. What does not come out must be page furniture, drawn twice, or
// quoted in a finding; then nothing may be left over on either side.
#include <gtest/gtest.h>
#include <unicode/normalizer2.h>

#include <filesystem>
#include <map>

#include "extract/open.h"
#include "extract/utf8.h"
#include "layout/analyze.h"
#include "layout/ink.h"
#include "layout/join.h"
#include "normalize/report.h"

namespace fubiao {
namespace {

namespace fs = std::filesystem;

/// How often each character occurs.
using Characters = std::map<char32_t, long>;

/// Compatibility forms are one with what they stand for: a superscript digit with the digit, a ligature with its
/// letters. White space does not count.
void add(Characters& characters, const std::string& text, long times = 1) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getInstance(nullptr, "nfkc", UNORM2_DECOMPOSE, status);
  ASSERT_TRUE(U_SUCCESS(status));
  std::string decomposed;
  normalizer->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(decomposed);
  ASSERT_TRUE(U_SUCCESS(status));
  for (std::size_t at = 0; at < decomposed.size();) {
    const char32_t c = next_code_point(decomposed, at);
    if (!is_white(c) && !is_invisible(c)) characters[c] += times;
  }
}

/// What `a` has more of than `b`.
Characters without(const Characters& a, const Characters& b) {
  Characters rest;
  for (const auto& [c, count] : a) {
    const auto other = b.find(c);
    const long more = count - (other == b.end() ? 0 : other->second);
    if (more > 0) rest[c] = more;
  }
  return rest;
}

long size(const Characters& characters) {
  long sum = 0;
  for (const auto& [c, count] : characters) sum += count;
  return sum;
}

std::string shown(const Characters& characters) {
  std::string text;
  for (const auto& [c, count] : characters) {
    append_utf8(text, c);
    text += "×" + std::to_string(count) + " ";
  }
  return text;
}

/// What a message quotes, between “ and ”.
std::vector<std::string> quotes(const std::string& message) {
  std::vector<std::string> all;
  const std::string open = "“", close = "”";
  for (std::size_t at = message.find(open); at != std::string::npos; at = message.find(open, at)) {
    at += open.size();
    const std::size_t end = std::min(message.find(close, at), message.size());
    all.push_back(message.substr(at, end - at));
  }
  return all;
}

Characters printed_in(const Layout& layout) {
  Characters characters;
  for (const Table& table : layout.tables) {
    for (const Cell& cell : table.cells) add(characters, cell.print);
  }
  for (const Prose& prose : layout.prose) add(characters, prose.text);
  return characters;
}

Characters quoted_in(const Layout& layout) {
  Characters characters;
  for (const Finding& finding : layout.findings) {
    for (const std::string& quote : quotes(finding.message)) add(characters, quote);
  }
  return characters;
}

/// `text` of a cell is its `print` but for white space.
void expect_text_as_printed(const Layout& layout) {
  for (const Table& table : layout.tables) {
    EXPECT_TRUE(covers_exactly_once(table));
    for (const Cell& cell : table.cells) {
      Characters text, print;
      add(text, cell.text);
      add(print, cell.print);
      EXPECT_EQ(shown(text), shown(print)) << cell.text;
    }
  }
}

struct Drawn {
  Characters seen;
  long glyphs = 0;     ///< with ink, seen or not
  long long_ones = 0;  ///< characters beyond the first of glyphs that stand for several
};

Drawn drawn_in(const Document& document) {
  Drawn drawn;
  for (const Page& page : document.pages) {
    for (const Glyph& glyph : page.glyphs) {
      if (is_white_glyph(glyph)) continue;
      ++drawn.glyphs;
      if (glyph.visibility != Visibility::seen || !glyph.upright) continue;
      const long before = size(drawn.seen);
      add(drawn.seen, to_utf8(glyph.text));
      drawn.long_ones += size(drawn.seen) - before - 1;
    }
  }
  return drawn;
}

/// Head rows that a page repeats are dropped: as often as a finding says, they are the first rows of its table.
void add_repeated_heads(Characters& characters, const Layout& layout) {
  for (const Finding& finding : layout.findings) {
    if (finding.code != "header-repeated") continue;
    const int rows = std::stoi(finding.message);
    ASSERT_TRUE(finding.place.table.has_value());
    for (const Cell& cell : layout.tables[static_cast<std::size_t>(*finding.place.table)].cells) {
      if (cell.row < rows) add(characters, cell.print);
    }
  }
}

void expect_conserved_glyphs(const Document& document, const KnowsLabel& knows_label) {
  const Layout layout = analyze(document, knows_label);
  const Census& census = layout.census;
  const Drawn drawn = drawn_in(document);
  EXPECT_EQ(census.painted, drawn.glyphs);
  EXPECT_EQ(census.painted,
            census.in_cells + census.in_prose + census.furniture + census.twice + census.unseen + census.in_findings);
  expect_text_as_printed(layout);

  const Characters out = printed_in(layout);
  EXPECT_EQ(shown(without(out, drawn.seen)), "") << "made up";
  Characters missing = without(drawn.seen, out);
  Characters heads;
  add_repeated_heads(heads, layout);
  EXPECT_EQ(shown(without(heads, missing)), "") << "repeated heads that are not missing";
  missing = without(missing, heads);
  missing = without(missing, quoted_in(layout));
  const long told = census.furniture + census.twice;
  EXPECT_GE(size(missing), told) << shown(missing);
  EXPECT_LE(size(missing), told + drawn.long_ones) << shown(missing);
}

void add_blocks(Characters& characters, const std::vector<Block>& blocks) {
  for (const Block& block : blocks) {
    if (const Paragraph* paragraph = std::get_if<Paragraph>(&block.value)) {
      add(characters, paragraph->text);
      continue;
    }
    for (const NativeRow& row : std::get<NativeTable>(block.value).rows) {
      for (const NativeCell& cell : row.cells) add_blocks(characters, cell.content);
    }
  }
}

void expect_conserved_characters(const Document& document, const KnowsLabel& knows_label) {
  const Layout layout = analyze(document, knows_label);
  expect_text_as_printed(layout);
  Characters source;
  add_blocks(source, document.blocks);
  const Characters out = printed_in(layout);
  EXPECT_EQ(shown(without(out, source)), "") << "made up";
  // The one table whose text is given up, and said to be.
  const bool too_large = std::any_of(layout.findings.begin(), layout.findings.end(),
                                     [](const Finding& finding) { return finding.code == "table-too-large"; });
  if (too_large) return;
  EXPECT_EQ(shown(without(without(source, out), quoted_in(layout))), "") << "lost";
}

/// Runs over the sources below a folder; gives how many there were.
int expect_conserved_below(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string extension = entry.path().extension().string();
    if (extension == ".pdf" || extension == ".docx" || extension == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    SCOPED_TRACE(file.string());
    const Document document = open(load(file, file.string(), {}), {});
    for (const KnowsLabel& knows_label : {KnowsLabel{}, label_question(bundled_set())}) {
      if (document.pages.empty()) {
        expect_conserved_characters(document, knows_label);
      } else {
        expect_conserved_glyphs(document, knows_label);
      }
    }
  }
  return static_cast<int>(files.size());
}

TEST(Conservation, OfEverySourceOfTheCorpus) {
  EXPECT_GT(expect_conserved_below(fs::path(FUBIAO_SOURCE) / "corpus" / "cases"), 50);
}

TEST(Conservation, OfTheSharedReports) {
  const fs::path folder = fs::path(FUBIAO_SHARED) / "reports";
  if (!fs::exists(folder)) GTEST_SKIP() << "no shared reports beside this checkout";
  EXPECT_GT(expect_conserved_below(folder), 0);
}

TEST(Conservation, OfTheSharedTables) {
  const fs::path folder = fs::path(FUBIAO_SHARED) / "tables";
  if (!fs::exists(folder)) GTEST_SKIP() << "no shared tables beside this checkout";
  EXPECT_GT(expect_conserved_below(folder), 0);
}

}  // namespace
}  // namespace fubiao
