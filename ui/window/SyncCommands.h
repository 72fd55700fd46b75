// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>

#include <domain/BackupShelf.h>
#include <session/Task.h>
#include <session/Workspace.h>

#include <QObject>

#include <memory>

namespace waymark::ui {

class Actions;

/// Warns of a library in a folder that is synced, and does what the person chooses about it.
class SyncCommands : public QObject
{
    Q_OBJECT

public:
    SyncCommands(session::Workspace& workspace, Actions& actions, QWidget* window);

    /// `service` and `copies` as storage finds them; nothing is said where both are empty.
    void warn(const QString& service, const QStringList& copies, std::shared_ptr<const domain::BackupShelf> shelf);

Q_SIGNALS:
    void offered(const QString& sentence, waymark::ui::NoticeTone tone, QAction* action);
    void said(const QString& text, waymark::ui::NoticeTone tone);
    void waitingBegan(const QString& text, QAction* cancel);
    void waitingEnded();
    void comparisonRequested(const QString& copy);

private:
    void ask();
    void takeOver(const QString& copy);
    void arrived(const domain::Result<domain::LibraryContents>& contents);
    void cancel();

    session::Workspace& m_workspace;
    Actions& m_actions;
    QWidget* m_window;
    QAction* m_ask;
    QAction* m_cancel;
    QString m_service;
    QStringList m_copies;
    std::shared_ptr<const domain::BackupShelf> m_shelf;
    session::Task<domain::Result<domain::LibraryContents>> m_reading;
};

} // namespace waymark::ui
