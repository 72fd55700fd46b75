// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/progress/ChartContent.h>

#include <algorithm>

/// Weeks on an axis of days.
namespace waymark::ui::weeks {

inline constexpr int days = 7;
inline constexpr double barWidth = 5; ///< days, so that bars stand apart
inline constexpr int fewestDays = 56; ///< of an axis, so that a first week is no wall

[[nodiscard]] inline double middleOf(QDate week)
{
    return keyOf(week) + days / 2.0;
}

/// From the first week to `end`.
[[nodiscard]] inline ChartAxis axis(QDate first, QDate end)
{
    return { ChartAxis::Kind::Days, keyOf(std::min(first, end.addDays(-fewestDays))), keyOf(end) };
}

} // namespace waymark::ui::weeks
