// Text of a file as text of a page of HTML 5, wherever it stands: nothing in it can end a tag or begin one.
#pragma once

#include <string>
#include <string_view>

namespace fubiao {

/// Between tags. Line ends are <br>; control characters other than tab, which are errors in HTML also as references,
/// are U+FFFD, which says that one was there.
std::string html_escaped(std::string_view text);

/// Within a quoted attribute, or an element that keeps white space (pre): line ends stay what they are.
std::string html_attribute(std::string_view text);

/// The bytes of a path as a relative reference (RFC 3986): never read as one with a scheme or a host.
std::string url_path(std::string_view path);

}  // namespace fubiao
