// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/StudyPlan.h>

#include <QStringList>

#include <vector>

namespace waymark::session {

/// The units of a skill's lesson that each slot of a timetable is meant for, by index of the slot: what is left of the skill lies on the
/// end of its units, by their hours. Titles, in order; none for a check, for a lesson that is not split, and for slots after `until`. It
/// reads the lessons of the slots up to then.
[[nodiscard]] std::vector<QStringList> unitsOfSlots(
    const Workspace& workspace, const StudyOutset& outset, const learning::Schedule& schedule, QDate until);

/// A unit of a lesson on the days on which the schedule has it studied.
struct UnitSpan
{
    int skill = 0;
    QString title;
    QDate from;
    QDate to;

    bool operator==(const UnitSpan&) const = default;
};

/// The units of the skills that begin until a day, skill by skill in the order of study, each in the order of its lesson.
[[nodiscard]] std::vector<UnitSpan> unitSpans(
    const Workspace& workspace, const StudyOutset& outset, const learning::Schedule& schedule, QDate until);

} // namespace waymark::session
