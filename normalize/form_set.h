// The forms that a run knows, ready to be looked for.
#pragma once

#include <vector>

#include "normalize/form.h"
#include "normalize/report_words.h"
#include "normalize/vocabulary.h"

namespace fubiao {

/// Forms with all of their words. Those point into the forms, so a set moves but is not copied.
struct FormSet {
  /// Newest first: by name, from the last.
  explicit FormSet(std::vector<Form> known);
  FormSet(FormSet&&) = default;
  FormSet& operator=(FormSet&&) = default;

  std::vector<Form> forms;
  Vocabulary vocabulary;
  std::vector<ReportWords> words;  ///< of each form's family
  ReportWords any_words;           ///< of all families: for a report whose form is not known
};

/// The bundled forms. Made at the first call.
const FormSet& bundled_set();

}  // namespace fubiao
