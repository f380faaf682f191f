// How the reports of some families word their titles, headings, agencies and years.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "normalize/form.h"

namespace re2 {
class RE2;
}

namespace fubiao {

/// Ready to be asked; patterns are compiled when the first text needs them.
class ReportWords {
 public:
  explicit ReportWords(std::vector<const Family*> families);
  ReportWords(ReportWords&&) noexcept;
  ReportWords& operator=(ReportWords&&) noexcept;
  ~ReportWords();

  /// Whether the text is, or ends in, the name of such a report: "…政府信息公开工作年度报告". No sentence is, nor a
  /// heading.
  bool is_title(std::string_view text) const;
  /// Whether it is one of the families' own headings. `letters`: letters_of(fold(text)) without its mark.
  bool is_section(const std::string& letters) const;
  /// The year that a line of prose names in one of the families' phrases; nullopt: none.
  std::optional<int> year_in(std::string_view text) const;

  // Folded. See Family.
  const std::vector<std::u32string>& agency_ends() const { return agency_ends_; }
  const std::vector<std::u32string>& made() const { return made_; }
  const std::vector<std::u32string>& reports() const { return reports_; }
  const std::vector<std::u32string>& announced() const { return announced_; }

 private:
  struct Patterns;
  const Patterns& patterns() const;

  std::vector<const Family*> families_;
  std::vector<std::u32string> agency_ends_;
  std::vector<std::u32string> made_;
  std::vector<std::u32string> reports_;
  std::vector<std::u32string> announced_;
  mutable std::unique_ptr<Patterns> patterns_;
};

}  // namespace fubiao
