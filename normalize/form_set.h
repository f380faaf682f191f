// The forms that a run knows, ready to be looked for.
#pragma once

#include <vector>

#include "normalize/form.h"
#include "normalize/vocabulary.h"

namespace fubiao {

/// Forms with all of their labels. The vocabulary points into the forms, so a set moves but is not copied.
struct FormSet {
  /// Newest first: by name, from the last.
  explicit FormSet(std::vector<Form> known);
  FormSet(FormSet&&) = default;
  FormSet& operator=(FormSet&&) = default;

  std::vector<Form> forms;
  Vocabulary vocabulary;
};

/// The bundled forms. Made at the first call.
const FormSet& bundled_set();

}  // namespace fubiao
