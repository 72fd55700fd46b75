// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/ReadOnly.h>

#include <session/Workspace.h>
#include <ui/words/ReadOnlyWords.h>

#include <QAction>
#include <QWidget>

namespace waymark::ui {

bool takesEntries(const session::Workspace& workspace)
{
    return !workspace.isReadOnly() || workspace.isBehind();
}

void whenReadOnlyChanges(const session::Workspace& workspace, QObject* who, const std::function<void()>& follow)
{
    QObject::connect(&workspace, &session::Workspace::fellBehind, who, follow);
    QObject::connect(&workspace, &session::Workspace::caughtUp, who, follow);
}

void followReadOnly(const session::Workspace& workspace, QAction& action)
{
    const auto follow = [&workspace, &action, usual = action.toolTip()] {
        const QString obstacle = ReadOnlyWords::obstacle(workspace);
        action.setEnabled(obstacle.isEmpty());
        action.setToolTip(obstacle.isEmpty() ? usual : obstacle);
        action.setStatusTip(obstacle);
    };
    whenReadOnlyChanges(workspace, &action, follow);
    follow();
}

void followReadOnly(const session::Workspace& workspace, QWidget& widget)
{
    const auto follow = [&workspace, &widget] { widget.setEnabled(!workspace.isReadOnly()); };
    whenReadOnlyChanges(workspace, &widget, follow);
    follow();
}

} // namespace waymark::ui
