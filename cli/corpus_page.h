// fubiao corpus run --report: the run as one self-contained page of HTML 5.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <map>
#include <string>

#include "cli/corpus_board.h"
#include "cli/corpus_page_rows.h"
#include "cli/corpus_result.h"
#include "cli/whole_file.h"

namespace fubiao {

/// Takes the results one by one and writes the page at the end. Memory does not grow with their number: rows wait on
/// disk beside the page.
class CorpusPage {
 public:
  /// `title`: what was run.
  CorpusPage(std::filesystem::path file, std::string title);

  void add(const CaseResult& result);

  /// `about`: what the head of the page says besides (version, date, command). The page appears whole or not at all.
  /// Empty on success, else what went wrong, for people.
  std::string finish(const Scoreboard& board, const std::map<std::string, std::string>& about);

  /// Bytes of pictures and tables beyond which rows do without: browsers read pages of 100 MB, but slowly.
  static constexpr std::size_t most_evidence = 64u << 20;

 private:
  /// Tables with a row for each thing; `evidence` are the cases with their pictures and tables.
  enum Part { failures, fields, others, changes, evidence, parts };
  struct Held {
    HeldText rows;
    long count = 0;
  };
  void add_row(Part part, const std::string& html);
  void add_fields(const PageCase& which);
  void add_section(Part part, WholeFile& page);

  std::filesystem::path file_;
  std::string title_;
  std::array<Held, parts> held_;
  long cases_ = 0;
  std::size_t evidence_bytes_ = 0;
  long left_out_ = 0;  ///< pictures and tables
};

}  // namespace fubiao
