// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/LocalTimes.h>

#include <domain/Edits.h>

#include <QDateTime>

#include <algorithm>

namespace waymark::learning {

namespace {

/// No zone is further from UTC, and none changes its clocks twice within two days.
constexpr qint64 farthest = 24 * 60 * 60 * qint64 { 1000 };

constexpr int secondsPerMinute = 60;

qint64 offsetAt(qint64 moment, const QTimeZone& zone)
{
    return zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC)) * qint64 { 1000 };
}

} // namespace

std::vector<qint64> momentsOf(QDate day, QTime time, const QTimeZone& zone)
{
    if (!day.isValid() || !time.isValid()) {
        return {};
    }
    const qint64 wall = QDateTime(day, time, Qt::UTC).toMSecsSinceEpoch();
    std::vector<qint64> moments;
    // The larger offset is that of the earlier moment.
    const auto [west, east] = std::minmax({ offsetAt(wall - farthest, zone), offsetAt(wall + farthest, zone) });
    for (const qint64 offset : { east, west }) {
        const qint64 moment = wall - offset;
        if (offsetAt(moment, zone) == offset && (moments.empty() || moments.back() != moment)) {
            moments.push_back(moment);
        }
    }
    return moments;
}

QTimeZone zoneOf(const domain::TimeEntry& entry, const QTimeZone& here)
{
    const int offset = entry.offset.value_or(domain::offsetMinutes(entry.start, here));
    return offset == domain::offsetMinutes(entry.start, here) ? here : QTimeZone(offset * secondsPerMinute);
}

} // namespace waymark::learning
