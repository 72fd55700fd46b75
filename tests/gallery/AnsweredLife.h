// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>

namespace waymark::gallery {

/// Three reviews of what the gallery's learner has done: an older one without a signature whose approval was accepted and whose evidence
/// has changed since, one by a key that is known, and the newest by a key that is new, with everything open. A question and own scores
/// beside them. Aborts where an edit fails.
void beAnswered(session::Workspace& workspace);

} // namespace waymark::gallery
