// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/SkillActions.h>

#include <ui/words/ReviewWords.h>
#include <ui/words/Words.h>

namespace waymark::ui {

SkillActions::SkillActions(session::Workspace& workspace, Actions& actions, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_actions(actions)
{
    connect(m_actions["skill.open"], &QAction::triggered, this, [this] { Q_EMIT openRequested(m_skill); });
    connect(m_actions["skill.start"], &QAction::triggered, this, [this] {
        const bool overLock = m_workspace.stateOf(m_skill) == learning::SkillState::Locked;
        if (const auto edit = m_workspace.apply(domain::startSkill(m_workspace.context(), m_skill, overLock))) {
            Q_EMIT done(Words::edit(*edit, m_workspace.roadmap()));
        }
    });
    bind("skill.finish", domain::finishSkill);
    bind("skill.skip", domain::skipSkill);
    bind("skill.reset", domain::resetSkill);
    connect(m_actions["edit.undo"], &QAction::triggered, this, [this] {
        if (const auto edit = m_workspace.undo()) {
            Q_EMIT undone(tr("Undone: %1").arg(Words::edit(*edit, m_workspace.roadmap())));
        }
    });
    connect(m_actions["edit.redo"], &QAction::triggered, this, [this] {
        if (const auto edit = m_workspace.redo()) {
            Q_EMIT done(tr("Redone: %1").arg(Words::edit(*edit, m_workspace.roadmap())));
        }
    });
    connect(&m_workspace, &session::Workspace::changed, this, &SkillActions::refresh);
    refresh();
}

void SkillActions::bind(const char* id, Builder builder)
{
    connect(m_actions[id], &QAction::triggered, this, [this, builder] {
        if (const auto edit = m_workspace.apply(builder(m_workspace.context(), m_skill))) {
            Q_EMIT done(Words::edit(*edit, m_workspace.roadmap()));
        }
    });
}

void SkillActions::setSkill(const QString& skill)
{
    if (m_skill != skill) {
        m_skill = skill;
        refresh();
    }
}

void SkillActions::refresh()
{
    const domain::EditContext context = m_workspace.context();
    const bool writable = !m_workspace.isReadOnly();
    m_actions["skill.open"]->setEnabled(m_workspace.roadmap().find(m_skill) != nullptr);
    m_actions["skill.start"]->setEnabled(writable && domain::canStartSkill(context, m_skill));
    m_actions["skill.finish"]->setEnabled(writable && domain::canFinishSkill(context, m_skill));
    m_actions["skill.skip"]->setEnabled(writable && domain::canSkipSkill(context, m_skill));
    m_actions["skill.reset"]->setEnabled(writable && domain::canResetSkill(context, m_skill));
    refreshBadge();
    refreshUndo();
}

/// As beside the lesson: what stands in the way is said where the action is offered.
void SkillActions::refreshBadge()
{
    const QString obstacle
        = ReviewWords::noBadge(learning::vouchingOf(m_workspace.progress().skill(m_skill), m_workspace.stateOf(m_skill)));
    QAction* badge = m_actions["skill.badge"];
    badge->setEnabled(obstacle.isEmpty());
    badge->setToolTip(obstacle.isEmpty() ? badge->iconText() : obstacle);
    badge->setStatusTip(obstacle);
}

void SkillActions::refreshUndo()
{
    const auto name = [this](QAction* action, const std::optional<domain::Edit>& edit, const QString& bare, const QString& named) {
        action->setEnabled(edit.has_value() && !m_workspace.isReadOnly());
        action->setText(edit ? named.arg(Words::edit(*edit, m_workspace.roadmap())) : bare);
        action->setData(edit ? edit->id : QString()); // a notice that offers it is of this edit alone
    };
    name(m_actions["edit.undo"], m_workspace.nextUndo(), tr("&Undo"), tr("&Undo: %1"));
    name(m_actions["edit.redo"], m_workspace.nextRedo(), tr("&Redo"), tr("&Redo: %1"));
}

} // namespace waymark::ui
