// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/Forecast.h>
#include <learning/Schedule.h>
#include <session/Workspace.h>

namespace waymark::session {

/// What the schedule and the forecast of a learner are made from, taken out of a workspace, so that a worker can go on with it.
struct StudyOutset
{
    QString milestone; ///< that all this leads to; empty where every one is reached
    std::vector<int> way; ///< the skills on the way, by index, ascending
    learning::StudyOrder order;
    learning::StudyTimes times;
    learning::SpeedBelief speed;
    learning::WeekShares weeks;
    learning::ForecastInput input; ///< with the hours of `way`, in its order
    std::vector<learning::PlannedWork> work; ///< in the order of study

    bool operator==(const StudyOutset&) const = default;
};

/// On the way to the goal, or once that is reached to the next milestone, as the workspace stands now.
[[nodiscard]] StudyOutset studyOutset(const Workspace& workspace);

/// One skill after the other on the days from today on, at the learner's own speed and as the weeks so far kept to the plan.
/// Empty without hours a week.
[[nodiscard]] learning::Schedule scheduleOf(const StudyOutset& outset);

} // namespace waymark::session
