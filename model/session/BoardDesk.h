// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/Board.h>
#include <session/StudyPlan.h>

namespace waymark::session {

/// The board over a Workspace: what stands where, and the edits that move it. Holds no state of its own.
class BoardDesk
{
public:
    /// Weeks begin on `firstDay`.
    BoardDesk(const Workspace& workspace, Qt::DayOfWeek firstDay)
        : m_workspace(workspace)
        , m_firstDay(firstDay)
    {
    }

    [[nodiscard]] learning::Board board() const;
    /// The same over an outset and its schedule, where they are at hand.
    [[nodiscard]] learning::Board board(const StudyOutset& outset, const learning::Schedule& schedule) const;
    [[nodiscard]] int limit() const { return m_workspace.progress().rhythm().doingLimit; } ///< of Doing
    /// moveOnBoard(), where Doing has room: DoingFull if it has not. A locked skill is started over its lock, which is recorded.
    [[nodiscard]] domain::Result<domain::Edit> moved(const QString& skill, domain::BoardLane lane) const;

private:
    const Workspace& m_workspace;
    Qt::DayOfWeek m_firstDay;
};

/// The first learning day of the week of the workspace's now.
[[nodiscard]] QDate weekStart(const Workspace& workspace, Qt::DayOfWeek firstDay);

} // namespace waymark::session
