#include "layout/shape.h"

#include <gtest/gtest.h>

namespace fubiao {
namespace {

TEST(Shape, NumbersAreValues) {
  for (const char* text : {"0", "55009", "14.67", "1,234", "-18", "+19", "减3", "0件", "12.5万元", "73802895.90元",
                           "１２", "50%", "/", "-", "—", "——", "无", "1 234", "(5)"}) {
    EXPECT_EQ(shape_of(text), Shape::value) << text;
  }
}

TEST(Shape, LabelsWithDigitsAreWords) {
  for (const char* text : {"3.其他", "1.属于国家秘密", "（七）总计", "2023年", "2023年度", "第3项", "1、总体", "A4",
                           "规章", "5月", "1.", "3）其他", "2项目数量增减"}) {
    EXPECT_EQ(shape_of(text), Shape::words) << text;
  }
}

TEST(Shape, NothingIsBlank) {
  EXPECT_EQ(shape_of(""), Shape::blank);
  EXPECT_EQ(shape_of("\u3000 "), Shape::blank);
}

}  // namespace
}  // namespace fubiao
