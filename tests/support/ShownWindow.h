// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/window/MainWindow.h>

#include <QApplication>

namespace waymark::support {

/// The window that is shown, or null.
inline ui::MainWindow* shownWindow()
{
    const QWidgetList widgets = QApplication::topLevelWidgets();
    for (QWidget* widget : widgets) {
        auto* window = qobject_cast<ui::MainWindow*>(widget);
        if (window != nullptr && window->isVisible()) {
            return window;
        }
    }
    return nullptr;
}

} // namespace waymark::support
