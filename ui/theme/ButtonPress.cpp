// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/theme/ButtonPress.h>

#include <QAbstractButton>
#include <QCoreApplication>

namespace waymark::ui {

namespace {

/// What makes a click of it at each button that was ever pressed so.
class Presser : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        auto* const button = event->type() == ButtonPress::kind() ? qobject_cast<QAbstractButton*>(watched) : nullptr;
        if (button == nullptr) {
            return false;
        }
        if (button->isVisible()) {
            button->click(); // which asks by itself whether it is on
        }
        return true;
    }
};

} // namespace

ButtonPress::ButtonPress()
    : QEvent(kind())
{
}

QEvent::Type ButtonPress::kind()
{
    static const int number = QEvent::registerEventType();
    return static_cast<QEvent::Type>(number);
}

void ButtonPress::post(QAbstractButton& button)
{
    static Presser presser;
    button.installEventFilter(&presser); // once, however often it is asked for
    QCoreApplication::postEvent(&button, new ButtonPress);
}

} // namespace waymark::ui
