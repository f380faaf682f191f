// What the program's exit status means. Part of the output contract.
#pragma once

namespace fubiao {

enum class ExitStatus {
  ok = 0,  ///< every input gave a report
  /// Some input failed, or a result could not be written; the other inputs are done. Of `fubiao check` also: a break.
  failed = 1,
  wrong_usage = 2,  ///< the call itself is wrong: nothing was read or written
};

}  // namespace fubiao
