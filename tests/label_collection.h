// The spellings that were collected from print, where ../shared lies beside the checkout.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace fubiao {

/// Section and spelling, in the order of the page, up to its list of titles; empty where it is not there.
inline std::vector<std::pair<std::string, std::string>> collected_spellings() {
  std::vector<std::pair<std::string, std::string>> all;
  std::ifstream in(std::filesystem::path(FUBIAO_SHARED) / "spec/label-variants.md");
  std::string section;
  for (std::string line; std::getline(in, line);) {
    if (line.rfind("## ", 0) == 0) section = line.substr(3);
    if (section.rfind("Report titles", 0) == 0) break;
    if (line.rfind("| ", 0) != 0 || line.rfind("| spelling", 0) == 0) continue;
    const std::string cell = line.substr(1, line.find('|', 1) - 1);
    const std::size_t first = cell.find_first_not_of(' ');
    if (first != std::string::npos)
      all.emplace_back(section, cell.substr(first, cell.find_last_not_of(' ') - first + 1));
  }
  return all;
}

/// The lines of one section of the page; empty where it is not there.
inline std::vector<std::string> collected_lines(const std::string& section) {
  std::vector<std::string> lines;
  std::ifstream in(std::filesystem::path(FUBIAO_SHARED) / "spec/label-variants.md");
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line.rfind("## ", 0) == 0) inside = line.rfind("## " + section, 0) == 0;
    if (inside) lines.push_back(line);
  }
  return lines;
}

}  // namespace fubiao
