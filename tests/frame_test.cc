#include "layout/frame.h"

#include <gtest/gtest.h>

namespace fubiao {
namespace {

LooseRow row(const std::vector<std::string>& texts) {
  LooseRow cells;
  for (const std::string& text : texts) cells.push_back({text, text});
  return cells;
}

/// "stub+data".
std::string frame(const std::vector<std::vector<std::string>>& texts) {
  std::vector<LooseRow> rows;
  for (const std::vector<std::string>& one : texts) rows.push_back(row(one));
  const Frame frame = frame_of(shapes_of(rows));
  return std::to_string(frame.stub) + "+" + std::to_string(frame.data);
}

TEST(Frame, LabelsStandInTheStubAndTheRunOfValuesIsTheData) {
  EXPECT_EQ(frame({{"项目", "本年", "上年"}, {"甲", "1", "2"}, {"乙", "3", "4"}, {"丙", "", "6"}}), "1+2");
}

TEST(Frame, UnitsBelongToTheDataWhereverTheLabelsEnd) {
  // Three levels of labels, each in its column: the rows have three, four and five cells, and two columns of data.
  for (const char* value : {"7", ""}) {
    EXPECT_EQ(frame({{"指标", "单位", "统计数"},
                     {"一级指标", "——", ""},
                     {"", "二级指标甲", "件", value},
                     {"", "", "三级指标甲", "条", value},
                     {"", "", "三级指标乙", "条", value},
                     {"", "二级指标乙", "件", value},
                     {"", "", "三级指标丙", "万元", value},
                     {"", "", "三级指标丁", "件", value},
                     {"", "", "三级指标戊", "件", value}}),
              "3+2")
        << value;
  }
}

TEST(Frame, ShortLabelsThatRepeatAreNoUnits) {
  // 男 over 女 for each town: the word stands alone where the town's cell goes on.
  EXPECT_EQ(frame({{"乡镇", "性别", "人数"},
                   {"甲乡", "男", "1"},
                   {"", "女", "2"},
                   {"乙乡", "男", "3"},
                   {"", "女", "4"},
                   {"丙乡", "女", "5"},
                   {"丁乡", "女", "6"},
                   {"戊乡", "男", "7"},
                   {"己乡", "男", "8"},
                   {"庚乡", "男", "9"}}),
            "2+1");
}

}  // namespace
}  // namespace fubiao
