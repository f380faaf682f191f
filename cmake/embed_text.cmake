# Compiles the style and the script of the page of `fubiao corpus run --report` into the program.
# fubiao_embed_page(OUT) sets OUT to the generated source; it is made again when one of them changes.
function(fubiao_embed_page out)
  foreach(part css js)
    set(file ${CMAKE_SOURCE_DIR}/cli/corpus_page.${part})
    set_property(DIRECTORY ${CMAKE_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    file(READ ${file} ${part})
  endforeach()
  set(source ${CMAKE_BINARY_DIR}/generated/corpus_page_look.cc)
  # file(CONFIGURE) writes only when the content has changed.
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT
"// Made by cmake/embed_text.cmake from cli/corpus_page.css and cli/corpus_page.js.
#include \"cli/corpus_page_look.h\"

namespace fubiao {

std::string_view corpus_page_style() {
  return R\"fubiao_page(@css@)fubiao_page\";
}

std::string_view corpus_page_script() {
  return R\"fubiao_page(@js@)fubiao_page\";
}

}  // namespace fubiao
")
  set(${out} ${source} PARENT_SCOPE)
endfunction()
