// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/StudyRecords.h>

#include <QDateTime>
#include <QTimeZone>

#include <optional>

namespace waymark::ui {

/// Times of day in fields. A QDateTimeEdit (Qt 6.4) knows no zone but that of the system; its fields are read here as what the clocks of
/// `zone` show, with the fields themselves in UTC, where every time exists once.

/// What the clocks show at a moment (UTC milliseconds), to the minute.
[[nodiscard]] QDateTime fieldsOf(qint64 moment, const QTimeZone& zone);

/// The moment at which the clocks show this, the earlier one where they do twice; none where they skip it.
[[nodiscard]] std::optional<qint64> momentOf(const QDateTime& fields, const QTimeZone& zone);

/// A moment as the desktop writes date and time, its day, and its time of day, all short.
[[nodiscard]] QString momentText(qint64 moment, const QTimeZone& zone);
[[nodiscard]] QString dayText(qint64 moment, const QTimeZone& zone);
[[nodiscard]] QString clockText(qint64 moment, const QTimeZone& zone);

/// How far clocks stand from UTC, in minutes east of it: "UTC+5:30".
[[nodiscard]] QString offsetText(int minutes);

/// The offset of the clocks by which study time is read (learning::zoneOf()) where they are not those of `here`; else empty.
[[nodiscard]] QString placeText(const domain::TimeEntry& entry, const QTimeZone& here);

/// When study time began, by the clocks of the place where that was, which it names where that is not here.
[[nodiscard]] QString startText(const domain::TimeEntry& entry, const QTimeZone& here);

} // namespace waymark::ui
