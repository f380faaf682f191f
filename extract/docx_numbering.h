// Automatic numbers: numbering.xml and the counters that run through a document (ECMA-376 part 1 §17.9).
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "extract/docx_styles.h"
#include "extract/docx_xml.h"

namespace fubiao {

/// One level of a list.
struct NumberingLevel {
  bool defined = false;
  int start = 0;  ///< §17.9.25: zero where it is not given
  std::string format = "decimal";
  std::string text;            ///< w:lvlText: "%1.%2"
  std::string style;           ///< w:pStyle: the paragraph style of this level
  std::optional<int> restart;  ///< w:lvlRestart: 0 never, n after level n (from 1) or one further out
  bool legal = false;          ///< w:isLgl: every number of the text in decimal
  std::string suffix = "tab";
  bool picture = false;  ///< a picture as bullet
  SymbolFont font = SymbolFont::none;
};

class Numbering {
 public:
  static constexpr int levels = 9;

  /// Reads the part. May throw Error{damaged}; what was read before stays.
  void read(WordXml& xml);

  /// The level of list `num_id` that belongs to this paragraph style.
  std::optional<int> level_of_style(int num_id, std::string_view style, Styles& styles) const;

  /// The mark of the next paragraph of that list and level, with the space that follows it; the counters go on.
  /// Empty: no such list, or one that prints nothing. Counters belong to the abstract definition, so that lists that
  /// share one continue each other, unless w:startOverride says otherwise at their first use.
  std::string next_mark(int num_id, int level, Styles& styles);

 private:
  using Levels = std::array<NumberingLevel, levels>;
  struct Abstract {
    Levels level;
    std::string num_style_link;
    std::array<int, levels> counter{};
    std::array<bool, levels> counting{};  ///< false: not used since the last restart
  };
  struct Num {
    int abstract = -1;
    std::array<std::optional<int>, levels> start_override;
    std::map<int, NumberingLevel> level_override;
    std::array<bool, levels> override_done{};
  };

  void read_abstract(WordXml& xml);
  void read_num(WordXml& xml);
  const Num* find_num(int num_id) const;
  int abstract_of(int num_id, Styles& styles) const;
  const NumberingLevel& level_of(const Num& num, const Abstract& abstract, int level) const;
  std::string mark_text(const Num& num, const Abstract& abstract, int level) const;

  std::map<int, Abstract> abstracts_;
  std::map<int, Num> nums_;
};

}  // namespace fubiao
