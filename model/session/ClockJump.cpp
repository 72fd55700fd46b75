// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/ClockJump.h>

#include <session/Workspace.h>

#include <QDateTime>

namespace waymark::session {

bool isFarFrom(qint64 before, qint64 now)
{
    constexpr int daysBack = 1;
    constexpr int daysAhead = 30;
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(before, Qt::UTC);
    const QDateTime clock = QDateTime::fromMSecsSinceEpoch(now, Qt::UTC);
    return clock < then.addDays(-daysBack) || clock > then.addDays(daysAhead);
}

std::optional<ClockJump> clockJump(const Workspace& workspace)
{
    const auto newest = workspace.journal(1);
    if (!newest || newest->empty()) {
        return std::nullopt;
    }
    const domain::Edit& edit = newest->front().edit;
    const qint64 now = workspace.now();
    return isFarFrom(edit.at, now) ? std::optional(ClockJump { edit.id, edit.at, now }) : std::nullopt;
}

} // namespace waymark::session
