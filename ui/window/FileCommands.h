// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>
#include <ui/window/Actions.h>
#include <ui/window/WindowSettings.h>

#include <session/Workspace.h>

#include <QObject>

namespace waymark::ui {

/// The commands of the File menu that write files or print: asks for a path, writes exports with a progress dialog, and says how it went.
class FileCommands : public QObject
{
    Q_OBJECT

public:
    FileCommands(session::Workspace& workspace, WindowSettings& settings, QWidget* window);

    void bind(Actions& actions);
    /// Asks where a file that a page has made is to lie, and writes it there.
    void keep(const QString& title, const QString& name, const QByteArray& bytes);
    void exportLesson(const QString& skill);
    void printLesson(const QString& skill);

Q_SIGNALS:
    void said(const QString& text, waymark::ui::NoticeTone tone);

private:
    void exportAs(const QString& format);
    void finish(const domain::Result<void>& written, const QString& path, const QString& caution = {});
    void fail(const domain::Error& error);

    session::Workspace& m_workspace;
    WindowSettings& m_settings;
    QWidget* m_window = nullptr;
};

} // namespace waymark::ui
