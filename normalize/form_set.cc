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

const Family& family_of(const Form& form, const std::vector<Form>& forms) {
  const auto other = std::find_if(forms.begin(), forms.end(), [&](const Form& f) { return f.name == form.family_of; });
  return other == forms.end() ? form.family : other->family;
}

std::vector<ReportWords> words_of(const std::vector<Form>& forms) {
  std::vector<ReportWords> words;
  words.reserve(forms.size());
  for (const Form& form : forms) words.emplace_back(std::vector<const Family*>{&family_of(form, forms)});
  return words;
}

ReportWords all_words(const std::vector<Form>& forms) {
  std::vector<const Family*> families;
  for (const Form& form : forms) families.push_back(&form.family);
  return ReportWords(std::move(families));
}

}  // namespace

FormSet::FormSet(std::vector<Form> known)
    : forms(newest_first(std::move(known))), vocabulary(forms), words(words_of(forms)), any_words(all_words(forms)) {}

const FormSet& bundled_set() {
  static const FormSet set(parse_bundled_forms());
  return set;
}

const std::vector<Form>& bundled_forms() {
  return bundled_set().forms;
}

}  // namespace fubiao
