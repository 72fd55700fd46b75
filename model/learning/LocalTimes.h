// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/StudyRecords.h>

#include <QDate>
#include <QTime>
#include <QTimeZone>

#include <vector>

namespace waymark::learning {

/// The moments (UTC milliseconds) at which the clocks of a zone show a local time, the earliest first: none where they skip it, two where
/// they strike it twice. None for an invalid day or time.
[[nodiscard]] std::vector<qint64> momentsOf(QDate day, QTime time, const QTimeZone& zone);

/// The zone by whose clocks study time is read: `here` where its clocks stood then as those of the entry, or where the entry does not
/// tell; else one whose clocks always stand so.
[[nodiscard]] QTimeZone zoneOf(const domain::TimeEntry& entry, const QTimeZone& here);

} // namespace waymark::learning
