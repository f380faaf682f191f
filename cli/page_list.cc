#include "cli/page_list.h"

#include <algorithm>
#include <charconv>

#include "cli/inputs.h"

namespace fubiao {
namespace {

int page_number(std::string_view text, std::string_view item) {
  int page = 0;
  const bool digits =
      !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  const std::from_chars_result read = std::from_chars(text.data(), text.data() + text.size(), page);
  if (!digits || read.ec != std::errc())
    throw WrongUsage("\"" + std::string(item) + "\" is no page and no range of pages, as 2 or 4-6");
  if (page == 0) throw WrongUsage("\"" + std::string(item) + "\": pages count from 1");
  return page;
}

PageRange page_range(std::string_view item) {
  const std::size_t dash = item.find('-');
  const int first = page_number(item.substr(0, dash), item);
  const int last = dash == std::string_view::npos ? first : page_number(item.substr(dash + 1), item);
  if (last < first) throw WrongUsage("\"" + std::string(item) + "\" runs backwards");
  return {first, last};
}

std::string written(const PageRange& range) {
  const std::string first = std::to_string(range.first);
  return range.first == range.last ? first : first + "-" + std::to_string(range.last);
}

}  // namespace

PageList parse_page_list(std::string_view text) {
  if (text.empty()) throw WrongUsage("no page is named, as 2 or 4-6 or 2,4-6");
  PageList list;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    list.push_back(page_range(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return list;
}

bool contains(const PageList& list, int page) {
  return std::any_of(list.begin(), list.end(), [&](const PageRange& r) { return r.first <= page && page <= r.last; });
}

std::string what_is_missing(const PageList& list, int pages) {
  if (pages == 0) return "it has no pages, so none of its tables is on a page that --pages asks for";
  std::string missing;
  for (const PageRange& range : list) {
    if (range.first <= pages) continue;
    missing += (missing.empty() ? "" : ",") + written(range);
  }
  if (missing.empty()) return {};
  return "--pages " + missing + ": it has " + std::to_string(pages) + (pages == 1 ? " page" : " pages");
}

}  // namespace fubiao
