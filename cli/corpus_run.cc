#include "cli/corpus_run.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <thread>
#include <utility>

#include "cli/corpus_case.h"
#include "cli/corpus_json.h"
#include "cli/corpus_text.h"
#include "cli/diagnostics.h"
#include "cli/form_files.h"
#include "cli/worker_pool.h"

namespace fubiao {
namespace {

namespace fs = std::filesystem;

int jobs_of(const CorpusRunOptions& options) {
  const unsigned cores = std::thread::hardware_concurrency();
  return options.jobs.value_or(cores == 0 ? 1 : static_cast<int>(cores));
}

/// What the pool gave, as a result of the case.
CaseResult result_of(const Input& input, PoolResult&& given, const CorpusRunOptions& options) {
  const JudgeOptions judge{.accepted_folder = options.accepted_folder};
  switch (given.end) {
    case PoolResult::End::done: try { return case_from_json(given.text);
      } catch (const BrokenJson& broken) {
        return judge_failure(input, {"crashed", std::string("its worker gave no result: ") + broken.what()}, judge);
      }
    case PoolResult::End::crashed:
      return judge_failure(input, {"crashed", "reading it ended with " + given.text}, judge);
    case PoolResult::End::timed_out: break;
  }
  return judge_failure(
      input,
      {"timed-out", "reading it took more than " + std::to_string(options.time_limit.count()) + " s (--timeout)"},
      judge);
}

std::string note(const Scoreboard& board) {
  const Tally& all = board.all;
  std::string text = std::to_string(all.silent) + " silent, " + std::to_string(all.wrong + all.invented) + " wrong, " +
                     std::to_string(all.lost) + " lost";
  if (all.failed > 0) text += ", " + std::to_string(all.failed) + " not read";
  return text;
}

}  // namespace

Scoreboard run_corpus(const CorpusRunOptions& options, const TakeResult& take) {
  const InputList list = list_inputs(options.inputs);
  const bool from_input =
      std::any_of(list.inputs.begin(), list.inputs.end(), [](const Input& i) { return i.standard_input; });
  if (from_input) throw WrongUsage("a corpus is files: - (standard input) cannot be a case");
  if (options.accepted_folder) check_outputs(list.inputs, {.extension = ".accepted.json"});
  const KnownForms forms(options.forms_folder);

  Scoreboard board;
  board.jobs = std::min(jobs_of(options), static_cast<int>(list.inputs.size()));
  Progress progress(list.inputs.size(), options.progress);
  const JudgeOptions judge{options.accepted_folder, options.pictures};
  PoolUse use;
  use.work = [&](std::size_t item) {
    return to_json(judge_case(list.inputs[item], *forms, judge), {.indented = false});
  };
  use.take = [&](std::size_t item, PoolResult&& given) {
    const Input& input = list.inputs[item];
    CaseResult result = result_of(input, std::move(given), options);
    board.add(result);
    // What is said of it may go to the same terminal.
    if (!case_lines(result).empty()) progress.clear();
    return take(input, std::move(result));
  };
  use.tick = [&](std::size_t finished) { progress.show(finished, note(board)); };
  run_pool(list.inputs.size(), {.jobs = board.jobs, .time_limit = options.time_limit}, use);
  progress.clear();

  board.seconds = progress.seconds();
  return board;
}

std::vector<std::string> accepted_without_report(const InputArguments& inputs,
                                                 const std::optional<std::string>& accepted_folder) {
  static constexpr std::string_view ending = ".accepted.json";
  static const FolderFiles json = {{".json"}, "accepted results"};
  std::vector<std::string> gone;
  for (const std::string& path : inputs.paths) {
    std::error_code error;
    if (!fs::is_directory(path, error)) continue;
    const std::string& where = accepted_folder ? *accepted_folder : path;
    if (!fs::is_directory(where, error)) continue;
    for (const Input& input : list_inputs({.paths = {where}, .files_from = {}}, json).inputs) {
      if (input.error || !input.path.ends_with(ending)) continue;
      fs::path report = fs::path(path) / input.output;
      report = report.native().substr(0, report.native().size() - ending.size());
      if (!fs::exists(report, error)) gone.push_back(input.path);
    }
  }
  return gone;
}

}  // namespace fubiao
