// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QWidget>

namespace waymark::ui {

/// Has a screen reader say what has appeared in a widget that never takes the focus; its accessible name is that from now on.
inline void announce(QWidget& widget, const QString& text)
{
    widget.setAccessibleName(text);
    QAccessibleEvent alert(&widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace waymark::ui
