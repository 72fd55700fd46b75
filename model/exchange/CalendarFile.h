// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace waymark::exchange {

/// Study on one day. A plan knows the minutes of a day and no clock times, so events are of type DATE: they need no VTIMEZONE, are the same
/// day wherever they are read, and fill no time (TRANSPARENT).
struct CalendarEvent
{
    QString uid;
    QDate day;
    QString summary;
    QString description;
    QStringList categories;
    bool isCancelled = false;

    bool operator==(const CalendarEvent&) const = default;
};

/// Something to be done, with or without a day by which.
struct CalendarTask
{
    enum class State { Open, Begun, Done, Cancelled };

    QString uid;
    QString summary;
    QString description;
    QStringList categories;
    State state = State::Open;
    int percent = 0; ///< 0..100
    QDate due {}; ///< null for none
    qint64 doneAt = 0; ///< UTC milliseconds; 0 where that is not known
    QStringList dependsOn {}; ///< uids of other tasks

    bool operator==(const CalendarTask&) const = default;
};

/// A calendar as it goes to other programs.
struct CalendarFile
{
    QString title;
    qint64 made = 0; ///< UTC milliseconds, cut to seconds in the file
    int sequence = 0; ///< of all that is in it, see calendarSequence()
    std::vector<CalendarEvent> events;
    std::vector<CalendarTask> tasks;

    bool operator==(const CalendarFile&) const = default;
};

/// Cancelled events that a calendar carries along at most, those of the nearest days.
inline constexpr int mostCancelledEvents = 2000;

/// The file by RFC 5545, with the name of the calendar by RFC 7986 and RELTYPE=DEPENDS-ON by RFC 9253: CRLF, lines folded at 75 octets
/// between code points. In texts a line break is \n and other controls are gone, so that a title stays one line whatever is in it.
[[nodiscard]] QByteArray calendarToText(const CalendarFile& calendar);

/// Whether these bytes name us as the program that wrote the calendar.
[[nodiscard]] bool isOurCalendar(const QByteArray& bytes);

/// What stands in a calendar of ours, but for when it was made and when tasks were done; none for any other file, and for one of ours that
/// is not in UTF-8 any more. Entries without a UUID or a date where they need one are left out.
[[nodiscard]] std::optional<CalendarFile> calendarFrom(const QByteArray& bytes);

/// SEQUENCE has to rise with every change (RFC 5545, section 3.8.7.4), and whoever exports keeps no count: the seconds since 2026 began,
/// but more than in the earlier export where that is known, so that a clock that was set back does no harm. 0 to 2^31 - 1.
[[nodiscard]] int calendarSequence(qint64 now, int earlier = -1);

/// The calendar as the one that follows `earlier`: a higher SEQUENCE, and what the earlier one plans and this one does not is in it as
/// cancelled, so that programs that import it take it away: study from `today` on, and tasks. Study of the past and tasks that are done
/// stay as they are with them.
[[nodiscard]] CalendarFile following(const CalendarFile& earlier, CalendarFile calendar, QDate today);

} // namespace waymark::exchange
