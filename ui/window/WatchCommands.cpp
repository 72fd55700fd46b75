// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/WatchCommands.h>

#include <ui/ReadOnly.h>
#include <ui/window/Actions.h>
#include <ui/window/WindowSettings.h>
#include <ui/words/Isolated.h>
#include <ui/words/Words.h>

#include <QCoreApplication>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using Phase = session::StudyWatch::Phase;

namespace {

constexpr int second = 1000;
constexpr qint64 betweenMemories = 60'000; // what a crash can lose of them

bool isActivity(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletPress:
    case QEvent::TabletMove:
    case QEvent::InputMethod:
        return true;
    default:
        return false;
    }
}

} // namespace

WatchCommands::WatchCommands(session::Workspace& workspace, Actions& actions, WindowSettings& settings, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_actions(actions)
    , m_settings(settings)
    , m_watch(workspace)
    , m_countIdle(tr("Count it after all"))
    , m_goOn(tr("Go on", "the watch"))
{
    m_countIdle.setObjectName(u"watch.count-idle"_s);
    m_goOn.setObjectName(u"watch.go-on"_s);
    m_second.setInterval(second);
    connect(&m_second, &QTimer::timeout, this, &WatchCommands::tick);
    connect(&m_watch, &session::StudyWatch::changed, this, &WatchCommands::refresh);
    whenReadOnlyChanges(m_workspace, this, [this] { refresh(); });
    bind();
    bindNews();
    wake();
    QCoreApplication::instance()->installEventFilter(this);
}

void WatchCommands::wake()
{
    if (const auto& timer = m_workspace.progress().timer(); timer && !m_settings.isSafe()) {
        m_watch.recallActivity(m_settings.watchSeen(timer->startedAt));
    }
    refresh();
}

void WatchCommands::bind()
{
    connect(m_actions["skill.watch.start"], &QAction::triggered, this, [this] { m_watch.start(m_skill); });
    connect(m_actions["skill.watch.pause"], &QAction::triggered, this, &WatchCommands::toggle);
    connect(m_actions["skill.watch.stop"], &QAction::triggered, this, [this] { m_watch.stop(); });
    connect(m_actions["skill.watch.drop"], &QAction::triggered, this, [this] { m_watch.drop(); });
    connect(&m_goOn, &QAction::triggered, this, [this] { m_watch.resume(); });
    connect(&m_countIdle, &QAction::triggered, this, [this] {
        if (m_watch.countIdle()) {
            Q_EMIT said(tr("The pause counts as study, and the watch goes on."), NoticeTone::Success);
        }
    });
}

void WatchCommands::bindNews()
{
    connect(&m_watch, &session::StudyWatch::idled, this, [this](int minutes) {
        Q_EMIT offered(
            tr("Nothing was done for %n minute(s), so the watch was paused as of then.", nullptr, minutes), NoticeTone::Info, &m_countIdle);
    });
    connect(&m_watch, &session::StudyWatch::breakDue, this, [this](int minutes) {
        Q_EMIT offered(tr("Time for a break of %n minute(s). The watch is paused.", nullptr, minutes), NoticeTone::Info, &m_goOn);
    });
    connect(&m_watch, &session::StudyWatch::begunAnew, this, [this](int minutes) {
        Q_EMIT offered(tr("%1 of an earlier day are kept on \"%2\", and the watch begins anew.", "time of study, and a skill")
                           .arg(Words::minutes(minutes), isolated(m_workspace.roadmap().titleOf(m_watch.skill()))),
            NoticeTone::Info, m_actions["edit.undo"]);
    });
    connect(
        &m_watch, &session::StudyWatch::breakOver, this, [this] { Q_EMIT offered(tr("The break is over."), NoticeTone::Info, &m_goOn); });
    connect(&m_watch, &session::StudyWatch::stopped, this, &WatchCommands::sayKept);
    connect(&m_watch, &session::StudyWatch::dropped, this, [this](const QString& skill) {
        Q_EMIT offered(tr("The watch on \"%1\" was dropped, so no time is kept.").arg(isolated(titleOf(skill))), NoticeTone::Info,
            m_actions["edit.undo"]);
    });
}

QString WatchCommands::titleOf(const QString& id) const
{
    const domain::Skill* skill = m_workspace.roadmap().find(id);
    return skill == nullptr ? id : skill->title;
}

void WatchCommands::sayKept(const QString& skill, int minutes)
{
    const QString sentence = minutes > 0
        ? tr("%1 of study kept on \"%2\".", "time of study, and a skill").arg(Words::minutes(minutes), isolated(titleOf(skill)))
        : tr("The watch on \"%1\" ran for less than half a minute, so no time is kept.").arg(isolated(titleOf(skill)));
    Q_EMIT offered(sentence, NoticeTone::Success, m_actions["edit.undo"]);
}

void WatchCommands::toggle()
{
    if (m_watch.phase() == Phase::Running || m_watch.phase() == Phase::Found) {
        m_watch.pause();
    } else {
        m_watch.resume();
    }
}

void WatchCommands::setSkill(const QString& skill)
{
    m_skill = skill;
    refresh();
}

void WatchCommands::tick()
{
    m_watch.tick();
    if (std::abs(m_workspace.now() - m_remembered) >= betweenMemories) {
        remember();
    }
    Q_EMIT ticked();
}

void WatchCommands::remember()
{
    const auto& timer = m_workspace.progress().timer();
    if (timer && timer->isRunning() && !m_workspace.isReadOnly()) {
        m_settings.setWatchSeen(timer->startedAt, m_watch.lastActivity());
        m_remembered = m_workspace.now();
    }
}

void WatchCommands::refresh()
{
    const Phase phase = m_watch.phase();
    const bool isThere = phase != Phase::Off;
    const bool mayChange = isThere && !m_workspace.isReadOnly();
    const bool isRunning = phase == Phase::Running || phase == Phase::Found;
    m_actions["skill.watch.start"]->setEnabled(m_watch.canStart(m_skill));
    QAction* pause = m_actions["skill.watch.pause"];
    pause->setText(isRunning || !isThere ? tr("Pa&use the watch") : tr("&Go on with the watch"));
    pause->setIconText(isRunning || !isThere ? tr("Pause", "the watch") : tr("Go on", "the watch"));
    pause->setToolTip(u"%1 (%2)"_s.arg(pause->iconText(), pause->shortcut().toString(QKeySequence::NativeText)));
    pause->setIcon(icon(isRunning || !isThere ? IconId::Pause : IconId::Play));
    pause->setEnabled(mayChange);
    m_actions["skill.watch.stop"]->setEnabled(mayChange && !m_watch.isTooLong());
    m_actions["skill.watch.drop"]->setEnabled(mayChange);
    m_countIdle.setEnabled(mayChange && phase == Phase::Idle);
    m_goOn.setEnabled(mayChange && !isRunning);
    if (mayChange && !m_settings.isSafe()) {
        m_second.start();
    } else {
        m_second.stop();
    }
}

bool WatchCommands::eventFilter(QObject* watched, QEvent* event)
{
    if (isActivity(event->type()) && m_watch.phase() != Phase::Off) {
        m_watch.noticeActivity();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace waymark::ui
