// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>
#include <ui/window/Actions.h>
#include <ui/window/WindowSettings.h>

#include <session/StillLibrary.h>
#include <session/Task.h>

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace waymark::ui {

/// The commands of the File menu that write files or print: asks for a path, writes and says how it went. The plan goes out as it is when
/// its turn comes, on a worker, one file after the other, and until a file takes its name it can be cancelled: then the one that was there
/// stays as it was.
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

    [[nodiscard]] int pending() const; ///< how many exports are being written or wait for their turn
    void drop(); ///< all of them, in silence, but for the one whose file takes its name at this moment

Q_SIGNALS:
    void ended(bool isAllWritten); ///< nothing is pending any more
    void said(const QString& text, waymark::ui::NoticeTone tone);
    void waitingBegan(const QString& text, QAction* cancel);
    void waitingMoved(int permille);
    void waitingEnded();

private:
    struct Wanted
    {
        QString format;
        QString path;
    };
    /// What window and worker tell each other.
    struct Writing
    {
        std::atomic<int> permille = 0;
        std::atomic<bool> isDecided = false; ///< by whoever comes first: the cancel, or the file that takes its name
    };

    void exportAs(const QString& format);
    void next();
    [[nodiscard]] static domain::Result<void> written(
        const session::StillLibrary& library, const Wanted& wanted, Writing& writing, const std::stop_token& stop);
    void cancel();
    [[nodiscard]] bool stop();
    void finish(const domain::Result<void>& written, const QString& path, const QString& caution = {});
    void fail(const domain::Error& error);

    session::Workspace& m_workspace;
    WindowSettings& m_settings;
    QWidget* m_window = nullptr;
    QAction* m_cancel;
    QList<Wanted> m_waiting;
    std::shared_ptr<Writing> m_writing;
    QTimer m_look; ///< looks at it
    bool m_isAllWritten = true; ///< of what was pending together
    session::Task<domain::Result<void>> m_task { m_workspace };
};

} // namespace waymark::ui
