// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>

#include <domain/BackupShelf.h>
#include <session/CopyMerge.h>
#include <session/Task.h>

#include <QObject>

#include <memory>

namespace waymark::session {
class Workspace;
}

namespace waymark::ui {

class Actions;
class WindowSettings;

/// Brings in what was done in another copy of the library: reads it on a worker, shows what that would change, does it when the person says
/// so, and asks what both copies say differently.
class MergeCommands : public QObject
{
    Q_OBJECT

public:
    MergeCommands(session::Workspace& workspace, Actions& actions, WindowSettings& settings, QWidget* window);

    /// Reads copies; without one nothing is merged here.
    void setShelf(std::shared_ptr<const domain::BackupShelf> shelf);
    void merge(const QString& copy);

Q_SIGNALS:
    void offered(const QString& sentence, waymark::ui::NoticeTone tone, QAction* action);
    void said(const QString& text, waymark::ui::NoticeTone tone);
    void waitingBegan(const QString& text, QAction* cancel);
    void waitingEnded();

private:
    void askForCopy();
    void arrived(const domain::Result<session::MergePreview>& preview, const QString& copy);
    void settle();
    void cancel();

    session::Workspace& m_workspace;
    Actions& m_actions;
    WindowSettings& m_settings;
    QWidget* m_window;
    QAction* m_cancel;
    std::shared_ptr<const domain::BackupShelf> m_shelf;
    session::Task<domain::Result<session::MergePreview>> m_reading;
};

} // namespace waymark::ui
