// The statistics table of 2014 damaged at random, from a seed: one to three damages at once, in four layouts. Asserted
// is the promise: no wrong or invented number without a warning or a failing check that lists it, and little is lost.
#include <gtest/gtest.h>

#include <random>

#include "extract/utf8.h"
#include "normalize/report.h"
#include "tests/make_damage.h"
#include "tests/make_statistics.h"

namespace fubiao {
namespace {

using Rows = std::vector<StatisticsRow>;
using Random = std::mt19937;

std::size_t below(Random& random, std::size_t end) {
  return static_cast<std::size_t>(random()) % end;
}

/// A character of the words (not of the mark) is lost, doubled or another one.
std::string misprinted(Random& random, const std::string& label) {
  const std::u32string words = to_u32(unnumbered(label));
  std::u32string out = words;
  const std::size_t at = below(random, words.size());
  switch (below(random, 3)) {
    case 0: out.erase(at, 1); break;
    case 1: out.insert(at, 1, words[at]); break;
    default: out[at] = U'丙'; break;
  }
  return label.substr(0, label.size() - unnumbered(label).size()) + to_utf8(out);
}

constexpr const char* kinds[] = {"a row missing", "a label blank", "a label misprinted", "two rows swapped",
                                 "a row doubled", "a mark wrong",  "a mark lost",        "a row of the sender's",
                                 "a total wrong", "a value blank", "a label cut",        "the words of another row"};

/// Damages the rows; the truth goes along.
std::string damage(Random& random, Rows& rows) {
  const std::size_t kind = below(random, std::size(kinds));
  const std::size_t i = below(random, rows.size() - 1);
  const auto here = rows.begin() + static_cast<long>(i);
  const std::string what = std::string(kinds[kind]) + ": " + here->label + "; ";
  switch (kind) {
    case 0: rows.erase(here); break;
    case 1: here->label.clear(); break;
    case 2:
      if (!here->label.empty()) here->label = misprinted(random, here->label);
      break;
    case 3: std::iter_swap(here, here + 1); break;
    case 4: rows.insert(here, StatisticsRow(*here)); break;
    case 5:
      if (here->level == 1) here->label = "（" + std::string(i % 2 == 0 ? "二" : "四") + "）" + unnumbered(here->label);
      if (here->level == 2) here->label = std::to_string(1 + i % 8) + "." + unnumbered(here->label);
      break;
    case 6: here->label = unnumbered(here->label); break;
    case 7: rows.insert(here, {here->level, "本地自行增加的指标数", "", "件", "777"}); break;
    case 8:
      if (!here->path.empty()) here->value += "1";
      break;
    case 9:
      if (!here->path.empty()) here->value.clear();
      break;
    default: {
      const std::u32string label = to_u32(here->label);
      here->label = to_utf8(label.substr(0, std::max<std::size_t>(label.size() * 2 / 3, 1)));
    }
  }
  return what;
}

TEST(StatisticsDamage, NothingIsSilentAndLittleIsLost) {
  Random random(2014);
  int fields = 0;
  int lost = 0;
  for (int n = 0; n < 1500; ++n) {
    Rows rows = sound_statistics();
    std::string what;
    for (std::size_t times = 1 + below(random, 3); times > 0; --times) what += damage(random, rows);
    Truth truth;
    for (const StatisticsRow& row : rows) {
      if (!row.path.empty()) truth.emplace(row.path, row.value.empty() ? "null" : row.value);
    }
    StatisticsLook look;
    look.stub = static_cast<StatisticsLook::Stub>(below(random, 2));
    look.units = below(random, 2) == 0;
    look.codes_before = below(random, 4) == 0;
    const Report report = read_art({statistics_art(rows, look)});
    const Outcome outcome = judge(report, truth);
    EXPECT_EQ(outcome.silent, 0) << n << " " << what << outcome.what << trace(report);
    fields += static_cast<int>(truth.size());
    lost += outcome.lost;
  }
  EXPECT_LT(lost * 1000, fields) << "a person could read them";
}

// A form with all marks wrong and one letter misprinted in two neighbours: the mark of the first speaks for the label
// of the second, its words for its own.
TEST(StatisticsDamage, AMarkThatOutweighsNearerWordsLeavesTheRowInDoubt) {
  Rows rows = sound_statistics();
  int misprinted_rows = 0;
  for (StatisticsRow& row : rows) {
    for (const char* words : {"政务微博", "政务微信"}) {
      if (unnumbered(row.label) != std::string(words) + "公开政府信息数") continue;
      row.label = "4." + std::string(words) + "公开政府信心数";
      ++misprinted_rows;
    }
  }
  ASSERT_EQ(misprinted_rows, 2);
  const Report report = read_art({statistics_art(rows)});
  const Outcome outcome = judge(report, truth_of(rows));
  EXPECT_EQ(outcome.silent, 0) << outcome.what << trace(report);
}

}  // namespace
}  // namespace fubiao
