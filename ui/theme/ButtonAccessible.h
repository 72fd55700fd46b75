// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QAccessibleInterface;
class QObject;
QT_END_NAMESPACE

namespace waymark::ui {

/// What a screen reader is told of a button, and what it can do with it; a factory for QAccessible, which Theme installs, null for what is
/// no button. All is as Qt says it itself, but for what the actions do. Whichever it is, the button is pressed, as a click or the space bar
/// would press it: Qt's own action of a button that can be checked turns its mark over and clicks nothing, so that nobody hears of it. And
/// every menu of a button opens. Both come after the screen reader has got its answer, which must not wait for a dialog; a press comes as
/// a ButtonPress.
[[nodiscard]] QAccessibleInterface* makeButtonAccessible(const QString& className, QObject* object);

} // namespace waymark::ui
