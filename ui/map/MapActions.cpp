// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/map/MapActions.h>

#include <ui/words/Percent.h>
#include <ui/words/Words.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

MapActions::MapActions(session::Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    addSkillActions();
    addViewActions();
    connect(&m_workspace, &session::Workspace::changed, this, &MapActions::refresh);
    refresh();
}

QAction* MapActions::add(const char* id, const QString& text, IconId iconId, std::initializer_list<QKeySequence> keys, bool checkable)
{
    auto* action = new QAction(icon(iconId), text, this);
    action->setObjectName(QString::fromLatin1(id));
    action->setShortcuts(QList<QKeySequence>(keys));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setCheckable(checkable);
    QString plain = text;
    action->setIconText(plain.remove(u'&'));
    action->setToolTip(
        tr("%1 (%2)", "what a button does, and its key").arg(action->iconText(), action->shortcut().toString(QKeySequence::NativeText)));
    m_actions.append(action);
    return action;
}

void MapActions::addSkillActions()
{
    const QAction* open
        = add("map.open", tr("&Open the lesson"), IconId::Lesson, { QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter) });
    const QAction* begin = add("map.start", tr("&Start"), IconId::Play, { QKeySequence(Qt::Key_S) });
    add("map.done", tr("Mark as &done"), IconId::Check, { QKeySequence(Qt::Key_D) });
    add("map.skip", tr("S&kip"), IconId::Skip, { QKeySequence(Qt::Key_K) });
    add("map.reset", tr("&Reset"), IconId::Reset, { QKeySequence(Qt::Key_R) });
    connect(open, &QAction::triggered, this, [this] { Q_EMIT openRequested(m_skill); });
    connect(begin, &QAction::triggered, this, &MapActions::start);
    bind("map.done", domain::finishSkill);
    bind("map.skip", domain::skipSkill);
    bind("map.reset", domain::resetSkill);
}

void MapActions::addViewActions()
{
    add("map.next-step", tr("Show the &next step"), IconId::Flag, { QKeySequence(Qt::Key_N) });
    add("map.find-next", tr("Next match"), IconId::ChevronDown, { QKeySequence(Qt::Key_F3) });
    add("map.find-previous", tr("Previous match"), IconId::ChevronUp, { QKeySequence(Qt::SHIFT | Qt::Key_F3) });
    add("map.zoom-in", tr("Zoom in"), IconId::ZoomIn, { QKeySequence(Qt::Key_Plus), QKeySequence(Qt::Key_Equal), QKeySequence::ZoomIn });
    add("map.zoom-out", tr("Zoom out"), IconId::ZoomOut, { QKeySequence(Qt::Key_Minus), QKeySequence::ZoomOut });
    add("map.zoom-100", tr("Zoom to %1", "percent").arg(percentText(100)), IconId::Map, { QKeySequence(Qt::Key_0) });
    add("map.fit", tr("Show the whole map"), IconId::Fit, { QKeySequence(Qt::Key_F), QKeySequence(Qt::Key_Home) });
    add("map.minimap", tr("Overview"), IconId::Minimap, { QKeySequence(Qt::Key_M) }, true)->setChecked(true);
    add("map.legend", tr("Legend"), IconId::Legend, { QKeySequence(Qt::Key_L) }, true);
    add("map.outline", tr("Outline"), IconId::Outline, { QKeySequence(Qt::Key_O) }, true);
    add("map.inspector", tr("Details"), IconId::Info, { QKeySequence(Qt::Key_I) }, true)->setChecked(true);
}

QAction* MapActions::operator[](const char* id) const
{
    const auto found = std::find_if(
        m_actions.begin(), m_actions.end(), [id](const QAction* action) { return action->objectName() == QLatin1StringView(id); });
    Q_ASSERT(found != m_actions.end());
    return *found;
}

QList<QAction*> MapActions::ofSkill() const
{
    return { (*this)["map.open"], (*this)["map.start"], (*this)["map.done"], (*this)["map.skip"], (*this)["map.reset"] };
}

/// A lock is advice: it can be opened, and then the learner is told what was left out.
void MapActions::start()
{
    const bool overLock = m_workspace.stateOf(m_skill) == learning::SkillState::Locked;
    const QString why = Words::lock(m_workspace.lockOf(m_skill), m_workspace.roadmap());
    const auto edit = m_workspace.apply(domain::startSkill(m_workspace.context(), m_skill, overLock));
    if (!edit) {
        return; // the workspace has told it
    }
    const QString done = Words::edit(*edit, m_workspace.roadmap());
    if (overLock) {
        Q_EMIT said(tr("%1: started although it was locked. %2", "what was done, and what is missing").arg(done, why), NoticeTone::Info);
    } else {
        Q_EMIT said(done, NoticeTone::Success);
    }
}

void MapActions::bind(const char* id, Builder builder)
{
    connect((*this)[id], &QAction::triggered, this, [this, builder] {
        if (const auto edit = m_workspace.apply(builder(m_workspace.context(), m_skill))) {
            Q_EMIT said(Words::edit(*edit, m_workspace.roadmap()), NoticeTone::Success);
        }
    });
}

void MapActions::setSkill(const QString& skill)
{
    if (m_skill != skill) {
        m_skill = skill;
        refresh();
    }
}

void MapActions::refresh()
{
    const domain::EditContext context = m_workspace.context();
    const bool writable = !m_workspace.isReadOnly();
    (*this)["map.open"]->setEnabled(m_workspace.roadmap().find(m_skill) != nullptr);
    const QString start = Words::start(m_workspace.stateOf(m_skill));
    (*this)["map.start"]->setText(start);
    (*this)["map.start"]->setIconText(start);
    (*this)["map.start"]->setEnabled(writable && domain::canStartSkill(context, m_skill));
    (*this)["map.done"]->setEnabled(writable && domain::canFinishSkill(context, m_skill));
    (*this)["map.skip"]->setEnabled(writable && domain::canSkipSkill(context, m_skill));
    (*this)["map.reset"]->setEnabled(writable && domain::canResetSkill(context, m_skill));
}

} // namespace waymark::ui
