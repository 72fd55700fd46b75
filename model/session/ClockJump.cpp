// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/ClockJump.h>

#include <session/Workspace.h>

namespace waymark::session {

namespace {

constexpr qint64 day = 86'400'000;
constexpr qint64 farBack = day;
constexpr qint64 farAhead = 30 * day;

} // namespace

std::optional<ClockJump> clockJump(const Workspace& workspace)
{
    const auto newest = workspace.journal(1);
    if (!newest || newest->empty()) {
        return std::nullopt;
    }
    const domain::Edit& edit = newest->front().edit;
    const qint64 now = workspace.context().now;
    const bool isFar = now < edit.at - farBack || now > edit.at + farAhead;
    return isFar ? std::optional(ClockJump { edit.id, edit.at, now }) : std::nullopt;
}

} // namespace waymark::session
