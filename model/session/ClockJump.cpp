// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/ClockJump.h>

#include <session/Workspace.h>

#include <QDateTime>

namespace waymark::session {

std::optional<ClockJump> clockJump(const Workspace& workspace)
{
    constexpr int daysBack = 1;
    constexpr int daysAhead = 30;
    const auto newest = workspace.journal(1);
    if (!newest || newest->empty()) {
        return std::nullopt;
    }
    const domain::Edit& edit = newest->front().edit;
    const QDateTime last = QDateTime::fromMSecsSinceEpoch(edit.at, Qt::UTC);
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(workspace.context().now, Qt::UTC);
    const bool isFar = now < last.addDays(-daysBack) || now > last.addDays(daysAhead);
    return isFar ? std::optional(ClockJump { edit.id, edit.at, workspace.context().now }) : std::nullopt;
}

} // namespace waymark::session
