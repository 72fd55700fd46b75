// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>

namespace waymark::gallery {

/// Weeks of quiz and recall before `now` (UTC milliseconds), which is where the clock ends: a mastered skill, a fading one, cards that are
/// due and one that is often forgotten, questions to try again. Aborts where an edit fails.
void learn(session::Workspace& workspace, qint64& now);

} // namespace waymark::gallery
