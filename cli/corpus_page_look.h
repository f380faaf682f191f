// The style and the script of the page of a corpus run: cli/corpus_page.css and cli/corpus_page.js, compiled in by
// cmake/embed_text.cmake.
#pragma once

#include <string_view>

namespace fubiao {

std::string_view corpus_page_style();
std::string_view corpus_page_script();

}  // namespace fubiao
