// The layout of JSON on one line.
#include "normalize/json_writer.h"

#include <algorithm>

namespace fubiao {

std::string on_one_line(std::string_view json) {
  std::string line;
  line.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t end = std::min(json.find('\n', at), json.size());
    line.append(json.substr(at, end - at));
    if (end < json.size() && line.back() == ',') line.push_back(' ');
    at = end + 1;
  }
  return line;
}

}  // namespace fubiao
