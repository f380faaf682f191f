// What is wrong with a form as a whole: for form_parse.cc alone.
#pragma once

#include <string>
#include <vector>

#include "normalize/form.h"

namespace fubiao {

/// Where in the file the parts of a form stand ("/tables/0/blocks/1/rows/3"), in the order of the form.
struct FormPlaces {
  struct OfTable {
    std::string table;
    std::vector<std::string> rows;                  ///< of each node of FormTable::rows
    std::vector<std::vector<std::string>> columns;  ///< of each node of each block
  };
  std::vector<OfTable> tables;
  std::vector<std::string> told_by;  ///< of each rank
  std::vector<std::string> checks;
};

/// Adds what is wrong with the form: paths, labels, ranks, checks and phrases that do not go together.
void check_form(const Form& form, const FormPlaces& places, std::vector<FormProblem>& problems);

}  // namespace fubiao
