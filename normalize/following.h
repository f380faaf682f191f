// Following years of one agency compared: what one report leaves over for the next year must be what the next begins
// with.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "normalize/form.h"
#include "normalize/read_reports.h"

namespace fubiao {

/// Two fields of a form, of which the first of one year is the second of the next.
struct FollowedFields {
  std::string before;
  std::string after;
  std::vector<std::string> before_label;  ///< as printed in the form: the row, then its column, outermost first
  std::vector<std::string> after_label;
};
/// Those of the form's rules `follows`, in the order of the form.
std::vector<FollowedFields> followed_fields(const Form& form);
/// The paths of all of them: what is to be read of a report.
std::set<std::string, std::less<>> paths_of_followed(const std::vector<Form>& forms);

/// A report, and where it stands.
struct FoundReport {
  ReadReport report;
  std::string file;  ///< as given
  long line = 0;     ///< on which it begins, from 1; 0: it is all of the file
};

/// A field as one report gives it.
struct FoundValue {
  std::string file;
  long line = 0;
  std::string source;
  ReadValue read;
};
/// A field of an agency and year, as each report of them gives it. A report without the field is not among them.
struct FieldOfYear {
  int year = 0;
  std::string field;
  std::vector<std::string> label;
  std::vector<FoundValue> values;
};

/// No number of the one is a number of the other.
struct Break {
  std::string agency;
  FieldOfYear before;
  FieldOfYear after;
};
/// Reports of one agency and year that give a field differently.
struct Conflict {
  std::string agency;
  FieldOfYear field;
};
/// Years of an agency without a report, between two that have one.
struct Gap {
  std::string agency;
  int before = 0;
  int after = 0;
};
/// Two following years of an agency that both have a report, and what became of the fields that follow.
struct YearPair {
  std::string agency;
  int before = 0;
  int after = 0;
  int equal = 0;
  int breaks = 0;
  int blank = 0;   ///< null in one of them
  int absent = 0;  ///< not printed in one of them
  int units = 0;   ///< numbers of different units
  /// True where the forms of the two years have no fields that follow: the form of 2014 prints none.
  bool unrelated = false;
};
/// A document that has no place among the years: a report without agency or year, or the record of a file that could
/// not be extracted.
struct Unplaced {
  std::string file;
  long line = 0;
  std::string source;
  std::optional<std::string> agency;
  std::optional<int> year;
  std::string error_code;  ///< empty: it is a report
};
/// A file, or a document in it, that is no report.
struct Unread {
  std::string file;
  long line = 0;
  Error error;
};

/// Everything in order: by agency (folded), year, field of the form, file, line.
struct Following {
  int reports = 0;   ///< with agency and year
  int agencies = 0;  ///< of these
  std::vector<Break> breaks;
  std::vector<Conflict> conflicts;
  std::vector<Gap> gaps;
  std::vector<YearPair> pairs;
  std::vector<Unplaced> unplaced;
  std::vector<Unread> unread;  ///< left to the caller, who read them
};

/// Reports of forms that are not among `forms` have no fields that follow.
Following compare_following(std::vector<FoundReport> found, const std::vector<Form>& forms);

}  // namespace fubiao
