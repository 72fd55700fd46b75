// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/TryAverage.h>

#include <learning/LearningDays.h>

#include <QDate>

#include <algorithm>
#include <set>
#include <vector>

namespace waymark::learning {

namespace {

constexpr std::ptrdiff_t recentTries = 8;

double averageAfter(double average, bool right)
{
    return average + newestWeight * ((right ? 1 : 0) - average);
}

int rightsToPass(double average)
{
    int count = 0;
    for (; average < passingAverage; ++count) {
        average = averageAfter(average, true);
    }
    return count;
}

} // namespace

TryStanding tryStanding(std::span<const Try> tries, const QTimeZone& zone, qint64 now)
{
    std::vector<Try> ordered(tries.begin(), tries.end());
    std::ranges::stable_sort(ordered, {}, [now](const Try& each) { return placeInTime(each.at, now); });

    TryStanding standing;
    std::set<QDate> days;
    for (const Try& each : ordered) {
        standing.average = averageAfter(standing.average, each.right);
        ++standing.tries;
        days.insert(each.offset ? learningDay(each.at, *each.offset) : learningDay(each.at, zone));
        standing.days = static_cast<int>(days.size());
        standing.passes = standing.tries >= leastTries && standing.days >= leastDays && standing.average >= passingAverage;
        if (standing.passes && !standing.passedAt) {
            standing.passedAt = each.at;
        }
    }
    const std::ptrdiff_t recent = std::min(recentTries, std::ssize(ordered));
    standing.right = static_cast<int>(std::count_if(ordered.end() - recent, ordered.end(), [](const Try& each) { return each.right; }));
    standing.triesMissing = std::max(0, leastTries - standing.tries);
    standing.daysMissing = std::max(0, leastDays - standing.days);
    standing.rightMissing = rightsToPass(standing.average);
    return standing;
}

} // namespace waymark::learning
