#include "cli/html_escape.h"

#include "normalize/clean_text.h"

namespace fubiao {
namespace {

std::string escaped(std::string_view text, std::string_view line_end) {
  std::string html;
  const std::string clean = clean_text(text);
  html.reserve(clean.size());
  for (std::size_t i = 0; i < clean.size(); ++i) {
    const auto c = static_cast<unsigned char>(clean[i]);
    const bool c1_control = c == 0xC2 && static_cast<unsigned char>(clean[i + 1]) < 0xA0;
    switch (c) {
      case '&': html += "&amp;"; break;
      case '<': html += "&lt;"; break;
      case '>': html += "&gt;"; break;
      case '"': html += "&quot;"; break;
      case '\'': html += "&#39;"; break;
      case '\t': html += '\t'; break;
      case '\r':
        if (clean[i + 1] == '\n') break;  // a std::string ends in NUL
        [[fallthrough]];
      case '\n': html += line_end; break;
      default:
        if (c < 0x20 || c == 0x7F || c1_control) {
          html += "\uFFFD";
          if (c1_control) ++i;
        } else {
          html += clean[i];
        }
    }
  }
  return html;
}

}  // namespace

std::string html_escaped(std::string_view text) {
  return escaped(text, "<br>");
}

std::string html_attribute(std::string_view text) {
  return escaped(text, "\n");
}

std::string url_path(std::string_view path) {
  static constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string url;
  // "//host" would name a host; a name with a colon, whose colon is encoded below, no scheme.
  if (path.starts_with("//"))
    path.remove_prefix(path.find_first_not_of('/') == std::string_view::npos ? path.size() - 1
                                                                             : path.find_first_not_of('/') - 1);
  for (const char c : path) {
    if (plain.find(c) != std::string_view::npos) {
      url += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      url += '%';
      url += digits[byte >> 4];
      url += digits[byte & 0xF];
    }
  }
  return url;
}

}  // namespace fubiao
