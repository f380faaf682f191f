// The forms that a run knows: the bundled ones and those in a folder of the user's.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "normalize/form_set.h"

namespace fubiao {

struct FormFile {
  std::string from;  ///< the path of the file; empty: bundled
  std::string text;  ///< the file, byte for byte
  Form form;
};

/// The bundled forms and those of `folder` (its .json files in byte order, hidden entries left out), by name. A form of
/// the folder takes the place of the bundled form with its name. Where a form is wrong, every problem is said on
/// standard error, "FILE:LINE: what is wrong; how to mend it", and WrongUsage thrown.
std::vector<FormFile> list_forms(const std::optional<std::string>& folder);

/// The same, ready to be looked for; without a folder the bundled set itself.
class KnownForms {
 public:
  explicit KnownForms(const std::optional<std::string>& folder);
  const FormSet& operator*() const { return own_ ? *own_ : bundled_set(); }

 private:
  std::optional<FormSet> own_;
};

}  // namespace fubiao
