// The statistics table of 2014: its hierarchy is in the numbering, and labels repeat under other parents
// (被依法纠错数, 其他情形数). Every layout in which it is printed gives every field; no damage gives a silent error.
#include <gtest/gtest.h>

#include <algorithm>

#include "normalize/report.h"
#include "tests/make_damage.h"
#include "tests/make_statistics.h"
#include "tests/make_table.h"

namespace fubiao {
namespace {

using Look = StatisticsLook;
using Rows = std::vector<StatisticsRow>;

/// Nothing silent, nothing lost, nothing said of it.
void expect_whole(const Report& report, const Truth& truth, const std::string& what) {
  const Outcome outcome = judge(report, truth);
  EXPECT_EQ(report.form, "ogi-2014") << what;
  EXPECT_EQ(report.fields.size(), truth.size()) << what;
  EXPECT_EQ(outcome.silent + outcome.lost + outcome.wolf, 0) << what << outcome.what << trace(report);
  EXPECT_TRUE(report.findings.empty()) << what << trace(report);
}

TEST(Statistics, EveryLayoutGivesEveryField) {
  const Rows rows = sound_statistics();
  const Truth truth = truth_of(rows);
  ASSERT_EQ(truth.size(), 58u);
  for (const Look::Stub stub : {Look::Stub::one, Look::Stub::levels, Look::Stub::merged, Look::Stub::merged_total}) {
    for (const Look::Headings headings : {Look::Headings::blank, Look::Headings::dash, Look::Headings::bar}) {
      const bool merged = stub == Look::Stub::merged || stub == Look::Stub::merged_total;
      if (headings == Look::Headings::bar && merged) continue;  // its headings have no rows
      for (int bits = 0; bits < 16; ++bits) {
        Look look;
        look.stub = stub;
        look.headings = headings;
        look.units = (bits & 1) == 0;
        look.codes_before = (bits & 2) != 0;
        look.codes_behind = (bits & 4) != 0;
        look.indented = (bits & 8) != 0;
        if (look.codes_before && look.codes_behind) continue;
        expect_whole(read_art({statistics_art(rows, look)}), truth,
                     "stub " + std::to_string(static_cast<int>(stub)) + ", headings " +
                         std::to_string(static_cast<int>(headings)) + ", bits " + std::to_string(bits));
      }
    }
  }
}

TEST(Statistics, BlankFormIsKnownInEveryLayout) {
  Rows rows = sound_statistics();
  for (StatisticsRow& row : rows) row.value.clear();
  for (const Look::Stub stub : {Look::Stub::one, Look::Stub::levels, Look::Stub::merged, Look::Stub::merged_total}) {
    for (const Look::Headings headings : {Look::Headings::blank, Look::Headings::dash, Look::Headings::bar}) {
      for (const bool units : {true, false}) {
        Look look;
        look.stub = stub;
        look.headings = headings;
        look.units = units;
        const bool merged = stub == Look::Stub::merged || stub == Look::Stub::merged_total;
        if (merged && headings == Look::Headings::bar) continue;
        const Report report = read_art({statistics_art(rows, look)});
        EXPECT_EQ(report.form, "ogi-2014") << trace(report);
        EXPECT_EQ(report.fields.size(), 58u);
        for (const Field& field : report.fields) EXPECT_EQ(field.status, Status::blank) << field.path;
        EXPECT_TRUE(report.findings.empty()) << trace(report);
      }
    }
  }
}

TEST(Statistics, NumberingInEveryHandAndWithoutAny) {
  const Rows rows = sound_statistics();
  for (const Look::Stub stub : {Look::Stub::one, Look::Stub::levels, Look::Stub::merged}) {
    Look look;
    look.stub = stub;
    for (int way = 0; way < 5; ++way) {
      look.label = [way](const std::string& label) { return enumerated(label, way); };
      expect_whole(read_art({statistics_art(rows, look)}), truth_of(rows), "way " + std::to_string(way));
    }
    look.label = unnumbered;
    expect_whole(read_art({statistics_art(rows, look)}), truth_of(rows), "no numbering");
  }
}

TEST(Statistics, NumberingThatIsWrongMovesNothing) {
  Rows rows = sound_statistics();
  int n = 0;
  for (StatisticsRow& row : rows) {
    // Every third mark is another.
    if (++n % 3 == 0) row.label = enumerated(row.label, 3), row.label = unnumbered(row.label);
    if (n % 7 == 0) row.label = "（三）" + unnumbered(row.label);
  }
  const Report report = read_art({statistics_art(rows)});
  const Outcome outcome = judge(report, truth_of(rows));
  EXPECT_EQ(outcome.silent + outcome.lost, 0) << outcome.what << trace(report);
}

TEST(Statistics, RemarksAndVariantsOfAmongThem) {
  for (const char* among : {"其中：", "其中:", "其中 ", "其中", "　　其中：", ""}) {
    Look look;
    look.label = [among](const std::string& label) {
      return label.rfind("其中：", 0) == 0 ? among + unnumbered(label) : label;
    };
    expect_whole(read_art({statistics_art(sound_statistics(), look)}), truth_of(sound_statistics()), among);
  }
  Look plain;  // remarks left out
  plain.label = [](const std::string& label) { return label.substr(0, label.find("（不")); };
  expect_whole(read_art({statistics_art(sound_statistics(), plain)}), truth_of(sound_statistics()), "no remarks");
}

TEST(Statistics, CutOverThreePagesWithAndWithoutItsHeader) {
  const Rows rows = sound_statistics();
  for (const Look::Stub stub : {Look::Stub::one, Look::Stub::levels}) {
    for (const bool repeated : {true, false}) {
      for (const std::size_t first : {7u, 22u, 45u}) {
        const std::size_t second = first + 11;
        Art art;
        std::size_t begin = 0;
        for (const std::size_t end : {first, second, rows.size()}) {
          Look look;
          look.stub = stub;
          std::string part = statistics_art(
              Rows(rows.begin() + static_cast<long>(begin), rows.begin() + static_cast<long>(end)), look);
          if (begin > 0 && !repeated) part = part.substr(part.find('\n', 1) + 1);
          art.push_back(part);
          begin = end;
        }
        expect_whole(read_art(art), truth_of(rows), "cut at " + std::to_string(first) + (repeated ? " repeated" : ""));
      }
    }
  }
}

// ---- damage ---------------------------------------------------------------------------------------------------

std::size_t at(const Rows& rows, const std::string& path) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const StatisticsRow& r) { return r.path == path; });
  if (found == rows.end()) throw std::logic_error("no row " + path);
  return static_cast<std::size_t>(found - rows.begin());
}

Rows without(Rows rows, const std::vector<std::string>& paths) {
  for (const std::string& path : paths) rows.erase(rows.begin() + static_cast<long>(at(rows, path)));
  return rows;
}

std::string value_of(const Report& report, const std::string& path) {
  for (const Field& field : report.fields) {
    if (field.path == path) return field.value ? field.value->to_string() : "null";
  }
  return "absent";
}

bool warned(const Report& report, const std::string& path) {
  return std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& f) {
    return f.severity != Severity::note && std::count(f.fields.begin(), f.fields.end(), path) > 0;
  });
}

/// In all layouts; the rows that are printed are the truth.
void expect_not_silent(const Rows& printed, const Truth& truth, const std::string& what, int most_lost = 0) {
  for (const Look::Stub stub : {Look::Stub::one, Look::Stub::levels}) {
    Look look;
    look.stub = stub;
    const Report report = read_art({statistics_art(printed, look)});
    const Outcome outcome = judge(report, truth);
    EXPECT_EQ(outcome.silent, 0) << what << outcome.what << trace(report);
    EXPECT_LE(outcome.lost, most_lost) << what << trace(report);
  }
}

TEST(Statistics, RepeatedLabelsAreToldByTheRowAboveThem) {
  // One block is short by its first outcome: the mark and the row above say whose （二） it is.
  const Rows all = sound_statistics();
  for (const char* block : {"review", "litigation"}) {
    const std::string name = block;
    const std::string other = name == "review" ? "litigation" : "review";
    const Rows rows =
        without(all, {name + ".upheld", name + ".other", other + ".upheld", other + ".corrected", other + ".other"});
    const Report report = read_art({statistics_art(rows)});
    EXPECT_EQ(value_of(report, name + ".corrected"), truth_of(rows).at(name + ".corrected")) << trace(report);
    EXPECT_EQ(value_of(report, other + ".corrected"), "absent");
    EXPECT_FALSE(warned(report, name + ".corrected")) << trace(report);
  }
}

TEST(Statistics, OneBlockMissing) {
  const Rows all = sound_statistics();
  for (const char* block : {"review", "litigation"}) {
    const std::string b = block;
    const Rows rows = without(all, {b + ".total", b + ".upheld", b + ".corrected", b + ".other"});
    const Report report = read_art({statistics_art(rows)});
    const Outcome outcome = judge(report, truth_of(rows));
    EXPECT_EQ(outcome.silent + outcome.lost, 0) << outcome.what << trace(report);
    EXPECT_EQ(value_of(report, b + ".corrected"), "absent") << trace(report);
    EXPECT_EQ(outcome.wolf, 0) << "the heading above says whose they are" << trace(report);
  }
}

/// Which block a careful person gives the repeated labels to: that of the last row that names one (四、, 五、, the two
/// 维持…), or the next one where the marks go down; what stands before the second block belongs to the first. `open`:
/// rows that nothing tells.
Truth as_read(const Rows& rows, std::vector<std::string>& open) {
  Truth truth;
  std::vector<const StatisticsRow*> before;  // any block is named
  std::string block;
  int last = 0;
  const auto key_of = [](const StatisticsRow& row) { return row.path.substr(row.path.find('.')); };
  for (const StatisticsRow& row : rows) {
    if (row.path.empty()) continue;
    const std::string own = row.path.substr(0, row.path.find('.'));
    if (own != "review" && own != "litigation") {
      truth[row.path] = row.value;
      continue;
    }
    const std::string key = key_of(row);
    const int mark = key == ".total" ? 0 : key == ".upheld" ? 1 : key == ".corrected" ? 2 : 3;
    if (key == ".total" || key == ".upheld") {
      block = own;
    } else if (mark <= last) {
      block = "litigation";
    }
    last = mark;
    if (block.empty()) {
      before.push_back(&row);
      continue;
    }
    if (block == "litigation") {
      for (const StatisticsRow* one : before) truth["review" + key_of(*one)] = one->value;
      before.clear();
    }
    truth[block + key] = row.value;
  }
  for (const StatisticsRow* one : before) open.push_back(one->value);
  return truth;
}

TEST(Statistics, AnyRowsOfTheTwoBlocksMissing) {
  const Rows all = sound_statistics();
  const std::size_t first = at(all, "review.total");
  for (unsigned missing = 0; missing < 256; ++missing) {
    Rows rows;
    std::string what;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const bool gone = i >= first && i < first + 8 && (missing >> (i - first) & 1u) != 0;
      if (!gone) rows.push_back(all[i]);
      if (gone) what += all[i].path + " ";
    }
    std::vector<std::string> open;
    const Truth truth = as_read(rows, open);
    for (const Look::Stub stub : {Look::Stub::one, Look::Stub::levels}) {
      Look look;
      look.stub = stub;
      const Report report = read_art({statistics_art(rows, look)});
      const Outcome outcome = judge(report, truth);
      EXPECT_EQ(outcome.silent, 0) << what << outcome.what << trace(report);
      // With neither heading only the order of siblings is left; then the doubt is enough.
      const bool headed = truth.count("review.total") + truth.count("litigation.total") > 0;
      if (open.empty() && headed) {
        EXPECT_EQ(outcome.lost, 0) << what << trace(report);
      }
    }
  }
}

TEST(Statistics, LoneRepeatedLabelWithoutItsHeadingIsInDoubt) {
  const Rows rows = without(sound_statistics(), {"review.total", "review.upheld", "review.corrected", "review.other",
                                                 "litigation.total", "litigation.upheld", "litigation.other"});
  const Report report = read_art({statistics_art(rows)});
  const Outcome outcome = judge(report, truth_of(rows));
  EXPECT_EQ(outcome.silent, 0) << trace(report);
  EXPECT_TRUE(warned(report, "review.corrected") || warned(report, "litigation.corrected")) << trace(report);
}

TEST(Statistics, MissingRowsOneByOneMoveNothing) {
  const Rows all = sound_statistics();
  for (std::size_t i = 0; i < all.size(); ++i) {
    Rows rows = all;
    rows.erase(rows.begin() + static_cast<long>(i));
    expect_not_silent(rows, truth_of(rows), "without " + all[i].label);
  }
}

TEST(Statistics, BlankLabelsOneByOneAreTakenByOrderWithAWarning) {
  const Rows all = sound_statistics();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].path.empty()) continue;
    Rows rows = all;
    rows[i].label.clear();
    expect_not_silent(rows, truth_of(all), "blank " + all[i].label);
  }
}

TEST(Statistics, TyposOneByOne) {
  const Rows all = sound_statistics();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].path.empty()) continue;
    Rows rows = all;
    // A character near the end of the label is another one.
    std::string& label = rows[i].label;
    const std::size_t bytes = std::string("数").size();
    label.replace(label.size() - 2 * bytes, bytes, "丙");
    expect_not_silent(rows, truth_of(all), "typo in " + label);
  }
}

TEST(Statistics, SwappedBlocksKeepTheirNumbers) {
  const Rows all = sound_statistics();
  Rows rows = all;
  const auto review = rows.begin() + static_cast<long>(at(rows, "review.total"));
  std::rotate(review, review + 4, review + 8);
  const Report report = read_art({statistics_art(rows)});
  const Outcome outcome = judge(report, truth_of(all));
  EXPECT_EQ(outcome.silent + outcome.lost, 0) << outcome.what << trace(report);
  for (const auto& [path, value] : truth_of(all)) EXPECT_EQ(value_of(report, path), value) << path;
}

TEST(Statistics, SwappedAndDoubledRows) {
  const Rows all = sound_statistics();
  for (std::size_t i = 0; i + 1 < all.size(); ++i) {
    Rows swapped = all;
    std::swap(swapped[i], swapped[i + 1]);
    expect_not_silent(swapped, truth_of(all), "swapped " + all[i].label);
    Rows doubled = all;
    doubled.insert(doubled.begin() + static_cast<long>(i), all[i]);
    expect_not_silent(doubled, truth_of(all), "doubled " + all[i].label);
  }
}

TEST(Statistics, AHeadingWithoutItsRowAndAMisprintBelowIt) {
  // 五、 is lost; its （一） is misprinted as that of 四、: the numbering goes down to （一） again, so that nothing
  // says that the second three belong to 四、.
  const Rows all = sound_statistics();
  Rows rows = without(all, {"litigation.total"});
  rows[at(rows, "litigation.upheld")].label = "（一）维持具体行政行为数";
  Truth truth = truth_of(rows);
  expect_not_silent(rows, truth, "五 lost", 1);
}

TEST(Statistics, RowsOfTheSendersOwnAreReportedAndTakeNoPlace) {
  const Rows all = sound_statistics();
  for (const int i : {3, 12, 26, 50}) {
    Rows rows = all;
    rows.insert(rows.begin() + i, {2, "其他主动公开文件数", "", "件", "77"});
    const Report report = read_art({statistics_art(rows)});
    const Outcome outcome = judge(report, truth_of(all));
    EXPECT_EQ(outcome.silent + outcome.lost + outcome.wolf, 0) << outcome.what << trace(report);
    ASSERT_EQ(report.findings.size(), 1u) << trace(report);
    EXPECT_EQ(report.findings[0].code, "unbound-row");
    EXPECT_NE(report.findings[0].message.find("77"), std::string::npos) << "the number is quoted";
  }
}

TEST(Statistics, SumsOfTheFormAreChecked) {
  Rows rows = sound_statistics();
  rows[at(rows, "review.total")].value = "1";
  const Report report = read_art({statistics_art(rows)});
  EXPECT_EQ(report.checks.size(), 7u);
  for (const Check& check : report.checks) EXPECT_EQ(check.holds, check.name != "sum:review.total") << check.name;
}

}  // namespace
}  // namespace fubiao
