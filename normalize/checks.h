// The form's own arithmetic (勾稽关系).
#pragma once

#include <string>
#include <vector>

#include "normalize/form.h"
#include "normalize/report.h"

namespace fubiao {

/// All checks of a form, in its order, over the fields of one report. `tables`: the form tables that were printed, by
/// which rows are meant (a report may print a table of another form). A row that is printed alone takes the place of
/// its children.
std::vector<Check> run_checks(const Form& form, const std::vector<const FormTable*>& tables,
                              const std::vector<Field>& fields);

/// Sums that cannot be checked and would let moved or lost numbers pass in silence; each gets a warning with its
/// fields: the total is blank and the last printed part could be it (it is the sum of those before it, or in nearly
/// every such row at least their sum); or a part is blank and the others do not come to the total.
std::vector<Finding> find_shifted(const Form& form, const std::vector<Check>& checks, const std::vector<Field>& fields);

}  // namespace fubiao
