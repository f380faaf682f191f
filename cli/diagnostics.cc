#include "cli/diagnostics.h"

#include <unistd.h>

#include <array>
#include <cstddef>

#include "cli/output.h"

namespace fubiao {
namespace {

/// Length of the well-formed UTF-8 sequence at the start of `bytes`, 0 if there is none (Unicode 15, table 3-7).
std::size_t sequence_length(std::string_view bytes) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char first = at(0);
  if (first < 0x80) return 1;
  std::size_t length = 0;
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
  if (first >= 0xC2 && first <= 0xDF) {
    length = 2;
  } else if (first >= 0xE0 && first <= 0xEF) {
    length = 3;
    if (first == 0xE0) low = 0xA0;
    if (first == 0xED) high = 0x9F;
  } else if (first >= 0xF0 && first <= 0xF4) {
    length = 4;
    if (first == 0xF0) low = 0x90;
    if (first == 0xF4) high = 0x8F;
  } else {
    return 0;
  }
  if (bytes.size() < length || at(1) < low || at(1) > high) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if (at(i) < 0x80 || at(i) > 0xBF) return 0;
  }
  return length;
}

std::string cleaned(std::string_view bytes, bool escape_controls) {
  static constexpr std::array<char, 16> digits = {'0', '1', '2', '3', '4', '5', '6', '7',
                                                  '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
  std::string result;
  result.reserve(bytes.size());
  while (!bytes.empty()) {
    const std::size_t length = sequence_length(bytes);
    const auto first = static_cast<unsigned char>(bytes.front());
    if (length == 0) {
      result += "\xEF\xBF\xBD";
      bytes.remove_prefix(1);
    } else if (escape_controls && (first < 0x20 || first == 0x7F)) {
      result += "\\x";
      result += digits[first >> 4];
      result += digits[first & 0xF];
      bytes.remove_prefix(1);
    } else if (escape_controls && length == 2 && first == 0xC2 && static_cast<unsigned char>(bytes[1]) < 0xA0) {
      // C1 control characters: some terminals obey them.
      const auto second = static_cast<unsigned char>(bytes[1]);
      result += "\\x";
      result += digits[second >> 4];
      result += digits[second & 0xF];
      bytes.remove_prefix(2);
    } else {
      result += bytes.substr(0, length);
      bytes.remove_prefix(length);
    }
  }
  return result;
}

}  // namespace

std::string printable(std::string_view bytes) {
  return cleaned(bytes, true);
}

std::string valid_utf8(std::string_view bytes) {
  return cleaned(bytes, false);
}

std::string shown_error(const Error& error) {
  return error.what() + (" (" + std::string(name(error.code())) + ")");
}

void complain(std::string_view text) {
  std::string line = "fubiao: ";
  line += printable(text);
  line += '\n';
  // One write for one line, so that lines of parallel runs do not mix. Nobody is left to hear of a failure here.
  static_cast<void>(write_all(STDERR_FILENO, line));
}

void complain_about(std::string_view path, std::string_view text) {
  std::string line(path.empty() ? "(an empty path)" : path);
  line += ": ";
  line += text;
  complain(line);
}

}  // namespace fubiao
