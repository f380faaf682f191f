#include "cli/forms_command.h"

#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <vector>

#include "cli/diagnostics.h"
#include "cli/form_files.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "normalize/json.h"

namespace fubiao {
namespace {

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.resize(width, ' ');
  return text + "  ";
}

/// Name, number of fields, where from, title: the title last, since its width is nobody's business.
std::string list_of(const std::vector<FormFile>& forms) {
  std::size_t names = 0;
  std::size_t places = 0;
  const auto from = [](const FormFile& file) { return file.from.empty() ? "bundled" : printable(file.from); };
  for (const FormFile& file : forms) {
    names = std::max(names, file.form.name.size());
    places = std::max(places, from(file).size());
  }
  std::string out;
  for (const FormFile& file : forms) {
    const std::string count = std::to_string(fields_of(file.form).size());
    out += padded(file.form.name, names) +
           padded(std::string(4 - std::min<std::size_t>(4, count.size()), ' ') + count + " fields", 11) +
           padded(from(file), places) + printable(file.form.title) + '\n';
  }
  return out;
}

std::vector<FormFile> chosen(std::vector<FormFile> forms, const std::string& name) {
  const auto at = std::find_if(forms.begin(), forms.end(), [&](const FormFile& f) { return f.form.name == name; });
  if (at != forms.end()) return {std::move(*at)};
  std::vector<std::string> names;
  std::string all;
  for (const FormFile& file : forms) {
    names.push_back(file.form.name);
    all += (all.empty() ? "" : ", ") + file.form.name;
  }
  const std::string near = suggestion(name, names);
  throw WrongUsage("no form is named \"" + name + "\"" + (near.empty() ? "; the forms are " + all : near));
}

}  // namespace

ExitStatus forms_command(const FormsOptions& options) {
  std::vector<FormFile> forms = list_forms(options.folder);
  if (options.name) forms = chosen(std::move(forms), *options.name);
  std::string out;
  if (options.fields) {
    std::vector<const Form*> all;
    for (const FormFile& file : forms) all.push_back(&file.form);
    out = fields_json(all);
  } else {
    out = options.name ? forms.front().text : list_of(forms);
  }
  const int failure = write_all(STDOUT_FILENO, out);
  if (failure == 0) return ExitStatus::ok;
  complain_about("standard output", std::string("cannot write: ") + std::strerror(failure));
  return ExitStatus::failed;
}

}  // namespace fubiao
