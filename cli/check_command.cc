#include "cli/check_command.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>
#include <utility>

#include "cli/check_text.h"
#include "cli/diagnostics.h"
#include "cli/form_files.h"
#include "cli/output.h"
#include "extract/open.h"
#include "normalize/following.h"
#include "normalize/json.h"

namespace fubiao {
namespace {

const FolderFiles& json_files() {
  static const FolderFiles files = {{".json", ".jsonl", ".ndjson"}, "JSON files (.json, .jsonl, .ndjson)"};
  return files;
}

/// Bytes of standard input as they come: a pipe from `fubiao extract` is read while it writes.
std::size_t read_piece_of_input(char* buffer, std::size_t size) {
  for (;;) {
    const ssize_t count = ::read(STDIN_FILENO, buffer, size);
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR)
      throw Error(ErrorCode::unreadable, std::string("cannot read standard input: ") + std::strerror(errno));
  }
}

void read_input(const Input& input, const ReportSink& sink, const std::set<std::string, std::less<>>& wanted) {
  if (input.error) throw *input.error;
  if (input.standard_input) {
    read_reports(read_piece_of_input, wanted, sink);
    return;
  }
  const OpenFile file = open_file(input.path);
  const auto piece = [&](char* buffer, std::size_t size) {
    const std::size_t count = std::fread(buffer, 1, size, file.get());
    if (count == 0 && std::ferror(file.get()) != 0) throw Error(ErrorCode::unreadable, "reading it failed");
    return count;
  };
  read_reports(piece, wanted, sink);
}

}  // namespace

ExitStatus check_command(const CheckOptions& options) {
  const KnownForms known(options.forms_folder);
  const std::vector<Form>& forms = (*known).forms;
  const auto wanted = paths_of_followed(forms);
  std::vector<FoundReport> found;
  std::vector<Unread> unread;
  for (const Input& input : list_inputs(options.inputs, json_files()).inputs) {
    const std::string path = valid_utf8(input.path);
    const std::size_t first = found.size();
    const std::size_t first_unread = unread.size();
    ReportSink sink;
    sink.report = [&](ReadReport&& report, long line) { found.push_back({std::move(report), path, line}); };
    sink.problem = [&](const Error& error, long line) { unread.push_back({path, line, error}); };
    try {
      read_input(input, sink, wanted);
    } catch (const Error& error) {
      sink.problem(error, 0);
    }
    // The line tells documents of one file apart.
    if (found.size() - first + unread.size() - first_unread == 1) {
      for (std::size_t i = first; i < found.size(); ++i) found[i].line = 0;
      for (std::size_t i = first_unread; i < unread.size(); ++i) unread[i].line = 0;
    }
    for (std::size_t i = first_unread; i < unread.size(); ++i) {
      const std::string line = unread[i].line > 0 ? ":" + std::to_string(unread[i].line) : "";
      complain_about(input.path + line, shown_error(unread[i].error));
    }
  }

  Following following = compare_following(std::move(found), forms);
  following.unread = std::move(unread);
  const std::string text =
      options.format == CheckFormat::json ? to_json(following, {.indented = true}) + '\n' : check_text(following);
  Output output({.extension = ".json"}, true);
  const bool given = output.give({}, {{text}}) && output.close();
  return given && following.breaks.empty() && following.unread.empty() ? ExitStatus::ok : ExitStatus::failed;
}

}  // namespace fubiao
