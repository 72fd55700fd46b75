// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace waymark::ui {

/// The widget of a window that the tab key goes to from the one with the focus, round its end; null where there is no other one. Region
/// after region, and within each in Qt's order: that is the order in which widgets were made, so a page that is first shown later would
/// come behind all else.
[[nodiscard]] QWidget* nextByTab(const QWidget& window, const QList<QWidget*>& regions, bool forward);

} // namespace waymark::ui
