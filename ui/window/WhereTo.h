// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace waymark::ui {

class WindowSettings;

/// Asks for the path of a file to write, first in the folder that was used last, and remembers the folder. Files with the suffix of `name`
/// are shown. Empty where the person changed their mind.
[[nodiscard]] QString askWhereTo(QWidget* window, WindowSettings& settings, const QString& title, const QString& name);

} // namespace waymark::ui
