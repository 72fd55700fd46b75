// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>

#include <session/KeyRing.h>
#include <session/Workspace.h>

#include <QObject>

namespace waymark::ui {

class FileCommands;
class WindowSettings;

/// The exports that go out with the person's signature: the badge of a skill, the learner record. Asks for the key and for a path; the file
/// commands have them signed and written in turn with every other file.
class SignedExports : public QObject
{
    Q_OBJECT

public:
    SignedExports(session::Workspace& workspace, WindowSettings& settings, session::KeyRing ring, FileCommands& files, QWidget* window);

    void exportBadge(const QString& skill);
    void exportRecord();

Q_SIGNALS:
    void said(const QString& text, waymark::ui::NoticeTone tone);

private:
    /// `skill` is empty for the learner record.
    void exportSigned(const QString& skill, const QString& title, const QString& name);

    session::Workspace& m_workspace;
    WindowSettings& m_settings;
    FileCommands& m_files;
    session::KeyRing m_ring;
    QWidget* m_window;
};

} // namespace waymark::ui
