// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/Scheduling.h>

#include <QDateTime>
#include <QStringList>

/// Cards on their way around one noon, for the tests of scheduling.
namespace waymark::fixture {

using namespace Qt::StringLiterals;
using namespace learning;
using Phase = CardSchedule::Phase;

inline constexpr qint64 minute = 60'000;
inline constexpr qint64 day = 86'400'000;

/// Of a text such as "2027-03-28T04:00:00+02:00".
inline qint64 moment(const QString& text)
{
    return QDateTime::fromString(text, Qt::ISODate).toMSecsSinceEpoch();
}

inline QString textOf(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODate);
}

inline constexpr qint64 noon = 1'793'620'800'000; // 2026-11-02T12:00:00Z

inline RecallSettings withoutFuzz()
{
    RecallSettings settings;
    settings.fuzz = false;
    return settings;
}

/// A card in Review whose last recall was `days` learning days before noon.
inline CardSchedule reviewCard(double stability, double difficulty, int days)
{
    return { Phase::Review, 0, Memory { stability, difficulty }, noon - days * day, noon, days, 5, 0 };
}

/// "10m" on short steps, else "46d".
inline QString wayOf(const CardSchedule& card)
{
    return card.phase == Phase::Review ? u"%1d"_s.arg(card.scheduledDays) : u"%1m"_s.arg((card.due - card.last) / minute);
}

inline QString wayOf(const std::array<CardSchedule, 4>& cards)
{
    QStringList all;
    for (const CardSchedule& card : cards) {
        all.append(wayOf(card));
    }
    return all.join(u'/');
}

} // namespace waymark::fixture
