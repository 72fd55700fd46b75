// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/Connection.h>
#include <storage/KeptCourse.h>

#include <domain/UndoStep.h>

#include <optional>
#include <vector>

namespace waymark::storage {

/// The table course_step: what brings a course back that another one has replaced, by the id of the entry in the journal. See
/// domain/CourseStep.h. All of it runs inside a transaction of the caller.

class WatchedSteps;

/// Thousandths of a turn that go to the records.
inline constexpr int recordsTurned = 100;

/// Keeps a step of an edit that is in the journal, and says so; what goes beyond the limits is history from then on, as forgetStep() leaves
/// it. One that is too large itself is history at once. Cancelled.
[[nodiscard]] Result<bool> keepStep(Connection& library, const QString& edit, const CourseStep& step, WatchedSteps& steps);

/// What is kept for an installation; none for any other edit. CourseLost; Cancelled.
[[nodiscard]] Result<std::optional<CourseStep>> keptFor(Connection& library, const domain::Edit& edit, WatchedSteps& steps);

/// An installation that is taken back or made again, after its records and with its new state: the course and the entries change places
/// with what is kept, and newer entries for which nothing is kept yet get the ids of the course that comes. CourseLost; InvalidCourse;
/// Cancelled.
[[nodiscard]] Result<void> turnCourse(Connection& library, const domain::UndoStep& turn, CourseStep kept, WatchedSteps& steps);

/// Before what can be redone is abandoned: what would bring courses again goes.
[[nodiscard]] Result<void> letGoOfUndone(Connection& library);

/// No installation up to now can be taken back or made again: what was undone from the first of them on is abandoned.
[[nodiscard]] Result<void> forgetSteps(Connection& library);
/// The same of one, whose kept course is lost, and of those behind it: the older ones of an applied one, the newer ones of an undone one.
[[nodiscard]] Result<void> forgetStep(Connection& library, const QString& edit);

} // namespace waymark::storage
