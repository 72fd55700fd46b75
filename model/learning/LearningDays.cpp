// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/LearningDays.h>

#include <QDateTime>

#include <algorithm>
#include <limits>

namespace waymark::learning {

namespace {

constexpr qint64 msecsPerMinute = 60'000;
constexpr qint64 msecsPerHour = 60 * msecsPerMinute;
constexpr qint64 msecsPerDay = 24 * msecsPerHour;
constexpr qint64 julianDayOfEpoch = 2'440'588; ///< 1970-01-01
constexpr qint64 farthest = 400'000 * msecsPerDay; ///< a thousand years from 1970; beyond it a record is damaged

QDateTime utc(qint64 moment)
{
    return QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC);
}

qint64 offsetAt(qint64 moment, const QTimeZone& zone)
{
    return qint64 { zone.offsetFromUtc(utc(moment)) } * 1000;
}

/// The learning day of a moment, `offset` milliseconds east of UTC.
QDate dayOf(qint64 moment, qint64 offset)
{
    const qint64 local = moment + offset - rolloverHour * msecsPerHour;
    const qint64 day = local / msecsPerDay - (local % msecsPerDay < 0 ? 1 : 0);
    return QDate::fromJulianDay(julianDayOfEpoch + day);
}

/// The first moment of the later offset, between one that has the earlier and one that has the later.
qint64 changeOfOffset(qint64 before, qint64 after, const QTimeZone& zone)
{
    const qint64 old = offsetAt(before, zone);
    while (after - before > 1) {
        const qint64 middle = before + (after - before) / 2;
        (offsetAt(middle, zone) == old ? before : after) = middle;
    }
    return after;
}

} // namespace

qint64 startOfLearningDay(QDate day, const QTimeZone& zone)
{
    const qint64 wall = QDateTime(day, QTime(rolloverHour, 0), Qt::UTC).toMSecsSinceEpoch();
    const qint64 offsetBefore = offsetAt(wall - msecsPerDay, zone);
    const qint64 offsetAfter = offsetAt(wall + msecsPerDay, zone);
    const qint64 earlier = wall - std::max(offsetBefore, offsetAfter);
    const qint64 later = wall - std::min(offsetBefore, offsetAfter);
    for (const qint64 moment : { earlier, later }) {
        if (moment + offsetAt(moment, zone) == wall) {
            return moment;
        }
    }
    return changeOfOffset(earlier, later, zone);
}

QDate learningDay(qint64 at, int offset)
{
    return dayOf(std::clamp(at, -farthest, farthest), qint64 { offset } * msecsPerMinute);
}

QDate learningDay(const domain::TimeEntry& entry, const QTimeZone& here)
{
    return entry.offset ? learningDay(entry.start, *entry.offset) : learningDay(entry.start, here);
}

qint64 placeInTime(qint64 at, qint64 now)
{
    constexpr qint64 wayBack = qint64 { 1 } << 61U; // keeps those that lie ahead in order among themselves
    return at > now ? at - wayBack : at;
}

QDate LearningDays::of(qint64 moment)
{
    const qint64 near = std::clamp(moment, -farthest, farthest);
    return dayOf(near, stretchWith(near).offset);
}

QDate LearningDays::of(const domain::TimeEntry& entry)
{
    return entry.offset ? learningDay(entry.start, *entry.offset) : of(entry.start);
}

qint64 LearningDays::startOf(QDate day)
{
    const qint64 wall = (day.toJulianDay() - julianDayOfEpoch) * msecsPerDay + rolloverHour * msecsPerHour;
    const qint64 offsetBefore = stretchWith(wall - msecsPerDay).offset;
    const bool isSame = offsetBefore == stretchWith(wall + msecsPerDay).offset;
    return isSame ? wall - offsetBefore : startOfLearningDay(day, m_zone);
}

const LearningDays::Stretch& LearningDays::stretchWith(qint64 moment)
{
    const auto holds = [moment](const Stretch& stretch) { return stretch.from <= moment && moment < stretch.until; };
    if (m_latest < m_stretches.size() && holds(m_stretches[m_latest])) {
        return m_stretches[m_latest];
    }
    const auto known = std::find_if(m_stretches.begin(), m_stretches.end(), holds);
    m_latest = static_cast<std::size_t>(known - m_stretches.begin());
    if (known != m_stretches.end()) {
        return *known;
    }
    const QTimeZone::OffsetData change = m_zone.previousTransition(utc(moment + 1));
    const QTimeZone::OffsetData next = m_zone.nextTransition(utc(moment));
    m_stretches.push_back({ change.atUtc.isValid() ? change.atUtc.toMSecsSinceEpoch() : std::numeric_limits<qint64>::min(),
        next.atUtc.isValid() ? next.atUtc.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max(), offsetAt(moment, m_zone) });
    return m_stretches.back();
}

} // namespace waymark::learning
