// Folding: what two prints of the same label have in common.
#pragma once

#include <string>
#include <string_view>

namespace fubiao {

/// Equal for any two spellings that a reader takes for the same text: NFKC and case folding (UAX #15, NFKC_Casefold,
/// which also drops default ignorables), CJK radicals read as the ideographs that they look like, traditional
/// characters as simplified ones, one shape for all brackets, quotes, dashes and commas, no white space and no control
/// characters. A circled number becomes "N." ("①" is "1."), 〔2021〕 becomes (2021), "、" becomes ",", "。" becomes
/// ".". For comparing only: a fold is never shown. Invalid UTF-8 becomes U+FFFD.
std::string fold(std::string_view text);

/// `folded` without anything but letters, digits and ideographs: the last thing that two damaged prints share.
std::string letters_of(std::string_view folded);

/// How a heading or a row is numbered. The levels are those of official documents, outermost first.
enum class Level {
  none,               ///< not numbered
  chinese,            ///< 一、 一. 第一、 第一章
  chinese_bracketed,  ///< （一） ㈠ 一） （一
  arabic,             ///< 1. 1、 ① and the bare 1 of "1属于"
  arabic_bracketed,   ///< （1） ⑴ 1）
};

struct Mark {
  Level level = Level::none;
  int ordinal = 0;  ///< from 1; 0 where there is no mark
  friend bool operator==(const Mark&, const Mark&) = default;
};

struct Enumerated {
  Mark mark;
  std::string rest;  ///< what follows the mark, folded
};

/// Takes the enumeration mark off the front of a folded text. A number that is part of the sentence is none:
/// "第二十条", "2023年", "3.5", "三安全". A text that is nothing but a number has no mark.
Enumerated split_mark(std::string_view folded);

}  // namespace fubiao
