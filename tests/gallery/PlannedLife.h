// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>

namespace waymark::gallery {

/// Fourteen weeks of study before `now` (UTC milliseconds), which is where the clock ends: skills that were finished faster and slower than
/// estimated, recalls, a week laid out by days, days off, wishes of order of which one cannot be kept, a board in use, and a watch that
/// runs. Aborts where an edit fails.
void plan(session::Workspace& workspace, qint64& now);

/// The same learner, who has begun more than was meant to be done at once, and left the watch on for a night.
void overdo(session::Workspace& workspace, qint64& now);

} // namespace waymark::gallery
