// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>

#include <optional>

namespace waymark::session {

/// When the first stretch of at least `length` milliseconds began in which nothing tells that somebody was at the watch: nothing was kept
/// since `from`, or since the last that was. Up to now; none where there is no such stretch. All times are UTC milliseconds.
[[nodiscard]] std::optional<qint64> unseenSince(const Workspace& workspace, qint64 from, qint64 length);

} // namespace waymark::session
