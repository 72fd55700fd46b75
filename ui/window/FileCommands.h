// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>
#include <ui/print/PlanPdf.h>
#include <ui/window/Actions.h>
#include <ui/window/WindowSettings.h>

#include <session/StillLibrary.h>
#include <session/Task.h>

#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QPrinter;
QT_END_NAMESPACE

namespace waymark::ui {

struct PrintableLesson;

/// The commands of the File menu that write files or print: asks for a path, writes and says how it went. Each is made on a worker, one
/// after the other, and until a file takes its name it can be cancelled: then the one that was there stays as it was. The plan goes out as
/// it is when its turn comes, a lesson as it was when it was asked for. The first that failed is what is said last.
class FileCommands : public QObject
{
    Q_OBJECT

public:
    FileCommands(session::Workspace& workspace, WindowSettings& settings, QWidget* window);

    void bind(Actions& actions);
    /// Asks where a file that a page has made is to lie, and writes it there.
    void keep(const QString& title, const QString& name, const QByteArray& bytes);
    /// Writes there what `make` makes on a worker, and says `wrote` of it.
    void exportMade(const QString& path, std::function<domain::Result<QByteArray>()> make, const QString& wrote);
    void exportLesson(const QString& skill);
    void printLesson(const QString& skill);

    /// What a print of that lesson is called among names of files.
    [[nodiscard]] static QString printName(const QString& title);
    [[nodiscard]] QStringList pending() const; ///< what is being written or waits for its turn, by name
    QStringList drop(); ///< all of it, in silence, but for the one whose file takes its name at this moment: what is given up

Q_SIGNALS:
    void ended(bool isAllWritten); ///< nothing is pending any more
    void said(const QString& text, waymark::ui::NoticeTone tone);
    void waitingBegan(const QString& text, QAction* cancel);
    void waitingMoved(int permille);
    void waitingEnded();

private:
    /// What window and worker tell each other.
    struct Writing
    {
        std::atomic<int> permille = 0;
        std::atomic<bool> isDecided = false; ///< by whoever comes first: the cancel, or the file that takes its name
    };

    using Finish = std::function<void(const domain::Result<void>&)>;
    using Work = std::function<domain::Result<void>(Writing& writing, const std::stop_token& stop)>; ///< on the worker
    /// A file, or a print.
    struct Wanted
    {
        QString name; ///< of the file, or printName()
        QString words; ///< while it is made
        std::function<Work()> begin; ///< here, when its turn comes
        Finish finish;
    };

    void exportAs(const QString& format);
    void want(Wanted wanted);
    [[nodiscard]] static Wanted toFile(const QString& path, std::function<Work()> begin, Finish finish);
    void next();
    [[nodiscard]] static domain::Result<void> writePlan(
        const session::StillLibrary& library, const QString& format, const QString& path, Writing& writing, const std::stop_token& stop);
    [[nodiscard]] static domain::Result<void> place(
        const QString& path, const QByteArray& bytes, Writing& writing, const std::stop_token& stop);
    [[nodiscard]] static PdfProgress progressOf(Writing& writing, const std::stop_token& stop);
    [[nodiscard]] static domain::Result<void> print(
        const PrintableLesson& lesson, QPrinter& printer, Writing& writing, const std::stop_token& stop);
    void finishPrint(const domain::Result<void>& printed, const QString& title, const QString& target);
    void cancel();
    [[nodiscard]] bool stop();
    void end(bool isAllWritten);
    void tell(const QString& text, NoticeTone tone);
    void finish(const domain::Result<void>& written, const QString& path, const QString& caution = {});
    void fail(const domain::Error& error);

    session::Workspace& m_workspace;
    WindowSettings& m_settings;
    QWidget* m_window = nullptr;
    QAction* m_cancel;
    QList<Wanted> m_waiting;
    QString m_name; ///< of what is being written
    std::shared_ptr<Writing> m_writing;
    QTimer m_look; ///< looks at it
    bool m_isAllWritten = true; ///< of what was pending together
    QString m_failure; ///< the first of them, told once more at the end
    QString m_told; ///< the newest
    session::Task<domain::Result<void>> m_task { m_workspace };
};

} // namespace waymark::ui
