#include "cli/form_files.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>

#include "cli/diagnostics.h"
#include "cli/inputs.h"
#include "extract/limits.h"
#include "extract/open.h"

namespace fubiao {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> files_in(const std::string& folder) {
  std::error_code error;
  std::vector<std::string> names;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename();
    std::error_code unknown;
    if (name.front() != '.' && entry->path().extension() == ".json" && entry->is_regular_file(unknown))
      names.push_back(name);
  }
  if (error) throw WrongUsage("--forms " + folder + ": cannot be read as a folder: " + error.message());
  if (names.empty()) throw WrongUsage("--forms " + folder + ": no form is in it, that is, no file NAME.json");
  if (names.size() > Limits{}.forms)
    throw WrongUsage("--forms " + folder + ": more than " + std::to_string(Limits{}.forms) + " files are in it");
  std::sort(names.begin(), names.end());
  std::vector<std::string> files;
  for (const std::string& name : names) files.push_back(fs::path(folder) / name);
  return files;
}

/// Says problems and counts them.
class Complaints {
 public:
  void add(const std::string& file, const FormProblem& problem) {
    ++count_;
    complain(file + ":" + std::to_string(problem.place.line) + ": " + problem.message);
  }
  /// Throws when there were any.
  void end(const std::string& folder) const {
    if (count_ == 0) return;
    throw WrongUsage("--forms " + folder + ": " + std::to_string(count_) + (count_ == 1 ? " problem" : " problems") +
                     " in its forms");
  }

 private:
  int count_ = 0;
};

std::optional<FormFile> read_form(const std::string& path, Complaints& complaints) {
  try {
    Limits limits;
    limits.file_bytes = limits.form_bytes;
    std::string text = load(path, path, limits).bytes;
    ParsedForm parsed = parse_form(text);
    for (const FormProblem& problem : parsed.problems) complaints.add(path, problem);
    if (parsed.problems.empty()) return FormFile{path, std::move(text), std::move(parsed.form)};
  } catch (const Error& error) {
    complaints.add(path,
                   {"", "the file cannot be read: " + shown_error(error) + "; mend it or take it out of the folder"});
  }
  return std::nullopt;
}

/// A family is said by the form itself or by one other.
void check_families(const std::vector<FormFile>& forms, Complaints& complaints) {
  std::map<std::string, const Form*> by_name;
  std::vector<std::string> names;
  for (const FormFile& file : forms) by_name[file.form.name] = &file.form, names.push_back(file.form.name);
  for (const FormFile& file : forms) {
    const std::string& of = file.form.family_of;
    if (of.empty() || file.from.empty()) continue;
    const auto lines = lines_of(file.text);
    const auto at = lines.find("/family");
    FormProblem problem;
    if (at != lines.end()) problem.place = at->second;
    const auto other = by_name.find(of);
    if (other == by_name.end()) {
      const std::string near = suggestion(of, names);
      problem.message =
          "no form is named \"" + of + "\"" + (near.empty() ? "; name the form whose family this is" : near);
    } else if (!other->second->family_of.empty()) {
      problem.message = "the form \"" + of + "\" has no family of its own; name \"" + other->second->family_of + "\"";
    } else {
      continue;
    }
    complaints.add(file.from, problem);
  }
}

}  // namespace

std::vector<FormFile> list_forms(const std::optional<std::string>& folder) {
  std::vector<FormFile> forms;
  std::vector<Form> bundled = parse_bundled_forms();
  for (std::size_t i = 0; i < bundled.size(); ++i)
    forms.push_back({"", std::string(bundled_form_texts()[i]), std::move(bundled[i])});
  if (folder) {
    Complaints complaints;
    for (const std::string& path : files_in(*folder)) {
      std::optional<FormFile> read = read_form(path, complaints);
      if (!read) continue;
      const auto same = std::find_if(forms.begin(), forms.end(),
                                     [&](const FormFile& other) { return other.form.name == read->form.name; });
      if (same == forms.end()) {
        forms.push_back(std::move(*read));
      } else if (same->from.empty()) {
        *same = std::move(*read);
      } else {
        const auto lines = lines_of(read->text);
        FormProblem problem{
            "/name",
            "the form of " + same->from + " has the name \"" + read->form.name + "\" too; give one of them another",
            {}};
        if (const auto at = lines.find("/name"); at != lines.end()) problem.place = at->second;
        complaints.add(path, problem);
      }
    }
    check_families(forms, complaints);
    complaints.end(*folder);
  }
  std::sort(forms.begin(), forms.end(), [](const FormFile& a, const FormFile& b) { return a.form.name < b.form.name; });
  return forms;
}

KnownForms::KnownForms(const std::optional<std::string>& folder) {
  if (!folder) return;
  std::vector<Form> forms;
  for (FormFile& file : list_forms(folder)) forms.push_back(std::move(file.form));
  own_.emplace(std::move(forms));
}

}  // namespace fubiao
