// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>
#include <QtGlobal>

#include <limits>
#include <optional>
#include <span>

namespace waymark::learning {

/// The first answer to one question, check or card. Later tries at the same one are no evidence and are left out by the caller.
struct Try
{
    qint64 at = 0; ///< UTC milliseconds
    bool right = false;
    std::optional<int> offset {}; ///< minutes east of UTC where it was made; none: where it is counted

    bool operator==(const Try&) const = default;
};

inline constexpr double startingAverage = 0.3; ///< before the first try: closer to not knowing than to knowing
inline constexpr double newestWeight = 0.15;
inline constexpr double passingAverage = 0.85;
inline constexpr int leastTries = 8;
inline constexpr int leastDays = 2; ///< learning days, so that one evening with the lesson fresh is not enough

/// How far the first tries at a skill prove it, and what is missing.
struct TryStanding
{
    double average = startingAverage; ///< 0..1
    int tries = 0;
    int right = 0; ///< of the last eight tries
    int days = 0; ///< learning days with a try
    int triesMissing = leastTries; ///< to the least number, whatever the average is
    int daysMissing = leastDays;
    int rightMissing = 0; ///< right answers in a row that would lift the average to the threshold
    bool passes = false; ///< now: enough tries on enough days, and the average reached
    std::optional<qint64> passedAt; ///< the try at which it passed first, though it may have fallen again since

    bool operator==(const TryStanding&) const = default;
};

/// The standing after `tries`, in any order: they are taken by time, equal times as given. Those that lie ahead of `now` were made by a
/// clock that was ahead and are taken as the oldest: else one of them would be the newest until then. Each try counts for the learning day
/// of the place where it was made, so that a journey makes no days and takes none.
///
/// The average is the geometric (exponentially weighted) moving average of S. W. Roberts, "Control Chart Tests Based on Geometric Moving
/// Averages", Technometrics 1(3), 1959: a' = a + 0.15 (x - a) with x = 1 for a right answer, else 0. A wrong answer never raises it. Of
/// learners who are right 50, 60, 70, 80, 90 and 95 % of the time, 1, 7, 26, 59, 92 and 99 % pass at some try within twenty.
[[nodiscard]] TryStanding tryStanding(std::span<const Try> tries, const QTimeZone& zone, qint64 now = std::numeric_limits<qint64>::max());

} // namespace waymark::learning
