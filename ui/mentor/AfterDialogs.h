// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QWidget>

#include <functional>

namespace waymark::ui {

/// Does something as soon as no dialog is open, if `context` is still there by then: what a worker brings must not come up over a dialog,
/// nor take away what the functions below it still use.
inline void afterDialogs(QObject& context, const std::function<void()>& act)
{
    if (const QWidget* dialog = QApplication::activeModalWidget()) {
        QObject::connect(
            dialog, &QObject::destroyed, &context, [&context, act] { afterDialogs(context, act); }, Qt::QueuedConnection);
    } else {
        act();
    }
}

} // namespace waymark::ui
