#include <array>
#include <ctime>
#include <map>
#include <memory>
#include <utility>

#include "cli/corpus_command.h"
#include "cli/corpus_json.h"
#include "cli/corpus_junit.h"
#include "cli/corpus_page.h"
#include "cli/corpus_text.h"
#include "cli/diagnostics.h"
#include "cli/output.h"

namespace fubiao {
namespace {

constexpr std::size_t kNamesOfGone = 10;

std::string shown_inputs(const InputArguments& inputs) {
  std::string text;
  for (const std::string& path : inputs.paths) text += (text.empty() ? "" : " ") + printable(path);
  if (inputs.files_from) text += (text.empty() ? "the list " : " and the list ") + printable(*inputs.files_from);
  return text;
}

/// "2026-11-25 13:57 UTC"
std::string now_text() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  std::array<char, 64> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M UTC", &parts);
  return text.data();
}

}  // namespace

ExitStatus corpus_run_command(const CorpusRunCommand& command) {
  const std::string title = shown_inputs(command.run.inputs);
  const Judgement judgement{command.strict};
  std::unique_ptr<CorpusPage> page;
  std::unique_ptr<JunitFile> junit;
  if (command.report) page = std::make_unique<CorpusPage>(*command.report, title);
  if (command.junit) junit = std::make_unique<JunitFile>(*command.junit, title);
  Output output({.extension = ".json"}, false);
  long failing = 0;
  bool sound = true;

  const auto take = [&](const Input& /*input*/, CaseResult&& result) {
    const bool fails = judgement.fails(result);
    failing += fails ? 1 : 0;
    if (page) page->add(result);
    if (junit) junit->add(result, fails);
    for (FieldMiss& miss : result.misses) miss.picture.clear();
    const std::string text =
        command.json ? to_json(result, {.indented = false}) + '\n' : case_text(result, command.lines);
    if (!text.empty()) sound = output.give({}, {{text}}) && sound;
    return !output.broken();
  };
  CorpusRunOptions options = command.run;
  options.pictures = command.report.has_value();
  Scoreboard board = run_corpus(options, take);
  if (output.broken()) return ExitStatus::failed;
  board.gone = accepted_without_report(options.inputs, options.accepted_folder);
  board.gone_count = static_cast<long>(board.gone.size());
  if (board.gone.size() > kNamesOfGone) board.gone.resize(kNamesOfGone);

  const bool failed = failing > 0 || (command.strict && board.gone_count > 0);
  std::string text = command.json ? to_json(board, failed, {.indented = false}) + '\n' : '\n' + board_text(board);
  if (!command.json && failing > 0)
    text += std::to_string(failing) + (failing == 1 ? " case fails\n" : " cases fail\n");
  sound = output.give({}, {{text}}) && sound;
  const auto finished = [&](const std::string& file, const std::string& problem) {
    if (problem.empty()) return;
    complain_about(file, problem);
    sound = false;
  };
  if (page)
    finished(*command.report,
             page->finish(board, {{"version", FUBIAO_VERSION}, {"date", now_text()}, {"run over", title}}));
  if (junit) finished(*command.junit, junit->finish(board));
  sound = output.close() && sound;
  return sound && !failed ? ExitStatus::ok : ExitStatus::failed;
}

}  // namespace fubiao
