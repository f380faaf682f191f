// Pages that are set in columns.
#include "layout/zones.h"

#include <gtest/gtest.h>

#include "tests/make_lines.h"

namespace fubiao {
namespace {

/// The texts of each zone, lines between slashes, segments between bars.
std::vector<std::string> zones(const Rows& rows) {
  std::vector<std::string> out;
  for (const std::vector<SegmentLine>& zone : zones_of(lines_of(rows))) {
    std::string text;
    for (const SegmentLine& line : zone) {
      if (!text.empty()) text += "/";
      for (std::size_t s = 0; s < line.segments.size(); ++s) text += (s > 0 ? "|" : "") + line.segments[s].text;
    }
    out.push_back(text);
  }
  return out;
}

const std::string prose = "these are words of one column of a page";  // 39 letters: 195 pt

using Texts = std::vector<std::string>;

TEST(Zones, TwoColumnsOfProseAreReadOneAfterTheOther) {
  const std::vector<TextRun> line = {{50, prose}, {300, prose}};
  const std::string column = prose + "/" + prose + "/" + prose + "/" + prose + "/" + prose;
  EXPECT_EQ(zones({line, line, line, line, line}), (Texts{column, column}));
}

TEST(Zones, ATableBesideProseIsAZoneOfItsOwn) {
  const Texts result = zones({{{50, prose}, {300, "Coal"}, {400, "12"}},
                              {{50, prose}, {300, "Gas"}, {400, "8"}},
                              {{50, prose}, {300, "Oil"}, {400, "31"}},
                              {{50, prose}, {300, "Wood"}, {400, "4"}},
                              {{50, prose}, {300, "Sun"}, {400, "5"}}});
  ASSERT_EQ(result.size(), 2u);
  EXPECT_EQ(result[1], "Coal|12/Gas|8/Oil|31/Wood|4/Sun|5");
}

TEST(Zones, ATableWithinAColumnOfProseStaysBetweenItsLines) {
  const std::vector<TextRun> both = {{50, prose}, {300, prose}};
  const Texts result = zones({both,
                              both,
                              {{50, prose}, {300, "Coal"}, {400, "12"}},
                              {{50, prose}, {300, "Gas"}, {400, "8"}},
                              {{50, prose}, {300, "Oil"}, {400, "31"}},
                              both,
                              both});
  ASSERT_EQ(result.size(), 2u);
  EXPECT_EQ(result[1], prose + "/" + prose + "/Coal|12/Gas|8/Oil|31/" + prose + "/" + prose);
}

// Without prose, the baselines tell: lines of the two come in turn.
TEST(Zones, TwoTablesSideBySideOnOtherBaselinesAreTwoZones) {
  EXPECT_EQ(zones({{{50, "Coal"}, {150, "12"}},
                   {{300, "North"}, {400, "7"}},
                   {{50, "Gas"}, {150, "8"}},
                   {{300, "South"}, {400, "5"}},
                   {{50, "Oil"}, {150, "31"}},
                   {{300, "East"}, {400, "9"}},
                   {{50, "Sun"}, {150, "4"}},
                   {{300, "West"}, {400, "2"}}}),
            (Texts{"Coal|12/Gas|8/Oil|31/Sun|4", "North|7/South|5/East|9/West|2"}));
}

// A heading over both columns ends the band above it.
TEST(Zones, ALineAcrossTheGutterParts) {
  const std::vector<TextRun> line = {{50, prose}, {300, prose}};
  const Texts result =
      zones({line, line, line, line, {{150, "A heading in the middle of the whole page"}}, line, line, line, line});
  ASSERT_EQ(result.size(), 5u);
  EXPECT_EQ(result[2], "A heading in the middle of the whole page");
}

// Long labels of rows are as wide as prose; their figures stand beside them.
TEST(Zones, LongLabelsWithFiguresBesideThemAreNoColumnOfProse) {
  const Rows rows = {{{50, prose}, {300, "12"}, {400, "5"}},
                     {{50, prose}, {300, "8"}, {400, "7"}},
                     {{50, prose}, {300, "31"}, {400, "9"}},
                     {{50, prose}, {300, "4"}, {400, "2"}},
                     {{50, prose}, {300, "6"}, {400, "1"}}};
  EXPECT_EQ(zones(rows).size(), 1u);
}

TEST(Zones, ATableByItselfIsNotParted) {
  EXPECT_EQ(zones({{{50, "Coal"}, {300, "12"}}, {{50, "Gas"}, {300, "8"}}, {{50, "Oil"}, {300, "31"}}}).size(), 1u);
}

}  // namespace
}  // namespace fubiao
