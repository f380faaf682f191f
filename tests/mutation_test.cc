// No silent error, measured: right reports damaged in the ways of make_mutations.h, one or several at once, thousands
// of cases by lot. A field that is wrong or invented must be listed by a failing check, a warning or an error.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>

#include "layout/repair.h"
#include "normalize/form_set.h"
#include "tests/make_damage.h"
#include "tests/make_mutations.h"
#include "tests/make_table.h"

namespace fubiao {
namespace {

struct Tally {
  int cases = 0;
  int silent = 0;  ///< cases
  long fields = 0;
  long lost = 0;  ///< fields that a person could read
};

/// The national forms of 2021 and 2019, and the two that are met mixed.
FilledForm filled_form(Lot& lot) {
  static const std::vector<std::pair<const char*, const char*>> kinds = {
      {"ogi-2021", "ogi-2021"}, {"ogi-2021", "ogi-2021"}, {"ogi-2019", "ogi-2019"}, {"ogi-2021", "ogi-2019"}};
  const auto& [first, rest] = lot.pick(kinds);
  const auto density = static_cast<Density>(lot.below(3));
  FilledForm filled = fill(form_named(first), {"disclosure"}, density, lot);
  FilledForm more = fill(form_named(rest), {"requests", "review_and_litigation"}, density, lot);
  filled.grids.insert(filled.grids.end(), more.grids.begin(), more.grids.end());
  filled.truth.merge(more.truth);
  return filled;
}

std::string print_of(const FilledForm& filled) {
  std::string text;
  for (const SlotGrid& grid : filled.grids) {
    for (const std::vector<Slot>& row : grid) {
      for (const Slot& slot : row) text += slot.text + " | ";
      text += "\n";
    }
    text += "\n";
  }
  return text;
}

Truth truth_of(const FilledForm& filled) {
  Truth truth;
  for (const auto& [path, value] : filled.truth) truth[path] = value.empty() ? "null" : value;
  return truth;
}

long lost_of(const FilledForm& filled, const Report& report) {
  const Truth values = values_of(report);
  long lost = 0;
  for (const auto& [path, value] : filled.truth) {
    if (value.empty() || filled.unsure.count(path) > 0) continue;
    const auto at = values.find(path);
    lost += at == values.end() || at->second == "null";
  }
  return lost;
}

Report read_filled(const FilledForm& filled) {
  Layout layout = make_layout(tables_of(filled));
  finish(layout, label_question(bundled_set()));
  return normalize({}, layout, bundled_set());
}

void try_one(unsigned seed, const std::vector<const Mutation*>& chosen, Tally& tally) {
  Lot lot(seed);
  FilledForm filled = filled_form(lot);
  std::string name;
  for (const Mutation* mutation : chosen) {
    if (mutation->apply(filled, lot)) name += std::string(name.empty() ? "" : ", ") + mutation->name;
  }
  if (name.empty()) return;
  const Report report = read_filled(filled);
  const Outcome outcome = judge(report, truth_of(filled));
  const long lost = lost_of(filled, report);
  ++tally.cases;
  tally.fields += static_cast<long>(filled.truth.size());
  tally.lost += lost;
  if (outcome.silent > 0) {
    ++tally.silent;
    if (tally.silent <= 3) {
      ADD_FAILURE() << "seed " << seed << ": " << name << ": silent" << outcome.what << trace(report) << "\n"
                    << print_of(filled);
    }
  }
}

/// More of them: FUBIAO_MUTATIONS=100000 build/dev/fubiao_tests --gtest_filter='Mutation.*'
int cases_wanted() {
#ifdef __SANITIZE_ADDRESS__
  constexpr int usual = 300;
#else
  constexpr int usual = 3000;
#endif
  const char* wanted = std::getenv("FUBIAO_MUTATIONS");
  return wanted == nullptr ? usual : std::atoi(wanted);
}

void expect_sound(const Tally& tally) {
  EXPECT_EQ(tally.silent, 0) << "of " << tally.cases << " cases";
  EXPECT_LT(100 * tally.lost, tally.fields)
      << "fields lost that a person reads: " << tally.lost << " of " << tally.fields;
  testing::Test::RecordProperty("cases", tally.cases);
  testing::Test::RecordProperty("lost", static_cast<int>(tally.lost));
}

TEST(Mutation, SoundFormsAreReadWhole) {
  for (unsigned seed = 0; seed < 40; ++seed) {
    Lot lot(seed);
    const FilledForm filled = filled_form(lot);
    const Report report = read_filled(filled);
    const Outcome outcome = judge(report, truth_of(filled));
    EXPECT_EQ(outcome.silent + outcome.lost + outcome.wolf, 0) << outcome.what << trace(report) << print_of(filled);
    EXPECT_EQ(report.fields.size(), filled.truth.size());
  }
}

class EachMutation : public testing::TestWithParam<std::size_t> {};

TEST_P(EachMutation, GivesNoSilentError) {
  Tally tally;
  const Mutation& mutation = mutations()[GetParam()];
  const auto count = static_cast<unsigned>(cases_wanted()) / static_cast<unsigned>(mutations().size());
  for (unsigned seed = 0; seed < count; ++seed) try_one(seed, {&mutation}, tally);
  EXPECT_GT(tally.cases, static_cast<int>(count) / 10) << mutation.name << " hardly ever applies";
  expect_sound(tally);
}

std::string name_of(const testing::TestParamInfo<std::size_t>& info) {
  std::string name;
  bool upper = true;
  for (const char* c = mutations()[info.param].name; *c != '\0'; ++c) {
    const bool letter = std::isalpha(static_cast<unsigned char>(*c)) != 0;
    if (letter) name += upper ? static_cast<char>(std::toupper(static_cast<unsigned char>(*c))) : *c;
    upper = !letter && *c != '\'';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Mutation, EachMutation, testing::Range(std::size_t{0}, mutations().size()), name_of);

TEST(Mutation, SeveralAtOnceGiveNoSilentError) {
  Tally tally;
  for (unsigned seed = 1; seed <= static_cast<unsigned>(cases_wanted()); ++seed) {
    Lot lot(seed * 7919);
    std::vector<const Mutation*> chosen;
    for (int n = 2 + lot.below(2); n > 0; --n) chosen.push_back(&lot.pick(mutations()));
    std::sort(chosen.begin(), chosen.end());  // pages are cut when all else has happened to the table
    try_one(seed, chosen, tally);
  }
  expect_sound(tally);
}

}  // namespace
}  // namespace fubiao
