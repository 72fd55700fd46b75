// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Course.h>

namespace waymark::support {

/// A small graph with a chain, a branch in another area and a choice:
///   base -> middle -> top        (area one, 2 h each)
///   base -> side                 (area two, 3 h)
///   middle, any of {red, blue} -> end   (end 4 h; red 5 h, blue 1 h, both after base, area three)
///   project: after top, any of {red, blue} (6 h)
/// Milestones: "half" (middle), "whole" (end, top), and the view "list" (side).
[[nodiscard]] domain::Course graphCourse();

} // namespace waymark::support
