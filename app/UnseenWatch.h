// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>

namespace waymark::session {
class Workspace;
}

namespace waymark::app {

/// InvalidTime, with the verbs that answer it, where nobody can say by the watch what was study: it counts more than a day, or it has run
/// for four hours in which nothing else was kept. What counts is then the learner's to say.
[[nodiscard]] domain::Result<void> requireSeen(const session::Workspace& workspace);

} // namespace waymark::app
