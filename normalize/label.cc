// Decides how much a printed text is like a label of a form.
//
// Three degrees, because they mean different things for the numbers: an exact spelling is beyond doubt wherever it
// stands; a remark in brackets ("规章（县级无此项）") changes nothing; a near one is a typo or a cut, and whether it
// may bind is decided by match.cc, with the neighbours and a margin to the second best.
//
// Invariants: likeness is a function of the two texts alone; enumeration marks never make a text exact or near, they
// are reported beside it (marks are typed wrong as often as words are).
//
// It does not apply to blank labels: nothing is like nothing.
#include "normalize/label.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "extract/utf8.h"

namespace fubiao {
namespace {

/// Below this a print is another text. Measured over the labels of the bundled forms: two different official labels
/// of one table reach .75 (同意公开答复数, 不同意公开答复数), real typos of long labels go down to .75
/// (2.其他法律行政止公开), so nearness alone never decides; this bound only keeps hopeless pairs away.
constexpr double nearest_other = 0.5;
/// A cut label is a prefix of at least this many characters: fewer are a word that many labels begin with.
constexpr std::size_t shortest_cut = 4;

bool is_ordinal(std::u32string_view text) {
  return std::all_of(text.begin(), text.end(), [](char32_t c) {
    return (c >= U'0' && c <= U'9') ||
           std::u32string_view(U"一二三四五六七八九十").find(c) != std::u32string_view::npos;
  });
}

/// Without "(…)" where that is a remark, not an ordinal as in 第二十条第(一)项. `cut`: a bracket is never closed.
std::u32string without_remarks(const std::u32string& text, bool& cut) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != U'(') {
      out.push_back(text[i]);
      continue;
    }
    std::size_t depth = 1;
    std::size_t end = i + 1;
    while (end < text.size() && depth > 0) {
      if (text[end] == U'(') ++depth;
      if (text[end] == U')') --depth;
      ++end;
    }
    if (depth > 0) {
      cut = true;
      return out;
    }
    const std::u32string_view inside = std::u32string_view(text).substr(i + 1, end - i - 2);
    if (is_ordinal(inside)) out.append(inside);
    i = end - 1;
  }
  return out;
}

bool ends_open(const std::string& folded) {
  const auto opened = std::count(folded.begin(), folded.end(), '(');
  return opened > std::count(folded.begin(), folded.end(), ')');
}

/// "2014年度", "2014年" and nothing else: the head of the year's column, which no form can spell.
bool is_year(std::string_view letters) {
  constexpr std::string_view year = "年";
  constexpr std::string_view degree = "年度";
  constexpr std::size_t digits = 4;
  if (letters.substr(0, 2) != "20" || letters.size() <= digits) return false;
  const bool number = letters.substr(0, digits).find_first_not_of("0123456789") == std::string_view::npos;
  return number && (letters.substr(digits) == year || letters.substr(digits) == degree);
}

double nearness(const std::u32string& print, const std::u32string& label) {
  const std::size_t longer = std::max(print.size(), label.size());
  const std::size_t shorter = std::min(print.size(), label.size());
  if (shorter == 0 || longer < 3) return 0;
  if (print.size() >= shortest_cut && label.size() > print.size() &&
      (label.compare(0, shorter, print) == 0 || label.compare(label.size() - shorter, shorter, print) == 0)) {
    // A cut end: as good as a typo of a fifth of the characters, whatever is missing.
    return std::max(0.8, static_cast<double>(shorter) / static_cast<double>(longer));
  }
  const int limit = static_cast<int>(static_cast<double>(longer) * (1 - nearest_other));
  const int distance = edit_distance(print, label, limit);
  return distance > limit ? 0 : 1 - static_cast<double>(distance) / static_cast<double>(longer);
}

}  // namespace

LabelText label_text(std::string_view print) {
  LabelText text;
  text.folded = fold(print);
  Enumerated split = split_mark(text.folded);
  text.mark = split.mark;
  text.rest = letters_of(split.rest);
  if (is_year(text.rest)) split.rest = text.rest = "本年度";
  bool cut = false;
  text.plain = split.rest.find('(') == std::string::npos
                   ? text.rest
                   : letters_of(to_utf8(without_remarks(to_u32(split.rest), cut)));
  text.points = to_u32(text.rest);
  return text;
}

Label make_label(const std::string& official, const std::vector<std::string>& aliases) {
  Label label;
  if (!official.empty()) label.spellings.push_back(label_text(official));
  for (const std::string& alias : aliases) label.spellings.push_back(label_text(alias));
  return label;
}

bool holds_besides(const LabelText& print, const LabelText& own, const Label& other) {
  return std::any_of(other.spellings.begin(), other.spellings.end(), [&](const LabelText& spelling) {
    const std::string& rest = spelling.rest;
    if (spelling.points.size() < 2 || rest == own.rest) return false;
    return (print.rest.ends_with(rest) && !own.rest.ends_with(rest)) ||
           (print.rest.starts_with(rest) && !own.rest.starts_with(rest));
  });
}

int edit_distance(std::u32string_view a, std::u32string_view b, int limit) {
  const int m = static_cast<int>(a.size());
  const int n = static_cast<int>(b.size());
  if (std::abs(m - n) > limit) return limit + 1;
  std::vector<int> row(b.size() + 1);
  for (int j = 0; j <= n; ++j) row[static_cast<std::size_t>(j)] = j;
  for (int i = 1; i <= m; ++i) {
    int diagonal = row[0];
    row[0] = i;
    int least = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int replaced = diagonal + (a[static_cast<std::size_t>(i) - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
      least = std::min(least, row[j]);
    }
    if (least > limit) return limit + 1;
  }
  return std::min(row[b.size()], limit + 1);
}

Likeness likeness(const LabelText& print, const Label& label) {
  Likeness best;
  if (print.rest.empty() || label.spellings.empty()) return best;
  const bool cut = ends_open(print.folded);
  for (const LabelText& spelling : label.spellings) {
    if (print.rest == spelling.rest) {
      best.kind = Likeness::Kind::exact;
      best.value = 1;
    } else if (best.kind < Likeness::Kind::remark && !print.plain.empty() &&
               (print.plain == spelling.rest || print.plain == spelling.plain)) {
      best.kind = Likeness::Kind::remark;
      best.value = 1;
    }
  }
  if (best.kind != Likeness::Kind::none && cut && !ends_open(label.spellings.front().folded)) {
    // "本年增/减（指2020年": what follows is lost, and might have said that it is something else.
    best.kind = Likeness::Kind::near;
    best.value = 0.95;
  }
  if (best.kind == Likeness::Kind::none) {
    // A typo beside a remark: 本年新制做数量（2020年）. A remark that is cut may have said something else.
    const bool remark = !cut && print.plain != print.rest;
    const std::u32string plain = remark ? to_u32(print.plain) : std::u32string();
    for (const LabelText& spelling : label.spellings) {
      best.value = std::max(best.value, nearness(print.points, spelling.points));
      if (remark) best.value = std::max(best.value, nearness(plain, spelling.points));
    }
    if (best.value >= nearest_other) best.kind = Likeness::Kind::near;
  }
  const Mark official = label.spellings.front().mark;
  if (official.ordinal > 0 && print.mark.ordinal > 0) {
    best.mark_fits = official == print.mark;
    best.mark_conflicts = !best.mark_fits;
  }
  return best;
}

bool is_unit(std::string_view folded) {
  static constexpr std::array<std::string_view, 16> units = {"件", "项", "条",   "次",   "人",   "人次", "个", "篇",
                                                             "元", "份", "千元", "百元", "万元", "亿元", "户", "万件"};
  return std::find(units.begin(), units.end(), folded) != units.end();
}

std::string printed_unit(std::string_view print) {
  const std::string folded = fold(print);
  static constexpr std::string_view announced = "单位:";
  std::string unit;
  if (const std::size_t at = folded.rfind(announced); at != std::string::npos) {
    unit = folded.substr(at + announced.size());
    unit = unit.substr(0, unit.find_first_of("),;"));
  } else if (const std::size_t open = folded.rfind('('); open != std::string::npos) {
    unit = folded.substr(open + 1);
    unit = unit.substr(0, unit.find(')'));
  }
  return is_unit(unit) ? unit : std::string();
}

}  // namespace fubiao
