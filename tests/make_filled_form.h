// Forms filled in by lot: grids whose slots know the field that they print, so that whatever is done to a grid, what a
// careful person reads on it stays known.
#pragma once

#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "layout/table.h"
#include "normalize/form.h"

namespace fubiao {

/// std::mt19937 with the same draws everywhere: the standard's distributions differ between libraries.
struct Lot {
  std::mt19937 engine;
  explicit Lot(unsigned seed) : engine(seed) {}
  /// 0 … n-1
  int below(int n) { return static_cast<int>(engine() % static_cast<unsigned>(n)); }
  bool chance(int percent) { return below(100) < percent; }
  template <class Items>
  auto& pick(Items& items) {
    return items[static_cast<std::size_t>(below(static_cast<int>(items.size())))];
  }
};

struct Slot {
  std::string text;  ///< "<" goes on with the slot on the left, "^" with the one above, as in make_table.h
  std::string path;  ///< of the field that is printed here; empty: a label, a head or nothing
};
using SlotGrid = std::vector<std::vector<Slot>>;

struct FilledForm {
  std::vector<SlotGrid> grids;
  std::map<std::string, std::string> truth;  ///< number of each path; "": printed blank
  std::set<std::string> unsure;              ///< nobody can tell: need not be read, must not be wrong in silence
};

/// How the numbers fall: many reports hold hardly anything but zeros, which hide what went wrong.
enum class Density { full, sparse, nearly_empty };

/// The form, or its tables of those names alone, with the form's own labels and numbers that keep its checks.
FilledForm fill(const Form& form, const std::vector<std::string>& tables, Density density, Lot& lot);

std::vector<Table> tables_of(const FilledForm& filled);

}  // namespace fubiao
