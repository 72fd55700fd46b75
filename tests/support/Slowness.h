// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>

namespace waymark::support {

/// How many times as slow this run may be: what looks into a program while it runs slows it down, and says so by WAYMARK_SLOWNESS. Limits
/// behind which something counts as endless are times this.
[[nodiscard]] inline int slowness()
{
    return std::max(1, qEnvironmentVariableIntValue("WAYMARK_SLOWNESS"));
}

} // namespace waymark::support
