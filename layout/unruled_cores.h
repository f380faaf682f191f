// Cores: lines whose gaps stand one below the other.
#pragma once

#include "layout/text_lines.h"

namespace fubiao {

/// The cores of a zone, from top to bottom; they do not overlap. Cores that a line over all columns parts are one.
std::vector<Stretch> cores(const TextLines& text);

/// Drops lines at both ends that stand further away than rows do and have less text: running heads, signatures.
void trim(const TextLines& text, Stretch& core);

}  // namespace fubiao
