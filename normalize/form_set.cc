// Decides nothing but the order of the forms: where two fit equally well, the first, which is the newer, is taken.
#include "normalize/form_set.h"

#include <algorithm>
#include <utility>

namespace fubiao {
namespace {

std::vector<Form> newest_first(std::vector<Form> forms) {
  std::sort(forms.begin(), forms.end(), [](const Form& a, const Form& b) { return a.name > b.name; });
  return forms;
}

}  // namespace

FormSet::FormSet(std::vector<Form> known) : forms(newest_first(std::move(known))), vocabulary(forms) {}

const FormSet& bundled_set() {
  static const FormSet set(parse_bundled_forms());
  return set;
}

const std::vector<Form>& bundled_forms() {
  return bundled_set().forms;
}

}  // namespace fubiao
