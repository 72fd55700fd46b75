// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace waymark::session {

class Workspace;

/// The clock of the computer far from the moment of what was done last: it is wrong, or it was.
struct ClockJump
{
    QString edit; ///< the newest, by its id
    qint64 last = 0; ///< when that was, in UTC milliseconds
    qint64 now = 0;
};

/// Whether a clock that has said `before` and says `now` has gone more than a day back or more than thirty days ahead. UTC milliseconds.
[[nodiscard]] bool isFarFrom(qint64 before, qint64 now);

/// Where the clock stands so far from the newest edit; none without edits.
[[nodiscard]] std::optional<ClockJump> clockJump(const Workspace& workspace);

} // namespace waymark::session
