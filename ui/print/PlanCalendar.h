// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>
#include <exchange/CalendarFile.h>

namespace waymark::session {
class Workspace;
}

namespace waymark::ui {

/// Study is planned day by day so far ahead, in days; beyond it a plan shifts too often to fill a calendar, and the tasks tell their days.
inline constexpr int calendarDays = 84;

/// The plan for calendar programs, as of now: an event for each skill on each day of the coming weeks, with its minutes in the title, and
/// a task for each skill that is on the way or was reached by work, done by the day that the schedule has for it and depending on the
/// skills that it needs. An id is made of the library's and the skill's, of an event with its day, so that an import updates what an
/// earlier one brought. UnknownCourse without a course; errors of the store.
[[nodiscard]] domain::Result<exchange::CalendarFile> planCalendar(const session::Workspace& workspace);

/// The same as a file, going on from the calendar of ours that stands at `target`, if there is one. Errors of reading it; InvalidFile
/// where it is ours and cannot be understood, for then nothing of it would be called off.
[[nodiscard]] domain::Result<QByteArray> planCalendarText(const session::Workspace& workspace, const QString& target);

} // namespace waymark::ui
