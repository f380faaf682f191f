// A run as JUnit XML, which CI systems show: each case is a test case.
#pragma once

#include <filesystem>
#include <string>

#include "cli/corpus_board.h"
#include "cli/whole_file.h"

namespace fubiao {

class JunitFile {
 public:
  JunitFile(std::filesystem::path file, std::string suite)
      : file_(std::move(file)), suite_(std::move(suite)), cases_(file_) {}
  /// A case that fails is a <failure>, or an <error> where it gave no report; its lines stand inside.
  void add(const CaseResult& result, bool fails);
  /// Empty on success, else what is wrong, for people.
  std::string finish(const Scoreboard& board);

 private:
  std::filesystem::path file_;
  std::string suite_;
  HeldText cases_;
  long failures_ = 0;
  long errors_ = 0;
};

}  // namespace fubiao
