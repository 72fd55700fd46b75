// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/window/Actions.h>

#include <session/Workspace.h>

namespace waymark::ui {

/// Binds the actions of the Skill and Edit menus to the Workspace: what they act on, when they are enabled, what they are called
/// ("Undo start Git basics").
class SkillActions : public QObject
{
    Q_OBJECT

public:
    SkillActions(session::Workspace& workspace, Actions& actions, QObject* parent = nullptr);

    /// The skill that the Skill menu acts on from now on; empty for none.
    void setSkill(const QString& skill);

Q_SIGNALS:
    void openRequested(const QString& skill);
    void done(const QString& sentence); ///< an edit was made from the keyboard or a menu: say so, with Undo beside it
    void undone(const QString& sentence); ///< say so, with Redo beside it

private:
    using Builder = domain::Result<domain::Edit> (*)(const domain::EditContext&, const QString&);

    void bind(const char* id, Builder builder);
    void refresh();
    void refreshBadge();
    void refreshUndo();

    session::Workspace& m_workspace;
    Actions& m_actions;
    QString m_skill;
};

} // namespace waymark::ui
