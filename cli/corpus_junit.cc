// JUnit XML has no standard; what Jenkins, GitLab and GitHub's actions read in common is: <testsuites> with <testsuite>
// (name, tests, failures, errors, time) with <testcase> (classname, name, time) with <failure> or <error> (message) and
// text. Of characters that XML 1.0 forbids (2.2, Char), U+FFFD says that one was there.
#include "cli/corpus_junit.h"

#include <array>
#include <cstdio>

#include "cli/code_points.h"
#include "cli/corpus_text.h"
#include "normalize/clean_text.h"

namespace fubiao {
namespace {

std::string xml(std::string_view raw) {
  std::string out;
  const std::string text = clean_text(raw);
  each_code_point(text, [&](UChar32 c, std::string_view bytes) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\n': out += "&#10;"; break;
      case '\t': out += "&#9;"; break;
      default:
        if (c < 0x20 || c == 0xFFFE || c == 0xFFFF) {
          out += "\uFFFD";
        } else {
          out += bytes;
        }
    }
  });
  return out;
}

std::string seconds_attribute(double seconds) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), " time=\"%.3f\"", seconds);
  return text.data();
}

}  // namespace

void JunitFile::add(const CaseResult& result, bool fails) {
  const std::size_t slash = result.path.find_last_of('/');
  const std::string folder = slash == std::string::npos ? "." : result.path.substr(0, slash);
  const std::string file = slash == std::string::npos ? result.path : result.path.substr(slash + 1);
  std::string text =
      "<testcase classname=\"" + xml(folder) + "\" name=\"" + xml(file) + '"' + seconds_attribute(result.seconds);
  const std::vector<std::string> lines = case_lines(result);
  if (!fails && lines.empty()) {
    cases_.add(text + "/>\n");
    return;
  }
  std::string all;
  for (const std::string& line : lines) all += xml(line) + '\n';
  text += '>';
  if (fails) {
    const char* element = result.outcome.failure ? "error" : "failure";
    ++(result.outcome.failure ? errors_ : failures_);
    const std::string message = lines.empty() ? std::string("nothing was accepted yet") : lines.front();
    text += std::string("<") + element + " message=\"" + xml(message) + "\">" + all + "</" + element + '>';
  } else {
    text += "<system-out>" + all + "</system-out>";
  }
  cases_.add(text + "</testcase>\n");
}

std::string JunitFile::finish(const Scoreboard& board) {
  const std::string counts = " name=\"" + xml(suite_) + "\" tests=\"" + std::to_string(board.all.files) +
                             "\" failures=\"" + std::to_string(failures_) + "\" errors=\"" + std::to_string(errors_) +
                             '"' + seconds_attribute(board.seconds) + ">\n";
  const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + counts + "<testsuite" + counts;
  WholeFile file(file_);
  file.add(head);
  file.add(cases_);
  file.add("</testsuite>\n</testsuites>\n");
  return file.finish();
}

}  // namespace fubiao
