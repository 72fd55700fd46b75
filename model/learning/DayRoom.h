// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

namespace waymark::learning {

/// Beyond this a day takes no work on skills but what is planned for it, in minutes. With recall, which takes at most half of a day, no day
/// has more than 24 hours.
inline constexpr double longestDay = 12 * 60;

/// Minutes that a day takes of work on skills, when `planned` are meant for it and the learner keeps `share` of the plan: a share above 1
/// fills no day beyond its end. More minutes or a greater share never give less.
[[nodiscard]] constexpr double roomOfDay(double planned, double share)
{
    return std::min(planned * share, std::max(planned, longestDay));
}

} // namespace waymark::learning
