// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>

#include <exchange/PlanDocument.h>
#include <session/KeyRing.h>
#include <session/Task.h>
#include <session/Workspace.h>

#include <QObject>

#include <atomic>
#include <memory>

namespace waymark::ui {

class WindowSettings;

/// The exports that go out with the person's signature: the badge of a skill, the learner record. Asks for the key and for a path, signs
/// and writes on a worker, and says how it went.
class SignedExports : public QObject
{
    Q_OBJECT

public:
    SignedExports(session::Workspace& workspace, WindowSettings& settings, session::KeyRing ring, QWidget* window);

    void exportBadge(const QString& skill);
    void exportRecord();
    [[nodiscard]] QStringList pending() const; ///< the name of what is being written
    QStringList drop(); ///< that one, in silence, unless it takes its name at this moment: what is given up

Q_SIGNALS:
    void ended(bool isWritten);
    void said(const QString& text, waymark::ui::NoticeTone tone);

private:
    /// `skill` is empty for the learner record.
    void exportSigned(const QString& skill, const QString& title, const QString& name);
    void finish(const domain::Result<void>& written, const QString& path);

    session::Workspace& m_workspace;
    WindowSettings& m_settings;
    session::KeyRing m_ring;
    QWidget* m_window;
    QString m_name; ///< of the last file
    std::shared_ptr<std::atomic<bool>> m_isDecided; ///< by whoever comes first: drop(), or the last file, which takes its name
    session::Task<domain::Result<void>> m_task { m_workspace };
};

} // namespace waymark::ui
