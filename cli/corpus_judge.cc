#include "cli/corpus_judge.h"

#include <chrono>
#include <utility>

#include "cli/corpus_case.h"
#include "cli/corpus_compare.h"
#include "cli/corpus_json.h"
#include "cli/corpus_score.h"
#include "cli/diagnostics.h"
#include "cli/read_input.h"
#include "extract/picture.h"

namespace fubiao {
namespace {

/// What lies beside a report. A file that cannot be used counts as absent, and is a problem of the case.
struct SideFiles {
  Truth truth;
  std::optional<Outcome> accepted;
};

SideFiles side_files(const Input& input, const JudgeOptions& options, CaseResult& result) {
  SideFiles beside;
  const auto attempt = [&](const auto& read) {
    try {
      read();
    } catch (const BrokenJson& broken) {
      result.problems.emplace_back(broken.what());
    }
  };
  attempt([&] { result.about = about_case(input.path); });
  attempt([&] { beside.truth = truth_beside(input.path); });
  attempt([&] {
    const std::filesystem::path file = accepted_file(input, options.accepted_folder);
    const std::optional<JsonTree> tree = read_tree(file);
    if (!tree) return;
    try {
      beside.accepted = outcome_from(*tree);
    } catch (const BrokenJson& broken) {
      throw BrokenJson(valid_utf8(file.native()) + ": " + broken.what());
    }
  });
  return beside;
}

/// More places than that nobody looks at one by one.
constexpr std::size_t kPicturesOfACase = 40;

void add_pictures(const Source& source, CaseResult& result) {
  std::vector<FieldMiss*> shown;
  std::vector<PictureRequest> requests;
  for (FieldMiss& miss : result.misses) {
    if (!miss.page || !miss.box || shown.size() == kPicturesOfACase) continue;
    shown.push_back(&miss);
    requests.push_back(row_around(*miss.page, *miss.box));
  }
  if (requests.empty()) return;
  std::vector<std::string> pictures = page_pictures(source.bytes, requests);
  for (std::size_t i = 0; i < shown.size() && i < pictures.size(); ++i) shown[i]->picture = std::move(pictures[i]);
}

CaseResult begin(const Input& input) {
  CaseResult result;
  result.path = valid_utf8(input.path);
  return result;
}

void finish(const SideFiles& beside, CaseResult& result) {
  const Truth& truth = beside.truth;
  result.truth = truth.state;
  const bool checked = truth.state == TruthState::checked;
  if (checked || result.about.form.empty())
    result.about.form = (checked ? truth.head : result.outcome.head).form.value_or("none");
  if (!beside.accepted) return;
  result.changes = changes_between(*beside.accepted, result.outcome, checked ? &truth : nullptr);
  if (checked && !result.outcome.failure) judge_tables(truth, result.other_misses, result.changes);
  result.verdict = verdict_of(result.changes);
}

}  // namespace

CaseResult judge_case(const Input& input, const FormSet& forms, const JudgeOptions& options) {
  CaseResult result = begin(input);
  const SideFiles beside = side_files(input, options, result);
  const auto begun = std::chrono::steady_clock::now();
  const ReadInput read = read_input(input, [&](const Source& source, const SourceInfo& info, const Document& document) {
    const Layout layout = analyze(document, label_question(forms));
    const Report report = normalize(document, layout, forms);
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    result.format = info.format;
    result.outcome = outcome_of(report, layout);
    score_report(beside.truth, report, layout, result);
    if (options.pictures && document.format == Format::pdf) add_pictures(source, result);
  });
  if (read.error) {
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    result.format = read.info.format;
    result.outcome = {};
    result.outcome.failure = {std::string(name(read.error->code())), read.error->what()};
    score_failure(beside.truth, result);
  }
  finish(beside, result);
  return result;
}

CaseResult judge_failure(const Input& input, CaseFailure failure, const JudgeOptions& options) {
  CaseResult result = begin(input);
  const SideFiles beside = side_files(input, options, result);
  result.outcome.failure = std::move(failure);
  score_failure(beside.truth, result);
  finish(beside, result);
  return result;
}

}  // namespace fubiao
