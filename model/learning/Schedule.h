// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/StudyCalendar.h>
#include <learning/StudyOrder.h>

#include <vector>

namespace waymark::learning {

/// Work on one skill on one day.
struct StudySlot
{
    QDate day;
    int skill = 0;
    int minutes = 0; ///< of the learner's time
    bool isCheck = false; ///< the try on a later day, which mastery asks for

    bool operator==(const StudySlot&) const = default;
};

struct ScheduledSkill
{
    int skill = 0;
    QDate from;
    QDate to; ///< of the check; at least a day after the study of a skill is done

    bool operator==(const ScheduledSkill&) const = default;
};

struct Schedule
{
    std::vector<ScheduledSkill> skills; ///< in the order of study; those for which the calendar has no room are left out
    std::vector<StudySlot> timetable; ///< day by day, checks of earlier skills first
    QDate finish; ///< the last day of all; null when something was left out or nothing is to be done

    bool operator==(const Schedule&) const = default;
};

/// Work to be placed: a skill and the learner's minutes that it still takes.
struct PlannedWork
{
    int skill = 0;
    double minutes = 0;

    bool operator==(const PlannedWork&) const = default;
};

/// Minutes of the check of a skill that takes `minutes`: a tenth of them, at most twenty.
[[nodiscard]] double checkMinutes(double minutes);

/// Puts work on the days of a calendar, one skill after the other. A skill's check waits for the first day of study after the one on which
/// the rest of it is done, as mastery asks for tries on two days; meanwhile the next skill begins. Minutes of days
/// with less than five are kept for the next day of study. `share` is what the learner's weeks keep of the plan, above 0.
[[nodiscard]] Schedule scheduled(const std::vector<PlannedWork>& work, const StudyCalendar& calendar, double share = 1);

} // namespace waymark::learning
