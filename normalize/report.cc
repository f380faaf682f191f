// Names of the report's enumerations as the output prints them. Decides nothing.
#include "normalize/report.h"

namespace fubiao {

std::string_view name(Status status) {
  switch (status) {
    case Status::read: return "read";
    case Status::blank: return "blank";
    case Status::not_applicable: return "not_applicable";
    case Status::unreadable: return "unreadable";
    case Status::repaired: return "repaired";
  }
  return "unreadable";
}

}  // namespace fubiao
