// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/PlaceKeeper.h>

#include <QCoreApplication>
#include <QEvent>

namespace waymark::ui {

PlaceKeeper::PlaceKeeper(QObject* parent)
    : QObject(parent)
    , m_pause(this)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &PlaceKeeper::due);
    QCoreApplication::instance()->installEventFilter(this);
}

bool PlaceKeeper::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyRelease:
    case QEvent::MouseButtonRelease:
    case QEvent::Wheel:
    case QEvent::TouchEnd:
        m_pause.start();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace waymark::ui
