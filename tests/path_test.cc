#include "extract/path.h"

#include <gtest/gtest.h>

namespace fubiao {
namespace {

Subpath straight(std::vector<Point> points) {
  Subpath subpath;
  subpath.curved.assign(points.size(), false);
  subpath.points = std::move(points);
  return subpath;
}

Brush brush() {
  Brush b;
  b.width = 1;
  b.clip = {0, 0, 1000, 1000};
  return b;
}

TEST(Path, AStrokeIsAsThickAsItsPen) {
  const std::vector<Paint> paints = stroked({straight({{10, 50}, {110, 50}})}, brush());
  ASSERT_EQ(paints.size(), 1u);
  EXPECT_DOUBLE_EQ(paints[0].box.y0, 49.5);
  EXPECT_DOUBLE_EQ(paints[0].box.y1, 50.5);
  EXPECT_DOUBLE_EQ(paints[0].box.x0, 10) << "butt caps end with the path";
}

TEST(Path, SquareCapsAddHalfThePen) {
  Brush b = brush();
  b.square_caps = true;
  EXPECT_DOUBLE_EQ(stroked({straight({{10, 50}, {110, 50}})}, b)[0].box.x0, 9.5);
}

TEST(Path, CurvesAndSlantedLinesAreNoRules) {
  Subpath curve = straight({{10, 50}, {40, 50}, {80, 50}, {110, 50}});
  curve.curved[1] = curve.curved[2] = true;
  EXPECT_TRUE(stroked({curve}, brush()).empty());
  EXPECT_TRUE(stroked({straight({{10, 50}, {110, 90}})}, brush()).empty());
}

TEST(Path, ALineScannedALittleOffTheAxisIsStillALine) {
  EXPECT_EQ(stroked({straight({{10, 50}, {510, 53}})}, brush()).size(), 1u);
}

TEST(Path, WhatTheClipHidesIsNotPainted) {
  Brush b = brush();
  b.clip = {0, 0, 60, 1000};
  EXPECT_DOUBLE_EQ(stroked({straight({{10, 50}, {110, 50}})}, b)[0].box.x1, 60);
  b.clip = {0, 0, 5, 5};
  EXPECT_TRUE(stroked({straight({{10, 50}, {110, 50}})}, b).empty());
}

TEST(Path, ARectangleIsItsBoxAndATriangleIsNothing) {
  const std::vector<Paint> paints = filled({straight({{10, 10}, {60, 10}, {60, 30}, {10, 30}})}, brush());
  ASSERT_EQ(paints.size(), 1u);
  EXPECT_DOUBLE_EQ(paints[0].width, 20);
  EXPECT_TRUE(filled({straight({{10, 10}, {60, 10}, {60, 60}})}, brush()).empty());
}

TEST(Path, OneSideOfAMitredBorderIsABar) {
  EXPECT_EQ(filled({straight({{10, 10}, {110, 10}, {109, 11}, {11, 11}})}, brush()).size(), 1u);
}

TEST(Path, AHoleMakesAFrameOnlyWhereTheRuleSaysSo) {
  const Subpath outer = straight({{10, 10}, {110, 10}, {110, 60}, {10, 60}});
  const Subpath same_way = straight({{11, 11}, {109, 11}, {109, 59}, {11, 59}});
  const Subpath other_way = straight({{11, 11}, {11, 59}, {109, 59}, {109, 11}});
  EXPECT_EQ(filled({outer, same_way}, brush()).size(), 2u) << "nonzero winding: both are filled";
  EXPECT_EQ(filled({outer, other_way}, brush()).size(), 4u);
  Brush even_odd = brush();
  even_odd.even_odd = true;
  EXPECT_EQ(filled({outer, same_way}, even_odd).size(), 4u);
}

}  // namespace
}  // namespace fubiao
