// Decides which printed row is which row of the form; the same for columns.
//
// The rows of a form come in a known order and hierarchy, so this is an alignment of two sequences by dynamic
// programming, not a search for each label by itself: a typo, a missing row, an added row or a blank label moves
// nothing but itself. Labels that the form repeats (five outcomes three times, "被依法纠错数" twice) are told apart by
// their headings where these are printed, and by order and count where they are not.
//
// A hierarchy that is printed in one column shows in its marks alone (四、 over （一）（二）（三） over 五、). The rows
// that a row lies under by its mark are read as its headings, but as weak ones: they break a tie between two nodes of
// one name, and put nothing in doubt. Where a mark does not go up ((一) after (三), or the same mark again) a heading
// between is missing or a mark is wrong, and nobody knows any more what the rows that follow lie under.
//
// What may bind:
//   - An exact spelling binds to a node of that name and to no other, however near another label would be.
//   - A near label binds only with a margin to the second best of all other labels that no row spells exactly.
//   - What is left between two anchors (blank, or too damaged) binds by order only where as many nodes are missing as
//     rows are left, and always with a doubt.
//   - A label that the order left out binds out of order; with a doubt where the form repeats it or it is only near.
// For each pair the best score of an alignment that pairs one of them differently is known too (forward and backward
// scores); where it is nearly as good, the pair is doubtful.
//
// Invariants: the result has one match for each row; matches by label, near and order are strictly increasing.
// It does not apply to rows without any label in a form that has only one row: see bind.cc.
#include "normalize/match.h"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

namespace fubiao {
namespace {

/// A near label that may bind: three of four characters right, or a little less with the right mark. The longest real
/// damage seen (2.其他法律行政止公开, three of twelve lost) has .75 and the mark.
constexpr double near_enough = 0.7;
/// Without a fitting mark, below this a near label binds with a doubt.
constexpr double near_sure = 0.75;
/// To the second best: two different official labels of one table are up to .87 alike (同意公开答复数 and
/// 不同意公开答复数), one changed character of eight is .125.
constexpr double near_margin = 0.12;
/// A damaged label between two anchors must still share this much with the node that the order gives it; less is a row
/// of the sender's own (行政检查 is no 行政处罚: .5).
constexpr double damaged_enough = 0.6;

constexpr double exact_score = 10;
constexpr double near_score = 8;       ///< times the likeness
constexpr double heading_fits = 1;     ///< for each spanning label that is a heading of the node
constexpr double heading_against = 4;  ///< it is a heading of others
constexpr double mark_heading = 1;     ///< for or against, of a heading that only the marks give; more than a tie
constexpr double mark_fits = 0.5;
constexpr double mark_against = 1;
constexpr double missing_node = 0.2;  ///< a row of the form that is not printed
constexpr double tie = 0.9;           ///< alignments that score within this are both possible

constexpr std::size_t most_near_rows = 500;  ///< beyond, only exact labels: no form has a hundred rows
constexpr std::size_t most_rows = 5000;      ///< in the alignment
constexpr std::size_t longest_label = 160;   ///< characters; the longest official label has 44

struct Candidate {
  int node = -1;
  double score = 0;
  Match::By by = Match::By::label;
  bool doubtful = false;
  bool against = false;  ///< a spanning label contradicts
};

class Alignment {
 public:
  Alignment(const std::vector<Observed>& observed, const std::vector<FormNode>& nodes)
      : observed_(observed), nodes_(nodes), candidates_(observed.size()), matches_(observed.size()) {}

  std::vector<Match> run() {
    read_marks();
    find_exact();
    find_near();
    leave_out_barred();
    align_in_order();
    bind_moved();
    doubt_orphans();
    bind_by_order();
    // A row that has a rival for its node is in doubt, unless the rival is the same row printed again: then the two
    // values are compared.
    for (const auto& [row, rival] : rivals_) {
      const bool again = matches_[rival].by == Match::By::again && matches_[rival].node == matches_[row].node;
      if (!again) matches_[row].doubtful = true;
    }
    return std::move(matches_);
  }

 private:
  std::size_t count() const { return observed_.size(); }
  const FormNode& node(int j) const { return nodes_[static_cast<std::size_t>(j)]; }

  bool is_ancestor(int above, int j) const {
    for (int at = node(j).parent; at >= 0; at = node(at).parent) {
      if (at == above) return true;
    }
    return false;
  }

  /// Fills `under_` and `orphans_` for the rows that no label spans.
  void read_marks() {
    under_.assign(count(), {});
    bool lost = false;
    std::vector<std::size_t> open;  // rows, each with a deeper mark than the one before
    const auto level = [this](std::size_t i) { return observed_[i].own.mark.level; };
    for (std::size_t i = 0; i < count(); ++i) {
      if (!observed_[i].above.empty()) open.clear();
      if (!observed_[i].above.empty() || observed_[i].own.mark.ordinal == 0) continue;
      while (!open.empty() && level(open.back()) > level(i)) open.pop_back();
      if (open.empty() || level(open.back()) < level(i)) {
        lost = false;
      } else if (observed_[open.back()].own.mark.ordinal < observed_[i].own.mark.ordinal) {
        open.pop_back();
      } else {
        open.clear();
        lost = true;
        orphans_.emplace_back();
      }
      if (lost) orphans_.back().push_back(i);
      under_[i] = open;
      open.push_back(i);
    }
  }

  /// A group whose heading is lost is told by a label that the form has once; without any, all of it is in doubt.
  void doubt_orphans() {
    for (const std::vector<std::size_t>& group : orphans_) {
      const bool told =
          std::any_of(group.begin(), group.end(), [&](std::size_t i) { return candidates_[i].size() == 1; });
      for (const std::size_t i : group) {
        if (!told && candidates_[i].size() > 1) matches_[i].doubtful = true;
      }
    }
  }

  /// What a heading says of node j: a heading of it, one of others, or none that is known.
  struct Says {
    bool fits = false;
    bool others = false;
  };
  Says heading_says(const LabelText& label, int j) const {
    Says says;
    for (std::size_t k = 0; k < nodes_.size(); ++k) {
      if (nodes_[k].label.empty()) continue;
      const int other = static_cast<int>(k);
      const bool ancestor = is_ancestor(other, j);
      const Likeness like = heading_likeness(label, other);
      if (like.kind == Likeness::Kind::exact || like.kind == Likeness::Kind::remark) {
        (ancestor ? says.fits : says.others) = true;
      } else if (ancestor && like.value >= near_sure) {
        says.fits = true;
      }
    }
    return says;
  }

  /// Adds what the headings of row i say of the candidate.
  void weigh_headings(std::size_t i, Candidate& candidate) const {
    for (const LabelText& label : observed_[i].above) {
      const Says says = heading_says(label, candidate.node);
      if (says.fits) candidate.score += heading_fits;
      if (says.others && !says.fits) {
        candidate.score -= heading_against;
        candidate.against = true;
      }
    }
    for (const std::size_t above : under_[i]) {
      const Says says = heading_says(observed_[above].own, candidate.node);
      if (says.fits) candidate.score += mark_heading;
      if (says.others && !says.fits) candidate.score -= mark_heading;
    }
  }

  Likeness heading_likeness(const LabelText& label, int j) const {
    std::vector<std::optional<Likeness>>& known = headings_[label.folded];
    known.resize(nodes_.size());
    std::optional<Likeness>& like = known[static_cast<std::size_t>(j)];
    if (!like) {
      const bool parent = std::any_of(nodes_.begin(), nodes_.end(), [j](const FormNode& n) { return n.parent == j; });
      like = parent && label.points.size() <= longest_label ? likeness(label, node(j).names) : Likeness{};
    }
    return *like;
  }

  void find_exact() {
    claimed_.assign(nodes_.size(), false);
    for (std::size_t i = 0; i < count(); ++i) {
      const Observed& row = observed_[i];
      if (row.own.rest.empty() || row.own.points.size() > longest_label) continue;
      std::vector<Candidate> exact;
      std::vector<Candidate> remark;
      for (std::size_t j = 0; j < nodes_.size(); ++j) {
        const Likeness like = exact_likeness(row.own, nodes_[j].names);
        if (like.kind == Likeness::Kind::none) continue;
        Candidate candidate{static_cast<int>(j), exact_score, Match::By::label, false, false};
        if (like.mark_fits) candidate.score += mark_fits;
        if (like.mark_conflicts) candidate.score -= mark_against;
        weigh_headings(i, candidate);
        (like.kind == Likeness::Kind::exact ? exact : remark).push_back(candidate);
      }
      candidates_[i] = exact.empty() ? remark : exact;
      if (candidates_[i].empty()) candidates_[i] = total_of_heading(row);
      for (const Candidate& candidate : candidates_[i]) claimed_[static_cast<std::size_t>(candidate.node)] = true;
    }
  }

  /// "合计" or "小计" beside the first row of a group whose heading has a number of its own (四、行政复议数量).
  std::vector<Candidate> total_of_heading(const Observed& row) const {
    static constexpr std::string_view words[] = {"合计", "总计", "小计", "共计", "总数"};
    std::vector<Candidate> found;
    if (row.above.empty() || std::find(std::begin(words), std::end(words), row.own.rest) == std::end(words)) return {};
    for (std::size_t j = 0; j < nodes_.size(); ++j) {
      const Likeness like = heading_likeness(row.above.back(), static_cast<int>(j));
      if (!nodes_[j].carries || (like.kind != Likeness::Kind::exact && like.kind != Likeness::Kind::remark)) continue;
      found.push_back({static_cast<int>(j), exact_score, Match::By::label, false, false});
    }
    return found;
  }

  /// Only the cheap degrees; none where the label is at best near.
  static Likeness exact_likeness(const LabelText& print, const Label& label) {
    const bool possible = std::any_of(label.spellings.begin(), label.spellings.end(), [&](const LabelText& spelling) {
      return print.rest == spelling.rest ||
             (!print.plain.empty() && (print.plain == spelling.rest || print.plain == spelling.plain));
    });
    if (!possible) return {};
    const Likeness like = likeness(print, label);
    return like.kind == Likeness::Kind::near ? Likeness{} : like;
  }

  void find_near() {
    if (nodes_.empty()) return;
    std::size_t budget = most_near_rows;
    for (std::size_t i = 0; i < count(); ++i) {
      const Observed& row = observed_[i];
      if (!candidates_[i].empty() || row.own.rest.empty() || row.own.points.size() > longest_label) continue;
      if (budget-- == 0) return;
      std::vector<double> values(nodes_.size(), 0);
      std::vector<Likeness> likes(nodes_.size());
      std::size_t top = 0;
      for (std::size_t j = 0; j < nodes_.size(); ++j) {
        likes[j] = likeness(row.own, nodes_[j].names);
        values[j] = likes[j].value + (likes[j].mark_fits ? 0.1 : 0) - (likes[j].mark_conflicts ? 0.15 : 0);
        if (values[j] > values[top]) top = j;
      }
      // The mark may be what is misprinted: a label that another row spells exactly gives way to one whose words are
      // nearer; where the words are nearer to another label than to the one that the mark chose, the row is in doubt.
      bool mark_doubted = false;
      if (claimed_[top]) {
        std::size_t words = top;
        for (std::size_t j = 0; j < nodes_.size(); ++j) {
          const bool nearer = !claimed_[j] && likes[j].value > likes[top].value;
          if (nearer && (words == top || values[j] > values[words])) words = j;
        }
        mark_doubted = words != top;
        top = words;
      }
      const double best = values[top];
      if (best < near_enough || is_no_field(nodes_, top)) continue;
      const std::string& name = nodes_[top].names.spellings.front().rest;
      double second = 0;
      for (std::size_t j = 0; j < nodes_.size(); ++j) {
        if (nodes_[j].names.spellings.empty() || nodes_[j].names.spellings.front().rest == name || claimed_[j])
          continue;
        second = std::max(second, values[j]);
        mark_doubted = mark_doubted || likes[j].value > likes[top].value;
      }
      if (best - second < near_margin) continue;
      for (std::size_t j = 0; j < nodes_.size(); ++j) {
        if (nodes_[j].names.spellings.empty() || nodes_[j].names.spellings.front().rest != name) continue;
        if (values[j] < near_enough) continue;
        Candidate candidate{static_cast<int>(j), near_score * std::min(values[j], 1.0), Match::By::near, false, false};
        candidate.doubtful =
            mark_doubted || holds_another(row.own, j) || (likes[j].value < near_sure && !likes[j].mark_fits);
        weigh_headings(i, candidate);
        candidates_[i].push_back(candidate);
      }
    }
  }

  /// Two labels in one cell.
  bool holds_another(const LabelText& print, std::size_t j) const {
    const LabelText& own = nodes_[j].names.spellings.front();
    return std::any_of(nodes_.begin(), nodes_.end(),
                       [&](const FormNode& other) { return holds_besides(print, own, other.names); });
  }

  bool is_barred(std::size_t i, int j) const {
    return std::count(observed_[i].barred.begin(), observed_[i].barred.end(), j) > 0;
  }
  void leave_out_barred() {
    for (std::size_t i = 0; i < count(); ++i)
      std::erase_if(candidates_[i], [&](const Candidate& one) { return is_barred(i, one.node); });
  }
  double skip(std::size_t j) const { return nodes_[j].carries ? missing_node : 0; }

  void align_in_order() {
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < count() && rows.size() < most_rows; ++i) {
      if (!candidates_[i].empty()) rows.push_back(i);
    }
    const std::size_t n = rows.size();
    const std::size_t m = nodes_.size();
    const auto at = [m](std::size_t i, std::size_t j) { return i * (m + 1) + j; };
    constexpr double never = -1e9;
    std::vector<double> pair(n * m, never);
    for (std::size_t i = 0; i < n; ++i) {
      for (const Candidate& candidate : candidates_[rows[i]]) {
        pair[i * m + static_cast<std::size_t>(candidate.node)] = candidate.score;
      }
    }
    std::vector<double> front((n + 1) * (m + 1), 0);
    std::vector<double> back((n + 1) * (m + 1), 0);
    for (std::size_t j = 1; j <= m; ++j) front[at(0, j)] = front[at(0, j - 1)] - skip(j - 1);
    for (std::size_t i = 1; i <= n; ++i) {
      front[at(i, 0)] = 0;
      for (std::size_t j = 1; j <= m; ++j) {
        front[at(i, j)] = std::max({front[at(i - 1, j)], front[at(i, j - 1)] - skip(j - 1),
                                    front[at(i - 1, j - 1)] + pair[(i - 1) * m + j - 1]});
      }
    }
    for (std::size_t j = m; j-- > 0;) back[at(n, j)] = back[at(n, j + 1)] - skip(j);
    for (std::size_t i = n; i-- > 0;) {
      back[at(i, m)] = 0;
      for (std::size_t j = m; j-- > 0;) {
        back[at(i, j)] =
            std::max({back[at(i + 1, j)], back[at(i, j + 1)] - skip(j), back[at(i + 1, j + 1)] + pair[i * m + j]});
      }
    }
    const auto through = [&](std::size_t i, std::size_t j) {
      return front[at(i, j)] + pair[i * m + j] + back[at(i + 1, j + 1)];
    };
    std::size_t i = n;
    std::size_t j = m;
    while (i > 0 && j > 0) {
      const double here = front[at(i, j)];
      if (pair[(i - 1) * m + j - 1] > never && here == front[at(i - 1, j - 1)] + pair[(i - 1) * m + j - 1]) {
        --i, --j;
        bind(rows[i], static_cast<int>(j));
        for (std::size_t k = 0; k < std::max(n, m); ++k) {
          const bool other_node = k < m && k != j && pair[i * m + k] > never && through(i, k) > through(i, j) - tie;
          const bool other_row = k < n && k != i && pair[k * m + j] > never && through(k, j) > through(i, j) - tie;
          if (other_node) matches_[rows[i]].doubtful = true;
          if (other_row) rivals_.emplace_back(rows[i], rows[k]);
        }
      } else if (here == front[at(i - 1, j)]) {
        --i;
      } else {
        --j;
      }
    }
  }

  void bind(std::size_t i, int j) {
    const auto candidate =
        std::find_if(candidates_[i].begin(), candidates_[i].end(), [j](const Candidate& c) { return c.node == j; });
    matches_[i].by = candidate->by;
    matches_[i].node = j;
    matches_[i].doubtful = candidate->doubtful || candidate->against;
    taken_[j] = i;
  }

  void bind_moved() {
    for (std::size_t i = 0; i < count(); ++i) {
      if (matches_[i].by != Match::By::nothing) continue;
      std::vector<const Candidate*> open;
      std::vector<const Candidate*> fitting;
      for (const Candidate& candidate : candidates_[i]) {
        const bool exact = candidate.by == Match::By::label;
        if (candidate.against || (!exact && claimed_[static_cast<std::size_t>(candidate.node)])) continue;
        if (exact) fitting.push_back(&candidate);
        if (taken_.count(candidate.node) == 0) open.push_back(&candidate);
      }
      if (open.size() == 1) {
        bind(i, open.front()->node);
        // A label that the form has once says what it is wherever it stands; one of several needs its place, and so
        // does a misprint.
        matches_[i].doubtful = candidates_[i].size() > 1 || matches_[i].by == Match::By::near;
        matches_[i].by = Match::By::moved;
        if (matches_[i].doubtful) doubt_crossed(i);
      } else if (open.empty() && fitting.size() == 1) {
        matches_[i].by = Match::By::again;
        matches_[i].node = fitting.front()->node;
      }
    }
  }

  /// Of two neighbours that stand swapped, the alignment keeps either: both are in doubt. A row that stands far away
  /// from its place says nothing of the many that it passes.
  void doubt_crossed(std::size_t moved) {
    std::vector<std::size_t> crossed;
    for (std::size_t i = 0; i < count(); ++i) {
      if (matches_[i].by != Match::By::label && matches_[i].by != Match::By::near) continue;
      if ((i < moved) != (matches_[i].node < matches_[moved].node)) crossed.push_back(i);
    }
    constexpr std::size_t swapped = 2;
    for (std::size_t k = 0; crossed.size() <= swapped && k < crossed.size(); ++k) matches_[crossed[k]].doubtful = true;
  }

  bool damaged(std::size_t i, int j) const {
    const LabelText& own = observed_[i].own;
    if (own.rest.empty()) return true;
    if (own.points.size() > longest_label) return false;
    for (const LabelText& spelling : node(j).names.spellings) {
      if (own.mark.ordinal > 0 && own.mark == spelling.mark) return true;
      const std::size_t longer = std::max(own.points.size(), spelling.points.size());
      const int distance = edit_distance(own.points, spelling.points, static_cast<int>(longer));
      const double alike = 1 - static_cast<double>(distance) / static_cast<double>(longer);
      if (alike >= (longer <= 3 ? 0.5 : damaged_enough)) return true;
    }
    return false;
  }

  /// Whether a heading that spans row i is one of other nodes than j, or j is barred.
  bool contradicted(std::size_t i, int j) const {
    Candidate candidate;
    candidate.node = j;
    weigh_headings(i, candidate);
    return candidate.against || is_barred(i, j);
  }

  void bind_gap(std::size_t first, std::size_t last, int low, int high) {
    std::vector<int> missing;
    for (int j = low + 1; j < high; ++j) {
      if (node(j).carries && taken_.count(j) == 0) missing.push_back(j);
    }
    std::vector<std::size_t> left;
    for (std::size_t i = first; i < last; ++i) {
      Match& match = matches_[i];
      if (match.by != Match::By::nothing || !observed_[i].values || !candidates_[i].empty()) continue;
      match.possible = missing;
      match.damaged = std::any_of(missing.begin(), missing.end(), [&](int j) { return damaged(i, j); }) ||
                      observed_[i].own.rest.empty();
      if (match.damaged) left.push_back(i);
    }
    const auto give = [this](std::size_t i, int j) {
      matches_[i] = Match{Match::By::order, j, true, {}, false};
      taken_[j] = i;
    };
    bool all = left.size() == missing.size();
    for (std::size_t k = 0; all && k < left.size(); ++k) {
      all = damaged(left[k], missing[k]) && !contradicted(left[k], missing[k]);
    }
    if (all) {
      for (std::size_t k = 0; k < left.size(); ++k) give(left[k], missing[k]);
      return;
    }
    // Not all: a mark that is left of the label may still name one, in order.
    std::size_t next = 0;
    for (const std::size_t i : left) {
      const Mark mark = observed_[i].own.mark;
      if (mark.ordinal == 0) continue;
      std::vector<std::size_t> fitting;
      for (std::size_t k = next; k < missing.size(); ++k) {
        const Label& names = node(missing[k]).names;
        if (!names.spellings.empty() && names.spellings.front().mark == mark && !contradicted(i, missing[k])) {
          fitting.push_back(k);
        }
      }
      if (fitting.size() != 1) continue;
      give(i, missing[fitting.front()]);
      next = fitting.front() + 1;
    }
  }

  void bind_by_order() {
    std::size_t first = 0;
    int low = -1;
    for (std::size_t i = 0; i <= count(); ++i) {
      const bool end = i == count();
      const bool anchor = !end && (matches_[i].by == Match::By::label || matches_[i].by == Match::By::near);
      if (!end && !anchor) continue;
      const int high = end ? static_cast<int>(nodes_.size()) : matches_[i].node;
      bind_gap(first, i, low, high);
      first = i + 1;
      low = high;
    }
  }

  const std::vector<Observed>& observed_;
  const std::vector<FormNode>& nodes_;
  std::vector<std::vector<Candidate>> candidates_;
  std::vector<Match> matches_;
  std::vector<bool> claimed_;
  std::vector<std::vector<std::size_t>> under_;    ///< of each row: the rows that it lies under by its mark
  std::vector<std::vector<std::size_t>> orphans_;  ///< rows of one level whose heading is lost, group by group
  std::map<int, std::size_t> taken_;
  std::vector<std::pair<std::size_t, std::size_t>> rivals_;  ///< a row, and another that could have its node
  mutable std::unordered_map<std::string, std::vector<std::optional<Likeness>>> headings_;  ///< by print and node
};

}  // namespace

std::vector<Match> align(const std::vector<Observed>& observed, const std::vector<FormNode>& nodes) {
  return Alignment(observed, nodes).run();
}

}  // namespace fubiao
