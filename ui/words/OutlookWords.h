// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/StudyPlan.h>

namespace waymark::ui {

/// What is told of a forecast beside what stands against it: sentences, empty where they are not told. Behind a pause of ten years a date
/// is worth nothing, and beside a deadline that is past there is no chance of it; the obstacle says so instead.
struct OutlookWords
{
    QString obstacle; ///< and what to do about it
    QString dates; ///< both
    QString chance; ///< of the deadline
    QString basis; ///< what the dates rest on

    [[nodiscard]] static OutlookWords of(
        const session::StudyOutset& outset, const learning::Forecast& forecast, const domain::Roadmap& roadmap);
    /// Whether the dates of a forecast are worth anything beside an obstacle.
    [[nodiscard]] static bool tellsDates(session::PlanObstacle obstacle) { return obstacle != session::PlanObstacle::AllDaysOff; }
};

} // namespace waymark::ui
