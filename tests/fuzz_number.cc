// libFuzzer over the parser of printed numbers and over Decimal: any bytes, and a number that survives being printed.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "normalize/number.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using fubiao::Decimal;
  using fubiao::Status;
  const fubiao::Number number = fubiao::parse_number({reinterpret_cast<const char*>(data), size});
  const bool is_number = number.status == Status::read || number.status == Status::repaired;
  if (number.value.has_value() != is_number) std::abort();
  if (number.value && Decimal::parse(number.value->to_string()) != number.value) std::abort();
  return 0;
}
