// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/RecallQueue.h>

#include <QTimeZone>

#include <algorithm>

/// Cards of a recall queue around one noon, for the tests of its order.
namespace waymark::fixture {

using namespace Qt::StringLiterals;
using namespace learning;
using Phase = CardSchedule::Phase;

inline constexpr qint64 minute = 60'000;
inline constexpr qint64 day = 86'400'000;
inline constexpr qint64 noon = 1'793'620'800'000; // 2026-11-02T12:00:00Z
inline constexpr SessionLimits wide { 100'000, 1, 0 };

inline QTimeZone utc()
{
    return QTimeZone::utc();
}

/// Due `overdue` days ago (in so many days where negative). Without a day of introduction it has no siblings.
inline QueueCard review(const QString& card, const QString& skill, double stability, int overdue, int introducedDaysAgo = 0)
{
    const int interval = std::max(1, static_cast<int>(stability));
    QueueCard of { card, skill, {}, introducedDaysAgo > 0 ? noon - introducedDaysAgo * day : 0, 0 };
    of.schedule = { Phase::Review, 0, Memory { stability, 5 }, noon - (interval + overdue) * day, noon - overdue * day, interval, 4, 0 };
    return of;
}

inline QueueCard fresh(const QString& card, const QString& skill, int place)
{
    return { card, skill, {}, 0, place };
}

inline QueueCard onStep(const QString& card, const QString& skill, qint64 due)
{
    QueueCard of { card, skill, {}, noon - day, 0 };
    of.schedule = { Phase::Learning, 1, Memory { 1, 5 }, due - 10 * minute, due, 0, 1, 0 };
    return of;
}

inline QStringList idsOf(const std::vector<QueueCard>& cards, const std::vector<int>& indices)
{
    QStringList ids;
    for (const int index : indices) {
        ids.append(cards[static_cast<std::size_t>(index)].card);
    }
    return ids;
}

inline QString sessionOf(const std::vector<QueueCard>& cards, const SessionLimits& limits, qint64 now = noon)
{
    return idsOf(cards, recallSession(cards, limits, now, utc()).cards).join(u' ');
}

} // namespace waymark::fixture
