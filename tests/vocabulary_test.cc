#include "normalize/vocabulary.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace fubiao {
namespace {

const Vocabulary& words() {
  static const Vocabulary vocabulary(bundled_forms());
  return vocabulary;
}

TEST(Vocabulary, AMarkTellsARowFromAColumn) {
  EXPECT_TRUE(words().meaning(label_text("（七）总计")).row);
  EXPECT_FALSE(words().meaning(label_text("（七）总计")).column);
  const Meaning bare = words().meaning(label_text("总计"));
  EXPECT_TRUE(bare.row && bare.column);
}

TEST(Vocabulary, TyposAreNearAndProseIsNothing) {
  const Meaning typo = words().meaning(label_text("2.其他法律行政止公开"));
  EXPECT_TRUE(typo.row && typo.near);
  EXPECT_FALSE(words().meaning(label_text("2.其他法律行政止公开"), false).any());
  EXPECT_FALSE(words().meaning(label_text("本机关2023年认真落实条例，不断提升公开水平")).any());
  EXPECT_FALSE(words().meaning(label_text("")).any());
  EXPECT_FALSE(words().meaning(label_text("其他主动公开文件")).any());
}

/// Every spelling that was seen under a heading of the national tables means something of that kind.
TEST(Vocabulary, SpellingsSeenInPrintAreKnown) {
  const std::filesystem::path file = std::filesystem::path(FUBIAO_SHARED) / "spec/label-variants.md";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << file << " is not there";
  std::ifstream in(file);
  std::string line;
  std::string heading;
  int seen = 0;
  while (std::getline(in, line)) {
    if (line.rfind("## ", 0) == 0) heading = line.substr(3);
    if (heading.rfind("pre-2019", 0) == 0) break;
    if (line.rfind("| ", 0) != 0 || line.rfind("| spelling", 0) == 0) continue;
    std::string spelling = line.substr(2, line.find(" |", 2) - 2);
    for (std::size_t at; (at = spelling.find("⏎")) != std::string::npos;)
      spelling.replace(at, std::string("⏎").size(), "\n");
    EXPECT_TRUE(words().meaning(label_text(spelling)).any()) << heading << ": " << spelling;
    ++seen;
  }
  EXPECT_GT(seen, 80);
}

}  // namespace
}  // namespace fubiao
