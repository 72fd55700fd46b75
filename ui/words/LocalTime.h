// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

} // namespace waymark::ui
