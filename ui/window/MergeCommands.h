// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>

#include <domain/BackupShelf.h>
#include <session/CopyMerge.h>
#include <session/Task.h>

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace waymark::session {
class Workspace;
}

namespace waymark::ui {

class Actions;
class WindowSettings;

/// Brings in what was done in another copy of the library: reads it on a worker, shows what that would change, does it when the person says
/// so, and asks what both copies say differently. What was shown is what is done: where the library has changed meanwhile, the preview is
/// made anew.
class MergeCommands : public QObject
{
    Q_OBJECT

public:
    MergeCommands(session::Workspace& workspace, Actions& actions, WindowSettings& settings, QWidget* window);

    /// Reads copies; without one nothing is merged here.
    void setShelf(std::shared_ptr<const domain::BackupShelf> shelf);
    void merge(const QString& copy);
    void tellOfConflicts(); ///< that some wait for an answer, where any does

Q_SIGNALS:
    void offered(const QString& sentence, waymark::ui::NoticeTone tone, QAction* action);
    void said(const QString& text, waymark::ui::NoticeTone tone);
    void waitingBegan(const QString& text, QAction* cancel);
    void waitingMoved(int permille);
    void waitingEnded();

private:
    /// What was worked out on the worker. The other copy is read once, however often the preview is made; the library here each time.
    struct Found
    {
        std::shared_ptr<const domain::LibraryContents> other;
        session::LibraryHere here; ///< that the preview is worked out from
        session::MergePreview preview;
    };
    using Work = domain::Result<Found>;

    [[nodiscard]] QString obstacle() const; ///< why nothing can be merged here, as a sentence; empty where it can
    void follow();
    void askForCopy();
    /// `other`, where it was read already; `word` is what the preview says of how it came about.
    void workOut(const QString& waiting, const QString& word, std::shared_ptr<const domain::LibraryContents> other);
    [[nodiscard]] static Work found(const domain::BackupShelf& shelf, const session::HereReader& here, const QString& copy, Found known,
        const domain::ReadingWatch& watch);
    void arrived(Work work, const QString& word);
    void apply(const session::MergePreview& preview);
    void settle();
    void cancel();

    session::Workspace& m_workspace;
    Actions& m_actions;
    WindowSettings& m_settings;
    QWidget* m_window;
    QAction* m_cancel;
    std::shared_ptr<const domain::BackupShelf> m_shelf;
    QString m_copy;
    std::shared_ptr<std::atomic<int>> m_permille; ///< of the work, as the worker says
    QTimer m_look; ///< looks at it
    session::Task<Work> m_working { m_workspace };
};

} // namespace waymark::ui
