// Decides of each printed table, or part of one, which table of which form it is.
//
// By its labels alone: headings, heads and row labels each speak with a weight, long ones more than 总计 and 其他,
// which any table of the world may have. Two forms share most of their labels; where they speak equally for a segment,
// the form that fits all segments of that name better takes it, then the newer one.
//
// Invariants: a segment belongs to one form table or to none; segments of one printed table may belong to several.
// It does not apply to the name of the form of the whole report: normalize.cc tells it from what was bound.
#include "normalize/choose.h"
#include "normalize/index.h"

#include <algorithm>
#include <map>

namespace fubiao {
namespace {

constexpr double heading_weight = 3;
constexpr double long_weight = 2;  ///< of a label with at least four characters
constexpr double short_weight = 0.7;
constexpr double official_weight = 0.1;  ///< more for the spelling that this form itself prints
constexpr double near_enough = 0.75;
/// Two long labels, or one with its heading: a smaller piece of a table says too little by itself.
constexpr double least_fit = 4;
constexpr double least_fit_continued = 2;  ///< without a header of its own, after a piece of the same table
constexpr std::size_t most_heads = 300;    ///< no form has fifty columns
constexpr double least_share = 0.4;        ///< of all labels printed: other people's tables share a few

struct Tally {
  double fit = 0;
  double heads = 0;
  int labels = 0;
  int known = 0;
};

/// The weight of the best label among `labels`.
template <class Labels, class Get>
double best_weight(const LabelText& text, const Labels& labels, Get get, bool may_be_near) {
  double best = 0;
  if (text.rest.empty()) return best;
  const double weight = text.points.size() >= 4 ? long_weight : short_weight;
  for (const auto& item : labels) {
    const Label& label = get(item);
    for (const LabelText& spelling : label.spellings) {
      const bool same = spelling.rest == text.rest ||
                        (!text.plain.empty() && (spelling.rest == text.plain || spelling.plain == text.plain));
      if (!same) continue;
      best = std::max(best, weight + (label.spellings.front().rest == text.rest ? official_weight : 0));
    }
  }
  for (auto item = labels.begin(); may_be_near && best == 0 && item != labels.end(); ++item) {
    if (likeness(text, get(*item)).value >= near_enough) best = weight / 2;
  }
  return best;
}

const Label& names(const FormNode& node) {
  return node.names;
}
const Label& itself(const Label& label) {
  return label;
}

Tally tally(const Segment& segment, const FormTable& table, const std::vector<CellSight>& sight) {
  Tally tally;
  const auto count = [&tally](double weight) {
    ++tally.labels;
    if (weight > 0) ++tally.known;
    tally.fit += weight;
  };
  for (const auto& [cell, text] : segment.headings) {
    const bool known =
        best_weight(text, table.headings, itself, true) > 0 || best_weight(text, table.rows, names, false) > 0;
    count(known ? heading_weight : 0);
  }
  for (const int cell : segment.header_cells) {
    const LabelText& text = sight[index(cell)].text;
    if (sight[index(cell)].value) continue;
    // The vocabulary has said already whether the text is a label of some form, and whether exactly.
    const bool near = sight[index(cell)].meaning.near;
    double best = 0;
    for (const FormBlock& block : table.blocks) best = std::max(best, best_weight(text, block.columns, names, near));
    tally.heads += best;
    best = std::max(best, best_weight(text, table.corner, itself, false) / 2);
    count(best);
  }
  for (const DataRow& row : segment.rows) {
    const bool near = row.cell >= 0 && sight[index(row.cell)].meaning.near;
    if (!row.label.own.rest.empty()) count(best_weight(row.label.own, table.rows, names, near));
  }
  return tally;
}

struct Option {
  int form = 0;
  int form_table = 0;
  Tally tally;
};

bool acceptable(const Option& option, const Segment& segment, const Chosen* before) {
  const Tally& t = option.tally;
  if (segment.heads.size() > most_heads || t.labels == 0 || t.known < least_share * t.labels) return false;
  if (segment.has_header && t.heads == 0 && segment.headings.empty()) return false;
  const bool continued = before != nullptr && !segment.has_header && before->form == option.form &&
                         before->form_table == option.form_table;
  return t.fit >= (continued ? least_fit_continued : least_fit);
}

std::vector<Chosen> choose_for(const std::vector<Segment>& segments, const std::vector<std::vector<CellSight>>& sights,
                               const std::vector<Form>& forms) {
  std::vector<std::vector<Option>> options(segments.size());
  std::map<std::pair<std::string, int>, double> sums;  // of each form, by name of the table
  for (std::size_t s = 0; s < segments.size(); ++s) {
    for (std::size_t f = 0; f < forms.size(); ++f) {
      for (std::size_t t = 0; t < forms[f].tables.size(); ++t) {
        Option option{static_cast<int>(f), static_cast<int>(t), {}};
        option.tally = tally(segments[s], forms[f].tables[t], sights[index(segments[s].table)]);
        if (option.tally.fit <= 0) continue;
        sums[{forms[f].tables[t].name, option.form}] += option.tally.fit;
        options[s].push_back(option);
      }
    }
  }
  std::vector<Chosen> chosen;
  for (std::size_t s = 0; s < segments.size(); ++s) {
    const auto sum = [&](const Option& o) {
      return sums.at({forms[index(o.form)].tables[index(o.form_table)].name, o.form});
    };
    constexpr double equal = 0.5;  // half a label
    const Option* best = nullptr;
    for (const Option& option : options[s]) {
      if (!acceptable(option, segments[s], chosen.empty() ? nullptr : &chosen.back())) continue;
      const bool better = best == nullptr || option.tally.fit > best->tally.fit + equal ||
                          (option.tally.fit > best->tally.fit - equal && sum(option) > sum(*best) + equal);
      if (better) best = &option;
    }
    if (best != nullptr) chosen.push_back({segments[s], best->form, best->form_table, best->tally.fit});
  }
  return chosen;
}

double total(const std::vector<Chosen>& chosen) {
  double sum = 0;
  for (const Chosen& one : chosen) sum += one.fit;
  return sum;
}

}  // namespace

std::vector<Chosen> choose(const std::vector<Table>& tables, const std::vector<std::vector<CellSight>>& sights,
                           const std::vector<Form>& forms) {
  std::vector<Segment> all;
  for (std::size_t t = 0; t < tables.size(); ++t) {
    const bool some =
        std::any_of(sights[t].begin(), sights[t].end(), [](const CellSight& s) { return s.meaning.any(); });
    if (!some) continue;
    std::vector<Segment> upright = segments_of(tables[t], sights[t]);
    for (Segment& segment : upright) segment.table = static_cast<int>(t);
    // Turned around only where that says clearly more: half of the labels of a table fit either way.
    const auto heads =
        std::count_if(sights[t].begin(), sights[t].end(), [](const CellSight& s) { return s.meaning.any(); });
    const double fit = total(choose_for(upright, sights, forms));
    if (fit < static_cast<double>(heads)) {
      const Table turned = transposed(tables[t]);
      std::vector<Segment> sideways = segments_of(turned, sights[t]);
      for (Segment& segment : sideways) {
        segment.table = static_cast<int>(t);
        segment.transposed = true;
      }
      if (total(choose_for(sideways, sights, forms)) > 1.5 * fit) upright = std::move(sideways);
    }
    all.insert(all.end(), upright.begin(), upright.end());
  }
  return choose_for(all, sights, forms);
}

}  // namespace fubiao
