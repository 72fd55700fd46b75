// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>

QT_BEGIN_NAMESPACE
class QAbstractButton;
QT_END_NAMESPACE

namespace waymark::ui {

/// A press of a button by somebody who has neither mouse nor keys: it comes to the button as an event of its own, and so can be kept back
/// and be sent later. A button that is hidden or off by then is not pressed.
class ButtonPress : public QEvent
{
public:
    ButtonPress();

    [[nodiscard]] static QEvent::Type kind();
    /// The press comes with the events after this one.
    static void post(QAbstractButton& button);
};

} // namespace waymark::ui
