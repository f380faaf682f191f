// The README shows real output: its command is run and each piece of the excerpt found in what comes out, in order.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "run_program.h"

namespace fubiao::tests {
namespace {

/// Lines of the first block of the README that is fenced as `language`.
std::vector<std::string> fenced_block(const std::string& language) {
  const std::vector<std::string> readme = lines(read_file(in_repository("README.md")));
  const auto begin = std::find(readme.begin(), readme.end(), "```" + language);
  if (begin == readme.end()) return {};
  return {begin + 1, std::find(begin + 1, readme.end(), "```")};
}

TEST(Readme, ShowsWhatTheProgramPrints) {
  std::vector<std::string> block = fenced_block("console");
  ASSERT_GT(block.size(), 10U);
  const std::string prompt = "$ build/release/fubiao ";
  ASSERT_EQ(block.front().rfind(prompt, 0), 0U) << block.front();
  std::vector<std::string> arguments;
  for (std::size_t begin = prompt.size(); begin < block.front().size();) {
    const std::size_t end = std::min(block.front().find(' ', begin), block.front().size());
    arguments.push_back(block.front().substr(begin, end - begin));
    begin = end + 1;
  }
  const ProgramRun run = run_program(arguments, {.folder = FUBIAO_SOURCE});
  ASSERT_EQ(run.status, 0) << run.err;

  const std::vector<std::string> printed = lines(run.out);
  auto from = printed.begin();
  for (auto piece = block.begin() + 1; piece != block.end();) {
    const auto end = std::find(piece, block.end(), "…");
    const auto at = std::search(from, printed.end(), piece, end);
    ASSERT_NE(at, printed.end()) << "not printed, or not in this order:\n" << *piece;
    from = at + (end - piece);
    piece = end == block.end() ? end : end + 1;
  }
  EXPECT_EQ(printed.front(), block.at(1));
  EXPECT_EQ(printed.back(), block.back());
}

TEST(Readme, NamesOnlyScriptsThatExist) {
  for (const std::string& line : fenced_block("sh")) {
    const std::string script = line.substr(0, line.find(' '));
    EXPECT_TRUE(std::filesystem::exists(in_repository(script))) << script;
  }
}

}  // namespace
}  // namespace fubiao::tests
