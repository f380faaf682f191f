// Writing the numbers of lists as Word does: ST_NumberFormat, ECMA-376 part 1 §17.18.59.
#pragma once

#include <string>
#include <string_view>

namespace fubiao {

/// `value` in the format of that name ("chineseCounting"). A value outside what the format can say (0 or 21 in
/// circles, 11 in 甲乙丙) and a format that is not known are written as decimal, which is what Word falls back to.
/// "none" and "bullet" give nothing.
std::string format_number(long value, std::string_view format);

}  // namespace fubiao
