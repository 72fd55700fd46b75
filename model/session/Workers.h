// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>

namespace waymark::session {

/// The threads that long work runs on, as many as there are cores. They are none of Qt's own pool: Qt 6.4 paints large pictures on that one
/// and waits for it, so the window would stand still while all of its threads are at work.
[[nodiscard]] QThreadPool& workers();

} // namespace waymark::session
