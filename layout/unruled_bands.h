// Bands: lines between rules of one length.
#pragma once

#include "layout/text_lines.h"

namespace fubiao {

/// Bands instead of the cores that they overlap, from top to bottom. A core that goes on beyond a band stays.
std::vector<Stretch> with_bands(const TextLines& text, const std::vector<Stretch>& cores);

}  // namespace fubiao
