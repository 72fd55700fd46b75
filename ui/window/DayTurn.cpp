// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/DayTurn.h>

#include <session/Workspace.h>

#include <QEvent>
#include <QWidget>

#include <chrono>

using namespace Qt::StringLiterals;

namespace waymark::ui {

DayTurn::DayTurn(session::Workspace& workspace, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
{
    m_minute.setParent(this);
    m_minute.setObjectName(u"dayTurn.minute"_s);
    window->installEventFilter(this);
    connect(&m_minute, &QTimer::timeout, this, &DayTurn::look);
    m_minute.start(std::chrono::minutes(1));
}

bool DayTurn::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::WindowActivate || event->type() == QEvent::Show) {
        look();
    }
    return QObject::eventFilter(watched, event);
}

void DayTurn::look()
{
    const auto act = [this] {
        m_workspace.noticeDay();
        Q_EMIT looked();
    };
    m_workspace.whenStill(this, act, u"look"_s);
}

} // namespace waymark::ui
