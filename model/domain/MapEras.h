// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace waymark::domain {

struct Milestone;

/// An era takes columns of its own, so many short eras make a wide and empty map: beyond this, neighbours share one.
inline constexpr int mostMapEras = 5;

/// Of each milestone, the last of those with which it shares an era on the map; that one is where the era ends. One entry
/// more, for skills beyond all milestones, which stay an era of their own. Depends on nothing but the milestones, so that
/// no skill added or removed ever joins other eras.
[[nodiscard]] std::vector<int> mapEras(const std::vector<Milestone>& milestones);

} // namespace waymark::domain
