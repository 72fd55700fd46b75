// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/Board.h>
#include <session/StudyPlan.h>

#include <QHash>

#include <optional>

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
    /// Minutes of the schedule that are left in this week, by skill; those of skills without any are left out.
    [[nodiscard]] QHash<int, int> minutesThisWeek(const learning::Schedule& schedule) const;
    /// What keeps a skill from a column of `board`, as far as it can be told beforehand: DoingFull, Refused for one that is reached, which
    /// goes to Waiting and Done alone, and for one that is skipped, which goes nowhere, or UnknownSkill. None where it stands already.
    [[nodiscard]] std::optional<domain::ErrorCode> obstacle(
        const learning::Board& board, const QString& skill, domain::BoardLane lane) const;
    /// moveOnBoard(), unless there is an obstacle. A locked skill is started over its lock, which is recorded.
    [[nodiscard]] domain::Result<domain::Edit> moved(const QString& skill, domain::BoardLane lane) const;

private:
    const Workspace& m_workspace;
    Qt::DayOfWeek m_firstDay;
};

/// The first learning day of the week of the workspace's now.
[[nodiscard]] QDate weekStart(const Workspace& workspace, Qt::DayOfWeek firstDay);

} // namespace waymark::session
