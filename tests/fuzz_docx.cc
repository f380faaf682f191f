// libFuzzer over read_docx and all that comes after it. Good seeds: corpus/cases.
#include "fuzz_contract.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return fubiao::tests::read_to_the_end(fubiao::read_docx, data, size);
}
