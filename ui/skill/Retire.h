// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace waymark::ui {

/// Takes a widget out of its layout and off the screen at once and deletes it later: it may be the sender of the change that ends it.
inline void retire(QWidget* widget)
{
    widget->hide();
    widget->setParent(nullptr);
    widget->deleteLater();
}

} // namespace waymark::ui
