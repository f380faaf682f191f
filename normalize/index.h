// Positions are int where -1 means none (as in the headers of layout/); the library counts in std::size_t.
#pragma once

#include <cstddef>

namespace fubiao {

inline std::size_t index(int i) {
  return static_cast<std::size_t>(i);
}

}  // namespace fubiao
