// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>
#include <ui/window/Actions.h>

#include <domain/BackupShelf.h>
#include <session/Task.h>
#include <session/Workspace.h>

#include <QObject>

#include <memory>

namespace waymark::ui {

/// The commands of the File menu about backups: tests the newest one on a worker, and asks which one is to be restored. Without a shelf
/// they cannot be chosen.
class BackupCommands : public QObject
{
    Q_OBJECT

public:
    BackupCommands(session::Workspace& workspace, Actions& actions, QWidget* window);

    void setShelf(std::shared_ptr<const domain::BackupShelf> shelf);
    /// Shows what its restore would change; without a file, the list of backups.
    void askForRestore(const QString& backup = {});
    [[nodiscard]] QString lastBackup() const; ///< as a sentence; empty without a shelf

Q_SIGNALS:
    void said(const QString& text, waymark::ui::NoticeTone tone);
    void waitingBegan(const QString& text, QAction* cancel);
    void waitingEnded();
    void restoreRequested(const QString& backup);

private:
    void test();
    void tested(const domain::Result<domain::BackupProof>& proof, bool wasMade);
    void cancel();

    session::Workspace& m_workspace;
    Actions& m_actions;
    QWidget* m_window;
    QAction* m_cancel;
    std::shared_ptr<const domain::BackupShelf> m_shelf;
    session::Task<domain::Result<domain::BackupProof>> m_testing { m_workspace };
};

} // namespace waymark::ui
