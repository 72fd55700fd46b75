// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace waymark::ui {

/// From now on the wheel changes this field only while it has the focus; else it scrolls what is around it, so that nothing is changed by
/// scrolling past.
void calmWheel(QWidget& field);

} // namespace waymark::ui
