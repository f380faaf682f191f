// Text as it leaves the program, in every format.
#pragma once

#include <string>
#include <string_view>

namespace fubiao {

/// NFC (UAX #15), each ill-formed sequence of bytes U+FFFD.
std::string clean_text(std::string_view text);

}  // namespace fubiao
