// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/Connection.h>
#include <storage/Journal.h>

#include <domain/CourseStep.h>

#include <optional>
#include <vector>

namespace waymark::storage {

/// The table course_step: what brings a course back that another one has replaced, by the id of the entry in the journal. See
/// domain/CourseStep.h. All of it runs inside a transaction of the caller.

class WatchedSteps;

struct CourseStep
{
    domain::CourseContent content; ///< the course that a turn brings
    std::vector<domain::RecordChange> changes; ///< as CourseSwap has them
    std::vector<EntryText> entries; ///< as a turn leaves them, to the byte
};

/// Keeps a step of an edit that is in the journal; what goes beyond the limits is history from then on. One that is too large itself leaves
/// none.
[[nodiscard]] Result<void> keepStep(Connection& library, const QString& edit, const CourseStep& step);

/// The changes of the records that a turn of this edit makes: its own, or those that are kept for an installation. CourseLost.
[[nodiscard]] Result<std::vector<domain::RecordChange>> changesOf(Connection& library, const domain::Edit& edit);

/// For an installation that is taken back or made again, after its records: the course and the entries before it change places with what
/// is kept. For any other edit nothing. CourseLost; InvalidCourse; Cancelled.
[[nodiscard]] Result<void> turnCourse(Connection& library, const domain::Edit& edit, WatchedSteps& steps);

/// Before what can be redone is abandoned: entries made with a course that was taken back get the ids of the course that is there, and
/// what would bring it again goes.
[[nodiscard]] Result<void> letGoOfUndone(Connection& library);

/// No installation up to now can be taken back or made again: what was undone from the first of them on is abandoned.
[[nodiscard]] Result<void> forgetSteps(Connection& library);
/// The same of one, whose kept course is lost, and of those behind it: the older ones of an applied one, the newer ones of an undone one.
[[nodiscard]] Result<void> forgetStep(Connection& library, const QString& edit);

} // namespace waymark::storage
