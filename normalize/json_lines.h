// Where in its text each part of a JSON document stands.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace fubiao {

/// From 1. Columns count characters.
struct TextPlace {
  int line = 1;
  int column = 1;
};

TextPlace place_at(std::string_view text, std::size_t offset);

/// The place of each node by its path ("/tables/0/name"; keys as they are, without the escapes of a JSON pointer): of a
/// member its key, of an element its beginning. Of a text that is no JSON, what comes before the mistake. Where a key
/// stands twice, the second. Parts nested deeper than `deepest` are left out.
std::map<std::string, TextPlace> lines_of(std::string_view json, std::size_t deepest = 64);

}  // namespace fubiao
