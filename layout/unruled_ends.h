// What else belongs to a core: its head above, and the rest of its last row below.
#pragma once

#include "layout/text_lines.h"

namespace fubiao {

/// Takes in the lines of the head, down to line `floor`.
void extend_up(const TextLines& text, Stretch& region, std::size_t floor);

/// Takes in the rest of a text of the last row, and the title of a section whose rows a page break has parted from it.
void extend_down(const TextLines& text, Stretch& region);

}  // namespace fubiao
