// Over every document there is: what was painted is in cells or in prose, or was dropped for a reason that is counted;
// and every slot of every table belongs to one cell. The documents beside the project are taken if they are there.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "extract/open.h"
#include "layout/analyze.h"

namespace fubiao {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> pdfs_below(const fs::path& folder) {
  std::vector<fs::path> files;
  if (!fs::is_directory(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".pdf") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

void expect_conserved(const fs::path& file) {
  const Layout layout = analyze(open(load(file, file.string())), {});
  const Census& census = layout.census;
  EXPECT_GT(census.painted, 0) << file;
  EXPECT_EQ(census.painted, census.in_cells + census.in_prose + census.furniture + census.twice + census.unseen)
      << file;
  for (const Table& table : layout.tables) EXPECT_TRUE(covers_exactly_once(table)) << file;
}

TEST(Conservation, OfTheCorpus) {
  const std::vector<fs::path> files = pdfs_below(fs::path(FUBIAO_SOURCE) / "corpus" / "cases");
  EXPECT_GT(files.size(), 20u);
  for (const fs::path& file : files) expect_conserved(file);
}

TEST(Conservation, OfTheDocumentsBesideTheProject) {
  const std::vector<fs::path> files = pdfs_below(FUBIAO_SHARED);
  if (files.empty()) GTEST_SKIP() << "the folder of real reports is not beside the project";
  for (const fs::path& file : files) expect_conserved(file);
}

}  // namespace
}  // namespace fubiao
