// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace waymark::ui {

/// Whether the desktop is set to show no animations. Qt 6.4 has no answer on Linux, so this reads what KDE and GTK
/// write to their settings files; everywhere else it asks Qt.
[[nodiscard]] bool desktopWantsStillness();

} // namespace waymark::ui
