#include "layout/heads.h"

#include <gtest/gtest.h>

#include <functional>
#include <map>

namespace fubiao {
namespace {

using Kind = LowerCell::Kind;

std::vector<LowerCell> texts(const std::vector<std::string>& names) {
  std::vector<LowerCell> cells;
  for (const std::string& name : names) cells.push_back({name.empty() ? Kind::blank : Kind::text, 1, name});
  return cells;
}

std::vector<int> best(const std::vector<bool>& heads, const std::vector<LowerCell>& lower) {
  const std::vector<Grouping> ways = group_under_heads(heads, lower, 3);
  return ways.empty() ? std::vector<int>{} : ways[0].sizes;
}

TEST(Heads, ABlankCellIsTheHeadAboveGoingOn) {
  EXPECT_EQ(best({false, false, false}, texts({"", "a", "b", "c", ""})), (std::vector<int>{1, 3, 1}));
}

TEST(Heads, ChildrenOfOneHeadAreAlike) {
  std::vector<LowerCell> lower = texts({"a", "b", "c", "x", "y"});
  lower[3].span = lower[4].span = 5;
  EXPECT_EQ(best({false, false}, lower), (std::vector<int>{3, 2}));
}

TEST(Heads, GroupsRepeat) {
  EXPECT_EQ(best({false, false}, texts({"a", "b", "c", "a", "b", "c"})), (std::vector<int>{3, 3}));
  EXPECT_EQ(best({false, false}, texts({"a", "b", "c", "a", "c"})), (std::vector<int>{3, 2})) << "one was lost";
}

TEST(Heads, ACornerTakesTheWholeStub) {
  std::vector<LowerCell> lower = {{Kind::stub, 1, {}}, {Kind::stub, 1, {}}, {Kind::value, 1, {}}, {Kind::value, 1, {}}};
  const std::vector<Grouping> ways = group_under_heads({true, false, false}, lower, 3);
  ASSERT_FALSE(ways.empty());
  EXPECT_EQ(ways[0].sizes, (std::vector<int>{2, 1, 1}));
  EXPECT_EQ(ways[0].cost, 0);
  EXPECT_FALSE(ways[0].doubtful);
}

TEST(Heads, ALostCornerAndALostHeadAreInDoubt) {
  std::vector<LowerCell> lower = {
      {Kind::stub, 1, {}}, {Kind::value, 1, {}}, {Kind::value, 1, {}}, {Kind::value, 1, {}}};
  const std::vector<Grouping> corner = group_under_heads({false, false, false}, lower, 3);
  ASSERT_FALSE(corner.empty());
  EXPECT_TRUE(corner[0].doubtful);
}

TEST(Heads, MoreHeadsThanCellsIsNoTree) {
  EXPECT_TRUE(group_under_heads({false, false, false}, texts({"a", "b"}), 3).empty());
  EXPECT_TRUE(group_under_heads({}, texts({"a"}), 3).empty());
}

// The search against an exhaustive one: what the search gives is some division of all the cells, nothing it leaves out
// is cheaper than what it gives (compared through its own cost of larger result lists), and costs do not fall.
TEST(Heads, ResultsAreInOrderAndComplete) {
  for (std::size_t cells = 1; cells <= 7; ++cells) {
    for (unsigned blanks = 0; blanks < (1u << cells); ++blanks) {
      std::vector<std::string> names;
      for (std::size_t i = 0; i < cells; ++i) {
        const bool blank = (blanks >> i & 1) != 0;
        names.push_back(blank ? std::string() : std::string(1, static_cast<char>('a' + static_cast<char>(i % 3))));
      }
      for (std::size_t heads = 1; heads <= cells; ++heads) {
        const std::vector<Grouping> all = group_under_heads(std::vector<bool>(heads, false), texts(names), 1000);
        std::map<std::vector<int>, int> seen;
        int before = 0;
        for (const Grouping& way : all) {
          int sum = 0;
          for (const int size : way.sizes) sum += size;
          ASSERT_EQ(sum, static_cast<int>(cells));
          ASSERT_EQ(way.sizes.size(), heads);
          ASSERT_GE(way.cost, before);
          before = way.cost;
          ASSERT_EQ(++seen[way.sizes], 1);
        }
        // Compositions of `cells` into `heads` parts: C(cells - 1, heads - 1).
        std::size_t expected = 1;
        for (std::size_t k = 1; k < heads; ++k) expected = expected * (cells - k) / k;
        ASSERT_EQ(all.size(), expected);
        const std::vector<Grouping> few = group_under_heads(std::vector<bool>(heads, false), texts(names), 2);
        ASSERT_EQ(few[0].cost, all[0].cost);
      }
    }
  }
}

}  // namespace
}  // namespace fubiao
