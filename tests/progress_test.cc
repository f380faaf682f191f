#include "cli/progress.h"

#include <gtest/gtest.h>

namespace fubiao::tests {
namespace {

TEST(Progress, SaysHowFarItIs) {
  EXPECT_EQ(progress_text(312, 1000, 12.946), "312 of 1000, 31 %, 24.1 a second, 0:29 to go");
  EXPECT_EQ(progress_text(50, 100, 120), "50 of 100, 50 %, 0.4 a second, 2:00 to go");
  EXPECT_EQ(progress_text(7, 7, 2), "7 of 7, 100 %, 3.5 a second, 0:00 to go");
}

TEST(Progress, PromisesNothingBeforeTheFirst) {
  EXPECT_EQ(progress_text(0, 1000, 30), "0 of 1000, 0 %");
  EXPECT_EQ(progress_text(5, 10, 0), "5 of 10, 50 %");
  EXPECT_EQ(progress_text(0, 0, 0), "0 of 0, 100 %");
}

TEST(Progress, CountsHours) {
  EXPECT_EQ(progress_text(1, 3600, 1), "1 of 3600, 0 %, 1.0 a second, 59:59 to go");
  EXPECT_EQ(progress_text(1, 3601, 1), "1 of 3601, 0 %, 1.0 a second, 1:00:00 to go");
  EXPECT_EQ(progress_text(1, 36'063, 1), "1 of 36063, 0 %, 1.0 a second, 10:01:02 to go");
}

TEST(Progress, PercentAreWholeAndAHundredIsTheEnd) {
  for (std::size_t i = 0; i <= 100; ++i)
    EXPECT_EQ(progress_text(i, 100, 0), std::to_string(i) + " of 100, " + std::to_string(i) + " %");
  EXPECT_EQ(progress_text(999'999, 1'000'000, 0), "999999 of 1000000, 99 %");
}

}  // namespace
}  // namespace fubiao::tests
