// Printed text to one clean line: what becomes of white space and line breaks between the characters of a cell or a
// paragraph. Used for every kind of source, so that the same print gives the same text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/utf8.h"

namespace fubiao {

/// A character that is set solid, without space to its neighbours: Han, kana, bopomofo, CJK symbols and punctuation,
/// full-width and vertical forms.
bool is_cjk(char32_t c);

/// Characters that Chinese and Western print share and that are full-width between Chinese: “ ” ‘ ’ — … · ① Ⅰ → and the
/// like. They go with their neighbours: solid beside CJK, spaced beside Latin.
bool is_shared_symbol(char32_t c);

/// White space of any kind: blanks, tabs, line breaks, no-break and ideographic space (Unicode White_Space).
bool is_white(char32_t c);

/// No ink and no width: control characters and default-ignorable code points (zero width space, byte order mark,
/// soft hyphen, variation selectors …).
bool is_invisible(char32_t c);

/// Nothing but white space and invisible characters.
bool is_blank(std::string_view text);

/// Whether white space between these two characters is kept (as one space). False as soon as one of them is set solid.
bool keeps_space(char32_t before, char32_t after);

/// One printed text, cleaned: NFC; invisible characters dropped; white space inside CJK text and between CJK and
/// anything else gone; elsewhere (Latin words, groups of digits) one single space; ends trimmed. A line break is white
/// space, but behind a hyphen between Latin letters it goes without a space (the hyphen stays: it may belong to the
/// word), and behind a soft hyphen too.
///
/// Two groups of digits, in one line or in two, keep a space between them ("55\n009" is "55 009"): whether that is
/// one number broken over two lines or two numbers, nobody knows here. Whoever reads numbers decides, from Cell::print.
std::string tidy(std::string_view text);

/// The lines of one cell or paragraph as one text: `tidy` of the lines with line breaks between them.
std::string join_lines(const std::vector<std::string>& lines);

/// The same lines as printed: Cell::print. '\n' between them, blank lines at the ends dropped, nothing else changed.
std::string print_lines(const std::vector<std::string>& lines);

}  // namespace fubiao
