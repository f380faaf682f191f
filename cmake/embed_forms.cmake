# Turns normalize/forms/*.json into one C++ file of string literals, so that the program needs no data files.
# fubiao_embed_forms(OUT) sets OUT to the generated source; it is made again when a form file changes.
function(fubiao_embed_forms out)
  file(GLOB forms CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/normalize/forms/*.json)
  list(SORT forms)
  set(entries "")
  foreach(form IN LISTS forms)
    set_property(DIRECTORY ${CMAKE_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${form})
    file(READ ${form} text)
    string(APPEND entries "    R\"fubiao_form(${text})fubiao_form\",\n")
  endforeach()
  set(source ${CMAKE_BINARY_DIR}/generated/bundled_forms.cc)
  # file(CONFIGURE) writes only when the content has changed.
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT
"// Made by cmake/embed_forms.cmake from normalize/forms/*.json.
#include \"normalize/form.h\"

namespace fubiao {

const std::vector<std::string_view>& bundled_form_texts() {
  static const std::vector<std::string_view> texts = {
@entries@  };
  return texts;
}

}  // namespace fubiao
")
  set(${out} ${source} PARENT_SCOPE)
endfunction()
