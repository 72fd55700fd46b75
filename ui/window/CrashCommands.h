// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>

#include <session/CrashShelf.h>
#include <session/Workspace.h>

#include <QObject>

#include <optional>

namespace waymark::ui {

class Actions;

/// Tells of a crash once, quietly, and shows the reports that are there. It sends nothing.
class CrashCommands : public QObject
{
    Q_OBJECT

public:
    CrashCommands(session::CrashShelf shelf, session::Workspace& workspace, Actions& actions, QWidget* window);

    /// `news` is the report that has come since the last start. In safe mode that is said first; the report is then in the Help menu.
    void tell(const std::optional<session::CrashReport>& news, bool isSafe);

Q_SIGNALS:
    void said(const QString& text, waymark::ui::NoticeTone tone);
    void offered(const QString& sentence, waymark::ui::NoticeTone tone, QAction* action);
    /// A report is to be kept in a file of the person's choice.
    void keepRequested(const QString& title, const QString& name, const QByteArray& bytes);
    void usualStartRequested();

private:
    void show();
    void refresh();

    session::CrashShelf m_shelf;
    session::Workspace& m_workspace;
    QWidget* m_window;
    QAction* m_show;
    QAction* m_view;
    QAction* m_usual;
};

} // namespace waymark::ui
