// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/DayTurn.h>

#include <session/Workspace.h>

#include <QEvent>
#include <QWidget>

#include <chrono>

namespace waymark::ui {

DayTurn::DayTurn(session::Workspace& workspace, QWidget* screen)
    : QObject(screen)
    , m_workspace(workspace)
    , m_day(today())
{
    screen->installEventFilter(this);
    connect(&m_minute, &QTimer::timeout, this, &DayTurn::look);
    m_minute.start(std::chrono::minutes(1));
}

QDate DayTurn::today() const
{
    return learning::learningDay(m_workspace.now(), m_workspace.zone());
}

void DayTurn::look()
{
    if (const QDate day = today(); day != m_day) {
        m_day = day;
        m_workspace.noticeTime();
        Q_EMIT turned();
    }
}

bool DayTurn::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::WindowActivate || event->type() == QEvent::Show) {
        look();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace waymark::ui
