// Reading ZIP containers (APPNOTE.TXT 6.3) through libzip, with every size bounded.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/finding.h"
#include "extract/limits.h"

namespace fubiao {

/// An open container. The bytes given must outlive it.
///
/// Names are found exactly, else without regard to ASCII case, a leading slash and the direction of slashes (OPC,
/// ECMA-376 part 2 §6.2.2, compares part names without case; some writers use backslashes).
class Zip {
 public:
  /// Throws Error{damaged} when it is no readable ZIP. A container that contradicts itself (ZIP_CHECKCONS) is read
  /// all the same, with the finding `inconsistent-container`; a part that it holds twice is then refused by `read`.
  Zip(std::string_view bytes, const Limits& limits);
  ~Zip();
  Zip(const Zip&) = delete;
  Zip& operator=(const Zip&) = delete;

  bool contains(std::string_view part) const;
  /// The part unpacked. Throws Error: damaged (absent, twice there, wrong checksum), encrypted, limit. Sizes are
  /// bounded as declared and as counted: a declared size can lie.
  std::string read(std::string_view part);

  const std::vector<std::string>& names() const { return names_; }
  const std::vector<Finding>& findings() const { return findings_; }

 private:
  struct Handle;
  struct Place {
    std::uint64_t index = 0;
    bool ambiguous = false;
  };
  const Place* find(std::string_view part) const;

  std::unique_ptr<Handle> handle_;
  Limits limits_;
  std::vector<std::string> names_;
  std::unordered_map<std::string, Place> exact_;
  std::unordered_map<std::string, Place> folded_;
  std::vector<Finding> findings_;
  std::uint64_t unpacked_ = 0;
};

}  // namespace fubiao
