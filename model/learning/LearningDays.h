// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/Standing.h>

#include <vector>

namespace waymark::learning {

/// The first moment (UTC milliseconds) of a learning day: rolloverHour on its date, or where the clocks skip that hour the first moment
/// after it, or where they strike it twice the earlier one.
[[nodiscard]] qint64 startOfLearningDay(QDate day, const QTimeZone& zone);

/// The learning day of a moment where the clocks stood `offset` minutes east of UTC. A record keeps the day on which it was made,
/// wherever the learner has gone since.
[[nodiscard]] QDate learningDay(qint64 at, int offset);

/// The learning day on which study time began, in the place where that was; in `here` where the entry does not tell.
[[nodiscard]] QDate learningDay(const domain::TimeEntry& entry, const QTimeZone& here);

/// By what records are put in the order of time at `now`: one that lies ahead was made by a clock that was ahead, and so before all others.
[[nodiscard]] qint64 placeInTime(qint64 at, qint64 now);

/// learningDay() and startOfLearningDay() for many moments. It asks the zone once for each stretch between two changes of the clocks, since
/// with thousands of cards the calendar is what takes the time.
class LearningDays
{
public:
    explicit LearningDays(const QTimeZone& zone)
        : m_zone(zone)
    {
    }

    [[nodiscard]] QDate of(qint64 moment);
    [[nodiscard]] QDate of(const domain::TimeEntry& entry); ///< as learningDay()
    [[nodiscard]] qint64 startOf(QDate day); ///< as startOfLearningDay()
    [[nodiscard]] qint64 utcOffset(qint64 moment) { return stretchWith(moment).offset; } ///< milliseconds east of UTC

private:
    struct Stretch
    {
        qint64 from = 0;
        qint64 until = 0; ///< not included
        qint64 offset = 0; ///< milliseconds east of UTC
    };
    [[nodiscard]] const Stretch& stretchWith(qint64 moment);

    QTimeZone m_zone;
    std::vector<Stretch> m_stretches;
    std::size_t m_latest = 0; ///< the one last asked for, most often the next too
};

} // namespace waymark::learning
