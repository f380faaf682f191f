// A run over a corpus: every case judged, in parallel, results in order.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/corpus_board.h"
#include "cli/corpus_judge.h"
#include "cli/inputs.h"
#include "cli/progress.h"

namespace fubiao {

struct CorpusRunOptions {
  InputArguments inputs;
  std::optional<std::string> forms_folder;     ///< --forms
  std::optional<std::string> accepted_folder;  ///< --accepted
  std::optional<int> jobs;                     ///< absent: as many as the machine has cores
  std::chrono::seconds time_limit{60};         ///< of one case
  bool pictures = false;                       ///< of the places of the misses
  Progress::Where progress = Progress::suitable();
};

/// Takes each result in the order of the inputs. False: stop.
using TakeResult = std::function<bool(const Input&, CaseResult&&)>;

/// All of the scoreboard but what is gone. Throws WrongUsage.
Scoreboard run_corpus(const CorpusRunOptions& options, const TakeResult& take);

/// The files that `fubiao corpus accept` wrote and whose report is not there any more, below the folders named.
std::vector<std::string> accepted_without_report(const InputArguments& inputs,
                                                 const std::optional<std::string>& accepted_folder);

}  // namespace fubiao
