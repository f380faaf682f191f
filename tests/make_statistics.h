// The statistics table of 2014, filled in, as text art in the ways in which it is printed.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/make_damage.h"

namespace fubiao {

struct StatisticsRow {
  int level = 0;      ///< 0 一、 1 （一） 2 1. and 其中
  std::string label;  ///< as the form prints it
  std::string path;   ///< empty: a heading
  std::string unit;
  std::string value;
};

/// All rows of the form with numbers of our own: no two leaves have the same, and every sum holds.
std::vector<StatisticsRow> sound_statistics();
/// The numbers of the rows that have some.
Truth truth_of(const std::vector<StatisticsRow>& rows);

struct StatisticsLook {
  enum class Stub {
    one,           ///< the whole hierarchy in one column
    levels,        ///< a column for each level, blank cells before a label
    merged,        ///< 一、 to 九、 in a column of their own, merged over the rows below
    merged_total,  ///< the same; a heading with a number of its own prints it beside "合计"
  };
  enum class Headings {
    blank,  ///< nothing under unit and number
    dash,   ///< "——" there
    bar,    ///< one cell over the whole width; not of merged headings, which have no rows
  };
  Stub stub = Stub::one;
  bool units = true;
  bool codes_before = false;  ///< 序号 as the first column
  bool codes_behind = false;  ///< 代码 behind the labels
  bool indented = false;
  Headings headings = Headings::blank;
  std::string number_head = "统计数";
  std::function<std::string(const std::string&)> label = {};  ///< how a label is spelt
};
std::string statistics_art(const std::vector<StatisticsRow>& rows, const StatisticsLook& look = {});

/// （一） in one of five ways (㈠, (一), 一）, 一), （一）with blanks inside) and 1. as 1、, １． and so on.
std::string enumerated(const std::string& label, int way);
/// Without its mark and without 其中：.
std::string unnumbered(const std::string& label);

}  // namespace fubiao
