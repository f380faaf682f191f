#include "extract/symbol_font.h"

#include <algorithm>
#include <array>

namespace fubiao {

namespace {

struct Mapping {
  unsigned char code;
  char32_t character;
};

template <std::size_t Size>
char32_t find(const std::array<Mapping, Size>& table, unsigned char code) {
  const auto it = std::find_if(table.begin(), table.end(), [&](const Mapping& m) { return m.code == code; });
  return it == table.end() ? 0 : it->character;
}

// Only what stands in reports: bullets, boxes, ticks, circled digits, arrows.
constexpr std::array<Mapping, 43> wingdings = {{
    {0x6C, U'●'}, {0x6D, U'❍'}, {0x6E, U'■'}, {0x6F, U'□'}, {0x70, U'□'}, {0x71, U'❑'}, {0x72, U'❒'}, {0x73, U'⬧'},
    {0x74, U'⧫'}, {0x75, U'◆'}, {0x76, U'❖'}, {0x77, U'⬥'}, {0x7C, U'❙'}, {0x80, U'⓪'}, {0x8B, U'⓿'}, {0x9F, U'•'},
    {0xA0, U'▪'}, {0xA1, U'○'}, {0xA4, U'◉'}, {0xA6, U'○'}, {0xA7, U'▪'}, {0xA8, U'□'}, {0xAB, U'★'}, {0xB2, U'✧'},
    {0xD8, U'➢'}, {0xDF, U'←'}, {0xE0, U'→'}, {0xE1, U'↑'}, {0xE2, U'↓'}, {0xE8, U'➔'}, {0xF0, U'⇨'}, {0xFB, U'✗'},
    {0xFC, U'✓'}, {0xFD, U'☒'}, {0xFE, U'☑'}, {0x46, U'☞'}, {0x4A, U'☺'}, {0x4C, U'☹'}, {0x21, U'✏'}, {0x28, U'☎'},
    {0x2A, U'✉'}, {0x6B, U'&'}, {0x9E, U'·'},
}};

constexpr std::array<Mapping, 8> wingdings2 = {{
    {0x4F, U'✗'},
    {0x50, U'✓'},
    {0x51, U'☒'},
    {0x52, U'☑'},
    {0x53, U'☒'},
    {0x54, U'☒'},
    {0x97, U'●'},
    {0xA3, U'□'},
}};

constexpr std::array<Mapping, 4> wingdings3 = {{{0x21, U'→'}, {0x75, U'▶'}, {0x7D, U'▶'}, {0x84, U'▶'}}};

constexpr std::array<Mapping, 4> webdings = {{{0x61, U'✓'}, {0x63, U'□'}, {0x67, U'■'}, {0x6E, U'●'}}};

// Adobe's Symbol encoding where it is not ASCII.
constexpr std::array<Mapping, 49> symbol = {{
    {0x2A, U'∗'}, {0x2D, U'−'}, {0x40, U'≅'}, {0x41, U'Α'}, {0x42, U'Β'}, {0x43, U'Χ'}, {0x44, U'Δ'},
    {0x46, U'Φ'}, {0x47, U'Γ'}, {0x4C, U'Λ'}, {0x50, U'Π'}, {0x51, U'Θ'}, {0x53, U'Σ'}, {0x57, U'Ω'},
    {0x61, U'α'}, {0x62, U'β'}, {0x63, U'χ'}, {0x64, U'δ'}, {0x65, U'ε'}, {0x66, U'φ'}, {0x67, U'γ'},
    {0x68, U'η'}, {0x6C, U'λ'}, {0x6D, U'μ'}, {0x70, U'π'}, {0x71, U'θ'}, {0x72, U'ρ'}, {0x73, U'σ'},
    {0x77, U'ω'}, {0xA2, U'′'}, {0xA3, U'≤'}, {0xA5, U'∞'}, {0xAB, U'↔'}, {0xAC, U'←'}, {0xAD, U'↑'},
    {0xAE, U'→'}, {0xAF, U'↓'}, {0xB0, U'°'}, {0xB1, U'±'}, {0xB2, U'″'}, {0xB3, U'≥'}, {0xB4, U'×'},
    {0xB7, U'•'}, {0xB8, U'÷'}, {0xB9, U'≠'}, {0xBB, U'≈'}, {0xBC, U'…'}, {0xD7, U'⋅'}, {0xE5, U'∑'},
}};

bool same_name(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           return (x >= 'A' && x <= 'Z' ? static_cast<char>(x - 'A' + 'a') : x) == y;
         });
}

}  // namespace

SymbolFont symbol_font(std::string_view typeface) {
  if (same_name(typeface, "symbol")) return SymbolFont::symbol;
  if (same_name(typeface, "wingdings")) return SymbolFont::wingdings;
  if (same_name(typeface, "wingdings 2")) return SymbolFont::wingdings2;
  if (same_name(typeface, "wingdings 3")) return SymbolFont::wingdings3;
  if (same_name(typeface, "webdings")) return SymbolFont::webdings;
  return SymbolFont::none;
}

char32_t symbol_character(SymbolFont font, char32_t code) {
  const bool private_use = code >= 0xF020 && code <= 0xF0FF;
  if (font == SymbolFont::none || (!private_use && (code < 0x20 || code > 0xFF))) return code;
  const auto byte = static_cast<unsigned char>(code & 0xFF);
  char32_t found = 0;
  switch (font) {
    case SymbolFont::wingdings:
      if (byte >= 0x81 && byte <= 0x8A) return U'①' + (byte - 0x81);
      if (byte >= 0x8C && byte <= 0x95) return U'❶' + (byte - 0x8C);
      found = find(wingdings, byte);
      break;
    case SymbolFont::wingdings2: found = find(wingdings2, byte); break;
    case SymbolFont::wingdings3: found = find(wingdings3, byte); break;
    case SymbolFont::webdings: found = find(webdings, byte); break;
    case SymbolFont::symbol:
      found = find(symbol, byte);
      // Digits, brackets and punctuation of the Symbol font are those of ASCII.
      if (found == 0 && byte < 0x40) found = byte;
      break;
    case SymbolFont::none: break;
  }
  return found == 0 ? code : found;
}

}  // namespace fubiao
