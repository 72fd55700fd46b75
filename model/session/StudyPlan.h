// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/Forecast.h>
#include <learning/PlanShift.h>
#include <learning/Schedule.h>
#include <session/Workspace.h>

namespace waymark::session {

/// A plan as it would be with another goal; what is left out is as the learner has it.
struct WhatIf
{
    std::optional<double> hoursPerWeek; ///< 0..112, over the same days of the week
    std::optional<QString> milestone;
    std::optional<QDate> deadline; ///< a null date for none

    bool operator==(const WhatIf&) const = default;
};

/// What the schedule and the forecast of a learner are made from, taken out of a workspace, so that a worker can go on with it.
struct StudyOutset
{
    bool hasCourse = false;
    QString milestone; ///< that all this leads to; empty where every one is reached
    std::vector<int> way; ///< the skills on the way, by index, ascending
    QStringList wishes; ///< the skills that the learner wants earlier or later, in the order of the wishes
    learning::StudyOrder order; ///< with the fate of each wish
    learning::StudyTimes times;
    learning::SpeedBelief speed;
    learning::WeekShares weeks;
    learning::ForecastInput input; ///< with the hours of every skill of the course by index, 0 off the way
    std::vector<learning::PlannedWork> work; ///< in the order of study

    bool operator==(const StudyOutset&) const = default;
};

/// On the way to the goal, or once that is reached to the next milestone, as the workspace stands now. The deadline is the goal's and
/// counts on the way to it alone, or to what is tried.
[[nodiscard]] StudyOutset studyOutset(const Workspace& workspace, const WhatIf& whatIf = {});

/// What the learner wants to come earlier or later, and what becomes of that.
struct OrderedWish
{
    QString skill;
    QString other; ///< before which it is to come, or after which
    bool isAfter = false;
    learning::WishFate fate = learning::WishFate::Kept;

    /// Cannot be kept, and the progress has not overtaken it: the learner is told.
    [[nodiscard]] bool isUnmet() const { return fate == learning::WishFate::Needed || fate == learning::WishFate::Overruled; }
    bool operator==(const OrderedWish&) const = default;
};
[[nodiscard]] std::vector<OrderedWish> wishesOf(const Workspace& workspace, const StudyOutset& outset); ///< the oldest first

/// The goal, where it is reached and the plan leads on to another milestone; null else.
[[nodiscard]] const domain::Milestone* reachedGoal(const Workspace& workspace);

/// The edit that makes the milestone ahead the goal once the goal is reached: with the same hours, but without the deadline, which is that
/// of what is behind. Without a change while the goal is still ahead.
[[nodiscard]] domain::Result<domain::Edit> nextGoal(const Workspace& workspace);

/// One skill after the other on the days from today on, at the learner's own speed and as the weeks so far kept to the plan.
/// Empty without hours a week.
[[nodiscard]] learning::Schedule scheduleOf(const StudyOutset& outset);

/// What keeps a plan from being dated, or makes its date worth little. The first that holds.
enum class PlanObstacle {
    None,
    NoCourse,
    Reached, ///< nothing is left to do
    NoHours, ///< no weekday has any minutes
    AllDaysOff, ///< no day of study in the next ten years
    TooFar, ///< not within a hundred years
    DeadlinePast, ///< dated all the same
};
[[nodiscard]] PlanObstacle obstacleOf(const StudyOutset& outset, const learning::Forecast& forecast);

/// The same at once, by a forecast of a few hundred runs: enough to tell whether there is a date, though not which.
[[nodiscard]] PlanObstacle quickObstacleOf(const StudyOutset& outset);

/// When the schedule has each skill done, to be compared with a later one.
[[nodiscard]] learning::PlanDates datesOf(const StudyOutset& outset, const learning::Schedule& schedule, const domain::Roadmap& roadmap);

/// The edit by which `skill` comes just before `before`, or where that is empty to the end of the order, but for what needs it: one wish of
/// its own, up before the skill that it then precedes, down after the one that it then follows; none where it stands so without one, and no
/// change where it stands there already. Wishes of other skills stay as they are. UnknownSkill for one that is not in the order,
/// InvalidTime for a skill before itself.
[[nodiscard]] domain::Result<domain::Edit> movedInOrder(
    const Workspace& workspace, const StudyOutset& outset, const QString& skill, const QString& before);

} // namespace waymark::session
