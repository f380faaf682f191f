// Bytes of a plain text file to UTF-8. The encoding is told by content, never by name or locale.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace fubiao {

struct DecodedText {
  std::string text;            ///< UTF-8 without byte order mark, line ends as in the file
  std::string encoding;        ///< IANA name: "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5"
  std::size_t unreadable = 0;  ///< byte sequences that the encoding does not have; each is U+FFFD in `text`
};

/// nullopt: no encoding makes text of these bytes (binary data). `part`: the bytes are the beginning of a longer file,
/// so that a character cut off at their end is no fault.
std::optional<DecodedText> decode_text(std::string_view bytes, bool part = false);

}  // namespace fubiao
