// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/StudyPlan.h>

#include <QJsonObject>
#include <QStringList>

namespace waymark::app {

/// A forecast as the command line tells it.
struct Outlook
{
    session::StudyOutset outset;
    learning::Forecast forecast;
    QStringList goalReached {}; ///< sentences: that the goal is reached and what this is the way to; none where it is not

    [[nodiscard]] static Outlook of(const session::Workspace& workspace, const session::WhatIf& whatIf = {});

    /// Both dates and the chance of the deadline; or what keeps the plan from being dated, and the verb that helps.
    [[nodiscard]] QStringList lines(const domain::Roadmap& roadmap) const;
    [[nodiscard]] QString basis(const domain::Roadmap& roadmap) const; ///< what the dates rest on; empty where there are none
    /// The first of them that says when, or why not.
    [[nodiscard]] QString headline(const domain::Roadmap& roadmap) const;
    /// {hoursLeft, p50, p85, chance} and beside them state, obstacle, milestone, deadline and basis. Dates in ISO form or null, the chance
    /// from 0 to 1 or null; all null where every day is off.
    [[nodiscard]] QJsonObject json() const;

    [[nodiscard]] session::PlanObstacle obstacle() const { return session::obstacleOf(outset, forecast); }
};

/// A date as scripts read it; null for none.
[[nodiscard]] QJsonValue isoOrNull(QDate day);
[[nodiscard]] QString isoSecond(qint64 at); ///< of UTC milliseconds, as scripts read a moment

} // namespace waymark::app
