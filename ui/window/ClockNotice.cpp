// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/ClockNotice.h>

#include <session/ClockJump.h>
#include <session/Workspace.h>
#include <ui/window/WindowSettings.h>
#include <ui/words/ClockWords.h>

#include <QAction>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::ui {

ClockNotice::ClockNotice(const session::Workspace& workspace, WindowSettings& settings, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_isRight(new QAction(tr("It is right", "the clock"), this))
    , m_seen(workspace.now())
{
    m_isRight->setObjectName(u"clock.right"_s);
    connect(m_isRight, &QAction::triggered, this, &ClockNotice::believe);
}

void ClockNotice::tell()
{
    const auto jump = session::clockJump(m_workspace);
    if (jump && m_settings.believedClock() != jump->edit) {
        ask();
    }
}

/// Whatever was believed before a jump was believed of another clock.
void ClockNotice::look()
{
    const qint64 before = std::exchange(m_seen, m_workspace.now());
    if (session::isFarFrom(before, m_seen)) {
        ask();
    }
}

void ClockNotice::ask()
{
    const auto jump = session::clockJump(m_workspace);
    m_isRight->setData(jump ? jump->edit : QVariant());
    if (jump && !m_workspace.isReadOnly()) {
        Q_EMIT offered(ClockWords::jump(*jump, m_workspace.zone()), m_isRight);
    }
}

void ClockNotice::believe()
{
    m_settings.setBelievedClock(m_isRight->data().toString());
    m_isRight->setData(QVariant()); // and the notice goes
    Q_EMIT answered();
}

} // namespace waymark::ui
