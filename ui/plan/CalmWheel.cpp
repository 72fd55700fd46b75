// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/CalmWheel.h>

#include <QEvent>
#include <QWidget>

namespace waymark::ui {

namespace {

class WheelFilter : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Wheel && !static_cast<QWidget*>(watched)->hasFocus()) {
            event->ignore(); // so that it goes on to the parent
            return true;
        }
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

void calmWheel(QWidget& field)
{
    field.setFocusPolicy(Qt::StrongFocus);
    field.installEventFilter(new WheelFilter(&field));
}

} // namespace waymark::ui
