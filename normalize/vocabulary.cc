// Decides what a printed text could be a label of.
//
// The shape of a printed table (header, stub, data) is told by what its cells could mean, so this question comes before
// any binding. It is asked of every cell, so exact spellings are found in a hash table and only the rest is compared
// with every label.
//
// Invariant: a mark decides where two labels share their words (（七）总计 is a row, 总计 a column); a text without a
// mark may be both. It does not apply to values: "无" and "0" mean nothing here.
#include "normalize/vocabulary.h"

#include <algorithm>

namespace fubiao {
namespace {

constexpr double near_enough = 0.7;           ///< as in match.cc
constexpr std::size_t longest_label = 160;    ///< characters
constexpr std::size_t most_near_texts = 500;  ///< a hostile table has any number of different texts

void merge(Meaning& into, const Meaning& other) {
  into.row |= other.row;
  into.column |= other.column;
  into.heading |= other.heading;
  into.corner |= other.corner;
}

}  // namespace

Vocabulary::Vocabulary(const std::vector<Form>& forms) {
  const auto meaning_of = [](bool Meaning::*what) {
    Meaning meaning;
    meaning.*what = true;
    return meaning;
  };
  for (const Form& form : forms) {
    for (const FormTable& table : form.tables) {
      for (const Label& label : table.headings) add(label, meaning_of(&Meaning::heading));
      for (const Label& label : table.corner) add(label, meaning_of(&Meaning::corner));
      for (const FormNode& row : table.rows) {
        const bool block = row.parent < 0 && !row.carries && row.alone.empty() &&
                           row.label == table.blocks[static_cast<std::size_t>(row.block)].heading;
        add(row.names, meaning_of(block ? &Meaning::heading : &Meaning::row));
      }
      for (const FormBlock& block : table.blocks) {
        for (const FormNode& column : block.columns) add(column.names, meaning_of(&Meaning::column));
      }
    }
  }
}

void Vocabulary::add(const Label& label, Meaning meaning) {
  if (label.spellings.empty()) return;
  const std::string& official = label.spellings.front().folded;
  const auto known = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
    return entry.label->spellings.front().folded == official;
  });
  if (known == entries_.end()) {
    entries_.push_back({&label, meaning});
  } else {
    merge(known->meaning, meaning);
  }
  for (const LabelText& spelling : label.spellings) {
    spellings_.emplace(spelling.rest, std::make_pair(spelling.mark, meaning));
    if (!spelling.plain.empty() && spelling.plain != spelling.rest) {
      spellings_.emplace(spelling.plain, std::make_pair(spelling.mark, meaning));
    }
  }
}

Meaning Vocabulary::exact(const LabelText& text) const {
  Meaning all;
  Meaning marked;
  for (const std::string* key : {&text.rest, &text.plain}) {
    if (key->empty() || all.any()) continue;
    const auto [first, last] = spellings_.equal_range(*key);
    for (auto it = first; it != last; ++it) {
      merge(all, it->second.second);
      if (it->second.first == text.mark) merge(marked, it->second.second);
    }
  }
  return text.mark.ordinal > 0 && marked.any() ? marked : all;
}

Meaning Vocabulary::meaning(const LabelText& text, bool near) const {
  Meaning found = exact(text);
  if (found.any() || !near || text.points.size() < 3 || text.points.size() > longest_label) return found;
  const auto known = near_.find(text.folded);
  if (known != near_.end()) return known->second;
  if (near_.size() >= most_near_texts) return found;
  double best = near_enough;
  for (const Entry& entry : entries_) {
    const Likeness like = likeness(text, *entry.label);
    if (like.value < best) continue;
    if (like.value > best) found = Meaning{};
    best = like.value;
    merge(found, entry.meaning);
  }
  found.near = found.any();
  near_.emplace(text.folded, found);
  return found;
}

}  // namespace fubiao
